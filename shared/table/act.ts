import type { Commitment } from '../domain/commitment.ts';
import type { Declaration } from '../domain/declaration.ts';
import type { Signature } from '../domain/signature.ts';
import type { Table } from './client.ts';
import { commitmentKind } from './commitment.ts';
import { declarationKind, signatureKind } from './declaration.ts';
import { recordsOf } from './item.ts';
import { declarationKey, lists } from './key.ts';
import { cardOf } from './list.ts';

/** An act on a text as the index has it: without who signed for the organization. */
export type SignatureCard = Pick<
  Signature,
  'summit' | 'declaration' | 'slug' | 'capacity' | 'on' | 'state' | 'origin' | 'version'
>;

/** A commitment as the index has it. */
export type CommitmentCard = Omit<Commitment, 'history'>;

/** What an organization signed and undertook, and the texts by `summit/slug`. */
export interface Acts {
  signatures: SignatureCard[];
  commitments: CommitmentCard[];
  declarations: ReadonlyMap<string, Declaration>;
}

/** What an organization signed and undertook, in every text: one Query of the index, and the heads of the texts in one BatchGet. */
export const actsOf = async (table: Table, organization: string): Promise<Acts> => {
  const items = await table.all({ pk: lists.actsOf(organization), index: 'list' });
  const cards = <T>(type: string): T[] =>
    items.filter((item) => item.type === type).map((item) => cardOf(item).card as T);
  const signatures = cards<SignatureCard>(signatureKind.type);
  const commitments = cards<CommitmentCard>(commitmentKind.type);
  const texts = new Map(
    [...signatures, ...commitments].map(({ summit, declaration }) => [
      `${summit}/${declaration}`,
      declarationKey(summit, declaration),
    ]),
  );
  const heads = recordsOf(declarationKind, texts.size > 0 ? await table.batchGet([...texts.values()]) : []);
  return { signatures, commitments, declarations: new Map(heads.map((one) => [`${one.summit}/${one.slug}`, one])) };
};
