import { theClock } from '../domain/access.ts';
import type { Asked } from '../domain/asked.ts';
import type { Circulation } from '../domain/circulation.ts';
import type { Letter } from '../domain/letter.ts';
import { toInstant } from '../domain/when.ts';
import { askedIn, askedKind, getAsked } from '../table/asked.ts';
import { getCirculation } from '../table/circulation.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { findRecord, replace } from '../table/item.ts';
import type { Key } from '../table/key.ts';
import { putMails } from '../table/outbox.ts';
import { tellingKind, toldAll } from '../table/telling.ts';
import type { Write } from '../table/transact.ts';
import { type Done, seeTo } from './due.ts';
import { type Deed, type House, perform } from './perform.ts';
import { type Addressee, recipientsOf } from './recipient.ts';

const lettersOf = (
  { rehearsal, summit, declaration, slug }: Circulation,
  { organization }: Asked,
  notice: number,
  addressees: readonly Addressee[],
): Letter[] =>
  addressees.map((addressee) => ({
    ...addressee,
    kind: 'circulation-notice',
    rehearsal,
    summit,
    declaration,
    circulation: slug,
    organization,
    notice,
  }));

interface Found {
  asked: Asked;
  circulation: Circulation;
  addressees: Addressee[];
}

// The mails have their ids before they are ordered, so that who was asked names them: whether they arrive decides whether it was reached.
const tellingWrites = (house: House, deed: Deed, { asked, circulation, addressees }: Found): Write[] => {
  const notice = asked.told.length;
  const letters = lettersOf(circulation, asked, notice, addressees);
  const ids = letters.map(() => house.newId());
  const left = [...ids];
  const mails = putMails(house.table, letters, deed, () => left.shift() ?? house.newId());
  const after: Asked = {
    ...asked,
    told: [...asked.told, { at: toInstant(deed.at), recipients: ids.length }],
    mails: [...asked.mails, ...ids.map((id) => ({ id, notice }))],
  };
  return [replace(house.table, askedKind, after, deed.request, asked), ...mails];
};

/** Tells one organization what it has not been told yet, the first of it: one transaction, so that nothing is told twice or forgotten. */
const tellNext = (
  house: House,
  { summit, declaration, slug }: Circulation,
  organization: string,
  now: Date,
): Promise<boolean> => {
  const { table } = house;
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  return perform(house, deed, {
    may: { deed: 'circulation:tell', of: { summit, declaration } },
    read: async (): Promise<Found> => {
      const [circulation, addressees] = await Promise.all([
        getCirculation(table, summit, declaration, slug),
        recipientsOf(table, summit, organization),
      ]);
      return { circulation, addressees, asked: await getAsked(table, circulation, organization) };
    },
    decide: (found) => {
      const left = found.circulation.notices.length - found.asked.told.length;
      return { writes: left > 0 ? tellingWrites(house, deed, found) : [], answer: left > 1 };
    },
  });
};

const tellAll = async (house: House, circulation: Circulation, organization: string, now: Date): Promise<'told'> => {
  while (await tellNext(house, circulation, organization, now));
  return 'told';
};

/**
 * Tells everybody who was asked in a circulation what there is to tell, each organization by itself: what one cannot be told keeps no other from
 * being told. Again, late or beside another it tells nothing twice. Errors: what could not be done, together.
 */
export const tellAsked = async (house: House, key: Key, now: Date): Promise<Done<'told'>> => {
  const { table } = house;
  const telling = await findRecord(table, tellingKind, key);
  if (telling?.due === undefined) return {};
  const circulation = await getCirculation(table, telling.summit, telling.declaration, telling.circulation);
  const asked = await askedIn(table, circulation);
  const left = asked.filter(({ told }) => told.length < circulation.notices.length);
  const done = await seeTo(left, ({ organization }) => tellAll(house, circulation, organization, now));
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  await perform(house, deed, {
    may: { deed: 'circulation:tell', of: circulation },
    read: () => findRecord(table, tellingKind, key),
    // Whoever has added something to tell since has renewed it.
    decide: (found) => ({
      writes: found?.version === telling.version ? [toldAll(table, found, deed.request)] : [],
      answer: undefined,
    }),
  });
  return done;
};

/** The clock's round of circulations: tells what is still to be told. Errors: what could not be done, together, after everything else was. */
export const tellCirculations = async (house: House, now: Date): Promise<Done<'told'>> =>
  seeTo(await whatIsDue(house.table, now, { type: tellingKind.type }), async ({ key }: Due) => {
    await tellAsked(house, key, now);
    return 'told';
  });
