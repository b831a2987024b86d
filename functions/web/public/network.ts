import type { Membership } from '../../../shared/domain/membership.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Table } from '../../../shared/table/client.ts';
import { lists } from '../../../shared/table/key.ts';
import { allParticipations } from '../../../shared/table/participation.ts';

/** A network that takes part in a summit, by which its programme can be narrowed down. */
export interface Network {
  slug: string;
  printed: string;
}

const kinds: ReadonlySet<Organization['kind']> = new Set(['city-network', 'local-government-association']);

const read = async (table: Table, summit: string): Promise<Network[]> =>
  (await allParticipations(table, summit))
    .filter(({ counted }) => kinds.has(counted.kind))
    .map(({ counted: { organization, printed } }) => ({ slug: organization, printed }))
    .toSorted((one, other) => one.printed.localeCompare(other.printed));

// Who takes part changes seldom, and a choice in a form may be a minute old: so that a programme of a thousand participants costs no more than one of ten.
const heldMs = 60_000;
const held = new WeakMap<Table['pace'], Map<string, { until: number; networks: Promise<Network[]> }>>();

/** The networks that take part in a summit. */
export const networksAt = (table: Table, summit: string): Promise<Network[]> => {
  const { name, pace } = table;
  const known = held.get(pace) ?? new Map<string, { until: number; networks: Promise<Network[]> }>();
  held.set(pace, known);
  const key = `${name} ${summit}`;
  const found = known.get(key);
  if (found && found.until > pace.now()) return found.networks;
  const networks = read(table, summit);
  if (known.size > 1_000) known.clear();
  known.set(key, { until: pace.now() + heldMs, networks });
  networks.catch(() => known.delete(key));
  return networks;
};

/** A network and those that belong to it today; nobody where no network is asked for. */
export const membersOf = async (table: Table, network: string | undefined): Promise<ReadonlySet<string>> => {
  if (network === undefined) return new Set();
  const items = await table.all({ pk: lists.membersOf(network), index: 'list' });
  const members = items.map(({ card }) => card as Pick<Membership, 'organization' | 'state'>);
  return new Set([
    network,
    ...members.filter(({ state }) => state === 'current').map(({ organization }) => organization),
  ]);
};
