import type { Json } from './door.ts';

/** A noun at its address: a draft that is accepted in the world of story.ts, and what can become of it. */
export interface NounAtApi {
  /** The address of its list. */
  path: string;
  draft: Json;
  change?: Json;
  /** Queries that list the new record, and queries that do not. */
  finds?: string[];
  misses?: string[];
  /** A state that may follow the first. */
  next?: string;
  isRemovable?: true;
}

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/vc-d-12`;
const letter = `${summit}/declarations/letter-of-the-quays`;
const title = { en: 'A' };

const reported = (...facts: string[]): Json => ({
  origin: 'reported',
  sources: [{ facts, citation: 'The Quay Gazette (invented)' }],
});

export const nouns: Record<string, NounAtApi> = {
  summit: {
    path: '/summits',
    draft: { slug: 'new', title, zone: 'Europe/Paris' },
    change: { place: { en: 'B' } },
    finds: ['rehearsal=false', 'origin=held', 'state=announced'],
    misses: ['rehearsal=true', 'origin=reported', 'state=cancelled'],
    next: 'cancelled',
  },
  track: {
    path: `${summit}/tracks`,
    draft: { slug: 'new', title },
    change: { minutes: 90 },
    finds: ['state=open'],
    misses: ['state=closed'],
    next: 'closed',
  },
  room: {
    path: `${summit}/rooms`,
    draft: { slug: 'new', name: title },
    change: { capacity: 12 },
    finds: ['state=open'],
    misses: ['state=closed'],
    next: 'closed',
  },
  session: {
    path: `${summit}/sessions`,
    draft: {
      reference: 'N 1',
      title,
      track: 'voices',
      room: 'quay-hall',
      start: '2031-03-10T23:30:00Z',
      end: '2031-03-11T00:30:00Z',
      languages: { spoken: ['pt'], interpreted: ['ar'] },
      lead: [{ organization: 'arvenne' }],
      partners: [{ organization: 'river-league' }],
    },
    change: { mode: 'online' },
    // The day is the summit's: half past eleven in the evening in UTC is the next day in Paris.
    finds: [
      'track=voices&room=quay-hall',
      'state=draft',
      'organization=arvenne',
      'organization=river-league',
      'language=pt',
      'language=ar',
      'day=2031-03-11',
    ],
    misses: ['track=other', 'room=other', 'state=held', 'organization=port-selva', 'language=es', 'day=2031-03-10'],
    next: 'submitted',
    isRemovable: true,
  },
  organization: {
    path: '/organizations',
    draft: { slug: 'new', name: { en: 'Øvre Tårn', fr: 'Haut-Tarn' }, aliases: ['Tarn'], kind: 'ngo', country: 'NO' },
    change: { tier: 'local' },
    finds: ['kind=ngo', 'country=NO', 'state=listed', 'name=ovre', 'name=ØVRE%20TÅRN', 'name=haut%20tarn', 'name=ta'],
    misses: ['kind=city', 'country=FR', 'state=retired', 'name=tarn%20haut', 'name=arvenne', 'name=ta&kind=city'],
    next: 'retired',
  },
  person: {
    path: '/people',
    draft: { name: 'A' },
    change: { biography: { en: 'B' } },
    finds: ['state=listed'],
    misses: ['state=retired'],
    next: 'retired',
  },
  instrument: {
    path: '/instruments',
    draft: { slug: 'new', name: title, kind: 'report' },
    change: { binding: false },
    finds: ['kind=report', 'state=listed'],
    misses: ['kind=agenda', 'state=retired'],
    next: 'retired',
  },
  panelist: {
    path: `${session}/panelists`,
    draft: { person: 'PERSON', role: 'keynote' },
    change: { printedTitle: 'B' },
    finds: ['role=keynote', 'state=nominated'],
    misses: ['role=chair', 'state=confirmed'],
    next: 'invited',
  },
  outcome: {
    path: `${session}/outcomes`,
    draft: { type: 'key-message', text: title },
    change: { text: { en: 'B' } },
    finds: ['type=key-message', 'state=draft'],
    misses: ['type=ask', 'state=filed'],
    next: 'filed',
    isRemovable: true,
  },
  declaration: {
    path: `${summit}/declarations`,
    draft: { slug: 'new', title, kind: 'charter' },
    change: { addressedTo: ['B'] },
    finds: ['kind=charter', 'state=drafting'],
    misses: ['kind=petition', 'state=adopted'],
    isRemovable: true,
  },
  participation: {
    path: `${summit}/participations`,
    draft: { organization: 'port-selva', capacities: ['observer'] },
    change: { how: 'remote' },
    finds: ['capacity=observer', 'organization=port-selva', 'state=registered'],
    misses: ['capacity=chair', 'organization=arvenne', 'state=absent'],
    next: 'attended',
    isRemovable: true,
  },
  membership: {
    path: '/organizations/port-selva/memberships',
    draft: { in: 'river-league', as: 'member' },
    change: { status: 'B' },
    finds: ['as=member'],
    misses: ['as=board'],
    next: 'ended',
    isRemovable: true,
  },
  signature: {
    path: `${letter}/signatures`,
    draft: { organization: 'port-selva', capacity: 'observer', ...reported('organization', 'capacity') },
    finds: ['capacity=observer'],
    misses: ['capacity=signatory'],
    isRemovable: true,
  },
  'claim about a declaration': {
    path: `${letter}/claims`,
    draft: { slug: 'new', words: 'ten', number: 10, counts: 'endorsed' },
    change: { note: 'B' },
    finds: ['counts=endorsed'],
    misses: ['counts=people'],
    next: 'retracted',
    isRemovable: true,
  },
  'claim about an organization': {
    path: '/organizations/arvenne/claims',
    draft: { words: 'ten', number: 10, counts: 'members' },
    change: { note: 'B' },
    finds: ['counts=members'],
    misses: ['counts=people'],
    next: 'retracted',
    isRemovable: true,
  },
};
