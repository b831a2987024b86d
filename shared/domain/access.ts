import type { Declaration } from './declaration.ts';
import { DomainError } from './error.ts';
import { sourcesWithout } from './origin.ts';
import type { Outcome } from './outcome.ts';
import type { Panelist } from './panelist.ts';
import type { Paragraph } from './paragraph.ts';
import { isSeated } from './panelist.ts';
import type { Person } from './person.ts';
import { actsFor, proposersOf } from './proposer.ts';
import { withoutSender } from './received.ts';
import { covers, type Held, type Role, type RoleName, touches, type Whereabouts } from './role.ts';
import type { Release } from './release.ts';
import { publicSession, type Session } from './session.ts';
import type { TextVersion } from './text-version.ts';

/**
 * Who asks. Everyone is somebody without an account; the roles of an account are records, and its name is what its token calls it. The address is
 * the one with which a role was taken up: what other people know them by.
 */
export type Caller =
  { kind: 'everyone' } | { kind: 'account'; name: string; roles: readonly Held[]; address?: string | undefined };

export const everyone: Caller = { kind: 'everyone' };

/** The house itself, doing what is due. */
export const theClock: Caller = { kind: 'account', name: 'clock', roles: [{ role: 'clock' }] };

/** Whom a deed is given to: a role where it covers the place; `any organizer` wherever that is; every account; everyone. */
export type Grant = RoleName | 'any organizer' | 'account' | 'everyone';

const secretariat = ['secretariat'] as const;
const organizers = ['secretariat', 'organizer'] as const;
const anyOrganizer = ['secretariat', 'any organizer'] as const;

/**
 * The page that says who may do what. Every operation asks it by the deed's name, every route declares one, the README's table is made of it, and
 * a test walks every route as every role.
 */
export const deeds = {
  read: ['everyone'],
  'me:read': ['account'],
  'me:bind': ['account'],
  'summit:create': secretariat,
  'summit:change': organizers,
  'track:write': organizers,
  'room:write': organizers,
  'participation:write': organizers,
  'session:write': organizers,
  'panelist:write': organizers,
  'placement:read': [...organizers, 'scheduler'],
  'placement:write': [...organizers, 'scheduler'],
  'placement:override': organizers,
  'crew:read': [...organizers, 'scheduler'],
  'crew:write': [...organizers, 'scheduler'],
  'availability:read': anyOrganizer,
  'availability:write': anyOrganizer,
  'proposal:read': [...organizers, 'reviewer', 'delegate'],
  'check:read': [...organizers, 'scheduler', 'reviewer'],
  'waiver:write': organizers,
  'proposal:write': [...organizers, 'delegate'],
  'review:read': [...organizers, 'reviewer'],
  'review:write': [...organizers, 'reviewer'],
  'decision:read': organizers,
  'decision:write': organizers,
  'decision:release': organizers,
  'decision:apply': ['clock'],
  'release:write': organizers,
  'release:draft': [...organizers, 'scheduler'],
  'release:tell': ['clock'],
  'outcome:write': [...organizers, 'rapporteur'],
  'outcome:await': ['clock'],
  'declaration:write': organizers,
  'declaration:change': [...organizers, 'drafter'],
  'claim:write': organizers,
  'declaration:freeze': organizers,
  'text:write': [...organizers, 'drafter'],
  'text:translate': [...organizers, 'drafter', 'translator'],
  'amendment:write': [...organizers, 'delegate'],
  'amendment:decide': [...organizers, 'drafter'],
  'corrigendum:write': organizers,
  'circulation:write': organizers,
  'circulation:tell': ['clock'],
  'circulation:decide': ['clock'],
  'objection:write': [...organizers, 'delegate'],
  'signature:report': organizers,
  'signature:write': [...organizers, 'delegate'],
  'signature:decide': organizers,
  'signature:tell': ['clock'],
  'signing:send': [...organizers, 'delegate'],
  'signing:answer': ['signer'],
  'signing:dispute': ['signer'],
  'delivery:write': organizers,
  'assessment:write': [...organizers, 'assessor'],
  'commitment:write': [...organizers, 'delegate'],
  'organization:create': anyOrganizer,
  'organization:change': secretariat,
  'membership:write': secretariat,
  'instrument:create': anyOrganizer,
  'instrument:change': secretariat,
  'person:write': anyOrganizer,
  'contact:read': organizers,
  'contact:write': organizers,
  'role:read': [...organizers, 'delegate'],
  'role:give': [...organizers, 'delegate'],
  'role:take': [...organizers, 'delegate'],
  'desk:read': [...organizers, 'delegate'],
  'desk:write': organizers,
  'nomination:read': [...organizers, 'delegate'],
  'nomination:write': [...organizers, 'delegate'],
  'nomination:decide': organizers,
  'suggestion:read': organizers,
  'person:merge': organizers,
  'invitation:read': organizers,
  'invitation:send': organizers,
  'invitation:answer': ['invitee'],
  'invitation:again': ['everyone'],
  'invitation:lapse': ['clock'],
  'consent:read': anyOrganizer,
  'consent:write': [...anyOrganizer, 'clock'],
  'consent:place': organizers,
  'attributes:read': secretariat,
  'attributes:write': secretariat,
  'data:export': secretariat,
  'data:erase': [...secretariat, 'clock'],
  'contact:expire': ['clock'],
  'trail:read': organizers,
  'mail:read': organizers,
  'mail:send': ['clock'],
} as const satisfies Record<string, readonly Grant[]>;

/** The name of a deed on the page. */
export type DeedName = keyof typeof deeds;

/** Whether one of these grants reaches the caller at this place. */
const reaches = (grants: readonly Grant[], caller: Caller, place: Whereabouts): boolean =>
  grants.some((grant) => {
    if (grant === 'everyone') return true;
    if (caller.kind === 'everyone') return false;
    if (grant === 'account') return true;
    if (grant === 'any organizer') return caller.roles.some(({ role }) => role === 'organizer');
    return caller.roles.some((held) => held.role === grant && covers(held, place));
  });

/** Whether the page gives a deed to this caller at this place. */
export const may = (caller: Caller, deed: DeedName, place: Whereabouts = {}): boolean =>
  reaches(deeds[deed], caller, place);

/** Whether the page gives a deed to this caller somewhere within this place: then a list shows what of it is theirs. */
export const mayWithin = (caller: Caller, deed: DeedName, place: Whereabouts): boolean =>
  may(caller, deed, place) ||
  (caller.kind === 'account' &&
    caller.roles.some((held) => (deeds[deed] as readonly Grant[]).includes(held.role) && touches(held, place)));

/** Refuses a deed that needs an account to who has none, before anything is read. Errors: `sign-in-required`. */
export const mayAsk = (caller: Caller, deed: DeedName): void => {
  const grants: readonly Grant[] = deeds[deed];
  if (caller.kind === 'everyone' && !grants.includes('everyone'))
    throw new DomainError('sign-in-required', 'Sign in first: send a bearer token in the Authorization header.');
};

/** Refuses a deed to who may not do it. Errors: `sign-in-required` without a token, `forbidden` with one. */
export const mayDo = (caller: Caller, deed: DeedName, place: Whereabouts = {}): void => {
  if (!may(caller, deed, place)) throw forbidden(caller, deed);
};

/** Refuses a list to who may see nothing of it. Errors: the same. */
export const mayList = (caller: Caller, deed: DeedName, place: Whereabouts): void => {
  if (!mayWithin(caller, deed, place)) throw forbidden(caller, deed);
};

const forbidden = (caller: Caller, deed: DeedName): DomainError => {
  mayAsk(caller, deed);
  return new DomainError(
    'forbidden',
    'This account may not do this here. Who gives out roles here can give it one that may.',
  );
};

/** Who an act is recorded under. */
export const nameOf = (caller: Caller): string => (caller.kind === 'account' ? caller.name : 'everyone');

/** Where a record of each noun stands: the parts that its own fields name, and itself. */
const placeOf = (kind: string, record: object): Whereabouts => {
  const { slug, ...fields } = record as Whereabouts & { slug?: string };
  return kind === 'summit' || kind === 'track' || kind === 'session' || kind === 'declaration'
    ? { ...fields, [kind]: slug }
    : fields;
};

/** Who sees the whole of a record, drafts and inner fields with it. Where a noun is not named, organizers do. */
export const insiders: Record<string, readonly Grant[]> = {
  session: [...organizers, 'scheduler', 'reviewer', 'rapporteur'],
  panelist: [...organizers, 'scheduler', 'rapporteur'],
  crew: [...organizers, 'scheduler'],
  availability: anyOrganizer,
  review: [...organizers, 'reviewer'],
  outcome: [...organizers, 'rapporteur'],
  declaration: [...organizers, 'drafter', 'translator', 'assessor'],
  paragraph: [...organizers, 'drafter', 'translator', 'assessor'],
  carriage: [...organizers, 'drafter', 'translator', 'assessor'],
  'text-version': [...organizers, 'drafter', 'translator', 'assessor'],
  person: anyOrganizer,
  contact: organizers,
  consent: organizers,
  'name-consent': anyOrganizer,
  attributes: secretariat,
  organization: anyOrganizer,
  membership: anyOrganizer,
  instrument: anyOrganizer,
  role: [...organizers, 'delegate'],
  desk: [...organizers, 'delegate'],
  nomination: [...organizers, 'delegate'],
  signing: [...organizers, 'delegate'],
};

// Contact details stand in every summit that they were given for.
const placesOf = (kind: string, record: object): Whereabouts[] => {
  const { summits = [] } = record as { summits?: readonly string[] };
  return kind === 'contact' && summits.length > 0 ? summits.map((summit) => ({ summit })) : [placeOf(kind, record)];
};

// Who translates into one language reads the text in all of them.
const reading = (caller: Caller): Caller =>
  caller.kind === 'account' && caller.roles.some(({ language }) => language !== undefined)
    ? { ...caller, roles: caller.roles.map(({ language: _, ...held }) => held) }
    : caller;

/** Whether the caller sees the whole of a record of this noun. */
export const isInsider = (caller: Caller, kind: string, record: object): boolean =>
  placesOf(kind, record).some((place) => reaches(insiders[kind] ?? organizers, reading(caller), place));

/**
 * Whether somebody reads the words of a declaration as they are drafted; everybody else goes by the last version that was given out. Circulated or
 * frozen, the two are the same, and what is reported is drafted nowhere.
 */
export const seesDraft = (
  caller: Caller,
  { summit, slug, origin, state }: Pick<Declaration, 'summit' | 'slug' | 'origin' | 'state'>,
): boolean => origin === 'reported' || state !== 'drafting' || isInsider(caller, 'declaration', { summit, slug });

/**
 * Whether somebody sees a session as it is planned: who plans it, and who proposed it. Everybody else sees a session held here as it was released; what
 * is reported is public as it is.
 */
export const seesPlanned = (
  caller: Caller,
  session: Pick<Session, 'summit' | 'slug' | 'track' | 'origin' | 'proposed'>,
): boolean =>
  session.origin === 'reported' ||
  isInsider(caller, 'session', session) ||
  actsFor(caller, proposersOf(session), session.summit);

// Where and when a session is planned is nobody else's, until it is released.
const planned = ['room', 'start', 'end', 'local', 'overridden'];

interface Kinds {
  session: Session & { released?: string };
  release: Release;
  outcome: Outcome;
  declaration: Declaration;
  panelist: Panelist;
  person: Person;
  role: Role;
  paragraph: Paragraph;
  'text-version': TextVersion;
}

type Seen = { [K in keyof Kinds]: (record: Kinds[K], caller: Caller) => object | undefined };

const without = (record: object, ...fields: string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

// What everyone sees of the nouns that are not public as they are.
const publicly: Seen = {
  // What an organization proposed is its own to follow, whatever becomes of it.
  session: (session, caller) => {
    if (actsFor(caller, proposersOf(session), session.summit)) return session;
    if (session.origin !== 'reported' && !publicSession.has(session.state)) return undefined;
    const isShownAsIs = session.origin === 'reported' || session.released !== undefined;
    return without(session, 'proposed', 'texts', ...(isShownAsIs ? [] : planned));
  },
  // Who released it and what they chose is theirs; what it comes to is everyone's.
  release: (release) => without(release, 'by', 'chosen', 'alongside'),
  outcome: (outcome) => (outcome.origin === 'reported' || outcome.state === 'filed' ? outcome : undefined),
  declaration: (declaration) =>
    declaration.origin === 'reported' || declaration.state !== 'drafting' || declaration.text
      ? without(declaration, 'taken')
      : undefined,
  // Who took what away, and what drafters said about it, is theirs.
  paragraph: (paragraph) => (paragraph.gone ? undefined : without(paragraph, 'dropped')),
  'text-version': (version) => (version.why === 'saved' ? undefined : without(version, 'by')),
  panelist: (panelist) => {
    if (!isSeated(panelist.state)) return undefined;
    const { origin, unnamed, named, state } = panelist;
    const shown = without(panelist, 'named', 'nominatedBy', 'desk', 'confirmation');
    if (named && !unnamed && (origin === 'reported' || state === 'confirmed')) return shown;
    return {
      // What a source prints or a correction corrects may be the very name.
      ...without(shown, 'person', 'printedName', 'printedTitle', 'sources', 'corrections'),
      // A card has no sources at all.
      ...(origin === 'reported' && !unnamed && 'sources' in panelist
        ? { sources: sourcesWithout(panelist.sources, panelist.printedName) }
        : {}),
      toBeConfirmed: !unnamed && origin === 'held',
    };
  },
  person: (person) => (person.named ? without(person, 'named', 'withheld') : undefined),
  // Who holds a role may see that they do.
  role: (role, caller) => (caller.kind === 'account' && role.account === caller.name ? role : undefined),
};

/** The nouns that are public as they are. What is named nowhere on this page is shown to nobody but insiders. */
const open = new Set([
  'summit',
  'participation',
  'track',
  'room',
  'organization',
  'membership',
  'instrument',
  'claim',
  'carriage',
  'circulation',
  'asked',
  'objection',
  'dissociation',
  'amendment',
  'corrigendum',
  'signature',
  'delivery',
  'assessment',
  'commitment',
  'check-in',
]);

/** What of a public record is not: how it came to its state, who entered it, which mails went out, who is the focal point, and what was overridden or waived. */
const inner = ['history', 'enteredBy', 'mails', 'focalPoint', 'overridden', 'waivers'];

/** Marks of the table, which are nobody's to see. */
const marks = ['batch', 'schema', 'pieces'];

/**
 * What this caller may see of a record: nothing, or a projection. No route hides fields on its own. Insiders see everything but the table's own
 * marks; a name is public once its bearer, or an office for them, has consented and the place is confirmed.
 */
export const view = (caller: Caller, kind: string, record: object): object | undefined => {
  if (isInsider(caller, kind, record)) return without(record, ...marks);
  const look = (publicly as Record<string, ((record: never, caller: Caller) => object | undefined) | undefined>)[kind];
  const shown = look ? look(record as never, caller) : open.has(kind) ? record : undefined;
  return shown && without(withoutSender(shown), ...inner, ...marks);
};
