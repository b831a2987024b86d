import * as z from 'zod';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import type { FrozenText } from './frozen.ts';
import { firstState } from './lifecycle.ts';
import { once } from './once.ts';
import { recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';
import { type Instant, toInstant } from './when.ts';

/** An editorial mistake of a frozen text: what stands there, and what it should read. */
export const CorrigendumDraft = once(() =>
  z.strictObject({
    paragraph: slug().meta({ description: 'The stable id of the paragraph.' }),
    words: line(limits.outcome).meta({
      description:
        'The words as they stand in the frozen text, in the authentic language: enough of them to stand there once.',
    }),
    read: line(limits.outcome).meta({ description: 'What they should read.' }),
    reason: line(limits.line).meta({
      description: 'Why this is a mistake of editing and changes nothing that was agreed.',
    }),
    decidedBy: line(limits.name).meta({ description: 'Who decided it, such as the chairs.' }),
    on: z.iso
      .date({ message: 'Give a day that exists, such as "2031-12-08".' })
      .meta({ description: 'The day on which it was decided.' }),
  }),
);
export type CorrigendumDraft = z.output<ReturnType<typeof CorrigendumDraft>>;

export const Corrigendum = once(() =>
  z.object({
    ...CorrigendumDraft().shape,
    ...recordFields('corrigendum'),
    summit: slug(),
    declaration: slug(),
    rehearsal: z.boolean(),
    text: z
      .object({ version: slug(), hash: z.string() })
      .meta({ description: 'The frozen version, which stays as it is.' }),
    at: z.string().meta({ description: 'When it was recorded here.' }),
    enteredBy: z.string(),
  }),
);
export type Corrigendum = z.output<ReturnType<typeof Corrigendum>>;

/** The version that a mistake can be recorded of. Errors: `not-checkable`, `not-frozen`. */
export const mustBeFrozen = <F extends object>({
  origin,
  state,
  frozen,
}: {
  origin: string;
  state: string;
  frozen?: F | undefined;
}): F => {
  if (origin === 'reported')
    throw new DomainError(
      'not-checkable',
      'This declaration is reported: its text is not here, so nothing of it is corrected here.',
    );
  if (!frozen)
    throw new DomainError(
      'not-frozen',
      `The declaration is ${state}: correct the text itself. Only of a frozen text a mistake is recorded apart.`,
    );
  return frozen;
};

// Everything that a paragraph says, each part by itself: what stands across two of them stands nowhere.
const saidIn = ({
  heading,
  opening,
  addressees,
  text,
  points,
  footnotes,
}: FrozenText['paragraphs'][number]): string[] =>
  [
    heading,
    opening,
    ...addressees,
    text,
    ...points.flatMap((point) => [point.text, ...point.addressees]),
    ...footnotes.map((footnote) => footnote.text),
  ].filter((said) => said !== undefined);

const timesIn = (said: readonly string[], words: string): number =>
  said.reduce((sum, part) => sum + part.split(words).length - 1, 0);

const faults = (
  { paragraph, words, read, on }: CorrigendumDraft,
  { paragraphs, version }: FrozenText,
  now: Date,
): FieldError[] => {
  const errors: FieldError[] = [];
  const frozen = paragraphs.find(({ id }) => id === paragraph);
  if (!frozen)
    errors.push({ pointer: '/paragraph', detail: `The frozen version ${version} has no paragraph "${paragraph}".` });
  const times = frozen ? timesIn(saidIn(frozen), words) : 1;
  if (times === 0)
    errors.push({
      pointer: '/words',
      detail: 'Give words that stand in the frozen paragraph, letter by letter, in the authentic language.',
    });
  if (times > 1)
    errors.push({
      pointer: '/words',
      detail: `Give more of the words around them: these stand in the paragraph ${times} times.`,
    });
  if (read === words)
    errors.push({ pointer: '/read', detail: 'Say what they should read: these are the words that stand there.' });
  // Somewhere it is tomorrow already.
  if (on > toInstant(new Date(now.getTime() + 14 * 60 * 60 * 1_000)).slice(0, 10))
    errors.push({ pointer: '/on', detail: 'Give a day that is not in the future.' });
  return errors;
};

/** The name of the one that follows: "k1" is the first. */
export const corrigendumAfter = (last: string | undefined): string => `k${Number(last?.slice(1) ?? 0) + 1}`;

/** Records a mistake beside the text, which stays as it was hashed. Errors: `invalid`. */
export const recordCorrigendum = (
  declaration: { summit: string; slug: string; rehearsal: boolean },
  frozen: { version: string; hash: string },
  draft: CorrigendumDraft,
  { text, slug: name, by, at }: { text: FrozenText; slug: string; by: string; at: Date },
): Corrigendum => {
  refuseAll(faults(draft, text, at));
  const recorded: Instant = toInstant(at);
  return {
    ...draft,
    slug: name,
    version: 1,
    state: firstState('corrigendum'),
    summit: declaration.summit,
    declaration: declaration.slug,
    rehearsal: declaration.rehearsal,
    text: { version: frozen.version, hash: frozen.hash },
    at: recorded,
    enteredBy: by,
  };
};
