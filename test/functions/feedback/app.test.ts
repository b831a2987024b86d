import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedback, type Told } from '../../../functions/feedback/app.ts';
import { returnsOf } from '../../../infra/local/mail.ts';
import { unreachableSince } from '../../../shared/table/address.ts';
import { aDoor, type Household } from '../../door.ts';

let home: Household;
beforeAll(async () => {
  home = await aDoor();
});
afterAll(() => home.close());

const arrived = (to: string) => ({
  id: 'ses-1',
  at: '2031-03-01T08:59:30.000Z',
  from: 'summit@example.org',
  to: [to],
  subject: 'An invitation',
  text: 'Good day',
  html: '<p>Good day</p>',
  headers: { 'Plenary-Mail': '-/n99' },
  files: [],
});

const hear = async (to: string, change: (told: Told) => Told = (told) => told): Promise<void> => {
  const note = feedback(home.door.house, () => home.clock.now);
  for (const event of returnsOf(arrived(to)))
    await note({
      ...event,
      version: '0',
      account: '',
      region: '',
      resources: [],
      detail: change(event.detail as Told),
    });
};
const since = (address: string) => unreachableSince(home.table, address, home.clock.now);

it.each(['bounce@example.org', 'complaint@example.org'])(
  'notes what came back from %s, as SES tells it',
  async (address) => {
    await hear(address);
    expect(await since(address)).toBe('2031-03-01T08:59:30Z');
  },
);

it('is told twice without harm', async () => {
  await hear('bounce+twice@example.org');
  await hear('bounce+twice@example.org');
  expect(await since('bounce+twice@example.org')).toBe('2031-03-01T08:59:30Z');
});

it('thinks nothing of a mailbox that is full today', async () => {
  await hear('bounce+full@example.org', (told) => ({
    ...told,
    ...(told.bounce && { bounce: { ...told.bounce, bounceType: 'Transient' } }),
  }));
  expect(await since('bounce+full@example.org')).toBeUndefined();
});
