import { expect, test } from 'vitest';
import type { Message } from '../../../shared/operations/post.ts';
import { lapseInvitations } from '../../../shared/operations/reminder.ts';
import { cookieName } from '../../../shared/http/cookie.ts';
import { tokenFor } from '../../door.ts';
import { aWatchedHost, confirm, day, decline } from '../../host.ts';
import { aReaderOf, home } from '../../pages.ts';

// What mails say and where they lead, as whoever gets them follows it.

const host = await aWatchedHost();

const addressesIn = ({ text, html, calendar = '' }: Message): string[] => [
  ...new Set(
    [text, html, calendar.replaceAll('\r\n ', '')].flatMap((part) => part.match(/https?:\/\/[^\s"<]+/g) ?? []),
  ),
];

test('who nominated and who organizes hears of each answer and of none, and every address in every mail opens', async () => {
  const { post, deliver } = host.mailroom;
  const session = await host.session();
  const summit = session.split('/sessions/')[0] ?? '';
  await host.role(`${summit}/roles`, { role: 'organizer', email: 'edda@example.org', writeIn: 'ar' });
  await host.role('/organizations/river-league/roles', { role: 'delegate', email: 'linus@example.org' });
  await host.bind('edda');
  await host.bind('linus');
  const given = { nominatedBy: ['river-league'] };
  const confirms = await host.invited({ session, given });
  const declines = await host.invited({ session, given });
  await host.invited({ session, given });
  const heard = async (): Promise<string[]> => (await deliver()).map(({ to }) => to).toSorted();
  const both = ['edda@example.org', 'linus@example.org'];

  await host.answer(confirms.token, confirm);
  expect(await heard()).toEqual(both);
  await host.answer(declines.token, { ...decline, substitute: { name: 'Tobias Wend' } });
  expect(await heard()).toEqual(both);
  for (const _ of ['first', 'second', 'none']) {
    host.house.clock.move(6 * day);
    await lapseInvitations(host.house.door.house, host.house.clock.now);
  }
  expect(await heard()).toEqual(expect.arrayContaining(both));

  const reader = aReaderOf(host.house);
  /** An address as whoever the mail went to opens it, a workspace in one of its languages. */
  const opened = async (address: string, to: string): Promise<number> => {
    const cookie = `${cookieName('plenary', home)}=${await tokenFor(to.split('@')[0] ?? '')}`;
    const { status, headers } = await reader.get(address.slice(home.length), { cookie });
    return status === 303 ? (await reader.get(headers.get('location') ?? '', { cookie })).status : status;
  };
  const addresses = new Map(post.accepted.flatMap((mail) => addressesIn(mail).map((one) => [one, mail.to] as const)));
  expect(addresses.size).toBeGreaterThan(5);
  expect([...addresses.keys()]).toContain(`${home}/ar/organize/${session.split('/')[2] ?? ''}/sessions/a-1`);
  for (const [address, to] of addresses) {
    expect(address.startsWith(`${home}/`)).toBe(true);
    expect([address, await opened(address, to)]).toEqual([address, 200]);
  }
});
