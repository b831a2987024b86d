import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { u20Cities } from '../../seeds/cities.ts';
import { ClaimDraft } from '../../shared/domain/claim.ts';
import { DeclarationChange } from '../../shared/domain/declaration.ts';
import { InstrumentDraft } from '../../shared/domain/instrument.ts';
import { MembershipDraft } from '../../shared/domain/membership.ts';
import { OrganizationDraft } from '../../shared/domain/organization.ts';
import { uncited } from '../../shared/domain/origin.ts';
import { PanelistDraft } from '../../shared/domain/panelist.ts';
import { ParticipationDraft } from '../../shared/domain/participation.ts';
import { PersonDraft } from '../../shared/domain/person.ts';
import { draftOf } from '../../shared/domain/record.ts';
import { RoomDraft } from '../../shared/domain/room.ts';
import { SessionDraft } from '../../shared/domain/session.ts';
import { SignatureDraft } from '../../shared/domain/signature.ts';
import { SummitDraft } from '../../shared/domain/summit.ts';
import { TrackDraft } from '../../shared/domain/track.ts';
import type { Household, Json } from '../door.ts';
import { needs } from '../needs.ts';
import { aPlantedDoor } from './planting.ts';
import { inside, listIn } from './reading.ts';

let household: Household;
let items: Json[];
beforeAll(async () => {
  household = await aPlantedDoor();
  items = await household.dump();
});
afterAll(() => household.close());

const recordsOf = (type: string): Json[] =>
  items.filter((item) => item.type === type).flatMap(({ record }) => listIn({ record: [record] }, 'record'));

// What of a record is its draft; the rest is computed, copied or counted by the house.
const drafts = {
  summit: SummitDraft,
  track: TrackDraft,
  room: RoomDraft,
  organization: OrganizationDraft,
  membership: MembershipDraft,
  person: PersonDraft,
  instrument: InstrumentDraft,
  session: SessionDraft,
  panelist: PanelistDraft,
  declaration: DeclarationChange,
  participation: ParticipationDraft,
  claim: ClaimDraft,
  signature: SignatureDraft,
};

describe('the seeds', () => {
  test.each(Object.entries(drafts))('every reported %s cites a source for each of its facts', (noun, draft) => {
    const reported = recordsOf(noun).filter(({ origin }) => origin === 'reported');
    const faults = reported.flatMap((record) => {
      const pointers = uncited(draft().parse(draftOf(draft(), record))).map(({ pointer }) => pointer);
      return pointers.map((pointer) => `${noun} ${String(record.slug ?? record.name)} ${pointer}`);
    });

    expect(reported.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test('everything is reported, or stands in the rehearsal', () => {
    const held = items.filter((item) => inside(item, 'record.origin') === 'held');
    const outside = held.filter(
      (item) =>
        !String(item.pk).includes('#rehearsal') &&
        !listIn(item, 'record.sources').some(({ citation }) => String(citation).startsWith('Invented')),
    );

    expect(held.length).toBeGreaterThan(40);
    expect(outside).toEqual([]);
  });

  test('what is inferred says how', () => {
    const inferred = items.flatMap((item) => listIn(item, 'record.sources')).filter(({ how }) => how === 'inferred');

    expect(inferred.length).toBeGreaterThan(30);
    expect(inferred.filter(({ note }) => note === undefined)).toEqual([]);
  });
});

const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const given = needs(existsSync(data), 'the fact files beside the repository');
const file = (name: string): unknown => JSON.parse(readFileSync(join(data, name), 'utf8'));

const setOf = (json: unknown, path: string): Set<unknown> => {
  const found = inside(json, path);
  return new Set(Array.isArray(found) ? found : []);
};

describe('the seeds against the facts they were made from', () => {
  given('the cities of 2018 are those of the lists, with their figures', () => {
    const lists = file('u20-2018.json');
    const cities = inside(file('u20-2018-cities.json'), 'cities');
    const printed = (capacity: string) =>
      u20Cities.filter((city) => city.communique === capacity).map(({ name, communiqueAs }) => communiqueAs ?? name);
    const onStatement = u20Cities.flatMap(({ statementAs }) => statementAs ?? []);

    expect(new Set(printed('signatory'))).toEqual(setOf(lists, 'communique.signed_by'));
    expect(new Set(printed('observer'))).toEqual(setOf(lists, 'communique.endorsed_as_observer'));
    expect(new Set(onStatement)).toEqual(setOf(lists, 'joint_statement.signatories'));
    expect(
      Object.fromEntries(
        u20Cities.map(({ name, communiqueAs, geonamesAs, geonames, country, people }) => [
          communiqueAs ?? name,
          { geonames_id: geonames, name: geonamesAs ?? name, country, population: people },
        ]),
      ),
    ).toEqual(cities);
  });

  given('the date and the figures of Marrakech are the printed ones', () => {
    const facts = file('marrakech-2018.json');
    const [declaration] = recordsOf('declaration').filter(({ slug }) => slug === 'marrakech-declaration');
    const claims = recordsOf('claim').filter(({ about }) => String(about).includes('marrakech'));

    expect(declaration?.date).toBe(inside(facts, 'adopted'));
    expect(new Set(claims.map(({ number }) => number))).toEqual(new Set(listIn(facts, 'counts').map(({ n }) => n)));
  });

  given('the networks have the printed dates of founding, and no organization has another', () => {
    const networks = listIn({ networks: file('networks.json') }, 'networks');
    const dates = networks.flatMap(({ name, founded }) =>
      typeof founded === 'string' ? [[String(name), founded.replace(/ .*$/, '')]] : [],
    );
    const seeded = recordsOf('organization').filter(({ founded }) => founded !== undefined);

    expect(dates.length).toBe(5);
    expect(Object.fromEntries(seeded.map((record) => [inside(record, 'name.en'), record.founded]))).toEqual(
      Object.fromEntries(dates),
    );
  });

  given('the session of WUF12 has the printed title and names', () => {
    const facts = file('wuf12-vc-d-12.json');
    const [session] = recordsOf('session').filter(({ summit }) => summit === 'wuf12');
    const panel = recordsOf('panelist').filter(({ summit }) => summit === 'wuf12');
    const printed = [inside(facts, 'moderator'), ...listIn(facts, 'panelists')];

    expect(inside(session, 'title.en')).toBe(inside(facts, 'title'));
    expect(session?.reference).toBe(inside(facts, 'reference'));
    expect(new Map(panel.map(({ printedName, printedTitle }) => [printedName, printedTitle ?? null]))).toEqual(
      new Map(printed.map((one) => [inside(one, 'name'), inside(one, 'role')])),
    );
  });
});
