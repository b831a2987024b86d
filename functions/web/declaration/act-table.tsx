import { citations } from '../../../shared/documents/report.ts';
import type { Signature } from '../../../shared/domain/signature.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { countryName } from '../../../shared/words/country.ts';
import { dated, numeral } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { type Acts, answers } from './acts.ts';
import { pageOf, type Place, textPage, wordsHere } from './here.ts';
import { Link } from './run.tsx';

/** How many are shown at first. */
export const atFirst = 40;

const AfterwardsTag = ({ asked, act: { state, withdrawnOn } }: { asked: Asked; act: Signature }) => {
  const { signatories: words } = wordsHere(asked);
  if (state === 'suspended') return <span class="tag warn">{words.suspended}</span>;
  if (state === 'void') return <span class="tag bad">{words.void}</span>;
  if (state !== 'withdrawn') return null;
  return (
    <span class="tag bad">
      {withdrawnOn === undefined
        ? words.withdrawnUndated
        : fill(words.withdrawn, { day: dated(asked.language, withdrawnOn) })}
    </span>
  );
};

const ReservationShown = ({ asked, place, act }: { asked: Asked; place: Place; act: Signature }) => {
  if (!act.reservation) return null;
  const { signatories: words, permalink } = wordsHere(asked);
  return (
    <p class="minor">
      {words.reservation} <q dir="auto">{act.reservation.text}</q>
      {act.reservation.paragraphs.map((paragraph) => (
        <>
          {' '}
          <a href={textPage(asked, place, 'paragraphs', paragraph)} aria-label={permalink}>
            ¶
          </a>
        </>
      ))}
    </p>
  );
};

/** How an act came; one that was reported, from whom. */
const Came = ({ asked, act: { proof, sources } }: { asked: Asked; act: Signature }) => {
  if (proof === undefined) return '–';
  const { signatories: words } = wordsHere(asked);
  if (proof !== 'reported' || sources.length === 0) return words.proof[proof];
  return (
    <>
      {words.reportedBy}{' '}
      {citations(sources).map((cited, at) => (
        <>
          {at > 0 ? '; ' : ''}
          <Link cited={cited} />
        </>
      ))}
    </>
  );
};

type RowProps = { asked: Asked; place: Place; act: Signature; number: number };

const Row = ({ asked, place, act, number }: RowProps) => {
  const { signatories: words } = wordsHere(asked);
  const { language } = asked;
  const { counted, printed, organization, capacity, signedBy, title, on } = act;
  return (
    <tr>
      <td class="sum" data-name={words.number}>
        {numeral(language, number)}
      </td>
      <th scope="row">
        <a href={pageOf(asked, 'organizations', organization)}>
          <bdi>{printed}</bdi>
        </a>
        {capacity === 'observer' ? <span class="tag plain">{words.observer}</span> : null}
        <AfterwardsTag asked={asked} act={act} />
        <ReservationShown asked={asked} place={place} act={act} />
      </th>
      <td data-name={words.country}>{counted.country ? countryName(language, counted.country) : '–'}</td>
      <td data-name={words.by}>
        {signedBy === undefined ? '–' : <bdi>{signedBy}</bdi>}
        {title === undefined ? null : (
          <span class="minor">
            {' '}
            <bdi>{title}</bdi>
          </span>
        )}
      </td>
      <td data-name={words.on}>{on === undefined ? '–' : dated(language, on)}</td>
      <td data-name={words.came}>
        <Came asked={asked} act={act} />
      </td>
    </tr>
  );
};

const groupsOf = <T,>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / atFirst) }, (_, at) => all.slice(at * atFirst, (at + 1) * atFirst));

/** Acts as a table, drawn forty by forty. */
export const ActTable = ({
  asked,
  place,
  acts,
  label,
  from = 0,
}: {
  asked: Asked;
  place: Place;
  acts: readonly Signature[];
  label: string;
  from?: number;
}) => {
  const { signatories: words } = wordsHere(asked);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={label}>
      <table class="signatories folds">
        <thead>
          <tr>
            <th scope="col" class="sum">
              {words.number}
            </th>
            <th scope="col">{words.organization}</th>
            <th scope="col">{words.country}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.on}</th>
            <th scope="col">{words.came}</th>
          </tr>
        </thead>
        {groupsOf(acts).map((group, nth) => (
          <tbody>
            {group.map((act, at) => (
              <Row asked={asked} place={place} act={act} number={from + nth * atFirst + at + 1} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};

const queryFor = (acts: Acts, more: Readonly<Record<string, string>> = {}): string => {
  const { q, asOf, knownAt } = acts.wanted;
  const given = Object.entries({ q, asOf, knownAt, ...more }).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  return `?${new URLSearchParams(given).toString()}`;
};

/** The search, the rows that answer it, and the way to all of them. With script the rows change while somebody types. */
export const FoundActs = ({
  asked,
  place,
  acts,
  level: Heading,
}: {
  asked: Asked;
  place: Place;
  acts: Acts;
  level: 'h2' | 'h3';
}) => {
  const { signatories: words } = wordsHere(asked);
  const page = textPage(asked, place, 'signatories');
  const { q, asOf, knownAt, all } = acts.wanted;
  const found = acts.shown.filter(answers(asked.language, q));
  const dated = found.filter(({ on }) => on !== undefined);
  const undated = found.filter(({ on }) => on === undefined);
  const rows = all ? dated : dated.slice(0, atFirst);
  const apart = all ? undated : undated.slice(0, atFirst - rows.length);
  const number = (value: number): string => numeral(asked.language, value);
  return (
    <>
      <form class="find" role="search" method="get" action={page} data-find="found-acts">
        {asOf === undefined ? null : <input type="hidden" name="asOf" value={asOf} />}
        {knownAt === undefined ? null : <input type="hidden" name="knownAt" value={knownAt} />}
        <div class="field">
          <label for="q">{words.find}</label>
          <input type="search" id="q" name="q" value={q} maxlength={100} />
        </div>
        <button class="button">{words.search}</button>
      </form>
      <div id="found-acts" class="stack">
        <p class="minor" role="status">
          {found.length === 0
            ? words.nothing
            : fill(words.showing, { shown: number(rows.length + apart.length), all: number(found.length) })}
          {rows.length + apart.length < found.length ? (
            <>
              {' · '}
              <a href={`${page}${queryFor(acts, { all: '1' })}`}>{fill(words.all, { number: number(found.length) })}</a>
            </>
          ) : null}
        </p>
        {rows.length === 0 ? null : <ActTable asked={asked} place={place} acts={rows} label={words.rows} />}
        {apart.length === 0 ? null : (
          <>
            <Heading>{words.undated}</Heading>
            <p>{words.undatedLead}</p>
            <ActTable asked={asked} place={place} acts={apart} label={words.undated} from={dated.length} />
          </>
        )}
      </div>
    </>
  );
};
