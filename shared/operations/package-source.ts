import { everyone, view } from '../domain/access.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Carriage, numbered, type Paragraph, type SourceLink } from '../domain/paragraph.ts';
import type { Session } from '../domain/session.ts';
import type { Table } from '../table/client.ts';
import { findInstruments } from '../table/instrument.ts';
import { findOutcomes } from '../table/outcome.ts';
import { findSessions } from '../table/session.ts';

/** The records that the sources of a text name, as everyone may read them. */
export interface SourceRecords {
  sessions: ReadonlyMap<string, Session>;
  instruments: ReadonlyMap<string, Instrument>;
  outcomes: readonly Outcome[];
}

/** A text with where it came from. */
interface Sourced {
  summit: string;
  paragraphs: readonly Paragraph[];
  leftOut: readonly Carriage[];
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

const linksOf = (paragraphs: readonly Paragraph[]): SourceLink[] =>
  paragraphs.flatMap(({ sources, points }) => [...sources, ...points.flatMap((point) => point.sources)]);

/** What of these records is public. */
const shown = <R extends object>(kind: string, records: Iterable<R>): R[] =>
  [...records].flatMap((record) => (view(everyone, kind, record) as R | undefined) ?? []);

const publicly = <R extends { slug: string }>(kind: string, found: ReadonlyMap<string, R>): Map<string, R> =>
  new Map(shown(kind, found.values()).map((record) => [record.slug, record]));

/** Reads what the sources of a text name: sessions, their outcomes, instruments. */
export const readSources = async (table: Table, { summit, paragraphs, leftOut }: Sourced): Promise<SourceRecords> => {
  const links = linksOf(paragraphs);
  const outcomes = [...links.filter((link) => link.kind === 'outcome'), ...leftOut];
  const named = links.flatMap((link) => (link.kind === 'instrument' ? link.namedBy : []));
  const keys = new Map(
    outcomes.map(({ session, outcome }) => [`${session}/${outcome}`, { session, outcome }] as const),
  );
  const [sessions, found, instruments] = await Promise.all([
    findSessions(table, summit, distinct([...outcomes.map(({ session }) => session), ...named])),
    findOutcomes(table, summit, [...keys.values()]),
    findInstruments(table, distinct(links.flatMap((link) => (link.kind === 'instrument' ? [link.instrument] : [])))),
  ]);
  return {
    sessions: publicly('session', sessions),
    instruments: publicly('instrument', instruments),
    outcomes: shown('outcome', found),
  };
};

/** Which outcomes stand in which paragraph, or in one of its points. */
const placesOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.flatMap(({ slug: paragraph, sources, points }) => [
    ...sources.flatMap((link) => (link.kind === 'outcome' ? [{ ...link, paragraph, point: undefined }] : [])),
    ...points.flatMap(({ id: point, sources: own }) =>
      own.flatMap((link) => (link.kind === 'outcome' ? [{ ...link, paragraph, point }] : [])),
    ),
  ]);

/**
 * What `sources.json` says: for each paragraph where it came from, and for each outcome its words, its session, and where it went or why not. The
 * same records give the same.
 */
export const sourcesOf = (
  rehearsal: boolean,
  { paragraphs, leftOut }: Pick<Sourced, 'paragraphs' | 'leftOut'>,
  { sessions, instruments, outcomes }: SourceRecords,
): object => {
  const saidBy = ({ session, outcome }: { session: string; outcome: string }): object => {
    const [of, said] = [sessions.get(session), outcomes.find((one) => one.session === session && one.slug === outcome)];
    return {
      session,
      ...(of && { reference: of.reference, title: of.title }),
      outcome,
      ...(said && { type: said.type, text: said.text, addressee: said.addressee, recorded: said.version }),
    };
  };
  return {
    rehearsal,
    paragraphs: numbered(paragraphs).map(({ slug: id, number, part, sources, points }) => ({
      id,
      number,
      part,
      sources,
      points: points.map((point) => ({ id: point.id, sources: point.sources })),
    })),
    outcomes: [
      ...placesOf(paragraphs).map(({ paragraph, point, version, relation, ...named }) => ({
        ...saidBy(named),
        paragraph,
        point,
        version,
        relation,
      })),
      ...leftOut
        .filter(({ paragraph }) => paragraph === undefined)
        .map(({ reason, because, ...named }) => ({ ...saidBy(named), reason, because })),
    ],
    instruments: [...instruments.values()].map(({ slug, name }) => ({ instrument: slug, name })),
  };
};
