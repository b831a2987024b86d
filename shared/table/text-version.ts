import { digest } from '../domain/digest.ts';
import { canonical } from '../domain/ordered.ts';
import type { Carriage } from '../domain/paragraph.ts';
import { TextVersion } from '../domain/text-version.ts';
import type { Spoken } from '../domain/translation.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { collections, textVersionKey, versionPieceKey } from './key.ts';
import { cut } from './log-body.ts';
import { markOf } from './mark.ts';

export const textVersionKind: Kind<TextVersion> = {
  type: 'text-version',
  schema: 1,
  record: TextVersion,
  key: ({ summit, declaration, slug }) => textVersionKey(summit, declaration, slug),
};

/** Everything that a version says. */
export interface VersionBody {
  /** Exactly what was hashed. */
  hashed: string;
  /** Those that stood in it, in every language that was up to date. */
  paragraphs: Spoken[];
  leftOut: Carriage[];
}

/**
 * Writes what a version says, before its head: pieces under the digest of all of it, so that a retry writes the same, and what an interrupted
 * attempt left belongs to no head. Answers the digest and the number of pieces.
 */
export const writeBody = async (
  table: Table,
  { summit, declaration }: Pick<TextVersion, 'summit' | 'declaration'>,
  body: VersionBody,
  request: string,
): Promise<Pick<TextVersion, 'body' | 'pieces'>> => {
  const text = canonical(body);
  const name = digest(text);
  const pieces = cut(text);
  await table.batchWrite(
    pieces.map((piece, nth) =>
      markOf(versionPieceKey(summit, declaration, name, nth), 'piece', request, { text: piece }),
    ),
  );
  return { body: name, pieces: pieces.length };
};

/** Errors: `not-found`. */
export const getTextVersion = async (
  table: Table,
  summit: string,
  declaration: string,
  version: string,
): Promise<TextVersion> =>
  (await findRecord(table, textVersionKind, textVersionKey(summit, declaration, version))) ?? absent('text-version');

/** Every version of a text, the first first. */
export const allTextVersions = async (table: Table, summit: string, declaration: string): Promise<TextVersion[]> =>
  recordsOf(textVersionKind, await table.all(collections.versionsOf(summit, declaration)));

/** What a version says. */
export const readBody = async (
  table: Table,
  { summit, declaration, body }: Pick<TextVersion, 'summit' | 'declaration' | 'body'>,
): Promise<VersionBody> => {
  const items = await table.all(collections.piecesOf(summit, declaration, body));
  return JSON.parse(items.map(({ text }) => text as string).join('')) as VersionBody;
};
