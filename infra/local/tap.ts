import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What was written to a table, in DynamoDB's own JSON. */
export type Written = { readonly table: string; readonly isNew: boolean; readonly image: Record<string, unknown> };

export type Tap = { readonly endpoint: string; readonly stop: () => Promise<void> };

type Write = {
  readonly TableName?: string;
  readonly Item?: Record<string, unknown>;
  readonly Key?: Record<string, unknown>;
  readonly ConditionExpression?: string;
};
type Asked = Write & {
  readonly TransactItems?: readonly Readonly<Record<string, Write>>[];
  readonly RequestItems?: Readonly<Record<string, readonly { readonly PutRequest?: Write }[]>>;
};

/** The writes of a request, each with its table. */
const writesOf = (operation: string, asked: Asked): Write[] => {
  if (operation === 'PutItem' || operation === 'UpdateItem') return [asked];
  if (operation === 'TransactWriteItems')
    return (asked.TransactItems ?? []).flatMap(({ Put, Update }) => Put ?? Update ?? []);
  if (operation === 'BatchWriteItem')
    return Object.entries(asked.RequestItems ?? {}).flatMap(([TableName, requests]) =>
      requests.flatMap(({ PutRequest }) => (PutRequest ? [{ TableName, ...PutRequest }] : [])),
    );
  return [];
};

const target = 'x-amz-target';

/**
 * Stands before the table's engine and tells what was written, after the engine has accepted it and before the writer hears so. It takes the
 * place of the engine's own stream, which gets slower with every record that it ever held. A death between the two tells nobody: it is a bell.
 */
export const startTap = async (endpoint: string, tell: (written: readonly Written[]) => void): Promise<Tap> => {
  const send = async (headers: Record<string, string>, body: Uint8Array<ArrayBuffer>) =>
    fetch(endpoint, { method: 'POST', headers, body });
  const imageOf = async ({ TableName, Item, Key }: Write, headers: Record<string, string>) => {
    if (Item) return Item;
    // What an update makes of an item does not stand in its request.
    const question = Buffer.from(JSON.stringify({ TableName, Key, ConsistentRead: true }));
    const answer = await send({ ...headers, [target]: 'DynamoDB_20120810.GetItem' }, question);
    return ((await answer.json()) as { Item?: Record<string, unknown> }).Item;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const kept = Object.entries(request.headers).filter(([name]) => /^(x-amz-|authorization|content-type)/.test(name));
    const headers: Record<string, string> = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
    const answer = await send(headers, new Uint8Array(body));
    const bytes = Buffer.from(await answer.arrayBuffer());
    const operation = headers[target]?.split('.')[1] ?? '';
    const writes =
      answer.ok && operation.includes('Item') ? writesOf(operation, JSON.parse(body.toString() || '{}')) : [];
    const written = await Promise.all(
      writes.map(async (write) => {
        const image = await imageOf(write, headers);
        const isNew = /attribute_not_exists/.test(write.ConditionExpression ?? '');
        return image ? [{ table: write.TableName ?? '', isNew, image }] : [];
      }),
    );
    tell(written.flat());
    response.writeHead(
      answer.status,
      Object.fromEntries([...answer.headers].filter(([name]) => /^(x-amz|content-type)/.test(name))),
    );
    response.end(bytes);
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { endpoint: `http://127.0.0.1:${port}`, stop };
};
