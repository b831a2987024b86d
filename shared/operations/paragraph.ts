import {
  type Draft,
  type Edit,
  type Editing,
  inserted,
  merged,
  mergedWith,
  moved,
  removed,
  type ResolvedWording,
  resourced,
  reworded,
  split,
  standingParagraph,
} from '../domain/edit.ts';
import type { Declaration } from '../domain/declaration.ts';
import { DomainError, invalid } from '../domain/error.ts';
import type { Paragraph, SourceLink } from '../domain/paragraph.ts';
import type {
  ParagraphChange,
  ParagraphDraft,
  ParagraphMerge,
  ParagraphMove,
  ParagraphSplit,
  PointDraft,
} from '../domain/paragraph-draft.ts';
import { type SourceDraft, sourceName, type SourcesChange } from '../domain/source.ts';
import { type DraftedText, getDeclaration, getText } from '../table/declaration.ts';
import { paragraphKind } from '../table/paragraph.ts';
import { mustBeHeld } from './freezing.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { findSources, type Found, type Named } from './source.ts';
import { textWrites } from './text-write.ts';

/** Which text, and which of its paragraphs. */
export interface Where {
  summit: string;
  declaration: string;
}

/** Who drafts: whoever may not know of the declaration is told that there is none. */
export const drafting = ({ table }: House, { summit, declaration }: Where): Permission => ({
  deed: 'text:write',
  of: { summit, declaration },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

const instead = ({ state, frozen }: Declaration): string => {
  if (frozen) return 'It is frozen: what is amiss in its words is recorded as a corrigendum.';
  return state === 'objected'
    ? 'Take it up for drafting again first: an organizer reopens it.'
    : 'A correction during silence is a new circulation: recall this one first.';
};

/** Refuses to edit what is not being drafted; the gates decide it again as it is written. Errors: `not-checkable`, `text-closed`. */
export const mustBeDrafted = ({ declaration }: DraftedText): void => {
  mustBeHeld(declaration);
  if (declaration.state !== 'drafting')
    throw new DomainError(
      'text-closed',
      `The text is ${declaration.state.replaceAll('-', ' ')}, and its words stay as they are. ${instead(declaration)}`,
      { also: { state: declaration.state } },
    );
};

const editingBy = (house: House, deed: Deed, faults: Editing['faults'] = []): Editing => {
  const { at, by } = passageOf(deed);
  return { doing: { at, by }, newId: () => house.newId(), faults };
};

/**
 * Edits a text: what `edit` makes of it as it was read is written in one transaction, which touches the paragraphs that are edited, their own links
 * and one gate. Answers the first of them.
 */
const edit = (
  house: House,
  deed: Deed,
  { id, ...where }: Where & { id?: string },
  decide: (text: DraftedText) => Promise<readonly Edit[]> | readonly Edit[],
): Promise<Paragraph> =>
  perform(house, deed, {
    may: drafting(house, where),
    read: () => getText(house.table, where.summit, where.declaration),
    decide: async (text) => {
      // What it was made from before what may be done: whoever forgot to say it learns that first.
      if (id !== undefined) readFrom(deed, text, id);
      mustBeDrafted(text);
      const edits = await decide(text);
      const [first] = edits;
      if (!first) throw new Error('An edit changes a paragraph.');
      return {
        writes: await textWrites(house, deed, text, edits),
        answer: first.before ? next(first.after) : first.after,
        at: paragraphKind.key(first.after),
      };
    },
    again: reading(house, paragraphKind),
  });

/** The paragraph that a change was made from. Errors: `not-found`, `wrong-state` when it is gone, `stale`, `precondition-required`. */
const readFrom = (deed: Deed, text: Draft, id: string): Paragraph => {
  const paragraph = standingParagraph(text, id);
  madeFrom(deed, paragraph);
  return paragraph;
};

const namedAt = (sources: readonly SourceDraft[], pointer: string): Named[] =>
  sources.map((source, at) => ({ source, pointer: `${pointer}/${at}` }));

const namedIn = (points: readonly PointDraft[], pointer = '/points'): Named[] =>
  points.flatMap(({ id, sources }, at) => (id === undefined ? namedAt(sources, `${pointer}/${at}/sources`) : []));

const linked = ({ links }: Found, sources: readonly SourceDraft[]): SourceLink[] =>
  sources.flatMap((source) => links.get(sourceName(source)) ?? []);

// Of a point that is there already, what is named is only compared with what it has.
const resolved = <W extends { points: PointDraft[] }>(
  found: Found,
  { points, ...words }: W,
): Omit<W, 'points'> & Pick<ResolvedWording, 'points'> => ({
  ...words,
  points: points.map((point) => ({
    ...point,
    sources: point.id === undefined ? linked(found, point.sources) : (point.sources as SourceLink[]),
  })),
});

const look = ({ table }: House, deed: Deed, { declaration }: DraftedText, named: readonly Named[]): Promise<Found> =>
  findSources(table, deed.caller, declaration, named);

/**
 * Inserts a paragraph before or after another one, or at the end of a part. Errors: `invalid`, `not-found`, `text-closed`, `not-checkable`,
 * `too-many-at-once`.
 */
export const insertParagraph = (house: House, deed: Deed, where: Where, draft: ParagraphDraft): Promise<Paragraph> =>
  edit(house, deed, where, async (text) => {
    const found = await look(house, deed, text, [...namedAt(draft.sources, '/sources'), ...namedIn(draft.points)]);
    const given = { ...resolved(found, draft), sources: linked(found, draft.sources) };
    return inserted(text, given, editingBy(house, deed, found.faults));
  });

/** Changes what a paragraph says in the authentic language. Errors: the same, `stale`, `precondition-required`, `wrong-state` when it is gone. */
export const changeParagraph = (
  house: House,
  deed: Deed,
  where: Where,
  id: string,
  patched: (paragraph: Paragraph) => ParagraphChange,
): Promise<Paragraph> =>
  edit(house, deed, { ...where, id }, async (text) => {
    const paragraph = readFrom(deed, text, id);
    const change = patched(paragraph);
    const found = await look(house, deed, text, namedIn(change.points));
    return [reworded(text, paragraph, resolved(found, change), editingBy(house, deed, found.faults))];
  });

/** Splits a paragraph into several. Errors: the same. */
export const splitParagraph = (
  house: House,
  deed: Deed,
  where: Where,
  id: string,
  { parts }: ParagraphSplit,
): Promise<Paragraph> =>
  edit(house, deed, { ...where, id }, async (text) => {
    const paragraph = readFrom(deed, text, id);
    const named = parts.flatMap(({ points }, at) => namedIn(points, `/parts/${at}/points`));
    const found = await look(house, deed, text, named);
    const all = parts.map((part) => resolved(found, part));
    return split(text, paragraph, all, editingBy(house, deed, found.faults));
  });

/** Merges other paragraphs into one. Errors: the same. */
export const mergeParagraphs = (
  house: House,
  deed: Deed,
  where: Where,
  id: string,
  { with: others, wording }: ParagraphMerge,
): Promise<Paragraph> =>
  edit(house, deed, { ...where, id }, async (text) => {
    const paragraph = readFrom(deed, text, id);
    const taken = mergedWith(text, paragraph, others);
    const found = await look(house, deed, text, namedIn(wording?.points ?? [], '/wording/points'));
    const words = wording && resolved(found, wording);
    return merged(text, paragraph, taken, words, editingBy(house, deed, found.faults));
  });

/** Moves a paragraph to another place. Errors: the same. */
export const moveParagraph = (
  house: House,
  deed: Deed,
  where: Where,
  id: string,
  place: ParagraphMove,
): Promise<Paragraph> =>
  edit(house, deed, { ...where, id }, (text) => moved(text, readFrom(deed, text, id), place, editingBy(house, deed)));

/** Takes a paragraph out of the text, with a reason. Errors: the same. */
export const removeParagraph = async (
  house: House,
  deed: Deed,
  where: Where,
  id: string,
  reason: string | undefined,
): Promise<void> => {
  await edit(house, deed, { ...where, id }, (text) => {
    const paragraph = readFrom(deed, text, id);
    if (reason === undefined)
      throw invalid([{ pointer: '?reason', detail: 'Say why it is taken out: what it came from tells it.' }]);
    return [removed(paragraph, reason, editingBy(house, deed))];
  });
};

/** Adds sources to a paragraph or its points, and drops others with a reason. Errors: the same. */
export const changeSources = (
  house: House,
  deed: Deed,
  where: Where,
  id: string,
  { add, drop }: SourcesChange,
): Promise<Paragraph> =>
  edit(house, deed, { ...where, id }, async (text) => {
    const paragraph = readFrom(deed, text, id);
    const named = add.map(({ source }, at) => ({ source, pointer: `/add/${at}/source` }));
    const found = await look(house, deed, text, named);
    const added = add.flatMap(({ source, point }) => linked(found, [source]).map((link) => ({ source: link, point })));
    // What is dropped is found in the paragraph by what it names.
    const dropped = drop.map((one) => ({ ...one, source: one.source as SourceLink }));
    return [resourced(text, paragraph, { add: added, drop: dropped }, editingBy(house, deed, found.faults))];
  });
