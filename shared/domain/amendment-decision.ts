import { type Amendment, inserts, removesWhole } from './amendment.ts';
import type { Place } from './amendment-place.ts';
import type { Stands } from './amendment-standing.ts';
import type { Declaration } from './declaration.ts';
import {
  type Draft,
  type Edit,
  type Editing,
  inserted,
  removed,
  type ResolvedChange,
  reworded,
  standingIn,
} from './edit.ts';
import { DomainError, invalid } from './error.ts';
import { marksOf } from './footnote.ts';
import { type Doing, passed } from './lifecycle.ts';
import { inOrder, type Paragraph, type Point, type SourceLink } from './paragraph.ts';
import { distinctSources } from './source.ts';

/** Which words an accepted amendment brings into the text, and whether they are its own. */
export interface Taken {
  words: string;
  as: 'proposed' | 'rebased' | 'sent';
}

/** Refuses to accept into a text that is not being drafted. Errors: `text-closed`. */
export const mayEnterText = ({ state }: Pick<Declaration, 'state'>): void => {
  if (state === 'drafting') return;
  throw new DomainError(
    'text-closed',
    state === 'circulated'
      ? 'The text is circulated, and its words stay as they are: recall the circulation first, then accept the amendment and circulate anew.'
      : `The declaration is ${state}, and its words stay as they are. Take it up for drafting again first, where that is still possible; or reject the amendment.`,
  );
};

const said = ({ collisions = [] }: Stands): string =>
  collisions
    .map(({ today, proposed }) =>
      proposed.trim() === '' ? `it takes out “${today.trim()}”` : `“${today.trim()}” and “${proposed.trim()}”`,
    )
    .join('; ');

/**
 * The words that an amendment brings into the text. Where it collides with what the text says by now, whoever decides sends the words that are to
 * stand there. Errors: `wrong-state` where it collides and no words are sent, or where its paragraph is gone; `invalid` for words that it needs not.
 */
export const takenFrom = (amendment: Amendment, stands: Stands, sent: string | undefined): Taken => {
  if (!inserts(amendment) && stands.place.paragraph === null)
    throw new DomainError(
      'wrong-state',
      'What it changes was removed, so it cannot be accepted as it is. Reject it; its words can be inserted as a paragraph.',
      { also: { stands } },
    );
  if (stands.words === undefined) {
    if (sent !== undefined) return { words: sent, as: 'sent' };
    throw new DomainError(
      'wrong-state',
      `The amendment collides with what the text says by now: ${said(stands)}. Send in "words" what is to stand there, or reject it.`,
      { also: { stands } },
    );
  }
  if (sent !== undefined)
    throw invalid([
      {
        pointer: '/words',
        detail: 'Leave the words out: the amendment fits on the text as it is. Change the paragraph afterwards.',
      },
    ]);
  return {
    words: stands.words,
    as: stands.words === (amendment.words?.[amendment.language] ?? '') ? 'proposed' : 'rebased',
  };
};

const sourceOf = ({ slug, organization }: Amendment): SourceLink => ({
  kind: 'amendment',
  amendment: slug,
  organization,
});

const why = ({ printed, reason }: Amendment): string => `Amendment of ${printed}: ${reason}`;

// What nothing marks any more is no part of the text.
const stillMarked = (change: ResolvedChange, language: string): ResolvedChange => {
  const points = change.points.map((point) => ({ ...point, id: point.id ?? '', sources: [] }));
  const marks = new Set(marksOf({ ...change, points }, language));
  return { ...change, footnotes: change.footnotes.filter(({ id }) => marks.has(id)) };
};

const withWords = (
  paragraph: Paragraph,
  { point, language }: Amendment,
  words: string,
): Pick<Paragraph, 'text' | 'points'> => {
  const text = words === '' ? undefined : { [language]: words };
  if (point === undefined) return { text, points: paragraph.points };
  const points = paragraph.points.flatMap((one): Point[] =>
    one.id !== point ? [one] : text ? [{ ...one, text }] : [],
  );
  return { text: paragraph.text, points };
};

// The new words come from the amendment, too: beside what the paragraph, or the point of it that was amended, came from before.
const sourced = (paragraph: Paragraph, amendment: Amendment): Paragraph => {
  const source = sourceOf(amendment);
  const isPoint = paragraph.points.some(({ id }) => id === amendment.point);
  if (!isPoint) return { ...paragraph, sources: distinctSources([...paragraph.sources, source]) };
  const points = paragraph.points.map((point) =>
    point.id === amendment.point ? { ...point, sources: distinctSources([...point.sources, source]) } : point,
  );
  return { ...paragraph, points };
};

const rewordedBy = (
  draft: Draft,
  paragraph: Paragraph,
  amendment: Amendment,
  words: string,
  editing: Editing,
): Edit => {
  const next = withWords(paragraph, amendment, words);
  if (removesWhole(amendment) ? words === '' : !next.text && next.points.length === 0)
    return removed(paragraph, why(amendment), editing);
  const { heading, opening, addressees, footnotes = [], theme } = paragraph;
  const change = { heading, opening, addressees, theme, ...next, footnotes, reason: why(amendment) };
  const edit = reworded(draft, paragraph, stillMarked(change, amendment.language), editing);
  return { ...edit, after: sourced(edit.after, amendment) };
};

/** The place of an inserted paragraph, as inserting one names it: behind the one before it, or before the first of its part. */
const beside = (draft: Draft, { part, after }: Place): { part?: Place['part']; before?: string; after?: string } => {
  if (after !== null) return { after };
  const first = standingIn(draft)
    .filter((one) => one.part === part)
    .toSorted(inOrder)[0];
  return first ? { before: first.slug } : { part };
};

const insertedBy = (draft: Draft, amendment: Amendment, place: Place, words: string, editing: Editing): Edit[] => {
  const { language, opening } = amendment;
  const wording = { opening, addressees: [], text: { [language]: words }, points: [], footnotes: [] };
  return inserted(draft, { ...wording, ...beside(draft, place), sources: [sourceOf(amendment)] }, editing);
};

/** What becomes of the text by an accepted amendment, and which paragraph it was. Errors: `invalid` where the words cannot stand there. */
export const enacted = (
  draft: Draft,
  amendment: Amendment,
  { place }: Stands,
  { words }: Taken,
  editing: Editing,
): { edits: Edit[]; paragraph: string } => {
  if (inserts(amendment)) {
    const edits = insertedBy(draft, amendment, place, words, editing);
    const own = edits.find(({ before }) => before === undefined);
    return { edits, paragraph: own?.after.slug ?? '' };
  }
  const paragraph = draft.paragraphs.find(({ slug }) => slug === place.paragraph);
  if (!paragraph) throw new Error('An amendment stands at a paragraph of the text.');
  return { edits: [rewordedBy(draft, paragraph, amendment, words, editing)], paragraph: paragraph.slug };
};

/** The amendment once it is accepted, with what became of the text by it. Errors: `wrong-state`. */
export const accepted = (amendment: Amendment, { words, as }: Taken, paragraph: string, doing: Doing): Amendment => ({
  ...passed('amendment', amendment, 'accepted', doing),
  decided: { at: doing.at, reason: doing.reason, paragraph, as, ...(words === '' ? {} : { words }) },
});

/** The amendment once it is rejected. Errors: `wrong-state`. */
export const rejected = (amendment: Amendment, doing: Doing): Amendment => ({
  ...passed('amendment', amendment, 'rejected', doing),
  decided: { at: doing.at, reason: doing.reason },
});
