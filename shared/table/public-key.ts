import type { KnownKey, PublicKey } from '../domain/public-key.ts';
import type { Instant } from '../domain/when.ts';
import type { Item, Table } from './client.ts';
import { collections, publicKeyKey } from './key.ts';
import { markOf } from './mark.ts';
import { delay, unavailable } from './retry.ts';
import { Raced, transact, type Write } from './transact.ts';

type Known = KnownKey & { version: number };

const knownOf = ({ key, since, until, version }: Item): Known => ({
  key: key as PublicKey,
  since: since as Instant,
  ...(until !== undefined && { until: until as Instant }),
  version: Number(version),
});

const known = async (table: Table): Promise<Known[]> => {
  const found = (await table.all(collections.publicKeys())).map(knownOf);
  return found.toSorted((a, b) => (a.since < b.since ? -1 : 1));
};

/** Every public key of the platform, the first that it signed with before the others. */
export const listPublicKeys = async (table: Table): Promise<KnownKey[]> =>
  (await known(table)).map(({ version: _, ...one }) => one);

/** Writes a key over the version that was read, or where nothing was. */
const write = (table: Table, { version, ...one }: Known, request: string): Write => ({
  action: {
    Put: {
      TableName: table.name,
      Item: { ...markOf(publicKeyKey(one.key.kid), 'public-key', request, one), version: version + 1 },
      ...(version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :was',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':was': version },
          }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});

/** What has to be written so that `key` is the one that signs: nothing, when it is. */
const succession = (found: readonly Known[], key: PublicKey, at: Instant): Known[] => {
  const before = found.find(({ key: { kid } }) => kid === key.kid);
  if (before && before.until === undefined) return [];
  const retired = found.filter(({ until, key: { kid } }) => until === undefined && kid !== key.kid);
  return [
    { key, since: before?.since ?? at, version: before?.version ?? 0 },
    ...retired.map((one) => ({ ...one, until: at })),
  ];
};

/**
 * Remembers the key that signs from now on, and of the one before it until when it did. However many do so at once, it comes to the same.
 * Errors: `unavailable`.
 */
export const recordPublicKey = async (table: Table, key: PublicKey, at: Instant): Promise<void> => {
  const { pace } = table;
  const until = pace.now() + pace.patience;
  for (let tries = 0; ; tries += 1) {
    const request = pace.token();
    const changes = succession(await known(table), key, at);
    try {
      return await transact(
        table,
        changes.map((one) => write(table, one, request)),
        request,
      );
    } catch (error) {
      if (!(error instanceof Raced)) throw error;
      if (pace.now() >= until) throw unavailable();
      await pace.pause(delay(pace, tries));
    }
  }
};
