import { type Chosen, type Compiled, paragraphOf, preambleOf, typeOrder } from './compile-paragraph.ts';
import type { DeclarationDraft, Group } from './declaration.ts';
import { type FieldError, invalid, refuseAll } from './error.ts';
import type { Instrument } from './instrument.ts';
import { type Outcome, outcomeRef } from './outcome.ts';
import type { Carriage } from './paragraph.ts';
import type { Session } from './session.ts';
import { bySlug } from './slug.ts';

/** What a compilation has to go by. */
export interface Material {
  /** Every filed outcome of the summit, and those that the draft names, by reference. */
  outcomes: ReadonlyMap<string, Outcome>;
  /** The sessions of those outcomes, by slug. */
  sessions: ReadonlyMap<string, Session>;
  /** The instruments that those sessions and outcomes name, by slug. */
  instruments: ReadonlyMap<string, Instrument>;
}

/** What a compilation comes to: the paragraphs, and every filed outcome that none of them carries. */
export interface Compilation {
  paragraphs: Compiled[];
  leftOut: { outcome: Outcome; reason: string; because?: Carriage['because'] }[];
}

/** The most a compiled text may hold, as bytes of JSON: one answer of the API has to carry it. */
export const compiledBytes = 3_000_000;

/**
 * Decides the paragraphs of a draft: which outcomes each carries and with what opening word, which instruments precede them, and what was
 * left out and why. Pure; the same material gives the same text. Errors: `invalid`, every wrong reference at once.
 */
export const compile = (draft: DeclarationDraft, language: string, material: Material): Compilation => {
  const errors: FieldError[] = [];
  const reasons = new Map(draft.leaveOut.map(({ outcome, reason }) => [outcome, reason]));
  const chosen = draft.carry ? named(draft.carry, language, material, errors) : everything(reasons, language, material);
  const carried = new Set(chosen.flatMap(({ outcomes }) => outcomes.map(outcomeRef)));
  errors.push(...leaveOutFaults(draft, carried, material));
  if (errors.length === 0 && chosen.length === 0)
    errors.push({
      pointer: '/carry',
      detail: `File an outcome with a text in "${language}" first: the summit has none that this declaration could carry.`,
    });
  const operative = chosen.map((choice) => paragraphOf(choice, errors));
  refuseAll(errors);
  const preamble = preambleOf(
    chosen.flatMap(({ outcomes }) => outcomes),
    material,
  );
  const paragraphs = [...preamble, ...operative].map((paragraph, order) => ({ ...paragraph, order }));
  fits(paragraphs);
  return { paragraphs, leftOut: leftOver(carried, reasons, language, material) };
};

const leaveOutFaults = (
  { leaveOut }: DeclarationDraft,
  carried: ReadonlySet<string>,
  { outcomes }: Material,
): FieldError[] => {
  const seen = new Set<string>();
  return leaveOut.flatMap(({ outcome }, at) => {
    const isRepeated = seen.has(outcome);
    seen.add(outcome);
    const isFiled = outcomes.get(outcome)?.state === 'filed';
    return [
      ...(isRepeated ? [`Leave "${outcome}" out once; it is named before.`] : []),
      ...(carried.has(outcome) ? [`Either carry "${outcome}" or leave it out.`] : []),
      ...(isFiled ? [] : [`There is no filed outcome "${outcome}" in this summit.`]),
    ].map((detail) => ({ pointer: `/leaveOut/${at}/outcome`, detail }));
  });
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
      const reason = reasons.get(ref);
      if (reason !== undefined) return { outcome, reason };
      return outcome.text[language]
        ? { outcome, reason: 'It was not among the outcomes chosen for this text.', because: 'not-chosen' }
        : { outcome, reason: noText(ref, language), because: 'no-text' };
    });
