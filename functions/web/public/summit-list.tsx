import type { Summit } from '../../../shared/domain/summit.ts';
import { localTime, span, toInstant } from '../../../shared/domain/when.ts';
import { countryName } from '../../../shared/words/country.ts';
import { datesIn } from '../../../shared/words/day.ts';
import { readList, readOpenly } from '../contract.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { pageAt, wordsHere } from './here.ts';

/** A summit as lists show it. */
export type SummitCard = Omit<Summit, 'summary' | 'sources' | 'corrections' | 'history'>;

/** Where and when a summit is held, as far as that is recorded. */
export const PlaceAndDays = ({ asked, summit }: { asked: Asked; summit: SummitCard }) => {
  const { language } = asked;
  const { place, country, from, to } = summit;
  const parts = [
    place ? <Said text={place} language={language} /> : null,
    country === undefined ? null : countryName(language, country),
    from === undefined ? null : datesIn(language, from, to),
  ].filter((part) => part !== null);
  return (
    <>
      {parts.map((part, at) => (
        <>
          {at > 0 ? ' · ' : ''}
          {part}
        </>
      ))}
    </>
  );
};

const Card = ({ asked, summit }: { asked: Asked; summit: SummitCard }) => {
  const words = wordsHere(asked);
  return (
    <li>
      <a class="card" href={pageAt(asked, 'summits', summit.slug)}>
        <h3>
          <Said text={summit.title} language={asked.language} />
        </h3>
        <span class="minor">
          <PlaceAndDays asked={asked} summit={summit} />
        </span>
        {summit.origin === 'reported' || summit.rehearsal || summit.state === 'cancelled' ? (
          <span class="row close">
            {summit.origin === 'reported' ? <span class="tag warn">{words.reported.tag}</span> : null}
            {summit.rehearsal ? <span class="tag idle">{asked.words.site.rehearsal}</span> : null}
            {summit.state === 'cancelled' ? <span class="tag bad">{words.front.cancelled}</span> : null}
          </span>
        ) : null}
      </a>
    </li>
  );
};

type Shelf = 'coming' | 'past' | 'undated' | 'rehearsals';

const shelfOf = ({ stamp }: Asked, { rehearsal, from, to, zone, state }: SummitCard): Shelf => {
  if (rehearsal) return 'rehearsals';
  const last = to ?? from;
  if (last === undefined) return 'undated';
  const today = localTime(toInstant(stamp.at), zone ?? 'UTC').slice(0, 10);
  return state === 'announced' && span(last).last >= today ? 'coming' : 'past';
};

const shelves = ['coming', 'past', 'undated', 'rehearsals'] as const;

const ofShelf = (shelf: Shelf, summits: readonly SummitCard[]): readonly SummitCard[] =>
  shelf === 'coming' ? summits : summits.toReversed();

/** The summits, the next first, then those that are over, and what is only rehearsed by itself. */
export const SummitList = ({ asked, summits }: { asked: Asked; summits: readonly SummitCard[] }) => {
  const { front } = wordsHere(asked);
  if (summits.length === 0) return <p class="none">{front.none}</p>;
  return (
    <>
      {shelves.map((shelf) => {
        const there = summits.filter((summit) => shelfOf(asked, summit) === shelf);
        return there.length === 0 ? null : (
          <section class="stack">
            <h2>{front[shelf]}</h2>
            {shelf === 'rehearsals' ? <p>{front.rehearsalsLead}</p> : null}
            <ul class="cards">
              {ofShelf(shelf, there).map((summit) => (
                <Card asked={asked} summit={summit} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
};

/** Every summit, the first first. */
export const allSummits = (asked: Asked): Promise<SummitCard[]> => readList<SummitCard>(readOpenly, asked, '/summits');
