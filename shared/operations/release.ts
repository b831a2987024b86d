import { nameOf } from '../domain/access.ts';
import { mustKeepRules } from '../domain/check.ts';
import { DomainError } from '../domain/error.ts';
import { type Programme, nextNumber, type Release, type ReleaseDraft, releaseSlug } from '../domain/release.ts';
import { countsOf } from '../domain/release-changes.ts';
import type { Summit } from '../domain/summit.ts';
import { toInstant } from '../domain/when.ts';
import type { Table } from '../table/client.ts';
import { insert } from '../table/item.ts';
import { dayOf, findProgramme, getRelease, letGo, movePointer, releaseKind, writeCards } from '../table/release.ts';
import { type Attempt, beginAttempt, dropAttempt, endAttempt } from '../table/release-attempt.ts';
import { tellOfRelease } from '../table/release-told.ts';
import { getSummit } from '../table/summit.ts';
import { Raced } from '../table/transact.ts';
import { type Deed, type House, perform, type Plan, reading } from './perform.ts';
import { type PlannedRelease, plannedRelease, readDraft } from './release-draft.ts';
import { judgeChanges } from './release-preview.ts';

/** What releasing came to: a new release, or the last one where nothing was otherwise. */
export interface Releasing {
  release: Release;
  isNew: boolean;
  /** Those of the chosen sessions that are as they were released last. */
  unchanged: string[];
}

const mayFollow = (current: Programme | undefined, from: number | undefined): void => {
  const number = current?.number ?? 0;
  if (from !== undefined && from !== number)
    throw new DomainError(
      'wrong-state',
      number === 0
        ? 'The programme was not released yet. Say from: 0, or leave it out.'
        : `The programme stands at release ${number} by now. Look at the draft again, and release from there.`,
      { also: { number } },
    );
};

const nothingYet = (): DomainError =>
  new DomainError('wrong-state', 'There is no session to release yet. Accept one first.');

/** How many sessions each day has. */
const daysOf = ({ cards }: PlannedRelease): Record<string, number> => {
  const days: Record<string, number> = {};
  for (const { card } of cards.values()) days[dayOf(card)] = (days[dayOf(card)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(days).toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

const releaseOf = (
  deed: Deed,
  { summit, batch, rehearsal }: Attempt & Pick<Summit, 'rehearsal'>,
  { current, draft, planned }: { current: Programme | undefined; draft: ReleaseDraft; planned: PlannedRelease },
): Release => {
  const number = nextNumber(current);
  const chosen = draft.changes?.filter((slug) => !planned.unchanged.includes(slug));
  return {
    slug: releaseSlug(number),
    version: 1,
    state: 'released',
    summit,
    number,
    note: draft.note,
    at: toInstant(deed.at),
    by: nameOf(deed.caller),
    batch,
    rehearsal,
    sessions: planned.cards.size,
    days: daysOf(planned),
    counts: countsOf(planned.changes),
    chosen: chosen && [...new Set(chosen)],
    alongside: planned.alongside,
  };
};

/** Nothing is otherwise: what was released last stays as it is. */
const unmoved = async (
  table: Table,
  summit: string,
  current: Programme | undefined,
  { unchanged }: PlannedRelease,
): Promise<Plan<Releasing>> => {
  if (!current) throw nothingYet();
  const release = await getRelease(table, summit, current.slug);
  return { writes: [], answer: { release, isNew: false, unchanged } };
};

/** Whoever was overtaken while they read the draft writes no card of what they read. */
const mustStand = async (table: Table, summit: string, current: Programme | undefined): Promise<void> => {
  if ((await findProgramme(table, summit))?.number !== current?.number) throw new Raced();
};

const released = async (
  house: House,
  deed: Deed,
  { rehearsal }: Summit,
  attempt: Attempt,
  draft: ReleaseDraft,
): Promise<Plan<Releasing>> => {
  const { table } = house;
  const { summit } = attempt;
  const drafted = await readDraft(table, summit);
  const { current } = drafted;
  mayFollow(current, draft.from);
  const planned = plannedRelease(drafted, draft.changes);
  if (planned.changes.length === 0) return unmoved(table, summit, current, planned);
  mustKeepRules(await judgeChanges(house, deed, drafted, planned));
  const release = releaseOf(deed, { ...attempt, rehearsal }, { current, draft, planned });
  await mustStand(table, summit, current);
  await writeCards(table, attempt, [...planned.cards.values()], deed.request);
  return {
    writes: [
      insert(table, releaseKind, release, deed.request, () => new Raced()),
      movePointer(table, current, release, deed.request),
      endAttempt(table, attempt),
      tellOfRelease(table, { summit: release.summit, release: release.slug }, deed),
    ],
    answer: { release, isNew: true, unchanged: planned.unchanged },
    at: releaseKind.key(release),
  };
};

// Refused or overtaken before any card was written: nothing lies under its batch.
const isBeforeCards = (error: unknown): boolean =>
  error instanceof Raced || (error instanceof DomainError && error.code !== 'unavailable');

/** Nothing is left of an attempt that came to nothing. One that was cut short is left to the clock. */
const attempted = async (
  { table }: House,
  deed: Deed,
  attempt: Attempt,
  work: () => Promise<Plan<Releasing>>,
): Promise<Plan<Releasing>> => {
  await beginAttempt(table, attempt, deed);
  try {
    const done = await work();
    if (!done.answer.isNew) await dropAttempt(table, attempt);
    return done;
  } catch (error) {
    if (isBeforeCards(error)) await dropAttempt(table, attempt);
    throw error;
  }
};

/**
 * Releases the programme: what everyone sees of it from then on, all that changed or chosen changes alone. Its cards are written first, under a batch
 * of their own, and then the release and the pointer to it in one transaction: whoever is overtaken by another release decides again. Where nothing
 * has changed since the last one, nothing is written. Errors: `not-found`, `invalid`, `wrong-state`, `rules-broken`, `unavailable`.
 */
export const releaseProgramme = async (
  house: House,
  deed: Deed,
  slug: string,
  draft: ReleaseDraft,
): Promise<Releasing> => {
  const { table } = house;
  const answer = await perform(house, deed, {
    may: { deed: 'release:write', of: { summit: slug } },
    read: () => getSummit(table, slug),
    decide: (summit) => {
      const attempt = { summit: slug, batch: house.newId() };
      return attempted(house, deed, attempt, () => released(house, deed, summit, attempt, draft));
    },
    again: async (at) => ({ release: await reading(house, releaseKind)(at), isNew: true, unchanged: [] }),
  });
  letGo(table, slug);
  return answer;
};
