import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../shared/table/client.ts';
import { claimKind, getClaim } from '../../../shared/table/claim.ts';
import { crewKind, getCrew } from '../../../shared/table/crew.ts';
import { declarationKind, getDeclaration, getSignature, signatureKind } from '../../../shared/table/declaration.ts';
import { getInstrument, instrumentKind } from '../../../shared/table/instrument.ts';
import { itemOf, type Kind } from '../../../shared/table/item.ts';
import { getMembership, membershipKind } from '../../../shared/table/membership.ts';
import { getOrganization, organizationKind } from '../../../shared/table/organization.ts';
import { getOutcome, outcomeKind } from '../../../shared/table/outcome.ts';
import { getPanelist, panelistKind } from '../../../shared/table/panelist.ts';
import { getParticipation, participationKind } from '../../../shared/table/participation.ts';
import { contactKind, findContact, findPerson, getPerson, personKind } from '../../../shared/table/person.ts';
import { findRoom, getRoom, roomKind } from '../../../shared/table/room.ts';
import { findSession, getSession, sessionKind } from '../../../shared/table/session.ts';
import { getSummit, summitKind } from '../../../shared/table/summit.ts';
import { findTrack, getTrack, trackKind } from '../../../shared/table/track.ts';
import { aDeclaration, anInstrument, anOutcome, aSession, aSignature, aSummit } from '../../builders.ts';
import {
  aClaim,
  aContact,
  aCrew,
  aMembership,
  anOrganization,
  aPanelist,
  aParticipation,
  aPerson,
  aRoom,
  aTrack,
} from '../../records.ts';
import { refusalOf } from '../../refusal.ts';
import { aStubbedTable } from './stub.ts';

const [s, x, d] = ['arvenne-2031', 'vc-d-12', 'arvenne-declaration'];
const onText = { summit: s, declaration: d };
const onCity = { organization: 'port-selva' };

// Every noun: how it is got, what is asked of the table for it, and where it stands in lists.
const nouns: {
  noun: string;
  kind: unknown;
  record: object;
  get: (table: Table) => Promise<unknown>;
  pk: string;
  sk: string;
  list?: [string, string];
}[] = [
  {
    noun: 'summit',
    kind: summitKind,
    record: aSummit(),
    get: (t) => getSummit(t, s),
    pk: `SUMMIT#${s}`,
    sk: 'SUMMIT',
    list: ['SUMMITS', `#${s}`],
  },
  {
    noun: 'track',
    kind: trackKind,
    record: aTrack(),
    get: (t) => getTrack(t, s, 'voices'),
    pk: `SUMMIT#${s}`,
    sk: 'TRACK#voices',
  },
  {
    noun: 'room',
    kind: roomKind,
    record: aRoom(),
    get: (t) => getRoom(t, s, 'quay-hall'),
    pk: `SUMMIT#${s}`,
    sk: 'ROOM#quay-hall',
  },
  {
    noun: 'participation',
    kind: participationKind,
    record: aParticipation(),
    get: (t) => getParticipation(t, s, 'port-selva'),
    pk: `SUMMIT#${s}`,
    sk: 'PARTICIPATION#port-selva',
  },
  {
    noun: 'session',
    kind: sessionKind,
    record: aSession({ rehearsal: false, start: '2031-05-02T09:00:00Z' }),
    get: (t) => getSession(t, s, x),
    pk: `SESSION#${s}#${x}`,
    sk: 'SESSION',
    list: [`SUMMIT#${s}#SESSIONS`, `2031-05-02T09:00:00Z#${x}`],
  },
  {
    noun: 'panelist',
    kind: panelistKind,
    record: aPanelist(),
    get: (t) => getPanelist(t, s, x, 'seat-1'),
    pk: `SESSION#${s}#${x}`,
    sk: 'PANELIST#seat-1',
  },
  {
    noun: 'crew',
    kind: crewKind,
    record: aCrew(),
    get: (t) => getCrew(t, s, x, 'duty-1'),
    pk: `SESSION#${s}#${x}`,
    sk: 'CREW#duty-1',
  },
  {
    noun: 'outcome',
    kind: outcomeKind,
    record: anOutcome(),
    get: (t) => getOutcome(t, s, x, '1'),
    pk: `SESSION#${s}#${x}`,
    sk: 'OUTCOME#001',
    list: [`SUMMIT#${s}#OUTCOMES`, `${x}#001`],
  },
  {
    noun: 'organization',
    kind: organizationKind,
    record: anOrganization(),
    get: (t) => getOrganization(t, 'port-selva'),
    pk: 'ORGANIZATION#port-selva',
    sk: 'ORGANIZATION',
    list: ['ORGANIZATIONS', 'port-selva'],
  },
  {
    noun: 'membership',
    kind: membershipKind,
    record: aMembership(),
    get: (t) => getMembership(t, 'port-selva', 'river-league-member'),
    pk: 'ORGANIZATION#port-selva',
    sk: 'MEMBERSHIP#river-league-member',
    list: ['ORGANIZATION#river-league#MEMBERS', 'member#port-selva'],
  },
  {
    noun: 'person',
    kind: personKind,
    record: aPerson(),
    get: (t) => getPerson(t, 'ilka'),
    pk: 'PERSON#ilka',
    sk: 'PERSON',
    list: ['PEOPLE', 'ilka verrane#ilka'],
  },
  {
    noun: 'instrument',
    kind: instrumentKind,
    record: anInstrument(),
    get: (t) => getInstrument(t, 'river-cities-compact'),
    pk: 'INSTRUMENT#river-cities-compact',
    sk: 'INSTRUMENT',
    list: ['INSTRUMENTS', 'river-cities-compact'],
  },
  {
    noun: 'declaration',
    kind: declarationKind,
    record: aDeclaration(),
    get: (t) => getDeclaration(t, s, d),
    pk: `DECLARATION#${s}#${d}`,
    sk: 'DECLARATION',
    list: [`SUMMIT#${s}#DECLARATIONS`, d],
  },
  {
    noun: 'signature',
    kind: signatureKind,
    record: aSignature(),
    get: (t) => getSignature(t, s, d, 'belmora-signatory'),
    pk: `DECLARATION#${s}#${d}`,
    sk: 'SIGNATURE#belmora-signatory',
    list: ['ORGANIZATION#belmora#ACTS', `SIGNATURE#${s}#${d}#belmora-signatory`],
  },
  {
    noun: 'claim',
    kind: claimKind(onText),
    record: aClaim(),
    get: (t) => getClaim(t, onText, 'over-forty'),
    pk: `DECLARATION#${s}#${d}`,
    sk: 'CLAIM#over-forty',
  },
  {
    noun: 'claim',
    kind: claimKind(onCity),
    record: aClaim(),
    get: (t) => getClaim(t, onCity, 'over-forty'),
    pk: 'ORGANIZATION#port-selva',
    sk: 'CLAIM#over-forty',
  },
];

describe.each(nouns)('a $noun at $sk', ({ noun, kind, record, get, pk, sk, list }) => {
  const item = itemOf(kind as Kind<object>, record, 'request-1');

  test('lies under its keys, and in its list', () => {
    expect({ pk: item.pk, sk: item.sk, type: item.type, list: item.listPk && [item.listPk, item.listSk] }).toEqual({
      pk,
      sk,
      type: noun,
      list,
    });
  });

  test('is got by one read of them, as it was written', async () => {
    const { table, stub, sent } = aStubbedTable();
    stub.on(GetCommand).resolves({ Item: item });

    expect(await get(table)).toEqual(record);
    expect(sent()).toEqual([['GetCommand', { TableName: 'house', Key: { pk, sk }, ConsistentRead: true }]]);
  });

  test('that is not there is not found', async () => {
    const { table, stub } = aStubbedTable();
    stub.on(GetCommand).resolves({});

    expect(await refusalOf(get(table))).toEqual({
      code: 'not-found',
      detail: `There is no such ${noun}. Check the address; lists show what there is.`,
    });
  });
});

test.each([
  ['session', (t: Table) => findSession(t, s, x)],
  ['track', (t: Table) => findTrack(t, s, 'voices')],
  ['room', (t: Table) => findRoom(t, s, 'quay-hall')],
  ['person', (t: Table) => findPerson(t, 'ilka')],
  ['contact', (t: Table) => findContact(t, 'ilka')],
])('a %s that may be missing is undefined where it is', async (_, find) => {
  const { table, stub } = aStubbedTable();
  stub.on(GetCommand).resolves({});

  expect(await find(table)).toBeUndefined();
});

test('contact details lie apart from the person, and in no list', async () => {
  const item = itemOf(contactKind, aContact(), 'request-1');
  const { table, stub, sent } = aStubbedTable();
  stub.on(GetCommand).resolves({ Item: item });

  expect(await findContact(table, 'ilka')).toEqual(aContact());
  expect(sent()).toEqual([
    ['GetCommand', { TableName: 'house', Key: { pk: 'PRIVATE#ilka', sk: 'CONTACT' }, ConsistentRead: true }],
  ]);
  expect(item).not.toHaveProperty('listPk');
});

test('a name that is cut in its list is cut between characters', () => {
  const { listSk } = itemOf(personKind, aPerson({ name: '😀'.repeat(61) }), 'request-1');

  expect(listSk).toBe(`${'😀'.repeat(60)}#ilka`);
});

test('a session without a time stands after those with one', () => {
  const [open, timed] = [aSession(), aSession({ start: '9999-12-31T23:59:59Z' })].map(
    (session) => itemOf(sessionKind, session, 'r').listSk as string,
  ) as [string, string];

  expect(open > timed).toBe(true);
});

test('a list does not carry what only the record itself needs', () => {
  const cards = [
    itemOf(sessionKind, aSession({ summary: { en: 'Long.' } }), 'r'),
    itemOf(personKind, aPerson({ biography: { en: 'Long.' } }), 'r'),
    itemOf(instrumentKind, anInstrument({ clauses: [{ id: 'c1', label: '1' }] }), 'r'),
    itemOf(declarationKind, aDeclaration({ abstract: { en: 'Long.' } }), 'r'),
    itemOf(outcomeKind, anOutcome(), 'r'),
  ].map(({ card }) => Object.keys(card as object));

  for (const fields of cards)
    expect(
      fields.filter((field) =>
        ['summary', 'biography', 'clauses', 'abstract', 'text', 'sources', 'batch'].includes(field),
      ),
    ).toEqual([]);
});
