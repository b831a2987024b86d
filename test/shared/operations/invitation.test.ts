import { describe, expect, test } from 'vitest';
import { answerAskings } from '../../../shared/operations/asking.ts';
import type { Reply } from '../../door.ts';
import { aWatchedHost, codeOf, confirm, day, ok } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';

// A panelist is asked: through the API, with the mails as they arrive.

const host = await aWatchedHost();

describe('an invitation', () => {
  test('asks the panelist by mail, and nothing in the table opens its link', async () => {
    const { seat, token, address } = await host.invited();

    expect(await host.stateOf(seat)).toBe('invited');
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json).toMatchObject({
      state: 'open',
      replyBy: '2031-03-15T09:00:00Z',
      reminders: [],
      answers: [],
    });
    expect(JSON.stringify(await host.house.dump())).not.toContain(token);
    expect(host.mailroom.post.accepted.at(-1)).toMatchObject({ to: address });
  });

  test('needs an address on file, and says what to do without one', async () => {
    const { seat, person } = await host.seat({ person: await host.person() });

    const { status, json } = await host.house.secretariat.post(`${seat}/invitation`, {});

    expect([status, json.type, json.conflictsWith]).toEqual([
      409,
      '/api#no-address',
      `/api/v1/people/${person}/contact`,
    ]);
    expect(await host.stateOf(seat)).toBe('nominated');
  });

  test('is answered before the session begins, whatever is asked for', async () => {
    const { clock, secretariat } = host.house;
    const start = new Date(clock.now.getTime() + 5 * day * 1000);
    const end = new Date(start.getTime() + 3_600_000);
    const soon = await host.session({ start: start.toISOString(), end: end.toISOString() });
    const { seat } = await host.seat({ session: soon });

    const late = await secretariat.post(`${seat}/invitation`, { replyBy: end.toISOString() });
    const past = await secretariat.post(`${seat}/invitation`, { replyBy: '2031-02-01T00:00:00Z' });
    const given = await secretariat.make(`${seat}/invitation`, {});

    expect([late.json.errors, past.json.errors]).toEqual([
      [{ pointer: '/replyBy', detail: 'Give a time before the session begins, 2031-03-06T09:00:00Z.' }],
      [{ pointer: '/replyBy', detail: 'Give a time that is still to come.' }],
    ]);
    expect(given.replyBy).toBe('2031-03-06T09:00:00Z');
  });

  test('is sent once, by whoever organizes the summit and nobody else', async () => {
    const { seat } = await host.seat();
    const summit = seat.split('/')[2] ?? '';
    const noor = await host.house.as('noor', { role: 'organizer', summit });
    const elsewhere = await host.house.as('mirel', { role: 'organizer', summit: 'elsewhere' });

    await host.mailroom.deliver();

    const replies = await Promise.all([1, 2, 3, 4].map(() => noor.post(`${seat}/invitation`, {})));

    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect((await host.mailroom.deliver()).length).toBe(1);
    expect((await elsewhere.post(`${seat}/invitation/revoke`, {})).status).toBe(403);
    expect((await host.house.everyone.get(`${seat}/invitation`)).status).toBe(401);
    expect((await elsewhere.get(`${seat}/invitation`)).status).toBe(404);
  });

  test('is sent to one person as often as a day allows, and no more', async () => {
    const { seat } = await host.invited();

    const replies: Reply[] = [];
    for (let times = 0; times < 6; times += 1)
      replies.push(await host.house.secretariat.post(`${seat}/invitation/again`, {}));

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(replies[5]?.json).toMatchObject({ type: '/api#too-many-mails', again: '2031-03-02T00:00:00Z' });
    expect((await host.mailroom.deliver()).length).toBe(5);
  });

  test('is sent to one address as often as a day allows, whoever of several it is for', async () => {
    const address = 'one-office@example.org';
    const seats: string[] = [];
    for (let people = 0; people < 5; people += 1) seats.push((await host.invited({ address })).seat);

    const replies: Reply[] = [];
    for (const seat of seats)
      for (let times = 0; times < (replies.length < 20 ? 5 : 1); times += 1)
        replies.push(await host.house.secretariat.post(`${seat}/invitation/again`, {}));

    expect(replies.map(({ status }) => status)).toEqual([...Array<number>(20).fill(200), 429]);
    expect((await host.mailroom.deliver()).map(({ to }) => to)).toEqual(Array<string>(20).fill(address));
  });

  test('that was revoked takes its links with it, and can be followed by another', async () => {
    const first = await host.invited();
    await ok(host.house.secretariat.post(`${first.seat}/invitation/revoke`, { reason: 'Wrong office.' }));

    const gone = [await host.open(first.token), await host.answer(first.token, confirm)];
    await host.house.secretariat.make(`${first.seat}/invitation`, {});
    const [mail] = await host.mailroom.deliver();

    expect(gone.map(({ status }) => status)).toEqual([404, 404]);
    expect((await host.open(first.token)).status).toBe(404);
    expect((await host.open(tokenIn(mail ?? { text: '' }))).json.canAnswer).toEqual(['confirm', 'decline']);
  });

  test('revoked before its mail was sent is not mailed', async () => {
    const { seat } = await host.seat();
    await host.house.secretariat.make(`${seat}/invitation`, {});
    await ok(host.house.secretariat.post(`${seat}/invitation/revoke`, {}));

    expect(await host.mailroom.deliver()).toEqual([]);
  });
});

describe('a link', () => {
  test('shows what is asked, to nobody’s cache', async () => {
    const { token, seat } = await host.invited({ given: { printedTitle: 'Mayor' } });

    const { status, headers, json } = await host.open(token);

    expect([status, Object.fromEntries(headers)]).toEqual([
      200,
      {
        'content-type': 'application/json',
        etag: expect.any(String),
        'cache-control': 'no-store',
        vary: 'Authorization, Cookie',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    ]);
    expect(json).toEqual({
      state: 'invited',
      canAnswer: ['confirm', 'decline'],
      replyBy: '2031-03-15T09:00:00Z',
      until: '2031-03-29T09:00:00Z',
      rehearsal: false,
      summit: { slug: seat.split('/')[2], title: { en: 'Arvenne' } },
      session: {
        slug: 'a-1',
        reference: 'A 1',
        title: { en: 'Quays' },
        state: 'accepted',
        start: '2031-04-10T09:00:00Z',
        end: '2031-04-10T10:30:00Z',
        zone: 'Europe/Paris',
        local: { start: '2031-04-10T11:00', end: '2031-04-10T12:30' },
      },
      panelist: {
        slug: seat.split('/').at(-1),
        role: 'panelist',
        printedName: expect.stringMatching(/^Person/),
        printedTitle: 'Mayor',
        organizations: [{ organization: 'port-selva', printed: 'Port Selva' }],
        unnamed: false,
      },
      person: { name: expect.stringMatching(/^Person/) },
      consentTo: 'name-and-title',
      answers: [],
    });
  });

  test('with any one character changed, or another’s length, opens nothing', async () => {
    const { token } = await host.invited();
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = (at: number): string => letters[(letters.indexOf(token[at] ?? '') + 1) % 64] ?? '';
    const altered = Array.from(token, (_, at) => token.slice(0, at) + other(at) + token.slice(at + 1));
    const before = await host.house.dump();

    for (const one of [...altered, token.slice(1), `${token}A`, token.toUpperCase(), 'again']) {
      const replies = one === 'again' ? [] : [await host.open(one), await host.answer(one, confirm)];
      expect([one, ...replies.map(({ status, headers }) => [status, headers.get('cache-control')])]).toEqual([
        one,
        ...replies.map(() => [404, 'no-store']),
      ]);
    }

    expect(await host.house.dump()).toEqual(before);
  });

  test('is for its own place only: another’s is untouched, though both have one address', async () => {
    const session = await host.session();
    const address = 'mayors-office@example.org';
    const mayor = await host.invited({ session, address });
    const deputy = await host.invited({ session, address });

    await ok(host.answer(mayor.token, confirm));

    expect([await host.stateOf(mayor.seat), await host.stateOf(deputy.seat)]).toEqual(['confirmed', 'invited']);
    expect((await host.open(deputy.token)).json).toMatchObject({ state: 'invited', answers: [] });
  });

  test('that has expired says so, answers nothing more, and leads to a new one', async () => {
    const { token, seat, address } = await host.invited();
    host.house.clock.move(28 * day + 1);
    const before = await host.house.dump();

    const replies = [await host.open(token), await host.answer(token, confirm)];

    expect(replies.map((reply) => [reply.status, codeOf(reply), reply.headers.get('referrer-policy')])).toEqual([
      [410, 'link-expired', 'no-referrer'],
      [410, 'link-expired', 'no-referrer'],
    ]);
    expect(replies[0]?.json.detail).toContain('POST /api/v1/invitations/again');
    expect(await host.house.dump()).toEqual(before);

    await host.house.everyone.make('/invitations/again', { address: address.toUpperCase() });
    await answerAskings(host.house.door.house, host.house.clock.now);
    const again = (await host.mailroom.deliver()).find(({ to }) => to === address);
    await ok(host.answer(tokenIn(again ?? { text: '' }), confirm));
    expect(await host.stateOf(seat)).toBe('confirmed');
  });

  test('that breaks something is not written to the log', async () => {
    const { token } = await host.invited();
    const { house } = host.house.door;
    const { table } = house;
    house.table = { ...table, get: () => Promise.reject(new TypeError('broken')) };
    const { status } = await host.open(token);
    house.table = table;

    expect(status).toBe(500);
    expect(host.house.logged.splice(0)).toMatchObject([{ path: '/invitations/{token}', message: 'A request failed' }]);
  });
});
