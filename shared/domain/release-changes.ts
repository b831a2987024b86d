import * as z from 'zod';
import { once } from './once.ts';
import { canonical } from './ordered.ts';
import {
  type CardPanelist,
  CardPanelist as Shown,
  type ChangeKind,
  changeKinds,
  type ProgrammeCard,
} from './release.ts';

const Place = once(() =>
  z.object({
    room: z.string().optional(),
    roomName: z.record(z.string(), z.string()).optional(),
    start: z.string().optional(),
    end: z.string().optional(),
    local: z.object({ start: z.string(), end: z.string() }).optional(),
  }),
);
type Place = z.output<ReturnType<typeof Place>>;

/** What a release changes of one session, as everyone may read it. It is computed from the cards, and kept nowhere. */
export const ReleaseChange = once(() =>
  z.object({
    session: z.string(),
    reference: z.string(),
    title: z.record(z.string(), z.string()),
    kinds: z.array(z.enum(changeKinds)),
    was: Place().optional().meta({ description: 'Where and when it was, where it moved or was cancelled.' }),
    is: Place().optional().meta({ description: 'Where and when it is now, where it is new or moved.' }),
    came: z.array(Shown()).optional(),
    left: z.array(Shown()).optional(),
    revised: z.array(Shown()).optional().meta({ description: 'Who is printed otherwise than before.' }),
    fields: z.array(z.string()).optional().meta({ description: 'What else is said otherwise.' }),
  }),
);
export type ReleaseChange = z.output<ReturnType<typeof ReleaseChange>>;

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && canonical(one) === canonical(other));

const placeOf = ({ room, roomName, start, end, local }: ProgrammeCard): Place => ({
  ...(room === undefined ? {} : { room, roomName }),
  ...(start === undefined ? {} : { start, end, local }),
});

const placed = ['room', 'start', 'end', 'local'] as const;

// What else a card says, by the name of the field that it comes from.
const told: Record<string, readonly (keyof ProgrammeCard)[]> = {
  reference: ['reference'],
  title: ['title'],
  summary: ['summary'],
  state: ['state'],
  mode: ['mode'],
  track: ['track', 'trackTitle'],
  languages: ['languages'],
  lead: ['lead'],
  partners: ['partners'],
  instruments: ['instruments'],
  objectives: ['objectives'],
};

// How far somebody has come to confirming a place changes nothing of what is printed there.
const printed = ({ state: _, ...panelist }: CardPanelist): object => panelist;

const panelChange = (was: readonly CardPanelist[], is: readonly CardPanelist[]) => {
  const before = new Map(was.map((one) => [one.slug, one]));
  const after = new Set(is.map(({ slug }) => slug));
  const came = is.filter(({ slug }) => !before.has(slug));
  const left = was.filter(({ slug }) => !after.has(slug));
  const revised = is.filter((one) => {
    const earlier = before.get(one.slug);
    return earlier && !isSame(printed(earlier), printed(one));
  });
  return { came, left, revised };
};

// One that was given another place and a name for it has moved; one whose room is called otherwise has not.
const fieldsOf = (was: ProgrammeCard, is: ProgrammeCard, hasMoved: boolean): string[] => {
  const fields = Object.entries(told).flatMap(([name, parts]) =>
    parts.every((part) => isSame(was[part], is[part])) ? [] : [name],
  );
  const isPlacing = hasMoved && [was.state, is.state].every((state) => state === 'accepted' || state === 'scheduled');
  return [
    ...fields.filter((name) => name !== 'state' || !isPlacing),
    ...(hasMoved || isSame(was.roomName, is.roomName) ? [] : ['room']),
  ];
};

const headOf = ({ slug, reference, title }: ProgrammeCard) => ({ session: slug, reference, title });

const changeOf = (was: ProgrammeCard, is: ProgrammeCard): ReleaseChange | undefined => {
  if (is.state === 'cancelled')
    return was.state === 'cancelled' ? undefined : { ...headOf(is), kinds: ['cancelled'], was: placeOf(was) };
  const hasMoved = placed.some((part) => !isSame(was[part], is[part]));
  const panel = panelChange(was.panel, is.panel);
  const isOtherPanel = Object.values(panel).some((all) => all.length > 0);
  const fields = fieldsOf(was, is, hasMoved);
  const kinds: ChangeKind[] = [
    ...(hasMoved ? ['moved' as const] : []),
    ...(isOtherPanel ? ['panel-changed' as const] : []),
    ...(fields.length > 0 ? ['changed' as const] : []),
  ];
  if (kinds.length === 0) return undefined;
  return {
    ...headOf(is),
    kinds,
    ...(hasMoved ? { was: placeOf(was), is: placeOf(is) } : {}),
    ...(isOtherPanel ? panel : {}),
    ...(fields.length > 0 ? { fields } : {}),
  };
};

/**
 * What is otherwise in a later set of cards than in an earlier one, session by session in the later one's order. A session that the later one does
 * not have was never taken out of a programme, and is told of by nobody.
 */
export const changesBetween = (earlier: readonly ProgrammeCard[], later: readonly ProgrammeCard[]): ReleaseChange[] => {
  const before = new Map(earlier.map((card) => [card.slug, card]));
  return later.flatMap((is): ReleaseChange[] => {
    const was = before.get(is.slug);
    if (was) return [changeOf(was, is) ?? []].flat();
    return [{ ...headOf(is), kinds: ['new'], is: placeOf(is) }];
  });
};

/** How many changes of each kind these are; one session may count under several. */
export const countsOf = (changes: readonly ReleaseChange[]): Record<ChangeKind, number> =>
  Object.fromEntries(
    changeKinds.map((kind) => [kind, changes.filter(({ kinds }) => kinds.includes(kind)).length]),
  ) as Record<ChangeKind, number>;
