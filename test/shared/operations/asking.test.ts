import { describe, expect, test } from 'vitest';
import { answerAskings } from '../../../shared/operations/asking.ts';
import type { Json, Reply } from '../../door.ts';
import { aWatchedHost, decline, ok } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';

// Who has lost a link asks for another, and learns nothing by asking.

const host = await aWatchedHost();

describe('asking for a link again', () => {
  const costOf = async (address: string): Promise<unknown> => {
    host.house.proxy.forget();
    const { status, text } = await host.house.everyone.post('/invitations/again', { address });
    return [status, text, { ...host.house.proxy.counts }];
  };

  test('is answered the same, at the same cost, whether the address is known or not', async () => {
    const { address } = await host.invited();

    const [known, unknown] = [await costOf(address), await costOf('nobody@example.org')];
    await answerAskings(host.house.door.house, host.house.clock.now);
    await host.mailroom.deliver();

    expect(known).toEqual(unknown);
    expect(known).toEqual([202, '{"minutes":2}', expect.anything()]);
  });

  test('mails a new link for each place that can still be answered, once by however many clocks, and none to strangers', async () => {
    const address = 'shared-office@example.org';
    const mayor = await host.invited({ address });
    const deputy = await host.invited({ address });
    const declined = await host.invited({ address });
    await ok(host.answer(declined.token, decline));
    await host.mailroom.deliver();

    for (const asked of [address, address, 'stranger@example.org'])
      await host.house.everyone.make('/invitations/again', { address: asked });
    await Promise.all([1, 2, 3].map(() => answerAskings(host.house.door.house, host.house.clock.now)));
    const mails = await host.mailroom.deliver();
    await answerAskings(host.house.door.house, host.house.clock.now);

    expect(mails.map(({ to }) => to)).toEqual([address, address]);
    expect(await host.mailroom.deliver()).toEqual([]);
    const shown = await Promise.all(mails.map(async (mail) => (await host.open(tokenIn(mail))).json.panelist as Json));
    expect(shown.map(({ slug }) => slug).toSorted()).toEqual(
      [mayor, deputy].map(({ seat }) => seat.split('/').at(-1)).toSorted(),
    );
  });

  test('is limited for each address', async () => {
    const replies: Reply[] = [];
    for (let times = 0; times < 6; times += 1)
      replies.push(await host.house.everyone.post('/invitations/again', { address: 'often@example.org' }));

    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429]);
  });
});
