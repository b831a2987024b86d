import * as z from 'zod';
import { type FieldError, refuseAll } from './error.ts';
import { firstState, type Noun, type Passage, type StateOf, statesOf } from './lifecycle.ts';
import { once } from './once.ts';
import { type Provenance, uncited } from './origin.ts';
import { slugLength, slugOf, slugPattern } from './slug.ts';
import { limits, line, recordBytes } from './text.ts';

export const slug = once(() =>
  z
    .string()
    .max(slugLength)
    .regex(slugPattern, { message: 'Use lower-case letters, digits and single hyphens, such as "vc-d-12".' }),
);

/** An address made from another one and a word, such as "port-selva-signatory": longer than one that is given. */
export const madeSlug = once(() =>
  z
    .string()
    .max(slugLength + 20)
    .regex(slugPattern),
);

const passage = once(() =>
  z.object({ from: z.string(), to: z.string(), at: z.string(), by: z.string(), reason: z.string().optional() }),
);

/** What every record carries beside its own fields: its name in the address, its version, its state and how it came there. */
export const recordFields = <N extends Noun>(noun: N) => ({
  slug: madeSlug(),
  version: z.int().positive(),
  state: z.enum(statesOf(noun)),
  history: z.array(z.lazy(passage)).optional(),
});

export interface RecordFields<N extends Noun> {
  slug: string;
  version: number;
  state: StateOf<N>;
  history?: Passage[] | undefined;
}

/** An organization as a record names it: which one, and how it was printed there (its name at that time when nothing else is given). */
export const OrganizationRef = once(() =>
  z.strictObject({ organization: slug(), printed: line(limits.name).optional() }),
);
export type OrganizationRef = z.output<ReturnType<typeof OrganizationRef>>;

/** The same, once stored: what was printed is a snapshot and stays. */
export const NamedOrganization = once(() => z.object({ organization: slug(), printed: z.string() }));
export type NamedOrganization = z.output<ReturnType<typeof NamedOrganization>>;

type Draft<N extends Noun> = Provenance & { slug?: string | undefined; state?: StateOf<N> | undefined };

const common = (draft: Provenance): FieldError[] => {
  const errors = uncited(draft);
  const bytes = new TextEncoder().encode(JSON.stringify(draft)).length;
  if (bytes > recordBytes)
    errors.push({
      pointer: '',
      detail: `Shorten the texts: together they are ${Math.ceil(bytes / 1000)} KB, and a record holds 200 KB.`,
    });
  return errors;
};

const refuse = (errors: readonly FieldError[]): void => {
  refuseAll(errors);
};

/**
 * A new record from a draft that `faults` has judged, in its first state (a reported one in the state that is reported).
 * Errors: `invalid`, with every fault at once.
 */
export const begun = <N extends Noun, D extends Draft<N>>(
  noun: N,
  draft: D,
  slug: string,
  faults: readonly FieldError[] = [],
): D & RecordFields<N> => {
  const errors = [...common(draft), ...faults];
  if (draft.origin === 'held' && draft.state) errors.push(stateIsPassed);
  if (slug === '')
    errors.push({
      pointer: '/slug',
      detail: 'Give a slug: none can be made from the name, which has no Latin letters or digits.',
    });
  else if (draft.slug !== undefined && draft.slug !== slug)
    errors.push({ pointer: '/slug', detail: `Leave the slug out; it is made here, and is "${slug}".` });
  refuse(errors);
  return { ...draft, slug, version: 1, state: draft.state ?? firstState(noun) };
};

/**
 * The record as the draft changes it, judged as a whole; what the draft's schema does not own stays as it is. Address and origin stay.
 * Errors: `invalid`, with every fault at once.
 */
export const revised = <R extends Provenance & { slug: string; state: string }>(
  schema: z.ZodObject,
  record: R,
  draft: Provenance & { slug?: string | undefined; state?: string | undefined },
  faults: readonly FieldError[] = [],
): R => {
  const errors = [...common(draft), ...faults];
  if (draft.slug !== record.slug)
    errors.push({ pointer: '/slug', detail: `Leave the slug "${record.slug}" as it is: addresses last.` });
  if (draft.origin !== record.origin)
    errors.push({ pointer: '/origin', detail: `Leave the origin as it is: what was ${record.origin} stays so.` });
  if (draft.origin === 'held' && draft.state !== record.state) errors.push(stateIsPassed);
  refuse(errors);
  const kept = Object.entries(record).filter(([field]) => !(field in schema.shape));
  // A reported draft may leave the state out; the record has one all the same.
  return { ...Object.fromEntries(kept), ...draft, state: draft.state ?? record.state } as unknown as R;
};

/** The part of a record that a draft of it may say: what a change starts from. */
export const draftOf = (schema: z.ZodObject, record: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => field in schema.shape));

const stateIsPassed: FieldError = {
  pointer: '/state',
  detail: 'Leave the state out: a record held here changes its state by a transition.',
};

/** The name in the address: the given one, else one made from the name or title. */
export const chosenSlug = (given: string | undefined, from: string): string => given ?? slugOf(from);
