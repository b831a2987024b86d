import type { Alongside, Released } from './release.ts';

/** Sessions by slug, as they were last released, as they are drafted, or as a release would have them. */
export type Cards = ReadonlyMap<string, Released>;

/** How many sessions a room holds at once. */
export type Parallel = (room: string) => number;

interface Span {
  slug: string;
  start: number;
  end: number;
}

const spanOf = ({ card: { slug, state, start, end } }: Released): Span | undefined =>
  start === undefined || end === undefined || state === 'cancelled'
    ? undefined
    : { slug, start: Date.parse(start), end: Date.parse(end) };

const meet = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Whose time a session firmly takes. */
const peopleOf = ({ panelists, crew }: Released): Set<string> =>
  new Set([
    ...Object.values(panelists).flatMap(({ person, state }) => (state === 'confirmed' ? [person] : [])),
    ...Object.values(crew),
  ]);

interface Meeting {
  sessions: readonly string[];
  why: Alongside['why'];
}

const isIn = (cards: Cards, sessions: readonly string[], fits: (all: readonly Released[]) => boolean): boolean => {
  const found = sessions.flatMap((slug) => cards.get(slug) ?? []);
  const spans = found.flatMap((one) => spanOf(one) ?? []);
  const allAtOnce = spans.every((one) => spans.every((other) => meet(one, other)));
  return found.length === sessions.length && spans.length === sessions.length && allAtOnce && fits(found);
};

const inOneRoom = (all: readonly Released[]): boolean => new Set(all.map(({ card }) => card.room)).size === 1;
const withOnePerson = ([one, ...more]: readonly Released[]): boolean =>
  one !== undefined && [...peopleOf(one)].some((person) => more.every((other) => peopleOf(other).has(person)));

/** Sessions that share something with one, by what they share. */
const indexed = (cards: Cards, keysOf: (one: Released) => Iterable<string>): Map<string, Released[]> => {
  const index = new Map<string, Released[]>();
  for (const one of cards.values())
    for (const key of keysOf(one)) {
      const there = index.get(key);
      if (there) there.push(one);
      else index.set(key, [one]);
    }
  return index;
};

interface Indexes {
  rooms: Map<string, Released[]>;
  people: Map<string, Released[]>;
}

const beside = (mine: Span, others: readonly Released[] = []): Span[] =>
  others.flatMap((one) => spanOf(one) ?? []).filter((span) => span.slug !== mine.slug && meet(mine, span));

/** What one session of a set meets there: more at once in its room than that holds, or one of its people twice. */
const meetings = (one: Released, { rooms, people }: Indexes, parallel: Parallel): Meeting[] => {
  const mine = spanOf(one);
  if (!mine) return [];
  const { room } = one.card;
  const there = room === undefined ? [] : beside(mine, rooms.get(room));
  // The most are there at the start of one of them.
  const crowds = [mine, ...there].map(({ start }) =>
    [mine, ...there].filter((span) => span.start <= start && start < span.end).map(({ slug }) => slug),
  );
  const tooMany = crowds.filter((crowd) => room !== undefined && crowd.length > parallel(room));
  const twice = [...peopleOf(one)].flatMap((person) =>
    beside(mine, people.get(person)).map(({ slug }) => [mine.slug, slug]),
  );
  return [
    ...tooMany.map((sessions) => ({ sessions, why: 'room' as const })),
    ...twice.map((sessions) => ({ sessions, why: 'person' as const })),
  ];
};

/**
 * What has to go along with chosen changes, so that the release shows nothing that neither the last one nor the draft shows: more sessions in a room
 * than it holds at once, or somebody in two places. Whatever takes part in that and has changed goes along, and so on until nothing of the kind is
 * left: the halves of a swap stay together.
 */
export const alongside = (
  { last, draft, changed, parallel }: { last: Cards; draft: Cards; changed: ReadonlySet<string>; parallel: Parallel },
  chosen: readonly string[],
): Alongside[] => {
  const taken = new Set(chosen.filter((slug) => changed.has(slug)));
  const result = new Map(last);
  for (const slug of taken) result.set(slug, draft.get(slug) as Released);
  const added: Alongside[] = [];
  let left = [...taken];
  while (left.length > 0) {
    const indexes = {
      rooms: indexed(result, ({ card }) => (card.room === undefined ? [] : [card.room])),
      people: indexed(result, peopleOf),
    };
    const next: string[] = [];
    for (const slug of left) {
      for (const { sessions, why } of meetings(result.get(slug) as Released, indexes, parallel)) {
        const fits = why === 'room' ? inOneRoom : withOnePerson;
        if (isIn(last, sessions, fits) || isIn(draft, sessions, fits)) continue;
        for (const other of sessions.filter((one) => changed.has(one) && !taken.has(one))) {
          taken.add(other);
          next.push(other);
          added.push({ session: other, with: sessions.filter((one) => one !== other), why });
        }
      }
    }
    for (const slug of next) result.set(slug, draft.get(slug) as Released);
    left = next;
  }
  return added;
};

/** A release of chosen changes: those sessions as they are drafted, and all others as they were last released. */
export const chosenOnly = (last: Cards, draft: Cards, taken: ReadonlySet<string>): Map<string, Released> => {
  const result = new Map(last);
  for (const slug of taken) {
    const drafted = draft.get(slug);
    if (drafted) result.set(slug, drafted);
  }
  return result;
};
