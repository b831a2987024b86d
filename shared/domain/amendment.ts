import * as z from 'zod';
import { once } from './once.ts';
import { openings, type Paragraph } from './paragraph.ts';
import { Received } from './received.ts';
import { recordFields, slug } from './record.ts';
import { limits, line, storedText, text } from './text.ts';

export const amendmentKinds = ['replace', 'insert-before', 'insert-after', 'delete'] as const;

/** What an amendment was made against: a version of the text, or the paragraph as it was read. */
const Base = once(() =>
  z.strictObject({
    version: slug().optional().meta({ description: 'A version of the text, such as "v1".' }),
    paragraph: z.int().positive().optional().meta({
      description: 'The version number of the paragraph; it is refused when the paragraph has changed since.',
    }),
  }),
);

/** What an organization proposes to change in a paragraph. */
export const AmendmentDraft = once(() =>
  z.strictObject({
    organization: slug().meta({ description: 'Who proposes it.' }),
    paragraph: slug().meta({ description: 'The stable id of the paragraph.' }),
    point: slug().optional().meta({ description: 'One of its points, to replace or delete only that.' }),
    kind: z.enum(amendmentKinds),
    words: text(limits.outcome)
      .optional()
      .meta({ description: 'The proposed words, in the authentic language at least; none where it deletes.' }),
    opening: z.enum(openings).optional().meta({
      description: 'The opening word of an inserted paragraph; that of the paragraph beside it when left out.',
    }),
    reason: line(2_000),
    base: Base().optional().meta({ description: 'What it was made against; the present words when left out.' }),
    received: Received().optional().meta({
      description: 'When and how it arrived, where somebody else enters it for the organization.',
    }),
  }),
);
export type AmendmentDraft = z.output<ReturnType<typeof AmendmentDraft>>;

/** The words that it was made against, and where they stood: kept with it, so that it has its place whatever becomes of the paragraph. */
const KeptBase = once(() =>
  z.object({
    version: slug().optional(),
    paragraph: z.int().positive(),
    words: z.string().meta({ description: 'In the authentic language.' }),
    part: z.enum(['preamble', 'operative', 'annex']),
    order: z.number(),
    next: slug().optional().meta({ description: 'The paragraph that followed.' }),
  }),
);

/** What was decided, and what became of the text by it. */
const Decided = once(() =>
  z.object({
    at: z.string(),
    reason: z.string().optional(),
    paragraph: slug().optional().meta({ description: 'The paragraph that was changed, inserted or removed.' }),
    words: z.string().optional().meta({
      description: 'What the paragraph or point says by it, in the authentic language; nothing where it is removed.',
    }),
    as: z.enum(['proposed', 'rebased', 'sent']).optional().meta({
      description:
        'Whether its own words were taken, these words merged into what the text said, or words that whoever decided sent.',
    }),
  }),
);

export const Amendment = once(() =>
  z.object({
    ...AmendmentDraft().shape,
    ...recordFields('amendment'),
    words: storedText().optional(),
    base: KeptBase(),
    summit: slug(),
    declaration: slug(),
    language: z.string().meta({ description: 'The authentic language.' }),
    printed: z.string().meta({ description: 'What the organization is called.' }),
    rehearsal: z.boolean(),
    at: z.string().meta({ description: 'When it was recorded here.' }),
    enteredBy: z.string(),
    decided: Decided().optional(),
  }),
);
export type Amendment = z.output<ReturnType<typeof Amendment>>;

/** Whether it puts a paragraph of its own beside another one. */
export const inserts = ({ kind }: Pick<Amendment, 'kind'>): boolean =>
  kind === 'insert-before' || kind === 'insert-after';

/** Whether it takes a whole paragraph away. */
export const removesWhole = ({ kind, point }: Pick<Amendment, 'kind' | 'point'>): boolean =>
  kind === 'delete' && point === undefined;

/** What a paragraph or one of its points says in a language; undefined when there is no such point. A whole paragraph is its text and its points. */
export const saidThere = (
  { text: own, points }: Paragraph,
  { kind, point }: Pick<Amendment, 'kind' | 'point'>,
  language: string,
): string | undefined => {
  if (point !== undefined) return points.find(({ id }) => id === point)?.text[language];
  const said = own?.[language] ?? '';
  return removesWhole({ kind, point })
    ? [said, ...points.map(({ text: words }) => words[language] ?? '')].join('\n')
    : said;
};
