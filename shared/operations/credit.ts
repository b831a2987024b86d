import { quotaUsed } from '../domain/desk.ts';
import { invalid } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Nomination } from '../domain/nomination.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Table } from '../table/client.ts';
import { countPerson, type DeskInUse, timesNominated, useQuota } from '../table/desk.ts';
import { replace } from '../table/item.ts';
import { nominatedKey } from '../table/key.ts';
import { creditsFor, findNominations, nominationKind, takeCredit } from '../table/nomination.ts';
import { Raced, type Write } from '../table/transact.ts';
import { type Deed, type House, passageOf } from './perform.ts';

/** That a person is nominated once more at a desk, or once less. */
export interface Use {
  at: Pick<Nomination, 'summit' | 'desk'>;
  person: string;
  by: 1 | -1;
}

/** What a nomination uses while it lives. */
export const useOf = ({ summit, desk, person }: Nomination, by: 1 | -1): Use => ({ at: { summit, desk }, person, by });

interface Counted {
  at: { summit: string; slug: string };
  person: string;
  by: number;
}

const summed = (uses: readonly Use[]): Counted[] => {
  const sums = new Map<string, Counted>();
  for (const { at, person, by } of uses) {
    const key = JSON.stringify([at, person]);
    sums.set(key, {
      at: { summit: at.summit, slug: at.desk },
      person,
      by: (sums.get(key)?.by ?? 0) + by,
    });
  }
  return [...sums.values()].filter(({ by }) => by !== 0);
};

/**
 * What several nominations that begin and end at once use of their desks’ quotas. A person is counted once at a desk, however often they are
 * nominated there. `room` is the desk at which one more may be used. Errors: `quota-used`.
 */
export const quotaWrites = async (
  table: Table,
  uses: readonly Use[],
  request: string,
  room?: DeskInUse,
): Promise<Write[]> => {
  const counted = summed(uses);
  const items = await table.batchGet(counted.map(({ at, person }) => nominatedKey(at.summit, at.slug, person)));
  const used = new Map<string, { at: Counted['at']; by: number }>();
  const people = counted.map(({ at, person, by }) => {
    const was = timesNominated(items, at, person);
    const is = was + by;
    // Somebody else gave it back since it was read.
    if (is < 0) throw new Raced();
    const key = JSON.stringify(at);
    used.set(key, { at, by: (used.get(key)?.by ?? 0) + Math.sign(is) - Math.sign(was) });
    return countPerson(table, at, person, { was, is }, request);
  });
  const counts = [...used.values()].flatMap(({ at, by }) => {
    if (by > 0 && room && room.used >= room.desk.quota) throw quotaUsed(room.desk, room.used);
    return by === 0 ? [] : [useQuota(table, at, by, request)];
  });
  return [...people, ...counts];
};

/** What a nomination that ends writes, but for the quota that it gives back. */
export const endWrites = (table: Table, before: Nomination, after: Nomination, request: string): Write[] => [
  replace(table, nominationKind, after, request, before),
  takeCredit(table, before),
];

const ends: Partial<Record<Panelist['state'], StateOf<'nomination'>>> = {
  declined: 'declined',
  withdrawn: 'withdrawn',
  replaced: 'replaced',
};

// The nominations through which somebody sits at a place.
const standingFor = async (table: Table, panelist: Panelist): Promise<Nomination[]> => {
  const credits = await creditsFor(table, panelist);
  const nominations = await findNominations(
    table,
    credits.map(({ desk, nomination }) => ({ summit: panelist.summit, desk, slug: nomination })),
  );
  return nominations.filter((one) => one.state === 'accepted' && one.panelist === panelist.slug);
};

/** Refuses to take a network's credit for somebody whom it still nominates. Errors: `invalid`. */
export const staysCredited = async (
  { table }: House,
  panelist: Panelist,
  { nominatedBy }: Pick<Panelist, 'nominatedBy'>,
): Promise<void> => {
  const gone = panelist.nominatedBy.filter((network) => !nominatedBy.includes(network));
  if (gone.length === 0) return;
  const still = (await standingFor(table, panelist)).find(({ organization }) => gone.includes(organization));
  if (still)
    throw invalid([
      {
        pointer: '/nominatedBy',
        detail: `Keep "${still.organization}", whose nomination stands; it is withdrawn at the desk "${still.desk}".`,
      },
    ]);
};

/** A place as it was and as it is left. */
interface Leaving {
  before: Panelist;
  after: Pick<Panelist, 'state' | 'history'>;
}

/**
 * What is written when panelists leave: the nominations through which they sat there end with it, whoever's they are, and give back what they used.
 */
export const released = async ({ table }: House, deed: Deed, leaving: readonly Leaving[]): Promise<Write[]> => {
  const endings = await Promise.all(
    leaving.map(async ({ before, after }) => {
      const to = ends[after.state];
      if (!to) return [];
      const passage = passageOf(deed, after.history?.at(-1)?.reason);
      const standing = await standingFor(table, before);
      return standing.map((one) => ({ one, after: passed('nomination', one, to, passage) }));
    }),
  );
  const ended = endings.flat();
  if (ended.length === 0) return [];
  return [
    ...ended.flatMap(({ one, after }) => endWrites(table, one, after, deed.request)),
    ...(await quotaWrites(
      table,
      ended.map(({ one }) => useOf(one, -1)),
      deed.request,
    )),
  ];
};
