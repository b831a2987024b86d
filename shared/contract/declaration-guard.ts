import { getDeclaration } from '../table/declaration.ts';
import type { Asked } from './guard.ts';
import { seen } from './noun.ts';

/** Refuses a reader who may not know of the declaration that something belongs to. Errors: `not-found`. */
export const knowsDeclaration = async (exchange: Asked): Promise<object> =>
  seen(
    exchange,
    'declaration',
    await getDeclaration(exchange.house.table, exchange.at('summit'), exchange.at('declaration')),
  );
