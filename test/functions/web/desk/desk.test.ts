import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenFor } from '../../../door.ts';
import { aHost, day, type Host } from '../../../host.ts';
import { aReaderOf, fromHere, type Reader, type Sheet } from '../../../pages.ts';

// A network at work, without script: whom it nominates, what it proposes, what it says against a text, and whom it asks to sign.

let host: Host;
let reader: Reader;
let cookies: Record<'dara' | 'nils', string>;

const summit = 'quays';
const home = `/en/desk/river-league/${summit}`;

beforeAll(async () => {
  host = await aHost();
  const { make, pass } = host.house.secretariat;
  const now = host.house.clock.now.getTime();
  const inDays = (days: number): string => new Date(now + days * day * 1_000).toISOString();
  await make('/organizations', { slug: 'sea-circle', name: { en: 'Sea Circle' }, kind: 'city-network' });
  await make('/organizations/port-selva/memberships', { in: 'river-league', as: 'member', from: '2021' });
  await make('/summits', {
    slug: summit,
    title: { en: 'Quays' },
    zone: 'Europe/Paris',
    from: '2031-05-10',
    to: '2031-05-11',
  });
  for (const organization of ['river-league', 'port-selva'])
    await make(`/summits/${summit}/participations`, { organization, capacities: ['participating-member'] });
  await make(`/summits/${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, call: { hard: inDays(10) } });
  await make(`/summits/${summit}/sessions`, { reference: 'Q 1', title: { en: 'Rivers' } });
  await pass(`/summits/${summit}/sessions/q-1`, 'submitted', 'accepted');
  await make(`/summits/${summit}/desks`, { organization: 'river-league', quota: 1, deadline: inDays(5) });
  await host.house.as('dara', { role: 'delegate', organization: 'river-league' });
  await host.house.as('nils', { role: 'delegate', organization: 'sea-circle' });
  cookies = {
    dara: `__Host-plenary=${await tokenFor('dara')}`,
    nils: `__Host-plenary=${await tokenFor('nils')}`,
  };
  reader = aReaderOf(host.house);
});
afterAll(async () => {
  expect(host.house.logged).toEqual([]);
  await host.house.close();
});

const get = (path: string, who: keyof typeof cookies = 'dara'): Promise<Sheet> =>
  reader.get(path, { cookie: cookies[who] });
const post = (path: string, form: Record<string, string>, who: keyof typeof cookies = 'dara'): Promise<Sheet> =>
  reader.post(path, form, { ...fromHere, cookie: cookies[who] });
const said = ({ html }: Sheet): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

test('who acts for a network finds it, its members and its summits; another network is not theirs', async () => {
  expect(said(await get('/en/desk/'))).toContain('River League At every summit');
  const network = said(await get('/en/desk/river-league?q=port'));
  expect(network).toContain('Quays Takes part as participating member');
  expect(network).toContain('Port Selva since 2021');
  expect(said(await get('/en/desk/river-league?q=selvan'))).toContain('No member is called that.');

  expect((await get('/en/desk/river-league', 'nils')).status).toBe(403);
  expect((await get(`${home}/nominations/river-league`, 'nils')).status).toBe(403);
  const foreign = `/en/desk/sea-circle/${summit}/nominations/river-league`;
  expect((await get(foreign, 'nils')).status).toBe(404);
  expect((await post(foreign, { name: 'Mallory Vane' }, 'nils')).status).toBe(404);
  expect((await reader.get('/en/desk/')).status).toBe(302);
});

describe('nominating', () => {
  const desk = `${home}/nominations/river-league`;

  test('uses the quota, and is refused when that is used up', async () => {
    expect(said(await get(home))).toContain('0 of 1 used, 1 left');
    const nameless = await post(desk, { name: '', for: 'port selva' });
    expect([nameless.status, nameless.html.includes('id="name-fault"')]).toEqual([422, true]);

    const form = {
      name: 'Ilka Verrane',
      title: 'Mayor of Port Selva',
      for: 'port selva',
      role: 'keynote',
      session: 'q-1',
    };
    const nominated = await post(desk, form);
    expect([nominated.status, nominated.headers.get('location')]).toEqual([303, `${desk}?done=nominated`]);

    const shown = said(await get(`${desk}?done=nominated`));
    expect(shown).toContain('The nomination is recorded.');
    expect(shown).toContain('1 of 1 used, 0 left');
    expect(shown).toContain('Ilka Verrane Mayor of Port Selva Port Selva q-1 · Keynote Accepted: not invited yet');
    expect(shown).toContain('The quota is used.');

    const over = await post(desk, { name: 'Tobias Wend' });
    expect([over.status, said(over)]).toEqual([409, expect.stringContaining('1 of 1 people are used.')]);
    expect(over.html).toContain('value="Tobias Wend"');
  });

  test('is taken back, and its place is free again', async () => {
    const { html } = await get(desk);
    const nomination = new RegExp(`action="(${desk}/[^"]+)"`).exec(html)?.[1] ?? '';

    expect((await post(nomination, {})).headers.get('location')).toBe(`${desk}?done=withdrawn`);
    expect(said(await get(desk))).toMatch(/0 of 1 used, 1 left.*Withdrawn/);
  });

  test('of many at once shows first what each row comes to', async () => {
    const rows = 'name,for\nSanna Brook,port-selva\nTobias Wend,nowhere\n';
    const preview = await post(`${desk}/rows`, { rows });
    expect([preview.status, said(preview)]).toEqual([200, expect.stringContaining('Sanna Brook')]);
    expect(said(await get(desk))).toContain('0 of 1 used');

    const seen = /name="_seen" value="([^"]+)"/.exec(preview.html)?.[1] ?? '';
    await post(`${desk}/rows`, { rows, _seen: seen, do: 'confirm' });
    expect(said(await get(desk))).toContain('1 of 1 used');
  });
});

test('a session is proposed, changed and submitted while the call is open', async () => {
  const form = {
    track: 'voices',
    writtenIn: 'en',
    title: 'Night buses',
    objectives: 'Agree on one ticket.',
    partners: 'port selva',
  };
  const empty = await post(`${home}/proposals/new`, { ...form, title: '', do: 'save' });
  expect([empty.status, empty.html.includes('id="title-fault"')]).toEqual([422, true]);

  const saved = await post(`${home}/proposals/new`, { ...form, do: 'save' });
  const at = (saved.headers.get('location') ?? '').replace(/\?.*/, '');
  expect([saved.status, at.startsWith(`${home}/proposals/p-`)]).toEqual([303, true]);
  const { html } = await get(at);
  expect(html).toContain('value="Night buses"');

  const tag = /name="_tag" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const changed = { ...form, title: 'Night buses on both banks', do: 'submit', _tag: tag };
  expect((await post(at, changed)).headers.get('location')).toBe(`${at}?done=submitted`);
  const stale = await post(at, { ...changed, title: 'Ferries', do: 'save' });
  expect([stale.status, said(stale)]).toEqual([412, expect.stringContaining('There now: Night buses on both banks')]);
  expect(said(await get(home))).toMatch(/Night buses on both banks P-\w+ Submitted/);
  expect((await get(at.replace('river-league', 'sea-circle'), 'nils')).status).toBe(404);
});

test('a colleague is invited, and taken the role again', async () => {
  const at = '/en/desk/river-league/colleagues';
  expect((await post(at, { email: 'noor@example.org', writeIn: 'fr' })).headers.get('location')).toBe(
    `${at}?done=invited`,
  );
  const { html } = await get(at);
  expect(html).toContain('noor@example.org');
  const role = new RegExp(`action="(${at}/[^"]+)"`).exec(html)?.[1] ?? '';
  await post(role, { path: '/organizations/river-league/roles' });
  expect(said(await get(at))).toContain('noor@example.org Ended');
  const wrong = await post(at, { email: 'noor', writeIn: 'fr' });
  expect([wrong.status, wrong.html.includes('id="email-fault"')]).toEqual([422, true]);
});
