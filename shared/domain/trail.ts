import * as z from 'zod';
import { type Body, type Entry, type Erased, erasureOf } from './chain.ts';
import { digest } from './digest.ts';
import { type Invitation, withoutAddresses } from './invitation.ts';
import { once } from './once.ts';
import { canonical } from './ordered.ts';

/** What a deed did to one record: which one, from which version to which, and the digest of what changed. */
export interface Change {
  type: string;
  /** Where the record lies, as an address: `session/arvenne-2031/vc-d-12/panelist/n03`. */
  of: string;
  from?: number | undefined;
  to?: number | undefined;
  digest: string;
}

/** One deed on the trail. */
export interface TrailEntry extends Entry {
  /** The account; never an address, never a name. */
  by: string;
  deed: string;
  at: string;
  what: readonly Change[];
}

/** The chain of what belongs to no one summit. */
export const platformChain = 'platform';
/** The chain of what belongs to one. */
export const summitChain = (summit: string): string => `summit:${summit}`;

/** What an entry changes that names others whose bodies were erased: `chain id`. */
const erasedBody = 'body';

/** The deed that says which bodies were erased, so that no other can be passed off as erased with them. */
export const erasureEntry = (
  { at, request }: Erased,
  bodies: readonly { chain: string; id: string }[],
): Omit<TrailEntry, 'bodies' | 'id'> => ({
  at,
  by: 'clock',
  deed: 'data:erase',
  request,
  what: bodies.map(({ chain, id }) => ({ type: erasedBody, of: `${chain} ${id}`, digest: digest(`${chain} ${id}`) })),
});

/** Which erasures an entry speaks of, as `erasureOf` writes them: a deed that erases keeps nothing of what it changes itself. */
export const erasedBy = (chain: string, entry: TrailEntry): string[] => {
  if (entry.deed !== 'data:erase') return [];
  const others = entry.what.flatMap(({ type, of }) => (type === erasedBody ? [`${entry.request} ${of}`] : []));
  return [erasureOf(entry, chain, entry), ...others];
};

type Fields = Record<string, unknown>;

/** A record as it was and as it is; a created one has no `before`, a removed one no `after`. */
export interface Changed {
  type: string;
  before?: object | undefined;
  after?: object | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The summit that a record belongs to, as its own fields say it. */
const summitOf = ({ type, before, after }: Changed): string | undefined => {
  const { slug, summit, about } = (after ?? before ?? {}) as Fields;
  if (type === 'summit') return text(slug);
  return text(summit) ?? /^\/api\/v1\/summits\/([^/]+)\//.exec(text(about) ?? '')?.[1];
};

/** The chain that a deed goes to: that of the one summit that its records name, else the platform's. */
export const chainFor = (changed: readonly Changed[]): string => {
  const [first, ...others] = new Set(changed.flatMap((one) => summitOf(one) ?? []));
  return first === undefined || others.length > 0 ? platformChain : summitChain(first);
};

/** Somebody who is only an address, among people: by the digest of the address. */
export const whoHas = (address: string): string => `address:${address}`;

/** The people whose data a record holds, as its own fields say it: by their ids, and who was given a role by their address. */
export const peopleIn = ({ type, before, after }: Changed): string[] => {
  const named = [before, after].map((record) => {
    const { id, person, email } = (record ?? {}) as Fields;
    if (type === 'role') return typeof email === 'string' ? whoHas(digest(email)) : undefined;
    return text(type === 'person' ? id : person);
  });
  return [...new Set(named)].filter((person) => person !== undefined);
};

// How somebody is reached, and what they say of themselves, lives apart from everything else, and expires: the trail says that it changed, and for
// whom, and keeps no copy.
const apart: Readonly<Record<string, readonly string[]>> = {
  contact: ['emails', 'phones', 'office', 'note', 'undeliverable'],
  attributes: ['gender', 'age', 'region'],
  availability: ['free', 'note'],
  nomination: ['email'],
  signing: ['office', 'signatory'],
};

// Who declines may give the address of somebody else, within an answer.
const given = (type: string, record: object): object =>
  type === 'invitation' && 'answers' in record ? withoutAddresses(record as Invitation) : record;

// The version stands in the entry, and the schema's number is the table's.
const fieldsOf = (type: string, record: object): Fields => {
  const { version: _, schema: __, ...fields } = given(type, record) as Fields;
  const kept = Object.entries(fields).filter(([field]) => !apart[type]?.includes(field));
  return Object.fromEntries(kept);
};

/** What changed of a record: the fields that differ, as they were and as they are; the whole of a created or a removed one. */
export const difference = ({ type, before, after }: Changed): { before?: Fields; after?: Fields } => {
  if (!before || !after)
    return { ...(before && { before: fieldsOf(type, before) }), ...(after && { after: fieldsOf(type, after) }) };
  const [was, is] = [fieldsOf(type, before), fieldsOf(type, after)];
  const differs = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => canonical(was[field] ?? null) !== canonical(is[field] ?? null),
  );
  const only = (fields: Fields): Fields =>
    Object.fromEntries(differs.filter((field) => fields[field] !== undefined).map((field) => [field, fields[field]]));
  return { before: only(was), after: only(is) };
};

/** A change as it is read: with what was and what is, or when that was erased. */
export interface ReadChange extends Change {
  salt?: string | undefined;
  before?: Fields | undefined;
  after?: Fields | undefined;
  erased?: string | undefined;
}

const fields = () => z.record(z.string(), z.unknown());

/** An entry of the trail as it is read. */
export const ReadEntry = once(() =>
  z.strictObject({
    number: z.int().positive().meta({ description: 'Its place in the chain.' }),
    hash: z.string().meta({ description: 'SHA-256 of the hash before it and of this entry, in hexadecimal.' }),
    id: z.string().meta({ description: 'Its name before it had a number.' }),
    bodies: z.int().nonnegative().meta({ description: 'How many items hold what changed; part of the hash.' }),
    at: z.string().meta({ description: 'When it was done.' }),
    by: z.string().meta({ description: 'The account that did it.' }),
    deed: z.string().meta({ description: 'What was done, by its name on the page that says who may do what.' }),
    request: z.string().meta({ description: 'The id of the request.' }),
    what: z.array(
      z.strictObject({
        type: z.string().meta({ description: 'The noun.' }),
        of: z.string().meta({ description: 'Which record.' }),
        from: z.int().optional().meta({ description: 'The version before; none where it was created.' }),
        to: z.int().optional().meta({ description: 'The version after; none where it was removed.' }),
        digest: z.string().meta({ description: 'SHA-256 of the salt and of what changed, in hexadecimal.' }),
        salt: z.string().optional().meta({ description: 'What the digest is salted with.' }),
        before: fields().optional().meta({ description: 'The fields that changed, as they were.' }),
        after: fields().optional().meta({ description: 'The fields that changed, as they are.' }),
        erased: z.string().optional().meta({ description: 'When before and after were erased, with somebody’s data.' }),
      }),
    ),
  }),
);
export type ReadEntry = z.output<ReturnType<typeof ReadEntry>>;

/** How far a chain goes, as the platform signed it. */
export const ReadHead = once(() =>
  z.strictObject({
    chain: z.string(),
    count: z.int().nonnegative().meta({ description: 'How many entries it has.' }),
    hash: z.string().optional().meta({ description: 'The hash of the last entry.' }),
    at: z.string().optional().meta({ description: 'When it was signed.' }),
    key: z.string().optional().meta({ description: 'The name of the key.' }),
    signature: z
      .string()
      .optional()
      .meta({ description: 'ES256 over the canonical JSON of chain, count, hash and at: r‖s in base64url.' }),
    waiting: z.int().nonnegative().meta({ description: 'How many deeds are done and wait for their number.' }),
  }),
);
export type ReadHead = z.output<ReturnType<typeof ReadHead>>;

/** What a body says, or when it was erased. */
export const readBody = (
  lying: Body | { erased: Erased } | undefined,
): Pick<ReadChange, 'salt' | 'before' | 'after' | 'erased'> => {
  if (!lying) return {};
  if ('erased' in lying) return { erased: lying.erased.at };
  return { salt: lying.salt, ...(JSON.parse(lying.text) as Pick<ReadChange, 'before' | 'after'>) };
};
