import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Product } from './terminal.ts';

interface Outbox {
  count: number;
  messages: { to: string[]; subject: string; text: string; headers: Record<string, string> }[];
}

const outbox = async ({ running }: Product): Promise<Outbox> =>
  JSON.parse(await (await fetch(`${running.address}/outbox.json`)).text());

/** The mails to somebody, as they lie in the outbox. */
export const mailsTo = async (product: Product, address: string): Promise<Outbox['messages']> =>
  (await outbox(product)).messages.filter(({ to }) => to.includes(address));

/** The mails to somebody, once there is one. */
export const arrived = async (product: Product, address: string, seconds = 120): Promise<Outbox['messages']> => {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    const mails = await mailsTo(product, address);
    if (mails.length > 0) return mails;
    await pause(100);
  }
  throw new Error(`No mail came to ${address}.`);
};

/** Invites somebody to the secretariat, who is written to in French. */
export const invite = async ({ terminal, running }: Product, email: string): Promise<void> => {
  const token = (await terminal.paste('npm run -s token -- amira')).trim();
  const response = await fetch(`${running.address}/api/v1/roles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'secretariat', email, writeIn: 'fr' }),
  });
  expect(response.status).toBe(201);
};

/** Mail as the organizers of a summit meet it on one machine: ordered by a deed, sent at the bell. */
export const mail = (product: Product): void => {
  test('has its page named at the start, and nothing in it yet', async () => {
    expect(product.running.said).toContain(`${product.running.address}/outbox\n`);
    expect(await outbox(product)).toEqual({ count: 0, messages: [] });
  });

  test('leaves once for the deed that ordered it, in its language, with links that lead back here', async () => {
    await invite(product, 'ines@example.org');
    const [letter, ...copies] = await arrived(product, 'ines@example.org');

    expect(copies).toEqual([]);
    expect(letter?.headers).toMatchObject({
      'Content-Language': 'fr',
      'Plenary-Deed': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(letter?.text).toContain(`${product.running.address}/fr/`);
  });
};
