import type { SourceLink } from '../domain/paragraph.ts';
import { fill, wordsIn } from '../words/dictionary.ts';
import { annexNumber } from './annex.ts';
import { instrumentAddress, outcomeAddress, paragraphAddress, sessionAddress } from './address.ts';
import type { Cited, PrintedParagraph, PrintedPoint, SourceRow } from './document.ts';
import type { DeclarationMaterial, Numbered } from './material.ts';
import { called, plain, type Voice } from './run.ts';

/** The records that sources are looked up in. */
export interface Shelf extends Pick<DeclarationMaterial, 'summit' | 'sessions' | 'instruments'> {
  voice: Voice;
}

const referenceOf = ({ sessions }: Shelf, session: string): string =>
  plain(sessions.get(session)?.reference ?? session);

const sessionCited = (shelf: Shelf, session: string): Cited => ({
  label: referenceOf(shelf, session),
  href: sessionAddress(shelf.summit.slug, session),
});

/** "VC-D 12, outcome 3", with the address of the outcome. */
export const outcomeCited = (shelf: Shelf, session: string, outcome: string): Cited => ({
  label: fill(wordsIn(shelf.voice.language).sources.outcome, { session: referenceOf(shelf, session), number: outcome }),
  href: outcomeAddress(shelf.summit.slug, session, outcome),
});

const cited = (shelf: Shelf, source: SourceLink): Cited => {
  if (source.kind === 'outcome') return outcomeCited(shelf, source.session, source.outcome);
  const words = wordsIn(shelf.voice.language).sources;
  if (source.kind === 'drafters') return { label: fill(words.drafters, { reason: plain(source.reason) }) };
  if (source.kind === 'paragraph')
    return {
      label: fill(words.otherText, { declaration: source.declaration, paragraph: source.paragraph }),
      href: paragraphAddress(source.summit, source.declaration, source.paragraph),
    };
  if (source.kind === 'amendment') return { label: fill(words.amendment, { organization: source.organization }) };
  const name = called(shelf.voice, shelf.instruments.get(source.instrument)?.name)?.words ?? source.instrument;
  return {
    label: source.clause ? fill(words.clause, { instrument: name, clause: source.clause }) : name,
    href: instrumentAddress(source.instrument),
  };
};

/** What a paragraph or point comes from, to be shown beside it. */
export const citedFrom = (shelf: Shelf, sources: readonly SourceLink[]): Cited[] =>
  sources.map((source) => cited(shelf, source));

const rowOf = (shelf: Shelf, paragraph: Cited, source: SourceLink, cited: Cited): SourceRow => {
  const { sources } = wordsIn(shelf.voice.language);
  if (source.kind === 'instrument') {
    const sessions = source.namedBy.map((session) => sessionCited(shelf, session));
    return { paragraph, source: cited, sessions, relation: sources.namedBy };
  }
  if (source.kind === 'drafters' || source.kind === 'amendment')
    return { paragraph, source: cited, sessions: [], relation: '' };
  if (source.kind === 'paragraph')
    return { paragraph, source: cited, sessions: [], relation: sources[source.relation] };
  // The title is worth its place where one session stands behind a paragraph; an instrument may be named by dozens.
  const title = called(shelf.voice, shelf.sessions.get(source.session)?.title);
  const session = { ...sessionCited(shelf, source.session), title };
  return { paragraph, source: cited, sessions: [session], relation: sources[source.relation] };
};

const rowsOf = (
  shelf: Shelf,
  label: string,
  sources: readonly SourceLink[],
  { id, from }: PrintedParagraph | PrintedPoint,
): SourceRow[] =>
  from.flatMap((cited, index) => {
    const source = sources[index];
    return source ? [rowOf(shelf, { label, href: `#${id}` }, source, cited)] : [];
  });

/**
 * The table of sources: a row for each link from a paragraph or point back to a record. `printed` holds the same paragraphs as they are
 * printed. Preambular ones, which have no number, are counted apart.
 */
export const sourceRows = (
  shelf: Shelf,
  paragraphs: readonly Numbered[],
  printed: readonly PrintedParagraph[],
): SourceRow[] => {
  const { preamble } = wordsIn(shelf.voice.language).sources;
  return printed.flatMap((print, index) => {
    const paragraph = paragraphs[index];
    const annex = paragraph?.annex === undefined ? undefined : annexNumber(shelf.voice, paragraph.annex);
    const number = String(print.number ?? fill(preamble, { number: index + 1 }));
    const name = annex === undefined ? number : `${annex}, ${number}`;
    return [
      ...rowsOf(shelf, name, paragraph?.sources ?? [], print),
      ...print.points.flatMap((point, at) =>
        rowsOf(shelf, `${name} ${point.label}`, paragraph?.points[at]?.sources ?? [], point),
      ),
    ];
  });
};
