import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { Hono } from 'hono';
import { api } from '../../../functions/api/app.ts';
import { pages } from '../../../functions/web/app.tsx';
import { freePort } from '../../../infra/local/engine.ts';
import { keptKeys } from '../../../infra/local/keys.ts';
import { type SignIn, startSignIn } from '../../../infra/local/sign-in.ts';
import { keysOf } from '../../../shared/http/caller.ts';
import { providerOf } from '../../../shared/http/provider.ts';
import { decideCirculations } from '../../../shared/operations/decision.ts';
import { tellCirculations } from '../../../shared/operations/telling.ts';
import { pageWordsIn } from '../../../shared/words/page/words.ts';
import { aBrowser, hasBrowser } from '../../browser.ts';
import { aDoor, type Household } from '../../door.ts';
import type { MemoryFiles } from '../../files.ts';
import { aMailroom, type Mailroom, tokenIn } from '../../mailroom.ts';
import { codeIn } from '../../signing.ts';
import { needs } from '../../needs.ts';
import { aSite, builtForBrowsers, serving } from '../../pages.ts';
import { aVisitor, type Manner, type Visitor } from '../../visitor.ts';

// The whole story as people live it: from a summit that does not exist to a declaration that anyone can check, on the pages alone.

const test = needs(hasBrowser, 'Chromium');
const folder = mkdtempSync(join(tmpdir(), 'plenary-story-'));

let house: Household;
let mailroom: Mailroom;
let provider: SignIn;
let served: Awaited<ReturnType<typeof serving>>;
let browser: Browser;

const client = 'Pages';

/** The pages and the API at one address, as people meet them. */
const wholeSite = (site: string, issuer: string): Hono => {
  const keys = keysOf(issuer);
  const trust = () => ({ issuer, clients: [client], keys });
  const given = aSite(house, { site, issuer, client, provider: providerOf(issuer), trust, first: 'amira@example.org' });
  const [programs, people] = [api(given), pages(given, builtForBrowsers)];
  const app = new Hono();
  app.all('/api/*', ({ req, env }) => programs.fetch(req.raw, env as object));
  app.all('*', ({ req, env }) => people.fetch(req.raw, env as object));
  return app;
};

beforeAll(async () => {
  if (!hasBrowser) return;
  house = await aDoor();
  house.clock.now = new Date();
  mailroom = aMailroom(house);
  const port = await freePort();
  served = await serving(
    (site) => wholeSite(site, `http://127.0.0.1:${port}`),
    () => house.clock.now,
  );
  const own = { id: client, isMachine: false, scopes: ['openid', 'email', 'profile'] };
  provider = await startSignIn(port, await keptKeys(join(folder, 'sign-in.json')), [
    { ...own, returns: [`${served.site}/sign-in/callback`] },
  ]);
  browser = await aBrowser();
  const { make } = house.secretariat;
  for (const [slug, kind] of Object.entries({ arvenne: 'city', 'port-selva': 'city', 'river-league': 'city-network' }))
    await make('/organizations', { slug, name: { en: slug }, kind, ...(kind === 'city' && { country: 'PT' }) });
  await make('/organizations/river-league/roles', { role: 'delegate', email: 'linnea@example.org' });
});
afterAll(async () => {
  await browser?.close();
  await provider?.stop();
  await served?.stop();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const complaints: string[] = [];
// What was on the pages when the story stopped says why it did.
const watched: Page[] = [];
const seenOn = (page: Page): Promise<string> =>
  page
    .locator('main')
    .innerText()
    .then((text) => `${page.url()}\n${text.slice(0, 900)}`)
    .catch(() => page.url());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await Promise.all(watched.map(seenOn))).join('\n\n'));
  complaints.length = 0;
  await Promise.all(watched.splice(0).map((page) => page.context().close()));
});

const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1500 },
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  watched.push(page);
  return page;
};

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).first();

const at = (page: Page, end: string): Locator => page.locator(`main a[href$="${end}"]`).first();
const chief = (page: Page): Locator => page.locator('main form button.chief, main form button.grave').last();
const titled = (page: Page, title: string): Promise<void> => page.locator('h1', { hasText: title }).waitFor();
// The place where a page says what was just done may stand there empty before.
const said = (page: Page): Promise<void> => page.locator('main [role=status]:not(:empty)').first().waitFor();

/** What an hour of a summit's day is called in a form. */
const hours = (ahead: number): string => new Date(house.clock.now.getTime() + ahead * 60 * 60 * 1000).toISOString();
const dayAhead = (days: number): string => hours(days * 24).slice(0, 10);

const signIn = async ({ page, press }: Visitor, language: 'en' | 'ar', account: string): Promise<void> => {
  await page.goto(`${served.site}/${language}/`);
  await press(page.locator('main a[href^="/sign-in"]').first());
  await press(button(page, new RegExp(`^${account},`)));
  await titled(page, pageWordsIn(language).me.title);
};

const createSummit = async ({ page, press, fill, tick, choose }: Visitor, slug: string): Promise<void> => {
  await press(page.locator('header a[href$="/organize/"]'));
  await press(at(page, '/en/organize/new'));
  await tick('template', 'forum');
  await fill('title.en', `A forum on quays, ${slug}`);
  await fill('from', dayAhead(40));
  await fill('to', dayAhead(40));
  await choose('zone', 'Europe/Paris');
  await fill('slug', slug);
  await press(chief(page));
  await page.waitForURL(`**/en/organize/${slug}/**`);
};

const way = (page: Page, slug: string, part: string): Locator =>
  page.locator(`nav a[href="/en/organize/${slug}${part}"]`).first();

const passTo = async ({ page, press }: Visitor, ...states: string[]): Promise<void> => {
  for (const state of states) {
    await press(at(page, `state?to=${state}`));
    await press(chief(page));
    await page.waitForURL(/sessions\/[a-z]-1(\?|$)/);
  }
};

const createSession = async (organizer: Visitor, slug: string, reference: string, title: string): Promise<void> => {
  const { page, press, fill, choose } = organizer;
  await press(way(page, slug, '/sessions'));
  await press(at(page, '/sessions/new'));
  await fill('reference', reference);
  await fill('title.en', title);
  await choose('track', 'plenaries');
  await press(page.locator('main button[name="save"]'));
  await titled(page, title);
  await passTo(organizer, 'submitted', 'accepted');
};

const chip = (page: Page, session: string): Locator => page.locator(`.chip[data-session="${session}"]`);

/** Moves a session on the board to where something stands in the first room: by pointer onto it, by keys to where they begin. */
const move = async ({ page }: Visitor, manner: Manner, session: string, onto: Locator): Promise<void> => {
  if (manner === 'keyboard') {
    await chip(page, session).focus();
    await page.keyboard.press('Enter');
    return page.keyboard.press('Enter');
  }
  await chip(page, session).hover({ position: { x: 12, y: 6 } });
  const [there, room] = [await onto.boundingBox(), await page.locator('.room:not(.corner)').first().boundingBox()];
  await page.mouse.down();
  await page.mouse.move((room?.x ?? 0) + 40, (there?.y ?? 0) + 8, { steps: 5 });
  await page.mouse.up();
};

const placeBoth = async (organizer: Visitor, manner: Manner, slug: string): Promise<void> => {
  const { page, press } = organizer;
  await press(way(page, slug, '/board'));
  // What stands there works without script too, by other ways.
  await page.locator('schedule-board:defined').waitFor();
  await move(organizer, manner, 'a-1', page.locator('.hour', { hasText: '10:00' }));
  await page.locator('.say', { hasText: 'A 1 now stands in' }).waitFor();
  await move(organizer, manner, 'b-1', chip(page, 'a-1'));
  await page.locator('#refusal', { hasText: 'A 1' }).waitFor();
  await press(page.locator('#refusal button[name="place"]').first());
  await page.locator('.say', { hasText: 'B 1 now stands in' }).waitFor();
};

const openDesk = async ({ page, press, fill }: Visitor, slug: string): Promise<void> => {
  await press(way(page, slug, '/desks'));
  await press(at(page, '/desks/new'));
  await fill('organization', 'river-league');
  await fill('quota', '3');
  await fill('deadline', `${dayAhead(20)}T18:00`);
  await press(chief(page));
  await said(page);
};

const nominate = async ({ page, press, fill, choose }: Visitor, slug: string): Promise<void> => {
  await page.goto(`${served.site}/en/desk/river-league/${slug}/nominations/river-league`);
  await fill('name', 'Ilka Verrane');
  await fill('title', 'Mayor');
  await fill('email', `ilka@${slug}.example.org`);
  await choose('session', 'a-1');
  await choose('role', 'moderator');
  await press(chief(page));
  await said(page);
};

/** The mail that somebody was sent last. */
const mailTo = async (address: string): Promise<{ text: string }> => {
  await mailroom.deliver();
  const mail = mailroom.post.accepted.findLast(({ to }) => to === address);
  if (!mail) throw new Error(`Nothing arrived at ${address}.`);
  return mail;
};

const invite = async ({ page, press }: Visitor, slug: string): Promise<void> => {
  await page.goto(`${served.site}/en/organize/${slug}/sessions/a-1`);
  await press(page.locator('main button[name="invite"]'));
  await said(page);
};

const confirmByLink = async (manner: Manner, language: 'en' | 'ar', slug: string): Promise<void> => {
  const { page, press, fill, tick } = aVisitor(await open({ viewport: { width: 390, height: 844 } }), manner);
  await page.goto(`${served.site}/${language}/invitation/${tokenIn(await mailTo(`ilka@${slug}.example.org`))}`);
  await tick('answer', 'confirm');
  await tick('as', 'bearer');
  await fill('by', 'Ilka Verrane');
  await tick('consent');
  await press(chief(page));
  await titled(page, pageWordsIn(language).answered.confirmedTitle);
};

const fileOutcomes = async ({ page, press, fill, choose }: Visitor, slug: string): Promise<void> => {
  await page.goto(`${served.site}/en/rapporteur/${slug}/a-1`);
  const lines = { recommendation: 'to keep quays open to everybody', commitment: 'to count who sleeps there' };
  for (const [type, line] of Object.entries(lines)) {
    await choose('type', type);
    await fill('text', line);
    await page.locator('main [name="text"]').press('Enter');
    await page.locator('main li', { hasText: line }).waitFor();
  }
  await page.reload();
  await press(page.locator('main form[action$="/file"] button.chief').first());
  await said(page);
};

const compile = async ({ page, press, fill, tick, choose }: Visitor, slug: string): Promise<void> => {
  await page.goto(`${served.site}/en/organize/${slug}/declarations`);
  await press(at(page, '/declarations/new'));
  await choose('kind', 'declaration');
  await fill('title', `Declaration on quays ${slug}`);
  await tick('what', 'all');
  await press(chief(page));
  await page.waitForURL((url) => !url.pathname.endsWith('/new'));
};

const takePart = async ({ page, press, fill, tick }: Visitor, slug: string): Promise<void> => {
  await page.goto(`${served.site}/en/organize/${slug}/participations/new`);
  await fill('organization', 'arvenne');
  await tick('capacities.participating-member');
  await fill('since', dayAhead(0));
  await press(chief(page));
  await said(page);
};

/** The city has no focal point: silence adopts only once somebody records why it may. */
const circulateAndAdopt = async ({ page, press, fill }: Visitor, room: string): Promise<void> => {
  await page.goto(`${room}/circulation`);
  await press(at(page, '/circulate'));
  await press(chief(page));
  await said(page);
  await tellCirculations(house.door.house, house.clock.now);
  await page.goto(`${room}/circulation`);
  await press(page.locator('main a[href*="/unreached?"]').first());
  await fill('reason', 'Their mayor sits here and has read it.');
  await press(chief(page));
  await said(page);
  house.clock.move(74 * 60 * 60);
  await decideCirculations(house.door.house, house.clock.now);
};

const signByLink = async (manner: Manner, language: 'en' | 'ar', slug: string): Promise<void> => {
  const { page, press, fill, tick } = aVisitor(await open({ viewport: { width: 390, height: 844 } }), manner);
  await page.goto(`${served.site}/${language}/signing/${tokenIn(await mailTo(`office@${slug}.example.org`))}`);
  await fill('signedBy', 'Noor Halvane');
  await fill('title', 'Mayor');
  await tick('by', 'office');
  await press(chief(page));
  await tick('ready');
  await press(page.locator('form[action$="/code"] button'));
  await said(page);
  const mail = await mailTo(`mayor@${slug}.example.org`);
  await page.goto(`${served.site}/${language}/signing/${tokenIn(mail)}`);
  await fill('code', codeIn(mail));
  await press(chief(page));
  await page.locator('main', { hasText: 'Noor Halvane' }).waitFor();
};

const sendSigningLink = async ({ page, press, fill, choose }: Visitor, room: string, slug: string): Promise<void> => {
  await page.goto(`${room}/opening`);
  await press(chief(page));
  await said(page);
  await page.goto(`${room}/signatures`);
  await press(at(page, '/signings/new'));
  await choose('organization', 'arvenne');
  await fill('office.address', `office@${slug}.example.org`);
  await fill('signatory.address', `mayor@${slug}.example.org`);
  await press(chief(page));
  await said(page);
};

const deliver = async ({ page, press, fill }: Visitor, room: string): Promise<void> => {
  await page.goto(`${room}/deliveries`);
  await press(at(page, '/deliveries/new'));
  await fill('to.name', 'The ministers of the basin');
  await fill('on', dayAhead(0));
  await fill('place', 'Arvenne');
  await fill('by', 'Ilka Verrane');
  await press(chief(page));
  await page.locator('main', { hasText: 'The ministers of the basin' }).waitFor();
};

const check = async (manner: Manner, language: 'en' | 'ar', slug: string, declaration: string): Promise<void> => {
  const { page, press } = aVisitor(await open(), manner);
  await page.goto(`${served.site}/${language}/summits/${slug}`);
  await press(at(page, `/declarations/${declaration}`));
  await press(page.locator('main a[href*="/verify"]').first());
  await page.locator('form[data-check]').waitFor();
  // As it was downloaded: the file store of the tests lies in memory.
  const { kept } = house.door.house.files as MemoryFiles;
  const [name = '', file] = [...kept].findLast(([one]) => one.includes(declaration)) ?? [...kept].at(-1) ?? [];
  await page.setInputFiles('#package', { name, mimeType: 'application/zip', buffer: file?.bytes ?? Buffer.alloc(0) });
  await press(page.locator('form[data-check] button:not([type="button"])'));
  await page.locator('[data-verdict]:not([hidden])').waitFor();
  expect(await page.locator('[data-verdict]:not([hidden])').getAttribute('data-verdict')).toBe('valid');
};

for (const { manner, language } of [
  { manner: 'pointer', language: 'en' },
  { manner: 'keyboard', language: 'ar' },
] as const)
  test(`a summit from its creation to a declaration that is checked, by ${manner}, in ${language}`, async () => {
    const slug = `by-${manner}`;
    const organizer = aVisitor(await open(), manner);
    const network = aVisitor(await open(), manner);

    await signIn(organizer, language, 'amira');
    await createSummit(organizer, slug);
    await createSession(organizer, slug, 'A 1', 'Quays at night');
    await createSession(organizer, slug, 'B 1', 'Quays by day');
    await placeBoth(organizer, manner, slug);
    await openDesk(organizer, slug);
    await signIn(network, language, 'linnea');
    await nominate(network, slug);
    await invite(organizer, slug);
    await confirmByLink(manner, language, slug);

    house.clock.move(41 * 24 * 60 * 60);
    await organizer.page.goto(`${served.site}/en/organize/${slug}/sessions/a-1`);
    await passTo(organizer, 'held');
    await fileOutcomes(organizer, slug);
    await takePart(organizer, slug);
    await compile(organizer, slug);
    const [room = '', declaration = ''] = /^.*\/declarations\/([^/?#]+)/.exec(organizer.page.url()) ?? [];
    await circulateAndAdopt(organizer, room);
    await sendSigningLink(organizer, room, slug);
    await signByLink(manner, language, slug);
    await deliver(organizer, room);
    await check(manner, language, slug, declaration);

    expect(complaints).toEqual([]);
  }, 240_000);

test('without script: a summit, its sessions placed by a form that refuses a double booking, outcomes, and all of it read', async () => {
  const slug = 'by-forms';
  const organizer = aVisitor(await open({ javaScriptEnabled: false }), 'pointer');
  const { page, press, fill, choose } = organizer;

  await signIn(organizer, 'en', 'amira');
  await createSummit(organizer, slug);
  const day = dayAhead(40);
  for (const [reference, title] of [
    ['A 1', 'Quays at night'],
    ['B 1', 'Quays by day'],
  ] as const)
    await createSession(organizer, slug, reference, title);
  const place = async (session: string, start: string): Promise<void> => {
    await press(way(page, slug, '/board'));
    await press(chip(page, session));
    await choose('room', 'room-a');
    await choose('day', day);
    await fill('start', start);
    await press(page.locator('main form button.chief').first());
  };
  await place('a-1', '10:00');
  await titled(page, 'Board');
  await place('b-1', '10:30');
  await page.locator('#refusal', { hasText: 'A 1' }).waitFor();
  await press(page.locator('#refusal button[name="place"]').first());
  await titled(page, 'Board');
  await press(way(page, slug, '/releases'));
  await press(chief(page));
  await press(chief(page));
  await page.waitForURL(/releases/);

  house.clock.move(41 * 24 * 60 * 60);
  await page.goto(`${served.site}/en/organize/${slug}/sessions/a-1`);
  await passTo(organizer, 'held');
  await page.goto(`${served.site}/en/rapporteur/${slug}/a-1`);
  await fill('text', 'to keep quays open to everybody');
  await choose('type', 'recommendation');
  await press(page.locator('main form#write button.chief'));
  await press(page.locator('main form[action$="/file"] button.chief').first());
  await said(page);

  for (const language of ['en', 'ar'] as const) {
    await page.goto(`${served.site}/${language}/`);
    await press(at(page, `/summits/${slug}`));
    await press(page.locator(`main a[href*="/summits/${slug}/programme"]`).first());
    await press(page.locator('main a[href*="/sessions/a-1"]').first());
    await titled(page, 'Quays at night');
    await page.locator('main', { hasText: 'to keep quays open' }).waitFor();
    expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
  }
  expect(complaints).toEqual([]);
}, 240_000);
