import { Paragraph } from '../domain/paragraph.ts';
import { Translation } from '../domain/translation.ts';
import type { Table } from './client.ts';
import { type Kind, recordOf } from './item.ts';
import { paragraphKey, translationKey } from './key.ts';

export const paragraphKind: Kind<Paragraph> = {
  type: 'paragraph',
  schema: 2,
  record: Paragraph,
  key: ({ summit, declaration, slug }) => paragraphKey(summit, declaration, slug),
};

export const translationKind: Kind<Translation> = {
  type: 'translation',
  schema: 1,
  record: Translation,
  key: ({ summit, declaration, paragraph, language }) => translationKey(summit, declaration, paragraph, language),
};

/** A paragraph by the text that it stands in. */
export interface ParagraphRef {
  summit: string;
  declaration: string;
  paragraph: string;
}

/** Those of the named paragraphs that there are, in no order; their words may be in several languages. */
export const findParagraphs = async (table: Table, named: readonly ParagraphRef[]): Promise<Paragraph[]> => {
  const keys = named.map(({ summit, declaration, paragraph }) => paragraphKey(summit, declaration, paragraph));
  const items = keys.length > 0 ? await table.batchGet(keys) : [];
  return items.map((item) => recordOf(paragraphKind, item));
};
