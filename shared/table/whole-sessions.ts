import type { Session } from '../domain/session.ts';
import type { Table } from './client.ts';
import { recordsOf } from './item.ts';
import { lists, sessionKey, tallyKey } from './key.ts';
import { unavailable } from './retry.ts';
import { getWholeSession, sessionKind, type WholeSession } from './session.ts';

/** How many collections are asked for at once. */
const atOnce = 16;

/** Sessions with everything that belongs to them: one Query each, several under way at once. */
const readEach = async (table: Table, summit: string, slugs: readonly string[]): Promise<WholeSession[]> => {
  const [left, found]: [string[], WholeSession[]] = [[...slugs], []];
  const worker = async (): Promise<void> => {
    for (let slug = left.shift(); slug !== undefined; slug = left.shift())
      found.push(await getWholeSession(table, summit, slug));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, left.length) }, worker));
  return found;
};

interface Head {
  session: Session;
  /** A session's own version rises when it is placed, and its tally's when somebody comes, confirms or leaves. */
  versions: string;
}

const headsNow = async (table: Table, summit: string, slugs: readonly string[]): Promise<Map<string, Head>> => {
  const keys = slugs.flatMap((slug) => [sessionKey(summit, slug), tallyKey(summit, slug)]);
  const items = keys.length > 0 ? await table.batchGet(keys) : [];
  const tallies = new Map(items.filter(({ type }) => type === 'tally').map((item) => [item.pk, Number(item.version)]));
  return new Map(
    recordsOf(sessionKind, items).map((session) => [
      session.slug,
      { session, versions: `${session.version} ${tallies.get(sessionKey(summit, session.slug).pk) ?? 0}` },
    ]),
  );
};

/**
 * The sessions of a summit that are wanted, with everything that belongs to them, all as they were at one moment: what several changed together is
 * seen wholly or not at all. Their versions are read before and after, and whatever changed in between is read again.
 * Errors: `unavailable` while they do not rest.
 */
export const getSessionsAtOnce = async (
  table: Table,
  summit: string,
  isWanted: (session: Session) => boolean,
): Promise<Map<string, WholeSession>> => {
  const { pace } = table;
  const until = pace.now() + pace.patience * 3;
  const items = await table.all({ pk: lists.sessionsOf(summit), index: 'list' });
  let before = await headsNow(
    table,
    summit,
    items.map(({ card }) => (card as Pick<Session, 'slug'>).slug),
  );
  const wanted = [...before].flatMap(([slug, { session }]) => (isWanted(session) ? [slug] : []));
  const found = new Map<string, WholeSession>();
  let left = wanted;
  for (;;) {
    for (const whole of await readEach(table, summit, left)) found.set(whole.session.slug, whole);
    const after = await headsNow(table, summit, wanted);
    left = wanted.filter((slug) => before.get(slug)?.versions !== after.get(slug)?.versions);
    if (left.length === 0) return found;
    if (pace.now() >= until) throw unavailable();
    before = after;
  }
};
