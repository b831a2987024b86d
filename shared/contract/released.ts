import { seesPlanned } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { inPrintedOrder, type Panelist } from '../domain/panelist.ts';
import type { Programme, Released } from '../domain/release.ts';
import { asReleased, panelAsReleased } from '../domain/released.ts';
import type { Session } from '../domain/session.ts';
import type { Exchange } from '../http/route.ts';
import { currentRelease, findReleased, findReleasedIn } from '../table/release.ts';

// What everybody but those who plan it sees of a session held here: what was released last. This is the one place that says so.

type Asked = Pick<Exchange, 'house' | 'caller' | 'at'>;

/** A session with its panel, to be shown to the caller: as they are planned, or as they were released. */
interface ShownSession {
  session: Session;
  panel: Panelist[];
}

interface AsOf {
  /** Undefined while the summit has released nothing. */
  release: Programme | undefined;
  released: Released | undefined;
}

const asOf = async ({ house: { table } }: Pick<Asked, 'house'>, summit: string, session: string): Promise<AsOf> => {
  const release = await currentRelease(table, summit);
  return { release, released: release && (await findReleased(table, release, session)) };
};

const none: AsOf = { release: undefined, released: undefined };

const settled = async <T>(result: PromiseSettledResult<T>): Promise<T> => {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
};

/**
 * A session as the caller may know it, read by `read`: beside it, for everyone, how it was released. What is planned and was never released is not
 * there for them. Errors: `not-found`.
 */
export const asShown = async (
  exchange: Asked,
  read: Promise<ShownSession>,
  at: { summit: string; session: string } = { summit: exchange.at('summit'), session: exchange.at('session') },
): Promise<ShownSession> => {
  const early = exchange.caller.kind === 'everyone' ? asOf(exchange, at.summit, at.session) : undefined;
  const [found, known] = await Promise.allSettled([read, early]);
  const isTheirs = found.status === 'fulfilled' && seesPlanned(exchange.caller, found.value.session);
  // Who may not know whether it is there waits as long for what is not.
  const { release, released } = isTheirs
    ? none
    : ((await settled(known)) ?? (await asOf(exchange, at.summit, at.session)));
  const { session, panel } = await settled(found);
  if (!release) return { session, panel: inPrintedOrder(panel) };
  if (!released) throw notFound('session');
  return { session: asReleased(session, released, release.slug), panel: panelAsReleased(session, released) };
};

/** Several sessions, in any summits, as they were released: what one of them is known as, by where it stands. One BatchGet for a hundred. */
export const releasedOf = async (
  { house: { table } }: Pick<Asked, 'house'>,
  sessions: readonly { summit: string; session: string }[],
): Promise<(at: { summit: string; session: string }) => AsOf> => {
  const summits = [...new Set(sessions.map(({ summit }) => summit))];
  const releases = new Map(
    await Promise.all(summits.map(async (summit) => [summit, await currentRelease(table, summit)] as const)),
  );
  const found = await findReleasedIn(
    table,
    sessions.flatMap(({ summit, session }) => {
      const release = releases.get(summit);
      return release ? [{ release, session }] : [];
    }),
  );
  return ({ summit, session }) => ({ release: releases.get(summit), released: found.get(`${summit} ${session}`) });
};

/** Sessions of one summit as the caller may know them, in the order in which they are given. */
export const sessionsShown = async (
  { house, caller }: Pick<Asked, 'house' | 'caller'>,
  sessions: readonly Session[],
): Promise<Session[]> => {
  const others = sessions.filter((session) => !seesPlanned(caller, session));
  const as = await releasedOf(
    { house },
    others.map(({ summit, slug }) => ({ summit, session: slug })),
  );
  return sessions.flatMap((session) => {
    if (seesPlanned(caller, session)) return session;
    const { release, released } = as({ summit: session.summit, session: session.slug });
    if (!release) return session;
    return released ? asReleased(session, released, release.slug) : [];
  });
};

/** Whether the caller may have a part in planning a summit: then a list shows each session as it is theirs to see. */
export const mayPlan = ({ caller, at }: Pick<Asked, 'caller' | 'at'>): boolean =>
  caller.kind === 'account' && caller.roles.some(({ summit }) => summit === undefined || summit === at('summit'));
