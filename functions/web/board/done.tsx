import type { Child } from 'hono/jsx';
import type { Conflict } from '../../../shared/domain/conflict.ts';
import type { Placement } from '../../../shared/domain/placement.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readOwn } from '../contract.ts';
import type { Asked } from '../page.ts';
import { Conflicts, type Names, namesOf } from './conflict.tsx';
import { boardWords, placeNamed } from './place.ts';
import type { Plan } from './read.ts';

interface StandingProps {
  asked: Asked;
  plan: Plan;
  names: Names;
  placement: Placement;
}

/** What was let through, and who is wanted there unconfirmed. */
export const Standing = ({ asked, plan, names, placement: { held, warnings } }: StandingProps) => {
  const words = boardWords(asked);
  const lists: [string, readonly Conflict[]][] = [
    [words.warnings, warnings as Conflict[]],
    [words.held, held as Conflict[]],
  ];
  return (
    <>
      {lists.map(([lead, conflicts]) =>
        conflicts.length === 0 ? null : (
          <div>
            <p>{lead}</p>
            <Conflicts asked={asked} plan={plan} names={names} conflicts={conflicts} />
          </div>
        ),
      )}
    </>
  );
};

/** A session's place with what stands against it, and what its people are called. */
export const standingOf = async (asked: Asked, { summit, slug }: Session): Promise<Omit<StandingProps, 'plan'>> => {
  const [{ record: placement }, names] = await Promise.all([
    readOwn<Placement>(asked, `/summits/${summit}/sessions/${slug}/placement`),
    namesOf(asked, { summit, slug }),
  ]);
  return { asked, names, placement };
};

/** What was just done, by the address that the move led to. */
export const doneIn = async (asked: Asked, plan: Plan): Promise<Child | undefined> => {
  const words = boardWords(asked);
  const { moved, off } = asked.context.req.query();
  const session = plan.sessions.find(({ slug }) => slug === (moved ?? off));
  if (!session) return undefined;
  if (session.local === undefined) return fill(words.off, { session: session.reference });
  const place = placeNamed(asked, plan.rooms, { room: session.room, ...session.local });
  return (
    <>
      <p>{fill(words.moved, { session: session.reference, place })}</p>
      <Standing plan={plan} {...await standingOf(asked, session)} />
    </>
  );
};
