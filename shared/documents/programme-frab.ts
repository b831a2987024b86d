import type { Feed, Reader } from './programme.ts';
import type { ScheduleEvent } from './programme-event.ts';
import { type Schedule, scheduleOf } from './programme-schedule.ts';
import { element, xmlDocument } from './xml.ts';

const generator = { name: 'plenary' };

// The smallest step of a grid that readers draw; sessions may begin in between.
const timeslot = '00:05';

const lastOf = ({ days }: Schedule): string => days.at(-1)?.date ?? '';
const firstOf = ({ days }: Schedule): string => days[0]?.date ?? '';

const eventXml = ({ id, guid, code: _, persons, ...fields }: ScheduleEvent) =>
  element(
    'event',
    { id, guid },
    ...Object.entries(fields).map(([name, value]) => element(name, {}, value)),
    element('type', {}, 'session'),
    element('persons', {}, ...persons.map((one) => element('person', { id: one.id, guid: one.guid }, one.name))),
    element('links', {}),
    element('attachments', {}),
  );

/**
 * A programme as schedule XML: the format that pentabarf began and that frab, pretalx and the c3voc's tools share, for apps such as Giggity. A reader
 * looks for the zone in the first kilobyte, so that it stands before the title. Errors: `not-found` where there is no day.
 */
export const toScheduleXml = (reader: Reader, feed: Feed): string => {
  const schedule = scheduleOf(reader, feed);
  const conference = {
    acronym: schedule.acronym,
    time_zone_name: schedule.zone,
    start: firstOf(schedule),
    end: lastOf(schedule),
    days: schedule.days.length,
    timeslot_duration: timeslot,
    base_url: schedule.base,
    title: schedule.title,
  };
  return xmlDocument(
    element(
      'schedule',
      {},
      element('generator', generator),
      element('version', {}, schedule.version),
      element('conference', {}, ...Object.entries(conference).map(([name, value]) => element(name, {}, value))),
      ...schedule.days.map(({ rooms, ...day }) =>
        element('day', day, ...rooms.map(({ events, ...room }) => element('room', room, ...events.map(eventXml)))),
      ),
    ),
  );
};

const eventJson = (event: ScheduleEvent): object => ({
  ...event,
  track: event.track || null,
  type: 'session',
  links: [],
  attachments: [],
});

/** The same as schedule JSON, whose schema the c3voc keeps. Errors: `not-found` where there is no day. */
export const toScheduleJson = (reader: Reader, feed: Feed): string => {
  const schedule = scheduleOf(reader, feed);
  return JSON.stringify({
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator,
    schedule: {
      version: schedule.version,
      base_url: schedule.base,
      conference: {
        acronym: schedule.acronym,
        time_zone_name: schedule.zone,
        start: firstOf(schedule),
        end: lastOf(schedule),
        daysCount: schedule.days.length,
        timeslot_duration: timeslot,
        title: schedule.title,
        rooms: schedule.rooms,
        tracks: schedule.tracks.map((name) => ({ name })),
        days: schedule.days.map(({ index, date, start, end, rooms }) => ({
          index,
          date,
          day_start: start,
          day_end: end,
          rooms: Object.fromEntries(rooms.map(({ name, events }) => [name, events.map(eventJson)])),
        })),
      },
    },
  });
};
