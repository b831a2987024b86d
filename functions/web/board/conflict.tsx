import type { Conflict } from '../../../shared/domain/conflict.ts';
import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { localTime } from '../../../shared/domain/when.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readOwn } from '../contract.ts';
import type { Asked } from '../page.ts';
import { formAt } from './chip.tsx';
import { boardWords, dayNamed } from './place.ts';
import { type Plan, roomNamed } from './read.ts';

/** Who is on the panel of a session, by the slug of the place: what people of a conflict are called. */
export type Names = ReadonlyMap<string, string>;

/** Errors: the contract's own. */
export const namesOf = async (asked: Asked, { summit, slug }: Pick<Session, 'summit' | 'slug'>): Promise<Names> => {
  const { record } = await readOwn<{ panel: Panelist[] }>(asked, `/summits/${summit}/sessions/${slug}`);
  return new Map(record.panel.map((one) => [one.slug, one.printedName]));
};

const overlapOf = (asked: Asked, { overlap }: Conflict, zone: string): string => {
  if (!overlap) return '';
  const [start, end] = [localTime(overlap.start, zone), localTime(overlap.end, zone)];
  return `${dayNamed(asked.language, start.slice(0, 10))}, ${start.slice(11)}–${end.slice(11)}`;
};

/** What stands against a place, in the reader's words: which session, which room or whom, and when. */
const conflictSaid = (asked: Asked, plan: Plan, names: Names, conflict: Conflict): string => {
  const words = boardWords(asked);
  const { kind, room, by } = conflict;
  return fill(words.conflicts[kind], {
    room: roomNamed(plan.rooms, room, asked.language) ?? words.theRoom,
    person: (by === undefined ? undefined : names.get(by)) ?? words.somebody,
    with: conflict.with?.reference ?? words.another,
    overlap: overlapOf(asked, conflict, plan.summit.zone ?? 'UTC'),
  });
};

interface ConflictsProps {
  asked: Asked;
  plan: Plan;
  names: Names;
  conflicts: readonly Conflict[];
}

/** A list of what stands against a place, each with the way to the session that is in it. */
export const Conflicts = ({ asked, plan, names, conflicts }: ConflictsProps) => {
  const said = new Map(conflicts.map((conflict) => [conflictSaid(asked, plan, names, conflict), conflict]));
  return (
    <ul>
      {[...said].map(([sentence, { with: other }]) => (
        <li>
          <bdi>{sentence}</bdi>{' '}
          {other?.summit === plan.summit.slug ? (
            <a href={formAt(asked, other.summit, other.session)}>
              {fill(boardWords(asked).refusal.open, { session: other.reference })}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
