import { describe, expect, test } from 'vitest';
import { lapseInvitations } from '../../../shared/operations/reminder.ts';
import { aWatchedHost, confirm, day, ok } from '../../host.ts';

// What the clock does for invitations, however many clocks there are.

const host = await aWatchedHost();

describe('time', () => {
  const clocks = (many: number): Promise<unknown> =>
    Promise.all(Array.from({ length: many }, () => lapseInvitations(host.house.door.house, host.house.clock.now)));
  /** What the clock mails to one person as time passes, by subject; and how the place stands. */
  const after = async (seconds: number, to: string): Promise<string[]> => {
    host.house.clock.move(seconds);
    await clocks(4);
    const mails = await host.mailroom.deliver();
    await clocks(2);
    expect(await host.mailroom.deliver()).toEqual([]);
    return mails.filter((mail) => mail.to === to).map(({ subject }) => subject);
  };

  test('reminds twice and then says that nobody answered: once each, by however many clocks', async () => {
    const { seat, token, address } = await host.invited();

    const reminders = [await after(6 * day, address), await after(day, address), await after(5 * day, address)];
    expect(reminders.map(({ length }) => length)).toEqual([0, 1, 1]);
    host.house.clock.move(2 * day);
    await clocks(2);
    expect(await host.stateOf(seat)).toBe('invited');
    host.house.clock.move(60);
    await clocks(4);

    expect(await host.stateOf(seat)).toBe('no-answer');
    expect((await host.house.secretariat.get(`${seat}/invitation`)).json).toMatchObject({ state: 'lapsed' });
    expect((await host.open(token)).json).toMatchObject({ state: 'no-answer', canAnswer: ['confirm', 'decline'] });
    await ok(host.answer(token, confirm));
    expect(await host.stateOf(seat)).toBe('confirmed');
    expect((await host.house.secretariat.get(seat)).json.history).toMatchObject([
      { to: 'invited' },
      { to: 'no-answer', by: 'clock' },
      { to: 'confirmed' },
    ]);
  });

  test('that comes very late sends no reminder of what is over', async () => {
    const { seat, address } = await host.invited();

    expect(await after(30 * day, address)).toEqual([]);
    expect(await host.stateOf(seat)).toBe('no-answer');
  });

  test('leaves alone what was answered, or settled otherwise', async () => {
    const { token, address } = await host.invited();
    const settled = await host.invited();
    await ok(host.answer(token, confirm));
    await ok(host.house.secretariat.post(`${settled.seat}/transitions`, { to: 'confirmed' }));
    await host.mailroom.deliver();

    expect([...(await after(20 * day, address)), ...(await after(1, settled.address))]).toEqual([]);
    expect(await host.stateOf(settled.seat)).toBe('confirmed');
    expect((await host.house.secretariat.get(`${settled.seat}/invitation`)).json).toMatchObject({ state: 'closed' });
  });

  test('and a confirmation at the last moment: one of them decides, and the confirmation holds', async () => {
    for (let times = 0; times < 5; times += 1) {
      const { token, seat } = await host.invited();
      host.house.clock.move(14 * day + 60);

      const [reply] = await Promise.all([host.answer(token, confirm), clocks(3)]);

      expect([reply.status, await host.stateOf(seat)]).toEqual([200, 'confirmed']);
    }
  });

  test('is given longer by the organizer', async () => {
    const { seat, address } = await host.invited();
    host.house.clock.move(13 * day);
    await clocks(1);
    const replyBy = new Date(host.house.clock.now.getTime() + 10 * day * 1000).toISOString();
    await ok(host.house.secretariat.post(`${seat}/invitation/again`, { replyBy }));
    await host.mailroom.deliver();

    await after(5 * day, address);
    expect(await host.stateOf(seat)).toBe('invited');
    await after(6 * day, address);
    expect(await host.stateOf(seat)).toBe('no-answer');
  });
});
