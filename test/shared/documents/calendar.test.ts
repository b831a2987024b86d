import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, toCalendar } from '../../../shared/documents/calendar.ts';

const stamp = '2031-02-01T09:00:00Z';

const anEvent = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'vc-d-12.arvenne-2031@plenary.example',
  sequence: 3,
  status: 'TENTATIVE',
  start: '2031-03-06T09:00:00Z',
  end: '2031-03-06T10:30:00Z',
  zone: 'Europe/Paris',
  title: 'VC-D 12 · Cities that take people in',
  ...given,
});

/** What a calendar reads from the file: the first event, with its zone as the file itself gives it. */
const read = (file: string): { event: ICAL.Event; component: ICAL.Component; calendar: ICAL.Component } => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('The file has no event.');
  return { event: new ICAL.Event(component), component, calendar };
};

const instants = (file: string): string[] => {
  const { event } = read(file);
  return [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString());
};

const octets = (line: string): number => new TextEncoder().encode(line).length;

describe('a calendar file', () => {
  test('says what a calendar needs to know of a sitting', () => {
    const { event, component, calendar } = read(
      toCalendar([anEvent({ description: 'Arvenne City Summit 2031', location: 'Arvenne' })], stamp),
    );

    expect({
      method: calendar.getFirstPropertyValue('method'),
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      title: event.summary,
      description: event.description,
      location: event.location,
      start: event.startDate.toString(),
      zone: event.startDate.zone?.tzid,
    }).toEqual({
      method: 'PUBLISH',
      uid: 'vc-d-12.arvenne-2031@plenary.example',
      sequence: 3,
      status: 'TENTATIVE',
      stamp: '2031-02-01T09:00:00Z',
      title: 'VC-D 12 · Cities that take people in',
      description: 'Arvenne City Summit 2031',
      location: 'Arvenne',
      start: '2031-03-06T10:00:00',
      zone: 'Europe/Paris',
    });
  });

  test.each([
    ['before a clock change', 'Europe/Paris', '2031-03-29T22:00:00Z', '2031-03-29T23:30:00Z'],
    ['over a clock change', 'Europe/Paris', '2031-03-30T00:30:00Z', '2031-03-30T01:30:00Z'],
    ['after a clock change', 'Europe/Paris', '2031-03-31T07:00:00Z', '2031-03-31T08:30:00Z'],
    ['in the hour that the clock shows twice', 'Europe/Paris', '2031-10-26T00:30:00Z', '2031-10-26T01:30:00Z'],
    ['over midnight', 'Africa/Cairo', '2031-05-14T20:00:00Z', '2031-05-14T22:30:00Z'],
    ['with half an hour', 'Asia/Kolkata', '2031-05-14T03:30:00Z', '2031-05-14T05:00:00Z'],
    ['in the south', 'America/Santiago', '2031-01-14T13:00:00Z', '2031-01-14T14:00:00Z'],
    ['where the rules of today are not those of then', 'Africa/Cairo', '2018-12-08T09:00:00Z', '2018-12-08T10:00:00Z'],
    ['where summer time has been abolished since', 'Europe/Istanbul', '2014-07-08T09:00:00Z', '2014-07-08T10:00:00Z'],
    ['in a zone by its old name', 'Asia/Calcutta', '2031-05-14T03:30:00Z', '2031-05-14T05:00:00Z'],
    ['without a zone', undefined, '2031-05-14T03:30:00Z', '2031-05-14T05:00:00Z'],
  ])('means the same instants %s (%s)', (_, zone, start, end) => {
    const file = toCalendar([anEvent({ zone, start, end })], stamp);

    expect(instants(file)).toEqual([start, end].map((at) => at.replace('Z', '.000Z')));
  });

  test.each([
    ['Arabic', 'المدن التي تستقبل الناس؛ نقاش مفتوح حول السكن والعمل والمدرسة في المدن النهرية الكبرى'],
    ['Chinese', '接纳人们的城市：关于大型河流城市住房、工作与学校的公开讨论，以及各城市网络提出的建议和承诺'],
    ['commas, semicolons, backslashes and line breaks', 'A, b; c\\d\nand e\r\nf'],
    ['many emoji', '🏙️'.repeat(60)],
  ])('carries %s unharmed, in lines of at most 75 octets', (_, title) => {
    const file = toCalendar([anEvent({ title })], stamp);

    expect(read(file).event.summary).toBe(title.replace('\r\n', '\n'));
    expect(file.split('\r\n').filter((line) => octets(line) > 75)).toEqual([]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('takes no property that somebody wrote into a title, a place or an address', () => {
    const wicked = 'A\r\nATTENDEE:mailto:x@example.org\r\nBEGIN:VALARM';
    const { component, calendar } = read(
      toCalendar([anEvent({ uid: wicked, title: wicked, description: wicked, location: wicked, url: wicked })], stamp),
    );

    expect(component.getAllProperties().map(({ name }) => name)).toEqual([
      'uid',
      'dtstamp',
      'sequence',
      'status',
      'dtstart',
      'dtend',
      'summary',
      'description',
      'location',
    ]);
    expect(component.getAllSubcomponents()).toEqual([]);
    expect(calendar.getAllSubcomponents('vevent').length).toBe(1);
  });

  test('tells each zone once, and only those that it needs', () => {
    const { calendar } = read(
      toCalendar([anEvent(), anEvent({ uid: 'b' }), anEvent({ uid: 'c', zone: 'Africa/Cairo' })], stamp),
    );

    expect(calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual([
      'Europe/Paris',
      'Africa/Cairo',
    ]);
  });

  test('is the same file for the same sitting', () => {
    expect(toCalendar([anEvent()], stamp)).toBe(toCalendar([anEvent()], stamp));
  });
});
