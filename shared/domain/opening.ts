import { DomainError, notFound } from './error.ts';
import type { Invitation } from './invitation.ts';
import { dayMs, type Instant, later } from './when.ts';

/** For how many days a link opens beyond the time to reply by: whoever is late, or changes their mind, still finds the door. */
export const linkDays = 14;

/** What a link opens, and until when. */
export interface Opening {
  summit: string;
  session: string;
  panelist: string;
  person: string;
  /** Which invitation: one that was revoked took its links with it. */
  invitation: string;
  until: Instant;
}

/** Until when a link opens that is sent now. */
export const openUntil = ({ replyBy }: Pick<Invitation, 'replyBy'>, now: Date): Instant =>
  later(new Date(Math.max(Date.parse(replyBy), now.getTime())), linkDays * dayMs);

/** The refusal of a link whose time is over, with the way to a new one. */
export const linkExpired = ({ until }: Opening): DomainError =>
  new DomainError(
    'link-expired',
    `This link was good until ${until}. Ask for a new one with the address that the invitation went to (POST /api/v1/invitations/again).`,
    { also: { until } },
  );

/** Refuses a link that leads nowhere any more, as if it had never been. Errors: `not-found`. */
export const mayOpen = (opening: Opening, invitation: Invitation | undefined): Invitation => {
  if (!invitation || invitation.slug !== opening.invitation || invitation.state === 'revoked')
    throw notFound('invitation');
  return invitation;
};
