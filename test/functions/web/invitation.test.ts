import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pageWordsIn } from '../../../shared/words/page/words.ts';
import { answerAskings } from '../../../shared/operations/asking.ts';
import { aHost, confirm, type Host } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';
import { aReaderOf, fromHere, home, type Reader, type Sheet } from '../../pages.ts';

// A panelist answers by the link, in a browser.

let host: Host;
let reader: Reader;
beforeAll(async () => {
  host = await aHost();
  reader = aReaderOf(host.house);
});
afterAll(() => host.house.close());
afterEach(() => expect(host.house.logged).toEqual([]));

const yes = { answer: 'confirm', as: 'bearer', by: 'Ilka Verrane', printedName: 'Ilka Verrane', consent: 'yes' };
const no = { answer: 'decline', as: 'office', by: 'Tomas Brehl' };

const faultsIn = ({ html }: Sheet): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<p class="fault" id="(\w+)-fault">([^<]*)</g)].map(([, name, fault]) => [
      name ?? '',
      fault ?? '',
    ]),
  );
const listed = ({ html }: Sheet): string[] =>
  [...html.matchAll(/<li><a href="#(\w+)">/g)].map(([, name]) => name ?? '');
const place = async (seat: string) => (await host.house.secretariat.get(seat)).json;
const fieldsOf = ({ html }: Sheet): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]* name="(\w+)"[^>]*type="(?:text|email)"(?:[^>]* value="([^"]*)")?/g)].map(
      ([, name, value]) => [name ?? '', value ?? ''],
    ),
  );

describe('a link that is opened', () => {
  test('shows what is asked, and asks for nothing that is answered already', async () => {
    const session = await host.session({ title: { en: 'Quays', fr: 'Les quais <b>ouverts</b>' } });
    const { token } = await host.invited({ session, given: { printedTitle: 'Mayor & speaker' } });

    const { html } = await reader.get(`/fr/invitation/${token}`);

    expect(html).toContain('Les quais &lt;b&gt;ouverts&lt;/b&gt;');
    expect(html).toContain('jeudi 10 avril 2031');
    expect(html).toMatch(/11:00.{1,3}12:30/);
    expect(html).toMatch(/09:00.{1,3}10:30/);
    expect(html).toContain('Europe/Paris');
    expect(html).toContain('Mayor &amp; speaker');
    expect(html).toContain('Port Selva');
    expect(html).not.toMatch(/ checked/);
    expect(/<input[^>]*name="by"[^>]*>/.exec(html)?.[0]).not.toMatch(/ value="/);
  });

  test('changes nothing, and says in which language a text is that is not there in the page’s', async () => {
    const { token, seat } = await host.invited();
    const before = await host.house.dump();

    const { html } = await reader.get(`/ar/invitation/${token}`);

    expect(html).toContain('<span lang="en" dir="auto">Quays</span>');
    expect(await host.house.dump()).toEqual(before);
    expect(await host.stateOf(seat)).toBe('invited');
  });
});

describe('an answer', () => {
  test('confirms, with who said so, the consent and what was corrected, and leads to where things stand', async () => {
    const { token, seat, person } = await host.invited();

    const sent = await reader.post(`/es/invitation/${token}`, {
      ...yes,
      as: 'office',
      by: 'Tomas Brehl',
      printedTitle: ' Alcaldesa ',
      biography: 'Dos líneas\r\nsobre ella.',
    });

    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/es/invitation/${token}`]);
    expect(await place(seat)).toMatchObject({
      state: 'confirmed',
      printedName: 'Ilka Verrane',
      printedTitle: 'Alcaldesa',
      named: true,
    });
    expect((await host.house.secretariat.get(`/people/${person}`)).json).toMatchObject({
      name: 'Ilka Verrane',
      biography: { es: 'Dos líneas\nsobre ella.' },
    });
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json).toMatchObject({
      answers: [{ answer: 'confirm', by: { name: 'Tomas Brehl', as: 'office' }, consent: true }],
    });
    const { html } = await reader.get(`/es/invitation/${token}`);
    expect(html).toContain('<h1>La plaza está confirmada</h1>');
    expect(html).toContain('Tomas Brehl');
  });

  test('without the consent confirms the place and not the name', async () => {
    const { token, seat } = await host.invited();
    const { consent: _, ...silent } = yes;

    await reader.post(`/en/invitation/${token}`, silent);

    expect((await host.house.everyone.get(seat)).json).toMatchObject({ state: 'confirmed', toBeConfirmed: true });
  });

  test('leaves alone what was not corrected', async () => {
    const { token, seat, person } = await host.invited({ given: { printedTitle: 'Mayor' } });
    const shown = fieldsOf(await reader.get(`/en/invitation/${token}`));

    await reader.post(`/en/invitation/${token}`, { ...shown, ...no, answer: 'confirm' });

    expect(await place(seat)).toMatchObject({ state: 'confirmed', printedTitle: 'Mayor' });
    expect((await host.house.secretariat.get(`/people/${person}`)).json.version).toBe(1);
  });

  test('declines, with a reason and somebody who could come instead', async () => {
    const { token, seat } = await host.invited();

    await reader.post(`/ru/invitation/${token}`, {
      ...no,
      reason: 'В отъезде.',
      substituteName: 'Sorin Vale',
      substituteTitle: 'Deputy mayor',
      substituteEmail: 'Sorin@Example.org',
      consent: 'yes',
      printedName: 'ignored',
    });

    expect((await host.house.secretariat.get(`${seat}/invitation`)).json.answers).toEqual([
      expect.objectContaining({
        answer: 'decline',
        consent: false,
        reason: 'В отъезде.',
        substitute: { name: 'Sorin Vale', title: 'Deputy mayor', email: 'sorin@example.org' },
      }),
    ]);
    expect((await reader.get(`/ru/invitation/${token}`)).html).toContain('<h1>Отказ записан</h1>');
  });

  test('that was confirmed can be taken back, and then no more', async () => {
    const { token, seat } = await host.invited();
    await host.answer(token, confirm);

    expect((await reader.get(`/en/invitation/${token}`)).html).toContain('value="withdraw"');
    const { status } = await reader.post(`/en/invitation/${token}`, { ...no, answer: 'withdraw', reason: 'Ill.' });

    expect([status, await host.stateOf(seat)]).toEqual([303, 'withdrawn']);
    expect((await reader.get(`/en/invitation/${token}`)).html).not.toContain('<form');
  });

  test('given twice at once is one answer, and both are shown where things stand', async () => {
    const { token, seat } = await host.invited();

    const sent = await Promise.all([yes, no, yes, no].map((form) => reader.post(`/en/invitation/${token}`, form)));

    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json.answers).toHaveLength(1);
  });
});

describe('an answer of somebody who is in another session then', () => {
  /** Somebody who has confirmed one session, and is asked for another at that hour. */
  const torn = async (address: string) => {
    const person = await host.person(address);
    const one = await host.invited({ session: await host.session(), person, address });
    const other = await host.invited({ session: await host.session(), person, address });
    await host.answer(one.token, confirm);
    return { one, other, person };
  };
  const choices = ({ html }: Sheet): string[] =>
    [...html.matchAll(/name="instead" value="([^"]*)"/g)].map(([, value]) => value ?? '');

  test.each(['en', 'ar'] as const)(
    'is asked which it is, with what was typed, and takes this one: %s',
    async (lang) => {
      const { one, other } = await torn(`torn-${lang}@example.org`);
      const path = `/${lang}/invitation/${other.token}`;
      const typed = { ...yes, printedTitle: 'Mayor of the ferries' };
      const words = pageWordsIn(lang).elsewhere;

      const asked = await reader.post(path, typed);

      expect([asked.status, faultsIn(asked)]).toEqual([409, { instead: words.missing }]);
      expect(asked.html).toContain(words.legend);
      expect(asked.html).toContain('Quays');
      expect(asked.html).toContain('value="Mayor of the ferries"');
      expect(await host.stateOf(other.seat)).toBe('invited');
      const [take = '', keep] = choices(asked);
      expect([take, keep]).toEqual([one.session.replace(/^\/summits\/(.+)\/sessions\/(.+)$/, '$1/$2'), 'keep']);
      const taken = await reader.post(path, { ...typed, instead: take });
      expect([taken.status, await host.stateOf(one.seat), await host.stateOf(other.seat)]).toEqual([
        303,
        'withdrawn',
        'confirmed',
      ]);
      expect((await place(other.seat)).printedTitle).toBe('Mayor of the ferries');
    },
  );

  test('keeps the other, and declines this one; a duty in a crew leaves that alone', async () => {
    const { one, other, person } = await torn('keeps@example.org');
    const path = `/en/invitation/${other.token}`;
    await host.house.secretariat.make(`${one.session}/crew`, { person, as: 'technician' });

    const asked = await reader.post(path, yes);
    const kept = await reader.post(path, { ...yes, instead: 'keep' });

    expect([choices(asked), asked.html.includes(pageWordsIn('en').elsewhere.stuck)]).toEqual([['keep'], true]);
    expect([kept.status, await host.stateOf(one.seat), await host.stateOf(other.seat)]).toEqual([
      303,
      'confirmed',
      'declined',
    ]);
  });
});

describe('where things stand', () => {
  test('without an answer in time is said, and the answer can still be given', async () => {
    const { token, seat } = await host.invited({ session: await host.session() });
    await host.house.secretariat.pass(seat, 'no-answer');

    const { html } = await reader.get(`/en/invitation/${token}`);
    expect(html).toContain('<h1>The time to answer has passed</h1>');
    expect((await reader.post(`/en/invitation/${token}`, yes)).status).toBe(303);
    expect(await host.stateOf(seat)).toBe('confirmed');
  });

  test('of a session that is called off is said, and only a refusal is asked for', async () => {
    const session = await host.session();
    const { token } = await host.invited({ session });
    await host.house.secretariat.pass(session, 'cancelled');

    const { html } = await reader.get(`/en/invitation/${token}`);

    expect(html).toContain('This session does not take place.');
    expect(html).not.toContain('value="confirm"');
  });

  test('in a rehearsal is marked as one', async () => {
    const { make, pass } = host.house.secretariat;
    await make('/summits', { slug: 'played', title: { en: 'Played' }, zone: 'Europe/Paris', rehearsal: true });
    const start = new Date(host.house.clock.now.getTime() + 864e6).toISOString();
    const end = new Date(Date.parse(start) + 36e5).toISOString();
    await make('/summits/played/sessions', { reference: 'P 1', title: { en: 'Played' }, start, end });
    await pass('/summits/played/sessions/p-1', 'submitted', 'accepted');
    const { id } = await make('/people', { name: 'Invented One', rehearsal: true });
    const { slug } = await make('/summits/played/sessions/p-1/panelists', { person: id, role: 'chair' });
    const contact = `/people/${String(id)}/contact`;
    await host.house.secretariat.patch(contact, { emails: ['one@example.org'] }, { 'if-match': '*' });
    await make(`/summits/played/sessions/p-1/panelists/${String(slug)}/invitation`, {});
    await host.mailroom.deliver();
    // What a rehearsal would have sent is kept, for the organizer to read.
    const { items = [] } = (await host.house.secretariat.get('/summits/played/mails')).json;
    const mail = (await host.house.secretariat.get(`/summits/played/mails/${String(items[0]?.id)}`)).text;

    const { html } = await reader.get(`/fr/invitation/${tokenIn({ text: mail })}`);

    expect(html).toContain('<aside class="rehearsal"');
    expect(html).toContain(pageWordsIn('fr').rehearsal);
  });
});

describe('a form', () => {
  test.each([
    ['bare, as a scanner sends it', {}, ['answer', 'as', 'by']],
    ['without the typed name', { ...yes, by: '' }, ['by']],
    ['with a name of blanks', { ...yes, by: ' \u00a0 ' }, ['by']],
    ['with an answer that is none', { ...yes, answer: 'perhaps' }, ['answer']],
    ['with an answer that is not asked for', { ...yes, answer: 'withdraw' }, ['answer']],
    ['from nobody in particular', { ...yes, as: 'assistant' }, ['as']],
    ['with a name too long', { ...yes, by: 'x'.repeat(201) }, ['by']],
    [
      'with hidden characters',
      { ...yes, by: 'Ilka\u202eVerrane', printedTitle: 'May\u200bor' },
      ['by', 'printedTitle'],
    ],
    ['without a name to print', { ...yes, printedName: ' ' }, ['printedName']],
    ['with a biography too long', { ...yes, biography: 'é'.repeat(8_001) }, ['biography']],
    ['with a reason too long', { ...no, reason: 'x'.repeat(501) }, ['reason']],
    ['with half a substitute', { ...no, substituteTitle: 'Deputy' }, ['substituteName']],
    [
      'with an address that is none',
      { ...no, substituteName: 'Sorin', substituteEmail: 'sorin@@example' },
      ['substituteEmail'],
    ],
    [
      'with a line break in an address',
      { ...no, substituteName: 'Sorin', substituteEmail: 'sorin@example.org\r\nBcc: all@example.org' },
      ['substituteEmail'],
    ],
  ] as [string, Record<string, string>, string[]][])(
    '%s changes nothing and says what is missing',
    async (_, form, wrong) => {
      const { token, seat } = await host.invited();
      const before = await host.house.dump();

      const sheet = await reader.post(`/en/invitation/${token}`, form);

      expect(sheet.status).toBe(422);
      expect(Object.keys(faultsIn(sheet)).toSorted()).toEqual(wrong.toSorted());
      expect(listed(sheet)).toEqual(wrong);
      expect(sheet.html).toContain('<title>Problem: You are invited to a panel');
      expect(await host.house.dump()).toEqual(before);
      expect(await host.stateOf(seat)).toBe('invited');
    },
  );

  test('keeps what was typed, and cannot be made to hold markup', async () => {
    const { token } = await host.invited();
    const typed = { printedTitle: '"><script>alert(1)</script>', biography: '</textarea><b>', reason: 'Away' };

    const { html } = await reader.post(`/en/invitation/${token}`, { ...yes, ...typed, by: '' });

    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;</textarea>');
    expect(html).toMatch(/<input[^>]*value="confirm" checked/);
    expect(html).toMatch(/<input[^>]*value="yes" checked/);
  });

  test.each(['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const)('says what is wrong in %s', async (language) => {
    const { token } = await host.invited();
    const { missing, problem } = pageWordsIn(language).invitation;

    const sheet = await reader.post(`/${language}/invitation/${token}`, {});

    expect(faultsIn(sheet)).toEqual({ answer: missing.answer, as: missing.as, by: missing.by });
    expect(sheet.html).toContain(`<h2>${problem}</h2>`);
  });
});

describe('a form from elsewhere', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another part of the domain', { 'sec-fetch-site': 'same-site' }],
    ['no page', { 'sec-fetch-site': 'none' }],
    ['another origin, by an older browser', { origin: 'https://elsewhere.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site that claims this origin', { 'sec-fetch-site': 'cross-site', origin: home }],
    ['a program that says nothing', {}],
  ])('(%s) is refused and does nothing', async (_, headers) => {
    const { token, seat } = await host.invited();

    const answered = await reader.post(`/en/invitation/${token}`, yes, headers);
    const asked = await reader.post('/en/invitation', { address: 'panelist@example.org' }, headers);
    const out = await reader.post('/sign-out', {}, headers);

    expect([answered.status, asked.status, out.status]).toEqual([403, 403, 403]);
    expect(answered.html).toContain('<h1>Nothing was done</h1>');
    expect(out.headers.get('set-cookie')).toBeNull();
    expect(await host.stateOf(seat)).toBe('invited');
  });

  test('from here, by an older browser, is taken', async () => {
    const { token, seat } = await host.invited();

    expect((await reader.post(`/en/invitation/${token}`, yes, { origin: home })).status).toBe(303);
    expect(await host.stateOf(seat)).toBe('confirmed');
  });
});

describe('a link that does not work', () => {
  const changed = (token: string): string => `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`;

  test('altered, made up or expired, looks the same, and an answer by it is none', async () => {
    const { token, seat } = await host.invited({ session: await host.session() });
    const { html: madeUp } = await reader.get('/en/invitation/AAAAAAAAAAAAAAAAAAAAAA');

    const altered = await reader.get(`/en/invitation/${changed(token)}`);
    const answered = await reader.post(`/en/invitation/${changed(token)}`, yes);
    host.house.clock.move(30 * 24 * 3_600);
    const expired = await reader.get(`/en/invitation/${token}`);
    const late = await reader.post(`/en/invitation/${token}`, yes);

    expect([altered, answered, expired, late].map(({ status, html }) => [status, html === madeUp])).toEqual(
      [1, 2, 3, 4].map(() => [404, true]),
    );
    expect(await host.stateOf(seat)).not.toBe('confirmed');
  });

  test('can be asked for anew, and the answer is the same whoever asks', async () => {
    const { address, seat } = await host.invited();
    const known = await reader.post('/en/invitation', { address: ` ${address.toUpperCase()} ` });
    const unknown = await reader.post('/en/invitation', { address: 'nobody@example.org' });

    expect([known.status, known.headers.get('location')]).toEqual([303, '/en/invitation?asked']);
    expect([unknown.status, unknown.headers.get('location')]).toEqual([303, '/en/invitation?asked']);
    host.house.clock.move(120);
    await answerAskings(host.house.door.house, host.house.clock.now);
    const mails = await host.mailroom.deliver();
    expect(mails.map(({ to }) => to)).toEqual([address]);
    await reader.post(`/en/invitation/${tokenIn(mails[0] ?? { text: '' })}`, yes);
    expect(await host.stateOf(seat)).toBe('confirmed');
  });

  test('is asked for as often as one day allows, and says no less then', async () => {
    const ask = () => reader.post('/fr/invitation', { address: 'often@example.org' });
    const asked = [];
    for (let times = 0; times < 8; times += 1) asked.push(await ask());

    expect(new Set(asked.map(({ status, headers }) => `${status} ${headers.get('location')}`))).toEqual(
      new Set(['303 /fr/invitation?asked']),
    );
  });

  test.each([
    ['', pageWordsIn('zh').invitation.missing.address],
    ['nobody', pageWordsIn('zh').invitation.email],
    ['a@example.org\r\nBcc: b@example.org', pageWordsIn('zh').invitation.email],
  ])('is not asked for with %j', async (address, fault) => {
    const sheet = await reader.post('/zh/invitation', { address }, fromHere);

    expect([sheet.status, faultsIn(sheet)]).toEqual([422, { address: fault }]);
  });
});
