import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DeleteTableCommand, DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { createTable } from '../infra/local/engine.ts';
import { openTable, type Table } from '../shared/table/client.ts';
import type { Pace } from '../shared/table/retry.ts';
import type { FaultProxy } from './fault-proxy.ts';

/** The pace of the product, on the real clock. */
export const realPace = (changes: Partial<Pace> = {}): Pace => ({
  now: Date.now,
  pause: (ms) => pause(ms),
  random: Math.random,
  token: randomUUID,
  patience: 3_000,
  ...changes,
});

/** A pace whose clock moves only by its own pauses; `waited` lists them. */
export const simulatedPace = (changes: Partial<Pace> = {}): Pace & { waited: number[] } => {
  const waited: number[] = [];
  let at = 1_000_000;
  let tokens = 0;
  return {
    waited,
    now: () => at,
    pause: async (ms) => {
      waited.push(ms);
      at += ms;
    },
    random: () => 0.5,
    token: () => `token-${(tokens += 1)}`,
    patience: 3_000,
    ...changes,
  };
};

// What a signature would be: the engines want one to be there and check none, and making it is a third of what a request costs the tests.
const signed = {
  'x-amz-date': '20310301T090000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20310301/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};
const signer: DynamoDBClientConfig['signer'] = {
  sign: async (request) => {
    Object.assign(request.headers, signed);
    return request;
  },
};

/** The SDK's client as the product builds it (no retries of its own), for an engine that checks no signature. */
export const clientAt = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' },
    signer,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000 },
  });

/** Sends what the proxy would only hand on to the engine by itself: half of the requests' way, and of what a test costs. */
const pastTheProxy = (client: DynamoDBClient, proxy: FaultProxy, endpoint: string): void => {
  const { hostname, port } = new URL(endpoint);
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { hostname: string; port?: number; headers: Record<string, string> };
      const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
      if (proxy.passes(operation)) Object.assign(request, { hostname, port: Number(port) });
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'pastTheProxy' },
  );
};

export interface House {
  table: Table;
  documents: DynamoDBDocumentClient;
  name: string;
  endpoint: string;
  /** Another door to the same table, such as the one behind a fault proxy. */
  through: (endpoint: string, pace?: Partial<Pace>) => Table;
  /** Puts items there as they lay elsewhere, past every proxy. */
  fill: (items: readonly Record<string, unknown>[]) => Promise<void>;
  drop: () => Promise<void>;
}

/**
 * A table of its own under a random name, on the run's engine. `via` is the fault proxy through which `table` speaks to it, as far as the proxy has
 * anything to do with a request; the table itself is made and dropped past it.
 */
export const aTable = async ({ via, pace = {} }: { via?: FaultProxy; pace?: Partial<Pace> } = {}): Promise<House> => {
  const endpoint = inject('engine');
  const name = `plenary-${randomUUID()}`;
  await createTable(endpoint, name);
  const clients: DynamoDBClient[] = [];
  const documentsAt = (address: string, proxy?: FaultProxy): DynamoDBDocumentClient => {
    const client = clientAt(address);
    if (proxy) pastTheProxy(client, proxy, endpoint);
    clients.push(client);
    return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  };
  const documents = documentsAt(via?.url ?? endpoint, via);
  return {
    table: openTable(documents, name, realPace(pace)),
    documents,
    name,
    endpoint,
    through: (address, changes = {}) => openTable(documentsAt(address), name, realPace({ ...pace, ...changes })),
    fill: async (items) => {
      const direct = documentsAt(endpoint);
      for (let at = 0; at < items.length; at += 25) {
        const part = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
        const { UnprocessedItems = {} } = await direct.send(new BatchWriteCommand({ RequestItems: { [name]: part } }));
        if (Object.keys(UnprocessedItems).length > 0)
          throw new Error('The engine took only a part of what it was given.');
      }
    },
    drop: async () => {
      const direct = clientAt(endpoint);
      await direct.send(new DeleteTableCommand({ TableName: name }));
      for (const client of [direct, ...clients]) client.destroy();
    },
  };
};
