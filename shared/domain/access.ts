import type { Declaration } from './declaration.ts';
import { DomainError } from './error.ts';
import type { Outcome } from './outcome.ts';
import type { Panelist } from './panelist.ts';
import { isSeated } from './panelist.ts';
import type { Contact, Person } from './person.ts';
import { publicSession, type Session } from './session.ts';

/** Who asks. Everyone is somebody without an account; groups come from a verified token. */
export type Caller = { kind: 'everyone' } | { kind: 'account'; name: string; groups: readonly string[] };

export const everyone: Caller = { kind: 'everyone' };

/** The secretariat writes, and sees what is not public yet. */
export const isSecretariat = (caller: Caller): boolean =>
  caller.kind === 'account' && caller.groups.includes('secretariat');

/** What an operation is, as far as permission goes: reading what is public, reading what is private, or writing. */
export type Deed = 'read' | 'read-private' | 'write';

const allowed: Record<Deed, (caller: Caller) => boolean> = {
  read: () => true,
  'read-private': isSecretariat,
  write: isSecretariat,
};

/** Refuses a deed to who may not do it. Errors: `sign-in-required` without a token, `forbidden` with one. */
export const mayDo = (caller: Caller, deed: Deed): void => {
  if (allowed[deed](caller)) return;
  if (caller.kind === 'everyone')
    throw new DomainError('sign-in-required', 'Sign in first: send a bearer token in the Authorization header.');
  throw new DomainError('forbidden', 'This account may not do this. The secretariat can.');
};

/** Who an act is recorded under. */
export const nameOf = (caller: Caller): string => (caller.kind === 'account' ? caller.name : 'everyone');

interface Kinds {
  session: Session;
  outcome: Outcome;
  declaration: Declaration;
  panelist: Panelist;
  person: Person;
  contact: Contact;
}

type Seen = { [K in keyof Kinds]: (record: Kinds[K]) => object | undefined };

const without = (record: object, ...fields: string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

const consented = (record: { origin: string; consent?: unknown }): boolean =>
  record.origin === 'reported' || record.consent !== undefined;

// What the public sees of the nouns that are not public as they are.
const publicly: Seen = {
  session: (session) => (session.origin === 'reported' || publicSession.has(session.state) ? session : undefined),
  outcome: (outcome) => (outcome.origin === 'reported' || outcome.state === 'filed' ? outcome : undefined),
  declaration: (declaration) =>
    declaration.origin === 'reported' || declaration.state !== 'drafting' ? declaration : undefined,
  panelist: (panelist) => {
    if (!isSeated(panelist.state)) return undefined;
    const shown = without(panelist, 'consent', 'nominatedBy');
    // What a source prints or a correction corrects may be the very name.
    const named =
      !panelist.unnamed && consented(panelist) && (panelist.origin === 'reported' || panelist.state === 'confirmed');
    return named
      ? shown
      : {
          ...without(shown, 'person', 'printedName', 'printedTitle', 'sources', 'corrections'),
          toBeConfirmed: !panelist.unnamed,
        };
  },
  person: (person) => (consented(person) ? without(person, 'consent') : undefined),
  contact: () => undefined,
};

/** The nouns that are public as they are. What is named nowhere on this page is shown to nobody. */
const open = new Set([
  'summit',
  'participation',
  'track',
  'room',
  'organization',
  'membership',
  'instrument',
  'signature',
  'claim',
  'paragraph',
  'carriage',
]);

/** What of a public record is not: how it came to its state, and who is the focal point. */
const inner = ['history', 'focalPoint'];

/** Marks of the table, which are nobody's to see. */
const marks = ['batch', 'schema'];

/**
 * What this caller may see of a record: nothing, or a projection. No route hides fields on its own. The secretariat sees everything but the
 * table's own marks; a name is public once its bearer, or an office for them, has consented and the place is confirmed.
 */
export const view = (caller: Caller, kind: string, record: object): object | undefined => {
  if (isSecretariat(caller)) return without(record, ...marks);
  const look = (publicly as Record<string, ((record: never) => object | undefined) | undefined>)[kind];
  const shown = look ? look(record as never) : open.has(kind) ? record : undefined;
  return shown && without(shown, ...inner, ...marks);
};
