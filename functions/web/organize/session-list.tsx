import { isJudged } from '../../../shared/domain/check.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { folded } from '../../../shared/domain/slug.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import { readList, readOwn } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import type { Asked, Page } from '../page.ts';
import { Said } from '../said.tsx';
import { workLanguage, workWords } from '../workspace.ts';
import { VerdictTag } from './checks.tsx';
import {
  calledIn,
  mayHere,
  type Planning,
  planning,
  roomsOf,
  type SessionChecks,
  sessionPage,
  sessionRecord,
  sessionsAt,
  tracksOf,
  whenOf,
  wordsOf,
} from './planned.ts';
import { SessionState } from './session-state.tsx';
import { shownAs } from './tried.ts';

/** How many rows a page of the list has. */
const rows = 40;

type Wanted = Record<string, string>;

const wantedIn = ({ request }: Asked): Wanted => Object.fromEntries(new URL(request.url).searchParams);

const queryOf = (wanted: Wanted, names: readonly string[]): string => {
  const query = new URLSearchParams();
  for (const name of names) if (wanted[name]) query.set(name, wanted[name]);
  return query.size === 0 ? '' : `?${query.toString()}`;
};

const matches =
  (typed: string) =>
  ({ reference, title }: Session): boolean =>
    folded(typed)
      .split(' ')
      .every((word) => folded([reference, ...Object.values(title)].join(' ')).includes(word));

/** Which sessions are not as they should be: by a rule, or because they were accepted and have no place. */
const needing = async ({ asked, summit }: Planning): Promise<(session: Session) => boolean> => {
  const checks = await readList<SessionChecks>(readOwn, asked, `/summits/${summit.slug}/checks`);
  const found = new Set(checks.filter(({ verdict }) => verdict !== 'pass').map(({ session }) => session));
  return ({ slug, state }) => found.has(slug) || state === 'accepted';
};

const listedOf = async (here: Planning, wanted: Wanted): Promise<Session[]> => {
  const { asked, summit } = here;
  const path = `/summits/${summit.slug}/sessions${queryOf(wanted, ['state', 'track', 'room', 'day'])}`;
  const [all, needs] = await Promise.all([
    readList<Session>(readOwn, asked, path),
    wanted.needs ? needing(here) : () => true,
  ]);
  return all.filter(matches(wanted.q ?? '')).filter(needs);
};

/** What the rules say of the rows that are shown, and of no others. */
const checksOf = async (here: Planning, sessions: readonly Session[]): Promise<Map<string, SessionChecks>> => {
  const read = sessions.filter(isJudged).map(async ({ slug }) => {
    const { record } = await readOwn<SessionChecks>(here.asked, `${sessionRecord(here, slug)}/checks`);
    return [slug, record] as const;
  });
  return new Map(await Promise.all(read));
};

const daysOf = (sessions: readonly Session[]): string[] =>
  [...new Set(sessions.flatMap(({ local }) => local?.start.slice(0, 10) ?? []))].toSorted();

interface Around {
  here: Planning;
  wanted: Wanted;
  tracks: readonly Track[];
  rooms: readonly Room[];
  days: readonly string[];
}

const Filters = ({ here: { asked }, wanted, tracks, rooms, days }: Around) => {
  const words = wordsOf(asked);
  const shown = shownAs(asked, wanted);
  const dayIn = wanted.day && !days.includes(wanted.day) ? [wanted.day, ...days] : days;
  return (
    <form class="filters" role="search" aria-label={words.filters.label}>
      <Field name="q" label={words.filters.search} shown={shown} type="search" optional />
      <Select
        name="state"
        label={words.filters.state}
        shown={shown}
        none={words.all}
        options={statesOf('session').map((state) => [state, words.states[state]])}
      />
      <Select
        name="track"
        label={words.filters.track}
        shown={shown}
        none={words.all}
        options={tracks.map(({ slug }) => [slug, calledIn(asked, tracks, slug)])}
      />
      <Select
        name="room"
        label={words.filters.room}
        shown={shown}
        none={words.all}
        options={rooms.map(({ slug }) => [slug, calledIn(asked, rooms, slug)])}
      />
      <Select
        name="day"
        label={words.filters.day}
        shown={shown}
        none={words.all}
        options={dayIn.map((day) => [day, day])}
      />
      <label class="check">
        <input type="checkbox" name="needs" value="yes" checked={wanted.needs === 'yes'} /> {words.filters.needs}
      </label>
      <button class="button">{words.filters.show}</button>
    </form>
  );
};

interface RowsProps {
  around: Around;
  sessions: readonly Session[];
  checks: ReadonlyMap<string, SessionChecks>;
}

const Rows = ({ around: { here, rooms }, sessions, checks }: RowsProps) => {
  const { asked } = here;
  const words = wordsOf(asked);
  const { columns } = words;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.title}>
      <table class="folds">
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr>
              <td data-name={columns.reference} class="figures">
                <bdi>{session.reference}</bdi>
              </td>
              <td data-name={columns.title}>
                <a href={sessionsAt(here, session.slug)}>
                  <Said text={session.title} language={asked.language} />
                </a>
              </td>
              <td data-name={columns.state}>
                <SessionState asked={asked} state={session.state} />
              </td>
              <td data-name={columns.when}>{whenOf(here, session) || <span class="minor">{words.unplaced}</span>}</td>
              <td data-name={columns.where}>
                {session.room ? <bdi>{calledIn(asked, rooms, session.room)}</bdi> : <span class="minor">—</span>}
              </td>
              <td data-name={columns.checks}>
                <VerdictTag asked={asked} checks={checks.get(session.slug)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Pager = ({ here, wanted, from, all }: { here: Planning; wanted: Wanted; from: number; all: number }) => {
  const words = wordsOf(here.asked);
  if (all <= rows) return null;
  const to = (at: number): string => {
    const query = new URLSearchParams({ ...wanted, from: String(at) });
    return `${sessionsAt(here)}?${query.toString()}`;
  };
  return (
    <nav class="pager" aria-label={words.title}>
      <span class="minor figures">
        {from + 1}–{Math.min(from + rows, all)} / {all}
      </span>
      <div class="row">
        {from > 0 ? (
          <a class="button small" rel="prev" href={to(Math.max(0, from - rows))}>
            ←<span class="unseen"> {Math.max(0, from - rows) + 1}</span>
          </a>
        ) : null}
        {from + rows < all ? (
          <a class="button small" rel="next" href={to(from + rows)}>
            {workWords(here.asked).more}
          </a>
        ) : null}
      </div>
    </nav>
  );
};

const startOf = (wanted: Wanted): number => Math.max(0, Math.trunc(Number(wanted.from ?? 0)) || 0);

/** The sessions of a summit as they are planned, with what the rules say of each. */
export const sessionList = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'placement:read');
  const wanted = wantedIn(asked);
  const [sessions, tracks, rooms] = await Promise.all([listedOf(here, wanted), tracksOf(here), roomsOf(here)]);
  const from = startOf(wanted);
  const page = sessions.slice(from, from + rows);
  const checks = await checksOf(here, page);
  const words = wordsOf(asked);
  const around = { here, wanted, tracks, rooms, days: daysOf(sessions) };
  return sessionPage(here, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <div class="row apart">
          <h1>{words.title}</h1>
          {mayHere(here, 'session:write') ? (
            <a class="button chief" href={sessionsAt(here, 'new')}>
              {words.fresh}
            </a>
          ) : null}
        </div>
        <p class="lead">{words.lead}</p>
        <Filters {...around} />
        <p class="minor" role="status">
          {fill(words.count[plural(workLanguage(asked), sessions.length)], { number: sessions.length })}
        </p>
        {page.length === 0 ? (
          <p class="none">{words.none}</p>
        ) : (
          <Rows around={around} sessions={page} checks={checks} />
        )}
        <Pager here={here} wanted={wanted} from={from} all={sessions.length} />
      </>
    ),
  });
};
