/**
 * What somebody may be. `secretariat` is the platform's; `invitee` and `clock` are inner roles: who holds a panelist's link, and the house itself
 * doing what is due.
 */
export const roleNames = [
  'secretariat',
  'organizer',
  'reviewer',
  'rapporteur',
  'drafter',
  'translator',
  'assessor',
  'delegate',
  'invitee',
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
