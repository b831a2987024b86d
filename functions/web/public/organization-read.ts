import { everyone, view } from '../../../shared/domain/access.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Membership } from '../../../shared/domain/membership.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Text } from '../../../shared/domain/text.ts';
import { actsOf, type CommitmentCard, type SignatureCard } from '../../../shared/table/act.ts';
import type { Table } from '../../../shared/table/client.ts';
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

/** Something that an organization did about a declaration. */
export interface Act<T> {
  declaration: Declaration;
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
  signatures: readonly Act<SignatureCard>[];
  commitments: readonly Act<CommitmentCard>[];
}

/** What it signed and what it undertook, in every text that everyone may know of, the latest first. */
const actsHere = async (table: Table, organization: string) => {
  const { signatures, commitments, declarations } = await actsOf(table, organization);
  const known = <T extends { summit: string; declaration: string }>(kind: string, records: readonly T[]): Act<T>[] =>
    records.flatMap((record) => {
      const declaration = declarations.get(`${record.summit}/${record.declaration}`);
      const isKnown = declaration && view(everyone, 'declaration', declaration) && view(everyone, kind, record);
      return isKnown ? [{ declaration, record }] : [];
    });
  return {
    signatures: known('signature', signatures).toSorted((one, other) =>
      (other.record.on ?? '').localeCompare(one.record.on ?? ''),
    ),
    commitments: known('commitment', commitments),
  };
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
  const [{ record: organization }, memberships, members, sittings, summits, acts] = await Promise.all([
    known,
    readList<Membership>(readOpenly, asked, `${at}/memberships`),
    readOpenly<List<Membership>>(asked, paged(asked, `${at}/members`, 'members', 40)),
    readOpenly<List<Sitting>>(asked, paged(asked, `${at}/sessions`, 'sessions', 40)),
    allSummits(asked),
    actsHere(asked.site.house.table, slug),
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
