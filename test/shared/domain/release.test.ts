import { describe, expect, test } from 'vitest';
import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { Released } from '../../../shared/domain/release.ts';
import { cardWithout, releasedAs } from '../../../shared/domain/release-card.ts';
import { changesBetween, countsOf } from '../../../shared/domain/release-changes.ts';
import { alongside, type Cards } from '../../../shared/domain/release-choice.ts';
import { panelAsReleased } from '../../../shared/domain/released.ts';
import { everyone, view } from '../../../shared/domain/access.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { aSession } from '../../builders.ts';
import { aPanelist } from '../../records.ts';

const names = {
  tracks: new Map([['voices', { title: { en: 'Voices from Cities' } }]]),
  rooms: new Map([['quay-hall', { name: { en: 'Quay Hall' } }]]),
};
const placed: Partial<Session> = {
  state: 'scheduled',
  track: 'voices',
  room: 'quay-hall',
  start: '2031-03-10T23:30:00Z',
  end: '2031-03-11T00:30:00Z',
  zone: 'Europe/Paris',
  local: { start: '2031-03-11T00:30', end: '2031-03-11T01:30' },
};

const released = (given: Partial<Session>, panel: Panelist[] = [], last?: Released): Released | undefined =>
  releasedAs({ session: aSession({ ...placed, ...given }), panel }, last, names);

const confirmed = (given: Partial<Panelist> = {}): Panelist =>
  aPanelist({ slug: 'n1', person: 'p1', printedName: 'Ilka Verrane', state: 'confirmed', named: true, ...given });

describe('a card', () => {
  test('says what everyone may see: the place with its names, the local day, and who has consented and confirmed', () => {
    const panel = [confirmed(), aPanelist({ slug: 'n2', person: 'p2', printedName: 'Oda Lind', named: false })];

    const { card, panelists } = released({}, panel) as Released;

    expect(card).toMatchObject({
      slug: 'vc-d-12',
      trackTitle: { en: 'Voices from Cities' },
      roomName: { en: 'Quay Hall' },
      day: '2031-03-11',
      panel: [
        { slug: 'n1', person: 'p1', printedName: 'Ilka Verrane' },
        { slug: 'n2', toBeConfirmed: true },
      ],
    });
    expect(JSON.stringify(card)).not.toMatch(/Oda|p2|origin|version|overridden/);
    expect(panelists.n2?.person).toBe('p2');
    // What is read from it says the same.
    const shown = panelAsReleased({ summit: 'arvenne-2031', slug: 'vc-d-12' }, { card, panelists } as Released);
    expect(shown.map((one) => view(everyone, 'panelist', one))).toMatchObject(card.panel);
    expect(JSON.stringify(shown.map((one) => view(everyone, 'panelist', one)))).not.toMatch(/Oda|p2/);
  });

  test('of what will not take place stays where it was released, and there is none of what never was', () => {
    const last = released({}, [confirmed()]) as Released;

    expect(released({ state: 'withdrawn', room: 'elsewhere', title: { en: 'B' } }, [], last)).toEqual({
      ...last,
      card: { ...last.card, state: 'cancelled' },
    });
    expect(released({ state: 'cancelled' })).toBeUndefined();
    expect(released({ state: 'submitted' })).toBeUndefined();
    expect(released({ origin: 'reported' })).toBeUndefined();
  });

  test('without a name says what a card of that place would say that never had it', () => {
    const { card } = released({}, [confirmed()]) as Released;
    const hidden = confirmed({ named: false });

    expect(cardWithout(card, 'n1', hidden)).toEqual((released({}, [hidden]) as Released).card);
    expect(cardWithout(card, 'n9', hidden)).toBeUndefined();
  });
});

describe('the changes between two releases', () => {
  const before = (released({}, [confirmed()]) as Released).card;
  const kindsOf = (given: Partial<Session>, panel = [confirmed()]): unknown =>
    changesBetween([before], [(released(given, panel, { card: before } as Released) as Released).card]).map(
      ({ kinds }) => kinds,
    );

  test.each<[string, Partial<Session>, Panelist[] | undefined, unknown]>([
    ['nothing', {}, undefined, []],
    ['another room', { room: 'loft' }, undefined, [['moved']]],
    ['another time', { start: '2031-03-10T23:00:00Z' }, undefined, [['moved']]],
    [
      'taken off the programme',
      { state: 'accepted', start: undefined, end: undefined, local: undefined, room: undefined },
      undefined,
      [['moved']],
    ],
    ['cancelled', { state: 'cancelled' }, undefined, [['cancelled']]],
    ['withdrawn', { state: 'withdrawn', room: 'loft' }, undefined, [['cancelled']]],
    ['another title', { title: { en: 'B' } }, undefined, [['changed']]],
    ['held', { state: 'held' }, undefined, [['changed']]],
    ['all at once', { room: 'loft', title: { en: 'B' } }, [], [['moved', 'panel-changed', 'changed']]],
    ['another name at the place', {}, [confirmed({ printedName: 'Ilka V.' })], [['panel-changed']]],
    ['somebody came', {}, [confirmed(), confirmed({ slug: 'n2', person: 'p2' })], [['panel-changed']]],
  ])('%s', (_, given, panel, kinds) => {
    expect(kindsOf(given, panel)).toEqual(kinds);
  });

  test('tell where it was and is, who came and who left; how far somebody has come to confirming is none', () => {
    const nominated = aPanelist({ slug: 'n2', person: 'p2', state: 'nominated', named: false });
    const invited = { ...nominated, state: 'invited' as const };
    const [was, is] = [released({}, [nominated]), released({}, [invited])] as Released[];
    expect(changesBetween([was?.card ?? before], [is?.card ?? before])).toEqual([]);

    const after = (released({ room: 'loft' }, [confirmed({ slug: 'n3' })]) as Released).card;
    const changes = changesBetween([before], [after]);
    expect(changes).toMatchObject([
      {
        session: 'vc-d-12',
        was: { room: 'quay-hall' },
        is: { room: 'loft' },
        came: [{ slug: 'n3' }],
        left: [{ slug: 'n1' }],
      },
    ]);
    expect(countsOf([...changes, ...changesBetween([], [after])])).toEqual({
      new: 1,
      moved: 1,
      cancelled: 0,
      'panel-changed': 1,
      changed: 0,
    });
  });
});

/** A session in a room at an hour, with the people who confirmed. */
const at = (slug: string, room: string, hour: number, ...people: string[]): [string, Released] => {
  const [start, end] = [hour, hour + 1].map((one) => `2031-03-10T${String(one).padStart(2, '0')}:00:00Z`);
  const panel = people.map((person) => confirmed({ slug: `${slug}-${person}`, person }));
  const one = released({ slug, room, start, end, local: undefined }, panel) as Released;
  return [slug, one];
};

describe('chosen changes', () => {
  const along = (last: Cards, draft: Cards, chosen: string[], parallel: Record<string, number> = {}): string[] => {
    const changed = new Set(
      [...draft].filter(([slug, one]) => JSON.stringify(one) !== JSON.stringify(last.get(slug))).map(([slug]) => slug),
    );
    return alongside({ last, draft, changed, parallel: (room) => parallel[room] ?? 1 }, chosen).map(
      ({ session, with: others, why }) => `${session} ${why} ${others.join('+')}`,
    );
  };

  test('take the other half of a swap along, and all of a round', () => {
    const last = new Map([at('a', 'r1', 9), at('b', 'r2', 9), at('c', 'r3', 9), at('d', 'r4', 9)]);
    const draft = new Map([at('a', 'r2', 9), at('b', 'r3', 9), at('c', 'r1', 9), at('d', 'r4', 11)]);
    expect(along(last, draft, ['a'])).toEqual(['b room a', 'c room b']);
    expect(along(last, draft, ['d'])).toEqual([]);
  });

  test('take along whoever would be in two places', () => {
    const last = new Map([at('a', 'r1', 9, 'p1'), at('b', 'r2', 9, 'p2')]);
    const draft = new Map([at('a', 'r1', 9, 'p2'), at('b', 'r2', 9, 'p1')]);
    expect(along(last, draft, ['a'])).toEqual(['b person a']);
  });

  test('leave alone what the last release or the draft has anyway, and a room that holds several', () => {
    const twice = new Map([at('a', 'r1', 9), at('b', 'r1', 9), at('c', 'r2', 9)]);
    expect(along(twice, new Map([at('a', 'r1', 9, 'p1'), at('b', 'r1', 11), at('c', 'r2', 9)]), ['a'])).toEqual([]);
    const apart = new Map([at('a', 'r2', 9), at('b', 'r1', 9)]);
    expect(along(apart, new Map([at('a', 'r1', 9), at('b', 'r1', 9, 'p1')]), ['a'])).toEqual([]);
    const foyer = new Map([at('a', 'r2', 9), at('b', 'foyer', 9), at('c', 'foyer', 9)]);
    const moved = new Map([at('a', 'foyer', 9), at('b', 'foyer', 11), at('c', 'foyer', 9)]);
    expect(along(foyer, moved, ['a'], { foyer: 3 })).toEqual([]);
    expect(along(foyer, moved, ['a'], { foyer: 2 })).toEqual(['b room a+c']);
  });

  test('of sessions that only touch take nothing along', () => {
    const last = new Map([at('a', 'r1', 9), at('b', 'r1', 10)]);
    const draft = new Map([at('a', 'r1', 11), at('b', 'r1', 9)]);
    expect(along(last, draft, ['b'])).toEqual(['a room b']);
    expect(along(last, draft, ['a'])).toEqual([]);
  });
});
