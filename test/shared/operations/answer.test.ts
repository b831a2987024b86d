import { describe, expect, test } from 'vitest';
import type { Json, Reply } from '../../door.ts';
import { aWatchedHost, by, codeOf, confirm, decline, ok, tallied } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';

// What a panelist, or an office for them, answers by link; and what only looks like an answer.

const host = await aWatchedHost();

describe('an answer', () => {
  test('is exported with its invitation, once, however many pages it takes', async () => {
    const { token, person } = await host.invited();
    expect((await host.answer(token, confirm)).status).toBe(200);

    const invitations: Json[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { json }: Reply = await host.house.secretariat.get(`/people/${person}/data?limit=1${cursor}`);
      const parts = json.parts as { part: string; held: Json[] }[];
      invitations.push(...parts.flatMap(({ part, held }) => (part === 'invitations' ? held : [])));
      cursor = typeof json.next === 'string' ? `&cursor=${json.next}` : undefined;
    }

    expect(invitations).toMatchObject([{ state: 'answered', answers: [{ answer: 'confirm' }] }]);
  });

  test('says who gave it: the office confirms, consents and corrects', async () => {
    const { token, seat, person } = await host.invited({ given: { printedTitle: 'Mayor' } });

    const { status, json } = await host.answer(token, {
      answer: 'confirm',
      by: { name: 'Jonas Weidt', as: 'office' },
      consent: true,
      corrections: { name: 'Ilka Verrane', printedTitle: 'Deputy mayor', biography: { en: 'Runs the ferries.' } },
    });

    expect(status).toBe(200);
    expect(json).toMatchObject({
      state: 'confirmed',
      canAnswer: ['withdraw'],
      panelist: { printedName: 'Ilka Verrane', printedTitle: 'Deputy mayor' },
      answers: [{ answer: 'confirm', by: { name: 'Jonas Weidt', as: 'office' }, consent: true }],
    });
    expect((await host.house.everyone.get(seat)).json).toMatchObject({
      printedName: 'Ilka Verrane',
      printedTitle: 'Deputy mayor',
    });
    expect((await host.house.secretariat.get(`/people/${person}`)).json).toMatchObject({
      name: 'Ilka Verrane',
      biography: { en: 'Runs the ferries.' },
    });
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json).toMatchObject({
      state: 'answered',
      answers: [{ answer: 'confirm', by: { name: 'Jonas Weidt', as: 'office' } }],
    });
    expect((await host.house.secretariat.get(seat)).json.history).toMatchObject([
      { to: 'invited', by: 'amira' },
      { to: 'confirmed', by: `link:${person}` },
    ]);
  });

  test('without consent confirms the place and leaves the name unpublished', async () => {
    const { token, seat } = await host.invited();

    await ok(host.answer(token, { answer: 'confirm', by }));

    expect(await host.stateOf(seat)).toBe('confirmed');
    const shown = (await host.house.everyone.get(seat)).json;
    expect([shown.printedName, shown.organizations]).toEqual([
      undefined,
      [{ organization: 'port-selva', printed: 'Port Selva' }],
    ]);
  });

  test('can decline with a reason and a substitute, which frees the place and seats nobody', async () => {
    const { token, seat, session } = await host.invited({ session: await host.session() });

    const substitute = { name: 'Tomas Quell', title: 'Councillor', email: 'tomas@example.org' };
    const { json } = await host.answer(token, { ...decline, substitute });

    expect(json).toMatchObject({ state: 'declined', canAnswer: [], answers: [{ reason: 'Away that week.' }] });
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json.answers).toMatchObject([{ substitute }]);
    expect((await host.house.everyone.get(`${session}/panelists`)).json.items).toEqual([]);
    expect(codeOf(await host.answer(token, confirm))).toBe('already-answered');
  });

  test('can be taken back by withdrawing, and then there is nothing more to answer', async () => {
    const { token, seat } = await host.invited();
    await ok(host.answer(token, confirm));

    const early = await host.answer(token, decline);
    const withdrawn = await ok(host.answer(token, { answer: 'withdraw', by, reason: 'Elections.' }));

    expect([early.status, codeOf(early)]).toEqual([409, 'already-answered']);
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      canAnswer: [],
      answers: [{ answer: 'confirm' }, { answer: 'withdraw' }],
    });
    expect(await host.stateOf(seat)).toBe('withdrawn');
  });

  test('given twice is one answer, and is answered the same', async () => {
    const { token } = await host.invited();
    const first = await host.answer(token, confirm);
    const before = await host.house.dump();

    const second = await host.answer(token, confirm);

    expect([second.status, second.json]).toEqual([200, first.json]);
    expect(await host.house.dump()).toEqual(before);
  });

  test('is told to who nominated and who organizes, once', async () => {
    const { make } = host.house.secretariat;
    const { seat, token, session } = await host.invited({
      session: await host.session(),
      given: { nominatedBy: ['river-league'] },
    });
    const summit = `/summits/${session.split('/')[2]}`;
    await make(`/organizations/river-league/roles`, { role: 'delegate', email: 'linus@example.org' });
    await make(`${summit}/roles`, { role: 'organizer', email: 'noor@example.org' });
    await make(`${summit}/roles`, { role: 'rapporteur', session: 'a-1', email: 'sol@example.org' });
    await host.mailroom.deliver();
    for (const name of ['linus', 'noor', 'sol']) await host.bind(name);

    await ok(host.answer(token, confirm));

    const mails = await host.mailroom.deliver();
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['linus@example.org', 'noor@example.org']);
    expect(await host.stateOf(seat)).toBe('confirmed');
  });

  test.each([
    ['nothing', {}],
    ['the defaults of a form', { answer: 'confirm', consent: false, by: { as: 'bearer' } }],
    ['a name left empty', { answer: 'confirm', by: { name: ' ', as: 'bearer' } }],
    ['no answer', { by }],
    ['a field that nobody asked for', { ...confirm, panelist: 'another' }],
    ['a substitute for who comes', { ...confirm, substitute: { name: 'Tomas Quell' } }],
    ['corrections of who does not', { ...decline, corrections: { printedTitle: 'X' } }],
  ])('of %s is none', async (_, body) => {
    const { token } = await host.invited();
    const before = await host.house.dump();

    expect((await host.answer(token, body)).status).toBe(422);
    expect(await host.house.dump()).toEqual(before);
  });

  test('of who stays unnamed asks for no consent, and takes none', async () => {
    const { token } = await host.invited({ given: { unnamed: true } });

    expect((await host.open(token)).json.consentTo).toBeUndefined();
    expect((await host.answer(token, confirm)).json.errors).toMatchObject([{ pointer: '/consent' }]);
    expect((await host.answer(token, { answer: 'confirm', by })).json.state).toBe('confirmed');
  });

  test('comes too late for a session that is off', async () => {
    const { token, session } = await host.invited({ session: await host.session() });
    await host.house.secretariat.pass(session, 'cancelled');

    expect([(await host.open(token)).json.canAnswer, codeOf(await host.answer(token, confirm))]).toEqual([
      ['decline'],
      'wrong-state',
    ]);
  });
});

describe('a mail scanner', () => {
  test('that opens and posts every link changes nothing', async () => {
    const session = await host.session();
    const tokens: string[] = [];
    for (let times = 0; times < 3; times += 1) tokens.push((await host.invited({ session })).token);
    await ok(host.answer(tokens[1] ?? '', confirm));
    await ok(host.answer(tokens[2] ?? '', decline));
    await host.mailroom.deliver();
    const before = await host.house.dump();

    const links = host.mailroom.post.accepted.flatMap(({ text, html }) => [
      ...`${text} ${html}`.matchAll(/https?:[^\s"<]+/g),
    ]);
    const paths = [
      ...new Set(links.map(([link]) => new URL(link).pathname.replace(/^\/\w\w\/invitation\//, '/invitations/'))),
    ];
    const forms = [
      undefined,
      '',
      '{}',
      JSON.stringify({ answer: 'confirm', consent: true, by: { name: '', as: 'bearer' } }),
    ];
    for (const path of paths) {
      await host.house.everyone.get(path);
      for (const method of ['POST', 'PUT', 'HEAD', 'DELETE'])
        for (const type of ['application/json', 'application/x-www-form-urlencoded'])
          for (const body of method === 'POST' ? forms : [undefined])
            for (const at of [path, `${path}/answer`])
              await host.house.everyone.request(method, at, {
                headers: { 'content-type': type },
                ...(body === undefined ? {} : { body }),
              });
    }

    expect(paths.length).toBeGreaterThan(3);
    expect(await host.house.dump()).toEqual(before);
  });
});

describe('at once', () => {
  test('the same confirmation twenty times is one', async () => {
    const { token, seat } = await host.invited();

    const replies = await Promise.all(Array.from({ length: 20 }, () => host.answer(token, confirm)));

    expect(tallied(replies)).toEqual({ 200: 20 });
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json.answers).toHaveLength(1);
    expect((await host.house.secretariat.get(seat)).json.history).toHaveLength(2);
  });

  test('confirming by two people: one is recorded, the other is told who was first', async () => {
    const { token, seat } = await host.invited();
    const office = { ...confirm, by: { name: 'Jonas Weidt', as: 'office' } };

    const replies = await Promise.all([host.answer(token, confirm), host.answer(token, office)]);

    expect(tallied(replies)).toEqual({ 200: 1, 'already-answered': 1 });
    const { answers } = (await host.house.secretariat.get(`${seat}/invitation`)).json as { answers?: Json[] };
    const late = replies.find(({ status }) => status === 409);
    expect(late?.json).toMatchObject({ state: 'confirmed', answered: { by: answers?.[0]?.by } });
  });

  test('confirming and declining: one holds, the other is told where things stand', async () => {
    for (let times = 0; times < 5; times += 1) {
      const { token, seat } = await host.invited();

      const replies = await Promise.all([host.answer(token, confirm), host.answer(token, decline)]);

      expect(tallied(replies)).toEqual({ 200: 1, 'already-answered': 1 });
      const told = replies.find(({ status }) => status === 409)?.json.state;
      expect([told, await host.stateOf(seat)]).toEqual([told, told]);
    }
  });

  test('confirming while the organizer withdraws the place: the place is withdrawn, and the answer either came first or is refused', async () => {
    for (let times = 0; times < 5; times += 1) {
      const { token, seat } = await host.invited();

      const [answered, withdrawn] = await Promise.all([
        host.answer(token, confirm),
        host.house.secretariat.post(`${seat}/transitions`, { to: 'withdrawn' }),
      ]);

      expect(withdrawn.status).toBe(200);
      expect(await host.stateOf(seat)).toBe('withdrawn');
      const history = (await host.house.secretariat.get(seat)).json.history as Json[];
      const came = answered.status === 200 ? ['invited', 'confirmed', 'withdrawn'] : ['invited', 'withdrawn'];
      expect(history.map(({ to }) => to)).toEqual(came);
      if (answered.status !== 200)
        expect(answered.json).toMatchObject({ type: '/api#wrong-state', state: 'withdrawn' });
    }
  });
});

describe('on a bad day', () => {
  test.each(['cut-before', 'cut-after', 'conflict', 'throttle'] as const)(
    'an invitation and its answer are one each, though the table suffers a %s',
    async (fault) => {
      const { seat } = await host.seat();
      host.house.proxy.next(fault);
      await ok(host.house.secretariat.post(`${seat}/invitation`, {}, { 'idempotency-key': seat }));
      await ok(host.house.secretariat.post(`${seat}/invitation`, {}, { 'idempotency-key': seat }));
      const mails = await host.mailroom.deliver();
      const token = tokenIn(mails[0] ?? { text: '' });
      host.house.proxy.next(fault);
      const first = await host.answer(token, confirm);

      expect([mails.length, first.status, first.json.state]).toEqual([1, 200, 'confirmed']);
      expect((await host.house.secretariat.get(`${seat}/invitation`)).json.answers).toHaveLength(1);
      expect((await host.answer(token, confirm)).json).toEqual(first.json);
    },
  );

  test('an answer that is sent again with its key is answered as it was, whatever came after', async () => {
    const { token } = await host.invited();
    const send = () =>
      host.house.everyone.post(`/invitations/${token}/answer`, confirm, { 'idempotency-key': 'the-same' });
    const first = await ok(send());
    await ok(host.answer(token, { answer: 'withdraw', by }));

    expect(await ok(send())).toEqual(first);
    expect((await host.open(token)).json.state).toBe('withdrawn');
  });
});
