import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { keysIn } from '../../../shared/domain/named-key.ts';
import { numbered } from '../../../shared/domain/chain.ts';
import type { PackagedEntry } from '../../../shared/domain/package.ts';
import { unzipped } from '../../../shared/domain/unzip.ts';
import { verifyPackage } from '../../../shared/domain/verify-package.ts';
import { packaged } from '../../../shared/operations/package-parts.ts';
import { zipped } from '../../../shared/operations/zip.ts';
import { anAttested, chained, someParts, together } from '../../package.ts';
import { aSigner } from '../../signer.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const signer = aSigner();

/** What is held, in bytes, once everything that can be given back was. */
const held = (): number => {
  collect();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return heapUsed + Math.max(arrayBuffers, external);
};

/** So many signatures, each with a long reservation, made as they are asked for. */
const many = (count: number, long: number) =>
  (async function* (): AsyncGenerator<PackagedEntry> {
    let head = { count: 0, hash: '' };
    for (let nth = 1; nth <= count; nth += 1) {
      const words = `${nth} `.repeat(long);
      const signature = { ...anAttested(nth), reservation: { text: words, paragraphs: [] } };
      const [one] = chained([{ act: 'signed', signature }]) as [PackagedEntry];
      const [placed] = numbered('any', head, [one.entry]);
      head = { count: placed?.number ?? 0, hash: placed?.hash ?? '' };
      yield { ...one, ...head, number: nth };
    }
  })();

/** The most that is held while so many signatures are packed, beyond what was held before; and the size of what was packed. */
const peakOf = async (count: number): Promise<{ peak: number; size: number }> => {
  const parts = await someParts(signer, { entries: [] });
  const before = held();
  let [peak, size] = [0, 0];
  const watched = (async function* (entries: AsyncIterable<PackagedEntry>) {
    for await (const one of entries) {
      if (one.number % 500 === 0) peak = Math.max(peak, held() - before);
      yield one;
    }
  })(many(count, 1_000));
  for await (const piece of zipped(packaged({ ...parts, entries: watched }, signer))) size += piece.length;
  return { peak: Math.max(peak, held() - before), size };
};

describe('ten thousand signatures', () => {
  test('are packed in memory that does not grow with what they say', async () => {
    await peakOf(10);
    const few = await peakOf(100);
    const all = await peakOf(10_000);
    // They say 50 MB. What a count needs of each is held, and the buffers of the packer.
    expect(all.peak - few.peak).toBeLessThan(20_000_000);
  });

  test('are checked in seconds', async () => {
    const entries = chained(
      Array.from({ length: 10_000 }, (_, at) => ({ act: 'signed', signature: anAttested(at + 1) })),
    );
    const bytes = await together(zipped(packaged(await someParts(signer, { entries }), signer)));
    const keys = await keysIn(JSON.stringify(signer.keys[0]));
    const from = performance.now();
    const { verdict, about } = await verifyPackage(bytes, { keys });
    expect([verdict, about?.count]).toEqual(['valid', 10_000]);
    expect(performance.now() - from).toBeLessThan(30_000);
    expect(unzipped(bytes).size).toBe(11);
  });
});
