import type { Hono } from 'hono';
import { mount, mountLater } from '../http/mount.ts';
import type { Door, Route } from '../http/route.ts';
import { programmeRoutes } from './programme-routes.ts';

// Where everything about declarations stands, and nothing else: it is half of the API, and few first requests ask for it.
export const declarationPaths = [
  '/summits/{summit}/declarations/*',
  '/summits/{summit}/counts',
  '/instruments/{instrument}/citations',
  '/organizations/{organization}/claims/*',
  '/signings/*',
  '/disputes/*',
];

// Where a session is placed and judged, where its crew and panel are changed.
const sessionPaths = ['placement', 'crew/*', 'checks', 'waivers/*', 'reviews/*', 'decision', 'merge', 'programme.ics'];

/** Where everything about planning stands: placing sessions, proposing and deciding them, releasing the programme. */
export const planningPaths = [
  ...sessionPaths.map((path) => `/summits/{summit}/sessions/{session}/${path}`),
  '/summits/{summit}/sessions/{session}/panelists/{panelist}/confirmation',
  '/summits/{summit}/sessions/{session}/panelists/{panelist}/replacement',
  '/summits/{summit}/placements',
  '/summits/{summit}/shifted',
  '/summits/{summit}/checks',
  '/summits/{summit}/proposals/*',
  '/summits/{summit}/decisions/*',
  '/summits/{summit}/tracks/{track}/waiting-list',
  '/summits/{summit}/releases/*',
  '/summits/{summit}/draft',
  '/summits/{summit}/programme',
  ...['ics', 'xml', 'frab.json', 'jsonld', 'csv'].map((ending) => `/summits/{summit}/programme.${ending}`),
  '/summits/{summit}/tracks/{track}/programme.ics',
  '/summits/{summit}/rooms/{room}/programme.ics',
  '/organizations/{organization}/programme.ics',
  '/people/{person}/programme.ics',
  '/people/{person}/availability',
  '/people/{person}/schedule',
];

const invitationPaths = [
  '/summits/{summit}/desks/*',
  '/summits/{summit}/sessions/{session}/panelists/{panelist}/invitation/*',
  '/invitations/*',
  '/summits/{summit}/rooms.csv',
  '/summits/{summit}/sessions.csv',
];

const dataPaths = [
  '/people/{person}/consents/*',
  '/people/{person}/attributes',
  '/people/{person}/data',
  '/people/{person}/erasure',
  '/summits/{summit}/suggestions/*',
];

const officePaths = [
  '/summits/{summit}/participations/*',
  '/summits/{summit}/participations.csv',
  '/summits/{summit}/sessions/{session}/outcomes/*',
  '/summits/{summit}/sessions/{session}/no-outcome',
  '/organizations/{organization}/memberships/*',
  '/organizations/{organization}/members',
  '/roles/*',
  '/summits/{summit}/roles/*',
  '/organizations/{organization}/roles/*',
  '/summits/{summit}/mails/*',
  '/summits/{summit}/trail',
  '/summits/{summit}/trail-head',
  '/trail',
  '/trail-head',
];

/** What few first requests ask for, by the addresses that load it. `/*` stands for an address and all below it. */
export const loadedLater: { paths: readonly string[]; load: () => Promise<readonly Route[]> }[] = [
  {
    paths: declarationPaths,
    load: async () => (await import('../../shared/contract/declaration-routes.ts')).routesOfDeclarations,
  },
  {
    paths: planningPaths,
    load: async () => (await import('../../shared/contract/planning-routes.ts')).routesOfPlanning,
  },
  {
    paths: invitationPaths,
    load: async () => (await import('../../shared/contract/invitation-routes.ts')).routesOfInvitations,
  },
  { paths: dataPaths, load: async () => (await import('../../shared/contract/data-routes.ts')).routesOfData },
  { paths: officePaths, load: async () => (await import('../../shared/contract/office-routes.ts')).routesOfTheOffice },
];

/** Where the contract stands. */
export const base = '/api/v1';

/** Mounts every route of the contract, and `more` beside those that are loaded at once: whoever answers a request for a record goes through here. */
export const mountContract = (app: Hono, door: Door, more: readonly Route[] = []): void => {
  for (const { paths, load } of loadedLater) mountLater(app, door, { base, paths }, load);
  mount(app, door, base, [...programmeRoutes, ...more]);
};
