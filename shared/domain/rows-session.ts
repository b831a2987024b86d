import { CellFault, type Column, entriesOf, several, words, wordsByLanguage } from './rows.ts';
import { type Instant, instant, instantsAt, localTime } from './when.ts';

/** What the cells of a session are read beside: the summit's zone, and what the names in them stand for. */
export interface SessionSetting {
  zone: string | undefined;
  /** Each answers the slug that a slug or a name stands for. Errors: CellFault. */
  track: (name: string) => string;
  room: (name: string) => string;
  organization: (name: string) => string;
}

type Sitting = Column<SessionSetting>;

const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})(?::00)?$/;
const asked =
  'Write the local hour as "2031-03-10 09:00", or an instant with its offset, as "2031-03-10T09:00:00+01:00".';

const readTime = (cell: string, { zone }: SessionSetting): Instant => {
  const [, day, hour = ''] = local.exec(cell) ?? [];
  if (day === undefined) {
    const read = instant().safeParse(cell);
    if (!read.success) throw new CellFault(asked);
    return read.data;
  }
  if (zone === undefined) throw new CellFault('The summit has no time zone: write an instant with its offset.');
  const [first, second] = instantsAt(`${day}T${hour.padStart(5, '0')}`, zone);
  if (first === undefined)
    throw new CellFault(`There is no such hour in ${zone}: no such day, or the clock passes over it.`);
  if (second !== undefined)
    throw new CellFault(`That hour comes twice in ${zone}: write it with its offset, as ${first} or ${second}.`);
  return first;
};

// An hour that cannot be read back is written as the instant that it is.
const writeTime = (at: Instant, { zone }: SessionSetting): string => {
  const shown = zone === undefined ? at : localTime(at, zone);
  const isPlain = zone !== undefined && at.endsWith(':00Z') && instantsAt(shown, zone).length === 1;
  return isPlain ? shown.replace('T', ' ') : at;
};

const time = (name: string, about: string): Sitting => ({
  name,
  about,
  field: [name],
  read: readTime,
  write: writeTime,
});

const reference = (name: 'track' | 'room', about: string): Sitting => ({
  ...words(name, about),
  read: (cell, setting) => setting[name](cell),
});

interface Ref {
  organization: string;
  printed?: string;
}

// Who stays keeps the name that was printed then.
const withPrinted = (before: unknown, value: unknown): Ref[] => {
  const known = new Map(((before ?? []) as Ref[]).map((ref) => [ref.organization, ref]));
  return (value as string[]).map((organization) => known.get(organization) ?? { organization });
};

// A name may have a comma in it, so the whole cell is tried first.
const readOrganizations = (cell: string, { organization }: SessionSetting): string[] => {
  try {
    return [organization(cell)];
  } catch (error) {
    const entries = entriesOf(cell);
    if (entries.length < 2) throw error;
    return entries.map(organization);
  }
};

const organizations = (name: string, about: string): Sitting => ({
  name,
  about,
  field: [name],
  read: readOrganizations,
  write: (refs: readonly Ref[]) => refs.map((ref) => ref.organization).join(', '),
  merge: withPrinted,
});

/** What a table of sessions calls its columns. A row is about the session of its reference code. */
export const sessionColumns: readonly Sitting[] = [
  words('reference', 'The reference code, such as "VC-D 12": the row is about the session that has it.'),
  wordsByLanguage('title', 'What it is called.'),
  wordsByLanguage('summary', 'What it is about.'),
  reference('track', 'The track, by its slug or title.'),
  reference('room', 'The room, by its slug or name.'),
  time('start', 'When it begins: the local hour, or an instant with its offset.'),
  time('end', 'When it ends.'),
  words('mode', 'on-site, hybrid or online.'),
  several('spoken', 'Languages spoken, as BCP 47 tags.', ['languages', 'spoken']),
  several('interpreted', 'Languages interpreted into.', ['languages', 'interpreted']),
  organizations('lead', 'The organizations that lead it, by slugs or names.'),
  organizations('partners', 'The organizations that take part in it, by slugs or names.'),
  several('instruments', 'The texts of others that it is about, by their slugs.', ['instruments']),
  wordsByLanguage('no outcome', 'Why it has no outcome.', 'noOutcome'),
];
