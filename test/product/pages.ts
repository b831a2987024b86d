import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aBrowser, hasBrowser } from '../browser.ts';
import { needs } from '../needs.ts';
import { arrived, mailsTo } from './mail.ts';
import type { Product } from './terminal.ts';

/** Somebody whose browser keeps cookies and follows where it is led. */
const aVisitor = () => {
  const jar = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>): Promise<{ url: string; html: string }> => {
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      headers: {
        cookie: [...jar].map((pair) => pair.join('=')).join('; '),
        ...(form ? { origin: new URL(address).origin } : {}),
      },
      redirect: 'manual',
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const html = await response.text();
    const next = response.headers.get('location');
    return next === null ? { url: response.url, html } : visit(new URL(next, address).href);
  };
  return { visit };
};

/** The addresses of the README's table, with who opens them. */
const addresses = [
  ...readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').matchAll(
    /^\| `(\/[a-z]{2}\/[^`]*)` +\| .* \| (everyone|amira|ruben|linnea) +\|$/gm,
  ),
].map(([, path = '', who = '']) => ({ path, who }));

/** The pages as they are deployed, behind the gateway: signing in, and a panelist who answers the link in the mail that arrived. */
export const pages = (product: Product): void => {
  test('somebody signs in by a click and sees what they may do', async () => {
    const { visit } = aVisitor();

    const choice = await visit(`${product.running.address}/es/me`);
    expect(choice.html).toContain('value="amira"');
    const { url, html } = await visit(choice.url, { account: 'amira' });

    expect(url).toBe(`${product.running.address}/es/me`);
    expect(html).toContain('<html lang="es" dir="ltr">');
    expect(html).toContain('Toda la plataforma');
  });

  test('every page that the README names opens to whom it says', async () => {
    expect(addresses.length).toBeGreaterThan(10);
    for (const { path, who } of addresses) {
      const { visit } = aVisitor();
      const first = await visit(`${product.running.address}${path}`);
      const { url, html } = who === 'everyone' ? first : await visit(first.url, { account: who });
      expect([path, who, url.slice(product.running.address.length), /<h1[ >]/.test(html)]).toEqual([
        path,
        who,
        path,
        true,
      ]);
    }
  });

  needs(hasBrowser, 'Chromium')(
    'a declaration is fetched from where packages lie, and checked in the browser',
    async () => {
      const browser = await aBrowser();
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(`${product.running.address}/en/verify?declaration=rehearsal/rehearsal-declaration`);
      await page.locator('[data-package]').click();
      const verdict = page.locator('[data-verdict]:visible');
      await verdict.waitFor();

      expect([await verdict.getAttribute('data-verdict'), complaints]).toEqual(['valid', []]);
      await browser.close();
    },
  );

  test('a panelist without an account answers by the link in the mail', async () => {
    const token = (await product.terminal.paste('npm run -s token -- amira')).trim();
    const send = async (method: string, path: string, body?: object, ifMatch?: string) => {
      const headers = { authorization: `Bearer ${token}`, ...(ifMatch ? { 'if-match': ifMatch } : {}) };
      const response = await fetch(`${product.running.address}/api/v1${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answered = (await response.json()) as Record<string, string>;
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answered)}`);
      return answered;
    };
    await send('POST', '/summits', { slug: 'arvenne', title: { en: 'Arvenne' }, zone: 'Europe/Paris' });
    const soon = Date.now() + 30 * 24 * 3_600_000;
    const [start, end] = [new Date(soon).toISOString(), new Date(soon + 3_600_000).toISOString()];
    const session = '/summits/arvenne/sessions/a-1';
    await send('POST', '/summits/arvenne/sessions', { reference: 'A 1', title: { en: 'Quays' }, start, end });
    for (const to of ['submitted', 'accepted']) await send('POST', `${session}/transitions`, { to });
    const { id } = await send('POST', '/people', { name: 'Odile Sarrant' });
    await send('PATCH', `/people/${id}/contact`, { emails: ['odile@example.org'] }, '*');
    const { slug } = await send('POST', `${session}/panelists`, { person: id, role: 'moderator' });
    await send('POST', `${session}/panelists/${slug}/invitation`, {});

    const [letter] = await arrived(product, 'odile@example.org');
    const link = /http\S+\/invitation\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(link).toMatch(new RegExp(`^${product.running.address}/en/invitation/[\\w-]{22}$`));
    const { visit } = aVisitor();
    expect((await visit(link)).html).toContain('You are invited to a panel');
    const { url, html } = await visit(link, {
      answer: 'confirm',
      as: 'office',
      by: 'T. Quell',
      printedName: 'O. Sarrant',
    });

    expect(url).toBe(link);
    expect(html).toContain('The place is confirmed');
    expect(await send('GET', `${session}/panelists/${slug}`)).toMatchObject({
      state: 'confirmed',
      printedName: 'O. Sarrant',
    });
  });

  test('the example of a rehearsal can be played: its organizer reads the mail that went to nobody, and its link opens', async () => {
    const token = (await product.terminal.paste('npm run -s token -- ruben')).trim();
    const read = async (path: string) => {
      const response = await fetch(`${product.running.address}/api/v1${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return (await response.json()) as {
        items: { id: string; letter: { kind: string } }[];
        message: { text: string };
      };
    };
    const mails = '/summits/rehearsal-2031/mails';
    const kept = async (tries = 0): Promise<string> => {
      const { items } = await read(`${mails}?state=kept`);
      const asked = items.find(({ letter }) => letter.kind === 'panelist-invitation');
      if (asked) return asked.id;
      if (tries === 600) throw new Error('The mail of the rehearsal is not written.');
      await pause(200);
      return kept(tries + 1);
    };

    const { message } = await read(`${mails}/${await kept()}`);
    // Written by whichever start sent it first: on a table that outlives one, its address may be an earlier one's.
    const [link = ''] = /\/en\/invitation\/\S+/.exec(message.text) ?? [];
    const { html } = await aVisitor().visit(`${product.running.address}${link}`);

    expect(message.text).toContain('This is a rehearsal with invented people');
    expect(html).toContain('Sanna Brookwell');
    expect(await mailsTo(product, 'sanna@example.org')).toEqual([]);
  });
};
