import { headerLine } from '../domain/header.ts';
import type { Material } from '../domain/material.ts';
import { inLanguage, type Text } from '../domain/text.ts';

/** A part of a mail, before it is text or HTML. */
export type Part =
  { say: string } | { facts: readonly (readonly [label: string, value: string])[] } | { go: string; to: string };

/** What a kind of letter says: one line, and the parts between the greeting and the closing. */
export interface Said {
  subject: string;
  parts: Part[];
}

/** Where a page stands, in the language of the mail. */
export const pageAt = ({ site, language }: Material, path: string): string => `${site}/${language}${path}`;

/** What people wrote, in the language of the mail: it stays one line, so that nobody's name looks like a paragraph of ours. */
export const named = ({ language }: Material, text: Text | undefined): string =>
  headerLine(inLanguage(text ?? {}, language));
