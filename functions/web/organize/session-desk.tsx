import type { Crew } from '../../../shared/domain/crew.ts';
import type { Placement } from '../../../shared/domain/placement.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOwn } from '../contract.ts';
import { FaultList, type Faults } from '../field.tsx';
import { type Asked, type Page } from '../page.ts';
import { Said } from '../said.tsx';
import { workLanguage, workWords } from '../workspace.ts';
import { Checks } from './checks.tsx';
import { SessionCrew, type NamedCrew, withNames } from './crew.tsx';
import {
  doneHere,
  mayHere,
  type Planning,
  planning,
  readSession,
  roomsOf,
  type SessionChecks,
  sessionName,
  sessionPage,
  sessionRecord,
  tracksOf,
  type WholeSession,
  wordsOf,
} from './planned.ts';
import { SessionFacts, SessionText, titleOf } from './session-facts.tsx';
import { SessionPanel } from './session-panel.tsx';
import { PlaceShown } from './session-place.tsx';
import { NextStates, SessionState } from './session-state.tsx';
import { shownAs } from './tried.ts';

/** Everything that the desk of a session shows. */
interface Desk {
  here: Planning;
  session: WholeSession;
  checks: SessionChecks;
  placement: Placement;
  crew: readonly NamedCrew[];
  tracks: readonly Track[];
  rooms: readonly Room[];
}

const readDesk = async (here: Planning): Promise<Desk> => {
  const at = sessionRecord(here, sessionName(here));
  const [{ record: session }, checks, placement, crew, tracks, rooms] = await Promise.all([
    readSession(here),
    readOwn<SessionChecks>(here.asked, `${at}/checks`),
    readOwn<Placement>(here.asked, `${at}/placement`),
    readList<Crew>(readOwn, here.asked, `${at}/crew`),
    tracksOf(here),
    roomsOf(here),
  ]);
  const named = await withNames(here, crew);
  return { here, session, checks: checks.record, placement: placement.record, crew: named, tracks, rooms };
};

const Outcomes = ({ here, session }: Pick<Desk, 'here' | 'session'>) => {
  const { asked, summit } = here;
  const { outcomes: words } = wordsOf(asked);
  const { outcomes, noOutcome } = session;
  return (
    <section class="stack close" aria-labelledby="outcomes">
      <div class="row apart">
        <h2 id="outcomes">{words.title}</h2>
        <a class="button small" href={`/${asked.language}/rapporteur/${summit.slug}/${session.slug}`}>
          {words.rapporteur}
        </a>
      </div>
      {outcomes.length === 0 ? (
        <p class="none">
          {noOutcome ? fill(words.nothing, { reason: titleOf(here, { title: noOutcome }) }) : words.none}
        </p>
      ) : (
        <ol class="outcomes">
          {outcomes.map(({ text, state }) => (
            <li>
              <p>
                <Said text={text} language={asked.language} />
              </p>
              <span class={`tag ${state === 'filed' ? 'good' : 'idle'}`}>{words.states[state]}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const History = ({ here, session }: Pick<Desk, 'here' | 'session'>) => {
  const { asked, summit } = here;
  const { history: words, states } = wordsOf(asked);
  const called = (state: string): string => (states as Record<string, string>)[state] ?? state;
  return (
    <details class="more">
      <summary>{words.title}</summary>
      {session.history?.length ? (
        <ol class="history">
          {session.history.map(({ from, to, at, by, reason }) => (
            <li>
              <time datetime={at}>{moment(asked.language, at, summit.zone ?? 'UTC')}</time>
              {fill(words.passed, { from: called(from), to: called(to) })} <span class="minor">{by}</span>
              {reason ? <p class="minor">{reason}</p> : null}
            </li>
          ))}
        </ol>
      ) : (
        <p class="none">{words.none}</p>
      )}
    </details>
  );
};

const Body = (desk: Desk) => {
  const { here, session, checks, placement, crew, tracks, rooms } = desk;
  return (
    <div class="sides session">
      <header class="head stack">
        <p class="row close">
          <span class="tag plain">
            <bdi>{session.reference}</bdi>
          </span>
          <SessionState asked={here.asked} state={session.state} />
        </p>
        <h1>
          <Said text={session.title} language={here.asked.language} />
        </h1>
      </header>
      <aside class="side stack" aria-label={wordsOf(here.asked).checks.title}>
        <Checks here={here} found={checks} />
        <PlaceShown here={here} session={session} placement={placement} rooms={rooms} />
        <SessionFacts here={here} session={session} tracks={tracks} />
      </aside>
      <div class="body stack">
        <p class="unseen" role="status" id="live-said" />
        <SessionPanel here={here} session={session} />
        <SessionCrew here={here} session={session} crew={crew} />
        <Outcomes here={here} session={session} />
        <SessionText here={here} session={session} />
        {mayHere(here, 'session:write') ? <NextStates here={here} session={session} /> : null}
        <History here={here} session={session} />
      </div>
    </div>
  );
};

const doneWords = (here: Planning, { state }: WholeSession): string | undefined => {
  const words = wordsOf(here.asked);
  const url = new URL(here.asked.request.url);
  const name = url.searchParams.get('name') ?? '';
  const invited = Number(url.searchParams.get('number') ?? 0);
  const said: Record<string, string> = {
    created: words.done.created,
    saved: workWords(here.asked).saved,
    passed: fill(words.changes.passed, { state: words.states[state] }),
    placed: words.place.done,
    off: words.place.doneOff,
    order: words.panel.order,
    invited: fill(words.panel.invited[plural(workLanguage(here.asked), invited)], { number: invited }),
    added: words.seat.added,
    withdrawn: words.seat.withdrawn,
    replaced: fill(words.seat.replaced, { name }),
    confirmed: words.seat.confirmed,
    crew: words.crew.added,
    released: words.crew.released,
    waived: words.waiver.done,
  };
  return said[doneHere(here.asked)];
};

/** The desk of a session, with what a form that led here could not do. */
export const deskPage = async (here: Planning, faults: Faults = {}): Promise<Page> => {
  const desk = await readDesk(here);
  const { session } = desk;
  return sessionPage(here, {
    title: `${session.reference} · ${titleOf(here, session)}`,
    below: `/${session.slug}`,
    scripts: ['live'],
    done: doneWords(here, session),
    body: (
      <>
        <FaultList shown={shownAs(here.asked, {}, faults)} />
        <Body {...desk} />
      </>
    ),
  });
};

/** A session as who plans it works on it. */
export const sessionDesk = async (asked: Asked): Promise<Page> => deskPage(await planning(asked, 'placement:read'));
