import type { Exchange } from '../http/route.ts';
import { getOrganization } from '../table/organization.ts';
import { getSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { seen } from './noun.ts';
import { asShown } from './released.ts';

export type Asked = Pick<Exchange, 'house' | 'caller' | 'at'>;

/** Refuses to list what belongs to a summit that is not there. Errors: `not-found`. */
export const knowsSummit = ({ house, at }: Asked): Promise<object> => getSummit(house.table, at('summit'));

/** The same for an organization. */
export const knowsOrganization = ({ house, at }: Asked): Promise<object> =>
  getOrganization(house.table, at('organization'));

/** Refuses a reader who may not know of the session that something belongs to. Errors: `not-found`. */
export const knowsSession = async (exchange: Asked): Promise<object> => {
  const found = getSession(exchange.house.table, exchange.at('summit'), exchange.at('session'));
  const { session } = await asShown(
    exchange,
    found.then((one) => ({ session: one, panel: [] })),
  );
  return seen(exchange, 'session', session);
};

/**
 * Reads beside a guard, in one round trip, and lets the guard speak first: who may not know of something is refused the same whether the rest of
 * the address is there or not, and the same as if nothing were.
 */
export const behind = async <T>(guard: Promise<unknown> | undefined, read: Promise<T>): Promise<T> => {
  const [allowed, found] = await Promise.allSettled([guard, read]);
  if (allowed.status === 'rejected') throw allowed.reason;
  if (found.status === 'rejected') throw found.reason;
  return found.value;
};
