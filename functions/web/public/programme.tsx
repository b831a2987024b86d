import { undated } from '../../../shared/domain/release.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { localTime, toInstant } from '../../../shared/domain/when.ts';
import { daysOf, type Source, sourceOf } from '../../../shared/contract/programme-source.ts';
import type { Showing } from '../../../shared/documents/programme.ts';
import { getSummit } from '../../../shared/table/summit.ts';
import { allTracks } from '../../../shared/table/track.ts';
import { counted } from '../../../shared/words/counted.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import type { Asked, Page, PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { DataLine } from './data-line.tsx';
import type { Setting } from './event.tsx';
import { groupedBy } from './group.ts';
import { Days } from './days.tsx';
import { named, pageAt, recordAt, wordsHere } from './here.ts';
import { huesOf } from './hue.ts';
import { membersOf, type Network, networksAt } from './network.ts';
import { DayLists, DayShown } from './programme-day.tsx';
import { ProgrammeFilters, TrackFilter } from './programme-filters.tsx';
import { dayOf, type Ignored, isNarrowed, isWanted, programmeAt, type Wanted, wantedBy } from './programme-query.ts';
import { Reported } from './provenance.tsx';
import { ZoneChoice } from './zone.tsx';

/** Everything that a programme's page is made from. */
interface Shown {
  asked: Asked;
  summit: Summit;
  source: Source;
  tracks: readonly Track[];
  networks: readonly Network[];
  wanted: Wanted;
  ignored: Ignored;
  /** Of all days where something is looked for, else of the one that is shown. */
  all: readonly Showing[];
  found: readonly Showing[];
  day: string | undefined;
}

/** Today at the summit, else the next day that has sessions, else the first. */
const firstDay = ({ stamp }: Asked, { zone }: Summit, days: readonly string[]): string | undefined => {
  const today = localTime(toInstant(stamp.at), zone ?? 'UTC').slice(0, 10);
  return days.find((day) => day !== undated && day >= today) ?? days[0];
};

const read = async (asked: Asked): Promise<Shown> => {
  const { table } = asked.site.house;
  const slug = named(asked, 'summit');
  const query = new URL(asked.request.url).searchParams;
  const known = getSummit(table, slug);
  const [summit, source, tracks, networks] = await Promise.all([
    known,
    sourceOf(table, slug, { known }),
    allTracks(table, slug),
    networksAt(table, slug),
  ]);
  const days = daysOf(source);
  const { wanted, ignored } = wantedBy(query, { zone: summit.zone, days, tracks });
  const day = wanted.day ?? (isNarrowed(wanted) ? undefined : firstDay(asked, summit, days));
  const [all, members] = await Promise.all([
    isNarrowed(wanted) ? source.all() : day === undefined ? [] : source.day(day),
    membersOf(table, wanted.filters.network),
  ]);
  const found = all.filter(isWanted(wanted.filters, members));
  return { asked, summit, source, tracks, networks, wanted, ignored, all, found, day };
};

const counts = ({ wanted, source, found }: Shown): Readonly<Record<string, number>> => {
  if (!isNarrowed(wanted)) return source.days;
  const matching = groupedBy(found, dayOf);
  return Object.fromEntries(daysOf(source).map((day) => [day, matching.get(day)?.length ?? 0]));
};

const Release = ({ asked, summit, source: { release } }: Shown) => {
  const { programme } = wordsHere(asked);
  if (!release) return <>{programme.ofSources}</>;
  const time = moment(asked.language, release.at, summit.zone ?? 'UTC');
  return (
    <>
      {fill(programme.release, { number: release.number, time })}
      {release.note === undefined ? null : (
        <>
          {' '}
          <span dir="auto">{release.note}</span>
        </>
      )}
    </>
  );
};

const IgnoredNote = ({ asked, ignored }: Pick<Shown, 'asked' | 'ignored'>) => {
  const { programme, separator } = wordsHere(asked);
  if (ignored.length === 0) return null;
  const list = ignored.map(([kind, value]) => `${programme[kind]} “${value}”`).join(separator);
  return (
    <p class="said warn" dir="auto">
      {fill(programme.ignored, { list })}
    </p>
  );
};

const Found = (shown: Shown & { setting: Setting }) => {
  const { asked, wanted, found, day, setting } = shown;
  const { programme } = wordsHere(asked);
  const showings = day === undefined ? found : found.filter((one) => dayOf(one) === day);
  return (
    <>
      {isNarrowed(wanted) ? <p role="status">{counted(asked.language, found.length, programme.found)}</p> : null}
      {showings.length === 0 ? (
        <p class="none">{found.length > 0 ? programme.noneOnDay : programme.none}</p>
      ) : day === undefined ? (
        <DayLists {...setting} showings={showings} />
      ) : (
        <DayShown {...setting} showings={showings} day={day} />
      )}
    </>
  );
};

const Filled = (shown: Shown) => {
  const { asked, summit, tracks, wanted, day } = shown;
  const hues = huesOf(tracks);
  const setting: Setting = { asked, summit: summit.slug, readers: wanted.readers, hues };
  // Whatever is changed, the day stays that is on show.
  const here = { ...wanted, day: wanted.day ?? (isNarrowed(wanted) ? undefined : day) };
  return (
    <>
      <Days
        asked={asked}
        days={daysOf(shown.source)}
        counts={counts(shown)}
        chosen={day}
        address={(to) => programmeAt(asked, summit.slug, wanted, { day: to })}
        withAll={isNarrowed(wanted)}
      />
      <TrackFilter asked={asked} summit={summit.slug} wanted={here} tracks={tracks} hues={hues} />
      <ProgrammeFilters
        asked={asked}
        summit={summit.slug}
        wanted={wanted}
        showings={shown.all}
        networks={shown.networks}
      />
      {summit.zone === undefined ? null : (
        <ZoneChoice
          asked={asked}
          at={summit.zone}
          readers={wanted.readers}
          address={(zone) => programmeAt(asked, summit.slug, here, { zone })}
        />
      )}
      <Found {...shown} setting={setting} />
    </>
  );
};

const feeds = (slug: string, { calendar, table }: { calendar: string; table: string }) =>
  (
    [
      ['', 'JSON'],
      ['.ics', calendar],
      ['.csv', table],
      ['.xml', 'frab XML'],
      ['.frab.json', 'frab JSON'],
      ['.jsonld', 'JSON-LD'],
    ] as const
  ).map(([ending, label]) => ({ href: `${recordAt('summits', slug, 'programme')}${ending}`, label }));

const Programme = (shown: Shown) => {
  const { asked, summit, source } = shown;
  const words = wordsHere(asked);
  const isEmpty = daysOf(source).length === 0;
  return (
    <div class="stack">
      <h1>{words.programme.title}</h1>
      {summit.origin === 'reported' ? (
        <Reported asked={asked} sentence={words.reported.summit} by={summit.sources} />
      ) : null}
      {isEmpty ? null : (
        <p class="minor">
          <Release {...shown} />
        </p>
      )}
      <IgnoredNote {...shown} />
      {isEmpty ? <p class="none">{words.programme.notReleased}</p> : <Filled {...shown} />}
      <DataLine asked={asked} ways={feeds(summit.slug, words)} />
    </div>
  );
};

const programmePage = async (asked: Asked): Promise<Page> => {
  const shown = await read(asked);
  const { summit } = shown;
  const words = wordsHere(asked);
  const title = inLanguage(summit.title, asked.language);
  return {
    title: `${words.programme.title} · ${title}`,
    path: `/summits/${summit.slug}/programme`,
    rehearsal: summit.rehearsal,
    isWide: true,
    part: 'programme',
    crumbs: [
      {
        href: pageAt(asked, 'summits', summit.slug),
        label: <Said text={summit.title} language={asked.language} />,
      },
    ],
    open: {
      description: `${words.programme.title}${words.colon}${title}`,
      record: recordAt('summits', summit.slug, 'programme'),
    },
    body: <Programme {...shown} />,
  };
};

/** The programme of a summit, as it was released. */
export const programmeRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/summits/{summit}/programme', may: 'read', handle: programmePage },
];
