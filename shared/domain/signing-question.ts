import * as z from 'zod';
import type { Declaration } from './declaration.ts';
import { statesOf } from './lifecycle.ts';
import { once } from './once.ts';
import type { Paragraph } from './paragraph.ts';
import { slug } from './record.ts';
import { signingCapacities, type Signature } from './signature.ts';
import { Preparation, type Signing, type SigningOpening } from './signing.ts';
import type { Summit } from './summit.ts';
import { storedText, type Text } from './text.ts';
import { type Spoken, translationStates } from './translation.ts';

/** A paragraph in the reader's language, as far as it is translated. It is no part of what is signed. */
export const TranslatedParagraph = once(() =>
  z.object({
    id: slug(),
    state: z.enum(translationStates).meta({ description: 'A draft was not reviewed yet.' }),
    heading: z.string().optional(),
    opening: z.string().optional(),
    addressees: z.array(z.string()),
    text: z.string().optional(),
    points: z.array(z.object({ id: slug(), text: z.string().optional(), addressees: z.array(z.string()) })),
    footnotes: z.array(z.object({ id: slug(), text: z.string().optional() })),
  }),
);
export type TranslatedParagraph = z.output<ReturnType<typeof TranslatedParagraph>>;

const Shown = once(() =>
  z.object({
    version: slug(),
    hash: z.string().meta({ description: 'SHA-256 of "hashed", in hexadecimal.' }),
    language: z.string().meta({ description: 'The authentic language.' }),
    hashed: z.string().meta({ description: 'Exactly what is signed: the canonical JSON of the authentic text.' }),
    at: z.string().meta({ description: 'Where everybody reads exactly this.' }),
    translation: z
      .object({ language: z.string(), title: z.string().optional(), paragraphs: z.array(TranslatedParagraph()) })
      .optional()
      .meta({ description: 'In the reader’s language, as far as there is one. It is no part of what is signed.' }),
  }),
);

/** What whoever holds a link to sign is shown: what is asked, exactly what would be signed, and where things stand. */
export const SigningQuestion = once(() =>
  z.object({
    state: z.enum(statesOf('signing')).meta({ description: 'Where it stands.' }),
    as: z.enum(['office', 'signatory']).meta({ description: 'Whom the link went to.' }),
    isOpen: z.boolean().meta({ description: 'The declaration is open for signature, with this very text.' }),
    canPrepare: z.boolean(),
    canSign: z.boolean(),
    until: z.string().meta({ description: 'Until when the link opens.' }),
    rehearsal: z.boolean(),
    summit: z.object({ slug: slug(), title: storedText() }),
    declaration: z.object({ slug: slug(), title: storedText(), addressedTo: z.array(z.string()) }),
    organization: slug(),
    printed: z.string(),
    capacity: z.enum(signingCapacities),
    text: Shown(),
    prepared: z.object({ ...Preparation().shape, at: z.string() }).optional(),
    signature: z
      .object({
        slug: z.string(),
        on: z.string().optional(),
        recordedAt: z.string(),
        entry: z.string().optional().meta({ description: 'The id of its entry in the chain of signatures.' }),
        state: z.enum(statesOf('signature')),
        receipt: z.string().meta({ description: 'Where its receipt is, with its place in the chain.' }),
      })
      .optional(),
  }),
);
export type SigningQuestion = z.output<ReturnType<typeof SigningQuestion>>;

/** The records that a link to sign leads to. */
export interface BehindSigning {
  signing: Signing;
  summit: Summit;
  declaration: Declaration;
  hashed: string;
  paragraphs: readonly Spoken[];
  signature?: Signature | undefined;
}

type OpeningWords = (paragraph: Paragraph) => string | undefined;

const inJust = (language: string, words: Text | undefined): string | undefined => words?.[language];

const translatedOne = (paragraph: Spoken, language: string, opening: OpeningWords): TranslatedParagraph => {
  const just = (words: Text | undefined): string | undefined => inJust(language, words);
  const all = (words: readonly Text[]): string[] => words.flatMap((one) => just(one) ?? []);
  return {
    id: paragraph.slug,
    state: paragraph.translations.some((one) => one.language === language && one.state === 'reviewed')
      ? 'reviewed'
      : 'draft',
    heading: just(paragraph.heading),
    opening: opening(paragraph),
    addressees: all(paragraph.addressees),
    text: just(paragraph.text),
    points: paragraph.points.map(({ id, text, addressees }) => ({ id, text: just(text), addressees: all(addressees) })),
    footnotes: (paragraph.footnotes ?? []).map(({ id, text }) => ({ id, text: just(text) })),
  };
};

const hasWords = ({ heading, text, points }: TranslatedParagraph): boolean =>
  heading !== undefined || text !== undefined || points.some(({ text: words }) => words !== undefined);

/** The text in the reader's language, as far as it is translated; nothing where none of it is, or where that is the authentic one. */
export const translationFor = (
  { declaration, paragraphs }: Pick<BehindSigning, 'declaration' | 'paragraphs'>,
  language: string,
  opening: OpeningWords,
): SigningQuestion['text']['translation'] => {
  if (language === declaration.language) return undefined;
  const translated = paragraphs.map((paragraph) => translatedOne(paragraph, language, opening)).filter(hasWords);
  return translated.length === 0 ? undefined : { language, title: declaration.title[language], paragraphs: translated };
};

const signatureIn = ({ signature }: BehindSigning): SigningQuestion['signature'] => {
  if (!signature) return undefined;
  const { summit, declaration, slug, on, recordedAt, entry, state } = signature;
  const receipt = `/api/v1/summits/${summit}/declarations/${declaration}/signatures/${slug}/receipt`;
  return { slug, on, recordedAt, entry, state, receipt };
};

/** What the bearer of a link to sign is asked, and what has become of it. */
export const signingQuestion = (
  behind: BehindSigning,
  { as, until }: Pick<SigningOpening, 'as' | 'until'>,
  translation: SigningQuestion['text']['translation'],
): SigningQuestion => {
  const { signing, summit, declaration } = behind;
  const { state, text, organization, printed, capacity, rehearsal, prepared } = signing;
  const isOpen = declaration.state === 'open-for-signature' && declaration.frozen?.hash === text.hash;
  const isWaiting = state === 'asked' || state === 'prepared';
  const at = `/api/v1/summits/${signing.summit}/declarations/${signing.declaration}/versions/${text.version}/text`;
  return {
    state,
    as,
    isOpen,
    canPrepare: isOpen && isWaiting && as === 'office',
    canSign: isOpen && state === 'prepared',
    until,
    rehearsal,
    summit: { slug: summit.slug, title: summit.title },
    declaration: { slug: declaration.slug, title: declaration.title, addressedTo: declaration.addressedTo },
    organization,
    printed,
    capacity,
    text: { ...text, language: declaration.language, hashed: behind.hashed, at, translation },
    prepared,
    signature: signatureIn(behind),
  };
};
