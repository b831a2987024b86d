import type { Caller } from '../../../shared/domain/access.ts';
import { takesDrafts } from '../../../shared/domain/outcome.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOpenly, readOwn } from '../contract.ts';
import type { Asked, Page } from '../page.ts';
import { Said } from '../said.tsx';
import { whoWorks } from '../workspace.ts';
import { progressOf } from './outcome-list.tsx';
import { mineAt, recordAt, type Reported, sessionAt, timeOf, wordsOf } from './reporting.ts';
import { rapporteurPage } from './session-page.tsx';

const rolesOf = (caller: Caller) => (caller.kind === 'account' ? caller.roles : []);

// What a role was given for may be gone since.
const present = async <T,>(read: Promise<T>): Promise<T[]> => {
  try {
    return [await read];
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return [];
    throw error;
  }
};

const ownSessions = async (asked: Asked, caller: Caller): Promise<Reported[]> => {
  const own = rolesOf(caller).flatMap(({ role, summit, session }) =>
    role === 'rapporteur' && summit !== undefined && session !== undefined ? [recordAt({ summit, slug: session })] : [],
  );
  const read = await Promise.all([...new Set(own)].map((path) => present(readOwn<Reported>(asked, path))));
  return read.flat().map(({ record }) => record);
};

const organizedSummits = async (asked: Asked, caller: Caller): Promise<Summit[]> => {
  const roles = rolesOf(caller);
  if (roles.some(({ role }) => role === 'secretariat'))
    return (await readList<Summit>(readOpenly, asked, '/summits')).filter(({ origin }) => origin === 'held');
  const slugs = roles.flatMap(({ role, summit }) => (role === 'organizer' && summit !== undefined ? [summit] : []));
  const read = await Promise.all(slugs.map((slug) => present(readOpenly<Summit>(asked, `/summits/${slug}`))));
  return read.flat().map(({ record }) => record);
};

// What was held waits for its outcomes, the latest first; what is to come follows.
const urgency = ({ state }: Session): number => ['held', 'concluded', 'scheduled', 'accepted'].indexOf(state);
const byUrgency = (one: Session, other: Session): number =>
  urgency(one) - urgency(other) || (one.start ?? '~').localeCompare(other.start ?? '~');

const sessionsIn = async (asked: Asked, summit: Summit): Promise<Session[]> =>
  (await readList<Session>(readOwn, asked, `/summits/${summit.slug}/sessions`)).filter(takesDrafts).toSorted(byUrgency);

const SessionItem = ({ asked, session, minor }: { asked: Asked; session: Session; minor: string }) => (
  <li>
    <a href={sessionAt(asked, session)}>
      <Said text={session.title} language={asked.language} />
    </a>
    <span class="minor">
      {session.reference} · {minor}
    </span>
    <span class={session.state === 'held' ? 'tag warn' : 'tag'}>
      {wordsOf(asked).mine.states[session.state] ?? session.state}
    </span>
  </li>
);

const Own = ({ asked, sessions }: { asked: Asked; sessions: readonly Reported[] }) =>
  sessions.length === 0 ? null : (
    <section class="stack" aria-labelledby="own">
      <h2 id="own">{wordsOf(asked).mine.own}</h2>
      <ul class="tasks">
        {sessions.map((session) => (
          <SessionItem
            asked={asked}
            session={session}
            minor={`${timeOf(asked, session)} · ${progressOf(asked, session)}`}
          />
        ))}
      </ul>
    </section>
  );

const Summits = ({ asked, summits }: { asked: Asked; summits: readonly Summit[] }) =>
  summits.length === 0 ? null : (
    <section class="stack" aria-labelledby="summits">
      <h2 id="summits">{wordsOf(asked).mine.summits}</h2>
      <ul class="list">
        {summits.map(({ slug, title }) => (
          <li>
            <a href={`${mineAt(asked)}?summit=${slug}`}>
              <Said text={title} language={asked.language} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );

const Sessions = ({ asked, summit, sessions }: { asked: Asked; summit: Summit; sessions: readonly Session[] }) => {
  const { mine } = wordsOf(asked);
  return (
    <section class="stack" aria-labelledby="sessions">
      <h2 id="sessions">{fill(mine.of, { summit: inLanguage(summit.title, asked.language) })}</h2>
      {sessions.length === 0 ? <p class="none">{mine.noSessions}</p> : null}
      {sessions.length === 0 ? null : (
        <ul class="tasks">
          {sessions.map((session) => (
            <SessionItem asked={asked} session={session} minor={timeOf(asked, session)} />
          ))}
        </ul>
      )}
    </section>
  );
};

/** The sessions that somebody reports on, and those of the summits that they organize. */
export const minePage = async (asked: Asked): Promise<Page> => {
  const caller = await whoWorks(asked);
  const [own, summits] = await Promise.all([ownSessions(asked, caller), organizedSummits(asked, caller)]);
  const wanted = asked.context.req.query('summit');
  const chosen = summits.find(({ slug }) => slug === wanted) ?? (summits.length === 1 ? summits[0] : undefined);
  const sessions = chosen ? await sessionsIn(asked, chosen) : [];
  const { mine } = wordsOf(asked);
  return rapporteurPage(asked, {
    title: mine.title,
    path: '/rapporteur/',
    rehearsal: own.length > 0 && own.every(({ rehearsal }) => rehearsal),
    body: (
      <div class="stack report" data-account={caller.kind === 'account' ? caller.name : undefined}>
        <h1>{mine.title}</h1>
        <p class="lead">{own.length + summits.length > 0 ? mine.lead : mine.none}</p>
        <Own asked={asked} sessions={own} />
        {chosen ? <Sessions asked={asked} summit={chosen} sessions={sessions} /> : null}
        <Summits asked={asked} summits={summits.filter(({ slug }) => slug !== chosen?.slug)} />
      </div>
    ),
  });
};
