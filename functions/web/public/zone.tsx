import { isZone, type Instant } from '../../../shared/domain/when.ts';
import { wallTime } from '../../../shared/documents/zoned.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import type { Asked } from '../page.ts';
import { wordsHere } from './here.ts';

/** In which zone a reader wants the times, beside that of the summit. */
export interface ReadersZone {
  zone: string | undefined;
  /** They are about to choose one: then, and only then, the page carries the list of four hundred. */
  isChoosing: boolean;
  /** What was asked for and is no zone. */
  unknown?: string | undefined;
}

let known: ReadonlySet<string> | undefined;
const zones = (): ReadonlySet<string> => (known ??= new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]));

// Only names that are on a list: formats are kept for each zone, and a zone has as many spellings as its letters have cases.
const isKnownZone = (name: string, summit: string | undefined): boolean =>
  (zones().has(name) || name === summit) && isZone(name);

export const readersZone = (query: URLSearchParams, summit: string | undefined): ReadersZone => {
  const asked = query.get('zone');
  if (asked === null) return { zone: undefined, isChoosing: false };
  if (asked === '') return { zone: undefined, isChoosing: true };
  if (!isKnownZone(asked, summit)) return { zone: undefined, isChoosing: false, unknown: asked };
  return { zone: asked === summit ? undefined : asked, isChoosing: false };
};

/** What the clocks of a zone show from one instant to another: "08:30–10:00", and how many days later than another day that is. */
export const hoursIn = (start: Instant, end: Instant, zone: string, day: string): { hours: string; days: number } => {
  const [from, to] = [wallTime(start, zone), wallTime(end, zone)];
  const days = Math.round((Date.parse(from.slice(0, 10)) - Date.parse(day)) / 86_400_000);
  return { hours: `${from.slice(11)}–${to.slice(11)}`, days };
};

/** The same in words, in brackets: "(08:30–10:00)", "(23:30–01:00, a day earlier)". */
export const inBrackets = (asked: Asked, start: Instant, end: Instant, zone: string, day: string): string => {
  const { zones: words, separator } = wordsHere(asked);
  const { hours, days } = hoursIn(start, end, zone, day);
  const shift = days === 0 ? '' : `${separator}${days > 0 ? words.later : words.earlier}`;
  return `(${hours}${shift})`;
};

interface ChoiceProps {
  asked: Asked;
  /** The zone of the summit. */
  at: string;
  readers: ReadersZone;
  /** The address of the page with another zone, or without one. */
  address: (zone: string | undefined) => string;
}

const Chooser = ({ asked, at, address }: ChoiceProps) => {
  const { zones: words } = wordsHere(asked);
  const { pathname, searchParams } = new URL(address(undefined), 'https://plenary.invalid');
  return (
    <form class="filters" method="get" action={pathname}>
      {[...searchParams].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="zone">{words.choose}</label>
        <select id="zone" name="zone">
          {[...zones()].map((name) => (
            <option selected={name === at}>{name}</option>
          ))}
        </select>
      </div>
      <button class="button">{words.submit}</button>
    </form>
  );
};

/** In which zone the times of a page are, and the way to see them in one's own: a link, then a form. */
export const ZoneChoice = (props: ChoiceProps) => {
  const { asked, at, readers, address } = props;
  const { zones: words } = wordsHere(asked);
  if (readers.isChoosing) return <Chooser {...props} />;
  return (
    <p class="minor">
      {fill(words.at, { zone: at })}{' '}
      {readers.zone === undefined ? null : `${fill(words.also, { zone: readers.zone })} `}
      <a href={address('')} rel="nofollow">
        {readers.zone === undefined ? words.show : words.change}
      </a>
      {readers.zone === undefined ? null : (
        <>
          {' · '}
          <a href={address(undefined)}>{words.off}</a>
        </>
      )}
    </p>
  );
};
