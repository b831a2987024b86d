import { theClock } from '../domain/access.ts';
import type { Letter } from '../domain/letter.ts';
import { type Release, type Released, releaseSlug } from '../domain/release.ts';
import { changesBetween, type ReleaseChange } from '../domain/release-changes.ts';
import { concernedBy } from '../domain/release-told.ts';
import { addressDigest } from '../table/address.ts';
import type { Table } from '../table/client.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { collections, type Key } from '../table/key.ts';
import { findReleasedIn, getRelease, releasedIn } from '../table/release.ts';
import {
  findReleaseTelling,
  releaseTellings,
  type ReleaseTelling,
  releaseTold,
  toldOfRelease,
  wasToldOfRelease,
} from '../table/release-told.ts';
import { type Done, seeTo } from './due.ts';
import { type Deed, type House, perform } from './perform.ts';
import { type Addressee, recipientsOf } from './recipient.ts';

/** The most sessions that one mail names. */
const mostNamed = 40;

/** Somebody who is told once, and of which sessions. */
interface Told {
  /** A person's id, or the digest of an address that is nobody's. */
  whom: string;
  addressee: Addressee;
  sessions: string[];
}

const sessionsIn = async (table: Table, release: Release, only?: readonly string[]): Promise<Released[]> =>
  only
    ? [
        ...(
          await findReleasedIn(
            table,
            only.map((session) => ({ release, session })),
          )
        ).values(),
      ]
    : releasedIn(table, release);

/** What a release made otherwise than the one before it, of all its sessions or of these, with whom it concerns. */
export const changesOf = async (
  table: Table,
  release: Release,
  only?: readonly string[],
): Promise<{ changes: ReleaseChange[]; released: Released[] }> => {
  const { summit, number } = release;
  const before = number > 1 ? await getRelease(table, summit, releaseSlug(number - 1)) : undefined;
  const [released, earlier] = await Promise.all([
    sessionsIn(table, release, only),
    before ? sessionsIn(table, before, only) : [],
  ]);
  const cards = (all: readonly Released[]) => all.map(({ card }) => card);
  return { changes: changesBetween(cards(earlier), cards(released)), released };
};

const add = (to: Map<string, Told>, { whom, addressee, sessions }: Told): void => {
  const known = to.get(whom);
  to.set(whom, {
    whom,
    addressee: known?.addressee ?? addressee,
    sessions: [...new Set([...(known?.sessions ?? []), ...sessions])],
  });
};

// A delegate who sits on a panel is one person, who is told once.
const whoIsAt = async (table: Table, address: string): Promise<string[]> =>
  (await table.all(collections.peopleAt(addressDigest(address)))).map(({ sk }) => sk.slice('PERSON#'.length));

/** Everybody whom a release concerns, each once, with the sessions that concern them. */
const concerned = async (table: Table, release: Release): Promise<Told[]> => {
  const { changes, released } = await changesOf(table, release);
  const { people, organizations } = concernedBy(changes, new Map(released.map((one) => [one.card.slug, one])));
  const told = new Map<string, Told>();
  for (const [person, sessions] of people) add(told, { whom: person, addressee: { to: { person } }, sessions });
  for (const [organization, sessions] of organizations)
    for (const addressee of await recipientsOf(table, release.summit, organization)) {
      const { to } = addressee;
      const own = 'person' in to ? [to.person] : await whoIsAt(table, to.address);
      const whom = own.find((person) => told.has(person)) ?? ('person' in to ? to.person : addressDigest(to.address));
      add(told, { whom, addressee, sessions });
    }
  return [...told.values()];
};

const letterFor = ({ summit, slug, rehearsal }: Release, { addressee, sessions }: Told): Letter => ({
  ...addressee,
  kind: 'programme-changed',
  rehearsal,
  summit,
  release: slug,
  sessions: sessions.slice(0, mostNamed),
  more: Math.max(0, sessions.length - mostNamed),
});

const tell = (
  house: House,
  release: Release,
  telling: ReleaseTelling,
  told: Told,
  now: Date,
): Promise<'told' | undefined> => {
  const { table } = house;
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  return perform(house, deed, {
    may: { deed: 'release:tell', of: { summit: release.summit } },
    read: () => wasToldOfRelease(table, telling, told.whom),
    decide: (was) =>
      was
        ? { writes: [], answer: undefined }
        : {
            writes: [toldOfRelease(table, telling, told.whom, deed.request)],
            mails: [letterFor(release, told)],
            answer: 'told',
          },
  });
};

/**
 * Tells everybody whom a release concerns, each once, with what concerns them; again, late or beside another it tells nobody twice.
 * Errors: who could not be told, together, after everybody else was.
 */
export const tellOfRelease = async (house: House, key: Key, now: Date): Promise<Done<'told'>> => {
  const { table } = house;
  const telling = await findReleaseTelling(table, key);
  if (!telling) return {};
  const release = await getRelease(table, telling.summit, telling.release);
  const done = await seeTo(await concerned(table, release), (told) => tell(house, release, telling, told, now));
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  await perform(house, deed, {
    may: { deed: 'release:tell', of: { summit: telling.summit } },
    read: () => Promise.resolve(),
    decide: () => ({ writes: [releaseTold(table, telling)], answer: undefined }),
  });
  return done;
};

/** The clock's round of releases that somebody is still to be told of. Errors: what could not be done, together, after everything else was. */
export const tellOfReleases = async (house: House, now: Date): Promise<Done<'told'>> =>
  seeTo(await whatIsDue(house.table, now, releaseTellings), async ({ key }: Due) => {
    await tellOfRelease(house, key, now);
    return 'told';
  });
