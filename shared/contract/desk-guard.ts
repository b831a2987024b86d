import { getDesk } from '../table/desk.ts';
import type { Asked } from './guard.ts';
import { seen } from './noun.ts';

/** Refuses a reader who may not know of the desk that something belongs to. Errors: `not-found`. */
export const knowsDesk = async (exchange: Asked): Promise<object> =>
  seen(exchange, 'desk', await getDesk(exchange.house.table, exchange.at('summit'), exchange.at('desk')));
