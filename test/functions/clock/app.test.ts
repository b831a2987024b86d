import { expect, it } from 'vitest';
import { clock } from '../../../functions/clock/app.ts';

const at = new Date('2031-03-01T09:00:00Z');

it('does all that is due, in order, each at the same clock', async () => {
  const done: [string, Date][] = [];
  const work = (name: string) => ({ name, run: async (now: Date) => void done.push([name, now]) });
  await clock([work('invitations'), work('mail')], { now: () => at, log: () => {} })();
  expect(done).toEqual([
    ['invitations', at],
    ['mail', at],
  ]);
});

it('lets one that fails keep no other from its turn, and fails at the end', async () => {
  const done: string[] = [];
  const logged: Record<string, unknown>[] = [];
  const bad = {
    name: 'invitations',
    run: async () => {
      throw new Error('cannot');
    },
  };
  const good = { name: 'mail', run: async () => void done.push('mail') };
  const tick = clock([bad, good], { now: () => at, log: (entry) => void logged.push(entry) });
  await expect(tick()).rejects.toThrow('Not done this minute: invitations.');
  expect(done).toEqual(['mail']);
  expect(logged).toMatchObject([{ level: 'error', work: 'invitations', error: expect.stringContaining('cannot') }]);
});
