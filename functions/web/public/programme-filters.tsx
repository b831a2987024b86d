import type { Showing } from '../../../shared/documents/programme.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { languageName } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { wordsHere } from './here.ts';
import type { Network } from './network.ts';
import { isNarrowed, programmeAt, type Wanted } from './programme-query.ts';

interface Props {
  asked: Asked;
  summit: string;
  wanted: Wanted;
}

/** The tracks, each in its colour, to see one alone. */
export const TrackFilter = ({
  asked,
  summit,
  wanted,
  tracks,
  hues,
}: Props & { tracks: readonly Track[]; hues: ReadonlyMap<string, string> }) => {
  const { programme } = wordsHere(asked);
  if (tracks.length === 0) return null;
  const chosen = wanted.filters.track;
  return (
    <nav aria-label={programme.tracks}>
      <ul class="row close">
        {tracks.map(({ slug, title }) => (
          <li>
            <a
              class={`tag ${hues.get(slug) ?? ''}`}
              href={programmeAt(asked, summit, wanted, { track: slug })}
              aria-current={slug === chosen ? 'true' : undefined}
            >
              <Said text={title} language={asked.language} />
            </a>
          </li>
        ))}
        {chosen === undefined ? null : (
          <li>
            <a class="tag plain" href={programmeAt(asked, summit, wanted, { track: undefined })}>
              {programme.allTracks}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
};

type Option = readonly [value: string, label: string];

const byLabel = (options: Iterable<Option>): Option[] =>
  [...new Map(options)].toSorted(([, one], [, other]) => one.localeCompare(other, 'en', { numeric: true }));

// What was chosen stays chosen, also where nothing here has it.
const withChosen = (options: readonly Option[], chosen: string | undefined): readonly Option[] =>
  chosen === undefined || options.some(([value]) => value === chosen) ? options : [...options, [chosen, chosen]];

const Choice = ({
  asked,
  name,
  label,
  options,
  chosen,
}: {
  asked: Asked;
  name: string;
  label: string;
  options: readonly Option[];
  chosen: string | undefined;
}) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      <option value="">{wordsHere(asked).programme.any}</option>
      {withChosen(options, chosen).map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
);

const roomsIn = ({ language }: Asked, showings: readonly Showing[]): Option[] =>
  byLabel(
    showings.flatMap(({ card: { room, roomName } }) =>
      room === undefined ? [] : [[room, inLanguage(roomName ?? { en: room }, language)] as const],
    ),
  );

const languagesIn = ({ language }: Asked, showings: readonly Showing[]): Option[] =>
  byLabel(
    showings.flatMap(({ card: { languages } }) =>
      [...(languages?.spoken ?? []), ...(languages?.interpreted ?? [])].map(
        (tag) => [tag, languageName(language, tag)] as const,
      ),
    ),
  );

const organizationsIn = (showings: readonly Showing[]): Option[] =>
  byLabel(
    showings.flatMap(({ card: { lead, partners } }) =>
      [...lead, ...partners].map(({ organization, printed }) => [organization, printed] as const),
    ),
  );

interface FilterProps extends Props {
  /** What can be chosen from, before anything is narrowed down. */
  showings: readonly Showing[];
  networks: readonly Network[];
}

/** Search and filters as one form, which needs no script. What it finds, it finds on all days. */
export const ProgrammeFilters = ({ asked, summit, wanted, showings, networks }: FilterProps) => {
  const { programme } = wordsHere(asked);
  const { filters, readers } = wanted;
  const choices = [
    ['room', programme.room, roomsIn(asked, showings)],
    ['language', programme.language, languagesIn(asked, showings)],
    ['organization', programme.organization, organizationsIn(showings)],
    ['network', programme.network, networks.map(({ slug, printed }) => [slug, printed] as const)],
  ] as const;
  const address = programmeAt(asked, summit, { ...wanted, filters: {}, day: undefined }, { zone: undefined });
  return (
    <details class="more" open={isNarrowed(wanted)}>
      <summary>{programme.narrow}</summary>
      <form class="filters" method="get" action={address} role="search">
        {filters.track === undefined ? null : <input type="hidden" name="track" value={filters.track} />}
        {readers.zone === undefined ? null : <input type="hidden" name="zone" value={readers.zone} />}
        <div class="field">
          <label for="q">{programme.search}</label>
          <input type="search" id="q" name="q" value={filters.q} maxlength={200} />
        </div>
        {choices.map(([name, label, options]) =>
          options.length === 0 && filters[name] === undefined ? null : (
            <Choice asked={asked} name={name} label={label} options={options} chosen={filters[name]} />
          ),
        )}
        <button class="button">{programme.show}</button>
        {isNarrowed(wanted) ? (
          <a href={programmeAt(asked, summit, { ...wanted, filters: {} })}>{programme.clear}</a>
        ) : null}
      </form>
    </details>
  );
};
