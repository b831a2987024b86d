import { carriageBy } from '../domain/carriage.ts';
import { citationBy } from '../domain/citation.ts';
import type { Edit } from '../domain/edit.ts';
import { sourceName, type Sourced, sourcesOf } from '../domain/source.ts';
import { apart } from '../domain/translation.ts';
import { citationKind } from '../table/citation.ts';
import type { Item } from '../table/client.ts';
import type { DraftedText } from '../table/declaration.ts';
import { throughWords } from '../table/gate.ts';
import { insert, itemOf, replace } from '../table/item.ts';
import { put } from '../table/mark.ts';
import { wentKind } from '../table/outcome.ts';
import { paragraphKind, translationKind } from '../table/paragraph.ts';
import { Raced, type Write } from '../table/transact.ts';
import type { Deed, House } from './perform.ts';

/** How many links fit into a deed's own transaction beside its paragraphs; more are written before it. */
const mostLinks = 40;

/**
 * The links that the records keep to which a paragraph newly goes back. A link says where to look; how it stands follows from the paragraph, which
 * remembers what it came from once. So a link is only ever added, and one whose paragraph was not written after all means nothing.
 */
const linksOf = ({ before, after }: Edit, request: string): Item[] => {
  const name = ({ source, point }: Sourced): string => `${sourceName(source)} ${point ?? ''}`;
  const known = new Set(before ? sourcesOf(before).map(name) : []);
  return sourcesOf(after)
    .filter((one) => !known.has(name(one)))
    .flatMap((one) => {
      const carriage = carriageBy(after, one);
      const citation = citationBy(after, one);
      return [
        ...(carriage ? [itemOf(wentKind, carriage, request)] : []),
        ...(citation ? [itemOf(citationKind, citation, request)] : []),
      ];
    });
};

const distinct = (items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [JSON.stringify([item.pk, item.sk]), item])).values(),
];

/**
 * The writes of edits: each paragraph from the version that was read, in the authentic language alone; the translations that it once held within
 * itself; its links; and one gate, so that nobody freezes the text meanwhile. The head is not touched. Refusals: `text-closed`.
 */
export const textWrites = async (
  { table }: Pick<House, 'table'>,
  { request }: Pick<Deed, 'request'>,
  { declaration, within }: Pick<DraftedText, 'declaration'> & Partial<Pick<DraftedText, 'within'>>,
  edits: readonly Edit[],
): Promise<Write[]> => {
  const of = { summit: declaration.summit, declaration: declaration.slug };
  const links = distinct(edits.flatMap((edit) => linksOf(edit, request)));
  const isMany = links.length > mostLinks;
  if (isMany) await table.batchWrite(links);
  const raced = (): Error => new Raced();
  const held = (within ?? []).filter(({ paragraph }) => edits.some(({ before }) => before?.slug === paragraph));
  return [
    throughWords(table, of, edits[0]?.after.slug ?? declaration.slug, request),
    ...edits.map(({ before, after }) => {
      const { paragraph } = apart(after, declaration.language);
      return before
        ? replace(table, paragraphKind, { ...paragraph, version: before.version }, request, before)
        : insert(table, paragraphKind, paragraph, request, raced);
    }),
    ...held.map((translation) => insert(table, translationKind, translation, request, raced)),
    ...(isMany ? [] : links.map((link) => put(table, link))),
  ];
};
