import type { Declaration } from '../domain/declaration.ts';
import type { Organization } from '../domain/organization.ts';
import type { Participation } from '../domain/participation.ts';
import type { Signature } from '../domain/signature.ts';
import type { Summit } from '../domain/summit.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { actsBy, declarationKind } from './declaration.ts';
import { recordsOf } from './item.ts';
import { declarationKey, organizationKey, participationKey, summitKey } from './key.ts';
import { organizationKind } from './organization.ts';
import { participationKind } from './participation.ts';
import { summitKind } from './summit.ts';

/** Everything that a signature is decided from. */
export interface Signable {
  declaration: Declaration;
  summit: Summit;
  /** Absent where there is none of that name. */
  organization: Organization | undefined;
  participation: Participation | undefined;
  /** What it did on this declaration in this capacity before. */
  before: Signature[];
}

/** Reads it: one BatchGet and one Query, at the same time, however many have signed. Errors: `not-found` of the declaration or its summit. */
export const findSignable = async (
  table: Table,
  { summit, declaration }: { summit: string; declaration: string },
  draft: Pick<Signature, 'organization' | 'capacity'>,
): Promise<Signable> => {
  const keys = [
    declarationKey(summit, declaration),
    summitKey(summit),
    organizationKey(draft.organization),
    participationKey(summit, draft.organization),
  ];
  const [items, before] = await Promise.all([table.batchGet(keys), actsBy(table, { summit, declaration }, draft)]);
  const [head] = recordsOf(declarationKind, items);
  const [of] = recordsOf(summitKind, items);
  const [organization] = recordsOf(organizationKind, items);
  const [participation] = recordsOf(participationKind, items);
  return {
    declaration: head ?? absent('declaration'),
    summit: of ?? absent('summit'),
    organization,
    participation,
    before,
  };
};
