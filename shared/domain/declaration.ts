import * as z from 'zod';
import { DomainError, type FieldError } from './error.ts';
import { language } from './language.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { outcomeTypes } from './outcome.ts';
import { begun, chosenSlug, recordFields, revised, slug } from './record.ts';
import { inLanguage, limits, line, name, summary, text, title } from './text.ts';
import { partialDate } from './when.ts';

export const declarationKinds = [
  'declaration',
  'charter',
  'call-to-action',
  'communique',
  'statement',
  'open-letter',
  'petition',
] as const;
export type DeclarationKind = (typeof declarationKinds)[number];
export type Form = 'resolution' | 'communique' | 'letter';

const forms: Record<DeclarationKind, Form> = {
  declaration: 'resolution',
  charter: 'resolution',
  'call-to-action': 'resolution',
  communique: 'communique',
  statement: 'communique',
  'open-letter': 'letter',
  petition: 'letter',
};

/** The kind decides the form: preamble and numbered operative paragraphs; headed sections with points; or a letter with its requests. */
export const formOf = (kind: DeclarationKind): Form => forms[kind];

/** The languages in which the words of the form (opening words, headings, salutation) exist. */
export const formLanguages = ['en', 'fr', 'es'] as const;
export type FormLanguage = (typeof formLanguages)[number];

/** "vc-d-12/3": the third outcome of session vc-d-12. */
export const outcomeRefPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[1-9]\d{0,2}$/;
const outcomeRef = once(() =>
  z.string().max(90).regex(outcomeRefPattern, { message: 'Name an outcome as session/number, such as "vc-d-12/3".' }),
);

/** Outcomes that become one paragraph: sub-points, or one text that says them together. */
export const Group = once(() =>
  z.strictObject({
    outcomes: z.array(outcomeRef()).min(1).max(100),
    text: text(limits.outcome)
      .optional()
      .meta({ description: 'One text that says them together; without it they become sub-points (a), (b), …' }),
    as: z
      .enum(outcomeTypes)
      .optional()
      .meta({ description: 'Which opening word the text takes, where the outcomes are of several types.' }),
    heading: name().optional().meta({ description: 'The section it stands in, in a communiqué or statement.' }),
  }),
);
export type Group = z.output<ReturnType<typeof Group>>;

/** How a text comes to be frozen: adopted by silence, by acclamation or by an organ; opened for signature; issued by its chairs. */
export const freezings = ['silence', 'acclamation', 'organ', 'signing', 'issue'] as const;
export type Freezing = (typeof freezings)[number];

const head = once(() => ({
  title: title(),
  kind: z.enum(declarationKinds),
  language: language().default('en').meta({ description: 'The authentic language.' }),
  organ: name().optional().meta({
    description:
      'Who speaks, such as { "en": "The mayors gathered in Arvenne" }; the participants of the summit when left out.',
  }),
  addressedTo: z.array(line(limits.name)).max(20).default([]),
  slug: slug().optional(),
}));

const reportedFields = once(() => ({
  abstract: summary()
    .optional()
    .meta({ description: 'Of a reported declaration: what it says, in other words. It is not the text.' }),
  date: partialDate().optional().meta({ description: 'The date a source gives.' }),
  signatoryList: z.enum(['complete', 'partial', 'none']).optional().meta({
    description:
      'How much of the list of its signatories a source gives; a claim can be checked only against a complete one.',
  }),
}));

/** Compiles a declaration from outcomes (held), or records one that a source reports. */
export const DeclarationDraft = once(() =>
  z.strictObject({
    ...head(),
    carry: z
      .array(z.union([outcomeRef(), Group()]))
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'Which outcomes become paragraphs, in this order; every filed outcome when left out.' }),
    leaveOut: z
      .array(z.strictObject({ outcome: outcomeRef(), reason: line(limits.line) }))
      .max(1_000)
      .default([])
      .meta({ description: 'Which outcomes are not carried, and why.' }),
    ...reportedFields(),
    ...originFields('declaration'),
  }),
);
export type DeclarationDraft = z.output<ReturnType<typeof DeclarationDraft>>;

/** What of a declaration's head may be changed. */
export const DeclarationChange = once(() => DeclarationDraft().omit({ carry: true, leaveOut: true }));
export type DeclarationChange = z.output<ReturnType<typeof DeclarationChange>>;

export const Declaration = once(() =>
  z.object({
    ...DeclarationChange().shape,
    ...recordFields('declaration'),
    summit: slug(),
    rehearsal: z.boolean(),
    form: z.enum(['resolution', 'communique', 'letter']),
    text: z
      .object({ version: slug(), hash: z.string() })
      .optional()
      .meta({ description: 'The last version that was given out, and the SHA-256 of its authentic text.' }),
    taken: slug()
      .optional()
      .meta({ description: 'The last version that was taken of the text, given out or only kept.' }),
    frozen: z
      .object({ version: slug(), hash: z.string(), at: z.string(), how: z.enum(freezings) })
      .optional()
      .meta({ description: 'The version that is fixed for good, since when, and how that came.' }),
    placed: z
      .int()
      .min(0)
      .meta({ description: 'How many outcomes have a paragraph: as it was compiled, and in the whole as it stands.' }),
    leftOut: z.int().min(0).meta({ description: 'How many outcomes were left out, each with its reason: likewise.' }),
    batch: z.string().meta({ description: 'The compilation that its paragraphs belong to.' }),
  }),
);
export type Declaration = z.output<ReturnType<typeof Declaration>>;

const faults = (draft: DeclarationChange): FieldError[] => {
  const errors: FieldError[] = [];
  if (draft.origin === 'reported') return errors;
  for (const field of ['abstract', 'date', 'signatoryList'] as const)
    if (draft[field] !== undefined)
      errors.push({
        pointer: `/${field}`,
        detail: 'Leave it out: it describes a declaration that a source reports. This one has its text.',
      });
  if (!(formLanguages as readonly string[]).includes(draft.language))
    errors.push({
      pointer: '/language',
      detail: `Choose ${formLanguages.join(', ')}: the words of the form exist in these languages.`,
    });
  return errors;
};

/** The head of a declaration that begins. Errors: `invalid`. */
export const beginDeclaration = (
  summit: { slug: string; rehearsal: boolean },
  draft: DeclarationDraft,
): Omit<Declaration, 'placed' | 'leftOut' | 'batch'> => {
  const { carry, leaveOut, ...change } = draft;
  const errors = faults(change);
  const compiling = [...(carry ? ['/carry'] : []), ...(leaveOut.length > 0 ? ['/leaveOut'] : [])];
  if (draft.origin === 'reported')
    for (const pointer of compiling)
      errors.push({
        pointer,
        detail: 'Leave it out: a reported declaration has an abstract and reported acts, and is not compiled here.',
      });
  const begin = begun('declaration', change, chosenSlug(draft.slug, inLanguage(draft.title, draft.language)), errors);
  return { ...begin, summit: summit.slug, rehearsal: summit.rehearsal, form: formOf(draft.kind) };
};

// What of the head is part of the text that is circulated and frozen, in its authentic words.
const wordsOf = ({ title, organ, addressedTo, language: tag }: DeclarationChange): string =>
  JSON.stringify([title[tag], organ?.[tag], addressedTo]);

/**
 * The changed head. Its kind and language stay, because the paragraphs were compiled for them; once the text is circulated or frozen, so do its
 * authentic words: translations of the title may still come. Errors: `invalid`, `text-closed`.
 */
export const reviseDeclaration = (declaration: Declaration, draft: DeclarationChange): Declaration => {
  const errors = faults(draft);
  if (declaration.origin === 'held' && declaration.state !== 'drafting' && wordsOf(declaration) !== wordsOf(draft))
    throw new DomainError(
      'text-closed',
      `The declaration is ${declaration.state}: its title, its organ and whom it addresses are part of the text and stay as they are.`,
    );
  for (const field of ['kind', 'language'] as const)
    if (declaration.origin === 'held' && draft[field] !== declaration[field])
      errors.push({
        pointer: `/${field}`,
        detail: `Leave it "${declaration[field]}": the paragraphs were compiled for it. Compile another declaration instead.`,
      });
  return { ...revised(DeclarationChange(), declaration, draft, errors), form: formOf(draft.kind) };
};
