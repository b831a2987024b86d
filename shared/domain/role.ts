import * as z from 'zod';
import { address } from './address.ts';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { language, mailLanguages } from './language.ts';
import { type Doing, passed } from './lifecycle.ts';
import { once } from './once.ts';
import { recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';
import { dayMs, later, toInstant } from './when.ts';

/**
 * What somebody may be. `secretariat` is the platform's; `invitee`, `signer` and `clock` are inner roles: who holds a panelist's link, who holds a
 * signing link, and the house itself doing what is due.
 */
export const roleNames = [
  'secretariat',
  'organizer',
  'scheduler',
  'reviewer',
  'rapporteur',
  'drafter',
  'translator',
  'assessor',
  'delegate',
  'invitee',
  'signer',
  'clock',
] as const;
export type RoleName = (typeof roleNames)[number];

/** Where something stands, as far as permission goes: each part that it belongs to. */
export interface Whereabouts {
  summit?: string | undefined;
  track?: string | undefined;
  session?: string | undefined;
  panelist?: string | undefined;
  declaration?: string | undefined;
  language?: string | undefined;
  organization?: string | undefined;
}

/** A role that somebody holds, and where: each part that is named narrows it. */
export type Held = Readonly<Whereabouts> & { readonly role: RoleName };

const parts = ['summit', 'track', 'session', 'panelist', 'declaration', 'language', 'organization'] as const;

/** Whether a role reaches as far as something: a role in a track covers what stands in that track. The secretariat's covers everything. */
export const covers = (held: Held, place: Whereabouts): boolean =>
  parts.every((part) => held[part] === undefined || held[part] === place[part]);

/** Whether a role reaches anything within a place: a role in a track touches its summit. */
export const touches = (held: Held, place: Whereabouts): boolean =>
  parts.every((part) => held[part] === undefined || place[part] === undefined || held[part] === place[part]);

type Part = (typeof parts)[number];

/** The roles that are given to people, each with the parts that say where, beyond the summit or the organization that gives it. */
const within: Record<'platform' | 'summit' | 'organization', Partial<Record<RoleName, readonly Part[]>>> = {
  platform: { secretariat: [] },
  summit: {
    organizer: [],
    scheduler: [],
    reviewer: ['track'],
    rapporteur: ['session'],
    drafter: ['declaration'],
    translator: ['declaration', 'language'],
    assessor: ['declaration'],
    delegate: ['organization'],
  },
  organization: { delegate: [] },
};

/** Whose roles these are: the platform's, a summit's or an organization's. */
export type Scope = { summit: string } | { organization: string } | Record<string, never>;

const kindOf = (scope: Scope): keyof typeof within =>
  'summit' in scope ? 'summit' : 'organization' in scope ? 'organization' : 'platform';

export const givenRoles = roleNames.filter((name) => name !== 'invitee' && name !== 'signer' && name !== 'clock');

/** How long an invitation to a role can be accepted, in days. */
export const invitationDays = 14;

/** A role as it is given: which, where, and to whom. */
export const RoleDraft = once(() =>
  z.strictObject({
    role: z.enum(givenRoles),
    track: slug().optional().meta({ description: 'For a reviewer.' }),
    session: slug().optional().meta({ description: 'For a rapporteur.' }),
    declaration: slug().optional().meta({ description: 'For a drafter, a translator or an assessor.' }),
    language: language().optional().meta({ description: 'For a translator: the language of the translation.' }),
    organization: slug().optional().meta({ description: 'For a delegate at one summit: of which organization.' }),
    email: address().optional().meta({ description: 'Who signs in with this address holds the role from then on.' }),
    client: line(limits.name).optional().meta({ description: 'A machine: the id of its client credentials.' }),
    writeIn: z.enum(mailLanguages).default('en').meta({ description: 'The language of the invitation.' }),
  }),
);
export type RoleDraft = z.output<ReturnType<typeof RoleDraft>>;

/** A role as it is recorded: who gave it and when, whose it is since when, and who took it away. */
export const Role = once(() =>
  z.object({
    ...RoleDraft().shape,
    ...recordFields('role'),
    summit: slug().optional(),
    account: z.string().optional().meta({ description: 'Whose it is, once it was accepted.' }),
    given: z.object({ at: z.string(), by: z.string() }),
    expires: z.string().optional().meta({ description: 'Until when the invitation can be accepted.' }),
  }),
);
export type Role = z.output<ReturnType<typeof Role>>;

/** The part of a role that requests are judged by. */
export const heldOf = (role: Role): Held => ({
  role: role.role,
  ...Object.fromEntries(parts.flatMap((part) => (part in role ? [[part, role[part as keyof Role]]] : []))),
});

const misplaced = (draft: RoleDraft, scope: Scope): FieldError[] => {
  const here = within[kindOf(scope)];
  const wanted = here[draft.role];
  if (!wanted)
    return [{ pointer: '/role', detail: `Choose one of ${Object.keys(here).join(', ')}: these are given here.` }];
  return (['track', 'session', 'declaration', 'language', 'organization'] as const).flatMap((part) => {
    if (wanted.includes(part) && draft[part] === undefined)
      return [{ pointer: `/${part}`, detail: `Say which ${part} the ${draft.role} is for.` }];
    if (!wanted.includes(part) && draft[part] !== undefined)
      return [
        { pointer: `/${part}`, detail: `Leave it out: the role of ${draft.role} has no ${part} of its own here.` },
      ];
    return [];
  });
};

const toWhom = ({ email, client }: RoleDraft): FieldError[] =>
  (email === undefined) === (client === undefined)
    ? [{ pointer: '/email', detail: 'Give the e-mail address of a person, or the client id of a machine.' }]
    : [];

/** Gives a role: a person is invited to it, a machine holds it at once. Errors: `invalid`. */
export const giveRole = (id: string, scope: Scope, draft: RoleDraft, at: Date, by: string): Role => {
  const faults = [...misplaced(draft, scope), ...toWhom(draft)];
  refuseAll(faults);
  const role: Role = { ...draft, ...scope, slug: id, version: 1, state: 'invited', given: { at: toInstant(at), by } };
  return draft.client === undefined
    ? { ...role, expires: later(at, invitationDays * dayMs) }
    : { ...role, state: 'held', account: draft.client };
};

/** Whether an invitation can still be accepted. */
export const isOpen = ({ state, expires }: Role, now: Date): boolean =>
  state === 'invited' && expires !== undefined && Date.parse(expires) > now.getTime();

/** The role as its holder's, from now on. Errors: `wrong-state`. */
export const acceptRole = (role: Role, account: string, at: Date): Role => ({
  ...passed('role', role, 'held', { at: toInstant(at), by: account }),
  account,
});

/** Takes a role away. Errors: `wrong-state`; `forbidden` to the secretariat for their own, so that one always remains. */
export const endRole = (role: Role, passage: Doing): Role => {
  if (role.role === 'secretariat' && role.account === passage.by)
    throw new DomainError(
      'forbidden',
      'Somebody else of the secretariat takes this role away from you, or nobody does.',
    );
  return passed('role', role, 'ended', passage);
};
