import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { directionOf } from '../../../shared/words/direction.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { pageWordsIn } from '../../../shared/words/page/words.ts';
import { ok } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';
import { aReaderOf, type Reader, type Sheet } from '../../pages.ts';
import { type Asked, aSigningHost, codeIn, otherThan, type SigningHost } from '../../signing.ts';

// A city signs by its link, in a browser.

let host: SigningHost;
let reader: Reader;
beforeAll(async () => {
  host = await aSigningHost();
  reader = aReaderOf(host.house);
});
afterAll(() => host.house.close());
afterEach(() => expect(host.house.logged).toEqual([]));

const prepared = {
  signedBy: 'Ilka Verrane',
  title: 'Mayor of Port Selva',
  by: 'office',
  decidedBy: 'City council',
  decidedOn: '2029-01-12',
};

const faultsIn = ({ html }: Sheet): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<p class="fault" id="(\w+)-fault">([^<]*)</g)].map(([, name, fault]) => [
      name ?? '',
      fault ?? '',
    ]),
  );

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Every form of a page as a program sends it that fills in nothing: what stands in it, and what is ticked. */
const formsIn = ({ html }: Sheet): { action: string; fields: Record<string, string> }[] =>
  [...html.matchAll(/(<form[^>]*>)(.*?)<\/form>/gs)].map(([, tag = '', inner = '']) => {
    const inputs = [...inner.matchAll(/<input[^>]*>/g)].map(([input]) => input);
    const filled = inputs.filter((input) => !/type="(?:radio|checkbox)"/.test(input) || input.includes(' checked'));
    const long = [...inner.matchAll(/(<textarea[^>]*>)([^<]*)</g)];
    return {
      action: attribute(tag, 'action'),
      fields: Object.fromEntries([
        ...filled.map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
        ...long.map(([, area = '', words = '']) => [attribute(area, 'name'), words.trim()]),
      ]) as Record<string, string>,
    };
  });

const arrived = async (address: string): Promise<{ code: string; token: string }> => {
  const mail = (await host.mailroom.deliver()).findLast(({ to }) => to === address) ?? { text: '' };
  return { code: codeIn(mail), token: tokenIn(mail) };
};
const stateOf = async ({ signing }: Asked): Promise<unknown> => (await host.house.secretariat.get(signing)).json.state;
const fieldsOf = (sheet: Sheet, action: string): Record<string, string> =>
  formsIn(sheet).find((form) => form.action.endsWith(action))?.fields ?? {};

describe('the whole way', () => {
  test('the office prepares, has the code sent, and the signatory signs', async () => {
    const asked = await host.asked();
    const here = `/fr/signing/${asked.token}`;
    const hash = await host.hashOf(asked.token);

    const opened = await reader.get(here);
    expect(opened.html).toContain('que chaque quai désigne un guichet');
    expect(opened.html).toContain(pageWordsIn('fr').signing.unreviewed);
    expect(opened.html).toContain('that each quay names one desk');
    expect(opened.html).toContain(hash);
    expect(opened.html).toContain('Plenary atteste qui a agi');
    const saved = await reader.post(`${here}/preparation`, {
      ...prepared,
      reservation: 'Not by night.',
      [`about-${/name="about-([^"]+)"/.exec(opened.html)?.[1] ?? ''}`]: 'yes',
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, here]);
    const shown = await reader.get(here);
    expect(shown.html).toContain('<h1>La signature est préparée</h1>');
    expect(shown.html).toContain('Not by night.');
    const sent = await reader.post(`${here}/code`, { ready: 'yes', hash });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${here}?sent`]);
    expect((await reader.get(`${here}?sent`)).html).toContain(pageWordsIn('fr').signing.sent);
    const { code, token } = await arrived(asked.signatory);

    const theirs = await reader.get(`/en/signing/${token}`);
    expect(theirs.html).not.toContain('/preparation"');
    const wrong = await reader.post(`/en/signing/${token}/signature`, { code: otherThan(code), hash });
    expect([wrong.status, faultsIn(wrong)]).toEqual([
      422,
      { code: 'This is not the code that was sent last. Tries left: 4' },
    ]);
    const signed = await reader.post(`/en/signing/${token}/signature`, {
      code: ` ${code.slice(0, 3)} ${code.slice(3)} `,
      hash,
    });

    expect([signed.status, signed.headers.get('location')]).toEqual([303, `/en/signing/${token}`]);
    expect(await stateOf(asked)).toBe('signed');
    const done = await reader.get(`/en/signing/${token}`);
    expect(done.html).toContain('<h1>It is signed</h1>');
    expect(done.html).toContain(`/signatures/${asked.organization}-signatory/receipt`);
    expect(done.html).not.toContain('<form');
    await host.mailroom.deliver();
  });

  test('a contact of the city disputes it by name, and then sees that it is suspended', async () => {
    const asked = await host.asked();
    await host.holds('dana', `/organizations/${asked.organization}/roles`, { role: 'delegate', writeIn: 'ar' });
    const { code, token } = await host.coded(asked);
    await ok(host.sign(token, code));
    await host.mailroom.deliver();
    const [mail] = await host.tell();
    const here = `/ar/dispute/${tokenIn(mail ?? { text: '' })}`;
    expect(mail?.text).toContain(here);
    const before = await host.house.dump();

    const shown = await reader.get(here);
    const blind = await reader.post(here, formsIn(shown)[0]?.fields ?? {});
    expect(shown.html).toContain('Ilka Verrane');
    expect([blind.status, faultsIn(blind)]).toEqual([422, { name: pageWordsIn('ar').signing.dispute.missing }]);
    expect(await host.house.dump()).toEqual(before);
    const said = await reader.post(here, { name: 'دانا فيران', words: 'لم يوقّع أحد هنا.' });

    expect([said.status, said.headers.get('location')]).toEqual([303, here]);
    expect((await reader.get(here)).html).toContain(pageWordsIn('ar').signing.dispute.suspendedTitle);
    await host.mailroom.deliver();
  });
});

describe('a scanner that opens every link and sends every form', () => {
  test('changes nothing, whatever state it is in', async () => {
    const asked = await host.asked();
    const scan = async (token: string): Promise<number[]> => {
      const sheet = await reader.get(`/en/signing/${token}`);
      const answers = await Promise.all(formsIn(sheet).map(({ action, fields }) => reader.post(action, fields)));
      return answers.map(({ status }) => status);
    };
    const before = await host.house.dump();
    expect(await scan(asked.token)).toEqual([422]);
    expect(await host.house.dump()).toEqual(before);
    const { token } = await host.coded(asked);
    const ready = await host.house.dump();

    // What was prepared is sent again as it is, and stays.
    expect([await scan(token), await scan(asked.token)]).toEqual([
      [422, 422],
      [422, 422, 303],
    ]);
    expect(await host.house.dump()).toEqual(ready);
    expect(await stateOf(asked)).toBe('prepared');
  });
});

describe('a form', () => {
  test.each([
    ['bare', {}, ['signedBy', 'title', 'by']],
    ['with a mandate that is none', { ...prepared, by: 'wish' }, ['by']],
    ['with a day that is none', { ...prepared, decidedOn: '2031-02-30' }, ['decidedOn']],
    ['with a name too long', { ...prepared, signedBy: 'x'.repeat(201) }, ['signedBy']],
    ['with hidden characters', { ...prepared, title: 'May\u200bor' }, ['title']],
    ['with a reservation too long', { ...prepared, reservation: 'é'.repeat(4_001) }, ['reservation']],
    ['decided after it is signed', { ...prepared, decidedOn: '2032' }, ['decidedOn']],
  ] as [string, Record<string, string>, string[]][])(
    '%s changes nothing and says what is wrong',
    async (_, form, wrong) => {
      const asked = await host.asked();
      const before = await host.house.dump();

      const sheet = await reader.post(`/en/signing/${asked.token}/preparation`, form);

      expect([sheet.status, Object.keys(faultsIn(sheet)).toSorted()]).toEqual([422, wrong.toSorted()]);
      expect(sheet.html).toContain('<title>Problem: ');
      expect(await host.house.dump()).toEqual(before);
    },
  );

  test('that names a paragraph and says nothing of it asks what the reservation is', async () => {
    const asked = await host.asked();
    const { html } = await reader.get(`/en/signing/${asked.token}`);
    const about = /name="(about-[^"]+)"/.exec(html)?.[1] ?? '';

    const sheet = await reader.post(`/en/signing/${asked.token}/preparation`, { ...prepared, [about]: 'yes' });

    expect(Object.keys(faultsIn(sheet))).toEqual(['reservation']);
  });

  test('keeps what was typed, and cannot be made to hold markup', async () => {
    const asked = await host.asked();
    const typed = { title: '"><script>alert(1)</script>', reservation: '</textarea><b>', by: 'office' };

    const { html } = await reader.post(`/en/signing/${asked.token}/preparation`, typed);

    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;</textarea>');
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['no page', {}],
  ])('from %s is refused and does nothing', async (_, headers) => {
    const asked = await host.asked();
    const before = await host.house.dump();

    const sheets = [
      await reader.post(`/en/signing/${asked.token}/preparation`, prepared, headers),
      await reader.post(`/en/signing/${asked.token}/code`, { ready: 'yes' }, headers),
      await reader.post(`/en/signing/${asked.token}/signature`, { code: '123456' }, headers),
    ];

    expect(sheets.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await host.house.dump()).toEqual(before);
  });
});

describe('a text that was closed meanwhile', () => {
  test('is shown as it stands, and no form of it does anything', async () => {
    const asked = await host.asked({ text: await host.text() });
    const { code, token } = await host.coded(asked);
    const hash = await host.hashOf(token);
    await ok(host.house.secretariat.post(`${asked.text}/closing`, {}));

    const sheet = await reader.post(`/en/signing/${token}/signature`, { code, hash });

    expect([sheet.status, sheet.headers.get('location')]).toEqual([303, `/en/signing/${token}`]);
    const shown = await reader.get(`/en/signing/${token}`);
    expect(shown.html).toContain('It cannot be signed here any more');
    expect(shown.html).not.toContain('<form');
  });
});

describe.each(pageLanguages)('in %s', (language) => {
  test('every page stands in its language and direction, whole, and is kept and found by nobody', async () => {
    const words = pageWordsIn(language).signing;
    const [open, ready] = [await host.asked(), await host.asked()];
    const { token } = await host.coded(ready);
    const sheets: [Sheet, string][] = [
      [await reader.get(`/${language}/signing/${open.token}`), words.title],
      [await reader.get(`/${language}/signing/${token}`), words.preparedTitle],
      [await reader.get(`/${language}/signing/AAAAAAAAAAAAAAAAAAAAAA`), words.badTitle],
      [await reader.get(`/${language}/dispute/AAAAAAAAAAAAAAAAAAAAAA`), words.badTitle],
    ];

    for (const [{ html, headers }, title] of sheets) {
      expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}" dir="${directionOf(language)}">`));
      expect(html).toContain(`<title>${title} · Plenary</title>`);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(/undefined|\[object|\{\w+\}/.exec(html.replace(/<[^>]*>/g, ' '))).toBeNull();
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-robots-tag': 'noindex',
      });
    }
    expect(sheets.map(([{ status }]) => status)).toEqual([200, 200, 404, 404]);
    const bare = await reader.post(
      `/${language}/signing/${open.token}/preparation`,
      fieldsOf(sheets[0]![0], '/preparation'),
    );
    expect(Object.values(faultsIn(bare))).toEqual([words.missing.signedBy, words.missing.title, words.missing.by]);
  });
});

test('a rehearsal sends nothing outside, keeps the code for the organizers, and is marked on every page', async () => {
  const played = await aSigningHost({ rehearsal: true });
  const asked = await played.asked();
  const { code, token } = await played.coded(asked);
  const pages = aReaderOf(played.house);

  const sheets = [await pages.get(`/en/signing/${asked.token}`), await pages.get(`/ar/signing/${token}`)];
  const signed = await played.sign(token, code);

  expect(sheets.map(({ html }) => html.includes('<aside class="rehearsal"'))).toEqual([true, true]);
  expect([signed.status, played.mailroom.post.accepted]).toEqual([200, []]);
  expect(played.house.logged).toEqual([]);
  await played.house.close();
});
