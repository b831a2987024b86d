import { randomBytes } from 'node:crypto';
import { digest } from '../shared/domain/digest.ts';
import { isAsking } from '../shared/domain/letter.ts';
import { renderMail } from '../shared/documents/mail.ts';
import type { Office } from '../shared/operations/outbox.ts';
import type { Message, Post } from '../shared/operations/post.ts';
import type { Household } from './door.ts';

/** What the carrier does with the next message: takes it, refuses it, or is never heard of again, before or after it took it. */
export type Conduct = 'accept' | 'refuse' | 'kill-before' | 'kill-after';

/** A carrier that counts what it accepted. */
export interface FakePost extends Post {
  readonly accepted: readonly Message[];
  /** How it treats messages from now on, by what is in them. */
  conduct: (message: Message) => Conduct;
  /** Settled as soon as somebody whose call will never return has made it. */
  killed: Promise<void>;
}

const forever = (): Promise<never> => new Promise(() => {});

export const aPost = (): FakePost => {
  const accepted: Message[] = [];
  let kill = (): void => {};
  const killed = new Promise<void>((resolve) => (kill = resolve));
  const post: FakePost = {
    accepted,
    killed,
    conduct: () => 'accept',
    send: async (message) => {
      const conduct = post.conduct(message);
      if (conduct === 'refuse') throw Object.assign(new Error(`No mail to ${message.to}`), { name: 'MessageRejected' });
      if (conduct !== 'kill-before') accepted.push(message);
      if (conduct !== 'accept') {
        kill();
        return forever();
      }
      return { id: `accepted-${accepted.length}` };
    },
  };
  return post;
};

/** The office of a house, as the stream and the clock build it; every link is "…/invitation/<token>", and only its digest is written. */
export const anOffice = (
  { door: { house, log } }: Pick<Household, 'door'>,
  post: Post,
  given: Partial<Office> = {},
): Office => ({
  house,
  post,
  site: 'https://plenary.example',
  render: renderMail,
  linkFor: async ({ language, site, request, letter }) => {
    if (!isAsking(letter)) return undefined;
    const token = randomBytes(16).toString('base64url');
    const Item = { pk: `TOKEN#${digest(token)}`, sk: 'TOKEN', type: 'token', schema: 1, version: 1, request };
    return {
      href: `${site}/${language}/invitation/${token}`,
      writes: [{ action: { Put: { TableName: house.table.name, Item } }, refuse: () => new Error('never') }],
    };
  },
  log,
  ...given,
});
