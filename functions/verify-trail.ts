import { faultKinds, type Fault, type Kept, type Verdict } from '../shared/domain/verify.ts';
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

const main = async (): Promise<boolean> => {
  const kept = process.argv.slice(2).map(keptOf);
  const keys = await signerFromEnvironment().publicKeys();
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
