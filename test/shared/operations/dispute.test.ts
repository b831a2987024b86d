import { describe, expect, test } from 'vitest';
import type { Message } from '../../../shared/operations/post.ts';
import { codeOf, ok, tallied } from '../../host.ts';
import { tokenIn } from '../../mailroom.ts';
import { type Asked, aWatchedSigningHost, preparation } from '../../signing.ts';

// After a signature the organization's other contacts are told, and may say that it was not theirs.

const host = await aWatchedSigningHost();
const { secretariat, everyone } = host.house;
await host.holds('edda', `${host.summit}/roles`, { role: 'organizer', writeIn: 'ru' });

const signed = async (): Promise<Asked & { delegate: string; told: readonly Message[] }> => {
  const asked = await host.asked();
  const delegate = `dana-${asked.organization}`;
  await host.holds(delegate, `/organizations/${asked.organization}/roles`, { role: 'delegate' });
  const { code, token } = await host.coded(asked);
  await ok(host.sign(token, code));
  await host.mailroom.deliver();
  return { ...asked, delegate: `${delegate}@example.org`, told: await host.tell() };
};

const stateOf = async ({ text, organization }: Asked): Promise<unknown> =>
  (await secretariat.get(`${text}/signatures/${organization}-signatory`)).json.state;

describe('after a signature', () => {
  test('the other contacts are told once, and who acted is not', async () => {
    const { told, delegate } = await signed();

    expect(told.map(({ to }) => to)).toEqual([delegate]);
    expect(told[0]?.subject).toBe('Signed for City 1: Arvenne Declaration');
    expect(await host.tell()).toEqual([]);
  });

  test('through an account the office that was asked by link is told, and the account has the receipt', async () => {
    const asked = await host.asked();
    await host.holds('ona', `/organizations/${asked.organization}/roles`, { role: 'delegate' });
    const ona = await host.house.as('ona');
    await ok(
      ona.post(`${asked.text}/signatures`, {
        organization: asked.organization,
        capacity: 'signatory',
        ...preparation,
      }),
    );

    const mails = [...(await host.mailroom.deliver()), ...(await host.tell())];

    expect(mails.map(({ to, subject }) => [to, subject.split(':')[0]])).toEqual([
      ['ona@example.org', 'Receipt'],
      [asked.office, `Signed for City ${asked.organization.split('-')[1]}`],
    ]);
  });

  test('the focal point is told by what the contact details say', async () => {
    const asked = await host.asked();
    const { id } = await secretariat.make('/people', { name: 'Sanna Brook' });
    const at = `/people/${String(id)}/contact`;
    await ok(secretariat.patch(at, { emails: ['sanna@example.org'], language: 'fr' }, { 'if-match': '*' }));
    const participation = `${host.summit}/participations/${asked.organization}`;
    await ok(secretariat.patch(participation, { focalPoint: id }, { 'if-match': '*' }));
    const { code, token } = await host.coded(asked);
    await ok(host.sign(token, code));
    await host.mailroom.deliver();

    const told = await host.tell();

    expect(told.map(({ to, subject }) => [to, subject.split('\u00a0')[0]])).toEqual([
      ['sanna@example.org', `Signé pour City ${asked.organization.split('-')[1]}`],
    ]);
  });
});

describe('“this was not us”', () => {
  test('shows what it is about and changes nothing; said by name, it suspends the signature and tells the organizers', async () => {
    const asked = await signed();
    const token = tokenIn(asked.told[0] ?? { text: '' });
    const before = await host.house.dump();

    const shown = await ok(everyone.get(`/disputes/${token}`));
    const blind = [
      await everyone.post(`/disputes/${token}`, {}),
      await everyone.post(`/disputes/${token}`, { name: ' ' }),
    ];
    expect(shown).toMatchObject({
      state: 'valid',
      canDispute: true,
      signature: { organization: asked.organization, signedBy: 'Ilka Verrane', proof: 'link' },
    });
    expect(blind.map(({ status }) => status)).toEqual([422, 422]);
    expect(await host.house.dump()).toEqual(before);

    const said = await Promise.all(
      [1, 2, 3].map(() => everyone.post(`/disputes/${token}`, { name: 'Jonas Weidt', words: 'Nobody here\nsigned.' })),
    );

    expect(tallied(said)).toEqual({ 200: 3 });
    expect(said.map(({ json }) => json.state)).toEqual(['suspended', 'suspended', 'suspended']);
    expect(await stateOf(asked)).toBe('suspended');
    const [mail, ...others] = await host.mailroom.deliver();
    expect([mail?.to, others]).toEqual(['edda@example.org', []]);
    expect(mail?.subject).toContain('«Это были не мы»');
    expect(mail?.text).toContain('> Jonas Weidt: Nobody here\n> signed.');
    const seen = await everyone.get(`${asked.text}/signatures/${asked.organization}-signatory`);
    expect(seen.text).not.toContain('Jonas');
  });

  test('is decided by an organizer: what was upheld is not suspended by the link again', async () => {
    const asked = await signed();
    const token = tokenIn(asked.told[0] ?? { text: '' });
    await ok(everyone.post(`/disputes/${token}`, { name: 'Jonas Weidt' }));
    await ok(
      secretariat.post(`${asked.text}/signatures/${asked.organization}-signatory/decision`, {
        to: 'valid',
        reason: 'Confirmed by the mayor.',
      }),
    );

    const again = await everyone.post(`/disputes/${token}`, { name: 'Jonas Weidt' });

    expect(codeOf(again)).toBe('wrong-state');
    expect([await stateOf(asked), (await ok(everyone.get(`/disputes/${token}`))).canDispute]).toEqual(['valid', false]);
    await host.mailroom.deliver();
  });

  test('by a link that was altered, or of another kind, opens nothing', async () => {
    const { token } = await host.asked();
    const wrong = [token, 'AAAAAAAAAAAAAAAAAAAAAA'];

    const replies = await Promise.all(wrong.map((one) => everyone.post(`/disputes/${one}`, { name: 'Jonas Weidt' })));

    expect(replies.map(({ status }) => status)).toEqual([404, 404]);
  });
});
