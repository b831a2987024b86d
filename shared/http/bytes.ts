import { ordered } from '../domain/ordered.ts';
import type { Answer } from './route.ts';

/** What a reader looks for first; everything else follows by the alphabet. */
const first = [
  'items',
  'next',
  'type',
  'id',
  'slug',
  'reference',
  'number',
  'title',
  'name',
  'version',
  'state',
  'start',
  'end',
  'from',
  'to',
];
const ranks = new Map(first.map((field, at) => [field, at]));
const rank = (field: string): number => ranks.get(field) ?? first.length;

const forReaders = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : Number(a > b));

/** The bytes of an answer, the same for what was just written as for what is read: an ETag is made from them. */
export const bytesOf = ({ document, body }: Answer): string =>
  document?.text ?? JSON.stringify(ordered(body, forReaders));
