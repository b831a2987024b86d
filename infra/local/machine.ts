import { type KeyObject, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { basename, join } from 'node:path';
import { busOf } from './bus.ts';
import { freePort } from './engine.ts';
import { openBucket } from './files.ts';
import { functionSettings, type LocalFunction, startFunction } from './function.ts';
import { addressAt, gateway, routesOf } from './gateway.ts';
import { keptKeys } from './keys.ts';
import { openMailbox } from './mail.ts';
import { showOutbox } from './outbox-page.ts';
import type { Running } from './pass.ts';
import type { Place } from './place.ts';
import { s3Of } from './s3.ts';
import { startSchedules } from './schedule.ts';
import { startServices } from './services.ts';
import { type Client, clientsOf, startSignIn } from './sign-in.ts';
import { earlierKeys, keptKey, kmsOf } from './signing.ts';
import { startListeners } from './stream.ts';
import { engineEnvironment, ensureTables } from './table.ts';
import { startTap } from './tap.ts';
import { type Attributes, ofType, readTemplate, type Resources, resolver, resourcesOf } from './template.ts';

type Resolve = (value: unknown) => unknown;
type Functions = Readonly<Record<string, LocalFunction>>;

export type Machine = {
  readonly running: Running;
  /** What a program of ours needs in its environment to reach the table and the key. */
  readonly environment: Record<string, string>;
  /** Lets the clock look at once at what was written while nobody rang: seeds write to the table itself. */
  readonly lookNow: () => void;
  readonly stop: () => Promise<void>;
};

/** What the template may ask of a resource: a function and a stream are known by their own names, sign-in and the API by their addresses. */
const attributesOf = (resources: Resources, issuer: string, site: string): Attributes =>
  Object.fromEntries([
    ...ofType(resources, 'AWS::ApiGatewayV2::Api').map(([id]) => [`${id}.ApiEndpoint`, site]),
    ...ofType(resources, 'AWS::Lambda::Function').map(([id]) => [`${id}.Arn`, id]),
    ...ofType(resources, 'AWS::Cognito::UserPool').map(([id]) => [`${id}.ProviderURL`, issuer]),
    ...ofType<{ Identifier: string }>(resources, 'AWS::Cognito::UserPoolResourceServer').map(([id, { Properties }]) => [
      id,
      Properties.Identifier,
    ]),
    ...ofType(resources, 'AWS::DynamoDB::Table').map(([id]) => [`${id}.StreamArn`, id]),
  ]);

const startFunctions = async (
  resources: Resources,
  folder: string,
  resolve: Resolve,
  aws: Readonly<Record<string, string>>,
): Promise<Functions> => {
  const started = ofType(resources, 'AWS::Lambda::Function').map(async ([id, resource]) => {
    const settings = functionSettings(id, resource, folder, resolve);
    return [id, await startFunction({ ...settings, environment: { ...aws, ...settings.environment } })] as const;
  });
  return Object.fromEntries(await Promise.all(started));
};

/** Its keys as files of the data directory; those that signed before go by the same name and their file's number. */
const openKms = async (resources: Resources, dataDir: string) => {
  const keys: Record<string, KeyObject> = {};
  const earlier: string[] = [];
  for (const [id] of ofType(resources, 'AWS::KMS::Key')) {
    const file = join(dataDir, `key-${id}.pem`);
    keys[id] = await keptKey(file);
    for (const before of await earlierKeys(file)) {
      const name = basename(before, '.pem').replace('key-', '');
      keys[name] = await keptKey(before);
      earlier.push(name);
    }
  }
  return { kms: kmsOf(keys), earlier };
};

/** Its buckets as folders of the data directory. What the functions ask of it, they sign with `secret`. */
const openS3 = async (resources: Resources, dataDir: string, secret: string) => {
  const buckets = ofType(resources, 'AWS::S3::Bucket').map(
    async ([id]) => [id, await openBucket(join(dataDir, 'files', id))] as const,
  );
  return s3Of(Object.fromEntries(await Promise.all(buckets)), secret);
};

/** Answers what is under way, for a few seconds, then closes. */
const closeGently = async (server: Server): Promise<void> => {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 3000);
  await closed;
  clearTimeout(patience);
};

const noteOf = (api: string, issuer: string, clients: readonly Client[]): Running => {
  const client = clients.find(({ isMachine }) => !isMachine);
  const machines = clients.filter(({ isMachine }) => isMachine).map(({ id, name = id }) => [name, id]);
  return {
    api,
    issuer,
    clientId: client?.id ?? '',
    returnTo: client?.returns[0] ?? '',
    machines: Object.fromEntries(machines),
  };
};

/**
 * Runs the template that lies in `folder`: its tables on the engine, its sign-in, mail and keys, its functions with whatever calls them, and the
 * gateway before those that people call.
 */
export const startMachine = async (place: Place, folder: string, endpoint: string): Promise<Machine> => {
  const resources = resourcesOf(await readTemplate(folder));
  const [port, signInPort] = [place.port || (await freePort(place.host)), place.signInPort || (await freePort())];
  const [site, issuer] = [addressAt(place.host, port), `http://127.0.0.1:${signInPort}`];
  const resolve = resolver(resources, attributesOf(resources, issuer, site));
  await ensureTables(endpoint, resources);
  const clients = clientsOf(resources, resolve);
  const keys = await keptKeys(join(place.dataDir, 'sign-in.json'));
  const signIn = await startSignIn(signInPort, keys, clients);

  let functions: Functions = {};
  const bus = busOf(resources, resolve, () => functions);
  const mailbox = await openMailbox(join(place.dataDir, 'mail'), bus);
  // Of this start only: an address of a file that was given out opens nothing afterwards, as after its few minutes.
  const secret = randomBytes(24).toString('base64url');
  const s3 = await openS3(resources, place.dataDir, secret);
  const { kms, earlier } = await openKms(resources, place.dataDir);
  const services = await startServices(mailbox, kms, s3);
  const listeners = startListeners(resources, resolve, () => functions, place.dataDir);
  const tap = await startTap(endpoint, listeners.hear);
  const called = { ...services.environment, AWS_SECRET_ACCESS_KEY: secret };
  const aws = { ...engineEnvironment(tap.endpoint), ...called };
  functions = await startFunctions(resources, folder, resolve, aws);
  const routes = routesOf(resources, resolve);
  const server = gateway({ routes, functions, aside: showOutbox(mailbox) }).listen(port, place.host);
  await once(server, 'listening');
  const schedules = startSchedules(resources, resolve, functions);
  const stop = async () => {
    schedules.stop();
    await closeGently(server);
    await listeners.stop();
    await Promise.all(Object.values(functions).map((one) => one.stop()));
    await Promise.all([signIn.stop(), services.stop(), tap.stop()]);
  };
  const first = (type: string): string => ofType(resources, type)[0]?.[0] ?? '';
  const names = {
    TABLE: first('AWS::DynamoDB::Table'),
    SIGNING_KEY: first('AWS::KMS::Key'),
    EARLIER_KEYS: earlier.join(','),
    FILES: first('AWS::S3::Bucket'),
  };
  const environment = { ...engineEnvironment(endpoint), ...called, ...names };
  return { running: noteOf(site, issuer, clients), environment, lookNow: schedules.now, stop };
};
