import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../../functions/web/app.tsx';
import { preloadedFonts } from '../../../functions/web/asset.ts';
import { directionOf } from '../../../shared/words/direction.ts';
import { pageLanguages, wantedLanguage } from '../../../shared/words/page/language.ts';
import { pageWordsIn } from '../../../shared/words/page/words.ts';
import { tokenFor } from '../../door.ts';
import { aHost, confirm, decline, type Host } from '../../host.ts';
import { aReader, aReaderOf, aSite, fromHere, type Reader, type Sheet } from '../../pages.ts';

let host: Host;
let reader: Reader;
let tokens: Record<'open' | 'confirmed' | 'declined', string>;
let role: { slug: string; token: string };
let roles: string;
let session: string;

beforeAll(async () => {
  host = await aHost();
  const [open, confirmed, declined] = [await host.invited(), await host.invited(), await host.invited()];
  await host.answer(confirmed.token, confirm);
  await host.answer(declined.token, decline);
  tokens = { open: open.token, confirmed: confirmed.token, declined: declined.token };
  roles = `/summits/${open.session.split('/')[2] ?? ''}/roles`;
  role = await host.role(roles, { role: 'organizer', email: 'noor@example.org' });
  session = `__Host-plenary=${await tokenFor('amira')}`;
  reader = aReaderOf(host.house);
});
afterAll(() => host.house.close());

const shownIn = ({ html }: Sheet): string => html.replace(/<[^>]*>/g, ' ').replace(/&[a-z#0-9]+;/g, ' ');

describe.each(pageLanguages)('in %s', (language) => {
  const words = pageWordsIn(language);
  const every = (): [name: string, path: string, status: number, title: string, cookie?: string][] => [
    ['who holds no role', '/me', 200, words.me.title, session],
    ['an invitation', `/invitation/${tokens.open}`, 200, words.invitation.title],
    ['one that was confirmed', `/invitation/${tokens.confirmed}`, 200, words.answered.confirmedTitle],
    ['one that was declined', `/invitation/${tokens.declined}`, 200, words.answered.declinedTitle],
    ['a link that opens nothing', '/invitation/AAAAAAAAAAAAAAAAAAAAAA', 404, words.again.badTitle],
    ['asking for a new link', '/invitation', 200, words.again.title],
    ['having asked for one', '/invitation?asked', 200, words.again.sentTitle],
    ['an invitation to a role', `/role/${role.token}`, 200, words.role.title],
    ['nothing', '/nothing-here', 404, words.problems.notFound.title],
  ];

  test('every page stands in its language and direction, whole and titled, and may be kept by nobody', async () => {
    for (const [name, path, status, title, cookie] of every()) {
      const sheet = await reader.get(`/${language}${path}`, cookie ? { cookie } : {});
      const said = shownIn(sheet);

      expect([name, sheet.status]).toEqual([name, status]);
      expect(sheet.html).toMatch(
        new RegExp(`^<!doctype html><html lang="${language}" dir="${directionOf(language)}">`),
      );
      expect(sheet.html).toContain(`<title>${title.replaceAll("'", '&#39;')} · Plenary</title>`);
      expect(sheet.html.match(/<h1>/g)).toHaveLength(1);
      expect([name, /undefined|\[object|\{\w+\}/.exec(said)?.[0]]).toEqual([name, undefined]);
      expect(Object.fromEntries(sheet.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
        'content-security-policy': expect.stringMatching(/^default-src 'self';.* frame-ancestors 'none'/),
      });
      expect([
        name,
        /<script(?! type="module" src="\/assets\/[a-z-]+\.js"><\/script>)|<style|\sstyle=|\son\w+=|javascript:/i.exec(
          sheet.html,
        ),
      ]).toEqual([name, null]);
    }
  });

  test('leads to the same page in the other five', async () => {
    const { html } = await reader.get(`/${language}/invitation/${tokens.open}`);

    const led = [...html.matchAll(/href="(\/\w\w\/invitation\/[^"]+)" hreflang="(\w\w)"/g)].map(([, at, tag]) => [
      tag,
      at,
    ]);
    expect(led).toEqual(pageLanguages.map((other) => [other, `/${other}/invitation/${tokens.open}`]));
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  });
});

test('every language fills in what the English words leave open', () => {
  const holes = (words: unknown): unknown =>
    typeof words === 'string'
      ? [...words.matchAll(/\{\w+\}/g)].map(([hole]) => hole)
      : Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, holes(value)]));

  for (const language of pageLanguages) {
    expect([language, holes(pageWordsIn(language))]).toEqual([language, holes(pageWordsIn('en'))]);
    expect(JSON.stringify(pageWordsIn(language))).not.toContain('""');
  }
});

describe('the way in', () => {
  test.each([
    ['fr-CA, en;q=0.8', 'fr'],
    ['de, ar;q=0.5, en;q=0.4', 'ar'],
    ['zh-Hant-TW', 'zh'],
    ['en;q=0, ru;q=0.1', 'ru'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [';;;,,q=,;q=x', 'en'],
  ])('Accept-Language %j is served by %s', async (header, language) => {
    expect(wantedLanguage(header)).toBe(language);

    const { status, headers } = await reader.get('/', header === undefined ? {} : { 'accept-language': header });
    expect([status, headers.get('location'), headers.get('vary')]).toEqual([302, `/${language}/`, 'Accept-Language']);
  });

  test('an address without its last stroke leads on, and another language is nowhere', async () => {
    const bare = await reader.get('/ru');

    expect([bare.status, bare.headers.get('location')]).toEqual([303, '/ru/']);
    expect((await reader.get('/de/')).status).toBe(404);
    expect((await reader.get('/de')).status).toBe(404);
  });

  test('what is no method of a page is 405 with those that are', async () => {
    const { status, headers } = await reader.post('/en/me', {});

    expect([status, headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('what a page loads', () => {
  test('is its own, and kept for good', async () => {
    const { html } = await reader.get('/en/');
    const loaded = [...html.matchAll(/<link rel="(?:preload|stylesheet|icon)" href="([^"]+)"/g)].map(
      ([, at]) => at ?? '',
    );

    expect(loaded).toEqual([
      ...preloadedFonts('en'),
      expect.stringMatching(/^\/assets\/site\.[0-9a-f]{12}\.css$/),
      expect.stringMatching(/^\/assets\/mark\.[0-9a-f]{12}\.svg$/),
    ]);
    for (const at of loaded) {
      const { status, headers, html: text } = await reader.get(at);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(text.length).toBeGreaterThan(100);
    }
    expect((await reader.get('/assets/site.000000000000.css')).status).toBe(404);
  });

  test('the style names no other site and sets no side left or right', async () => {
    const { html } = await reader.get('/en/');
    const { html: css } = await reader.get(/href="([^"]+\.css)"/.exec(html)?.[1] ?? '');

    expect(css).not.toMatch(
      /url\((?!\/assets\/)|@import|(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)/,
    );
  });
});

describe('who is signed in', () => {
  test('sees their roles and where', async () => {
    const noor = await host.house.as('noor', { role: 'organizer', summit: roles.split('/')[2] });
    await noor.get('/me');

    const sheet = await reader.get('/en/me', { cookie: `__Host-plenary=${await tokenFor('noor')}` });

    expect(shownIn(sheet)).toMatch(/Organizer\s+Summit\s+Arvenne/);
    expect(sheet.headers.get('content-security-policy')).toContain("form-action 'self' https://sign-in.example;");
  });

  test('who is not, or no more, is led to the sign-in and back', async () => {
    for (const cookie of ['', '__Host-plenary=nonsense', `plenary=${await tokenFor('amira')}`]) {
      const { status, headers } = await reader.get('/fr/me', { cookie });
      expect([status, headers.get('location')]).toEqual([302, 'https://plenary.example/sign-in?return=%2Ffr%2Fme']);
    }
  });
});

describe('an invitation to a role', () => {
  test('says what it is, where and until when, and how to accept it', async () => {
    const sheet = await reader.get(`/en/role/${role.token}`);
    const said = shownIn(sheet);

    expect(said).toContain('Organizer');
    expect(said).toContain('Runs a summit');
    expect(said).toContain('Arvenne');
    expect(said).toContain('Saturday, 15 March 2031 at 09:00');
    expect(sheet.html).toContain(`href="/sign-in?return=%2Fen%2Frole%2F${role.token}&amp;as=other"`);
    // The address that was invited is not told to whoever opens the link.
    expect(sheet.html).not.toContain('noor@example.org');
  });

  const given = (email: string) => host.role(roles, { role: 'organizer', email });
  const titleAt = async (token: string, cookie?: string): Promise<string | undefined> =>
    /<h1>([^<]*)/.exec((await reader.get(`/en/role/${token}`, cookie ? { cookie } : {})).html)?.[1];

  test('is theirs once they have signed in, and nobody else’s', async () => {
    const { token } = await given('edda@example.org');
    await host.bind('edda');
    const [theirs, others] = [`__Host-plenary=${await tokenFor('edda')}`, session];

    expect([await titleAt(token, theirs), await titleAt(token, others), await titleAt(token)]).toEqual([
      'This role is yours',
      'This invitation has been used',
      'This invitation has been used',
    ]);
  });

  test('that was taken away, or that nobody took up in time, says so', async () => {
    const { slug, token } = await given('linus@example.org');
    await host.house.secretariat.pass(`${roles}/${slug}`, 'ended');
    const late = await given('oda@example.org');
    const now = host.house.clock.now;
    host.house.clock.move(14 * 86_400);
    const titles = [await titleAt(token), await titleAt(late.token)];
    host.house.clock.now = now;

    expect(titles).toEqual(['This role has been taken away', 'This invitation has expired']);
  });

  test('opens for nobody who changes a letter of its link, or brings a panelist’s', async () => {
    const altered = `${role.token.startsWith('A') ? 'B' : 'A'}${role.token.slice(1)}`;

    for (const token of [altered, tokens.open]) expect((await reader.get(`/en/role/${token}`)).status).toBe(404);
    expect((await reader.get(`/en/invitation/${role.token}`)).status).toBe(404);
  });
});

describe('what goes wrong', () => {
  test('in the table is told as a page, with the number that the log knows', async () => {
    const logged: Record<string, unknown>[] = [];
    const broken = aReader(
      pages(
        aSite(host.house, {
          log: (entry) => void logged.push(entry),
          house: {
            ...host.house.door.house,
            table: new Proxy(host.house.table, {
              get: () => {
                throw new Error('the table burns');
              },
            }),
          },
          stamp: () => ({ request: 'request-of-the-fire', at: host.house.clock.now }),
        }),
      ),
    );

    const { status, html } = await broken.get('/es/invitation/AAAAAAAAAAAAAAAAAAAAAA');

    expect(status).toBe(500);
    expect(html).toContain('<code>request-of-the-fire</code>');
    expect(html).not.toContain('burns');
    expect(logged).toEqual([
      expect.objectContaining({ request: 'request-of-the-fire', path: '/:lang/invitation/:token', method: 'GET' }),
    ]);
    expect(JSON.stringify(logged)).not.toContain('AAAAAAAAAAAAAAAAAAAAAA');
  });

  test('a form that is none, or too large, is refused', async () => {
    const app = pages(aSite(host.house));
    const send = async (type: string, body: string) => {
      const headers = { ...fromHere, 'content-type': type };
      return (
        await app.request(`https://plenary.example/en/invitation/${tokens.open}`, { method: 'POST', headers, body })
      ).status;
    };

    expect(await send('text/plain', 'answer=confirm')).toBe(415);
    expect(await send('application/json', '{}')).toBe(415);
    expect(await send('application/x-www-form-urlencoded', `by=${'x'.repeat(100_001)}`)).toBe(413);
  });
});
