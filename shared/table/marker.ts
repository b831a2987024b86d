import type { Table } from './client.ts';
import { markerKey } from './key.ts';

/** Whether a seed was planted whole. */
export const isPlanted = async (table: Table, seed: string): Promise<boolean> =>
  (await table.get(markerKey(seed))) !== undefined;

/** Remembers that a seed was planted whole. Written last: whatever interrupts a planting, the next one completes it. */
export const markPlanted = (table: Table, seed: string): Promise<void> =>
  table.batchWrite([{ ...markerKey(seed), type: 'marker', schema: 1, version: 1 }]);
