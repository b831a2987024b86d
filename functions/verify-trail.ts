import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { faultKinds, type Fault, type Kept, type Verdict, type VerifyingKey } from '../shared/domain/verify.ts';
import { auditTrail } from '../shared/operations/audit.ts';
import { houseFromEnvironment, signerFromEnvironment } from './runtime.ts';

const keptOf = (argument: string): Kept => {
  const [, chain = '', count = '', hash = ''] = /^(\S+)@(\d+)=([0-9a-f]{64})$/.exec(argument) ?? [];
  if (!chain) throw new Error(`"${argument}" is no head. Give it as it was printed: chain@count=hash.`);
  return { chain, count: Number(count), hash };
};

const faultLine = ({ kind, number, id }: Fault): string =>
  `  ${number === undefined ? '' : `entry ${number} `}${id === undefined ? '' : `(${id}) `}${kind}: ${faultKinds[kind]}`;

const linesOf = ({ chain, count, hash, erased, waiting, faults }: Verdict): string[] => {
  const also = [
    ...(erased > 0 ? [`${erased} erased`] : []),
    ...(waiting > 0 ? [`${waiting} waiting to be chained`] : []),
    faults.length === 0 ? 'nothing is wrong' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`,
  ];
  return [`${chain}@${count}=${hash}  ${also.join(', ')}`, ...faults.map(faultLine)];
};

const isKey = ({ kid, kty, crv, x, y }: Record<string, unknown>): boolean =>
  kty === 'EC' && crv === 'P-256' && [kid, x, y].every((text) => typeof text === 'string');

/** The keys that an auditor brings: a JSON Web Key Set, as /.well-known/jwks.json answers it. */
const keysIn = async (file: string): Promise<VerifyingKey[]> => {
  const text = await readFile(file, 'utf8');
  const keys = /^\s*\{/.test(text) ? (JSON.parse(text) as { keys?: unknown }).keys : undefined;
  if (Array.isArray(keys) && keys.length > 0 && keys.every(isKey)) return keys;
  throw new Error(`${file} holds no keys on P-256. Give them as /.well-known/jwks.json answers them.`);
};

/**
 * The keys that a signature may be of: those that the keeper of the keys names, and those that the auditor brings. Never those of the table: whoever
 * changes it could add one.
 */
const keysFor = async (files: readonly string[]): Promise<VerifyingKey[]> => {
  const brought = (await Promise.all(files.map(keysIn))).flat();
  try {
    return [...(await signerFromEnvironment().publicKeys()), ...brought];
  } catch (error) {
    if (brought.length === 0) throw error;
    console.error(`Only the keys of ${files.join(' and ')} count: ${error instanceof Error ? error.message : error}`);
    return brought;
  }
};

const main = async (): Promise<boolean> => {
  const options = { keys: { type: 'string', multiple: true } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const kept = positionals.map(keptOf);
  const keys = await keysFor(values.keys ?? []);
  const verdicts = await auditTrail(houseFromEnvironment().table, keys, kept);
  if (verdicts.length === 0) console.log('Nothing is on any trail: no deed has been done in this table.');
  for (const verdict of verdicts) console.log(linesOf(verdict).join('\n'));
  return verdicts.every(({ faults }) => faults.length === 0);
};

main().then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (error: Error) => {
    console.error(error.message);
    process.exit(2);
  },
);
