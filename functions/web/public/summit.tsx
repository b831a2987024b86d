import { base } from '../../../shared/contract/mounted.ts';
import { daysOf, type Source, sourceOf } from '../../../shared/contract/programme-source.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Participation } from '../../../shared/domain/participation.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { findSummit } from '../../../shared/table/summit.ts';
import { allTracks } from '../../../shared/table/track.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { type List, readList, readOpenly } from '../contract.ts';
import type { Asked, Page, PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { DataLine } from './data-line.tsx';
import { Days } from './days.tsx';
import { named, pageAt, recordAt, wordsHere } from './here.ts';
import { PlainFact } from './plain-fact.tsx';
import { huesOf } from './hue.ts';
import { Provenance, Reported } from './provenance.tsx';
import { PlaceAndDays } from './summit-list.tsx';
import { type Counted, Who } from './summit-who.tsx';
import { Paragraphs, WrittenIn } from './written.tsx';

type DeclarationCard = Pick<Declaration, 'slug' | 'title' | 'kind' | 'state' | 'origin' | 'date'>;

interface Shown {
  asked: Asked;
  summit: Summit;
  source: Source;
  tracks: readonly Track[];
  declarations: readonly DeclarationCard[];
  participations: List<Participation>;
  counts: Counted;
  /** The summit before it, as far as it is recorded here. */
  before: { slug: string; title: Text } | undefined;
}

const read = async (asked: Asked): Promise<Shown> => {
  const { table } = asked.site.house;
  const slug = named(asked, 'summit');
  const at = recordAt('summits', slug);
  const known = readOpenly<Summit>(asked, at);
  const [{ record: summit }, source, tracks, declarations, { record: participations }, { record: counts }] =
    await Promise.all([
      known,
      sourceOf(table, slug),
      allTracks(table, slug),
      readList<DeclarationCard>(readOpenly, asked, `${at}/declarations`),
      readOpenly<List<Participation>>(asked, `${at}/participations?limit=200`),
      readOpenly<{ everyone: Counted }>(asked, `${at}/counts`),
    ]);
  const before = summit.follows === undefined ? undefined : await findSummit(table, summit.follows);
  return { asked, summit, source, tracks, declarations, participations, counts: counts.everyone, before };
};

const Facts = ({ asked, summit, before }: Shown) => {
  const { facts, separator } = wordsHere(asked);
  return (
    <dl class="facts across">
      {summit.series === undefined ? null : (
        <PlainFact label={facts.series}>
          <bdi>{summit.series}</bdi>
          {summit.edition === undefined ? '' : ` · ${summit.edition}`}
        </PlainFact>
      )}
      {summit.follows === undefined ? null : (
        <PlainFact label={facts.follows}>
          <a href={pageAt(asked, 'summits', summit.follows)}>
            {before ? <Said text={before.title} language={asked.language} /> : summit.follows}
          </a>
        </PlainFact>
      )}
      {summit.beside.length > 0 ? <PlainFact label={facts.beside}>{summit.beside.join(separator)}</PlainFact> : null}
      {summit.zone === undefined ? null : <PlainFact label={facts.zone}>{summit.zone}</PlainFact>}
    </dl>
  );
};

const Head = (shown: Shown) => {
  const { asked, summit } = shown;
  const words = wordsHere(asked);
  return (
    <>
      {summit.origin === 'reported' || summit.kind === 'process' || summit.state === 'concluded' ? (
        <p class="row close">
          {summit.origin === 'reported' ? <span class="tag warn">{words.reported.tag}</span> : null}
          {summit.kind === 'process' ? <span class="tag plain">{words.summit.process}</span> : null}
          {summit.state === 'concluded' ? <span class="tag idle">{words.summit.concluded}</span> : null}
        </p>
      ) : null}
      <h1>
        <Said text={summit.title} language={asked.language} />
      </h1>
      <p class="lead">
        <PlaceAndDays asked={asked} summit={summit} />
      </p>
      {summit.origin === 'reported' ? (
        <Reported asked={asked} sentence={words.reported.summit} by={summit.sources} />
      ) : null}
      {summit.state === 'cancelled' ? <p class="said bad">{words.summit.cancelled}</p> : null}
      <WrittenIn asked={asked} text={summit.title} />
      {summit.summary ? <Paragraphs asked={asked} text={summit.summary} /> : null}
      <Facts {...shown} />
    </>
  );
};

const Programme = ({ asked, summit, source }: Shown) => {
  const { summit: words, programme } = wordsHere(asked);
  const days = daysOf(source);
  const page = pageAt(asked, 'summits', summit.slug, 'programme');
  const { release } = source;
  // What nobody reports is not about to come, either.
  if (days.length === 0 && summit.origin === 'reported') return null;
  return (
    <section class="stack">
      <h2>{words.programme}</h2>
      {days.length === 0 ? (
        <p class="none">{words.noProgramme}</p>
      ) : (
        <>
          <p class="minor">
            {release
              ? fill(programme.release, {
                  number: release.number,
                  time: moment(asked.language, release.at, summit.zone ?? 'UTC'),
                })
              : programme.ofSources}
          </p>
          <Days
            asked={asked}
            days={days}
            counts={source.days}
            address={(day) => (day === undefined ? page : `${page}?day=${day}`)}
          />
          <p class="row">
            <a class="button chief" href={page}>
              {words.whole}
            </a>
            <a
              class="button"
              href={`${base}${recordAt('summits', summit.slug, 'programme.ics')}?lang=${asked.language}`}
            >
              {words.subscribe}
            </a>
          </p>
        </>
      )}
    </section>
  );
};

const Tracks = ({ asked, summit, tracks }: Shown) => {
  const hues = huesOf(tracks);
  return tracks.length === 0 ? null : (
    <section class="stack">
      <h2>{wordsHere(asked).summit.tracks}</h2>
      <ul class="list">
        {tracks.map(({ slug, title, summary }) => (
          <li>
            <span>
              <a
                class={`tag ${hues.get(slug) ?? ''}`}
                href={`${pageAt(asked, 'summits', summit.slug, 'programme')}?track=${slug}`}
              >
                <Said text={title} language={asked.language} />
              </a>
            </span>
            {summary ? (
              <span>
                <Said text={summary} language={asked.language} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

const tones: Partial<Record<Declaration['state'], string>> = {
  adopted: 'good',
  'open-for-signature': 'good',
  closed: 'good',
  issued: 'good',
  objected: 'warn',
};

const Declarations = ({ asked, summit, declarations }: Shown) => {
  const words = wordsHere(asked);
  return (
    <section class="stack">
      <h2>{words.summit.declarations}</h2>
      {declarations.length === 0 ? (
        <p class="minor">{words.summit.noDeclarations}</p>
      ) : (
        <ul class="cards">
          {declarations.map(({ slug, title, kind, state, origin }) => (
            <li>
              <a class="card" href={pageAt(asked, 'summits', summit.slug, 'declarations', slug)}>
                <h3>
                  <Said text={title} language={asked.language} />
                </h3>
                <span class="minor">{words.declarationKinds[kind]}</span>
                <span class="row close">
                  {origin === 'reported' ? (
                    <span class="tag warn">{words.reported.tag}</span>
                  ) : (
                    <span class={`tag ${tones[state] ?? 'idle'}`}>{words.declarationStates[state]}</span>
                  )}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const SummitPage = (shown: Shown) => {
  const { asked, summit, counts, participations } = shown;
  const words = wordsHere(asked);
  const at = recordAt('summits', summit.slug);
  return (
    <div class="body stack">
      <div class="stack">
        <Head {...shown} />
      </div>
      <Programme {...shown} />
      <Declarations {...shown} />
      <Tracks {...shown} />
      <Who
        asked={asked}
        summit={summit.slug}
        counts={counts}
        participations={participations.items}
        isMore={(participations.next ?? null) !== null}
      />
      <Provenance asked={asked} of={[summit]} />
      <DataLine
        asked={asked}
        ways={[
          { href: at, label: 'JSON' },
          { href: `${at}/programme.ics`, label: words.calendar },
          { href: `${at}/programme.csv`, label: words.table },
          { href: `${at}/programme.xml`, label: 'frab XML' },
          { href: `${at}/programme.frab.json`, label: 'frab JSON' },
          { href: `${at}/programme.jsonld`, label: 'JSON-LD' },
        ]}
      />
    </div>
  );
};

const linkedSummit = ({ asked, summit }: Shown): object => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  '@id': new URL(pageAt(asked, 'summits', summit.slug), asked.site.site).href,
  url: new URL(pageAt(asked, 'summits', summit.slug), asked.site.site).href,
  name: summit.rehearsal
    ? `${asked.words.site.rehearsal}: ${inLanguage(summit.title, asked.language)}`
    : inLanguage(summit.title, asked.language),
  startDate: summit.from,
  endDate: summit.to,
  location: summit.place && {
    '@type': 'Place',
    name: inLanguage(summit.place, asked.language),
    address: { '@type': 'PostalAddress', addressCountry: summit.country },
  },
});

const summitPage = async (asked: Asked): Promise<Page> => {
  const shown = await read(asked);
  const { summit } = shown;
  return {
    title: inLanguage(summit.title, asked.language),
    path: `/summits/${summit.slug}`,
    rehearsal: summit.rehearsal,
    part: 'programme',
    crumbs: [{ href: pageAt(asked, ''), label: wordsHere(asked).front.summits }],
    open: {
      description: inLanguage(summit.summary ?? summit.title, asked.language),
      record: recordAt('summits', summit.slug),
      linked: linkedSummit(shown),
    },
    body: <SummitPage {...shown} />,
  };
};

/** A summit's front page. */
export const summitRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/summits/{summit}', may: 'read', handle: summitPage },
];
