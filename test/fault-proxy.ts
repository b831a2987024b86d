import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** What can go wrong between us and the table. Cut before: nothing was done. Cut after: it was done, and nobody told us. */
export type Fault = 'conflict' | 'throttle' | 'partial' | 'slow' | 'cut-before' | 'cut-after';

export interface Plan {
  seed?: number;
  /** Answer TransactionConflict to transactions that touch a key while another one does, as DynamoDB does and no local engine. */
  conflicts?: boolean;
  /** How many ms a transaction holds its keys, so that overlaps do occur. */
  hold?: number;
  /** Shares of the requests, from 0 to 1. */
  throttle?: number;
  cutBefore?: number;
  cutAfter?: number;
  /** Of the batches: answered in half, the rest unprocessed. */
  partial?: number;
  slow?: number;
  slowMs?: number;
  /** Hide each transaction's token from the engine, so that an ambiguous success is recognized by our own marks or not at all. */
  hideTokens?: boolean;
}

export interface FaultProxy {
  url: string;
  /** Round trips by operation, such as `{ Query: 1 }`. */
  readonly counts: Record<string, number>;
  /** How often each fault struck. */
  readonly struck: Record<Fault, number>;
  /** Whether a request of this operation would only be handed on. Then it is counted here, and may go to the engine by itself. */
  passes: (operation: string) => boolean;
  /** Forces a fault on the next request of an operation; calls queue. */
  next: (fault: Fault, operation?: string) => void;
  /** Begins the counts anew. */
  forget: () => void;
  stop: () => Promise<void>;
}

interface Keyed {
  TableName?: string;
  Key?: object;
  Item?: Record<string, unknown>;
}
interface Body {
  TransactItems?: Record<string, Keyed>[];
  RequestItems?: Record<string, unknown>;
  ClientRequestToken?: string;
}
interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** Seeded numbers in [0, 1) (mulberry32): the same seed, the same plan. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const refusal = (name: string, message: string, more: object = {}): Answer => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  bytes: Buffer.from(
    JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message, Message: message, ...more }),
  ),
});

const cancelled = (codes: readonly string[]): Answer =>
  refusal(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    { CancellationReasons: codes.map((Code) => ({ Code })) },
  );

const touched = ({ TransactItems = [] }: Body): string[] =>
  TransactItems.map((action) => {
    const [{ TableName, Key, Item }] = Object.values(action) as [Keyed];
    const { pk, sk } = (Key ?? Item ?? {}) as { pk?: unknown; sk?: unknown };
    return JSON.stringify([TableName, pk, sk]);
  });

// Half of a batch is done, the other half comes back as unprocessed.
const halved = (operation: string, body: Body): { body: Body; left: Record<string, unknown> } | undefined => {
  const [[table, asked] = []] = Object.entries(body.RequestItems ?? {});
  if (table === undefined) return undefined;
  const of = (part: unknown[]): unknown => (operation === 'BatchGetItem' ? { ...(asked as object), Keys: part } : part);
  const all = operation === 'BatchGetItem' ? (asked as { Keys: unknown[] }).Keys : (asked as unknown[]);
  if (all.length < 2) return undefined;
  const half = Math.ceil(all.length / 2);
  return {
    body: { ...body, RequestItems: { [table]: of(all.slice(0, half)) } },
    left: { [table]: of(all.slice(half)) },
  };
};

/** An HTTP proxy before the engine that makes it contend, throttle and vanish as DynamoDB and its network may. */
export const aFaultProxy = async (endpoint: string, plan: Plan = {}): Promise<FaultProxy> => {
  const random = seeded(plan.seed ?? 1);
  const agent = new Agent({ keepAlive: true });
  const held = new Set<string>();
  const forced: { fault: Fault; operation: string }[] = [];
  const none = (): Record<Fault, number> => ({
    conflict: 0,
    throttle: 0,
    partial: 0,
    slow: 0,
    'cut-before': 0,
    'cut-after': 0,
  });
  const state = { counts: {} as Record<string, number>, struck: none() };

  const forward = async (
    { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
    bytes: Buffer,
  ): Promise<Answer> => {
    const upstream = ask(endpoint, { method, agent, headers: { ...headers, 'content-length': bytes.length } });
    upstream.end(bytes);
    const [answer] = (await once(upstream, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 502, headers: answer.headers, bytes: await buffer(answer) };
  };

  const count = (operation: string): void => {
    state.counts[operation] = (state.counts[operation] ?? 0) + 1;
  };

  const isTouched = (operation: string): boolean =>
    forced.some((wanted) => wanted.operation === operation) ||
    [plan.throttle, plan.cutBefore, plan.cutAfter, plan.partial, plan.slow].some((share) => share) ||
    (operation.startsWith('Transact') && Boolean(plan.conflicts || plan.hideTokens));

  // A forced fault first; else one throw of the dice decides among the shares.
  const faultFor = (operation: string): Fault | undefined => {
    const at = forced.findIndex((wanted) => wanted.operation === operation);
    const dice = random();
    if (at >= 0) return forced.splice(at, 1)[0]?.fault;
    const shares: [Fault, number][] = [
      ['throttle', plan.throttle ?? 0],
      ['cut-before', plan.cutBefore ?? 0],
      ['cut-after', plan.cutAfter ?? 0],
      ['partial', operation.startsWith('Batch') ? (plan.partial ?? 0) : 0],
      ['slow', plan.slow ?? 0],
    ];
    let sum = 0;
    return shares.find(([, share]) => dice < (sum += share))?.[0];
  };

  const throttled = (keys: readonly string[]): Answer =>
    keys.length > 0 && random() < 0.5
      ? cancelled(keys.map((_, at) => (at === 0 ? 'ThrottlingError' : 'None')))
      : random() < 0.5
        ? refusal('ProvisionedThroughputExceededException', 'The level of configured throughput was exceeded.')
        : refusal('ThrottlingException', 'Rate of requests exceeds the allowed throughput.');

  const hold = async (keys: readonly string[], work: () => Promise<Answer>): Promise<Answer> => {
    if (!plan.conflicts || keys.length === 0) return work();
    if (keys.some((key) => held.has(key))) {
      state.struck.conflict += 1;
      return cancelled(keys.map((key) => (held.has(key) ? 'TransactionConflict' : 'None')));
    }
    for (const key of keys) held.add(key);
    try {
      await pause(plan.hold ?? 3);
      return await work();
    } finally {
      for (const key of keys) held.delete(key);
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? 'none';
    count(operation);
    const bytes = await buffer(request);
    const body = JSON.parse(bytes.toString() || '{}') as Body;
    const keys = touched(body);
    const fault = faultFor(operation);
    if (fault) state.struck[fault] += 1;
    if (fault === 'cut-before') return void response.socket?.destroy();
    const half = fault === 'partial' ? halved(operation, body) : undefined;
    const sent: Body = half?.body ?? (plan.hideTokens ? { ...body, ClientRequestToken: undefined } : body);
    const answer =
      fault === 'throttle'
        ? throttled(keys)
        : fault === 'conflict'
          ? cancelled(keys.map((_, at) => (at === 0 ? 'TransactionConflict' : 'None')))
          : await hold(keys, async () => {
              if (fault === 'slow') await pause(plan.slowMs ?? 20);
              return forward(request, half || plan.hideTokens ? Buffer.from(JSON.stringify(sent)) : bytes);
            });
    if (fault === 'cut-after') return void response.socket?.destroy();
    response.writeHead(answer.status, {
      'content-type': answer.headers['content-type'],
      'x-amzn-requestid': answer.headers['x-amzn-requestid'] ?? 'proxy',
    });
    response.end(half && answer.status === 200 ? withLeft(operation, answer.bytes, half.left) : answer.bytes);
  };

  const server = createServer((request, response) => {
    // Whatever breaks here looks to the client like a broken connection, which is what this is for.
    serve(request, response).catch(() => response.socket?.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get counts() {
      return state.counts;
    },
    get struck() {
      return state.struck;
    },
    passes: (operation) => {
      const isFree = !isTouched(operation);
      if (isFree) count(operation);
      return isFree;
    },
    next: (fault, operation = 'TransactWriteItems') => void forced.push({ fault, operation }),
    forget: () => {
      state.counts = {};
      state.struck = none();
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
};

const withLeft = (operation: string, bytes: Buffer, left: Record<string, unknown>): string =>
  JSON.stringify({
    ...(JSON.parse(bytes.toString()) as object),
    [operation === 'BatchGetItem' ? 'UnprocessedKeys' : 'UnprocessedItems']: left,
  });
