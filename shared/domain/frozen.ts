import { createHash } from 'node:crypto';
import type { Declaration } from './declaration.ts';
import { canonical } from './ordered.ts';
import { numbered, type Opening, type Paragraph } from './paragraph.ts';
import { inLanguage, type Text } from './text.ts';

/** What the words of the form say of a text in its authentic language: they are part of what is read, and so of what is hashed. */
export interface Form {
  formula: string;
  opening: (opening: Opening) => string;
}

/** A paragraph as it is frozen: its stable id, its number, and its words in the authentic language alone. */
export interface FrozenParagraph {
  id: string;
  part: Paragraph['part'];
  number: number | null;
  /** Which annex it stands in. */
  annex?: number | undefined;
  heading?: string | undefined;
  opening: string;
  addressees: string[];
  text?: string | undefined;
  points: { id: string; text: string; addressees: string[] }[];
  footnotes: { id: string; number: number; text: string }[];
}

/** Exactly what is hashed: one JSON value whose canonical text (RFC 8785) is the same wherever it is made. */
export interface FrozenText {
  format: 'plenary-text/1';
  summit: string;
  declaration: string;
  version: string;
  rehearsal: boolean;
  language: string;
  kind: Declaration['kind'];
  title: string;
  formula: string;
  addressedTo: string[];
  paragraphs: FrozenParagraph[];
}

/** The authentic text of a version. Paragraphs that are gone are no part of it. */
export const frozenText = (
  { summit, slug, rehearsal, language, kind, title, addressedTo }: Declaration,
  version: string,
  paragraphs: readonly Paragraph[],
  form: Form,
): FrozenText => {
  const said = (words: Text): string => inLanguage(words, language);
  return {
    format: 'plenary-text/1',
    summit,
    declaration: slug,
    version,
    rehearsal,
    language,
    kind,
    title: said(title),
    formula: form.formula,
    addressedTo,
    paragraphs: numbered(
      paragraphs.filter(({ gone }) => !gone),
      language,
    ).map((paragraph) => ({
      id: paragraph.slug,
      part: paragraph.part,
      number: paragraph.number,
      annex: paragraph.annex,
      heading: paragraph.heading && said(paragraph.heading),
      opening: paragraph.opening ? form.opening(paragraph.opening) : '',
      addressees: paragraph.addressees.map(said),
      text: paragraph.text && said(paragraph.text),
      points: paragraph.points.map(({ id, text, addressees }) => ({
        id,
        text: said(text),
        addressees: addressees.map(said),
      })),
      footnotes: (paragraph.footnotes ?? []).map(({ id, number, text }) => ({ id, number, text: said(text) })),
    })),
  };
};

/** The bytes that are hashed and signed: the canonical JSON of a text, in UTF-8. */
export const hashedText = (text: FrozenText): string => canonical(text);

/** SHA-256 of those bytes, as a signer takes it. */
export const textDigest = (hashed: string): Uint8Array => createHash('sha256').update(hashed).digest();
