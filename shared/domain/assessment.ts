import * as z from 'zod';
import type { Declaration } from './declaration.ts';
import { digest } from './digest.ts';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { firstState } from './lifecycle.ts';
import { once } from './once.ts';
import type { Paragraph } from './paragraph.ts';
import { recordFields, slug } from './record.ts';
import { documentHash } from './sha256.ts';
import { folded } from './slug.ts';
import { inLanguage, limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** Whether the addressee did it: realized, partly, or not. The scale of the G20 Research Group's compliance reports. */
export const scores = [1, 0, -1] as const;
export type Score = (typeof scores)[number];

const SourceDocument = once(() =>
  z.strictObject({
    title: line(limits.line),
    url: z
      .url({ protocol: /^https?$/, message: 'Give a web address that begins with http:// or https://.' })
      .max(1_000)
      .meta({ description: 'Where it can be read.' }),
    date: partialDate().meta({ description: 'The date that it bears.' }),
    document: documentHash('The SHA-256 of the document as it was read.'),
  }),
);

/** What somebody finds that an addressee did about a paragraph, by the words of a document. */
export const AssessmentDraft = once(() =>
  z.strictObject({
    paragraph: slug().meta({ description: 'An operative paragraph of the frozen text.' }),
    addressee: line(limits.name)
      .optional()
      .meta({ description: 'Which of its addressees, as the text names them; needed where there are several.' }),
    score: z.literal([...scores]).meta({ description: '+1 realized, 0 partly, −1 not.' }),
    quotation: line(2_000).meta({ description: 'The words of the document that show it.' }),
    source: SourceDocument(),
    assessor: line(limits.name).meta({ description: 'Who assesses it, as printed.' }),
    note: line(1_000).optional(),
  }),
);
export type AssessmentDraft = z.output<ReturnType<typeof AssessmentDraft>>;

export const Assessment = once(() =>
  z.object({
    ...AssessmentDraft().shape,
    ...recordFields('assessment'),
    summit: slug(),
    declaration: slug(),
    addressee: z.string(),
    textVersion: slug(),
    on: z.string().meta({ description: 'When it was assessed.' }),
    enteredBy: z.string().meta({ description: 'The account of the assessor; for organizers and assessors only.' }),
  }),
);
export type Assessment = z.output<ReturnType<typeof Assessment>>;

/** Whom a paragraph, or a point of it, addresses: each once, in the authentic words. */
export const addresseesOf = (
  { addressees, points }: Pick<Paragraph, 'addressees' | 'points'>,
  language: string,
): string[] => {
  const named = [...addressees, ...points.flatMap((point) => point.addressees)].map((one) => inLanguage(one, language));
  return [...new Map(named.map((one) => [folded(one), one])).values()];
};

/** The operative paragraphs that address somebody: those of which it can be asked what became of them. */
export const assessable = (paragraphs: readonly Paragraph[], language: string): Paragraph[] =>
  paragraphs.filter(
    (paragraph) => paragraph.part === 'operative' && !paragraph.gone && addresseesOf(paragraph, language).length > 0,
  );

/** Whom an assessment is about: the one who is named, or the only one there is. */
const chosen = (draft: AssessmentDraft, there: readonly string[], errors: FieldError[]): string => {
  const [only] = there;
  const found = there.find((one) => folded(one) === folded(draft.addressee ?? ''));
  if (found) return found;
  if (draft.addressee === undefined && there.length === 1) return only ?? '';
  errors.push({ pointer: '/addressee', detail: `Name one of those whom it addresses: ${there.join('; ')}.` });
  return '';
};

/**
 * Assesses a paragraph of the frozen text. One for each assessor, paragraph, addressee and document: `retracted` is how many of these were taken back.
 * Errors: `not-frozen`, `not-checkable`, `invalid`.
 */
export const assess = (
  { declaration, paragraphs }: { declaration: Declaration; paragraphs: readonly Paragraph[] },
  draft: AssessmentDraft,
  { on, enteredBy }: { on: string; enteredBy: string },
): Assessment => {
  const { summit, slug: name, language, frozen, origin } = declaration;
  if (origin === 'reported')
    throw new DomainError('not-checkable', 'This declaration is reported: its paragraphs are not here to be assessed.');
  if (!frozen)
    throw new DomainError('not-frozen', 'Only what a frozen text asks for is assessed; this one may change.');
  const paragraph = assessable(paragraphs, language).find((one) => one.slug === draft.paragraph);
  const errors: FieldError[] = [];
  if (!paragraph)
    errors.push({
      pointer: '/paragraph',
      detail: 'Name an operative paragraph of the text that addresses somebody: only these are assessed.',
    });
  const addressee = paragraph ? chosen(draft, addresseesOf(paragraph, language), errors) : '';
  refuseAll(errors);
  const which = [enteredBy, draft.paragraph, folded(addressee), draft.source.url].join('\n');
  return {
    ...draft,
    slug: `${draft.paragraph}-${digest(which).slice(0, 12)}`,
    version: 1,
    state: firstState('assessment'),
    summit,
    declaration: name,
    addressee,
    textVersion: frozen.version,
    on,
    enteredBy,
  };
};

/** The same assessment made anew, once others like it were retracted. */
export const afterRetracted = (assessment: Assessment, earlier: readonly Assessment[]): Assessment => {
  const retracted = earlier.filter(({ state }) => state === 'retracted').length;
  return retracted === 0 ? assessment : { ...assessment, slug: `${assessment.slug}-${retracted + 1}` };
};
