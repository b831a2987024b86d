import type { Json } from './door.ts';

const types = new Set(['pending', 'entry', 'chain', 'body', 'concern']);

/** What a dump of the table holds beside the trail, which remembers what is gone. */
export const offTrail = (items: readonly Json[]): Json[] => items.filter(({ type }) => !types.has(String(type)));
