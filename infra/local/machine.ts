import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { functionSettings, type LocalFunction, startFunction } from './function.ts';
import { addressOf, gateway, routesOf } from './gateway.ts';
import { keptKeys } from './keys.ts';
import type { Running } from './pass.ts';
import { freePort } from './engine.ts';
import type { Place } from './place.ts';
import { clientsOf, startSignIn } from './sign-in.ts';
import { engineEnvironment, ensureTables } from './table.ts';
import { type Attributes, ofType, readTemplate, type Resources, resolver, resourcesOf } from './template.ts';

export type Machine = {
  readonly running: Running;
  readonly seedEnvironment: Record<string, string>;
  readonly stop: () => Promise<void>;
};

/** What the template may ask of a resource: a function is known by its own name, sign-in by its address. */
const attributesOf = (resources: Resources, issuer: string): Attributes =>
  Object.fromEntries([
    ...ofType(resources, 'AWS::Lambda::Function').map(([id]) => [`${id}.Arn`, id]),
    ...ofType(resources, 'AWS::Cognito::UserPool').map(([id]) => [`${id}.ProviderURL`, issuer]),
  ]);

const startFunctions = async (
  resources: Resources,
  folder: string,
  resolve: (value: unknown) => unknown,
  aws: Readonly<Record<string, string>>,
): Promise<Record<string, LocalFunction>> => {
  const started = ofType(resources, 'AWS::Lambda::Function').map(async ([id, resource]) => {
    const settings = functionSettings(id, resource, folder, resolve);
    return [id, await startFunction({ ...settings, environment: { ...aws, ...settings.environment } })] as const;
  });
  return Object.fromEntries(await Promise.all(started));
};

/** Answers what is under way, for a few seconds, then closes. */
const closeGently = async (server: Server): Promise<void> => {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 3000);
  await closed;
  clearTimeout(patience);
};

/** Runs the template that lies in `folder`: its tables on the engine, its sign-in, its functions, and the gateway before them. */
export const startMachine = async (place: Place, folder: string, endpoint: string): Promise<Machine> => {
  const resources = resourcesOf(await readTemplate(folder));
  const signInPort = place.signInPort || (await freePort());
  const resolve = resolver(resources, attributesOf(resources, `http://127.0.0.1:${signInPort}`));
  const aws = engineEnvironment(endpoint);
  await ensureTables(endpoint, resources);
  const clients = clientsOf(resources);
  const keys = await keptKeys(join(place.dataDir, 'sign-in.json'));
  const signIn = await startSignIn(signInPort, keys, clients);
  const functions = await startFunctions(resources, folder, resolve, aws);
  const server = gateway({ routes: routesOf(resources, resolve), functions }).listen(place.port, place.host);
  await once(server, 'listening');
  const stop = async () => {
    await closeGently(server);
    await Promise.all([...Object.values(functions).map((one) => one.stop()), signIn.stop()]);
  };
  const [client] = clients;
  const [table] = ofType(resources, 'AWS::DynamoDB::Table');
  const running = {
    api: addressOf(server, place.host),
    issuer: signIn.issuer,
    clientId: client?.id ?? '',
    returnTo: client?.returns[0] ?? '',
  };
  return { running, seedEnvironment: { ...aws, TABLE: table?.[0] ?? '' }, stop };
};
