import type { Mail } from '../../../shared/domain/mail.ts';
import type { Desk } from '../../../shared/domain/desk.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Text } from '../../../shared/domain/text.ts';
import { dayMs, hasCome, type Instant, later } from '../../../shared/domain/when.ts';
import type { Judged, Overview, TextNow } from './today-read.ts';

/** What needs somebody: how many of what, where it is done, and until when. */
export interface Task {
  what:
    | 'objections'
    | 'suspended'
    | 'circulation'
    | 'unanswered'
    | 'bounced'
    | 'broken'
    | 'outcomes'
    | 'nominations'
    | 'proposals'
    | 'unplaced'
    | 'changes'
    | 'desk'
    | 'call';
  count: number;
  /** Below /{lang}/organize/{summit}. */
  at: string;
  /** What that is called which it belongs to. */
  of?: Text | undefined;
  by?: Instant | undefined;
}

/** How pressing each kind is: what runs out, before what stands in the way, before what waits. */
const order: readonly Task['what'][] = [
  'objections',
  'suspended',
  'circulation',
  'unanswered',
  'bounced',
  'broken',
  'outcomes',
  'nominations',
  'proposals',
  'unplaced',
  'changes',
  'desk',
  'call',
];

const several = (what: Task['what'], count: number, at: string, more: Partial<Task> = {}): Task[] =>
  count > 0 ? [{ what, count, at, ...more }] : [];

/** Whether a mail did not arrive. What was overtaken by an answer did what it was for. */
export const isLost = ({ state, failure, returned }: Mail): boolean =>
  returned !== undefined || (state === 'failed' && failure !== 'overtaken' && failure !== 'gone');

const isHeld = ({ origin }: Session): boolean => origin === 'held';

/** A session that has its part on the programme still to be given: a time, and a room unless it is online alone. */
export const isUnplaced = (session: Session): boolean =>
  isHeld(session) &&
  session.state === 'accepted' &&
  (session.start === undefined || (session.room === undefined && session.mode !== 'online'));

/** How long after a session its outcomes are late. */
const outcomeDays = 7;

/** Whether what came out of a session should be there, and is not: it was held and is not concluded, or is over and nobody said so. */
export const isLate =
  (now: Date) =>
  (session: Session): boolean =>
    isHeld(session) &&
    (session.state === 'held' || session.state === 'scheduled') &&
    session.end !== undefined &&
    hasCome(later(session.end, outcomeDays * dayMs), now);

const soonest = (instants: readonly Instant[]): Instant | undefined => instants.toSorted()[0];

const ofDisputes = ({ disputed, texts }: Overview): Task[] =>
  texts.flatMap(({ declaration: { slug, title } }) => {
    const count = disputed.filter(({ declaration }) => declaration === slug).length;
    return several('suspended', count, `/declarations/${slug}`, { of: title });
  });

const ofText = ({ declaration, circulations, objections }: TextNow): Task[] => {
  const at = `/declarations/${declaration.slug}`;
  const by = soonest(circulations.map(({ deadline }) => deadline));
  return [
    ...several('objections', objections, at, { of: declaration.title, by }),
    ...several('circulation', circulations.length, at, { of: declaration.title, by }),
  ];
};

const isSoon = (by: Instant | undefined, days: number, now: Date): boolean =>
  by !== undefined && !hasCome(by, now) && hasCome(by, new Date(now.getTime() + days * dayMs));

const networkOf = ({ networks }: Overview, { organization }: Desk): Text =>
  networks.get(organization)?.name ?? { en: organization };

const ofDesks = (overview: Overview, now: Date): Task[] => [
  ...overview.desks.flatMap((desk) => {
    const count = overview.nominations.filter((one) => one.desk === desk.slug).length;
    return several('nominations', count, `/desks/${desk.slug}`, { of: networkOf(overview, desk) });
  }),
  ...overview.desks
    .filter(({ state, deadline }) => state === 'open' && isSoon(deadline, 7, now))
    .map((desk): Task => ({
      what: 'desk',
      count: 1,
      at: `/desks/${desk.slug}`,
      of: networkOf(overview, desk),
      by: desk.deadline,
    })),
];

const ofCalls = ({ tracks }: Overview, now: Date): Task[] =>
  tracks
    .filter(({ state, call }) => state === 'open' && isSoon(call?.hard, 14, now))
    .map(({ slug, title, call }): Task => ({
      what: 'call',
      count: 1,
      at: `/tracks/${slug}`,
      of: title,
      by: call?.hard,
    }));

const ofSessions = ({ sessions, unanswered }: Overview, now: Date): Task[] => {
  const [first] = unanswered;
  const waits = sessions.filter((session) => isHeld(session) && session.state === 'submitted').length;
  return [
    ...several('unanswered', unanswered.length, unanswered.length === 1 ? `/sessions/${first?.session}` : '/sessions', {
      by: first?.replyBy,
    }),
    ...several('outcomes', sessions.filter(isLate(now)).length, '/sessions'),
    ...several('proposals', waits, '/proposals'),
    ...several('unplaced', sessions.filter(isUnplaced).length, '/board'),
  ];
};

const ofJudged = ({ broken, changes }: Judged): Task[] => [
  ...several('broken', broken.length, broken.length === 1 ? `/sessions/${broken[0]}` : '/sessions'),
  ...several('changes', changes, '/releases'),
];

/** What needs somebody at a summit, the most pressing first. */
export const tasksOf = (overview: Overview, now: Date, judged?: Judged): Task[] => {
  if (overview.summit.state === 'cancelled') return [];
  const all = [
    ...overview.texts.flatMap(ofText),
    ...ofDisputes(overview),
    ...ofSessions(overview, now),
    ...several('bounced', overview.mails.filter(isLost).length, '/mails?state=failed'),
    ...(judged ? ofJudged(judged) : []),
    ...ofDesks(overview, now),
    ...ofCalls(overview, now),
  ];
  const pressing = ({ what }: Task): number => order.indexOf(what);
  return all.toSorted((a, b) => pressing(a) - pressing(b) || ((a.by ?? '~') < (b.by ?? '~') ? -1 : 1));
};
