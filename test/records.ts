import type { Asked } from '../shared/domain/asked.ts';
import type { Circulation } from '../shared/domain/circulation.ts';
import type { Amendment } from '../shared/domain/amendment.ts';
import type { Claim } from '../shared/domain/claim.ts';
import type { Act } from '../shared/domain/count.ts';
import type { Crew } from '../shared/domain/crew.ts';
import { DeclarationDraft } from '../shared/domain/declaration.ts';
import type { Invitation } from '../shared/domain/invitation.ts';
import type { Membership } from '../shared/domain/membership.ts';
import { type Organization, OrganizationDraft } from '../shared/domain/organization.ts';
import { OutcomeDraft } from '../shared/domain/outcome.ts';
import { type Panelist, PanelistDraft } from '../shared/domain/panelist.ts';
import type { Counted, Participation } from '../shared/domain/participation.ts';
import type { Contact, Person } from '../shared/domain/person.ts';
import type { Room } from '../shared/domain/room.ts';
import { type NamedDraft, SessionDraft } from '../shared/domain/session.ts';
import { SummitDraft } from '../shared/domain/summit.ts';
import type { Track } from '../shared/domain/track.ts';

// The records that builders.ts leaves out, and drafts as they come in: each from the few fields that a test is about. All invented.

const held = { version: 1, origin: 'held' as const, sources: [], corrections: [] };

/** The city of Port Selva. */
export const anOrganization = (given: Partial<Organization> = {}): Organization => ({
  ...held,
  slug: 'port-selva',
  state: 'listed',
  rehearsal: false,
  name: { en: 'Port Selva' },
  aliases: [],
  kind: 'city',
  country: 'PT',
  population: [],
  ...given,
});

export const aMembership = (given: Partial<Membership> = {}): Membership => ({
  ...held,
  slug: 'river-league-member',
  state: 'current',
  organization: 'port-selva',
  in: 'river-league',
  as: 'member',
  printed: 'Port Selva',
  inPrinted: 'River League',
  ...given,
});

/** A track whose panels have four people and one moderator or chair. */
export const aTrack = (given: Partial<Track> = {}): Track => ({
  ...held,
  slug: 'voices',
  state: 'open',
  summit: 'arvenne-2031',
  title: { en: 'Voices from the rivers' },
  panelSize: 4,
  oneChair: true,
  windows: [],
  rooms: [],
  rules: [],
  ...given,
});

export const aRoom = (given: Partial<Room> = {}): Room => ({
  ...held,
  slug: 'quay-hall',
  state: 'open',
  summit: 'arvenne-2031',
  name: { en: 'Quay Hall' },
  changeover: 0,
  parallel: 1,
  policy: 'block',
  hours: [],
  blackouts: [],
  ...given,
});

/** Ilka Verrane, who has consented to be named. */
export const aPerson = (given: Partial<Person> = {}): Person => ({
  ...held,
  id: 'ilka',
  state: 'listed',
  rehearsal: false,
  name: 'Ilka Verrane',
  named: true,
  ...given,
});

export const aContact = (given: Partial<Contact> = {}): Contact => ({
  person: 'ilka',
  version: 1,
  emails: ['ilka@example.org'],
  phones: [],
  language: 'en',
  summits: [],
  ...given,
});

/** Ilka Verrane on the panel of session VC-D 12, confirmed and with her consent. */
export const aPanelist = (given: Partial<Panelist> = {}): Panelist => ({
  ...held,
  slug: 'seat-1',
  state: 'confirmed',
  summit: 'arvenne-2031',
  session: 'vc-d-12',
  person: 'ilka',
  role: 'panelist',
  printedName: 'Ilka Verrane',
  printedTitle: 'Mayor',
  organizations: [{ organization: 'port-selva', printed: 'Port Selva' }],
  nominatedBy: ['river-league'],
  unnamed: false,
  named: true,
  ...given,
});

/** Ilka Verrane interprets at session VC-D 12. */
export const aCrew = (given: Partial<Crew> = {}): Crew => ({
  slug: 'duty-1',
  version: 1,
  state: 'assigned',
  summit: 'arvenne-2031',
  session: 'vc-d-12',
  person: 'ilka',
  as: 'interpreter',
  languages: [{ from: 'en', to: 'fr' }],
  ...given,
});

/** Ilka Verrane was asked on 1 March, and has two weeks. */
export const anInvitation = (given: Partial<Invitation> = {}): Invitation => ({
  slug: 'asked-1',
  version: 1,
  state: 'open',
  summit: 'arvenne-2031',
  session: 'vc-d-12',
  panelist: 'seat-1',
  person: 'ilka',
  rehearsal: false,
  sent: { at: '2031-03-01T09:00:00Z', by: 'mirel' },
  replyBy: '2031-03-15T09:00:00Z',
  reminders: [],
  due: '2031-03-08T09:00:00Z',
  answers: [],
  ...given,
});

export const aParticipation = (given: Partial<Participation> = {}): Participation => ({
  ...held,
  slug: 'port-selva',
  state: 'registered',
  summit: 'arvenne-2031',
  organization: 'port-selva',
  capacities: ['participating-member'],
  how: 'unknown',
  focalPoint: 'ilka',
  counted: aCity(),
  ...given,
});

/** Port Selva's open amendment of the paragraph that builders.ts makes: two desks instead of one. */
export const anAmendment = (given: Partial<Amendment> = {}): Amendment => ({
  slug: 'a1',
  version: 1,
  state: 'proposed',
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  organization: 'port-selva',
  printed: 'Port Selva',
  rehearsal: false,
  language: 'en',
  paragraph: 'p1',
  kind: 'replace',
  words: { en: 'that each city names two desks' },
  reason: 'One desk sleeps at night.',
  base: { paragraph: 1, words: 'that each city names one desk', part: 'operative', order: 0 },
  at: '2031-03-01T09:00:00Z',
  enteredBy: 'linus',
  ...given,
});

/** The Arvenne Declaration was circulated on 1 March, for three days. */
export const aCirculation = (given: Partial<Circulation> = {}): Circulation => ({
  slug: 'c1',
  version: 1,
  state: 'open',
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  rehearsal: false,
  text: { version: 'v1', hash: 'a'.repeat(64) },
  at: '2031-03-01T09:00:00Z',
  deadline: '2031-03-04T09:00:00Z',
  asked: 1,
  notices: [{ kind: 'circulated', at: '2031-03-01T09:00:00Z', deadline: '2031-03-04T09:00:00Z' }],
  due: '2031-03-04T09:01:00Z',
  batch: 'asked-1',
  ...given,
});

/** Port Selva was told of it, by one mail. */
export const anAsked = (given: Partial<Asked> = {}): Asked => ({
  organization: 'port-selva',
  printed: 'Port Selva',
  capacities: ['participating-member'],
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  circulation: 'c1',
  version: 2,
  told: [{ at: '2031-03-01T09:00:02Z', recipients: 1 }],
  mails: [{ id: 'm1', notice: 0 }],
  batch: 'asked-1',
  ...given,
});

/** A printed figure about the Arvenne Declaration. */
export const aClaim = (given: Partial<Claim> = {}): Claim => ({
  ...held,
  slug: 'over-forty',
  state: 'recorded',
  about: '/api/v1/summits/arvenne-2031/declarations/arvenne-declaration',
  words: 'over forty cities signed',
  number: 40,
  reads: 'over',
  counts: 'signed',
  ...given,
});

/** A city as a count needs it. */
export const aCity = (given: Partial<Counted> = {}): Counted => ({
  organization: 'port-selva',
  printed: 'Port Selva',
  kind: 'city',
  country: 'PT',
  ...given,
});

/** A dated act of a city, recorded the next day. */
export const anAct = (given: Partial<Act> = {}): Act => ({
  counted: aCity(),
  on: '2031-05-02',
  recordedAt: '2031-05-03T08:00:00Z',
  ...given,
});

type Given = Record<string, unknown>;

export const aSummitDraft = (given: Given = {}): SummitDraft =>
  SummitDraft().parse({ title: { en: 'Arvenne City Summit 2031' }, zone: 'Europe/Paris', ...given });

export const anOrganizationDraft = (given: Given = {}): OrganizationDraft =>
  OrganizationDraft().parse({ name: { en: 'Port Selva' }, kind: 'city', ...given });

/** A session's draft as it is decided upon: its organizations have been looked up and named. */
export const aSessionDraft = (given: Given & Partial<Pick<NamedDraft, 'lead' | 'partners'>> = {}): NamedDraft => ({
  ...SessionDraft().parse({ reference: 'VC-D 12', title: { en: 'Cities that take people in' }, ...given }),
  lead: given.lead ?? [],
  partners: given.partners ?? [],
});

export const aPanelistDraft = (given: Given = {}): PanelistDraft & Pick<Panelist, 'organizations'> => ({
  ...PanelistDraft().parse({ person: 'ilka', role: 'panelist', ...given }),
  organizations: [],
});

export const anOutcomeDraft = (given: Given = {}): Omit<OutcomeDraft, 'owner'> =>
  OutcomeDraft().parse({ type: 'recommendation', text: { en: 'that each city names one desk' }, ...given });

export const aDeclarationDraft = (given: Given = {}): DeclarationDraft =>
  DeclarationDraft().parse({ title: { en: 'Arvenne Declaration' }, kind: 'declaration', ...given });
