import { may } from '../../../shared/domain/access.ts';
import type { Conflict } from '../../../shared/domain/conflict.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import type { Asked } from '../page.ts';
import { formAt } from './chip.tsx';
import { Conflicts, type Names } from './conflict.tsx';
import { boardWords, localOf, placeNamed, type Where } from './place.ts';
import { daysOf, type Plan, viewOf } from './read.ts';

/** A place that a session could have. */
export interface Suggestion {
  room?: string;
  start: string;
  end: string;
}

/** Why a session is not where it was to be. */
export interface Refused {
  session: Session;
  /** Where it was to be, as it was sent; undefined of what is no place. */
  wanted: (Where & { minutes: string }) | undefined;
  /** Somebody else was there first: nothing was tried. */
  isStale: boolean;
  /** What the contract says, where no conflict is named. */
  text: string | undefined;
  conflicts: readonly Conflict[];
  suggestions: readonly Suggestion[];
}

interface RefusalProps {
  asked: Asked;
  plan: Plan;
  names: Names;
  refused: Refused;
}

const action = ({ asked, plan, refused }: RefusalProps): string =>
  formAt(asked, plan.summit.slug, refused.session.slug, viewOf(asked, daysOf(plan)));

const Tag = ({ session }: Pick<Refused, 'session'>) => (
  <input type="hidden" name="_tag" value={`"${session.version}"`} />
);

// With the session that alone has the room, it may change places.
const inTheWay = ({ plan, refused: { session, conflicts } }: RefusalProps): Session | undefined => {
  const others = new Set(
    conflicts.flatMap(({ kind, with: one }) =>
      kind === 'room-taken' && one?.summit === session.summit ? [one.session] : [],
    ),
  );
  const [only] = others;
  return others.size === 1 && session.start ? plan.sessions.find(({ slug }) => slug === only) : undefined;
};

const Nearest = (props: RefusalProps) => {
  const { asked, plan, refused } = props;
  const { session, suggestions, wanted } = refused;
  const words = boardWords(asked).refusal;
  const other = inTheWay(props);
  const zone = plan.summit.zone ?? 'UTC';
  return (
    <form class="stack close" method="post" action={action(props)}>
      <Tag session={session} />
      <input type="hidden" name="minutes" value={wanted?.minutes ?? ''} />
      <p>{suggestions.length > 0 ? words.nearest : words.none}</p>
      <p class="row close">
        {suggestions.map((one) => (
          <button class="button small" name="place" value={`${one.start} ${one.room ?? ''}`}>
            {placeNamed(asked, plan.rooms, localOf({ room: one.room, start: one.start, end: one.end }, zone))}
          </button>
        ))}
        {other ? (
          <button class="button small" name="swap" value={other.slug}>
            {fill(words.swap, { session: other.reference })}
          </button>
        ) : null}
      </p>
    </form>
  );
};

const Override = (props: RefusalProps) => {
  const { asked, refused } = props;
  const { session, wanted } = refused;
  const words = boardWords(asked).refusal;
  return (
    <form class="fields" method="post" action={action(props)}>
      <Tag session={session} />
      <input type="hidden" name="room" value={wanted?.room ?? ''} />
      <input type="hidden" name="day" value={wanted?.start?.slice(0, 10) ?? ''} />
      <input type="hidden" name="start" value={wanted?.start?.slice(11, 16) ?? ''} />
      <input type="hidden" name="minutes" value={wanted?.minutes ?? ''} />
      <input type="hidden" name="deed" value="override" />
      <div class="field">
        <label for="override-reason">{words.reason}</label>
        <p class="hint" id="override-reason-hint">
          {words.reasonHint}
        </p>
        <input id="override-reason" name="override.reason" aria-describedby="override-reason-hint" autocomplete="off" />
      </div>
      <div>
        <button class="button small">{words.override}</button>
      </div>
    </form>
  );
};

const titleOf = ({ asked, plan, refused: { session, wanted } }: RefusalProps): string => {
  const words = boardWords(asked).refusal;
  if (wanted?.start === undefined) return fill(words.plain, { session: session.reference });
  return fill(words.title, { session: session.reference, place: placeNamed(asked, plan.rooms, wanted) });
};

/** Why a session was not moved, what stands in the way, and what can be done instead. */
export const Refusal = (props: RefusalProps) => {
  const { asked, plan, names, refused } = props;
  const { session, conflicts, isStale, text, wanted } = refused;
  const words = boardWords(asked).refusal;
  const now = placeNamed(asked, plan.rooms, { room: session.room, ...session.local });
  const isPlace = conflicts.length > 0 && wanted !== undefined;
  const mayOverride =
    isPlace && may(props.plan.caller, 'placement:override', { summit: session.summit, session: session.slug });
  return (
    <section class="said bad stack close" id="refusal" role="alert" aria-labelledby="refused">
      <h2 id="refused">{titleOf(props)}</h2>
      {isStale ? <p>{fill(words.stale, { session: session.reference, place: now })}</p> : null}
      {text === undefined ? null : <p>{text}</p>}
      <Conflicts asked={asked} plan={plan} names={names} conflicts={conflicts} />
      {isPlace ? <Nearest {...props} /> : null}
      {mayOverride ? <Override {...props} /> : null}
    </section>
  );
};
