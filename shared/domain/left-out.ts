import * as z from 'zod';
import { carriages } from './carriage.ts';
import { type Declaration, outcomeRefPattern } from './declaration.ts';
import { type FieldError, refuseAll } from './error.ts';
import { once } from './once.ts';
import { type Outcome, outcomeRef } from './outcome.ts';
import type { Carriage, Paragraph } from './paragraph.ts';
import { sourceName, sourcesOf } from './source.ts';
import { limits, line } from './text.ts';

/** Outcomes that a text does not carry, and why. */
export const LeftOutDraft = once(() =>
  z.strictObject({
    outcomes: z
      .array(
        z
          .string()
          .max(90)
          .regex(outcomeRefPattern, { message: 'Name an outcome as session/number, such as "vc-d-12/3".' }),
      )
      .min(1)
      // As many as fit into one transaction beside the rest of the deed.
      .max(40),
    reason: line(limits.line),
  }),
);
export type LeftOutDraft = z.output<ReturnType<typeof LeftOutDraft>>;

/** Which outcomes stand in a text, by what a source calls them. */
const placedIn = (paragraphs: readonly Paragraph[]): Set<string> =>
  new Set(
    paragraphs
      .filter(({ gone }) => !gone)
      .flatMap((paragraph) => sourcesOf(paragraph))
      .map(({ source }) => sourceName(source)),
  );

/**
 * That outcomes are not carried, for a reason: of what stands in the text nobody can say so. `filed` are those of the named outcomes that there are.
 * Errors: `invalid`, each outcome that is wrong.
 */
export const leaveOut = (
  {
    declaration,
    paragraphs,
  }: { declaration: Pick<Declaration, 'summit' | 'slug' | 'batch'>; paragraphs: readonly Paragraph[] },
  { outcomes, reason }: LeftOutDraft,
  filed: ReadonlyMap<string, Outcome>,
): Carriage[] => {
  const placed = placedIn(paragraphs);
  const errors = outcomes.flatMap((ref, at): FieldError[] => {
    const pointer = `/outcomes/${at}`;
    if (outcomes.indexOf(ref) < at) return [{ pointer, detail: `Name "${ref}" once; it is named before.` }];
    if (!filed.has(ref)) return [{ pointer, detail: `There is no filed outcome "${ref}" in this summit.` }];
    return placed.has(`outcome ${ref}`)
      ? [{ pointer, detail: `Take "${ref}" from its paragraph instead: it stands in the text.` }]
      : [];
  });
  refuseAll(errors);
  const left = outcomes.flatMap((ref) => filed.get(ref) ?? []).map((outcome) => ({ outcome, reason }));
  return carriages(declaration, [], left);
};

/** What a text knows of an outcome, by its reference. */
export const refOf = ({ session, outcome }: Pick<Carriage, 'session' | 'outcome'>): string =>
  outcomeRef({ session, slug: outcome });
