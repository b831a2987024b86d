import { everyone, view } from '../../../shared/domain/access.ts';
import type { Commitment } from '../../../shared/domain/commitment.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Membership } from '../../../shared/domain/membership.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import { type Signature, signingCapacities } from '../../../shared/domain/signature.ts';
import type { Text } from '../../../shared/domain/text.ts';
import type { Table } from '../../../shared/table/client.ts';
import { commitmentKind } from '../../../shared/table/commitment.ts';
import { signatureKind } from '../../../shared/table/declaration.ts';
import { recordsOf } from '../../../shared/table/item.ts';
import { collections, type Key, signatureKey } from '../../../shared/table/key.ts';
import { type List, readList, readOpenly } from '../contract.ts';
import { organizationsNamed } from '../named.ts';
import type { Asked } from '../page.ts';
import { named, recordAt } from './here.ts';
import { allSummits, type SummitCard } from './summit-list.tsx';

/** A session in the list of an organization or a person. */
export interface Sitting {
  summit: string;
  session: string;
  reference: string;
  title: Text;
  state: string;
  origin?: 'held' | 'reported';
  start?: string;
  as?: 'lead' | 'partner';
  panelists?: string[];
  role?: string;
}

type Head = Pick<Declaration, 'summit' | 'slug' | 'title' | 'kind' | 'state' | 'origin' | 'rehearsal'>;

/** Something that an organization did about a declaration. */
export interface Act<T> {
  declaration: Head;
  record: T;
}

/** Everything that an organization's page says. */
export interface OrganizationShown {
  asked: Asked;
  organization: Organization;
  /** Those that it belongs to, or that it names. */
  others: ReadonlyMap<string, Organization>;
  memberships: readonly Membership[];
  members: List<Membership>;
  sittings: List<Sitting>;
  summits: ReadonlyMap<string, SummitCard>;
  signatures: readonly Act<Signature>[];
  commitments: readonly Act<Commitment>[];
}

const atOnce = 16;

/** Asks about each, so many at once. */
const each = async <T, R>(all: readonly T[], ask: (one: T) => Promise<R[]>): Promise<R[]> => {
  const found: R[] = [];
  for (let from = 0; from < all.length; from += atOnce)
    found.push(...(await Promise.all(all.slice(from, from + atOnce).map(ask))).flat());
  return found;
};

// Whoever withdrew may have signed anew: those acts stand beside the first, under its name and a number.
const anew = [2, 3];

const actKeys = (organization: string, { summit, slug }: Head): Key[] =>
  signingCapacities.flatMap((capacity) =>
    [[organization, capacity], ...anew.map((number) => [organization, capacity, number])].map((parts) =>
      signatureKey(summit, slug, parts.join('-')),
    ),
  );

const signaturesOf = async (
  table: Table,
  organization: string,
  declarations: readonly Head[],
): Promise<Act<Signature>[]> => {
  const keys = declarations.flatMap((declaration) => actKeys(organization, declaration));
  const signatures = recordsOf(signatureKind, keys.length > 0 ? await table.batchGet(keys) : []);
  return declarations.flatMap((declaration) =>
    signatures
      .filter((one) => one.summit === declaration.summit && one.declaration === declaration.slug)
      .filter((one) => view(everyone, 'signature', one) !== undefined)
      .map((record) => ({ declaration, record })),
  );
};

const commitmentsOf = (table: Table, organization: string, declarations: readonly Head[]) =>
  each(
    declarations.filter(({ origin }) => origin === 'held'),
    async (declaration): Promise<Act<Commitment>[]> => {
      const items = await table.all(collections.commitmentsOf(declaration.summit, declaration.slug));
      return recordsOf(commitmentKind, items)
        .filter((one) => one.owner.organization === organization)
        .filter((one) => view(everyone, 'commitment', one) !== undefined)
        .map((record) => ({ declaration, record }));
    },
  );

/** What it signed and what it undertook, in every text that everyone may know of. */
const actsOf = async (asked: Asked, organization: string, summits: readonly SummitCard[]) => {
  const declarations = await each(summits, ({ slug }) =>
    readList<Head>(readOpenly, asked, recordAt('summits', slug, 'declarations')),
  );
  const { table } = asked.site.house;
  const [signatures, commitments] = await Promise.all([
    signaturesOf(table, organization, declarations),
    commitmentsOf(table, organization, declarations),
  ]);
  return { signatures, commitments };
};

/** Where a page of a list goes on, from the address of the page. */
const paged = ({ request }: Asked, path: string, cursor: string, limit: number): string => {
  const at = new URL(request.url).searchParams.get(cursor);
  return `${path}?limit=${limit}${at ? `&cursor=${encodeURIComponent(at.slice(0, 2_000))}` : ''}`;
};

/** Reads an organization with all that these records say of it. Errors: `not-found`, and what a list says of a wrong cursor. */
export const readOrganization = async (asked: Asked): Promise<OrganizationShown> => {
  const slug = named(asked, 'organization');
  const at = recordAt('organizations', slug);
  const known = readOpenly<Organization>(asked, at);
  const [{ record: organization }, memberships, members, sittings, [summits, acts]] = await Promise.all([
    known,
    readList<Membership>(readOpenly, asked, `${at}/memberships`),
    readOpenly<List<Membership>>(asked, paged(asked, `${at}/members`, 'members', 40)),
    readOpenly<List<Sitting>>(asked, paged(asked, `${at}/sessions`, 'sessions', 40)),
    allSummits(asked).then(async (all) => [all, await actsOf(asked, slug, all)] as const),
  ]);
  const { partOf, within, succeededBy } = organization;
  const further = [partOf, within, succeededBy].filter((one) => one !== undefined);
  return {
    asked,
    organization,
    others: await organizationsNamed(asked.site.house.table, further),
    memberships,
    members: members.record,
    sittings: sittings.record,
    summits: new Map(summits.map((summit) => [summit.slug, summit])),
    ...acts,
  };
};
