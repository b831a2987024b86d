import type { Session } from '../../../shared/domain/session.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { isKnown } from '../../../shared/http/tag.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import type { Asked, Page } from '../page.ts';
import { shown } from '../shown.tsx';
import { partAt, workLanguage, workPage, workWords } from '../workspace.ts';
import { Chip, type Chips } from './chip.tsx';
import { doneIn } from './done.tsx';
import { clockAt, type Column, type DayGrid, gridOf, placeClass } from './grid.ts';
import { boardWords, dayNamed } from './place.ts';
import { daysOf, type Plan, queryOf, readPlan, stampOf, standingsOf, viewOf, type View, waitingIn } from './read.ts';

/** The steps in which the keyboard and the pointer choose a time, in minutes. */
const step = 15;
/** As many as a tray shows at once: what more there is, is searched for. */
const mostInTray = 40;

const nameOf = (asked: Asked, { room, nth }: Column): string => {
  const name = room ? inLanguage(room.name, asked.language) : boardWords(asked).noRoom;
  return nth === undefined ? name : `${name} (${nth})`;
};

const Days = ({ asked, plan, view, days }: Chips & { days: readonly string[] }) => {
  const words = boardWords(asked);
  const count = (day: string): number => plan.sessions.filter(({ local }) => local?.start.startsWith(day)).length;
  return (
    <nav aria-label={words.days}>
      <div class="days">
        {days.map((day) => (
          <a
            href={`${partAt(asked, plan.summit.slug, 'board')}${queryOf({ ...view, day })}`}
            aria-current={day === view.day ? 'page' : undefined}
          >
            <b>{dayNamed(asked.language, day)}</b>
            <span>{fill(words.sessions[plural(workLanguage(asked), count(day))], { count: count(day) })}</span>
          </a>
        ))}
      </div>
    </nav>
  );
};

// What only shows where something stands is not for ears: each session says its own room and time.
const Lines = ({ asked, grid }: { asked: Asked; grid: DayGrid }) => {
  const every = grid.unit * 12;
  const hours = Array.from({ length: Math.ceil((grid.to - grid.from) / every) }, (_, nth) => grid.from + nth * every);
  return (
    <>
      <li class="room corner" aria-hidden="true"></li>
      {grid.columns.map((column, at) => (
        <li class={`room c${at + 1}`} aria-hidden="true" data-room={column.room?.slug ?? ''}>
          {nameOf(asked, column)}
        </li>
      ))}
      {hours.map((at) => (
        <li class={`hour r${(at - grid.from) / grid.unit + 1}`} aria-hidden="true">
          {clockAt(at)}
        </li>
      ))}
      {grid.columns.flatMap(({ closed }, at) =>
        closed.map((span) => (
          <li
            class={`shut ${placeClass(grid, at + 1, span)}`}
            aria-hidden="true"
            data-from={String(span.from)}
            data-to={String(span.to)}
            data-column={String(at)}
          >
            {boardWords(asked).closed}
          </li>
        )),
      )}
    </>
  );
};

const Grid = ({ grid, ...chips }: Chips & { grid: DayGrid }) => {
  const { asked, view } = chips;
  const inOrder = grid.placed.toSorted((a, b) => a.from - b.from || a.column - b.column);
  return (
    <div
      class="grid"
      tabindex={0}
      role="region"
      aria-label={fill(boardWords(asked).grid, { day: dayNamed(asked.language, view.day) })}
    >
      <ol class="hours" role="list">
        <Lines asked={asked} grid={grid} />
        {inOrder.map(({ session, column, ...at }) => (
          <li
            class={`place ${placeClass(grid, column, at)}`}
            data-from={String(at.from)}
            data-to={String(at.to)}
            data-column={String(column - 1)}
          >
            <Chip {...chips} session={session} at={at} room={nameOf(asked, grid.columns[column - 1] as Column)} />
          </li>
        ))}
      </ol>
    </div>
  );
};

const Filter = ({ asked, plan, view }: Chips) => {
  const words = boardWords(asked);
  return (
    <form class="filters" method="get">
      <input type="hidden" name="day" value={view.day} />
      <div class="field">
        <label for="track">{words.track}</label>
        <select id="track" name="track">
          <option value="">{words.allTracks}</option>
          {plan.tracks.map(({ slug, title }) => (
            <option value={slug} selected={slug === view.track}>
              {inLanguage(title, asked.language)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="state">{words.state}</label>
        <select id="state" name="state">
          <option value="">{words.accepted}</option>
          <option value="all" selected={view.state === 'all'}>
            {words.placeable}
          </option>
        </select>
      </div>
      <div class="field">
        <label for="q">{words.search}</label>
        <input id="q" type="search" name="q" value={view.q} dir="auto" />
      </div>
      <button class="button">{words.filter}</button>
    </form>
  );
};

const Tray = ({ waiting, ...chips }: Chips & { waiting: readonly Session[] }) => {
  const words = boardWords(chips.asked);
  const many = waiting.length > mostInTray;
  return (
    <section class="stack close" aria-labelledby="tray">
      <h2 id="tray">
        {words.tray} <span class="count">{waiting.length}</span>
      </h2>
      <Filter {...chips} />
      {many ? <p class="minor">{fill(words.trayMore, { shown: mostInTray, count: waiting.length })}</p> : null}
      {waiting.length === 0 ? <p class="none">{words.trayNone}</p> : null}
      <ul class="tray" role="list">
        {waiting.slice(0, mostInTray).map((session) => (
          <li>
            <Chip {...chips} session={session} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Nowhere = ({ asked, plan, text, way }: { asked: Asked; plan: Plan; text: string; way: 'rooms' | 'settings' }) => {
  const words = boardWords(asked);
  return (
    <p class="none">
      {text} <a href={partAt(asked, plan.summit.slug, way)}>{way === 'rooms' ? words.addRooms : words.setDays}</a>
    </p>
  );
};

// The script reads the words and the measures that it needs from here: nothing of it is in another language than the page.
const Element = ({ grid, stamp, waiting, ...chips }: Chips & Drawn) => {
  const { asked, plan, view } = chips;
  const words = { ...boardWords(asked).script, unplaced: boardWords(asked).unplaced };
  return (
    <schedule-board
      data-stamp={stamp}
      data-words={JSON.stringify(words)}
      data-day={view.day}
      data-from={String(grid.from)}
      data-to={String(grid.to)}
      data-unit={String(grid.unit)}
      data-step={String(step)}
    >
      <p class="say" role="status"></p>
      <div class="answer"></div>
      {plan.rooms.length === 0 ? (
        <Nowhere asked={asked} plan={plan} text={boardWords(asked).noRooms} way="rooms" />
      ) : null}
      <Grid {...chips} grid={grid} />
      <Tray {...chips} waiting={waiting} />
    </schedule-board>
  );
};

interface Drawn {
  grid: DayGrid;
  stamp: string;
  waiting: readonly Session[];
}

const drawn = async (asked: Asked, plan: Plan, view: View, stamp: string): Promise<{ chips: Chips } & Drawn> => {
  const zone = plan.summit.zone ?? 'UTC';
  const grid = gridOf({ day: view.day, zone }, plan.rooms, plan.sessions);
  const waiting = waitingIn(plan, view);
  const seen = [...grid.placed.map(({ session }) => session), ...waiting.slice(0, mostInTray)];
  const standings = await standingsOf(asked, plan, seen);
  return { chips: { asked, plan, view, standings }, grid, stamp, waiting };
};

const pageOf = async (asked: Asked, plan: Plan, stamp: string): Promise<Page> => {
  const words = boardWords(asked);
  const title = workWords(asked).ways.board;
  const days = daysOf(plan);
  const view = viewOf(asked, days);
  const isSet = plan.summit.zone !== undefined && days.length > 0;
  const { chips, ...rest } = await drawn(asked, plan, view, stamp);
  const page = {
    title,
    path: `/organize/${plan.summit.slug}/board`,
    scripts: ['board'],
    done: await doneIn(asked, plan),
    body: (
      <>
        <h1>{title}</h1>
        <p class="minor" id="how">
          {words.how}
        </p>
        {isSet ? (
          <>
            <Days {...chips} days={days} />
            <Element {...chips} {...rest} />
          </>
        ) : (
          <Nowhere asked={asked} plan={plan} text={words.noDays} way="settings" />
        )}
      </>
    ),
  };
  return workPage(asked, plan.summit, 'board', page, plan.caller);
};

/** The board of a day. Who has it open asks from time to time whether something was changed: as long as nothing was, there is no answer to draw. */
export const boardPage = async (asked: Asked): Promise<Response> => {
  const plan = await readPlan(asked);
  const stamp = stampOf(plan);
  if (isKnown(asked.request.headers.get('if-none-match') ?? undefined, stamp))
    return new Response(null, { status: 304, headers: { etag: stamp, 'cache-control': 'no-store' } });
  const response = await shown(asked, await pageOf(asked, plan, stamp));
  response.headers.set('etag', stamp);
  return response;
};
