import type { Room } from '../../../shared/domain/room.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { hasCome } from '../../../shared/domain/when.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOwn } from '../contract.ts';
import type { Asked, Page, PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { zoneOf } from './clock.ts';
import { doneHere } from './done.ts';
import type { Editing } from './editing.tsx';
import { Passing } from './passing.tsx';
import { recordPages } from './record-pages.ts';
import { trackSheet } from './track-form.tsx';
import { organizeWords } from './words.ts';

/** How a call stands: until when it takes proposals, or that it does not. */
export const callSaid = (asked: Asked, summit: Summit, { call, state }: Track): string => {
  const { track: w } = organizeWords(asked);
  if (!call || state !== 'open') return w.noCall;
  const at = (instant: string): string => moment(asked.language, instant, zoneOf(summit));
  if (call.opens && !hasCome(call.opens, asked.stamp.at)) return fill(w.callOpens, { time: at(call.opens) });
  return fill(hasCome(call.hard, asked.stamp.at) ? w.callEnded : w.callUntil, { time: at(call.hard) });
};

const Tracks = ({ asked, summit, tracks }: { asked: Asked; summit: Summit; tracks: readonly Track[] }) => {
  const { track: w } = organizeWords(asked);
  return (
    <ul class="tasks">
      {tracks.map((track) => (
        <li>
          <a href={`${partAt(asked, summit.slug, 'tracks')}/${track.slug}`}>
            <Said text={track.title} language={asked.language} />
          </a>
          <span class="minor">
            {[
              ...(track.minutes === undefined ? [] : [fill(w.lasts, { minutes: track.minutes })]),
              fill(w.ruleCount, { count: track.rules.length }),
              callSaid(asked, summit, track),
            ].join(' · ')}
          </span>
          <span class={track.state === 'open' ? 'tag good' : 'tag idle'}>{w.states[track.state].name}</span>
        </li>
      ))}
    </ul>
  );
};

const listed = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  await enter(asked, 'track:write', { summit: summit.slug });
  const tracks = await readList<Track>(readOwn, asked, `/summits/${summit.slug}/tracks`);
  const [{ track: w }, { ways }] = [organizeWords(asked), workWords(asked)];
  return workPage(asked, summit, 'tracks', {
    title: ways.tracks,
    path: `/organize/${summit.slug}/tracks`,
    done: doneHere(asked),
    body: (
      <>
        <h1>{ways.tracks}</h1>
        <p class="lead">{w.lead}</p>
        <p class="row">
          <a class="button chief" href={`${partAt(asked, summit.slug, 'tracks')}/new`}>
            {w.add}
          </a>
        </p>
        {tracks.length === 0 ? <p class="none">{w.none}</p> : <Tracks asked={asked} summit={summit} tracks={tracks} />}
      </>
    ),
  });
};

const editingOf = async (asked: Asked, isNew: boolean): Promise<Editing<Track>> => {
  const summit = await summitHere(asked);
  await enter(asked, 'track:write', { summit: summit.slug });
  const { track: w } = organizeWords(asked);
  const slug = isNew ? 'new' : (asked.context.req.param('track') ?? '');
  const list = `/summits/${summit.slug}/tracks`;
  const [rooms, track] = await Promise.all([
    readList<Room>(readOwn, asked, `/summits/${summit.slug}/rooms`),
    isNew ? undefined : readOwn<Track>(asked, `${list}/${slug}`).then(({ record }) => record),
  ]);
  const at = `/organize/${summit.slug}/tracks/${slug}`;
  return {
    summit,
    part: 'tracks',
    title: track ? inLanguage(track.title, asked.language) : w.add,
    at,
    path: track ? `${list}/${slug}` : list,
    isNew,
    sheet: trackSheet(asked, { summit, rooms, track }),
    start: { minutes: '90' },
    crumbs: [{ href: partAt(asked, summit.slug, 'tracks'), label: workWords(asked).ways.tracks }],
    below: (record, shown) => (
      <Passing asked={asked} noun="track" record={record} at={`${at}/state`} states={w.states} shown={shown} />
    ),
  };
};

/** The tracks of a summit, with their calls and rules. */
export const trackPages: PageRoute[] = recordPages<Track>({
  at: '/{lang}/organize/{summit}/tracks',
  noun: 'track',
  may: 'track:write',
  listed,
  editingOf,
});
