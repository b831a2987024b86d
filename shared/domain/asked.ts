import * as z from 'zod';
import { type Circulation, isAsked } from './circulation.ts';
import { type FieldError, refuseAll } from './error.ts';
import type { Mail } from './mail.ts';
import { once } from './once.ts';
import { capacities, type Participation } from './participation.ts';
import { slug } from './record.ts';
import { limits, line } from './text.ts';
import { type Instant, instant, toInstant } from './when.ts';

/** Whether a circulation reached an organization, and how that is known; or why it did not. */
export const Reach = once(() =>
  z.object({
    state: z.enum(['waiting', 'reached', 'not-reached']),
    since: z.string().optional(),
    by: z.enum(['mail', 'answer', 'record']).optional().meta({
      description: 'A mail that was accepted and did not come back, an objection, or what an organizer recorded.',
    }),
    because: z
      .enum(['no-address', 'returned', 'failed', 'late'])
      .optional()
      .meta({ description: 'Nobody has an address; every mail came back or failed; or it came after the deadline.' }),
  }),
);
export type Reach = z.output<ReturnType<typeof Reach>>;

/** An organization that was asked in a circulation. */
export const Asked = once(() =>
  z.object({
    organization: slug(),
    printed: z.string(),
    capacities: z.array(z.enum(capacities)),
    summit: slug(),
    declaration: slug(),
    circulation: slug(),
    version: z.int().positive(),
    told: z
      .array(z.object({ at: z.string(), recipients: z.int().min(0) }))
      .meta({ description: 'When it was told of each notice of the circulation, in their order, and how many were.' }),
    mails: z
      .array(z.object({ id: z.string(), notice: z.int().min(0) }))
      .meta({ description: 'The mails, and which notice each tells.' }),
    reachedOtherwise: z
      .object({ at: z.string(), reason: z.string() })
      .optional()
      .meta({ description: 'That it was reached by other ways, as an organizer recorded.' }),
    excuse: z
      .object({ at: z.string(), reason: z.string() })
      .optional()
      .meta({ description: 'Why silence may adopt although it was not reached, as an organizer recorded.' }),
    reach: Reach().optional().meta({ description: 'As it was when the clock decided.' }),
    batch: z.string(),
  }),
);
export type Asked = z.output<ReturnType<typeof Asked>>;

/** What an organizer records about somebody who was not reached. */
export const Unreached = once(() =>
  z.strictObject({
    organization: slug(),
    reason: line(limits.line).meta({ description: 'Why silence may adopt all the same, or how it was reached.' }),
    at: instant().optional().meta({
      description:
        'When it was reached by other ways. Left out, it was not reached, and silence may adopt for the reason.',
    }),
  }),
);
export type Unreached = z.output<ReturnType<typeof Unreached>>;

/** Those who take part and are asked, in the order of their names in the address. */
export const askedOf = (
  participations: readonly Participation[],
): Pick<Asked, 'organization' | 'printed' | 'capacities'>[] =>
  participations
    .filter(isAsked)
    .map(({ organization, counted, capacities: as }) => ({ organization, printed: counted.printed, capacities: as }));

/** Notes what an organizer says of it. Errors: `invalid` for an instant outside of the time that it had. */
export const noted = (
  asked: Asked,
  { reason, at }: Unreached,
  { at: begun, deadline, state }: Circulation,
  now: Date,
): Asked => {
  if (at === undefined) return { ...asked, excuse: { at: toInstant(now), reason } };
  const errors: FieldError[] = [];
  if (at < begun)
    errors.push({ pointer: '/at', detail: `Give an instant from ${begun} on: it was not circulated before.` });
  if (Date.parse(at) > now.getTime())
    errors.push({ pointer: '/at', detail: 'Give an instant that is not in the future.' });
  else if (state === 'open' && at >= deadline)
    errors.push({
      pointer: '/at',
      detail: `Who was reached only after the deadline (${deadline}) could not object. Leave it out, and say why silence may adopt all the same.`,
    });
  refuseAll(errors);
  return { ...asked, reachedOtherwise: { at, reason } };
};

const acceptedAt = ({ state, sent, returned, at }: Mail): Instant | undefined => {
  if (returned) return undefined;
  // A rehearsal's mail is accepted here, when it was ordered.
  return state === 'sent' ? (sent?.at ?? at) : state === 'kept' ? at : undefined;
};

const earliest = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.filter((at) => at !== undefined).toSorted()[0];

const whyNot = (mails: readonly Mail[]): NonNullable<Reach['because']> => {
  if (mails.some(({ returned, failure }) => returned || failure === 'unreachable')) return 'returned';
  return mails.every(({ failure }) => failure === 'no-address') ? 'no-address' : 'failed';
};

/**
 * Whether a circulation reached an organization: by a mail that was accepted and did not come back, by an objection of its own, or as an organizer
 * recorded; and before the deadline, because who hears of it later cannot object. `mails` are those that told it something.
 */
export const reachOf = (
  asked: Pick<Asked, 'told' | 'mails' | 'reachedOtherwise'>,
  { deadline, state }: Pick<Circulation, 'deadline' | 'state'>,
  mails: readonly Mail[],
  answered: Instant | undefined,
): Reach => {
  const { reachedOtherwise, told } = asked;
  const isLate = (at: Instant): boolean => state !== 'suspended' && Date.parse(at) >= Date.parse(deadline);
  const mailed = earliest(mails.map(acceptedAt));
  const ways = [
    { by: 'mail' as const, since: mailed },
    { by: 'answer' as const, since: answered },
    { by: 'record' as const, since: reachedOtherwise?.at },
  ].flatMap(({ by, since }) => (since === undefined || isLate(since) ? [] : [{ by, since }]));
  const first = ways.toSorted((a, b) => (a.since < b.since ? -1 : 1))[0];
  if (first) return { state: 'reached', ...first };
  if (told.length === 0) return { state: 'waiting' };
  if (mails.length === 0) return { state: 'not-reached', because: 'no-address' };
  if (mailed !== undefined) return { state: 'not-reached', because: 'late' };
  if (mails.some((mail) => mail.state === 'pending' || mail.state === 'claimed')) return { state: 'waiting' };
  return { state: 'not-reached', because: whyNot(mails) };
};

/** Whether silence may adopt as far as this organization goes. */
export const isSettled = ({ excuse }: Pick<Asked, 'excuse'>, { state }: Reach): boolean =>
  state === 'reached' || excuse !== undefined;
