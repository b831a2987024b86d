import { resolve } from 'node:path';

/** Something stands in the way of a start; the message says in one line what to do about it. */
export class CannotStart extends Error {}

/** Where a start puts itself, as its environment says. */
export type Place = {
  readonly host: string;
  readonly port: number;
  readonly signInPort: number;
  readonly dataDir: string;
  /** A DynamoDB of one's own, instead of the built-in engine. */
  readonly endpoint?: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

const portOf = (name: string, value: string | undefined, otherwise: number): number => {
  const port = Number(value || otherwise);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new CannotStart(
    `${name} would be ${value || otherwise}, which is no port. Choose a number below 65536, as in ${name}=8090 npm start`,
  );
};

export const placeOf = (environment: Environment): Place => {
  const port = portOf('PORT', environment.PORT, 8080);
  return {
    host: environment.HOST || '127.0.0.1',
    port,
    signInPort: portOf('SIGN_IN_PORT', environment.SIGN_IN_PORT, port && port + 1),
    dataDir: resolve(environment.DATA_DIR || '.data'),
    ...(environment.DYNAMODB_ENDPOINT && { endpoint: environment.DYNAMODB_ENDPOINT }),
  };
};
