import * as z from 'zod';
import { address } from './address.ts';
import { Giver, InsteadOf } from './confirmation.ts';
import { DomainError, invalid } from './error.ts';
import { type Doing, passed } from './lifecycle.ts';
import { once } from './once.ts';
import type { Panelist } from './panelist.ts';
import { summary, limits, line } from './text.ts';
import { recordFields, slug } from './record.ts';
import type { Session } from './session.ts';
import { dayMs, hasCome, type Instant, instant, later, toInstant } from './when.ts';

const second = 1_000;
const hour = 3_600 * second;

/** How long a panelist has to answer, unless somebody says otherwise, in days. */
export const replyDays = 14;

/** What a panelist, or an office for them, can answer: yes, no, or no more after all. */
export const answers = ['confirm', 'decline', 'withdraw'] as const;
export type AnswerKind = (typeof answers)[number];

/** An answer as it comes in. Who gives it is typed by a person: no form has it filled in, so nothing that only sends forms answers. */
export const AnswerDraft = once(() =>
  z.strictObject({
    answer: z.enum(answers),
    by: Giver(),
    consent: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether name and title may be public; with a confirmation.' }),
    reason: line(limits.line).optional(),
    substitute: z
      .strictObject({ name: line(limits.name), title: line(limits.name).optional(), email: address().optional() })
      .optional()
      .meta({ description: 'Somebody else who could come: a proposal to the organizer, no place.' }),
    corrections: z
      .strictObject({
        printedName: line(limits.name).optional(),
        printedTitle: line(limits.name).optional(),
        name: line(limits.name).optional(),
        biography: summary().optional(),
      })
      .optional()
      .meta({ description: 'What should stand there instead; with a confirmation.' }),
    insteadOf: InsteadOf(),
  }),
);
export type AnswerDraft = z.output<ReturnType<typeof AnswerDraft>>;

/** An answer as it is kept: with when it was given. What was given up for it is a matter of the places themselves, maybe of another summit. */
export const Given = once(() => z.object({ ...AnswerDraft().omit({ insteadOf: true }).shape, at: z.string() }));
export type Given = z.output<ReturnType<typeof Given>>;

/** What an organizer says when inviting. */
export const InvitationDraft = once(() =>
  z.strictObject({
    replyBy: instant().optional().meta({ description: 'In two weeks, when left out; never after the session begins.' }),
  }),
);
export type InvitationDraft = z.output<ReturnType<typeof InvitationDraft>>;

/** That a panelist was asked: until when to answer, how often they were reminded, and what they, or their office, said. */
export const Invitation = once(() =>
  z.object({
    ...recordFields('invitation'),
    summit: slug(),
    session: slug(),
    panelist: slug(),
    person: z.string(),
    rehearsal: z.boolean(),
    sent: z.object({ at: z.string(), by: z.string() }).meta({ description: 'When, and by which account.' }),
    replyBy: z.string().meta({ description: 'Until when an answer is asked for.' }),
    reminders: z.array(z.string()).meta({ description: 'When the panelist was reminded.' }),
    due: z.string().optional().meta({ description: 'When the clock looks at it next.' }),
    answers: z.array(Given()).meta({ description: 'What was answered, by whom, the latest last.' }),
  }),
);
export type Invitation = z.output<ReturnType<typeof Invitation>>;

const at = (ms: number): Instant => toInstant(new Date(ms));

/** What the clock waits before it decides that somebody did not answer: longer than any request lives. */
const grace = 60 * second;

/** The least time between two mails that ask for the same. */
const leastApart = 12 * hour;

/**
 * When to remind somebody who has not answered: half-way, and two days before the end (on short notice three quarters of the way). A reminder
 * that would follow another mail too closely is left out.
 */
export const remindersOf = (sent: Instant, replyBy: Instant): Instant[] => {
  const [from, to] = [Date.parse(sent), Date.parse(replyBy)];
  const halfWay = from + (to - from) / 2;
  const planned = [halfWay, Math.max(to - 2 * dayMs, (halfWay + to) / 2)];
  const kept: number[] = [];
  for (const time of planned) if (time - (kept.at(-1) ?? from) >= leastApart) kept.push(time);
  return kept.map(at);
};

type Awaiting = Pick<Invitation, 'sent' | 'replyBy' | 'reminders'>;

/** When the clock has something to do for an invitation that nobody has answered: the next reminder, or the end. */
export const dueOf = ({ sent, replyBy, reminders }: Awaiting): Instant => {
  const last = reminders.at(-1) ?? sent.at;
  const next = reminders.length < 2 ? remindersOf(sent.at, replyBy).find((time) => time > last) : undefined;
  return next ?? later(replyBy, grace);
};

const waiting = (invitation: Omit<Invitation, 'due'>): Invitation => ({ ...invitation, due: dueOf(invitation) });

/** Sessions whose panel is still being made up. */
const settled: ReadonlySet<Session['state']> = new Set([
  'rejected',
  'merged',
  'withdrawn',
  'cancelled',
  'held',
  'concluded',
]);

/** Whether somebody can still come to a session. */
export const isAhead = ({ state }: Pick<Session, 'state'>): boolean => !settled.has(state);

const closed = ({ state }: Session): DomainError =>
  new DomainError('wrong-state', `The session is ${state}: nobody is invited to it any more.`, { also: { state } });

/** Until when an answer is asked for: the given time, else two weeks, in no case after the session begins. Errors: `invalid`, `wrong-state`. */
export const replyTime = (session: Session, { replyBy }: InvitationDraft, now: Date): Instant => {
  if (!isAhead(session)) throw closed(session);
  const { start } = session;
  const begins = start ? Date.parse(start) : Infinity;
  if (begins <= now.getTime())
    throw new DomainError('wrong-state', `The session began at ${start}: it is too late to ask somebody for it.`);
  if (!replyBy) return at(Math.min(now.getTime() + replyDays * dayMs, begins));
  if (hasCome(replyBy, now)) throw invalid([{ pointer: '/replyBy', detail: 'Give a time that is still to come.' }]);
  if (Date.parse(replyBy) > begins)
    throw invalid([{ pointer: '/replyBy', detail: `Give a time before the session begins, ${start}.` }]);
  return replyBy;
};

/** Asks a panelist to take their place; an earlier invitation that was revoked is over. */
export const invite = (
  id: string,
  { summit, session, slug: panelist, person }: Panelist,
  { replyBy, rehearsal }: { replyBy: Instant; rehearsal: boolean },
  sent: { at: Instant; by: string },
  version = 1,
): Invitation =>
  waiting({
    slug: id,
    version,
    state: 'open',
    summit,
    session,
    panelist,
    person,
    rehearsal,
    sent,
    replyBy,
    reminders: [],
    answers: [],
  });

/** Gives somebody who has not answered until later. */
export const prolonged = (invitation: Invitation, replyBy: Instant): Invitation =>
  invitation.state === 'open' ? waiting({ ...invitation, replyBy }) : { ...invitation, replyBy };

const over = (invitation: Invitation, to: Invitation['state'], passage: Doing): Invitation => {
  const { due: _, ...rest } = passed('invitation', invitation, to, passage);
  return rest;
};

/** Its links open nothing any more. Errors: `wrong-state`. */
export const revoke = (invitation: Invitation, passage: Doing): Invitation => over(invitation, 'revoked', passage);

/** Nobody answered in time. */
export const lapse = (invitation: Invitation, passage: Doing): Invitation => over(invitation, 'lapsed', passage);

/** No answer is waited for any more, because the place or the session was settled otherwise. */
export const close = (invitation: Invitation, passage: Doing): Invitation => over(invitation, 'closed', passage);

/** The invitation with a reminder, sent now. */
export const reminded = (invitation: Invitation, now: Instant): Invitation =>
  waiting({ ...invitation, reminders: [...invitation.reminders, now] });

/** What is kept of an answer. */
export const keptOf = ({ insteadOf: _, ...kept }: AnswerDraft): Omit<AnswerDraft, 'insteadOf'> => kept;

/** The invitation with what was answered. */
export const answered = (
  invitation: Invitation,
  draft: Omit<AnswerDraft, 'insteadOf'>,
  passage: Doing,
): Invitation => ({
  ...(invitation.state === 'answered' ? invitation : over(invitation, 'answered', passage)),
  answers: [...invitation.answers, { ...draft, at: passage.at }],
});

/** What the clock has to do for an invitation: nothing before its time, and nothing twice. */
export const workFor = (
  invitation: Invitation,
  panelist: Pick<Panelist, 'state'>,
  session: Pick<Session, 'state'>,
  now: Date,
): 'remind' | 'lapse' | 'close' | undefined => {
  const { state, due, replyBy } = invitation;
  if (state !== 'open' || !hasCome(due, now)) return undefined;
  if (panelist.state !== 'invited' || !isAhead(session)) return 'close';
  return hasCome(later(replyBy, grace), now) ? 'lapse' : 'remind';
};

/** Whether an answer gave the address of somebody else who could come. */
export const hasAddress = ({ answers: given }: Invitation): boolean =>
  given.some(({ substitute }) => substitute?.email !== undefined);

/** The same answers without the addresses in them. */
export const withoutAddresses = (invitation: Invitation): Invitation => ({
  ...invitation,
  answers: invitation.answers.map(({ substitute, ...answer }) => {
    if (!substitute) return answer;
    const { email: _, ...proposed } = substitute;
    return { ...answer, substitute: proposed };
  }),
});
