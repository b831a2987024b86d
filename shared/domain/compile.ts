import type { Declaration, DeclarationDraft, Group } from './declaration.ts';
import { type FieldError, invalid } from './error.ts';
import type { Instrument } from './instrument.ts';
import { type Outcome, outcomeRef } from './outcome.ts';
import type { Carriage, Opening, Paragraph, Point, SourceLink } from './paragraph.ts';
import type { Session } from './session.ts';
import { bySlug } from './slug.ts';
import type { Text } from './text.ts';

/** What a compilation has to go by. */
export interface Material {
  /** Every filed outcome of the summit, and those that the draft names, by reference. */
  outcomes: ReadonlyMap<string, Outcome>;
  /** The sessions of those outcomes, by slug. */
  sessions: ReadonlyMap<string, Session>;
  /** The instruments that those sessions and outcomes name, by slug. */
  instruments: ReadonlyMap<string, Instrument>;
}

/** A paragraph before it has its id. */
export type Compiled = Omit<Paragraph, 'slug' | 'version' | 'summit' | 'declaration' | 'batch'>;

export interface Compilation {
  paragraphs: Compiled[];
  leftOut: { outcome: Outcome; reason: string }[];
}

/** The most a compiled text may hold, as bytes of JSON: one answer of the API has to carry it. */
export const compiledBytes = 3_000_000;
const paragraphBytes = 200_000;

const openingOf: Record<Outcome['type'], Opening> = {
  practice: 'take-note-of',
  'key-message': 'underline',
  recommendation: 'recommend',
  commitment: 'commit-to',
  ask: 'call-upon',
};
// The order in which a text is built when nothing else is wanted: from what was seen to what is asked.
const typeOrder = Object.keys(openingOf);

interface Chosen {
  group: Omit<Group, 'outcomes'>;
  outcomes: Outcome[];
  pointer: string;
}

/**
 * Decides the paragraphs of a draft: which outcomes each carries and with what opening word, which instruments precede them, and what was
 * left out and why. Pure; the same material gives the same text. Errors: `invalid`, every wrong reference at once.
 */
export const compile = (draft: DeclarationDraft, language: string, material: Material): Compilation => {
  const errors: FieldError[] = [];
  const reasons = new Map(draft.leaveOut.map(({ outcome, reason }) => [outcome, reason]));
  const chosen = draft.carry ? named(draft.carry, language, material, errors) : everything(reasons, language, material);
  const carried = new Set(chosen.flatMap(({ outcomes }) => outcomes.map(outcomeRef)));
  draft.leaveOut.forEach(({ outcome }, at) => {
    if (draft.leaveOut.findIndex((other) => other.outcome === outcome) < at)
      errors.push({ pointer: `/leaveOut/${at}/outcome`, detail: `Leave "${outcome}" out once; it is named before.` });
    if (carried.has(outcome))
      errors.push({ pointer: `/leaveOut/${at}/outcome`, detail: `Either carry "${outcome}" or leave it out.` });
    if (material.outcomes.get(outcome)?.state !== 'filed')
      errors.push({
        pointer: `/leaveOut/${at}/outcome`,
        detail: `There is no filed outcome "${outcome}" in this summit.`,
      });
  });
  if (errors.length === 0 && chosen.length === 0)
    errors.push({
      pointer: '/carry',
      detail: `File an outcome with a text in "${language}" first: the summit has none that this declaration could carry.`,
    });
  const operative = chosen.map((choice) => paragraphOf(choice, errors));
  if (errors.length > 0) throw invalid(errors);
  const preamble = preambleOf(
    chosen.flatMap(({ outcomes }) => outcomes),
    material,
  );
  const paragraphs = [...preamble, ...operative].map((paragraph, order) => ({ ...paragraph, order }));
  fits(paragraphs);
  return { paragraphs, leftOut: leftOver(carried, reasons, language, material) };
};

const fits = (paragraphs: readonly Compiled[]): void => {
  const bytes = new TextEncoder().encode(JSON.stringify(paragraphs)).length;
  if (bytes > compiledBytes)
    throw invalid([
      {
        pointer: '/carry',
        detail: `Split it into several declarations: the text would be ${(bytes / 1e6).toFixed(1)} MB, and one holds 3 MB.`,
      },
    ]);
};

const entries = (
  carry: NonNullable<DeclarationDraft['carry']>,
): { group: Group; pointer: string; at: (index: number) => string }[] =>
  carry.map((entry, index) =>
    typeof entry === 'string'
      ? { group: { outcomes: [entry] }, pointer: `/carry/${index}`, at: () => `/carry/${index}` }
      : { group: entry, pointer: `/carry/${index}`, at: (inner) => `/carry/${index}/outcomes/${inner}` },
  );

const named = (
  carry: NonNullable<DeclarationDraft['carry']>,
  language: string,
  material: Material,
  errors: FieldError[],
): Chosen[] => {
  const seen = new Set<string>();
  return entries(carry).map(({ group: { outcomes, ...group }, pointer, at }) => {
    if (group.text && !group.text[language])
      errors.push({
        pointer: `${pointer}/text`,
        detail: `Give the text in "${language}" too, the language of this declaration.`,
      });
    return {
      group,
      pointer,
      outcomes: outcomes.flatMap((ref, index) => {
        const outcome = material.outcomes.get(ref);
        const fault = faultOf(ref, outcome, seen, group.text ? undefined : language);
        seen.add(ref);
        if (fault) errors.push({ pointer: at(index), detail: fault });
        return outcome && !fault ? [outcome] : [];
      }),
    };
  });
};

const faultOf = (
  ref: string,
  outcome: Outcome | undefined,
  seen: ReadonlySet<string>,
  language: string | undefined,
): string | undefined => {
  if (seen.has(ref)) return `Carry "${ref}" once; it is named before.`;
  if (!outcome) return `There is no outcome "${ref}" in this summit.`;
  if (outcome.state !== 'filed') return `File the outcome "${ref}" first; it is still a draft.`;
  if (language && !outcome.text[language]) return noText(ref, language);
  return undefined;
};

const noText = (ref: string, language: string): string =>
  `The outcome "${ref}" has no text in "${language}", the language of this declaration.`;

const inOrder = (a: Outcome, b: Outcome): number => bySlug(a.session, b.session) || Number(a.slug) - Number(b.slug);

const everything = (reasons: ReadonlyMap<string, string>, language: string, { outcomes }: Material): Chosen[] =>
  [...outcomes.values()]
    .filter((outcome) => outcome.state === 'filed' && outcome.text[language] && !reasons.has(outcomeRef(outcome)))
    .toSorted((a, b) => typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type) || inOrder(a, b))
    .map((outcome) => ({ group: {}, outcomes: [outcome], pointer: '/carry' }));

const leftOver = (
  carried: ReadonlySet<string>,
  reasons: ReadonlyMap<string, string>,
  language: string,
  { outcomes }: Material,
): Compilation['leftOut'] =>
  [...outcomes.values()]
    .filter((outcome) => outcome.state === 'filed' && !carried.has(outcomeRef(outcome)))
    .toSorted(inOrder)
    .map((outcome) => {
      const ref = outcomeRef(outcome);
      const reason =
        reasons.get(ref) ??
        (outcome.text[language] ? 'It was not among the outcomes chosen for this text.' : noText(ref, language));
      return { outcome, reason };
    });

const link = (outcome: Outcome, relation: 'verbatim' | 'merged' | 'derived'): SourceLink => ({
  kind: 'outcome',
  session: outcome.session,
  outcome: outcome.slug,
  version: outcome.version,
  relation,
});

const sameText = (a: Text, b: Text): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

const distinct = (outcomes: readonly Outcome[]): Text[] =>
  outcomes.reduce<Text[]>(
    (found, { addressee }) =>
      addressee && !found.some((other) => sameText(other, addressee)) ? [...found, addressee] : found,
    [],
  );

const paragraphOf = ({ group, outcomes, pointer }: Chosen, errors: FieldError[]): Compiled => {
  const types = new Set(outcomes.map(({ type }) => type));
  if (types.size > 1 && !(group.text && group.as))
    errors.push({
      pointer,
      detail: `Group outcomes of one type, or give the group a "text" and say in "as" how it opens: these are ${[...types].join(' and ')}.`,
    });
  const base = {
    part: 'operative' as const,
    order: 0,
    heading: group.heading,
    opening: openingOf[group.as ?? outcomes[0]?.type ?? 'ask'],
  };
  const made = group.text || outcomes.length < 2 ? inOneText(base, group.text, outcomes) : inPoints(base, outcomes);
  if (new TextEncoder().encode(JSON.stringify(made)).length > paragraphBytes)
    errors.push({ pointer, detail: 'Group fewer outcomes: one paragraph holds 200 KB.' });
  return made;
};

type Base = Pick<Compiled, 'part' | 'order' | 'heading' | 'opening'>;

const inOneText = (base: Base, text: Text | undefined, outcomes: readonly Outcome[]): Compiled => {
  const relation = text ? (outcomes.length > 1 ? 'merged' : 'derived') : 'verbatim';
  return {
    ...base,
    text: text ?? outcomes[0]?.text,
    addressees: base.opening === 'call-upon' ? distinct(outcomes) : [],
    points: [],
    sources: outcomes.map((outcome) => link(outcome, relation)),
  };
};

// One addressee for all stands once in the opening; several stand with their points.
const inPoints = (base: Base, outcomes: readonly Outcome[]): Compiled => {
  const addressees = base.opening === 'call-upon' ? distinct(outcomes) : [];
  const shared = addressees.length === 1 && outcomes.every(({ addressee }) => addressee);
  const points: Point[] = outcomes.map((outcome, index) => ({
    id: `s${index + 1}`,
    text: outcome.text,
    addressees: !shared && base.opening === 'call-upon' && outcome.addressee ? [outcome.addressee] : [],
    sources: [link(outcome, 'verbatim')],
  }));
  return { ...base, addressees: shared ? addressees : [], points, sources: [] };
};

const preambleOf = (outcomes: readonly Outcome[], { sessions, instruments }: Material): Compiled[] => {
  const namedBy = new Map<string, Set<string>>();
  const note = (instrument: string, session: string) =>
    namedBy.set(instrument, (namedBy.get(instrument) ?? new Set()).add(session));
  for (const outcome of outcomes) {
    for (const instrument of sessions.get(outcome.session)?.instruments ?? []) note(instrument, outcome.session);
    for (const { instrument } of outcome.clauses) note(instrument, outcome.session);
  }
  return [...namedBy].flatMap(([slug, by]) => {
    const instrument = instruments.get(slug);
    return instrument ? [recital(instrument, [...by])] : [];
  });
};

const recital = (instrument: Instrument, namedBy: string[]): Compiled => ({
  part: 'preamble',
  order: 0,
  opening: instrument.kind === 'report' ? 'taking-note-of' : 'recalling',
  addressees: [],
  text: withSymbol(instrument),
  points: [],
  sources: [{ kind: 'instrument', instrument: instrument.slug, namedBy }],
});

const withSymbol = ({ name, symbol }: Instrument): Text =>
  symbol ? Object.fromEntries(Object.entries(name).map(([tag, words]) => [tag, `${words} (${symbol})`])) : name;

/** Gives the compiled paragraphs their ids, which follow from the batch, so that a retry writes the same ones. */
export const identified = (
  declaration: Pick<Declaration, 'summit' | 'slug' | 'batch'>,
  paragraphs: readonly Compiled[],
): Paragraph[] =>
  paragraphs.map((paragraph, index) => ({
    ...paragraph,
    slug: `p${declaration.batch.slice(0, 8)}${index.toString(36).padStart(2, '0')}`,
    version: 1,
    summit: declaration.summit,
    declaration: declaration.slug,
    batch: declaration.batch,
  }));

/** Where each outcome went, to be read from the outcome's side. */
export const carriages = (
  declaration: Pick<Declaration, 'summit' | 'slug' | 'batch'>,
  paragraphs: readonly Paragraph[],
  leftOut: Compilation['leftOut'],
): Carriage[] => {
  const at = { version: 1, summit: declaration.summit, declaration: declaration.slug, batch: declaration.batch };
  return [
    ...paragraphs.flatMap((paragraph) =>
      [
        ...paragraph.sources.map((source) => ({ source, point: undefined as string | undefined })),
        ...paragraph.points.flatMap((point) => point.sources.map((source) => ({ source, point: point.id }))),
      ].flatMap(({ source, point }) =>
        source.kind === 'outcome'
          ? [{ ...at, session: source.session, outcome: source.outcome, paragraph: paragraph.slug, point }]
          : [],
      ),
    ),
    ...leftOut.map(({ outcome, reason }) => ({ ...at, session: outcome.session, outcome: outcome.slug, reason })),
  ];
};
