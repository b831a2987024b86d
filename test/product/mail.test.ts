import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aTerminal, type Started } from './terminal.ts';

interface Outbox {
  count: number;
  messages: { to: string[]; subject: string; text: string; headers: Record<string, string> }[];
}

// Mail as the organizers of a summit meet it on one machine: ordered by a deed, sent at the bell, kept through a power cut.
describe('mail', () => {
  const terminal = aTerminal();
  let running: Started;

  beforeAll(async () => {
    running = await (await terminal).start();
  });
  afterAll(async () => {
    await running.stop();
    await (await terminal).leave();
  });

  const outbox = async (): Promise<Outbox> => JSON.parse(await (await fetch(`${running.address}/outbox.json`)).text());
  const mailsTo = async (address: string) => (await outbox()).messages.filter(({ to }) => to.includes(address));
  const arrived = async (address: string, seconds = 120) => {
    for (let tries = 0; tries < seconds * 10; tries += 1) {
      const mails = await mailsTo(address);
      if (mails.length > 0) return mails;
      await pause(100);
    }
    throw new Error(`No mail came to ${address}.`);
  };
  const invite = async (email: string): Promise<void> => {
    const token = (await (await terminal).paste('npm run -s token -- amira')).trim();
    const response = await fetch(`${running.address}/api/v1/roles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'secretariat', email, writeIn: 'fr' }),
    });
    expect(response.status).toBe(201);
  };

  test('has its page named at the start, and nothing in it yet', async () => {
    expect(running.said).toContain(`${running.address}/outbox\n`);
    expect(await outbox()).toEqual({ count: 0, messages: [] });
  });

  test('leaves once for the deed that ordered it, in its language, with links that lead back here', async () => {
    await invite('ines@example.org');
    const [mail, ...copies] = await arrived('ines@example.org');

    expect(copies).toEqual([]);
    expect(mail?.headers).toMatchObject({
      'Content-Language': 'fr',
      'Plenary-Deed': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(mail?.text).toContain(`${running.address}/fr/`);
  });

  test('is neither lost nor sent twice when the power is cut', async () => {
    await invite('ben@example.org');
    await running.kill();
    running = await (await terminal).start();

    // Cut between claim and sending, it waits until its claim lapses and the clock comes by.
    const deeds = (await arrived('ben@example.org', 200)).map(({ headers }) => headers['Plenary-Deed']);
    // A second copy is possible only for a cut inside the one call, and says so by the same deed.
    expect(new Set(deeds).size).toBe(1);
    expect(await mailsTo('ines@example.org')).toHaveLength(1);
  }, 300_000);
});
