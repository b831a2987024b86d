import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Rules } from './pages.ts';

const source = join(import.meta.dirname, '../../shared/domain/ledger.ts');

/** The ledgers with a fault in them: a copy of the module in which one piece of text is another. */
export const withFault = async (good: string, bad: string): Promise<Rules> => {
  const text = await readFile(source, 'utf8');
  if (text.split(good).length !== 2) throw new Error(`"${good}" should be in ledger.ts once.`);
  const folder = await mkdtemp(join(tmpdir(), 'plenary-fault-'));
  const outfile = join(folder, 'ledger.mjs');
  const faulty = text.replace(good, () => bad);
  try {
    await build({
      entryPoints: [source],
      outfile,
      bundle: true,
      format: 'esm',
      plugins: [
        {
          name: 'fault',
          setup: (making) =>
            making.onLoad({ filter: /domain.ledger\.ts$/ }, () => ({ contents: faulty, loader: 'ts' })),
        },
      ],
    });
    return (await import(/* @vite-ignore */ outfile)) as Rules;
  } finally {
    await rm(folder, { recursive: true });
  }
};
