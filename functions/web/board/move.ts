import type { Conflict } from '../../../shared/domain/conflict.ts';
import { type Code, codes, DomainError } from '../../../shared/domain/error.ts';
import type { MoveAnswer } from '../../../shared/domain/move.ts';
import type { Placement } from '../../../shared/domain/placement.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { localTime } from '../../../shared/domain/when.ts';
import type { Form } from '../../../shared/http/form.ts';
import { versionIn } from '../../../shared/http/tag.ts';
import type * as z from 'zod';
import { send } from '../contract.ts';
import { carried } from '../form.tsx';
import type { Asked } from '../page.ts';
import { minutesOf } from './chip.tsx';
import type { Where } from './place.ts';
import type { Plan } from './read.ts';

/** What a form wants of a session. */
interface Wanted {
  /** Sent to the contract: the clock on the wall, or an instant. */
  start: string;
  room: string | undefined;
  minutes: number | undefined;
  reason: string | undefined;
}

/** One of the nearest places, as its button says it: when, and in which room. */
const offered = (place: string): { start: string; room: string | undefined } => {
  const [start = '', room] = place.split(' ');
  return { start, room: room || undefined };
};

/** What was filled in or chosen. */
export const wantedIn = (form: Form): Wanted => {
  const { place, day = '', start = '', room, minutes = '' } = form;
  const where = place ? offered(place) : { start: `${day}T${start}`, room: room || undefined };
  const reason = form['override.reason']?.trim();
  return { ...where, minutes: minutes === '' ? undefined : Number(minutes), reason: reason || undefined };
};

/** The same by the clock on the wall, to be shown. */
export const wantedWhere = ({ start, room, minutes }: Wanted, zone: string): Where & { minutes: string } => ({
  room,
  start: start.endsWith('Z') ? localTime(start, zone) : start,
  minutes: minutes === undefined ? '' : String(minutes),
});

const placementAt = ({ summit, slug }: Pick<Session, 'summit' | 'slug'>): string =>
  `/summits/${summit}/sessions/${slug}/placement`;

/** Places or moves a session. Errors: the contract's own. */
export const placed = async (asked: Asked, at: Pick<Session, 'summit' | 'slug'>, form: Form): Promise<Placement> => {
  const { start, room, minutes, reason } = wantedIn(form);
  const body = { start, room, minutes, ...(reason === undefined ? {} : { override: { reason } }) };
  const asking = { method: 'PUT', path: `${placementAt(at)}?suggest=3`, body, tag: carried(form).tag } as const;
  return (await send<Placement>(asked, asking)).record;
};

/** Takes a session off its place. Errors: the contract's own. */
export const takenOff = async (asked: Asked, at: Pick<Session, 'summit' | 'slug'>, form: Form): Promise<void> => {
  await send(asked, { method: 'DELETE', path: placementAt(at), tag: carried(form).tag });
};

type Answer = z.output<ReturnType<typeof MoveAnswer>>;

const isCode = (code: string): code is Code => code in codes;

const refusedBy = (answers: readonly Answer[]): DomainError | undefined => {
  const problems = answers.flatMap(({ problem }) => (problem ? [problem] : []));
  const told = problems.find(({ conflicts }) => Array.isArray(conflicts)) ?? problems[0];
  if (!told) return undefined;
  const code = told.type.replace('/api#', '');
  const conflicts = problems.flatMap((one) => (one.conflicts as Conflict[] | undefined) ?? []);
  return new DomainError(isCode(code) ? code : 'not-placeable', told.detail, {
    also: conflicts.length > 0 ? { conflicts } : {},
  });
};

const lasting = (plan: Plan, session: Session): number => minutesOf(session, plan.tracks);

/** Two sessions change their places: both, or neither. Errors: the contract's own; `stale` where the first was changed after it was shown. */
export const swapped = async (asked: Asked, plan: Plan, session: Session, form: Form): Promise<void> => {
  const other = plan.sessions.find(({ slug }) => slug === form.swap);
  if (versionIn(carried(form).tag) !== session.version) throw new DomainError('stale', 'It was changed meanwhile.');
  if (!other?.start || !session.start)
    throw new DomainError('wrong-state', 'Both sessions need a place that the other can take.');
  const moves = [
    { session: session.slug, room: other.room, start: other.start, minutes: lasting(plan, session), group: 'swap' },
    { session: other.slug, room: session.room, start: session.start, minutes: lasting(plan, other), group: 'swap' },
  ];
  const path = `/summits/${plan.summit.slug}/placements`;
  const { record } = await send<{ moves: Answer[] }>(asked, {
    method: 'POST',
    path,
    body: { moves },
    key: carried(form).key,
  });
  const refusal = refusedBy(record.moves);
  if (refusal) throw refusal;
};
