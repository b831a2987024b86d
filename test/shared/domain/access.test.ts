import { describe, expect, test } from 'vitest';
import {
  type Caller,
  deeds,
  type DeedName,
  everyone,
  may,
  mayDo,
  nameOf,
  view,
} from '../../../shared/domain/access.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import { aDeclaration, aParagraph, aSession, aSummit, anOutcome } from '../../builders.ts';
import { aContact, aPanelist, aParticipation, aPerson } from '../../records.ts';
import type { RoleName } from '../../../shared/domain/role.ts';
import { refusal } from '../../refusal.ts';

const secretariat: Caller = { kind: 'account', name: 'mirel', roles: [{ role: 'secretariat' }] };
const somebody: Caller = { kind: 'account', name: 'tomas', roles: [] };
const deedNames = Object.keys(deeds) as DeedName[];
const history = [{ from: 'draft', to: 'submitted', at: '2031-01-01T00:00:00Z', by: 'mirel' }];

describe('who may do what', () => {
  test('everyone reads what is public', () => {
    expect(() => [everyone, somebody, secretariat].forEach((caller) => mayDo(caller, 'read'))).not.toThrow();
  });

  const guarded = deedNames.filter((deed) => deeds[deed].some((grant) => grant === 'secretariat'));

  test.each(guarded)('the secretariat may do %s anywhere; nobody else without a role', (deed) => {
    expect(() => mayDo(secretariat, deed, { summit: 'arvenne-2031' })).not.toThrow();
    expect(refusal(() => mayDo(everyone, deed))).toEqual({
      code: 'sign-in-required',
      detail: 'Sign in first: send a bearer token in the Authorization header.',
    });
    expect(refusal(() => mayDo(somebody, deed))).toEqual({
      code: 'forbidden',
      detail: 'This account may not do this here. Who gives out roles here can give it one that may.',
    });
  });

  test('a role reaches what stands within its own place, and nothing beside or above it', () => {
    const rapporteur: Caller = {
      kind: 'account',
      name: 'tomas',
      roles: [{ role: 'rapporteur', summit: 'arvenne-2031', session: 'vc-d-12' }],
    };
    const places = [
      { summit: 'arvenne-2031', session: 'vc-d-12' },
      { summit: 'arvenne-2031', session: 'vc-d-13' },
      { summit: 'arvenne-2032', session: 'vc-d-12' },
      { summit: 'arvenne-2031' },
      {},
    ];
    expect(places.map((place) => may(rapporteur, 'outcome:write', place))).toEqual([true, false, false, false, false]);
    expect(may(rapporteur, 'session:write', places[0])).toBe(false);
  });

  // Said here once more and apart from the page, so that a grant cannot slip in there unseen.
  test.each<[RoleName, DeedName[]]>([
    [
      'delegate',
      [
        'amendment:write',
        'commitment:write',
        'desk:read',
        'nomination:read',
        'nomination:write',
        'objection:write',
        'proposal:read',
        'proposal:write',
        'role:give',
        'role:read',
        'role:take',
        'signature:write',
        'signing:send',
      ],
    ],
    ['rapporteur', ['outcome:write']],
    ['drafter', ['amendment:decide', 'declaration:change', 'text:translate', 'text:write']],
    ['reviewer', ['check:read', 'proposal:read', 'review:read', 'review:write']],
    ['translator', ['text:translate']],
    ['assessor', ['assessment:write']],
    ['invitee', ['invitation:answer']],
    ['signer', ['signing:answer', 'signing:dispute']],
  ])('a %s does this within their own place, and nothing else', (role, wanted) => {
    const held: Caller = { kind: 'account', name: 'somebody', roles: [{ role }] };
    const open = (deed: DeedName): boolean => may(somebody, deed);
    expect(deedNames.filter((deed) => may(held, deed) && !open(deed)).toSorted()).toEqual(wanted);
  });

  test('the clock does what is due, and no person does it for the clock', () => {
    const clock: Caller = { kind: 'account', name: 'clock', roles: [{ role: 'clock' }] };
    const organizer: Caller = { kind: 'account', name: 'noor', roles: [{ role: 'organizer' }] };
    const theirs = deedNames.filter((deed) => may(clock, deed) && !may(somebody, deed));
    expect(theirs.toSorted()).toEqual([
      'circulation:decide',
      'circulation:tell',
      'consent:write',
      'contact:expire',
      'data:erase',
      'decision:apply',
      'invitation:lapse',
      'mail:send',
      'outcome:await',
      'release:tell',
      'signature:tell',
    ]);
    expect(theirs.filter((deed) => may(organizer, deed))).toEqual(['consent:write']);
  });

  test('what belongs to no summit is for the organizers of any, where the page says so', () => {
    const organizer: Caller = {
      kind: 'account',
      name: 'noor',
      roles: [{ role: 'organizer', summit: 'arvenne-2031' }],
    };
    expect([may(organizer, 'person:write'), may(organizer, 'organization:change')]).toEqual([true, false]);
  });

  test('an act is recorded under the name of the account', () => {
    expect([nameOf(everyone), nameOf(somebody)]).toEqual(['everyone', 'tomas']);
  });
});

describe('what the public sees', () => {
  test.each([everyone, somebody])('of a session, from its acceptance on, without how it came there', (caller) => {
    const seen = statesOf('session').filter((state) => view(caller, 'session', aSession({ state })));

    expect(seen).toEqual(['accepted', 'scheduled', 'held', 'concluded', 'cancelled']);
    expect(view(caller, 'session', aSession({ history }))).toEqual(aSession());
  });

  test('of an outcome: nothing until it is filed', () => {
    expect(view(everyone, 'outcome', anOutcome({ state: 'draft' }))).toBeUndefined();
    expect(view(everyone, 'outcome', anOutcome({ history }))).toEqual(anOutcome());
  });

  test('of a declaration: nothing while it is drafted, and never the mark of its compilation', () => {
    const { batch: _, ...shown } = aDeclaration({ state: 'issued' });

    expect(view(everyone, 'declaration', aDeclaration())).toBeUndefined();
    expect(view(everyone, 'declaration', aDeclaration({ state: 'issued', history }))).toEqual(shown);
  });

  test.each([
    ['session', aSession({ origin: 'reported', state: 'draft' })],
    ['outcome', anOutcome({ origin: 'reported', state: 'draft' })],
  ])('of a %s that a source reports: all of it, in any state', (kind, record) => {
    expect(view(everyone, kind, record)).toEqual(record);
  });

  test('of a person: nothing without consent, and no consent with it', () => {
    const { named: _, ...shown } = aPerson();

    expect(view(everyone, 'person', aPerson({ named: false }))).toBeUndefined();
    expect(view(everyone, 'person', aPerson())).toEqual(shown);
  });

  test('of contact details: nothing', () => {
    expect(view(everyone, 'contact', aContact())).toBeUndefined();
    expect(view(somebody, 'contact', aContact())).toBeUndefined();
  });

  test('of contact details and consents: what belongs to a summit is for its organizers', () => {
    const at = (summit: string): Caller => ({ kind: 'account', name: 'noor', roles: [{ role: 'organizer', summit }] });
    const contact = aContact({ summits: ['arvenne-2031', 'belmora-2032'] });
    const seesAt = (kind: string, record: object) =>
      ['arvenne-2031', 'belmora-2032', 'elsewhere'].filter((summit) => view(at(summit), kind, record));

    expect(seesAt('contact', contact)).toEqual(['arvenne-2031', 'belmora-2032']);
    expect(seesAt('contact', aContact())).toEqual([]);
    expect(seesAt('consent', { summit: 'arvenne-2031', slug: 'seat-1' })).toEqual(['arvenne-2031']);
    expect(seesAt('name-consent', { slug: 'name' })).toHaveLength(3);
    expect(view(secretariat, 'contact', contact)).toEqual(contact);
    expect([view(somebody, 'consent', { slug: 'name' }), view(somebody, 'attributes', {})]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('of a panelist who objects to what a source reported: that somebody was, with the source, and no name', () => {
    const sources = [
      { facts: ['role', 'printedName'], citation: 'Gazette', says: 'Ilka Verrane chaired.', how: 'printed' as const },
      { facts: ['role'], citation: 'Interview with Ilka Verrane', how: 'printed' as const },
    ];
    const seen = view(everyone, 'panelist', aPanelist({ origin: 'reported', named: false, sources }));

    expect(seen).toMatchObject({ sources: [{ facts: ['role'], citation: 'Gazette' }], toBeConfirmed: false });
    expect(JSON.stringify(seen)).not.toMatch(/ilka|verrane/i);
  });

  test('of a participation: everything but the focal point', () => {
    const { focalPoint: _, ...shown } = aParticipation();

    expect(view(everyone, 'participation', aParticipation())).toEqual(shown);
  });

  test('of a paragraph: everything but the mark of its compilation', () => {
    const { batch: _, ...shown } = aParagraph();

    expect(view(everyone, 'paragraph', aParagraph())).toEqual(shown);
  });

  test('of a summit: everything but how it came to its state', () => {
    expect(view(everyone, 'summit', aSummit({ history }))).toEqual(aSummit());
  });
});

describe('what the public sees of a panelist', () => {
  const place = {
    slug: 'seat-1',
    version: 1,
    origin: 'held',
    summit: 'arvenne-2031',
    session: 'vc-d-12',
    role: 'panelist',
    organizations: [{ organization: 'port-selva', printed: 'Port Selva' }],
  };

  test('confirmed and with consent: the name as printed, but neither the consent nor who nominated', () => {
    expect(view(everyone, 'panelist', aPanelist({ history }))).toEqual({
      ...place,
      state: 'confirmed',
      person: 'ilka',
      printedName: 'Ilka Verrane',
      printedTitle: 'Mayor',
      unnamed: false,
      sources: [],
      corrections: [],
    });
  });

  test.each([
    ['without consent', aPanelist({ named: false })],
    ['before the place is confirmed', aPanelist({ state: 'invited' })],
  ])('%s: role, organization and "to be confirmed"', (_, panelist) => {
    expect(view(everyone, 'panelist', panelist)).toEqual({
      ...place,
      state: panelist.state,
      unnamed: false,
      toBeConfirmed: true,
    });
  });

  test('who stays unnamed: role and organization for good, and no source or correction that prints the name', () => {
    const corrections = [
      { fact: '/printedName', published: 'Ilka Verran', corrected: 'Ilka Verrane', why: 'Misspelt.' },
    ];
    const sources = [{ facts: ['person'], citation: 'Programme', says: 'Ilka Verran', how: 'printed' as const }];

    for (const origin of ['held', 'reported'] as const)
      expect(view(everyone, 'panelist', aPanelist({ origin, unnamed: true, corrections, sources }))).toEqual({
        ...place,
        origin,
        state: 'confirmed',
        unnamed: true,
        toBeConfirmed: false,
      });
  });

  test('reported by a source: the name that the source prints', () => {
    expect(view(everyone, 'panelist', aPanelist({ origin: 'reported', state: 'nominated' }))).toMatchObject({
      printedName: 'Ilka Verrane',
    });
  });

  test.each(['declined', 'withdrawn', 'replaced'] as const)('who has %s: nothing', (state) => {
    expect(view(everyone, 'panelist', aPanelist({ state }))).toBeUndefined();
  });
});

test('the secretariat sees everything but the mark of a compilation', () => {
  const { batch: _, ...declaration } = aDeclaration({ history });

  expect(view(secretariat, 'declaration', aDeclaration({ history }))).toEqual(declaration);
  expect(view(secretariat, 'panelist', aPanelist({ state: 'declined' }))).toEqual(aPanelist({ state: 'declined' }));
  expect(view(secretariat, 'contact', aContact())).toEqual(aContact());
});
