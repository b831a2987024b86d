import { renderMail } from '../shared/documents/mail.ts';
import type { Message } from '../shared/operations/post.ts';
import { type Office, sweep } from '../shared/operations/outbox.ts';
import { panelistLink } from '../shared/operations/panelist-link.ts';
import { firstLink, roleLink } from '../shared/operations/role-link.ts';
import { disputeLink, signingLink } from '../shared/operations/signing-link.ts';
import { randomBytes, randomInt } from 'node:crypto';
import type { Household } from './door.ts';
import { aPost, type FakePost } from './post.ts';

/** Where mails are carried from, and what arrived. */
export interface Mailroom {
  post: FakePost;
  office: Office;
  /** Carries what is due; answers what arrived by it. */
  deliver: () => Promise<readonly Message[]>;
}

const aSecret = (): string => randomBytes(16).toString('base64url');
const secrets = { secret: aSecret, code: () => String(randomInt(1_000_000)).padStart(6, '0') };

/** The mailroom of a house: mails are written as they are in the product, and arrive here. */
export const aMailroom = ({ door, clock, logged }: Household): Mailroom => {
  const post = aPost();
  const { house } = door;
  const office: Office = {
    house,
    post,
    site: 'https://plenary.example',
    render: renderMail,
    linkFor: firstLink(
      panelistLink(house, aSecret),
      roleLink(house, aSecret),
      signingLink(house, secrets),
      disputeLink(house, secrets),
    ),
    log: (entry) => void logged.push(entry),
  };
  const deliver = async (): Promise<readonly Message[]> => {
    const before = post.accepted.length;
    await sweep(office, clock.now);
    return post.accepted.slice(before);
  };
  return { post, office, deliver };
};

/** The token of the link in a mail. Throws where there is none. */
export const tokenIn = ({ text }: Pick<Message, 'text'>): string => {
  const token = /\/(?:invitation|role|signing|dispute)\/([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`There is no link in this mail:\n${text}`);
  return token;
};
