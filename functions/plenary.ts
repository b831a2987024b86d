import { readFile } from 'node:fs/promises';
import { type Around, usage, verify } from './plenary/verify.ts';

const isOwn = (host: string): boolean => host === 'localhost' || host === '127.0.0.1';

/** Keys come from an address that nobody on the way can answer for; one machine speaks to itself without. */
const fetched = async (address: string): Promise<string> => {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !isOwn(hostname)) throw new Error(`Take the keys from an https address: ${address}`);
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch((error: Error) => {
    throw new Error(`${address} cannot be reached. Save the keys to a file where it can, and name that file.`, {
      cause: error,
    });
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.text();
};

const file = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Error(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
};

const around: Around = {
  read: file,
  fetch: fetched,
  print: (line) => console.log(line),
};

const main = async ([command, ...args]: readonly string[]): Promise<number> => {
  if (command === 'verify' && !args.includes('--help')) return verify(args, around);
  console.log(usage);
  return command === undefined || (command !== 'verify' && command !== '--help') ? 2 : 0;
};

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(2);
  },
);
