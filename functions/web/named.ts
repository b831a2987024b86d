import type { Organization } from '../../shared/domain/organization.ts';
import { inLanguage } from '../../shared/domain/text.ts';
import type { Table } from '../../shared/table/client.ts';
import { recordsOf } from '../../shared/table/item.ts';
import { organizationKey } from '../../shared/table/key.ts';
import { organizationKind } from '../../shared/table/organization.ts';
import type { Asked } from './page.ts';

/** The organizations that a page names, by slug: one BatchGet. One that is not there is not among them. */
export const organizationsNamed = async (
  table: Table,
  slugs: Iterable<string>,
): Promise<ReadonlyMap<string, Organization>> => {
  const keys = [...new Set(slugs)].map(organizationKey);
  const items = keys.length > 0 ? await table.batchGet(keys) : [];
  return new Map(recordsOf(organizationKind, items).map((one) => [one.slug, one]));
};

/** What an organization is called in the reader's language; by its address where it is not known. */
export const nameIn = (
  { language }: Pick<Asked, 'language'>,
  known: ReadonlyMap<string, Organization>,
  slug: string,
): string => {
  const found = known.get(slug);
  return found ? inLanguage(found.name, language) : slug;
};
