import type { Declaration } from '../domain/declaration.ts';
import type { Organization } from '../domain/organization.ts';
import type { Participation } from '../domain/participation.ts';
import { isOver } from '../domain/sign.ts';
import type { Signature } from '../domain/signature.ts';
import type { Summit } from '../domain/summit.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { actsBy, declarationKind, signatureKind } from './declaration.ts';
import { recordsOf } from './item.ts';
import { declarationKey, organizationKey, participationKey, signatureKey, summitKey } from './key.ts';
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

/**
 * Reads it: one BatchGet, however many have signed. Who withdrew may have signed anew, and only for them it is asked what came after. Errors: `not-found`
 * of the declaration or its summit.
 */
export const findSignable = async (
  table: Table,
  { summit, declaration }: { summit: string; declaration: string },
  draft: Pick<Signature, 'organization' | 'capacity'>,
): Promise<Signable> => {
  const items = await table.batchGet([
    declarationKey(summit, declaration),
    summitKey(summit),
    organizationKey(draft.organization),
    participationKey(summit, draft.organization),
    signatureKey(summit, declaration, `${draft.organization}-${draft.capacity}`),
  ]);
  const [head] = recordsOf(declarationKind, items);
  const [of] = recordsOf(summitKind, items);
  const [organization] = recordsOf(organizationKind, items);
  const [participation] = recordsOf(participationKind, items);
  const first = recordsOf(signatureKind, items);
  const before = first.some(isOver) ? await actsBy(table, { summit, declaration }, draft) : first;
  return {
    declaration: head ?? absent('declaration'),
    summit: of ?? absent('summit'),
    organization,
    participation,
    before,
  };
};
