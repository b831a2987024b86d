import { accounts } from './accounts.ts';
import { running } from './note.ts';
import { type Running, signInAs, signInAsMachine } from './pass.ts';
import { machineSecret } from './sign-in.ts';

const names = accounts.map(({ name }) => name).join(', ');

/** The roles that wait for the account's address are its own from the first sign-in on. */
const takeUpRoles = async ({ api }: Running, token: string, identity: string): Promise<void> => {
  const response = await fetch(`${api}/api/v1/me/bindings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ identity }),
  });
  if (!response.ok) throw new Error(`The roles were not taken up: ${await response.text()}`);
};

/** A program's own: its roles were given to its id. */
const tokenOfMachine = async (name: string, dataDir: string): Promise<string> => {
  const here = await running(dataDir).catch(() => undefined);
  if (here && name in here.machines) return signInAsMachine(here, name, machineSecret);
  throw new Error(
    `There is no account ${name}. There are ${[names, ...Object.keys(here?.machines ?? {})].join(', ')}.`,
  );
};

const main = async (account: string | undefined): Promise<string> => {
  if (!account) throw new Error(`Say for whom, as in npm run token -- amira. There are ${names}.`);
  const dataDir = process.env.DATA_DIR || '.data';
  if (!accounts.some(({ name }) => name === account)) return tokenOfMachine(account, dataDir);
  const here = await running(dataDir);
  const { access_token: token, id_token: identity } = await signInAs(here, account);
  await takeUpRoles(here, token, identity);
  return token;
};

main(process.argv[2]).then(
  (token) => console.log(token),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
