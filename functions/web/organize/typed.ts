import { entriesOf } from '../../../shared/domain/rows.ts';
import type { Text } from '../../../shared/domain/text.ts';

// Between what stands in the fields of a form and what a record says. Fields are named as the contract points at them, with dots.

/** What is typed in a form, by the name of the field. */
export type Typed = Readonly<Record<string, string>>;

const given = (typed: Typed, name: string): string | undefined => typed[name]?.trim() || undefined;

/** A line; undefined where nothing is typed. */
export const lineIn = given;

/** A whole number; what is none is left to the contract to refuse. */
export const numberIn = (typed: Typed, name: string): number | string | undefined => {
  const value = given(typed, name);
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : value;
};

/** Whether a box is ticked. */
export const isTicked = (typed: Typed, name: string): boolean => typed[name] === 'yes';

/** Which of several boxes are ticked: "rooms.hall" is the box of "hall" among "rooms". */
export const tickedIn = <T extends string>(typed: Typed, name: string, options: readonly T[]): T[] =>
  options.filter((option) => isTicked(typed, `${name}.${option}`));

/** The boxes of what a record names. */
export const ticksOf = (name: string, chosen: readonly string[] = []): Typed =>
  Object.fromEntries(chosen.map((option) => [`${name}.${option}`, 'yes']));

/** Several entries of one field, parted as people part them. */
export const entriesIn = (typed: Typed, name: string): string[] => entriesOf(typed[name] ?? '');

/** Several lines of one field. */
export const linesIn = (typed: Typed, name: string): string[] =>
  (typed[name] ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A text with one field for each language: "title.en" is its English. Where all are empty it is left out, unless it is needed. */
export const textIn = (
  typed: Typed,
  name: string,
  languages: readonly string[],
  isNeeded = false,
): Record<string, string | undefined> | undefined => {
  const words = languages.map((language) => [language, given(typed, `${name}.${language}`)] as const);
  return isNeeded || words.some(([, said]) => said !== undefined) ? Object.fromEntries(words) : undefined;
};

/** The fields of a text. */
export const textFields = (name: string, text: Text | undefined): Typed =>
  Object.fromEntries(Object.entries(text ?? {}).map(([language, words]) => [`${name}.${language}`, words]));

/** The fields of a record's own values, as they are typed; what a record does not say is left out. */
export const plainFields = (values: Readonly<Record<string, string | number | undefined>>): Typed =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** The rows of a list in a form: "hours.0.from". A row in which nothing is typed is none. */
export const rowsIn = (typed: Typed, name: string): Typed[] => {
  const rows = new Map<number, Record<string, string>>();
  for (const [field, value] of Object.entries(typed)) {
    const [, at, part] = new RegExp(`^${name}\\.(\\d{1,3})\\.(\\w+)$`).exec(field) ?? [];
    if (at !== undefined && part !== undefined && value.trim() !== '')
      rows.set(Number(at), { ...rows.get(Number(at)), [part]: value.trim() });
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
};

/** The fields of rows, numbered anew: a row that was emptied leaves no gap between the others. */
export const rowFields = (name: string, rows: readonly Typed[]): Typed =>
  Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([part, value]) => [`${name}.${at}.${part}`, value])),
  );

/** What was typed, with the rows of these lists numbered as they are sent: so a refusal points at the row that it is about. */
export const renumbered = (typed: Typed, ...lists: readonly string[]): Typed => {
  const others = Object.entries(typed).filter(([field]) => !lists.some((name) => field.startsWith(`${name}.`)));
  return Object.assign(Object.fromEntries(others), ...lists.map((name) => rowFields(name, rowsIn(typed, name))));
};

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A body as a change (RFC 7396): what is left out of a form is taken away from the record. */
export const asChange = (body: unknown): unknown =>
  isTree(body)
    ? Object.fromEntries(
        Object.entries(body).map(([field, value]) => [field, value === undefined ? null : asChange(value)]),
      )
    : body;
