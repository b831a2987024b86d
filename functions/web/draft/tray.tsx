import { outcomeTypes } from '../../../shared/domain/outcome.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Select, type Shown } from '../field.tsx';
import { Said } from '../said.tsx';
import { roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { sessionCalled, sessionsOf, type Told, toldOutcomes } from './outcome.ts';
import { nameAt } from './paragraph.tsx';
import { queried, type Room } from './room.ts';

const shows = ['unplaced', 'placed', 'left-out', 'all'] as const;
const most = 200;

const isShown = ({ paragraphs, reason }: Told, show: string): boolean => {
  if (show === 'all') return true;
  if (show === 'placed') return paragraphs.length > 0;
  return paragraphs.length === 0 && (show === 'left-out') === (reason !== undefined);
};

interface Query {
  show: string;
  session: string;
  type: string;
}

const queryOf = ({ asked }: Room): Query => ({
  show: shows.find((one) => one === queried(asked, 'show')[0]) ?? 'unplaced',
  session: queried(asked, 'session')[0] ?? '',
  type: queried(asked, 'type')[0] ?? '',
});

const Filters = ({
  room,
  told,
  sessions,
  query,
}: {
  room: Room;
  told: readonly Told[];
  sessions: ReadonlyMap<string, Session>;
  query: Query;
}) => {
  const { words, asked } = room;
  const shown: Shown = { typed: { ...query }, faults: {}, words: asked.words };
  const slugs = [...new Set(told.map(({ outcome }) => outcome.session))];
  return (
    <form class="filters" method="get">
      <Select
        name="show"
        label={words.tray.show}
        options={shows.map((one) => [one, words.tray.shows[one]])}
        shown={shown}
      />
      <Select
        name="session"
        label={words.tray.session}
        options={slugs.map((slug) => [slug, sessionCalled(sessions, slug, asked.language)])}
        none={words.all}
        shown={shown}
      />
      <Select
        name="type"
        label={words.tray.type}
        options={outcomeTypes.map((one) => [one, words.outcomes[one]])}
        none={words.all}
        shown={shown}
      />
      <button class="button">{words.filter}</button>
    </form>
  );
};

const Where = ({ room, told }: { room: Room; told: Told }) => {
  const { words, at } = room;
  if (told.reason !== undefined) return <span class="minor">{fill(words.tray.because, { reason: told.reason })}</span>;
  return told.paragraphs.length === 0 ? null : (
    <span class="minor">
      {words.tray.in}{' '}
      {told.paragraphs.map((slug) => (
        <a href={`${at}#${slug}`}>{nameAt(room, slug)} </a>
      ))}
    </span>
  );
};

const Row = ({ room, told, sessions }: { room: Room; told: Told; sessions: ReadonlyMap<string, Session> }) => {
  const { outcome, ref } = told;
  const { words, asked } = room;
  return (
    <li>
      <label class="check">
        <input type="checkbox" name="outcome" value={ref} />
        <span class="stack close">
          <span>
            <span class="tag plain">{words.outcomes[outcome.type]}</span>{' '}
            <Said text={outcome.text} language={asked.language} />
          </span>
          <span class="minor">
            {sessionCalled(sessions, outcome.session, asked.language)}, {outcome.slug}
            {outcome.addressee ? (
              <>
                {' · '}
                {words.tray.to} <Said text={outcome.addressee} language={asked.language} />
              </>
            ) : null}
          </span>
        </span>
      </label>
      <Where room={room} told={told} />
    </li>
  );
};

const Counted = ({ room: { words }, told }: { room: Room; told: readonly Told[] }) => {
  const counts = {
    filed: told.length,
    placed: told.filter((one) => isShown(one, 'placed')).length,
    leftOut: told.filter((one) => isShown(one, 'left-out')).length,
    unplaced: told.filter((one) => isShown(one, 'unplaced')).length,
  };
  return (
    <>
      <dl class="big">
        {(['unplaced', 'placed', 'leftOut'] as const).map((name) => (
          <div>
            <dt>{words.tray.counts[name]}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <progress
          value={counts.filed - counts.unplaced}
          max={Math.max(counts.filed, 1)}
          aria-label={words.tray.progress}
        >
          {counts.filed - counts.unplaced} / {counts.filed}
        </progress>{' '}
        <span class="minor">
          {fill(words.tray.told, { told: counts.filed - counts.unplaced, filed: counts.filed })}
        </span>
      </p>
    </>
  );
};

/** The tray: what came out of the sessions and has no paragraph yet; several are chosen into one, added to one that is there, or left out with a reason. */
export const trayRoute = roomRoute('/outcomes', async (room) => {
  const { words, asked, at, summit, declaration } = room;
  const told = await toldOutcomes(room);
  const sessions = await sessionsOf(
    asked,
    summit.slug,
    told.map(({ outcome }) => outcome),
  );
  const query = queryOf(room);
  const found = told.filter(
    (one) =>
      isShown(one, query.show) &&
      (query.session === '' || one.outcome.session === query.session) &&
      (query.type === '' || one.outcome.type === query.type),
  );
  const isDrafting = declaration.state === 'drafting' && room.can('text:write');
  return roomPage(room, 'outcomes', {
    title: words.tray.title,
    body: (
      <>
        <h1>{words.tray.title}</h1>
        <Counted room={room} told={told} />
        <Filters room={room} told={told} sessions={sessions} query={query} />
        {found.length === 0 ? <p class="none">{words.tray.none}</p> : null}
        <form method="get" action={`${at}/outcomes/compose`} class="stack">
          {isDrafting && found.length > 0 ? (
            <div class="toolbar">
              <button class="button small chief">{words.tray.compose}</button>
              <button class="button small" formaction={`${at}/outcomes/join`}>
                {words.tray.join}
              </button>
              <button class="button small" formaction={`${at}/outcomes/leave-out`}>
                {words.tray.leaveOut}
              </button>
            </div>
          ) : null}
          <ul class="list">
            {found.slice(0, most).map((one) => (
              <Row room={room} told={one} sessions={sessions} />
            ))}
          </ul>
          {found.length > most ? (
            <p class="minor">{fill(words.tray.more, { shown: most, found: found.length })}</p>
          ) : null}
        </form>
      </>
    ),
  });
});
