import { Delivery } from '../domain/delivery.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { deliveryKey } from './key.ts';

export const deliveryKind: Kind<Delivery> = {
  type: 'delivery',
  schema: 1,
  record: Delivery,
  key: ({ summit, declaration, slug }) => deliveryKey(summit, declaration, slug),
};

export const findDelivery = (
  table: Table,
  summit: string,
  declaration: string,
  delivery: string,
): Promise<Delivery | undefined> => findRecord(table, deliveryKind, deliveryKey(summit, declaration, delivery));

/** Errors: `not-found`. */
export const getDelivery = async (
  table: Table,
  summit: string,
  declaration: string,
  delivery: string,
): Promise<Delivery> => (await findDelivery(table, summit, declaration, delivery)) ?? absent('delivery');
