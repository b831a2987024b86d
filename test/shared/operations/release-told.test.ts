import { expect, test } from 'vitest';
import type { Release } from '../../../shared/domain/release.ts';
import type { Message } from '../../../shared/operations/post.ts';
import { releaseProgramme } from '../../../shared/operations/release.ts';
import { tellOfReleases } from '../../../shared/operations/release-told.ts';
import { aWatchedHost, ok } from '../../host.ts';

// Who learns of a release, of what, and how often, however many clocks there are and wherever one of them stops.

const host = await aWatchedHost();
const { door, secretariat, clock, deed } = host.house;
const secretary = { kind: 'account', name: 'amira', roles: [{ role: 'secretariat' }] } as const;

const released = async (summit: string, changes?: string[]): Promise<Release> => {
  const draft = { note: 'Bring your badge.', ...(changes ? { changes } : {}) };
  const done = await releaseProgramme(door.house, deed({ caller: secretary }), summit.replace('/summits/', ''), draft);
  return done.release;
};

const told = async (clocks = 3): Promise<readonly Message[]> => {
  await Promise.all(Array.from({ length: clocks }, () => tellOfReleases(door.house, clock.now)));
  return host.mailroom.deliver();
};

const by = (mails: readonly Message[]): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set(mails.map(({ to }) => to))]
      .toSorted()
      .map((to) => [to, mails.filter((mail) => mail.to === to).map(({ subject }) => subject)]),
  );

/** A summit with two sessions: one of them has a panelist who confirmed, one who was asked, and one who was only nominated. */
const aSummit = async ({ lead }: { lead?: string } = {}) => {
  const first = await host.session();
  const summit = first.slice(0, first.indexOf('/sessions'));
  await secretariat.make(`${summit}/sessions`, {
    reference: 'B 2',
    title: { en: 'Bridges' },
    lead: lead === undefined ? [] : [{ organization: lead }],
  });
  await secretariat.pass(`${summit}/sessions/b-2`, 'submitted', 'accepted');
  const confirmed = await host.seat({ session: first });
  const asked = await host.invited({ session: first });
  const nominated = await host.seat({ session: first });
  await secretariat.pass(confirmed.seat, 'confirmed');
  await host.mailroom.deliver();
  return { summit, first, confirmed, asked, nominated };
};

test('everybody whom it concerns is told once, of what concerns them, whichever clocks run', async () => {
  const { summit, first, confirmed, asked } = await aSummit({ lead: 'river-league' });
  const { slug } = await host.role('/organizations/river-league/roles', { role: 'delegate', email: 'lia@example.org' });
  expect(slug).toBeTruthy();
  await host.bind('lia');
  await host.mailroom.deliver();

  await released(summit);
  const mails = await told();
  expect(by(mails)).toEqual(
    Object.fromEntries(
      [confirmed.address, asked.address, 'lia@example.org']
        .toSorted()
        .map((address) => [address, ['You are in the programme: Arvenne']]),
    ),
  );
  expect(await told()).toEqual([]);

  const start = String((await secretariat.get(first)).json.start);
  const hour = 60 * 60 * 1000;
  const moved = { start: new Date(Date.parse(start) + hour), end: new Date(Date.parse(start) + 2 * hour) };
  await ok(secretariat.patch(first, moved, { 'if-match': '*' }));
  await released(summit);
  const later = await told();
  expect(by(later)).toEqual(
    Object.fromEntries(
      [confirmed.address, asked.address]
        .toSorted()
        .map((address) => [address, ['The programme has changed for you: Arvenne']]),
    ),
  );
  const [mail] = later;
  expect(mail?.text).toContain('A 1 · Quays');
  expect(mail?.text).toContain('another time or another room');
  expect(mail?.text).toContain('Bring your badge.');
  expect(mail?.text).toContain(`https://plenary.example/en${first}\n`);
  expect(mail?.text).toContain(`https://plenary.example/api/v1${first}/programme.ics`);
  expect(mail?.text).not.toContain('Bridges');
});

test('one that stops after some were told goes on where it stopped', async () => {
  const { summit, confirmed, asked } = await aSummit();
  await released(summit);
  const { house } = door;
  let transactions = 0;
  const dying: typeof house.table.sendTransaction = async (actions, token) => {
    transactions += 1;
    if (transactions > 1) throw Object.assign(new Error('killed'), { name: 'Killed' });
    return house.table.sendTransaction(actions, token);
  };
  await expect(
    tellOfReleases({ ...house, table: { ...house.table, sendTransaction: dying } }, clock.now),
  ).rejects.toThrow('could not be done');

  expect(Object.keys(by(await told()))).toEqual([confirmed.address, asked.address].toSorted());
  expect(await told()).toEqual([]);
});

test('nobody is told where nothing changed, or of a change that was not chosen', async () => {
  const { summit, confirmed, asked } = await aSummit();
  await released(summit);
  await told();
  await released(summit);
  expect(await told()).toEqual([]);

  await ok(secretariat.patch(`${summit}/sessions/b-2`, { title: { en: 'Old bridges' } }, { 'if-match': '*' }));
  await secretariat.make(`${summit}/sessions/a-1/transitions`, { to: 'cancelled', reason: 'The river rose.' });
  await released(summit, ['a-1']);
  const mails = await told();
  expect(by(mails)).toEqual(
    Object.fromEntries(
      [confirmed.address, asked.address]
        .toSorted()
        .map((address) => [address, ['The programme has changed for you: Arvenne']]),
    ),
  );
  expect(mails[0]?.text).toContain('cancelled');
});
