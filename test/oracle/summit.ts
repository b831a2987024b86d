// A summit as lists, and the one rule about them, looked at minute by minute: what the ledgers do is compared with this, and nothing of them is
// imported here. Slow and plain on purpose.

/** Minutes since the summit's first midnight, UTC. */
export type Minute = number;

/** Somebody with a place on the panel or in the crew; whoever left it is not in the list. */
export interface Part {
  name: string;
  person: string;
  as: 'panel' | 'crew';
  /** Crew is assigned, a panelist has confirmed; somebody nominated only holds their time. */
  isFirm: boolean;
}

export interface Sitting {
  name: string;
  isCancelled: boolean;
  place?: { room?: string; from: Minute; to: Minute } | undefined;
  /** The changeover of its room when it was placed there. */
  keptFree: number;
  parts: Part[];
}

/** Who or what can be in so many sessions at once; whether one more is refused, or only told. */
export interface Guarded {
  name: string;
  parallel: number;
  policy: 'block' | 'warn';
}

export interface Hall extends Guarded {
  changeover: number;
  isClosed: boolean;
}

/** Two sittings at one resource in the same minutes; `from` and `to` are the first of them and the one after the last. */
export interface Meeting {
  of: string;
  by: string;
  with: string;
  from: Minute;
  to: Minute;
}

export interface World {
  sittings: Sitting[];
  halls: Hall[];
  people: Guarded[];
  /** Sitting and resource of what was last claimed there although it met others. */
  despite: string[];
}

/** That a sitting is at a resource, through what, and in which minutes. */
interface Stay {
  of: string;
  resource: string;
  by: string;
  from: Minute;
  to: Minute;
  isFirm: boolean;
}

/** Where a sitting is, with everybody in it. */
export const staysOf = ({ name, isCancelled, place, keptFree, parts }: Sitting): Stay[] => {
  if (isCancelled || !place) return [];
  const { room, from, to } = place;
  const people = parts.map(({ name: by, person, isFirm }) => ({
    of: name,
    resource: `person ${person}`,
    by,
    from,
    to,
    isFirm,
  }));
  return room === undefined
    ? people
    : [{ of: name, resource: `room ${room}`, by: 'room', from, to: to + keptFree, isFirm: true }, ...people];
};

const isAt = (stay: Stay, minute: Minute): boolean => minute >= stay.from && minute <= stay.to - 1;

const guardedIn = ({ halls, people }: World, { resource }: Stay): Guarded | undefined =>
  halls.find(({ name }) => resource === `room ${name}`) ?? people.find(({ name }) => resource === `person ${name}`);

/** Whom a stay meets in a world, minute by minute. */
const met = (world: World, stay: Stay): Meeting[] => {
  const most = guardedIn(world, stay)?.parallel ?? 1;
  const others = world.sittings
    .filter(({ name }) => name !== stay.of)
    .flatMap((sitting) =>
      staysOf(sitting)
        .filter(({ resource, isFirm }) => isFirm && resource === stay.resource)
        .slice(0, 1),
    );
  const first = new Map<string, Minute>();
  const last = new Map<string, Minute>();
  const inTheWay = new Set<string>();
  for (let minute = stay.from; minute < stay.to; minute += 1) {
    const there = others.filter((other) => isAt(other, minute));
    for (const { of } of there) {
      if (!first.has(of)) first.set(of, minute);
      last.set(of, minute);
    }
    if (there.length + 1 > most) for (const { of } of there) inTheWay.add(of);
  }
  return [...inTheWay].map((other) => ({
    of: stay.of,
    by: stay.by,
    with: other,
    from: first.get(other) ?? Number.NaN,
    to: (last.get(other) ?? Number.NaN) + 1,
  }));
};

const named = ({ of, resource, by, from, to, isFirm }: Stay): string =>
  [of, resource, by, from, to, isFirm].join(' | ');
const at = ({ of, resource }: Stay): string => `${of} at ${resource}`;

/** What a deed comes to: whom it meets, which closed rooms it would move into, and the world once it is done. */
export interface Verdict {
  isRefused: boolean;
  meetings: Meeting[];
  /** The sittings that are refused: others of the deed only go with them. */
  blocked: string[];
  closed: string[];
  /** The world as it is then: the one before, where it is refused. */
  world: World;
}

const isMoved = (before: Sitting | undefined, after: Sitting): boolean =>
  JSON.stringify(before?.place) !== JSON.stringify(after.place);

/** Judges a deed by the world that it leads to. What stays as it is is not judged again, and what is only warned of is done. */
export const judged = (before: World, after: World, isOverridden: boolean): Verdict => {
  const world = structuredClone(after);
  const hallOf = (sitting: Sitting): Hall | undefined => world.halls.find(({ name }) => name === sitting.place?.room);
  const moved = world.sittings.filter((sitting) =>
    isMoved(
      before.sittings.find(({ name }) => name === sitting.name),
      sitting,
    ),
  );
  for (const sitting of moved) sitting.keptFree = hallOf(sitting)?.changeover ?? 0;
  const stayed = new Set(before.sittings.flatMap(staysOf).map(named));
  const stays = world.sittings.flatMap(staysOf).filter(({ isFirm }) => isFirm);
  const fresh = stays.filter((stay) => !stayed.has(named(stay)));
  const meetings = fresh.map((stay) => ({ stay, meetings: met(world, stay) }));
  const closed = moved.filter((sitting) => !sitting.isCancelled && hallOf(sitting)?.isClosed).map(({ name }) => name);
  const isWarned = (stay: Stay): boolean => guardedIn(world, stay)?.policy === 'warn';
  const against = meetings.filter((one) => one.meetings.length > 0 && !isWarned(one.stay));
  const blocked = [...new Set([...closed, ...against.map((one) => one.stay.of)])];
  const isRefused = blocked.length > 0 && !isOverridden;
  const crowded = new Set(meetings.flatMap((one) => (one.meetings.length > 0 ? [at(one.stay)] : [])));
  const anew = new Set(fresh.map(at));
  world.despite = [...new Set(stays.map(at))].filter((one) =>
    anew.has(one) ? crowded.has(one) : before.despite.includes(one),
  );
  return {
    isRefused,
    meetings: meetings.flatMap((one) => one.meetings),
    blocked,
    closed,
    world: isRefused ? before : world,
  };
};

/** Every resource and day, with what is there: `room hall 0` has what is in the hall on the first day. */
export const calendarOf = ({ sittings, despite }: World): Map<string, string[]> => {
  const calendar = new Map<string, Set<string>>();
  const stays = sittings.flatMap(staysOf);
  for (const stay of stays) {
    const { of, resource, from, to, isFirm } = stay;
    const through = stays
      .filter((one) => isFirm && one.isFirm && one.of === of && one.resource === resource)
      .map(({ by }) => by);
    const line = isFirm
      ? `${of} claims it ${from}–${to} by ${through.sort().join(', ')}${despite.includes(at(stay)) ? ', despite others' : ''}`
      : `${of} holds it ${from}–${to} by ${stay.by}`;
    for (let minute = from; minute < to; minute += 1) {
      const day = `${resource} ${Math.floor(minute / 1_440)}`;
      calendar.set(day, (calendar.get(day) ?? new Set()).add(line));
    }
  }
  return new Map([...calendar].map(([day, lines]) => [day, [...lines].sort()]));
};
