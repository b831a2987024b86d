import { describe, expect, test } from 'vitest';
import { digest } from '../../../shared/domain/digest.ts';
import type { Json } from '../../door.ts';
import { codeOf, ok, tallied } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';
import { aWatchedSigningHost, codeIn, otherThan, preparation } from '../../signing.ts';

// A city signs by link: through the API, with the mails as they arrive.

const host = await aWatchedSigningHost();
const { secretariat, everyone, clock } = host.house;
const signaturesOf = async (text: string, organization: string): Promise<Json[]> =>
  ((await secretariat.get(`${text}/signatures?limit=200`)).json.items ?? []).filter(
    (one) => one.organization === organization,
  );

describe('the whole way', () => {
  test('the office prepares, the signatory signs with the code, each has the receipt, and nothing in the table opens anything', async () => {
    const asked = await host.asked();
    const question = await ok(host.open(asked.token));
    const text = question.text as { hash: string; hashed: string; at: string };
    expect(question).toMatchObject({ state: 'asked', as: 'office', isOpen: true, canPrepare: true, canSign: false });
    expect(digest(text.hashed)).toBe(text.hash);

    expect((await ok(host.prepare(asked.token, { reservation: { text: 'Not by night.' } }))).state).toBe('prepared');
    await ok(host.code(asked.token));
    const [mail] = await host.mailroom.deliver();
    expect(mail?.to).toBe(asked.signatory);
    const said = ['Arvenne Declaration', 'v1', text.hash, 'Ilka Verrane', 'Mayor of Port Selva', '> Not by night.'];
    expect(said.filter((words) => !mail?.text.includes(words))).toEqual([]);
    const [code, token] = [codeIn(mail ?? { text: '' }), tokenIn(mail ?? { text: '' })];
    expect((await ok(host.open(token))).as).toBe('signatory');
    const dump = JSON.stringify(await host.house.dump());
    expect([asked.token, token].filter((secret) => dump.includes(secret))).toEqual([]);
    expect(dump.replaceAll(text.hash, '').includes(`"${code}"`)).toBe(false);

    const signed = await ok(host.sign(token, code));

    expect(signed).toMatchObject({
      state: 'signed',
      canSign: false,
      signature: { slug: `${asked.organization}-signatory`, state: 'valid', on: '2031-03-01' },
    });
    const [signature] = await signaturesOf(asked.text, asked.organization);
    expect(signature).toMatchObject({
      proof: 'link',
      signedBy: 'Ilka Verrane',
      title: 'Mayor of Port Selva',
      mandate: preparation.mandate,
      reservation: { text: 'Not by night.', paragraphs: [] },
      text: { version: 'v1', hash: text.hash },
    });
    const receipts = await host.mailroom.deliver();
    expect(receipts.map(({ to }) => to).toSorted()).toEqual([asked.signatory, asked.office].toSorted());
    expect(receipts.every((one) => one.text.includes(String(signature?.entry)) && one.text.includes(text.hash))).toBe(
      true,
    );
    expect((await everyone.get((signed.signature as { receipt: string }).receipt)).status).toBe(200);
  });

  test('in the language of the signatory, beside the authentic one', async () => {
    const asked = await host.asked({ given: { language: 'ar' } });

    const { json } = await host.open(asked.token);
    const french = await everyone.get(`/signings/${asked.token}?lang=fr`);

    expect((json.text as Json).translation).toMatchObject({
      language: 'ar',
      paragraphs: [{ text: 'أن يسمي كل رصيف مكتبًا واحدًا' }],
    });
    expect((french.json.text as Json).translation).toMatchObject({
      language: 'fr',
      title: 'Déclaration d’Arvenne',
      paragraphs: [{ opening: 'Recommandons', text: 'que chaque quai désigne un guichet' }],
    });
    const { code } = await host.coded(asked);
    expect(code).toMatch(/^\d{6}$/);
  });

  test('in a translation that came after the text was frozen, with how far it is', async () => {
    const text = await host.text();
    const asked = await host.asked({ text, given: { language: 'es' } });
    const before = (await host.open(asked.token)).json.text as Json;
    const paragraph = ((await ok(everyone.get(text))).paragraphs as Json[]).find(({ part }) => part === 'operative');
    const spanish = `${text}/paragraphs/${String(paragraph?.slug)}/translations/es`;
    await ok(secretariat.patch(spanish, { text: 'que cada muelle' }, { 'if-match': '*' }));

    const draft = (await host.open(asked.token)).json.text as Json;
    await ok(secretariat.patch(spanish, { state: 'reviewed' }, { 'if-match': '*' }));
    const reviewed = (await host.open(asked.token)).json.text as Json;

    const said = { id: paragraph?.slug, text: 'que cada muelle' };
    expect(draft.translation).toMatchObject({ language: 'es', paragraphs: [{ ...said, state: 'draft' }] });
    expect(reviewed.translation).toMatchObject({ language: 'es', paragraphs: [{ ...said, state: 'reviewed' }] });
    expect(before).not.toHaveProperty('translation');
    expect([draft.hash, draft.hashed]).toEqual([before.hash, before.hashed]);
  });
});

describe('asking', () => {
  test('is once for an organization and capacity, and can be done again once it was revoked: its first links are dead then', async () => {
    const asked = await host.asked();
    const body = {
      organization: asked.organization,
      capacity: 'signatory',
      office: { address: asked.office },
      signatory: { address: asked.signatory },
    };
    const twice = await secretariat.post(`${asked.text}/signings`, body);
    const { code } = await host.coded(asked);
    const hash = await host.hashOf(asked.token);
    await ok(secretariat.post(`${asked.signing}/revoke`, { reason: 'Wrong office.' }));
    const gone = [await host.open(asked.token), await host.sign(asked.token, code, hash)];
    await ok(secretariat.post(`${asked.text}/signings`, body));
    const [mail] = await host.mailroom.deliver();

    expect(codeOf(twice)).toBe('already-recorded');
    expect(gone.map(({ status }) => status)).toEqual([404, 404]);
    expect((await host.open(asked.token)).status).toBe(404);
    expect((await ok(host.open(tokenIn(mail ?? { text: '' })))).state).toBe('asked');
    expect(await signaturesOf(asked.text, asked.organization)).toEqual([]);
  });

  test('needs a text that is open, two addresses that differ, and somebody who can be reached', async () => {
    const organization = await host.city();
    const text = await host.text();
    const body = {
      organization,
      capacity: 'signatory',
      office: { address: 'one@example.org' },
      signatory: { address: 'ONE@example.org' },
    };
    await secretariat.make(`${host.summit}/declarations`, { slug: 'draft', title: { en: 'D' }, kind: 'charter' });
    const { id } = await secretariat.make('/people', { name: 'Nobody reached' });

    const same = await secretariat.post(`${text}/signings`, body);
    const none = await secretariat.post(`${text}/signings`, { ...body, signatory: { person: id } });
    const unknown = await secretariat.post(`${text}/signings`, {
      ...body,
      organization: 'nowhere',
      signatory: { person: 'nobody' },
    });
    const draft = await secretariat.post(`${host.summit}/declarations/draft/signings`, {
      ...body,
      signatory: { address: 'two@example.org' },
    });

    expect(same.json.errors?.map(({ pointer }) => pointer)).toEqual(['/signatory']);
    expect([codeOf(none), none.json.conflictsWith]).toEqual(['no-address', `/api/v1/people/${String(id)}/contact`]);
    expect(unknown.json.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/organization',
      '/signatory/person',
    ]);
    expect(codeOf(draft)).toBe('not-frozen');
  });

  test('is for organizers and the organization’s own delegates', async () => {
    const asked = await host.asked();
    const own = await host.house.as('dana', { role: 'delegate', organization: asked.organization });
    const other = await host.house.as('otto', { role: 'delegate', organization: 'river-league' });

    const lists = await Promise.all([own, other].map((client) => client.get(`${asked.text}/signings?limit=200`)));
    const reads = await Promise.all([own, other, everyone].map((client) => client.get(asked.signing)));
    const again = await Promise.all([other, own].map((client) => client.post(`${asked.signing}/again`, {})));

    expect(lists.map(({ json }) => json.items?.map(({ slug }) => slug))).toEqual([
      [`${asked.organization}-signatory`],
      [],
    ]);
    expect(reads.map(({ status }) => status)).toEqual([200, 404, 401]);
    expect(again.map(({ status }) => status)).toEqual([403, 200]);
    expect((await host.mailroom.deliver()).map(({ to }) => to)).toEqual([asked.office]);
    expect((await host.open(asked.token)).status).toBe(200);
  });

  test('goes to one office as often as a day allows', async () => {
    const { signing } = await host.asked();
    const replies = [];
    for (let times = 0; times < 10; times += 1) replies.push(await secretariat.post(`${signing}/again`, {}));

    expect(tallied(replies)).toEqual({ 200: 9, 'too-many-mails': 1 });
    await host.mailroom.deliver();
  });
});

describe('what is prepared', () => {
  test('is judged while the office can still change it', async () => {
    const { token } = await host.asked();

    const wrong = await host.prepare(token, {
      mandate: { by: 'office', until: '2030-12-31' },
      reservation: { text: 'Not this.', paragraphs: ['p1', 'nowhere'] },
    });
    const strange = await host.prepare(token, { reservation: { text: 'Not this.', paragraphs: ['nowhere'] } });
    const ended = await host.prepare(token, { mandate: { by: 'office', until: '2030-12-31' } });

    expect(wrong.status).toBe(422);
    expect(strange.json.errors?.map(({ pointer }) => pointer)).toEqual(['/reservation/paragraphs/0']);
    expect(ended.json.errors?.map(({ pointer }) => pointer)).toEqual(['/mandate/until']);
    expect((await ok(host.open(token))).state).toBe('asked');
  });

  test('is changed until it is signed, and a code for what was prepared before is good no more', async () => {
    const asked = await host.asked();
    const first = await host.coded(asked);
    const before = await host.house.dump();
    await ok(host.prepare(asked.token));
    expect(await host.house.dump()).toEqual(before);
    await ok(host.prepare(asked.token, { title: 'Lord Mayor' }));

    const late = await host.sign(first.token, first.code);
    const again = await host.code(asked.token);
    const [mail] = await host.mailroom.deliver();
    const { status } = await host.sign(first.token, codeIn(mail ?? { text: '' }));
    const after = await host.prepare(asked.token, { title: 'Mayor' });

    expect([late.json.type, late.json.left, again.status, status]).toEqual(['/api#wrong-code', 0, 200, 200]);
    expect(codeOf(after)).toBe('wrong-state');
    expect((await signaturesOf(asked.text, asked.organization))[0]?.title).toBe('Lord Mayor');
    await host.mailroom.deliver();
  });

  test('is the office’s: the signatory’s own link prepares nothing', async () => {
    const asked = await host.asked();
    const { token } = await host.coded(asked);

    const reply = await host.prepare(token, { signedBy: 'Somebody else' });

    expect(reply.status).toBe(403);
    expect((await ok(host.open(token))).prepared).toMatchObject({ signedBy: 'Ilka Verrane' });
  });
});

describe('a code', () => {
  test('comes with what was prepared, for the hash that was shown, as often as a day allows', async () => {
    const { token } = await host.asked();
    const early = await host.code(token);
    await ok(host.prepare(token));
    const other = await everyone.post(`/signings/${token}/code`, { hash: 'a'.repeat(64) });
    const replies = [];
    for (let times = 0; times < 7; times += 1) replies.push(await host.code(token));

    expect([codeOf(early), codeOf(other)]).toEqual(['wrong-state', 'invalid']);
    expect(tallied(replies)).toEqual({ 200: 6, 'too-many-mails': 1 });
    await host.mailroom.deliver();
  });

  test('that is wrong says how often it can still be tried, and the sixth try is none, right or wrong', async () => {
    const asked = await host.asked();
    const { code, token } = await host.coded(asked);
    const left = [];
    for (let tries = 0; tries < 5; tries += 1) left.push((await host.sign(token, otherThan(code))).json.left);

    const sixth = await host.sign(token, code);

    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect([sixth.status, codeOf(sixth), sixth.json.left]).toEqual([422, 'wrong-code', 0]);
    expect(await signaturesOf(asked.text, asked.organization)).toEqual([]);
    await ok(host.code(token));
    const [mail] = await host.mailroom.deliver();
    expect((await host.sign(token, codeIn(mail ?? { text: '' }))).status).toBe(200);
    await host.mailroom.deliver();
  });

  test('guessed at by many at once: each counts, and five guesses are all there are', async () => {
    const asked = await host.asked();
    const { code, token } = await host.coded(asked);
    const hash = await host.hashOf(token);

    const five = await Promise.all(Array.from({ length: 5 }, () => host.sign(token, otherThan(code), hash)));
    const more = await Promise.all(Array.from({ length: 6 }, () => host.sign(token, code, hash)));

    expect(five.map(({ json }) => json.left).toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(tallied(more)).toEqual({ 'wrong-code': 6 });
    expect(await signaturesOf(asked.text, asked.organization)).toEqual([]);
  });

  test('is good for a quarter of an hour, for one signing, and only the last that was sent', async () => {
    const [one, other] = [await host.asked(), await host.asked()];
    const [first, theirs] = [await host.coded(one), await host.coded(other)];

    const foreign = first.code === theirs.code ? undefined : await host.sign(first.token, theirs.code);
    await ok(host.code(one.token));
    const [mail] = await host.mailroom.deliver();
    const second = codeIn(mail ?? { text: '' });
    const superseded = second === first.code ? undefined : await host.sign(first.token, first.code);
    clock.move(15 * 60);
    const late = await host.sign(first.token, second);

    expect([foreign, superseded].map((reply) => reply && codeOf(reply))).toEqual(['wrong-code', 'wrong-code']);
    expect([codeOf(late), late.json.left]).toEqual(['wrong-code', 0]);
    expect(await signaturesOf(one.text, one.organization)).toEqual([]);
  });
});

describe('signing', () => {
  test('in two tabs at once is one signature, and signed twice answers the same', async () => {
    const asked = await host.asked();
    const { code, token } = await host.coded(asked);
    const hash = await host.hashOf(token);

    const replies = await Promise.all([token, asked.token, token].map((link) => host.sign(link, code, hash)));
    const again = await host.sign(token, code, hash);

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set([...replies, again].map(({ json }) => JSON.stringify(json.signature))).size).toBe(1);
    expect(await signaturesOf(asked.text, asked.organization)).toHaveLength(1);
    expect((await host.mailroom.deliver()).length).toBe(2);
  });

  test('of a text that was closed meanwhile is refused, and while it is closed is one or the other', async () => {
    const text = await host.text();
    const more = [await host.asked({ text }), await host.asked({ text }), await host.asked({ text })];
    const ready = [];
    for (const one of more) ready.push({ ...one, ...(await host.coded(one)), hash: await host.hashOf(one.token) });

    const [closing, ...racing] = await Promise.all([
      secretariat.post(`${text}/closing`, {}),
      ...ready.slice(1).map(({ token, code, hash }) => host.sign(token, code, hash)),
    ]);
    const [first] = ready;
    const late = await host.sign(first?.token ?? '', first?.code ?? '', first?.hash);

    expect(closing.status).toBe(200);
    expect(codeOf(late)).toBe('signing-closed');
    const signed = racing.filter(({ status }) => status === 200).length;
    expect(tallied(racing)).toEqual({
      ...(signed > 0 ? { 200: signed } : {}),
      ...(signed < 2 ? { 'signing-closed': 2 - signed } : {}),
    });
    expect((await secretariat.get(`${text}/signatures`)).json.items).toHaveLength(signed);
    expect(await ok(host.open(first?.token ?? ''))).toMatchObject({ isOpen: false, canSign: false, canPrepare: false });
    await host.mailroom.deliver();
  });

  test('and revoking at once is one or the other', async () => {
    const asked = await host.asked();
    const { code, token } = await host.coded(asked);
    const hash = await host.hashOf(token);

    const [signed, revoked] = await Promise.all([
      host.sign(token, code, hash),
      secretariat.post(`${asked.signing}/revoke`, {}),
    ]);

    const signatures = await signaturesOf(asked.text, asked.organization);
    const { state } = (await secretariat.get(asked.signing)).json;
    expect([signed.status === 200, revoked.status === 200].toSorted()).toEqual([false, true]);
    expect([signatures.length, state]).toEqual(signed.status === 200 ? [1, 'signed'] : [0, 'revoked']);
    await host.mailroom.deliver();
  });

  test('retried under its Idempotency-Key acts once', async () => {
    const asked = await host.asked();
    const { code, token } = await host.coded(asked);
    const body = { code, hash: await host.hashOf(token) };
    const head = { 'idempotency-key': 'once' };

    const replies = [];
    for (const _ of ['first', 'again']) replies.push(await everyone.post(`/signings/${token}/signature`, body, head));

    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies[1]?.json).toEqual(replies[0]?.json);
    await host.mailroom.deliver();
  });

  test('as one that has signed by an account is refused', async () => {
    const asked = await host.asked();
    const { code, token } = await host.coded(asked);
    const dana = await host.house.as('dana', { role: 'delegate', organization: asked.organization });
    await ok(
      dana.post(`${asked.text}/signatures`, {
        organization: asked.organization,
        capacity: 'signatory',
        ...preparation,
      }),
    );

    const reply = await host.sign(token, code);

    expect(codeOf(reply)).toBe('already-signed');
    expect(await signaturesOf(asked.text, asked.organization)).toHaveLength(1);
    await host.mailroom.deliver();
  });

  test('nobody is asked for what was signed by an account', async () => {
    const asked = await host.asked();
    const dana = await host.house.as('dana', { role: 'delegate', organization: asked.organization });
    const who = { organization: asked.organization, capacity: 'signatory' };
    await ok(secretariat.post(`${asked.signing}/revoke`, {}));
    await ok(dana.post(`${asked.text}/signatures`, { ...who, ...preparation }));
    await host.mailroom.deliver();

    const reply = await secretariat.post(`${asked.text}/signings`, {
      ...who,
      office: { address: asked.office },
      signatory: { address: asked.signatory },
    });

    expect(codeOf(reply)).toBe('already-signed');
    expect(await host.mailroom.deliver()).toEqual([]);
  });
});

test('a link is good for thirty days, and says so when it is not', async () => {
  const { token } = await host.asked();
  clock.move(31 * 24 * 60 * 60);

  const reply = await host.open(token);

  expect([reply.status, codeOf(reply), reply.json.until]).toEqual([410, 'link-expired', expect.any(String)]);
});

test('whoever is erased is asked no more, and nothing says whom the link and the code went to', async () => {
  const { id } = await secretariat.make('/people', { name: 'Ilka Verrane' });
  await ok(secretariat.patch(`/people/${String(id)}/contact`, { emails: ['erased@example.org'] }, { 'if-match': '*' }));
  const asked = await host.asked({ given: { signatory: { person: id } } });
  const { code, token } = await host.coded({ ...asked, signatory: 'erased@example.org' });
  const hash = await host.hashOf(token);
  const held = (await secretariat.get(`/people/${String(id)}/data`)).text;

  await ok(secretariat.post(`/people/${String(id)}/erasure`, { names: true, reason: 'Asked for.' }));

  expect(held).toContain(`${asked.organization}-signatory`);
  expect((await secretariat.get(asked.signing)).json).toMatchObject({ state: 'revoked' });
  expect((await secretariat.get(asked.signing)).json.signatory).toBeUndefined();
  expect((await host.sign(token, code, hash)).status).toBe(404);
  await host.mailroom.deliver();
});
