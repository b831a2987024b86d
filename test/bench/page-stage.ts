import { register } from '../../seeds/register.ts';
import { rehearsal } from '../../seeds/rehearsal/index.ts';
import { plant } from '../../seeds/seed.ts';
import type { Caller } from '../../shared/domain/access.ts';
import { draftSession, type Session, SessionDraft } from '../../shared/domain/session.ts';
import { announceSummit, SummitDraft } from '../../shared/domain/summit.ts';
import type { House } from '../../shared/operations/perform.ts';
import { releaseProgramme } from '../../shared/operations/release.ts';
import type { Item } from '../../shared/table/client.ts';
import { signatureKind } from '../../shared/table/declaration.ts';
import { itemOf } from '../../shared/table/item.ts';
import { organizationKind } from '../../shared/table/organization.ts';
import { roomKind } from '../../shared/table/room.ts';
import { sessionKind } from '../../shared/table/session.ts';
import { summitKind } from '../../shared/table/summit.ts';
import { tallyKey } from '../../shared/table/key.ts';
import { trackKind } from '../../shared/table/track.ts';
import { aSignature } from '../builders.ts';
import { anOrganization, aRoom, aTrack } from '../records.ts';

const slug = 'day-of-75';
const [sessions, rooms, tracks, signatories] = [75, 10, 6, 312];

/** The pages that are measured, below their language; all of them rehearsals. */
export const measured = {
  session: '/summits/rehearsal/sessions/vc-d-12',
  day: `/summits/${slug}/programme`,
  declaration: '/summits/rehearsal/declarations/rehearsal-declaration',
};

const sat = announceSummit(
  SummitDraft().parse({
    slug,
    title: { en: 'A day of seventy-five' },
    zone: 'Africa/Cairo',
    from: '2027-03-10',
    to: '2027-03-10',
    rehearsal: true,
  }),
);

const onThatDay = (nth: number): Session => {
  const from = Date.parse('2027-03-10T06:00:00Z') + Math.floor(nth / rooms) * 5_400_000;
  const [start, end] = [from, from + 4_500_000].map((at) => new Date(at).toISOString());
  const draft = SessionDraft().parse({
    reference: `S ${nth}`,
    title: { en: `How cities on one river plan for the same flood, part ${nth}` },
    summary: { en: 'How cities on one river plan for the same flood, and what they ask of those who hold the funds.' },
    track: `track-${nth % tracks}`,
    room: `room-${nth % rooms}`,
    start,
    end,
    languages: { spoken: ['en'], interpreted: ['fr', 'ar'] },
  });
  const lead = [{ organization: 'lantern-league', printed: 'Lantern League' }];
  return { ...draftSession(sat, { ...draft, lead, partners: [] }), state: 'scheduled' };
};

const dayItems = (): Item[] => [
  itemOf(summitKind, sat, 'bench'),
  ...Array.from({ length: rooms }, (_, nth) =>
    itemOf(roomKind, aRoom({ summit: slug, slug: `room-${nth}`, name: { en: `Quay Hall ${nth}` } }), 'bench'),
  ),
  ...Array.from({ length: tracks }, (_, nth) =>
    itemOf(trackKind, aTrack({ summit: slug, slug: `track-${nth}`, title: { en: `Voices ${nth}` } }), 'bench'),
  ),
  ...Array.from({ length: sessions }, (_, nth) => onThatDay(nth)).flatMap((session) => [
    itemOf(sessionKind, session, 'bench'),
    { ...tallyKey(slug, session.slug), type: 'tally', version: 1, panel: 0, chairs: 0, lastOutcome: 0 },
  ]),
];

const countries = ['PT', 'FR', 'EG', 'KE', 'BR', 'IN', 'JP', 'CA', 'ZA', 'MX', 'AU', 'SE'];

/** A city that signed the rehearsal's declaration, somewhere on land or sea. */
const signatory = (nth: number): Item[] => {
  const organization = `city-${nth}`;
  const [name, country] = [`Quayside ${nth}`, countries[nth % countries.length] ?? 'PT'];
  const population = [{ value: 100_000 + nth, year: 2024, basis: 'own-area' as const, source: 'Invented' }];
  const city = anOrganization({ slug: organization, name: { en: name }, country, population, rehearsal: true });
  const position = { latitude: (nth % 120) - 50, longitude: ((nth * 7) % 340) - 170, source: 'Invented' };
  const signature = aSignature({
    slug: `${organization}-signatory`,
    summit: 'rehearsal',
    declaration: 'rehearsal-declaration',
    organization,
    printed: name,
    counted: { organization, printed: name, kind: 'city', country, population: population[0] },
  });
  return [itemOf(organizationKind, { ...city, position }, 'bench'), itemOf(signatureKind, signature, 'bench')];
};

const organizer: Caller = { kind: 'account', name: 'bench', roles: [{ role: 'secretariat' }] };

/** The rehearsal as it is planted, with 312 signatories, and a released day of 75 sessions. */
export const setPages = async (house: House): Promise<void> => {
  const at = new Date('2027-02-01T09:00:00Z');
  for (const seed of [register, rehearsal]) await plant(house, seed, at);
  const present = 6;
  await house.table.batchWrite([
    ...dayItems(),
    ...Array.from({ length: signatories - present }, (_, nth) => signatory(nth)).flat(),
  ]);
  await releaseProgramme(house, { caller: organizer, request: house.newId(), at }, slug, {});
};
