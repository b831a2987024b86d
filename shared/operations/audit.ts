import { erasedBy, summitChain, type TrailEntry } from '../domain/trail.ts';
import { type ChainFound, type Kept, type Verdict, verifyChain, type VerifyingKey } from '../domain/verify.ts';
import { readChain } from '../table/audit.ts';
import type { Table } from '../table/client.ts';
import { lists } from '../table/key.ts';
import { allChains } from '../table/log.ts';

/**
 * Judges every chain of a table, and says of every summit without one that it is gone. `kept` are heads that somebody noted earlier. Reads
 * everything, and writes nothing.
 */
export const auditTrail = async (
  table: Table,
  keys: readonly VerifyingKey[],
  kept: readonly Kept[] = [],
): Promise<Verdict[]> => {
  const [chains, summits] = await Promise.all([allChains(table), table.all({ pk: lists.summits, index: 'list' })]);
  const found: ChainFound[] = [];
  for (const chain of chains) found.push(await readChain(table, chain));
  const erasures = new Set(found.flatMap(erasuresIn));
  const expected = [...summits.map(({ card }) => summitChain((card as { slug: string }).slug)), ...kept.map(chainOf)];
  const gone = [...new Set(expected)].filter((chain) => !chains.includes(chain));
  return [
    ...found.map((one) => verifyChain(one, { keys, erasures, kept })),
    ...gone.map((chain) => ({ chain, count: 0, hash: '', erased: 0, waiting: 0, faults: [{ kind: 'gone' as const }] })),
  ];
};

/** What the entries of a chain say they erased: of themselves, and of others. */
const erasuresIn = ({ chain, entries, waiting }: ChainFound): string[] =>
  [...entries.map(({ entry }) => entry), ...waiting].flatMap((entry) => erasedBy(chain, entry as TrailEntry));

const chainOf = ({ chain }: Kept): string => chain;
