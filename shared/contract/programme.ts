import * as z from 'zod';
import type { MailLanguage } from '../domain/language.ts';
import { type Answer, type Exchange, type Route, route } from '../http/route.ts';
import {
  organizationCalendar,
  personCalendar,
  roomCalendar,
  sessionCalendar,
  trackCalendar,
} from './programme-calendar.ts';
import { types, writers } from './programme-feed.ts';
import { programmePage, ProgrammePage, pageQuery } from './programme-page.ts';
import { feedLanguage, programmeFilters } from './programme-query.ts';

const path = '/summits/{summit}/programme';

/** What each feed is, and what its answer is called. */
const feedsBy: Record<keyof typeof types, { what: string; name: string }> = {
  ics: { what: 'a calendar to subscribe to', name: 'ProgrammeCalendar' },
  xml: { what: 'schedule XML, as frab, pentabarf and pretalx write it', name: 'ScheduleXml' },
  'frab.json': { what: 'schedule JSON, as frab and pretalx write it', name: 'ScheduleJson' },
  jsonld: { what: 'JSON-LD, as an Event of schema.org', name: 'ProgrammeJsonld' },
  csv: { what: 'a table', name: 'ProgrammeTable' },
};

const answersOf = (ending: keyof typeof types) => ({
  name: feedsBy[ending].name,
  schema: (): z.ZodType => (/json/.test(types[ending]) ? z.record(z.string(), z.unknown()) : z.string()),
  as: types[ending],
});

const pascal = (ending: string): string =>
  ending
    .split('.')
    .map((part) => part.replace(/^./, (first) => first.toUpperCase()))
    .join('');

const feeds = (Object.keys(types) as (keyof typeof types)[]).map((ending) =>
  route({
    method: 'GET',
    path: `${path}.${ending}`,
    may: 'read',
    named: { id: `readProgramme${pascal(ending)}`, noun: 'release' },
    summary: `Reads the programme as ${feedsBy[ending].what}`,
    answers: answersOf(ending),
    query: () => z.strictObject({ ...programmeFilters(), ...feedLanguage() }),
    handle: writers[ending],
  }),
);

type Calendar = (exchange: Exchange<{ lang?: MailLanguage | undefined }>) => Promise<Answer>;

const calendar = (of: string, noun: string, whose: string, handle: Calendar): Route =>
  route({
    method: 'GET',
    path: `${of}/programme.ics`,
    may: 'read',
    named: { id: `read${pascal(noun)}Calendar`, noun },
    summary: `Reads ${whose} as a calendar to subscribe to, as released`,
    answers: answersOf('ics'),
    query: () => z.strictObject(feedLanguage()),
    handle,
  });

/** The programme as everyone sees it, and its feeds. */
export const programmeFeedRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'read',
    named: { id: 'readProgramme', noun: 'release' },
    summary: 'Reads the programme as released: its days, and its sessions in order of time',
    answers: { name: 'ProgrammePage', schema: ProgrammePage },
    query: pageQuery,
    handle: programmePage,
  }),
  ...feeds,
  calendar('/summits/{summit}/tracks/{track}', 'track', 'the sessions of a track', trackCalendar),
  calendar('/summits/{summit}/rooms/{room}', 'room', 'the sessions in a room', roomCalendar),
  calendar('/summits/{summit}/sessions/{session}', 'session', 'a session', sessionCalendar),
  calendar('/organizations/{organization}', 'organization', 'the sessions of an organization', organizationCalendar),
  calendar('/people/{person}', 'person', 'the sessions on whose panel somebody is named', personCalendar),
];
