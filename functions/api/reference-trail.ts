import { digestOf, numbered } from '../../shared/domain/chain.ts';
import { canonical } from '../../shared/domain/ordered.ts';
import {
  chainFor,
  difference,
  type ReadEntry,
  readBody,
  type ReadHead,
  type TrailEntry,
} from '../../shared/domain/trail.ts';
import { room } from './reference-records.ts';

// A deed on the room of the examples. All of it is invented, the key and its signature too.

const changed = { type: 'room', before: room, after: { ...room, version: 2, capacity: 180 } };
const body = { salt: 'aW52ZW50ZWQsIG9mIGNvdXJzZQ', text: canonical(difference(changed)) };
const chain = chainFor([changed]);
const at = '2027-02-03T09:12:00Z';

const entry: TrailEntry = {
  id: `${at}#e2b6c3f0`,
  at,
  by: 'amira',
  deed: 'room:write',
  request: '5f0c1a4e-8f1d-4f0e-9d7b-0d2a7f1c6b58',
  bodies: 1,
  what: [{ type: 'room', of: `${chain.replace(':', '/')}/room/${room.slug}`, from: 1, to: 2, digest: digestOf(body) }],
};
const [only] = numbered(chain, { count: 41, hash: digestOf({ salt: '', text: 'The entry before.' }) }, [entry]);
const { number = 42, hash = '' } = only ?? {};
const { what, ...told } = entry;

export const trailEntry: ReadEntry = {
  number,
  hash,
  ...told,
  what: what.map((change) => ({ ...change, ...readBody(body) })),
};

export const trailHead: ReadHead = {
  chain,
  count: number,
  hash,
  at: '2027-02-03T09:12:01Z',
  key: 'pQ2v7mX0c1N4k8Jw3sT6yB9eH5uLrZfGdAoViMxKq_E',
  signature: 'mE4v'.repeat(21).concat('Tw'),
  waiting: 0,
};
