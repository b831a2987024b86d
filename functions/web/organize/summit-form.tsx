import { isCountry } from '../../../shared/domain/country.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { countryName } from '../../../shared/words/country.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { Field, Select, type Shown } from '../field.tsx';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import type { Sheet } from './editing.tsx';
import { TextFields } from './fields.tsx';
import { languagesOf } from './languages.ts';
import { linesIn, lineIn, numberIn, plainFields, textFields, textIn, type Typed } from './typed.ts';
import { organizeWords } from './words.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Every country to choose from, in the order of the page's language. */
export const countryOptions = ({ language }: Pick<Asked, 'language'>): [code: string, name: string][] => {
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`)).filter(isCountry);
  const { compare } = new Intl.Collator(language);
  return codes
    .map((code): [string, string] => [code, countryName(language, code)])
    .toSorted((a, b) => compare(a[1], b[1]));
};

/** Every time zone to choose from, by the name that all systems call it. */
export const zoneOptions = (): [string, string][] =>
  Intl.supportedValuesOf('timeZone').map((zone) => [zone, zone.replaceAll('_', ' ')]);

/** Days are picked from a calendar, unless less than a day is known. */
export const dayType = (typed: Typed, name: string): 'date' | 'text' =>
  typed[name] === undefined || typed[name] === '' || /^\d{4}-\d{2}-\d{2}$/.test(typed[name]) ? 'date' : 'text';

const Days = ({ asked, shown }: { asked: Asked; shown: Shown }) => {
  const { summit: w } = organizeWords(asked);
  return (
    <div class="pairs">
      {(['from', 'to'] as const).map((name) => (
        <Field name={name} label={w[name]} type={dayType(shown.typed, name)} optional shown={shown} />
      ))}
    </div>
  );
};

const Fields = ({
  asked,
  summit,
  others,
  shown,
}: {
  asked: Asked;
  summit: Summit;
  others: readonly Summit[];
  shown: Shown;
}) => {
  const words = organizeWords(asked);
  const w = words.summit;
  const language = workLanguage(asked);
  const all = [...new Set([...languagesOf(summit), ...pageLanguages])];
  const inAll = { template: words.inLanguage, language, languages: languagesOf(summit), shown, optional: true };
  return (
    <>
      <fieldset class="part">
        <legend>{w.title}</legend>
        <TextFields {...inAll} name="title" label={w.title} languages={all} hint={w.titleHint} optional={false} />
      </fieldset>
      <Days asked={asked} shown={shown} />
      {summit.zone === undefined ? (
        <Select name="zone" label={w.zone} hint={w.zoneHint} options={zoneOptions()} none={w.noZone} shown={shown} />
      ) : null}
      <TextFields {...inAll} name="place" label={w.place} />
      <Select name="country" label={w.country} options={countryOptions(asked)} none="—" shown={shown} />
      <TextFields {...inAll} name="summary" label={w.summary} long />
      <div class="pairs">
        <Field name="series" label={w.series} optional shown={shown} />
        <Field name="edition" label={w.edition} type="number" optional shown={shown} />
      </div>
      <Select
        name="follows"
        label={w.follows}
        hint={w.followsHint}
        options={others.map((one) => [one.slug, inLanguage(one.title, asked.language)])}
        none="—"
        shown={shown}
      />
      <Field name="beside" label={w.beside} hint={w.besideHint} long optional shown={shown} />
      <Select
        name="attendanceList"
        label={w.attendanceList}
        hint={w.attendanceListHint}
        options={(['complete', 'partial', 'none'] as const).map((one) => [one, w.lists[one]])}
        none="—"
        shown={shown}
      />
      <Field name="contactsKeptFor" label={w.contacts} hint={w.contactsHint} type="number" optional shown={shown} />
    </>
  );
};

const bodyOf = (typed: Typed, summit: Summit): object => {
  const languages = [...new Set([...languagesOf(summit), ...pageLanguages])];
  return {
    title: textIn(typed, 'title', languages, true),
    summary: textIn(typed, 'summary', languages),
    place: textIn(typed, 'place', languages),
    from: lineIn(typed, 'from'),
    to: lineIn(typed, 'to'),
    zone: summit.zone ?? lineIn(typed, 'zone'),
    country: lineIn(typed, 'country'),
    series: lineIn(typed, 'series'),
    edition: numberIn(typed, 'edition'),
    follows: lineIn(typed, 'follows'),
    beside: linesIn(typed, 'beside'),
    attendanceList: lineIn(typed, 'attendanceList'),
    contactsKeptFor: numberIn(typed, 'contactsKeptFor'),
  };
};

const typedOf = (summit: Summit): Typed => ({
  ...textFields('title', summit.title),
  ...textFields('summary', summit.summary),
  ...textFields('place', summit.place),
  ...plainFields({
    from: summit.from,
    to: summit.to,
    zone: summit.zone,
    country: summit.country,
    series: summit.series,
    edition: summit.edition,
    follows: summit.follows,
    beside: summit.beside.join('\n') || undefined,
    attendanceList: summit.attendanceList,
    contactsKeptFor: summit.contactsKeptFor,
  }),
});

/** A summit as its settings show it. `others` are those that it may follow. */
export const summitSheet = (asked: Asked, summit: Summit, others: readonly Summit[]): Sheet<Summit> => ({
  typedOf,
  bodyOf: (typed) => bodyOf(typed, summit),
  fields: (shown) => <Fields asked={asked} summit={summit} others={others} shown={shown} />,
});
