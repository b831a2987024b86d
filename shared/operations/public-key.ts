import { toInstant } from '../domain/when.ts';
import type { Table } from '../table/client.ts';
import { recordPublicKey } from '../table/public-key.ts';
import type { Signer } from './signer.ts';

/**
 * A signer whose keys are remembered: before the first signature of a key is given out, its public half is on record for good, so that whatever the
 * platform signed can be checked. Later signatures cost nothing more. Errors: `unavailable`, and then there is no signature.
 */
export const recording = (table: Table, signer: Signer, now: () => Date): Signer => {
  const recorded = new Map<string, Promise<void>>();
  const record = async (name: string): Promise<void> => {
    const key = (await signer.publicKeys()).find(({ kid }) => kid === name);
    if (!key) throw new Error(`The signer does not know its own key ${name}.`);
    await recordPublicKey(table, key, toInstant(now()));
  };
  const recordedOnce = (name: string): Promise<void> => {
    const before = recorded.get(name);
    if (before) return before;
    const recordingIt = record(name).catch((error: unknown) => {
      // Not on record: the next signature tries again.
      recorded.delete(name);
      throw error;
    });
    recorded.set(name, recordingIt);
    return recordingIt;
  };
  const sign: Signer['sign'] = async (digest) => {
    const signed = await signer.sign(digest);
    await recordedOnce(signed.key);
    return signed;
  };
  return { sign, publicKeys: () => signer.publicKeys() };
};
