import { firstHash } from '../domain/chain.ts';
import { countActs, type DeclarationCounts } from '../domain/count.ts';
import type { Declaration } from '../domain/declaration.ts';
import {
  answerDelivery as answered,
  type answers,
  type Delivery,
  type DeliveryAnswer,
  type DeliveryDraft,
  deliver,
  type Handing,
  handing,
  isSame,
} from '../domain/delivery.ts';
import { DomainError } from '../domain/error.ts';
import type { Organization } from '../domain/organization.ts';
import { noteActs, type Standing } from '../domain/package-count.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { dayOf } from '../domain/sign.ts';
import type { SignatureEntry } from '../domain/signature-act.ts';
import { signaturesChain } from '../domain/signature.ts';
import type { Summit } from '../domain/summit.ts';
import { toInstant } from '../domain/when.ts';
import { firstEntries } from '../table/chain-page.ts';
import type { Table } from '../table/client.ts';
import { getDeclaration } from '../table/declaration.ts';
import { deliveryKind, findDelivery, getDelivery } from '../table/delivery.ts';
import { insert, replace } from '../table/item.ts';
import { findHead } from '../table/log.ts';
import { getOrganizations } from '../table/organization.ts';
import { getSummit } from '../table/summit.ts';
import { Raced } from '../table/transact.ts';
import { named, together } from './naming.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { drainSignatures } from './signature-chain.ts';

const delivering = ({ table }: House, summit: string, declaration: string): Permission => ({
  deed: 'delivery:write',
  of: { summit, declaration },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

const organizationOf = async (table: Table, { to }: DeliveryDraft): Promise<Organization | undefined> =>
  to.organization === undefined
    ? undefined
    : named(await getOrganizations(table, [{ slug: to.organization, pointer: '/to/organization' }]), to.organization);

/** What the first entries of a chain of signatures come to: the counts that everybody finds who goes through them. */
const countsOf = async (table: Table, chain: string, count: number): Promise<DeclarationCounts> => {
  const standing: Standing = new Map();
  for await (const one of firstEntries<SignatureEntry>(table, chain, count)) noteActs(standing, one);
  return countActs([...standing.values()].filter((act) => act !== 'erased'));
};

/**
 * The signatures as they stand: first everything that waits gets its number, then the head is read, and what it covers is counted. A signature that
 * passes meanwhile is among the first `count` entries or it is not, and hash, counts and package all say the same of it.
 */
const asTheyStand = async (
  house: House,
  { summit, slug }: Pick<Declaration, 'summit' | 'slug'>,
  at: Date,
): Promise<{ signatures: Delivery['signatures']; counts: DeclarationCounts }> => {
  const chain = signaturesChain(summit, slug);
  await drainSignatures(house, summit, slug, at);
  const { count, hash } = (await findHead(house.table, chain)) ?? { count: 0, hash: firstHash(chain) };
  return { signatures: { count, hash }, counts: await countsOf(house.table, chain, count) };
};

const otherwise = ({ slug, summit, declaration, to, on }: Handing): DomainError =>
  new DomainError(
    'already-recorded',
    `A delivery to ${to.printed} on ${on} is recorded already, and what was delivered stays as it was delivered. It says something else than this one.`,
    { conflictsWith: `/api/v1/summits/${summit}/declarations/${declaration}/deliveries/${slug}` },
  );

/** Packs the frozen text with the first entries of its chain of signatures; the same again for whoever asks again. */
export type Pack = (of: {
  summit: string;
  declaration: string;
  version: string;
  count: number;
}) => Promise<NonNullable<Delivery['package']>>;

interface Found {
  declaration: Declaration;
  summit: Summit;
  organization: Organization | undefined;
}

/**
 * Records that the frozen text was handed to somebody, packed with the signatures as they stood. Sent again, it is answered as it was recorded.
 * Errors: `invalid`, `not-found`, `not-checkable` on a reported declaration, `not-frozen`, `already-recorded` for another one to the same
 * addressee on the same day, `unavailable`.
 */
export const recordDelivery = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  draft: DeliveryDraft,
  pack: Pack,
): Promise<Delivery> =>
  perform(house, deed, {
    may: delivering(house, summit, declaration),
    read: async (): Promise<Found> => {
      const { table } = house;
      const look = [getDeclaration(table, summit, declaration), getSummit(table, summit)] as const;
      const [found, of, organization] = await together([...look, organizationOf(table, draft)]);
      return { declaration: found, summit: of, organization };
    },
    decide: async ({ declaration: found, summit: of, organization }) => {
      if (organization) keptApart(found, [{ ...organization, pointer: '/to/organization' }]);
      const handed = handing(found, draft, { organization, at: deed.at, zone: of.zone ?? 'UTC' });
      const recorded = await findDelivery(house.table, summit, declaration, handed.slug);
      if (recorded && !isSame(recorded, handed)) throw otherwise(handed);
      if (recorded) return { writes: [], answer: recorded };
      const stood = await asTheyStand(house, found, deed.at);
      const { count } = stood.signatures;
      const sent = await pack({ summit, declaration, version: handed.textVersion, count });
      const delivery = deliver(handed, { at: toInstant(deed.at), ...stood, package: sent });
      return {
        writes: [insert(house.table, deliveryKind, delivery, deed.request, () => new Raced())],
        answer: delivery,
        at: deliveryKind.key(delivery),
      };
    },
    again: reading(house, deliveryKind),
  });

/** Records the receipt or the reply of the addressee; what was delivered stays as it was. Errors: `not-found`, `wrong-state`, `invalid`. */
export const answerDelivery = (
  house: House,
  deed: Deed,
  { summit, declaration, delivery }: { summit: string; declaration: string; delivery: string },
  which: keyof typeof answers,
  answer: DeliveryAnswer,
): Promise<Delivery> =>
  perform(house, deed, {
    may: delivering(house, summit, declaration),
    read: () => Promise.all([getDelivery(house.table, summit, declaration, delivery), getSummit(house.table, summit)]),
    decide: ([found, { zone }]) => {
      const after = answered(found, which, answer, { ...passageOf(deed), today: dayOf(deed.at, zone ?? 'UTC') });
      return {
        writes: [replace(house.table, deliveryKind, after, deed.request, found)],
        answer: next(after),
        at: deliveryKind.key(after),
      };
    },
    again: reading(house, deliveryKind),
  });
