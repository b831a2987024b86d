import { theClock } from '../domain/access.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Release, Released } from '../domain/release.ts';
import { cardWithout } from '../domain/release-card.ts';
import { toInstant } from '../domain/when.ts';
import { replace } from '../table/item.ts';
import { programmeCardKey, releaseAttemptKey } from '../table/key.ts';
import { allReleases, getRelease, type Kept, keptIn, releaseKind, rewriteCard } from '../table/release.ts';
import { type Attempt, attemptsOf, findAttempt, revokeAttempt } from '../table/release-attempt.ts';
import { type Deed, type House, perform } from './perform.ts';

/** Why names are taken out of releases, and how it is done: each step is a deed of the house itself, under an id of its own. */
export interface Hiding {
  house: House;
  at: Date;
  next: () => string;
  why: 'erasure' | 'consent';
}

/** As many cards are rewritten in one transaction. */
const mostCards = 40;

const doing = ({ at, next, why }: Hiding) => ({
  deed: { caller: theClock, request: next(), at } satisfies Deed,
  name: why === 'erasure' ? ('data:erase' as const) : ('consent:write' as const),
});

const withoutNames = (released: Released, places: readonly Panelist[]): Released | undefined => {
  const card = places
    .filter(({ session }) => session === released.card.slug)
    .reduce((left, place) => cardWithout(left, place.slug, place) ?? left, released.card);
  return card === released.card ? undefined : { ...released, card };
};

const rewritten = (release: Release, { at, why }: Hiding, cards: number): Release => ({
  ...release,
  rewritten: [...(release.rewritten ?? []), { at: toInstant(at), why, cards }],
});

/** Takes the names of places out of one release, which says from then on that names were taken out of it. Answers whether it said any. */
const hideInRelease = async (
  work: Hiding,
  { summit, slug }: Release,
  places: readonly Panelist[],
): Promise<boolean> => {
  const { table } = work.house;
  const { deed, name } = doing(work);
  return perform(work.house, deed, {
    may: { deed: name },
    read: async () => {
      const release = await getRelease(table, summit, slug);
      return {
        release,
        kept: await keptIn(
          table,
          release,
          places.map(({ session }) => session),
        ),
      };
    },
    decide: ({ release, kept }) => {
      const changes = kept
        .flatMap((one): { one: Kept; after: Released }[] => {
          const after = withoutNames(one.released, places);
          return after ? [{ one, after }] : [];
        })
        .slice(0, mostCards);
      if (changes.length === 0) return { writes: [], answer: false };
      return {
        writes: [
          ...changes.map(({ one, after }) => rewriteCard(table, release, { ...one, released: after }, deed.request)),
          replace(table, releaseKind, rewritten(release, work, changes.length), deed.request, release),
        ],
        answer: true,
      };
    },
  });
};

/** Lets a release that is being made come to nothing: it may have read the names before they were hidden. Whoever makes it begins anew. */
const revoke = async (work: Hiding, { summit, batch }: Attempt, places: readonly Panelist[]): Promise<void> => {
  const { table } = work.house;
  const { deed, name } = doing(work);
  await perform(work.house, deed, {
    may: { deed: name },
    read: () => findAttempt(table, releaseAttemptKey(summit, batch)),
    decide: (found) => ({
      writes: found && !found.revoked ? [revokeAttempt(table, found, deed.request)] : [],
      answer: undefined,
    }),
  });
  // What it came to in between is a release by now, and found among those.
  if (await findAttempt(table, releaseAttemptKey(summit, batch)))
    await table.batchWrite(
      [],
      places.map(({ session }) => programmeCardKey(summit, batch, session)),
    );
};

const hideInSummit = async (work: Hiding, summit: string, places: readonly Panelist[]): Promise<void> => {
  const { table } = work.house;
  let found = true;
  // What was just being made from an earlier release is looked for once more, until no release says a name.
  while (found) {
    found = false;
    for (const attempt of await attemptsOf(table, summit)) await revoke(work, attempt, places);
    for (const release of await allReleases(table, summit))
      while (await hideInRelease(work, release, places)) found = true;
  }
};

/**
 * Takes the names of these places out of everything that was ever released, and out of what is being released. They are hidden where they stand
 * before: what begins to be released from then on does not read them. Again, late or beside another it does the same.
 */
export const hideInReleases = async (work: Hiding, places: readonly Panelist[]): Promise<void> => {
  const summits = [...new Set(places.map(({ summit }) => summit))];
  for (const summit of summits)
    await hideInSummit(
      work,
      summit,
      places.filter((place) => place.summit === summit),
    );
};
