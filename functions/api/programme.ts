import * as z from 'zod';
import type { MailLanguage } from '../../shared/domain/language.ts';
import { type Answer, type Exchange, type Route, route } from '../../shared/http/route.ts';
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

const whats: Record<keyof typeof types, string> = {
  ics: 'a calendar to subscribe to',
  xml: 'schedule XML, as frab, pentabarf and pretalx write it',
  'frab.json': 'schedule JSON, as frab and pretalx write it',
  jsonld: 'JSON-LD, as an Event of schema.org',
  csv: 'a table',
};

const document = (type: string) => ({ name: 'Feed', schema: () => z.string(), as: type });

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
    summary: `Reads the programme as ${whats[ending]}`,
    answers: document(types[ending]),
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
    answers: document(types.ics),
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
