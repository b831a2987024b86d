import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../door.ts';
import { aHost, confirm, ok, tallied } from '../../host.ts';
import { faultsOf } from '../../invariants.ts';
import { runs } from '../../counts.ts';

// People confirm, leave and are nominated while their session moves: wherever it is in the end, there their time is taken, and nowhere else. The
// whole table is read after each race.

const host = await aHost();
const { secretariat } = host.house;
afterEach(async () => {
  expect(faultsOf(await host.house.dump())).toEqual([]);
  expect(host.house.logged).toEqual([]);
});

const rounds = (): number[] => Array.from({ length: runs(5, 12).numRuns }, (_, at) => at);
const hour = (at: number): { start: string; end: string } => {
  const start = Date.parse('2031-04-10T00:00:00Z') + at * 3_600_000;
  const told = (ms: number): string => new Date(ms).toISOString();
  return { start: told(start), end: told(start + 5_400_000) };
};
const any = { 'if-match': '*' };
const statuses = (replies: readonly Reply[]): number[] => replies.map(({ status }) => status);

describe('a session that moves', () => {
  test('takes along whoever confirms, is nominated, is put in its crew or leaves at the same moment', async () => {
    const session = await host.session();
    const person = await host.person();
    const leaving = await host.person();
    for (const at of rounds()) {
      const { seat } = await host.seat({ session, person });
      const { seat: left } = await host.seat({ session, person: leaving });
      await secretariat.pass(left, 'confirmed');
      const named = await host.person();

      const replies = await Promise.all([
        // Days later, and back over midnight.
        secretariat.patch(session, hour((at * 17) % 60), any),
        secretariat.post(`${seat}/transitions`, { to: 'confirmed' }),
        secretariat.post(`${left}/transitions`, { to: 'withdrawn' }),
        secretariat.post(`${session}/panelists`, { person: named, role: 'panelist' }),
        secretariat.post(`${session}/crew`, { person: named, as: 'technician' }),
      ]);

      expect(statuses(replies)).toEqual([200, 200, 200, 201, 201]);
      // Who came leaves again, so that the panel and what one move writes do not grow from round to round.
      const [, , , nominated, crew] = replies.map(({ json }) => String(json.slug));
      await secretariat.pass(seat, 'withdrawn');
      await secretariat.pass(`${session}/panelists/${nominated}`, 'withdrawn');
      await secretariat.pass(`${session}/crew/${crew}`, 'released');
    }
  });
});

describe('one person, asked for two sessions at one hour', () => {
  test('confirms one of them, by whichever link is faster, and is asked at the other', async () => {
    for (const at of rounds().slice(0, 2)) {
      const address = `torn-${at}@example.org`;
      const person = await host.person(address);
      const one = await host.invited({ session: await host.session(), person, address });
      const two = await host.invited({ session: await host.session(), person, address });

      const replies = await Promise.all([one, two].map(({ token }) => host.answer(token, confirm)));

      expect(tallied(replies)).toEqual({ 200: 1, 'person-taken': 1 });
      const refused = replies.find(({ status }) => status === 409);
      expect(refused?.json.insteadOf).toHaveLength(1);
      const [taken, late] = statuses(replies)[0] === 200 ? [one, two] : [two, one];
      const { insteadOf } = refused?.json ?? {};
      await ok(host.answer(late.token, { ...confirm, insteadOf }));
      expect([await host.stateOf(taken.seat), await host.stateOf(late.seat)]).toEqual(['withdrawn', 'confirmed']);
    }
  });

  test('is put in one of two crews', async () => {
    const person = await host.person();
    const sessions = [await host.session(), await host.session()];

    const replies = await Promise.all(
      sessions.map((session) => secretariat.post(`${session}/crew`, { person, as: 'technician' })),
    );

    expect(tallied(replies)).toEqual({ 201: 1, 'person-taken': 1 });
  });

  test('has one place in a crew, however often they are put in it at once', async () => {
    const person = await host.person();
    const session = await host.session();
    await secretariat.patch(session, { start: null, end: null }, any);

    const replies = await Promise.all(
      rounds().map(() => secretariat.post(`${session}/crew`, { person, as: 'technician' })),
    );

    expect(tallied(replies)).toEqual({ 201: 1, 'already-recorded': rounds().length - 1 });
  });
});
