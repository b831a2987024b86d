import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../shared/documents/programme.ts';
import { type Moved, toJsonLd } from '../../../shared/documents/programme-jsonld.ts';
import { aCard, aFeed, aFullCard, reader, shown, wicked } from './programme.ts';

type Thing = Record<string, unknown> & { '@type': string };
type Event = Thing & {
  name: string;
  eventStatus: string;
  subEvent: Event[];
  startDate?: string;
  location?: Thing | Thing[];
  performer?: Thing[];
};

const written = (feed: Feed = aFeed(), moved?: Moved): Event => JSON.parse(toJsonLd(reader, feed, moved)) as Event;
const sessionOf = (feed: Feed, moved?: Moved): Event => {
  const [session] = written(feed, moved).subEvent;
  if (!session) throw new Error('There is no session in it.');
  return session;
};

// What search engines ask of an Event, and what the vocabulary allows as its values.
const mustBeEvent = (event: Event): void => {
  expect(event['@type']).toBe('Event');
  expect(event.name).not.toBe('');
  expect(event.eventStatus).toMatch(/^https:\/\/schema\.org\/Event(Scheduled|Rescheduled|Cancelled)$/);
  if (event.startDate !== undefined) expect(Date.parse(event.startDate)).not.toBeNaN();
  for (const place of [event.location ?? []].flat()) {
    if (place['@type'] === 'VirtualLocation') expect(place.url).toMatch(/^https:/);
    else expect(place).toMatchObject({ '@type': 'Place', name: expect.any(String) as string });
  }
};

describe('a programme in the words of schema.org', () => {
  test('is an Event of its sessions', () => {
    const { subEvent, ...summit } = written();

    expect(summit).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': 'https://plenary.example/api/v1/summits/arvenne-2031',
      url: 'https://plenary.example/api/v1/summits/arvenne-2031',
      name: 'Arvenne City Summit 2031',
      startDate: '2031-03-10',
      endDate: '2031-03-11',
      eventStatus: 'https://schema.org/EventScheduled',
      location: {
        '@type': 'Place',
        name: 'Arvenne',
        address: { '@type': 'PostalAddress', addressLocality: 'Arvenne', addressCountry: 'FR' },
      },
      version: 'r3',
    });
    for (const event of [written(), ...subEvent]) mustBeEvent(event);
  });

  test('says when, where and with whom a session is, and names only public names', () => {
    const session = sessionOf(aFeed());

    expect(session).toMatchObject({
      name: 'Cities that take people in',
      identifier: 'VC-D 12',
      startDate: '2031-03-10T09:00:00+01:00',
      endDate: '2031-03-10T10:30:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      inLanguage: ['en', 'fr'],
      organizer: [{ '@type': 'Organization', name: 'City of Arvenne' }],
    });
    expect([session.location].flat().map((place) => place?.['@type'])).toEqual(['Place', 'VirtualLocation']);
    expect(session.performer?.map(({ name }) => name)).toEqual(['Ilka Verrane']);
  });

  test('says what was cancelled, and what was moved and from when', () => {
    const moved = new Map([['vc-d-12', '2031-03-10T06:00:00Z']]);
    const cancelled = aFeed({ showings: shown(aFullCard({ state: 'cancelled' })) });

    expect(sessionOf(cancelled, moved).eventStatus).toBe('https://schema.org/EventCancelled');
    expect(sessionOf(aFeed(), moved)).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2031-03-10T07:00:00+01:00',
    });
  });

  test('fills in nothing: a session without a time, a room or a mode has none', () => {
    const session = sessionOf(aFeed({ summit: { ...aFeed().summit, place: undefined }, showings: shown(aCard()) }));

    mustBeEvent(session);
    expect(Object.keys(session).filter((key) => /Date|location|Mode/.test(key))).toEqual([]);
  });

  test('marks a rehearsal, and says who reports what is reported', () => {
    const summit = { ...aFeed().summit, rehearsal: true };
    const rehearsed = written(aFeed({ summit, showings: shown(aFullCard({ rehearsal: true })) }));
    const reported = { version: 4, at: '2030-06-01T00:00:00Z' };

    expect([rehearsed.name, rehearsed.subEvent[0]?.name]).toEqual([
      'Rehearsal: Arvenne City Summit 2031',
      'Rehearsal: Cities that take people in',
    ]);
    expect(rehearsed.subEvent[0]?.description).toContain('a rehearsal with invented people');
    expect(
      sessionOf(aFeed({ showings: [{ card: aFullCard({ reportedBy: ['Programme page (invented)'] }), reported }] }))
        .description,
    ).toContain('Reported by Programme page');
  });

  test('can stand within a page: nothing in it ends a script', () => {
    const feed = aFeed({ showings: shown(aFullCard({ title: { en: wicked } })) });

    expect(toJsonLd(reader, feed)).not.toMatch(/[<\u202e]/);
    expect(sessionOf(feed).name).toBe(wicked.replace('\u202e', ''));
  });
});
