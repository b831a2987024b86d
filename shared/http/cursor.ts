import { digest } from '../domain/digest.ts';
import { type FieldError, invalid } from '../domain/error.ts';

/** The opaque mark of a page: where it begins, and of which list with which filters. */
export const cursorOf = (list: string, from: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify({ list: digest(list).slice(0, 12), from })).toString('base64url');

const elsewhere: FieldError = {
  pointer: '?cursor',
  detail: 'Use the cursor that this very list gave, with the same filters; or leave it out to begin anew.',
};

// No key of the table is longer: with a longer one the table would fail rather than answer.
const keyBytes = 1_024;

const isKey = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= keyBytes;

const isKeys = (from: unknown): from is Record<string, string> =>
  typeof from === 'object' && from !== null && Object.values(from).every(isKey);

/** Where a page begins. Errors: `invalid` for a cursor from another list, or none of ours. */
export const startOf = (list: string, cursor: string | undefined): Record<string, string> | undefined => {
  if (cursor === undefined) return undefined;
  try {
    const held = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as { list?: unknown; from?: unknown };
    if (held.list === digest(list).slice(0, 12) && isKeys(held.from)) return held.from;
  } catch {
    // What cannot be read is from elsewhere, too.
  }
  throw invalid([elsewhere]);
};
