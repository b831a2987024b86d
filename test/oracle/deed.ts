import fc from 'fast-check';
import type { Minute, Part, Sitting, World } from './summit.ts';

// Random deeds. Whatever a deed names it names by a number, of as many as there are at that moment, so that a story is still one when deeds are
// taken out of it.

interface Move {
  sitting: number;
  /** The hall, or none: a session may have a time and no room yet. */
  hall: number | undefined;
  from: Minute;
  minutes: number;
}

export type OneDeed =
  | { do: 'place'; moves: Move[]; override: boolean }
  | { do: 'swap'; sittings: [number, number]; override: boolean }
  | { do: 'take off'; sitting: number }
  | { do: 'cancel'; sitting: number }
  | { do: 'nominate'; sitting: number; person: number }
  | { do: 'confirm'; sitting: number; part: number; override: boolean }
  | { do: 'assign'; sitting: number; person: number; override: boolean }
  | { do: 'leave'; sitting: number; part: number }
  | { do: 'replace'; sitting: number; part: number; person: number }
  | { do: 'hall'; hall: number; change: { parallel?: number; changeover?: number; isClosed?: boolean } }
  | { do: 'person'; person: number; change: { parallel: number; policy: 'block' | 'warn' } };

const day = 1_440;

/** Mostly around the first midnight, where everybody wants to be, and mostly on the quarters, so that much touches and little is missed. */
const start = fc.oneof(
  { weight: 6, arbitrary: fc.nat(9).map((quarter) => day - 75 + quarter * 15) },
  { weight: 2, arbitrary: fc.nat(2 * day) },
  { weight: 1, arbitrary: fc.constantFrom(0, day, 2 * day, day - 1, day + 1) },
);
const minutes = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(15, 30, 45, 60) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 14, 16, 59, day + 90) },
);
const sitting = fc.nat(5);
const person = fc.nat(2);
const part = fc.nat(3);
const override = fc.nat(11).map((dice) => dice === 11);
const move = fc.record({
  sitting,
  hall: fc.oneof({ weight: 7, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.constant(undefined) }),
  from: start,
  minutes,
});

/** One deed of any kind. Several moves in one are all done or none is. */
export const aDeed: fc.Arbitrary<OneDeed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('place' as const), moves: fc.tuple(move).map((one) => [...one]), override }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      moves: fc.uniqueArray(move, { minLength: 2, maxLength: 3, selector: (one) => one.sitting }),
      override,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('swap' as const),
      sittings: fc
        .uniqueArray(sitting, { minLength: 2, maxLength: 2 })
        .map(([a = 0, b = 1]) => [a, b] as [number, number]),
      override,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take off' as const), sitting }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), sitting }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('nominate' as const), sitting, person }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('confirm' as const), sitting, part, override }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('assign' as const), sitting, person, override }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), sitting, part }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), sitting, part, person }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hall' as const),
      hall: fc.nat(2),
      change: fc.record(
        {
          parallel: fc.integer({ min: 1, max: 3 }),
          changeover: fc.constantFrom(0, 1, 15, 60, 600),
          isClosed: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('person' as const),
      person,
      change: fc.record({
        parallel: fc.constantFrom(1, 1, 2),
        policy: fc.constantFrom('block' as const, 'block' as const, 'warn' as const),
      }),
    }),
  },
);

const one = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];

/** Whoever sits on a panel sits there once, and is in the crew once. */
const isIn = ({ parts }: Sitting, who: string, wanted: Part['as']): boolean =>
  parts.some(({ person: seated, as }) => as === wanted && seated === who);

const sittingsOf = (deed: OneDeed): number[] => {
  if (deed.do === 'hall' || deed.do === 'person') return [];
  if (deed.do === 'place') return deed.moves.map((moving) => moving.sitting);
  return deed.do === 'swap' ? deed.sittings : [deed.sitting];
};

/** What a deed is done in: the world as it is, and the name of whatever is new. */
class Scene {
  constructor(
    private readonly world: World,
    readonly name: string,
  ) {}

  /** A sitting of the world or of the next one, by its number in this. */
  in({ sittings }: World, number: number): Sitting {
    const wanted = one(this.world.sittings, number)?.name;
    return sittings.find(({ name }) => name === wanted) as Sitting;
  }

  now(number: number): Sitting {
    return this.in(this.world, number);
  }

  person(number: number): string {
    return one(this.world.people, number)?.name ?? '';
  }

  part(sitting: number, nth: number, fits: (part: Part) => boolean = () => true): string | undefined {
    return one(this.now(sitting).parts.filter(fits), nth)?.name;
  }
}

type Edit = (world: World) => void;
type Edits = { [D in OneDeed['do']]: (scene: Scene, deed: OneDeed & { do: D }) => Edit | undefined };

const without = (sitting: Sitting, who: string): Part[] => sitting.parts.filter(({ name }) => name !== who);

const edits: Edits = {
  place:
    (scene, { moves }) =>
    (next) => {
      for (const { sitting: number, hall, from, minutes: length } of moves) {
        const room = hall === undefined ? undefined : one(next.halls, hall)?.name;
        scene.in(next, number).place = { ...(room === undefined ? {} : { room }), from, to: from + length };
      }
    },
  swap: (scene, { sittings: [a, b] }) => {
    if (scene.now(a) === scene.now(b)) return undefined;
    return (next) => {
      const [first, second] = [scene.in(next, a), scene.in(next, b)];
      [first.place, second.place] = [second.place, first.place];
    };
  },
  'take off':
    (scene, { sitting: number }) =>
    (next) => {
      scene.in(next, number).place = undefined;
    },
  cancel:
    (scene, { sitting: number }) =>
    (next) => {
      scene.in(next, number).isCancelled = true;
    },
  nominate: (scene, { sitting: number, person: nth }) => {
    const who = scene.person(nth);
    if (isIn(scene.now(number), who, 'panel')) return undefined;
    return (next) => {
      scene.in(next, number).parts.push({ name: scene.name, person: who, as: 'panel', isFirm: false });
    };
  },
  confirm: (scene, { sitting: number, part: nth }) => {
    const who = scene.part(number, nth, ({ isFirm }) => !isFirm);
    if (who === undefined) return undefined;
    return (next) => {
      for (const seated of scene.in(next, number).parts) seated.isFirm ||= seated.name === who;
    };
  },
  assign: (scene, { sitting: number, person: nth }) => {
    const who = scene.person(nth);
    if (isIn(scene.now(number), who, 'crew')) return undefined;
    return (next) => {
      scene.in(next, number).parts.push({ name: scene.name, person: who, as: 'crew', isFirm: true });
    };
  },
  leave: (scene, { sitting: number, part: nth }) => {
    const who = scene.part(number, nth);
    if (who === undefined) return undefined;
    return (next) => {
      scene.in(next, number).parts = without(scene.in(next, number), who);
    };
  },
  replace: (scene, { sitting: number, part: nth, person: by }) => {
    const who = scene.part(number, nth, ({ as }) => as === 'panel');
    const other = scene.person(by);
    if (who === undefined || isIn(scene.now(number), other, 'panel')) return undefined;
    return (next) => {
      const seat: Part = { name: scene.name, person: other, as: 'panel', isFirm: false };
      scene.in(next, number).parts = [...without(scene.in(next, number), who), seat];
    };
  },
  hall:
    (_, { hall, change }) =>
    (next) => {
      Object.assign(one(next.halls, hall) ?? {}, change);
    },
  person:
    (_, { person: who, change }) =>
    (next) => {
      Object.assign(one(next.people, who) ?? {}, change);
    },
};

const anew =
  (scene: Scene, number: number): Edit =>
  (next) => {
    const sitting = { name: scene.name, isCancelled: false, keptFree: 0, parts: [] };
    next.sittings[next.sittings.indexOf(scene.in(next, number))] = sitting;
  };

/** The deed as a change of the world; undefined where there is nothing to do it to. `name` is that of whatever is new. */
export const editOf = (world: World, deed: OneDeed, name: string): Edit | undefined => {
  const scene = new Scene(world, name);
  // Where a session was cancelled, whoever comes next opens another.
  const over = sittingsOf(deed).find((number) => scene.now(number).isCancelled);
  if (over !== undefined) return anew(scene, over);
  return (edits[deed.do] as (scene: Scene, deed: OneDeed) => Edit | undefined)(scene, deed);
};

/** Whether a deed may be done although something stands in its way. */
export const isOverridden = (deed: OneDeed): boolean => 'override' in deed && deed.override;

/** Six sessions, three halls and three people; the second hall is a foyer, and the third only warns. */
export const aWorld = (nameOf = (name: string): string => name): World => ({
  sittings: Array.from({ length: 6 }, (_, at) => ({
    name: nameOf(`s${at}`),
    isCancelled: false,
    keptFree: 0,
    parts: [],
  })),
  halls: [
    { name: nameOf('hall'), parallel: 1, changeover: 0, policy: 'block', isClosed: false },
    { name: nameOf('foyer'), parallel: 2, changeover: 15, policy: 'block', isClosed: false },
    { name: nameOf('terrace'), parallel: 1, changeover: 15, policy: 'warn', isClosed: false },
  ],
  people: ['p0', 'p1', 'p2'].map((name) => ({ name, parallel: 1, policy: 'block' as const })),
  despite: [],
});
