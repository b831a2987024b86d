import { Programme, type ProgrammeCard, Release, type Released, undated } from '../domain/release.ts';
import { absent } from './absent.ts';
import type { Item, Table } from './client.ts';
import { findRecord, type Kind, recordsOf, save, untraced } from './item.ts';
import { collections, lists, placeIn, programmeCardKey, programmeKey, releaseKey } from './key.ts';
import { markOf } from './mark.ts';
import { Raced, type Write } from './transact.ts';

export const releaseKind: Kind<Release> = {
  type: 'release',
  schema: 1,
  record: Release,
  key: ({ summit, slug }) => releaseKey(summit, slug),
};

/** The pointer: the one item of a summit that says what everyone sees. */
export const programmeKind: Kind<Programme> = {
  type: 'programme',
  schema: 1,
  record: Programme,
  key: ({ summit }) => programmeKey(summit),
};

/** Where a release's cards lie. A release and the pointer at it both say so. */
export type Batch = Pick<Release, 'summit' | 'batch' | 'sessions' | 'days'>;

/** The day under which a card is listed. */
export const dayOf = ({ day }: Pick<ProgrammeCard, 'day'>): string => day ?? undated;

/** A card as an item. It is no record: it has no versions of its own, and says what it says as long as it may. */
const cardItem = (summit: string, batch: string, { card, ...inner }: Released, request: string): Item => ({
  ...markOf(programmeCardKey(summit, batch, card.slug), 'programme-card', request, { card, inner }),
  ...placeIn(lists.cardsOn(summit, batch, dayOf(card)), `${card.start ?? '~'}#${card.slug}`),
});

const releasedOf = ({ card, inner }: Item): Released => ({ card, ...(inner as object) }) as Released;

/** The release that a summit's programme stands at, as the table has it. */
export const findProgramme = (table: Table, summit: string): Promise<Programme | undefined> =>
  findRecord(table, programmeKind, programmeKey(summit));

/** For how long a container goes by what it has read of the pointer. */
const heldMs = 5_000;

interface Held {
  until: number;
  programme: Promise<Programme | undefined>;
}

// The pace is the container's own, and one for all that it is asked.
const held = new WeakMap<Table['pace'], Map<string, Held>>();

const hold = ({ name, pace }: Table, summit: string, programme: Promise<Programme | undefined>): void => {
  const known = held.get(pace) ?? new Map<string, Held>();
  held.set(pace, known.set(`${name} ${summit}`, { until: pace.now() + heldMs, programme }));
};

/** The release that a summit's programme stands at, for reads of everyone: held for a few seconds, so that they cost no round trip more. */
export const currentRelease = (table: Table, summit: string): Promise<Programme | undefined> => {
  const known = held.get(table.pace)?.get(`${table.name} ${summit}`);
  if (known && known.until > table.pace.now()) return known.programme;
  const programme = findProgramme(table, summit);
  hold(table, summit, programme);
  programme.catch(() => held.get(table.pace)?.delete(`${table.name} ${summit}`));
  return programme;
};

/** Whoever moved the pointer goes by it at once. */
export const letGo = ({ name, pace }: Table, summit: string): void => {
  held.get(pace)?.delete(`${name} ${summit}`);
};

/** Moves the pointer, as long as it stands where it was read; else whoever was slower reads again. */
export const movePointer = (
  table: Table,
  before: Programme | undefined,
  { summit, number, slug, batch, at, note, sessions, days }: Release,
  request: string,
): Write => {
  const after = { summit, number, slug, batch, at, note, sessions, days, version: 1 };
  return untraced(save(table, programmeKind, { before, after }, request));
};

/** Writes the cards of a release, before its head: without that nobody reads them. */
export const writeCards = (
  table: Table,
  { summit, batch }: Pick<Batch, 'summit' | 'batch'>,
  cards: readonly Released[],
  request: string,
): Promise<void> => table.batchWrite(cards.map((one) => cardItem(summit, batch, one, request)));

/** A session of a release as it lies there: `version` says how often it was rewritten. */
export interface Kept {
  released: Released;
  version: number;
}

/** Several sessions of a release, to be rewritten. */
export const keptIn = async (
  table: Table,
  { summit, batch }: Pick<Batch, 'summit' | 'batch'>,
  sessions: readonly string[],
): Promise<Kept[]> => {
  const items = await table.batchGet(sessions.map((session) => programmeCardKey(summit, batch, session)));
  return items.map((item) => ({ released: releasedOf(item), version: Number(item.version) }));
};

/** Writes a session of a release over what was read there. The release itself is written beside it, and leaves the trace. */
export const rewriteCard = (
  table: Table,
  { summit, batch }: Pick<Batch, 'summit' | 'batch'>,
  { released, version }: Kept,
  request: string,
): Write => ({
  action: {
    Put: {
      TableName: table.name,
      ConditionExpression: '#version = :was',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':was': version },
      Item: { ...cardItem(summit, batch, released, request), version: version + 1 },
    },
  },
  refuse: () => new Raced(),
});

/** Errors: `not-found`. */
export const getRelease = async (table: Table, summit: string, release: string): Promise<Release> =>
  (await findRecord(table, releaseKind, releaseKey(summit, release))) ?? absent('release');

/** Every release of a summit, the first first. */
export const allReleases = async (table: Table, summit: string): Promise<Release[]> =>
  recordsOf(releaseKind, await table.all(collections.releasesOf(summit)));

/** Every session of a release, with whom it concerns, by slug: one Query. */
export const releasedIn = async (
  table: Table,
  { summit, batch }: Pick<Batch, 'summit' | 'batch'>,
): Promise<Released[]> => (await table.all(collections.cardsOf(summit, batch))).map(releasedOf);

/** Every session of a release as everyone sees it, by slug. */
export const cardsOf = async (table: Table, release: Pick<Batch, 'summit' | 'batch'>): Promise<ProgrammeCard[]> =>
  (await releasedIn(table, release)).map(({ card }) => card);

const inOrder = (one: ProgrammeCard, other: ProgrammeCard): number =>
  `${one.start ?? '~'}#${one.slug}` < `${other.start ?? '~'}#${other.slug}` ? -1 : 1;

/**
 * The sessions of one day of a release (or those without a day: `undated`), in order of time: one Query of the index. The index follows the table;
 * as long as it answers fewer than the release says, the release itself is read.
 */
export const cardsOfDay = async (table: Table, release: Batch, day: string): Promise<ProgrammeCard[]> => {
  const expected = release.days[day] ?? 0;
  if (expected === 0) return [];
  const items = await table.all({ pk: lists.cardsOn(release.summit, release.batch, day), index: 'list' });
  if (items.length >= expected) return items.map(({ card }) => card as ProgrammeCard);
  return (await cardsOf(table, release)).filter((card) => dayOf(card) === day).toSorted(inOrder);
};

/** A session as a release has it, with whom it concerns: one Get. */
export const findReleased = async (
  table: Table,
  { summit, batch }: Pick<Batch, 'summit' | 'batch'>,
  session: string,
): Promise<Released | undefined> => {
  const item = await table.get(programmeCardKey(summit, batch, session));
  return item && releasedOf(item);
};

/** A session as a release shows it, if it does: one Get. */
export const findCard = async (
  table: Table,
  release: Pick<Batch, 'summit' | 'batch'>,
  session: string,
): Promise<ProgrammeCard | undefined> => (await findReleased(table, release, session))?.card;

/** Several sessions, each as its summit's release has it, by summit and slug: one BatchGet for a hundred. */
export const findReleasedIn = async (
  table: Table,
  wanted: readonly { release: Pick<Batch, 'summit' | 'batch'>; session: string }[],
): Promise<Map<string, Released>> => {
  const keys = wanted.map(({ release: { summit, batch }, session }) => programmeCardKey(summit, batch, session));
  const items = keys.length > 0 ? await table.batchGet(keys) : [];
  const found = new Map(items.map((item) => [`${item.pk} ${item.sk}`, releasedOf(item)]));
  return new Map(
    wanted.flatMap(({ release: { summit, batch }, session }) => {
      const { pk, sk } = programmeCardKey(summit, batch, session);
      const released = found.get(`${pk} ${sk}`);
      return released ? [[`${summit} ${session}`, released] as const] : [];
    }),
  );
};
