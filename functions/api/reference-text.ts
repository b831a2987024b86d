import { digest } from '../../shared/domain/digest.ts';
import { frozenText, hashedText } from '../../shared/domain/frozen.ts';
import { numbered, type Paragraph } from '../../shared/domain/paragraph.ts';
import { compareTexts } from '../../shared/domain/text-compared.ts';
import type { TextVersion } from '../../shared/domain/text-version.ts';
import { apart, translated, untranslated, wordingOf } from '../../shared/domain/translation.ts';
import { wordsIn } from '../../shared/words/dictionary.ts';
import { declaration, leftOut, paragraphs, role } from './reference-records.ts';

const { openings, formula } = wordsIn('en');
const form = {
  formula: formula.resolution.replace('{organ}', 'the participants in Arvenne City Summit 2027'),
  opening: (opening: keyof typeof openings.resolution) => openings.resolution[opening].words,
};
const before = paragraphs.map((one) => ({ ...one, text: one.text && { en: `${one.text.en ?? ''} soon` } }));

/** Exactly what is hashed of a text. */
export const hashedFor = (of: readonly Paragraph[]): string => hashedText(frozenText(declaration, 'v2', of, form));
/** Exactly what was hashed. */
export const hashed = hashedFor(paragraphs);

export const version: TextVersion = {
  slug: 'v2',
  version: 1,
  summit: declaration.summit,
  declaration: declaration.slug,
  at: '2027-02-20T09:00:00Z',
  by: role.account ?? 'mirel',
  why: 'saved',
  language: 'en',
  paragraphs: paragraphs.length,
  hash: digest(hashed),
  body: digest(JSON.stringify(paragraphs)),
  pieces: 1,
};

export const text = {
  placed: declaration.placed,
  leftOut: leftOut.length,
  text: numbered(paragraphs),
};

export const compared = {
  from: 'v1',
  to: 'v2',
  language: 'en',
  paragraphs: compareTexts(before, paragraphs, 'en').slice(0, 2),
};

const [first] = numbered(paragraphs).filter(({ part, text: own }) => part === 'operative' && own);
const paragraph = paragraphs.find(({ slug }) => slug === first?.slug) ?? paragraphs[0]!;
const { translations: __, ...drafted } = apart(paragraph, 'en').paragraph as typeof paragraph;
export { drafted };
export const shown = first ?? numbered(paragraphs)[0]!;

const { batch: _, ...words } = {
  ...translated(
    drafted,
    untranslated(drafted, 'fr'),
    { text: 'd’ouvrir les fonds d’inondation aux villes', addressees: [], points: [], footnotes: [] },
    'en',
  ),
  version: 1,
};
export const translation = { ...words, wording: wordingOf(drafted, 'en') };

export const citation = {
  summit: declaration.summit,
  declaration: declaration.slug,
  paragraph: drafted.slug,
  clause: '4',
  stands: true,
};
