import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, type SchemaObject, validate } from '@hyperjump/json-schema/draft-2020-12';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Feed } from '../../../shared/documents/programme.ts';
import { toScheduleJson, toScheduleXml } from '../../../shared/documents/programme-frab.ts';
import { aCard, aFeed, aFullCard, reader, shown, wicked } from './programme.ts';

const at = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');

/** Which of these files, by their places, the schema refuses. One call for all: starting the validator costs most. */
const refused = async (files: readonly string[]): Promise<number[]> => {
  const xml = files.map((contents, at) => ({ fileName: `${at}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: at('schedule.xsd') });
  return [...new Set(errors.map(({ loc, message }) => Number.parseInt(loc?.fileName ?? message, 10)))].toSorted(
    (a, b) => a - b,
  );
};

const schema = 'https://plenary.example/schedule.schema.json';
registerSchema(JSON.parse(at('schedule.schema.json')) as SchemaObject, schema);
const isSchedule = await validate(schema);

interface Event {
  id: number;
  guid: string;
  room: string;
  title: string;
  abstract: string;
  date: string;
  start: string;
  duration: string;
  track: string | null;
}
interface Conference {
  start: string;
  end: string;
  daysCount: number;
  title: string;
  rooms: { name: string }[];
  days: { date: string; day_start: string; day_end: string; rooms: Record<string, Event[]> }[];
}

const conferenceOf = (feed: Feed): Conference => {
  const json = JSON.parse(toScheduleJson(reader, feed)) as { schedule: { conference: Conference } };
  expect(isSchedule(json as never, 'DETAILED')).toMatchObject({ valid: true });
  return json.schedule.conference;
};
const eventsOf = (feed: Feed): Event[] => conferenceOf(feed).days.flatMap(({ rooms }) => Object.values(rooms).flat());

// Every file that these tests wrote: the last of them hands all of them to the validator.
const files: string[] = [];
const xmlOf = (feed: Feed): string => {
  const xml = toScheduleXml(reader, feed);
  files.push(xml);
  return xml;
};

/** What the elements of a name hold, as a parser reads them. */
const textsOf = (xml: string, name: string): string[] => {
  const texts: string[] = [];
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => void open.push({ name: tag.name, text: '' }));
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    // A day has rooms by their names, and an event the name of its room.
    if (closed?.name === name && open.at(-1)?.name !== 'day') texts.push(closed.text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return texts;
};

const many = aFeed({
  showings: shown(
    aFullCard(),
    aFullCard({
      slug: 'rc-7',
      reference: 'RC 7',
      room: undefined,
      roomName: undefined,
      start: '2031-03-11T13:00:00Z',
      end: '2031-03-11T14:00:00Z',
    }),
    aFullCard({
      slug: 'on',
      mode: 'online',
      room: undefined,
      roomName: undefined,
      panel: [],
      track: undefined,
      trackTitle: undefined,
    }),
    aFullCard({ slug: 'gone', state: 'cancelled' }),
    aCard({ slug: 'later' }),
  ),
});

describe('a schedule', () => {
  test('says the same as XML and as JSON', () => {
    const xml = xmlOf(many);
    const events = eventsOf(many);

    expect(textsOf(xml, 'start')).toEqual(['2031-03-10', ...events.map(({ start }) => start)]);
    for (const field of ['date', 'duration', 'room', 'abstract'] as const)
      expect(textsOf(xml, field)).toEqual(events.map((event) => event[field]));
    expect(textsOf(xml, 'person')).toEqual(['Ilka Verrane', 'Ilka Verrane']);
  });

  test('has every day of the summit, and in it every room, with its sessions in order', () => {
    const { start, end, daysCount, days } = conferenceOf(many);

    expect({ start, end, daysCount }).toEqual({ start: '2031-03-10', end: '2031-03-11', daysCount: 2 });
    expect(
      days.map(({ date, rooms }) => [date, Object.entries(rooms).map(([room, all]) => [room, all.length])]),
    ).toEqual([
      [
        '2031-03-10',
        [
          ['No room given', 0],
          ['Online', 1],
          ['Room D', 1],
        ],
      ],
      [
        '2031-03-11',
        [
          ['No room given', 1],
          ['Online', 0],
          ['Room D', 0],
        ],
      ],
    ]);
  });

  test('leaves out what was cancelled, which its readers take for what is missing, and what has no time', () => {
    expect(eventsOf(many).map(({ title }) => title).length).toBe(3);
  });

  test('keeps the ids of a session from release to release, whatever else changes', () => {
    const ids = (feed: Feed) => eventsOf(feed).map(({ id, guid }) => [id, guid]);
    const later = aFeed({
      release: { slug: 'r4', number: 4, at: '2031-02-02T09:00:00Z' },
      showings: shown(
        aFullCard({ title: { en: 'Another title' }, start: '2031-03-10T10:00:00Z', end: '2031-03-10T11:00:00Z' }),
      ),
    });
    const [first] = ids(aFeed());

    expect(ids(later)).toEqual([first]);
    expect(ids(many)).toContainEqual(first);
  });

  test('tells its zone within the first kilobyte, however long the title is', () => {
    const feed = aFeed({ summit: { ...aFeed().summit, title: { en: '河'.repeat(500) } } });
    const beginning = (text: string): string =>
      new TextDecoder().decode(new TextEncoder().encode(text).slice(0, 1_024));

    expect(beginning(toScheduleXml(reader, feed))).toContain('<time_zone_name>Europe/Paris</time_zone_name>');
    expect(beginning(toScheduleJson(reader, feed))).toContain('"time_zone_name":"Europe/Paris"');
  });

  test('tells rooms of one name apart', () => {
    const twin = aFullCard({ slug: 'b', room: 'room-d-2' });

    expect(eventsOf(aFeed({ showings: shown(aFullCard(), twin) })).map(({ room }) => room)).toEqual([
      'Room D (room-d)',
      'Room D (room-d-2)',
    ]);
  });

  test.each([
    [
      'over midnight: on the day on which it starts',
      'Africa/Cairo',
      '2031-05-14T20:00:00Z',
      '2031-05-14T22:30:00Z',
      '2031-05-14',
      '2031-05-14T23:00:00+03:00',
      '02:30',
    ],
    [
      'in the night that loses an hour',
      'Europe/Paris',
      '2031-03-30T00:30:00Z',
      '2031-03-30T01:30:00Z',
      '2031-03-30',
      '2031-03-30T01:30:00+01:00',
      '01:00',
    ],
    [
      'in the hour that comes twice, the second time',
      'Europe/Paris',
      '2031-10-26T01:15:00Z',
      '2031-10-26T01:45:00Z',
      '2031-10-26',
      '2031-10-26T02:15:00+01:00',
      '00:30',
    ],
    [
      'with half an hour',
      'Asia/Kolkata',
      '2031-05-14T20:00:00Z',
      '2031-05-14T21:00:00Z',
      '2031-05-15',
      '2031-05-15T01:30:00+05:30',
      '01:00',
    ],
    [
      'west of Greenwich',
      'America/St_Johns',
      '2031-01-14T02:00:00Z',
      '2031-01-14T03:00:00Z',
      '2031-01-13',
      '2031-01-13T22:30:00-03:30',
      '01:00',
    ],
  ])('stands at its instant and its local hour %s (%s)', (_, zone, start, end, day, date, duration) => {
    const summit = { ...aFeed().summit, zone, from: undefined, to: undefined };
    const feed = aFeed({ summit, showings: shown(aFullCard({ zone, start, end })) });
    const [event] = eventsOf(feed);

    xmlOf(feed);
    expect(conferenceOf(feed).days.map((one) => one.date)).toEqual([day]);
    expect([event?.date, event?.start, event?.duration]).toEqual([date, date.slice(11, 16), duration]);
    expect(new Date(event?.date ?? '').toISOString()).toBe(start.replace('Z', '.000Z'));
  });

  test('begins a day where the clock passes over midnight with what it shows instead', () => {
    const summit = { ...aFeed().summit, zone: 'Africa/Cairo', from: '2031-04-24', to: '2031-04-25' };

    expect(conferenceOf(aFeed({ summit, showings: [] })).days.map((day) => [day.day_start, day.day_end])).toEqual([
      ['2031-04-24T00:00:00+02:00', '2031-04-25T01:00:00+03:00'],
      ['2031-04-25T01:00:00+03:00', '2031-04-26T00:00:00+03:00'],
    ]);
  });

  test('is valid before anything is released, and refused in plain words where there is no day at all', () => {
    const none = { release: undefined, showings: [] };
    const dayless = aFeed({ ...none, summit: { ...aFeed().summit, from: '2031', to: undefined } });

    xmlOf(aFeed(none));
    expect(() => toScheduleXml(reader, dayless)).toThrow('There is no schedule yet');
  });

  test('takes what people wrote for words', () => {
    const title = `${wicked}\u0007\ud800`;
    const card = aFullCard({
      title: { en: title },
      roomName: { en: `${wicked}"\n` },
      lead: [{ organization: 'a', printed: wicked }],
    });
    const feed = aFeed({ showings: shown(card), summit: { ...aFeed().summit, title: { en: title } } });
    const xml = xmlOf(feed);
    const seen = wicked.replace('\u202e', '');

    expect(textsOf(xml, 'title')).toEqual([`${seen}\ufffd`, `${seen}\ufffd`]);
    expect(eventsOf(feed)[0]?.title).toBe(`${seen}\ufffd`);
  });

  test('marks a rehearsal in its title, in every title and in every description', () => {
    const summit = { ...aFeed().summit, rehearsal: true };
    const xml = xmlOf(aFeed({ summit, showings: shown(aFullCard({ rehearsal: true })) }));

    expect(textsOf(xml, 'title')).toEqual([
      'Rehearsal: Arvenne City Summit 2031',
      'Rehearsal: Cities that take people in',
    ]);
    expect(textsOf(xml, 'description')[0]).toContain('a rehearsal with invented people');
  });

  test('of every kind above is valid, and one that says something else than readers rely on is not', async () => {
    const xml = xmlOf(many);
    const broken = [
      xml.replace(/ guid="[^"]*" id|(?<=<event id="\d+") guid="[^"]*"/, ''),
      xml.replace(/<date>[^<]*</, '<date>2031-03-10 09:00<'),
      xml.replace(/<slug>[^<]*<\/slug>/, ''),
      xml.replace(/<day [\s\S]*<\/day>/, ''),
    ];

    expect(await refused([...files, ...broken])).toEqual(broken.map((_, at) => files.length + at));
    expect(isSchedule({ schedule: { version: 'r3' } })).toMatchObject({ valid: false });
  });
});
