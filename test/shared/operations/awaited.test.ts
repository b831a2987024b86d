import { describe, expect, test } from 'vitest';
import type { Message } from '../../../shared/operations/post.ts';
import { askForOutcomes } from '../../../shared/operations/awaited.ts';
import { aWatchedHost, ok } from '../../host.ts';

// Who is asked for the outcomes of a session, when, and how often, however many clocks there are.

const host = await aWatchedHost();
const { door, secretariat, clock } = host.house;
const hour = 60 * 60;

const clocks = async (many = 4): Promise<readonly Message[]> => {
  await Promise.all(Array.from({ length: many }, () => askForOutcomes(door.house, clock.now)));
  return host.mailroom.deliver();
};

/** What is mailed as time passes: to whom, by subject. */
const after = async (hours: number): Promise<string[]> => {
  clock.move(hours * hour);
  const mails = await clocks();
  expect(await clocks()).toEqual([]);
  return mails.map(({ to, subject }) => `${to}: ${subject}`).toSorted();
};

/** A session that began three hours ago, and is over since. */
const aSessionHeld = async (given: Record<string, unknown> = {}): Promise<string> => {
  const over = clock.now.getTime() - hour * 1_000;
  const session = await host.session({
    start: new Date(over - 2 * hour * 1_000).toISOString(),
    end: new Date(over).toISOString(),
    ...given,
  });
  await secretariat.pass(session, 'scheduled', 'held');
  return session;
};

const rolesAt = (session: string): string => `${session.slice(0, session.indexOf('/sessions'))}/roles`;
const gives = async (session: string, name: string, draft: Record<string, unknown>): Promise<void> => {
  await host.role(rolesAt(session), { email: `${name}@example.org`, ...draft });
  await host.bind(name);
};
const rapporteur = { role: 'rapporteur', session: 'a-1' };

const outcome = { type: 'key-message', text: { en: 'that rivers join' } };
const first = 'What came out of it? A 1 · Quays, Arvenne';
const second = 'Still open: what came out of A 1 · Quays, Arvenne';

describe('outcomes that do not come', () => {
  test('are asked for a day after the session, and once more two days later, of its rapporteurs', async () => {
    const session = await aSessionHeld();
    await gives(session, 'rana', { ...rapporteur, writeIn: 'en' });
    await gives(session, 'odo', { role: 'organizer' });

    expect(await after(23)).toEqual([]);
    expect(await after(1.1)).toEqual([`rana@example.org: ${first}`]);
    expect(await after(46)).toEqual([]);
    expect(await after(3)).toEqual([`rana@example.org: ${second}`]);
    expect(await after(24 * 30)).toEqual([]);
  });

  test('are asked for of the organizers where nobody is the rapporteur, in the language of each', async () => {
    const session = await aSessionHeld();
    await gives(session, 'oren', { role: 'organizer', writeIn: 'fr' });

    clock.move(25 * hour);
    const [mail, ...more] = await clocks();
    expect([mail?.to, mail?.subject, more]).toEqual([
      'oren@example.org',
      'Qu’en est-il ressorti\u00a0? A 1 · Quays, Arvenne',
      [],
    ]);
    expect(mail?.text).toContain(`https://plenary.example/fr/rapporteur/${session.split('/')[2]}/a-1`);
    await ok(secretariat.post(`${session}/no-outcome`, { because: { en: 'The hall was flooded.' } }));
  });

  test('are no longer asked for once one was filed, or somebody said that there is none, and why', async () => {
    const filed = await aSessionHeld();
    await gives(filed, 'rosa', rapporteur);
    await secretariat.make(`${filed}/outcomes`, outcome);
    await secretariat.pass(`${filed}/outcomes/1`, 'filed');
    const silent = await aSessionHeld();
    await gives(silent, 'rune', rapporteur);
    await ok(secretariat.post(`${silent}/no-outcome`, { because: { en: 'The time ran out.' } }));
    const drafted = await aSessionHeld();
    await gives(drafted, 'ruth', rapporteur);
    await secretariat.make(`${drafted}/outcomes`, outcome);

    expect(await after(30)).toEqual([`ruth@example.org: ${first}`]);
    await secretariat.pass(`${drafted}/outcomes/1`, 'filed');
    expect(await after(72)).toEqual([]);
  });

  test('that came between the asking and the sending are not asked for', async () => {
    const session = await aSessionHeld();
    await gives(session, 'ralf', rapporteur);
    clock.move(25 * hour);
    await askForOutcomes(door.house, clock.now);
    await secretariat.make(`${session}/outcomes`, outcome);
    await secretariat.pass(`${session}/outcomes/1`, 'filed');

    expect(await host.mailroom.deliver()).toEqual([]);
  });

  test('of a session that is entered as held long afterwards are asked for a day after that', async () => {
    const long = clock.now.getTime() - 40 * 24 * hour * 1_000;
    const session = await aSessionHeld({
      start: new Date(long).toISOString(),
      end: new Date(long + hour * 1_000).toISOString(),
    });
    await gives(session, 'rita', rapporteur);

    expect(await after(1)).toEqual([]);
    expect(await after(24)).toEqual([`rita@example.org: ${first}`]);
    await ok(secretariat.post(`${session}/no-outcome`, { because: { en: 'None was noted.' } }));
  });
});
