import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import type { Asked, Page, PageRoute, Way } from '../page.ts';
import { Said } from '../said.tsx';
import { DataLine } from './data-line.tsx';
import { pageAt, recordAt, wordsHere } from './here.ts';
import { huesOf } from './hue.ts';
import { dayName } from './programme-day.tsx';
import { Provenance, Reported } from './provenance.tsx';
import { linkedSession } from './session-linked.ts';
import { Outcomes } from './session-outcomes.tsx';
import { Panel } from './session-panel.tsx';
import { readSession, type SessionShown } from './session-read.ts';
import { Side } from './session-side.tsx';
import { Paragraphs, WrittenIn } from './written.tsx';
import { readersZone } from './zone.tsx';

const tones: Record<string, string> = { held: 'good', concluded: 'good', cancelled: 'bad', withdrawn: 'bad' };

const Tags = ({ asked, session, tracks, summit }: SessionShown) => {
  const words = wordsHere(asked);
  const track = tracks.find(({ slug }) => slug === session.track);
  const state = words.session.states[session.state];
  return (
    <p class="row close">
      {track ? (
        <a
          class={`tag ${huesOf(tracks).get(track.slug) ?? ''}`}
          href={`${pageAt(asked, 'summits', summit.slug, 'programme')}?track=${track.slug}`}
        >
          <Said text={track.title} language={asked.language} />
        </a>
      ) : null}
      <span class="tag plain">
        <bdi>{session.reference}</bdi>
      </span>
      {session.origin === 'reported' ? <span class="tag warn">{words.reported.tag}</span> : null}
      {session.origin === 'held' && state !== undefined && session.state in tones ? (
        <span class={`tag ${tones[session.state] ?? ''}`}>{state}</span>
      ) : null}
    </p>
  );
};

const Head = (shown: SessionShown) => {
  const { asked, session } = shown;
  const words = wordsHere(asked);
  return (
    <header class="head stack">
      <Tags {...shown} />
      <h1>
        <Said text={session.title} language={asked.language} />
      </h1>
      {session.origin === 'reported' ? (
        <Reported asked={asked} sentence={words.reported.session} by={session.sources} />
      ) : null}
      {session.state === 'cancelled' ? <p class="said bad">{words.session.cancelled}</p> : null}
      <WrittenIn asked={asked} text={session.title} />
      {session.summary ? <Paragraphs asked={asked} text={session.summary} lead /> : null}
    </header>
  );
};

const Objectives = ({ asked, session: { objectives } }: SessionShown) =>
  objectives.length === 0 ? null : (
    <section class="stack">
      <h2>{wordsHere(asked).facts.objectives}</h2>
      <ol>
        {objectives.map(({ text }) => (
          <li>
            <Said text={text} language={asked.language} />
          </li>
        ))}
      </ol>
    </section>
  );

const Instruments = ({ asked, session, instruments }: SessionShown) =>
  session.instruments.length === 0 ? null : (
    <section class="stack">
      <h2>{wordsHere(asked).facts.instruments}</h2>
      <ul>
        {session.instruments.map((slug) => {
          const found = instruments.get(slug);
          return (
            <li>
              {found ? <Said text={found.name} language={asked.language} /> : slug}
              {found?.symbol === undefined ? null : (
                <span class="minor">
                  {' '}
                  · <bdi>{found.symbol}</bdi>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );

const Released = ({ asked, session, release, summit }: SessionShown) => {
  if (session.released === undefined || !release) return null;
  const time = moment(asked.language, release.at, summit.zone ?? 'UTC');
  return <p class="minor">{fill(wordsHere(asked).session.release, { number: release.number, time })}</p>;
};

const SessionPage = (shown: SessionShown) => {
  const { asked, session, summit } = shown;
  const readers = readersZone(new URL(asked.request.url).searchParams, session.zone);
  const at = recordAt('summits', summit.slug, 'sessions', session.slug);
  const { programme, calendar } = wordsHere(asked);
  const zone = `${programme.zone} “${readers.unknown}”`;
  return (
    <div class="sides session">
      <Head {...shown} />
      <Side {...shown} readers={readers} />
      <div class="body stack">
        {readers.unknown === undefined ? null : (
          <p class="said warn" dir="auto">
            {fill(programme.ignored, { list: zone })}
          </p>
        )}
        <Objectives {...shown} />
        <Panel {...shown} />
        <Outcomes {...shown} />
        <Instruments {...shown} />
        <Provenance
          asked={asked}
          of={[
            session,
            ...session.panel.map(({ sources = [], corrections = [], printedName }) => ({
              whose: printedName,
              sources,
              corrections,
            })),
          ]}
        />
        <Released {...shown} />
        <DataLine
          asked={asked}
          ways={[
            { href: at, label: 'JSON' },
            { href: `${at}/programme.ics?lang=${asked.language}`, label: calendar },
          ]}
        />
      </div>
    </div>
  );
};

const crumbsOf = ({ asked, summit, session }: SessionShown): Way[] => {
  const programme = pageAt(asked, 'summits', summit.slug, 'programme');
  const day = (session.local?.start ?? session.start)?.slice(0, 10);
  return [
    { href: pageAt(asked, 'summits', summit.slug), label: <Said text={summit.title} language={asked.language} /> },
    { href: programme, label: wordsHere(asked).programme.title },
    ...(day === undefined ? [] : [{ href: `${programme}?day=${day}`, label: dayName({ asked }, day) }]),
  ];
};

const sessionPage = async (asked: Asked): Promise<Page> => {
  const shown = await readSession(asked);
  const { session, summit } = shown;
  const title = inLanguage(session.title, asked.language);
  return {
    title: `${session.reference} · ${title}`,
    path: `/summits/${summit.slug}/sessions/${session.slug}`,
    rehearsal: session.rehearsal,
    part: 'programme',
    crumbs: crumbsOf(shown),
    open: {
      description: inLanguage(session.summary ?? session.title, asked.language),
      record: recordAt('summits', summit.slug, 'sessions', session.slug),
      linked: linkedSession(shown),
    },
    body: <SessionPage {...shown} />,
  };
};

/** A session, as it was released or as it is reported. */
export const sessionRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/summits/{summit}/sessions/{session}', may: 'read', handle: sessionPage },
];
