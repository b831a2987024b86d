import { describe, expect, test } from 'vitest';
import { type Check, checksOf, type Judged, mustKeepRules, verdictOf } from '../../../shared/domain/check.ts';
import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { aSession } from '../../builders.ts';
import { anOrganization, aPanelist, aRoom } from '../../records.ts';

// Invented bodies, each named for what a rule sees in it.
const register = new Map(
  [
    anOrganization({ slug: 'arvenne', country: 'FR' }),
    anOrganization({ slug: 'arvenne-climate', country: 'FR', partOf: 'arvenne' }),
    anOrganization({ slug: 'port-selva', country: 'PT' }),
    anOrganization({ slug: 'haut-tarn', country: 'FR', kind: 'province' }),
    anOrganization({ slug: 'kandara', country: 'NE' }),
    anOrganization({ slug: 'lakhpur', country: 'NP' }),
    anOrganization({ slug: 'ministry', country: 'FR', kind: 'national-government' }),
    anOrganization({ slug: 'river-league', kind: 'city-network', country: undefined }),
  ].map((one) => [one.slug, one]),
);

let seats = 0;
/** Somebody of an organization, confirmed; in another state, with the passage that led there. */
const of = (organization: string, given: Partial<Panelist> & { by?: string } = {}): Panelist => {
  const { by = 'mirel', ...fields } = given;
  const name = `seat-${(seats += 1)}`;
  const to = fields.state;
  return aPanelist({
    slug: name,
    person: name,
    organizations: [{ organization, printed: organization.toUpperCase() }],
    ...(to ? { history: [{ from: 'confirmed', to, at: `2031-02-0${1 + (seats % 9)}T09:00:00Z`, by }] } : {}),
    ...fields,
  });
};

const judged = (given: Partial<Judged> & { rules?: Rule[] } = {}): Judged => ({
  session: aSession({ state: 'submitted', track: 'voices', lead: [{ organization: 'arvenne', printed: 'Arvenne' }] }),
  track: { rules: given.rules ?? [] },
  room: undefined,
  panel: [],
  crew: [],
  register,
  genders: new Map(),
  alsoLed: [],
  day: '2031-03-10',
  ...given,
});

const byRule = (rule: Rule, panel: Panelist[], given: Partial<Judged> = {}): Check | undefined =>
  checksOf(judged({ rules: [rule], panel, ...given }))[0];

const level = 'block' as const;
const moderator = (organization: string) => of(organization, { role: 'moderator' });

describe('a rule, as its panel keeps or breaks it', () => {
  test.each<[string, Rule, () => Panelist[], Check['verdict'], string]>([
    [
      'enough people',
      { rule: 'panel-size', min: 2, max: 3, level },
      () => [of('arvenne'), of('port-selva')],
      'pass',
      '2 people are on the panel; the track asks for 2 to 3.',
    ],
    [
      'too few, of whom one has only been nominated',
      { rule: 'panel-size', min: 4, level },
      () => [of('arvenne'), of('port-selva', { state: 'nominated' })],
      'block',
      '2 people are on the panel; the track asks for at least 4: add 2 more. 1 of 2 has confirmed so far.',
    ],
    [
      'too many',
      { rule: 'panel-size', max: 1, level: 'warn' },
      () => [of('arvenne'), of('port-selva')],
      'warn',
      '2 people are on the panel; the track asks for at most 1: take 1 off.',
    ],
    [
      'nobody at all',
      { rule: 'regions', least: 2, by: 'region', level },
      () => [],
      'block',
      'Nobody is on the panel yet; the track asks for 2 regions and there are 0: add somebody from another region.',
    ],
    [
      'one moderator of another body',
      { rule: 'moderator', level },
      () => [moderator('port-selva'), of('arvenne')],
      'pass',
      'One person moderates or chairs, who is not of a lead organization.',
    ],
    [
      'no moderator',
      { rule: 'moderator', level },
      () => [of('port-selva')],
      'block',
      'Nobody moderates or chairs; the track asks for one moderator or chair who is not of the lead organization: give somebody the role.',
    ],
    [
      'a moderator of an office of the lead organization',
      { rule: 'moderator', level },
      () => [moderator('arvenne-climate')],
      'block',
      'Whoever moderates is of "Arvenne", which leads the session; the track asks for one moderator or chair who is not of the lead organization: let somebody of another organization do it.',
    ],
    [
      'two moderators',
      { rule: 'moderator', level },
      () => [moderator('port-selva'), of('kandara', { role: 'chair' })],
      'block',
      '2 people moderate or chair; the track asks for one moderator or chair who is not of the lead organization: give the others another role.',
    ],
    [
      'one region of two',
      { rule: 'regions', least: 2, by: 'region', level },
      () => [of('arvenne'), of('port-selva'), of('river-league')],
      'block',
      '2 of 3 people are from Europe and of 1 no country in a region is recorded; the track asks for 2 regions and there is 1: add somebody from another region.',
    ],
    [
      'two regions',
      { rule: 'regions', least: 2, by: 'region', level },
      () => [of('arvenne'), of('port-selva'), of('kandara')],
      'pass',
      '2 of 3 people are from Europe and 1 is from Africa; the track asks for 2 regions and there are 2.',
    ],
    [
      'two sub-regions',
      { rule: 'regions', least: 2, by: 'sub-region', level },
      () => [of('arvenne'), of('port-selva')],
      'pass',
      '1 of 2 people is from Southern Europe and 1 is from Western Europe; the track asks for 2 sub-regions and there are 2.',
    ],
    [
      'one country of two',
      { rule: 'countries', least: 2, level },
      () => [of('arvenne'), of('haut-tarn')],
      'block',
      '2 of 2 people are from France; the track asks for 2 countries and there is 1: add somebody from another country.',
    ],
    [
      'two people of one body, one of them through its office',
      { rule: 'one-per-organization', level },
      () => [of('arvenne'), of('arvenne-climate'), of('port-selva')],
      'block',
      '"ARVENNE-CLIMATE" has 2 people on the panel; the track asks for at most one of each organization: keep one of them.',
    ],
    [
      'one of each',
      { rule: 'one-per-organization', level },
      () => [of('arvenne'), of('port-selva')],
      'pass',
      'No two people are of one organization.',
    ],
    [
      'the tiers that are asked for',
      { rule: 'tiers', least: 2, of: ['national'], level },
      () => [of('arvenne'), of('haut-tarn')],
      'block',
      '1 of 2 people is of local government and 1 is of regional government; the track asks for 2 tiers of government and there are 2, and for somebody of national government: add somebody of national government.',
    ],
    [
      'too few tiers',
      { rule: 'tiers', least: 2, level },
      () => [of('arvenne')],
      'block',
      '1 of 1 person is of local government; the track asks for 2 tiers of government and there is 1: add somebody of another tier.',
    ],
    [
      'a third from a least developed country',
      { rule: 'least-developed', percent: 33, level },
      () => [of('kandara'), of('lakhpur'), of('arvenne')],
      'pass',
      '1 of 3 people is from a least developed country as the UN lists them for 2031-03-10; the track asks for 33%.',
    ],
    [
      'nobody from one',
      { rule: 'least-developed', percent: 20, level },
      () => [of('arvenne'), of('river-league')],
      'block',
      '0 of 2 people are from a least developed country as the UN lists them for 2031-03-10, and of 1 no country is recorded; the track asks for 20%: add somebody from one.',
    ],
  ])('%s', (_, rule, panel, verdict, sentence) => {
    expect(byRule(rule, panel())).toEqual({ check: rule.rule, verdict, sentence });
  });

  test('an organization that leads another session of the track', () => {
    const rule = { rule: 'one-lead-per-organization', level } as const;

    expect(byRule(rule, [])).toMatchObject({ verdict: 'pass' });
    expect(byRule(rule, [], { alsoLed: [{ organization: 'arvenne', reference: 'VC-D 14' }] })).toEqual({
      check: 'one-lead-per-organization',
      verdict: 'block',
      sentence:
        '"Arvenne" leads "VC-D 14" in this track, too; the track asks that an organization leads one session: let another organization lead.',
    });
  });

  test('somebody from Nepal counts by the day of the session', () => {
    const rule = { rule: 'least-developed', percent: 100, level } as const;

    expect(byRule(rule, [of('lakhpur')], { day: '2026-11-23' })?.verdict).toBe('pass');
    expect(byRule(rule, [of('lakhpur')], { day: '2026-11-24' })?.verdict).toBe('block');
  });
});

describe('gender balance', () => {
  const rule = { rule: 'gender-balance', most: 60, level } as const;
  const balance = (...words: (string | undefined)[]): Check | undefined => {
    const panel = words.map(() => of('arvenne'));
    const genders = new Map(panel.flatMap(({ person }, at) => (words[at] ? [[person, words[at]] as const] : [])));
    return byRule(rule, panel, { genders });
  };

  test.each<[string, (string | undefined)[], Check['verdict']]>([
    ['two say nothing', ['woman', 'man', undefined, undefined], 'pass'],
    ['two say that they do not say', ['man', 'man', 'Prefer not to say', 'undisclosed'], 'pass'],
    ['three say the same', ['man', 'man', 'man', undefined], 'block'],
    ['three say the same in three languages', ['Homme', 'MAN ', 'hombre'], 'block'],
    ['two of three are alike, as near as three come', ['woman', 'femme', 'man'], 'pass'],
    ['four of five are alike', ['woman', 'woman', 'woman', 'woman', 'man'], 'block'],
    ['everybody has a word of their own', ['woman', 'man', 'two-spirit', 'agender'], 'pass'],
  ])('where %s', (_, words, verdict) => {
    expect(balance(...words)?.verdict).toBe(verdict);
  });

  test('is told without a count or a word of anybody', () => {
    const told = [
      balance('woman'),
      balance('man', 'man', 'man'),
      balance('man', 'man', 'man', 'man', 'woman'),
      balance('woman', 'man', 'woman'),
    ].map((check) => check?.sentence);

    expect(told).toEqual([
      'Too few on the panel have declared a gender to judge its balance. Nobody has to.',
      'The panel is less balanced than the track asks for (at most 60% alike), by what people declared of themselves: add somebody.',
      'The panel is less balanced than the track asks for (at most 60% alike), by what people declared of themselves: add somebody.',
      'The panel is as balanced as the track asks for (at most 60% alike), by what people declared of themselves.',
    ]);
  });
});

describe('somebody who leaves of their own accord', () => {
  const regions = { rule: 'regions', least: 2, by: 'region', level } as const;
  const broken = 'block';

  test.each<[string, Rule, () => Panelist[], Check['verdict']]>([
    ['by their link', regions, () => [of('arvenne'), of('kandara', { state: 'withdrawn', by: 'link:p1' })], 'warn'],
    ['declining, as it was entered', regions, () => [of('arvenne'), of('kandara', { state: 'declined' })], 'warn'],
    ['taken off by an organizer', regions, () => [of('arvenne'), of('kandara', { state: 'withdrawn' })], broken],
    ['who would not have mended it', regions, () => [of('arvenne'), of('port-selva', { state: 'declined' })], broken],
    [
      'the last of two, where the first had broken nothing',
      { rule: 'panel-size', min: 2, max: 2, level },
      () => [of('arvenne'), of('kandara', { state: 'declined' }), of('port-selva', { state: 'declined' })],
      'warn',
    ],
    [
      'a moderator, in whose place somebody of the lead organization was put',
      { rule: 'moderator', level },
      () => [moderator('arvenne'), of('kandara', { role: 'moderator', state: 'declined' })],
      broken,
    ],
    ['a rule that only warns', { ...regions, level: 'warn' }, () => [of('arvenne')], 'warn'],
  ])('%s', (_, rule, panel, verdict) => {
    expect(byRule(rule, panel())?.verdict).toBe(verdict);
  });

  test('and has a place again is counted once', () => {
    const panel = [of('arvenne', { person: 'ilka' }), of('kandara', { person: 'ilka', state: 'declined' })];

    expect(byRule(regions, panel)?.verdict).toBe('block');
  });

  test('is never named', () => {
    expect(byRule(regions, [of('arvenne'), of('kandara', { state: 'declined' })])?.sentence).toBe(
      '1 of 1 person is from Europe; the track asks for 2 regions and there is 1: add somebody from another region. It was kept until somebody left of their own accord, which no rule refuses; so this is a warning.',
    );
  });
});

describe('room and crew', () => {
  const languages = { spoken: ['en'], interpreted: ['fr', 'es'] };
  const session = (given: Partial<Session> = {}): Session => aSession({ state: 'accepted', ...given });
  const interpreter = (from: string, to: string, state: 'assigned' | 'released' = 'assigned') => ({
    as: 'interpreter' as const,
    state,
    languages: [{ from, to }],
  });
  const said = (given: Partial<Judged>): [Check['verdict'], string][] =>
    checksOf(judged(given)).map(({ verdict, sentence }) => [verdict, sentence]);

  test('a language without a booth, without an interpreter, and one with both', () => {
    const crew = [interpreter('en', 'fr'), interpreter('en', 'es', 'released'), interpreter('de', 'es')];

    expect(said({ session: session({ languages }), room: aRoom({ booths: 1 }), crew })).toEqual([
      ['pass', 'Interpretation into French is provided for.'],
      [
        'warn',
        'Interpretation into Spanish is offered, but the room "quay-hall" has 1 booth for 2 interpreted languages, and nobody of the crew interprets into it: provide for it, or do not offer it.',
      ],
    ]);
  });

  test('a room that is not equipped, and one of which nothing is recorded', () => {
    const crew = [interpreter('en', 'fr'), interpreter('fr', 'es')];
    const room = { ...aRoom(), languages: ['fr'] };

    expect(said({ session: session({ languages }), room, crew }).map(([, sentence]) => sentence)).toEqual([
      'Interpretation into French is offered, but it is not recorded how many booths the room "quay-hall" has: provide for it, or do not offer it.',
      'Interpretation into Spanish is offered, but it is not recorded how many booths the room "quay-hall" has, and the room "quay-hall" is not equipped for it: provide for it, or do not offer it.',
    ]);
  });

  test('seats on the podium, and in the room', () => {
    const room = aRoom({ podiumSeats: 1, capacity: 120 });
    const panel = [of('arvenne'), of('port-selva'), of('kandara', { state: 'declined' })];

    expect(said({ session: session({ expected: 200 }), room, panel })).toEqual([
      [
        'warn',
        'The panel has 2 people and the podium of the room "quay-hall" 1 seat: add seats, or choose another room.',
      ],
      ['warn', '200 people are expected and the room "quay-hall" holds 120: choose a larger room.'],
    ]);
    expect(
      said({ session: session({ expected: 120 }), room, panel: panel.slice(0, 1) }).map(([verdict]) => verdict),
    ).toEqual(['pass', 'pass']);
    expect(said({ session: session({ expected: 200, mode: 'online' }), room, panel })).toEqual([]);
  });
});

describe('a session', () => {
  const rules: Rule[] = [
    { rule: 'regions', least: 2, by: 'region', level },
    { rule: 'countries', least: 1, level },
    { rule: 'panel-size', min: 3, level: 'warn' },
  ];
  const waiver = { rule: 'regions', reason: 'One river.', by: 'mirel', at: '2031-03-01T09:00:00Z' } as const;

  test.each<[string, Partial<Session>]>([
    ['reported', { origin: 'reported', state: 'accepted' }],
    ['over', { state: 'concluded' }],
    ['off', { state: 'withdrawn' }],
  ])('that is %s is not judged', (_, given) => {
    expect(checksOf(judged({ rules, session: aSession(given) }))).toEqual([]);
  });

  test('keeps on showing what is waived, and is refused for the rest alone', () => {
    const session = aSession({ state: 'submitted' });
    const panel = [of('arvenne')];
    const checks = checksOf(judged({ rules, session, panel }));
    const waived = checksOf(judged({ rules, panel, session: { ...session, waivers: [waiver] } }));

    expect([verdictOf(checks), verdictOf(waived)]).toEqual(['block', 'warn']);
    expect(waived[0]).toMatchObject({ verdict: 'block', waived: { reason: 'One river.', by: 'mirel' } });
    expect(() => mustKeepRules([{ session, checks: waived }])).not.toThrow();
    expect(() => mustKeepRules([{ session, checks }])).toThrow(
      expect.objectContaining({
        code: 'rules-broken',
        also: {
          broken: [{ session: 'vc-d-12', reference: 'VC-D 12', rule: 'regions', sentence: checks[0]?.sentence }],
        },
      }),
    );
  });

  test('is shown what else was found beside its rules, which refuses nothing here', () => {
    const besides = [{ check: 'placement' as const, verdict: 'block' as const, sentence: 'The room is taken.' }];
    const session = aSession({ state: 'accepted' });
    const checks = checksOf(judged({ session, besides }));

    expect(checks).toEqual(besides);
    expect(() => mustKeepRules([{ session, checks }])).not.toThrow();
  });
});
