import { Hono } from 'hono';
import { mount, mountLater } from '../../shared/http/mount.ts';
import type { Door, Route } from '../../shared/http/route.ts';
import { type Assets, builtAssets, documentRoute, pageRoutes } from './reference.ts';
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
  { paths: declarationPaths, load: async () => (await import('./declaration-routes.ts')).routesOfDeclarations },
  { paths: planningPaths, load: async () => (await import('./planning-routes.ts')).routesOfPlanning },
  { paths: invitationPaths, load: async () => (await import('./invitation-routes.ts')).routesOfInvitations },
  { paths: dataPaths, load: async () => (await import('./data-routes.ts')).routesOfData },
  { paths: officePaths, load: async () => (await import('./office-routes.ts')).routesOfTheOffice },
];

/** The API as an app that answers a Request: the Lambda entry and the tests are stubs over it. `assets` are the files that the build describes it in. */
export const api = (door: Door, assets: Assets = builtAssets): Hono => {
  const app = new Hono();
  for (const { paths, load } of loadedLater) mountLater(app, door, { base: '/api/v1', paths }, load);
  mount(app, door, '/api/v1', [...programmeRoutes, documentRoute(assets)]);
  mount(app, door, '/api', pageRoutes(assets));
  app.get('/', (context) => context.redirect('/api'));
  return app;
};
