import * as z from 'zod';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { firstState } from './lifecycle.ts';
import { once } from './once.ts';
import { openings, type Paragraph } from './paragraph.ts';
import type { Participation } from './participation.ts';
import { Received } from './received.ts';
import { recordFields, slug } from './record.ts';
import { limits, line, storedText, text } from './text.ts';
import type { Instant } from './when.ts';

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

const wordFaults = ({ kind, words, point, opening }: AmendmentDraft, language: string): FieldError[] => {
  const errors: FieldError[] = [];
  if (kind === 'delete' && words)
    errors.push({
      pointer: '/words',
      detail: 'Leave the words out: it deletes. To change them, propose to replace them.',
    });
  if (kind !== 'delete' && words?.[language] === undefined)
    errors.push({ pointer: '/words', detail: `Give the words in "${language}", the authentic language.` });
  if (inserts({ kind }) && point !== undefined)
    errors.push({ pointer: '/point', detail: 'Leave the point out: a paragraph is inserted beside a paragraph.' });
  if (!inserts({ kind }) && opening !== undefined)
    errors.push({ pointer: '/opening', detail: 'Leave it out: only an inserted paragraph has an opening of its own.' });
  return errors;
};

const targetFaults = (
  { kind, point, paragraph, words }: AmendmentDraft,
  target: Paragraph,
  language: string,
): FieldError[] => {
  if (inserts({ kind })) return [];
  const ids = target.points.map(({ id }) => id).join(', ');
  const said = saidThere(target, { kind, point }, language);
  if (said === undefined)
    return [
      {
        pointer: '/point',
        detail: ids === '' ? `Leave it out: the paragraph "${paragraph}" has no points.` : `Choose one of ${ids}.`,
      },
    ];
  if (kind === 'replace' && said === '')
    return [
      { pointer: '/point', detail: `Say which of its points is to be replaced: ${ids}. It has no words of its own.` },
    ];
  if (kind === 'replace' && said === words?.[language])
    return [{ pointer: '/words', detail: 'Change something: these are the words that it has.' }];
  return [];
};

/** Those who take part in what is decided: they are asked, and may amend. Observers and supporters are heard in other ways. */
const amending: ReadonlySet<string> = new Set(['host', 'chair', 'convenor', 'participating-member']);

/** Refuses an organization that may not amend. Errors: `invalid`. */
export const mayAmend = (organization: string, participation: Participation | undefined): FieldError[] => {
  if (!participation)
    return [
      {
        pointer: '/organization',
        detail: `"${organization}" does not take part in this summit. Those who do may propose amendments.`,
      },
    ];
  const { state, capacities } = participation;
  if (state === 'withdrawn' || state === 'absent')
    return [
      {
        pointer: '/organization',
        detail: `The participation of "${organization}" is ${state}. Those who take part may propose amendments.`,
      },
    ];
  if (!capacities.some((capacity) => amending.has(capacity)))
    return [
      {
        pointer: '/organization',
        detail: `"${organization}" takes part as ${capacities.join(' and ')}. Hosts, chairs, convenors and participating members may propose amendments.`,
      },
    ];
  return [];
};

/** What an amendment is proposed against: the paragraph as it was then, and what followed it. */
export interface Against {
  paragraph: Paragraph;
  version?: string | undefined;
  next?: string | undefined;
}

/** Proposes an amendment. `faults` are what is wrong beside its own fields. Errors: `invalid`, with every fault at once. */
export const proposeAmendment = (
  declaration: { summit: string; slug: string; language: string; rehearsal: boolean },
  id: string,
  draft: AmendmentDraft,
  {
    against,
    participation,
    by,
    at,
    faults,
  }: {
    against: Against | undefined;
    participation: Participation | undefined;
    by: string;
    at: Instant;
    faults: readonly FieldError[];
  },
): Amendment => {
  const { language, summit, rehearsal } = declaration;
  const errors = [
    ...faults,
    ...mayAmend(draft.organization, participation),
    ...wordFaults(draft, language),
    ...(against ? targetFaults(draft, against.paragraph, language) : []),
  ];
  refuseAll(errors);
  if (!against || !participation) throw new Error('What is missing was to be among the faults.');
  const { paragraph, version, next } = against;
  return {
    ...draft,
    slug: id,
    version: 1,
    state: firstState('amendment'),
    summit,
    declaration: declaration.slug,
    language,
    rehearsal,
    printed: participation.counted.printed,
    base: {
      version,
      paragraph: paragraph.version,
      words: saidThere(paragraph, draft, language) ?? '',
      part: paragraph.part,
      order: paragraph.order,
      next,
    },
    at,
    enteredBy: by,
  };
};

/** Refuses to amend what is fixed: the text is drafted, or circulated, until it is frozen. Errors: `not-checkable`, `text-closed`. */
export const mayBeAmended = ({
  origin,
  state,
  frozen,
}: {
  origin: string;
  state: string;
  frozen?: object | undefined;
}): void => {
  if (origin === 'reported')
    throw new DomainError(
      'not-checkable',
      'This declaration is reported: its text is not here, so there is nothing to amend.',
    );
  if (frozen)
    throw new DomainError(
      'text-closed',
      `The declaration is ${state}: its text is frozen and takes no amendments. What an organization says against it is recorded as a dissociation, an editorial mistake as a corrigendum.`,
    );
};
