import { parseArgs } from 'node:util';
import type { DeclarationCounts } from '../../shared/domain/count.ts';
import { fingerprintOf } from '../../shared/domain/named-key.ts';
import { packageFaults, type PackageVerdict } from '../../shared/domain/package-fault.ts';
import { verifyGiven } from '../../shared/domain/verify-given.ts';

/** What the command needs of the machine that it runs on. */
export interface Around {
  read: (path: string) => Promise<Uint8Array>;
  /** The text at an https address. */
  fetch: (address: string) => Promise<string>;
  print: (line: string) => void;
}

export const usage = `plenary verify FILE --key KEY [--key KEY …] [--receipt FILE] [--json]

Checks the package of a declaration, offline and all at once.

  FILE            the package, as declaration.zip gives it
  --key KEY       a key of the platform, from wherever you trust: a file (JSON Web Key, a set of them, PEM), the https
                  address of its jwks.json, or the key's fingerprint (RFC 7638)
  --receipt FILE  what a signer was given: whether that signature is still in the chain
  --json          says everything as JSON

Answers 0 when it is valid, 1 when something is wrong, 2 when it could not be checked, and 3 when it is consistent in
itself and its origin is not shown, because no key was named.`;

/** What the command exits with. */
export const exitCodes: Record<PackageVerdict['verdict'], number> = {
  valid: 0,
  wrong: 1,
  'not-checked': 2,
  'origin-not-shown': 3,
};

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A key as it was typed: an address, a fingerprint, or else the name of a file. */
const keyAt = async ({ read, fetch }: Around, key: string): Promise<string> => {
  if (/^https?:/.test(key)) return fetch(key);
  return fingerprintOf(key) ? key : text(await read(key));
};

const most = 20;

const countLine = ({ signatories, observers, together }: DeclarationCounts): string =>
  `${signatories.organizations} signed and ${observers.organizations} endorsed; ${together.people.total.toLocaleString('en')} people, on the figures of ${together.people.of}`;

/** A verdict for people. */
export const linesOf = ({ says, about, counts, keys, faults, notes }: PackageVerdict): string[] => [
  says,
  ...(about
    ? [
        `  text        ${about.title ?? ''} (${about.summit}/${about.declaration}, ${about.version})`,
        `  hash        ${about.hash}`,
        `  signatures  ${about.count} entries, signed as they stood at ${about.at}`,
      ]
    : []),
  ...(counts ? [`  counts      ${countLine(counts)}`] : []),
  ...keys.map((key) => `  key         ${key}`),
  ...faults.slice(0, most).map(({ code, detail }) => `  ${packageFaults[code]} (${code}): ${detail}`),
  ...(faults.length > most ? [`  … and ${faults.length - most} more`] : []),
  ...notes.map((note) => `  note: ${note}`),
];

const options = {
  key: { type: 'string', multiple: true },
  receipt: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** One fingerprint in 64 begins with a dash: what follows --key is its value all the same. */
const withKeys = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) => {
    const next = args[at + 1];
    if (arg === '--key' && next !== undefined && fingerprintOf(next)) return [`--key=${next}`];
    return args[at - 1] === '--key' && fingerprintOf(arg) ? [] : [arg];
  });

/** `plenary verify …`. Answers what the command exits with. Throws what keeps it from checking, in words. */
export const verify = async (args: readonly string[], around: Around): Promise<number> => {
  const { values, positionals } = parseArgs({ args: withKeys(args), options, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(usage);
  const keys = await Promise.all((values.key ?? []).map((key) => keyAt(around, key)));
  const receipt = values.receipt === undefined ? undefined : text(await around.read(values.receipt));
  const verdict = await verifyGiven(await around.read(file), { keys, receipt });
  for (const line of values.json ? [JSON.stringify(verdict, null, 2)] : linesOf(verdict)) around.print(line);
  return exitCodes[verdict.verdict];
};
