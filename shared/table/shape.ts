/**
 * The one description of the table: the stack creates it from here, tests create it from here, and key.ts names the same
 * attributes. Sizes and budgets stand in key.ts, beside the access patterns.
 */
export const tableShape = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch **seconds** after which an item counts as gone; readers filter too, because deletion lags. */
  expires: 'expires',
  /** One sparse index for every list: what belongs in a list carries `listPk` and `listSk`, and shows its `card` there. */
  list: {
    name: 'list',
    partitionKey: 'listPk',
    sortKey: 'listSk',
    shows: ['type', 'schema', 'version', 'card', 'as', 'panelists'],
  },
} as const;
