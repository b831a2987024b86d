import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { booked, type Claim, daysOf, type Page, type Resource, type Span } from '../../../shared/domain/ledger.ts';
import { guardOfPerson } from '../../../shared/domain/availability.ts';
import { placeConflicts } from '../../../shared/domain/place-conflict.ts';
import { nearestPlaces, type Search } from '../../../shared/domain/suggest-place.ts';
import { runs } from '../../counts.ts';
import { aRoom } from '../../records.ts';

const summit = 'arvenne-2031';
const of = { summit, session: 'vc-d-12', reference: 'VC-D 12' };
const instant = (minute: number): string =>
  new Date(Date.UTC(2031, 2, 10) + minute * 60_000).toISOString().replace('.000', '');
const span = (from: number, to: number): Span => ({ start: instant(from), end: instant(to) });
const within = span(0, 1_440);
const hour = 60;

/** A ledger of one resource on the days of the search. */
const pagesOf = (resource: Resource, taken: readonly Span[]): Page[] =>
  daysOf(within).map((day) => ({
    resource,
    day,
    version: 1,
    claims: taken.map((one, nth): Claim => ({
      summit,
      session: `other-${nth}`,
      reference: `O ${nth}`,
      by: ['room'],
      ...one,
    })),
    holds: [],
  }));

const hall = aRoom({ slug: 'hall' });
const mill = aRoom({ slug: 'mill' });
const search = (given: Partial<Search>): Search => ({
  of,
  asked: { room: 'hall', ...span(9 * hour, 10 * hour) },
  people: [],
  rooms: [mill, hall],
  track: undefined,
  zone: 'UTC',
  within,
  pages: [],
  ...given,
});
const found = (given: Partial<Search>, count = 3): string[] =>
  nearestPlaces(search(given), count).map(({ room, start }) => `${start.slice(11, 16)} ${room}`);

describe('the nearest places', () => {
  test('are near in time first, then in the same room; of two that are as near, the later', () => {
    const pages = pagesOf({ summit, room: 'hall' }, [span(9 * hour, 10 * hour)]);
    expect(found({ pages }, 2)).toEqual(['09:00 mill', '09:15 mill']);
    expect(found({ pages, rooms: [hall] }, 4)).toEqual(['10:00 hall', '08:00 hall', '10:15 hall', '07:45 hall']);
  });

  test('go by fives where what was asked for is on no quarter', () => {
    const asked = { room: 'hall', ...span(9 * hour + 10, 10 * hour) };
    const pages = pagesOf({ summit, room: 'hall' }, [span(9 * hour, 9 * hour + 25)]);
    expect(found({ asked, pages, rooms: [hall] }, 1)).toEqual(['09:25 hall']);
  });

  test('leave a room free for its changeover, before and after', () => {
    const rooms = [aRoom({ slug: 'hall', changeover: 30 })];
    const pages = pagesOf({ summit, room: 'hall' }, [span(9 * hour, 10 * hour + 30)]);
    expect(found({ rooms, pages }, 2)).toEqual(['10:30 hall', '07:30 hall']);
  });

  test('keep to hours, windows and what people said, and are none where nothing fits', () => {
    const rooms = [aRoom({ slug: 'hall', hours: [{ from: '11:00', to: '13:00' }] })];
    const track = { windows: [span(12 * hour, 20 * hour)] };
    const said = { policy: 'block' as const, parallel: 1, minutesBetween: 0, person: 'n01', version: 1 };
    expect(found({ rooms, track })).toEqual(['12:00 hall']);
    const people = [{ person: 'n01', said: { ...said, free: [span(0, 12 * hour + 30)] } }];
    expect(found({ rooms, track, people })).toEqual([]);
  });

  test('give people their time from one room to another', () => {
    const said = { policy: 'block' as const, parallel: 1, free: [], minutesBetween: 20, person: 'n01', version: 1 };
    const asked = { room: 'hall', ...span(9 * hour, 10 * hour) };
    const pages = pagesOf({ person: 'n01' }, [span(9 * hour, 10 * hour)]);
    const other = { people: [{ person: 'n01', said }], pages, asked, roomOf: () => `${summit} mill` };
    expect(found(other, 2)).toEqual(['10:00 mill', '08:00 mill']);
    expect(found({ ...other, rooms: [hall] }, 2)).toEqual(['10:30 hall', '07:30 hall']);
  });

  test('are none of them met by anything, whatever is taken', () => {
    const minute = fc.nat(1_440 / 15).map((quarter) => quarter * 15);
    const taken = fc.array(
      fc.tuple(minute, fc.constantFrom(15, 45, 90)).map(([from, lasts]) => span(from, from + lasts)),
      { maxLength: 8 },
    );
    const world = fc.record({
      rooms: fc.tuple(taken, taken),
      people: fc.tuple(taken, taken),
      from: minute,
      changeover: fc.constantFrom(0, 20),
    });
    fc.assert(
      fc.property(world, (given) => {
        const rooms = [hall, mill].map((room) => ({ ...room, changeover: given.changeover }));
        const people = ['n01', 'n02'].map((person) => ({ person, said: undefined }));
        const pages = [
          ...rooms.flatMap(({ slug }, nth) => pagesOf({ summit, room: slug }, given.rooms[nth] ?? [])),
          ...people.flatMap(({ person }, nth) => pagesOf({ person }, given.people[nth] ?? [])),
        ];
        for (const place of nearestPlaces(
          search({ rooms, people, pages, asked: { room: 'hall', ...span(given.from, given.from + 60) } }),
          5,
        )) {
          const room = rooms.find(({ slug }) => slug === place.room);
          const is = [{ summit, room: place.room ?? '' }, ...people.map(({ person }) => ({ person }))].map(
            (resource) => ({ ...place, resource, by: 'x', firm: true }),
          );
          const { clashes } = booked(pages, [{ of, was: [], is }], (resource) =>
            'room' in resource
              ? { policy: 'block', parallel: 1, changeover: given.changeover }
              : guardOfPerson(undefined),
          );
          expect(clashes).toEqual([]);
          expect(placeConflicts({ slug: 'vc-d-12', zone: 'UTC', ...place }, { room, track: undefined })).toEqual([]);
        }
      }),
      runs(60, 2_000),
    );
  });
});
