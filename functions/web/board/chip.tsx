import type { Session } from '../../../shared/domain/session.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { clockAt, type Stretch } from './grid.ts';
import { boardWords } from './place.ts';
import { isMovable, type Plan, queryOf, type Standing, type View } from './read.ts';

/** What a chip is shown with. */
export interface Chips {
  asked: Asked;
  plan: Plan;
  view: View;
  standings: ReadonlyMap<string, Standing>;
}

/** How long a session lasts that nothing else says it of. */
const usualMinutes = 60;

/** How long a session lasts: as it stands, or as its track says. */
export const minutesOf = (session: Session, tracks: readonly Track[]): number =>
  session.start && session.end
    ? (Date.parse(session.end) - Date.parse(session.start)) / 60_000
    : (tracks.find(({ slug }) => slug === session.track)?.minutes ?? usualMinutes);

/** The colour of a track, by its place among those of the summit; what is in none has the house's own. */
export const hueOf = (tracks: readonly Track[], track: string | undefined): string => {
  const at = tracks.findIndex(({ slug }) => slug === track);
  return at < 0 ? '' : ` hue-${1 + (at % 8)}`;
};

/** Where the form of a session stands. */
export const formAt = (
  { language }: Pick<Asked, 'language'>,
  summit: string,
  session: string,
  view: Partial<View> = {},
): string => `/${language}/organize/${summit}/board/${session}${queryOf(view)}`;

const Mark = ({ asked, standing }: { asked: Asked; standing: Standing | undefined }) => {
  const words = boardWords(asked);
  return (
    <>
      {standing?.verdict === 'block' ? <span class="tag bad">{words.blocks}</span> : null}
      {standing?.verdict === 'warn' ? <span class="tag warn">{words.warns}</span> : null}
      {standing?.isOverridden ? <span class="tag warn">{words.overridden}</span> : null}
    </>
  );
};

interface ChipProps extends Chips {
  session: Session;
  /** When it is held, where it has a place on the day that is shown. */
  at?: Stretch | undefined;
  /** What its room is called. */
  room?: string | undefined;
}

/** A session on the board: a link to its form, and where there is script, to be taken up. */
export const Chip = ({ asked, plan, view, standings, session, at, room }: ChipProps) => {
  const words = boardWords(asked);
  const minutes = minutesOf(session, plan.tracks);
  const time = at ? `${clockAt(at.from)}–${clockAt(at.to)}` : fill(words.minutes, { count: minutes });
  const where = at ? fill(words.place, { room: room ?? words.noRoom, time }) : words.unplaced;
  return (
    <a
      class={`chip${hueOf(plan.tracks, session.track)}${isMovable(session) ? '' : ' fixed'}`}
      href={formAt(asked, plan.summit.slug, session.slug, view)}
      data-session={session.slug}
      data-name={session.reference}
      data-place={where}
      data-minutes={String(minutes)}
      data-tag={`"${session.version}"`}
      aria-describedby="how"
    >
      <small>
        <bdi>{session.reference}</bdi> · {time} {at ? <span class="where">· {room ?? words.noRoom}</span> : null}
      </small>{' '}
      <Said text={session.title} language={asked.language} />{' '}
      <Mark asked={asked} standing={standings.get(session.slug)} />
    </a>
  );
};
