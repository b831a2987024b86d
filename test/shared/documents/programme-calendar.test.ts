import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../shared/documents/programme.ts';
import { idsOf } from '../../../shared/documents/programme-id.ts';
import { later, toInstant } from '../../../shared/domain/when.ts';
import { toProgrammeCalendar } from '../../../shared/documents/programme-calendar.ts';
import { runs } from '../../counts.ts';
import { aCard, aFeed, aFullCard, reader, shown, wicked } from './programme.ts';

const written = (feed: Feed = aFeed(), name = 'Arvenne City Summit 2031'): string =>
  toProgrammeCalendar(reader, [feed], name);

interface Read {
  calendar: ICAL.Component;
  events: ICAL.Component[];
  says: (name: string) => unknown[];
}

const read = (file: string): Read => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, says: (name) => events.map((event) => event.getFirstPropertyValue(name)) };
};

const instants = (file: string): string[][] =>
  read(file).events.map((component) => {
    const { startDate, endDate } = new ICAL.Event(component);
    return [startDate, endDate].map((time) => time.toJSDate().toISOString().replace('.000', ''));
  });

/** What RFC 5545 asks of a whole file, beyond what the parser refuses. */
const mustBeValid = (file: string): void => {
  const lines = file.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75 || /[\r\n]/.test(line))).toEqual([]);
  const { calendar, events, says } = read(file);
  expect(calendar.getAllSubcomponents().length, 'a calendar has a component').toBeGreaterThan(0);
  for (const name of ['prodid', 'version']) expect(calendar.getAllProperties(name).length).toBe(1);
  for (const event of events)
    for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'status'])
      expect(event.getAllProperties(name).length, name).toBe(1);
  expect(new Set(says('uid')).size, 'UIDs').toBe(events.length);
  const told = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'));
  const used = events.flatMap((event) =>
    event.getAllProperties().flatMap((property) => property.getParameter('tzid') ?? []),
  );
  expect(used.filter((zone) => !told.includes(zone))).toEqual([]);
};

describe('the calendar of a programme', () => {
  test('says what is to be known of a session', () => {
    const file = written();
    const { calendar, events } = read(file);

    mustBeValid(file);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Arvenne City Summit 2031');
    expect(
      Object.fromEntries(events[0]?.getAllProperties().map((one) => [one.name, String(one.getFirstValue())]) ?? []),
    ).toEqual({
      uid: 'vc-d-12.arvenne-2031.programme@plenary.example',
      dtstamp: '2031-02-01T09:00:00Z',
      sequence: '3',
      status: 'CONFIRMED',
      dtstart: '2031-03-10T09:00:00',
      dtend: '2031-03-10T10:30:00',
      summary: 'VC-D 12 · Cities that take people in',
      description: [
        'How cities plan.\n\nAnd who pays.\n',
        'Lead: City of Arvenne',
        'Partners: Tarn Port',
        'Languages: en, fr',
        'Interpreted: es',
        'Moderator: Ilka Verrane, Mayor, City of Arvenne',
        'Panelist: to be confirmed, Tarn Port',
        'Panelist: stays unnamed',
      ].join('\n'),
      location: 'Room D, Arvenne',
      url: 'https://plenary.example/api/v1/summits/arvenne-2031/sessions/vc-d-12',
    });
  });

  test('keeps each UID through the releases, and its SEQUENCE rises with each', () => {
    const releases = [1, 2, 9].map((number) =>
      read(
        written(
          aFeed({
            release: { slug: `r${number}`, number, at: '2031-02-01T09:00:00Z' },
            showings: shown(aFullCard(), aFullCard({ slug: 'b', title: { en: `Title ${number}` } })),
          }),
        ),
      ),
    );

    expect(releases.map(({ says }) => says('sequence'))).toEqual([
      [1, 1],
      [2, 2],
      [9, 9],
    ]);
    expect(new Set(releases.map(({ says }) => says('uid').join())).size).toBe(1);
  });

  test('keeps what was cancelled, as cancelled', () => {
    const { says } = read(written(aFeed({ showings: shown(aFullCard({ state: 'cancelled' })) })));

    expect([says('status'), says('summary'), says('sequence')]).toEqual([
      ['CANCELLED'],
      ['Cancelled: VC-D 12 · Cities that take people in'],
      [3],
    ]);
  });

  test.each([
    ['in the night that loses an hour', 'Europe/Paris', '2031-03-30T00:30:00Z', '2031-03-30T01:30:00Z'],
    ['in the hour that comes twice, the first time', 'Europe/Paris', '2031-10-26T00:15:00Z', '2031-10-26T00:45:00Z'],
    ['in the hour that comes twice, the second time', 'Europe/Paris', '2031-10-26T01:15:00Z', '2031-10-26T01:45:00Z'],
    ['over midnight', 'Africa/Cairo', '2031-05-14T20:00:00Z', '2031-05-14T22:30:00Z'],
    ['with half an hour', 'Asia/Kolkata', '2031-05-14T03:30:00Z', '2031-05-14T05:00:00Z'],
    ['with a quarter', 'Asia/Kathmandu', '2031-05-14T03:30:00Z', '2031-05-14T05:00:00Z'],
  ])('means the same instants to a reader anywhere: %s (%s)', (_, zone, start, end) => {
    const file = written(aFeed({ showings: shown(aFullCard({ zone, start, end })) }));

    mustBeValid(file);
    expect(instants(file)).toEqual([[start, end]]);
  });

  test('leaves out what has no time, and says how many that are', () => {
    const file = written(aFeed({ showings: shown(aFullCard(), aCard({ slug: 'b' }), aCard({ slug: 'c' })) }));
    const { calendar, events } = read(file);

    expect([events.length, calendar.getFirstPropertyValue('description')]).toEqual([
      1,
      'Without a time yet, and so not in this calendar: 2',
    ]);
  });

  test.each([
    ['before the first release', [aFeed({ release: undefined, showings: [] })], 'Europe/Paris'],
    ['of nobody’s sessions', [], 'Etc/UTC'],
  ])('is a valid calendar %s, and always the same', (_, feeds, zone) => {
    const file = toProgrammeCalendar(reader, feeds, 'Sessions');

    mustBeValid(file);
    expect(read(file).calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe(zone);
    expect(toProgrammeCalendar(reader, feeds, 'Sessions')).toBe(file);
  });

  test('marks a rehearsal in its name, in every title and in every description', () => {
    const summit = { ...aFeed().summit, rehearsal: true };
    const { calendar, says } = read(written(aFeed({ summit, showings: shown(aFullCard({ rehearsal: true })) })));

    expect([calendar.getFirstPropertyValue('x-wr-calname'), ...says('summary')]).toEqual([
      'Rehearsal: Arvenne City Summit 2031',
      'Rehearsal: VC-D 12 · Cities that take people in',
    ]);
    for (const words of [calendar.getFirstPropertyValue('description'), ...says('description')])
      expect(words).toContain('a rehearsal with invented people');
  });

  test('says who reports what is reported, and goes by its record', () => {
    const reported = { version: 4, at: '2030-06-01T00:00:00Z' };
    const { says } = read(
      written(
        aFeed({
          release: undefined,
          showings: [{ card: aFullCard({ reportedBy: ['Programme page (invented)'] }), reported }],
        }),
      ),
    );

    expect([says('sequence'), says('dtstamp').map(String)]).toEqual([[4], ['2030-06-01T00:00:00Z']]);
    expect(says('description')[0]).toContain('Reported by Programme page (invented).');
  });

  test('of somebody’s sessions in several summits keeps each summit’s zone, release and UID', () => {
    const other = { ...aFeed().summit, slug: 'cairo-2031', zone: 'Africa/Cairo' };
    const second = aFeed({
      summit: other,
      release: { slug: 'r7', number: 7, at: '2031-02-02T09:00:00Z' },
      showings: shown(aFullCard({ zone: 'Africa/Cairo' })),
    });
    const file = toProgrammeCalendar(reader, [aFeed(), second], 'Ilka Verrane');
    const { says } = read(file);

    mustBeValid(file);
    expect([says('sequence'), instants(file)]).toEqual([
      [3, 7],
      Array.from({ length: 2 }, () => ['2031-03-10T08:00:00Z', '2031-03-10T09:30:00Z']),
    ]);
  });

  test('takes what people wrote for words', () => {
    const card = aFullCard({
      title: { en: `${wicked}\r\nATTENDEE:mailto:x@example.org` },
      roomName: { en: `A\r\nBEGIN:VALARM` },
      lead: [{ organization: 'arvenne', printed: wicked }],
    });
    const file = written(aFeed({ showings: shown(card) }), `${wicked}\r\nMETHOD:REQUEST`);

    mustBeValid(file);
    expect(read(file).events[0]?.getAllProperties('attendee')).toEqual([]);
    expect(read(file).calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(file).not.toContain('\u202e');
  });

  test('holds five thousand sessions, in what one response carries', () => {
    // A tenth of them shows the same as all do.
    const { numRuns: many } = runs(500, 5_000);
    const cards = Array.from({ length: many }, (_, at) => {
      const start = toInstant(new Date(Date.parse('2031-03-10T06:00:00Z') + at * 60_000));
      return aFullCard({ slug: `s-${at}`, start, end: later(start, 5_400_000), panel: [] });
    });
    const file = written(aFeed({ showings: shown(...cards) }));

    expect(file.match(/^BEGIN:VEVENT\r$/gm)?.length).toBe(many);
    expect(Buffer.byteLength(JSON.stringify(file))).toBeLessThan((6_000_000 / 5_000) * many);
    expect(new Set(idsOf(cards.map(({ slug }) => slug)).values()).size).toBe(many);
  });
});
