import type { Group } from './declaration.ts';
import type { FieldError } from './error.ts';
import type { Instrument } from './instrument.ts';
import type { Outcome } from './outcome.ts';
import type { Opening, Paragraph, Point, SourceLink } from './paragraph.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** A paragraph before it has its id. */
export type Compiled = Omit<Paragraph, 'slug' | 'version' | 'summit' | 'declaration' | 'batch'>;

/** Outcomes that become one paragraph, and where the draft says so. */
export interface Chosen {
  group: Omit<Group, 'outcomes'>;
  outcomes: Outcome[];
  pointer: string;
}

const paragraphBytes = 200_000;

const openingOf: Record<Outcome['type'], Opening> = {
  practice: 'take-note-of',
  'key-message': 'underline',
  recommendation: 'recommend',
  commitment: 'commit-to',
  ask: 'call-upon',
};
/** The order in which a text is built when nothing else is wanted: from what was seen to what is asked. */
export const typeOrder = Object.keys(openingOf);

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

/** The paragraph that outcomes become: one text, or sub-points. What is wrong with the choice is added to `errors`. */
export const paragraphOf = ({ group, outcomes, pointer }: Chosen, errors: FieldError[]): Compiled => {
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

/** The paragraphs that precede them: one for each instrument that the outcomes or their sessions name. */
export const preambleOf = (
  outcomes: readonly Outcome[],
  { sessions, instruments }: { sessions: ReadonlyMap<string, Session>; instruments: ReadonlyMap<string, Instrument> },
): Compiled[] => {
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
