import { countActs, type DeclarationAct, type DeclarationCounts } from './count.ts';
import { canonical } from './ordered.ts';
import type { PackagedAct, PackagedEntry } from './package.ts';

/**
 * How every signature stands after the entries so far, by its address: as a count needs it, or that what was said of it was erased. It holds a few
 * hundred bytes for each, whatever the entries hold.
 */
export type Standing = Map<string, DeclarationAct | 'erased'>;

/** Notes what an entry says of a signature: the last that is said of it counts. */
export const noteEntry = (standing: Standing, of: string, act: PackagedAct | undefined): void => {
  if (!act) return void standing.set(of, 'erased');
  const { capacity, state, on, recordedAt, withdrawnOn, counted } = act.signature;
  standing.set(of, { capacity, state, on, recordedAt, withdrawnOn, counted } as DeclarationAct);
};

/** Notes everything that an entry says, by what lies beside it. */
export const noteActs = (
  standing: Standing,
  {
    entry,
    beside,
  }: {
    entry: { what: readonly { of: string }[] };
    beside: readonly ({ text: string } | { erased: unknown } | undefined)[];
  },
): void => {
  for (const [nth, { of }] of entry.what.entries()) {
    const body = beside[nth];
    noteEntry(standing, of, body && 'text' in body ? (JSON.parse(body.text) as PackagedAct) : undefined);
  }
};

/** What `counts.json` says. */
export interface PackagedCounts extends DeclarationCounts {
  rehearsal: boolean;
  /** As of which entry of the chain. */
  asOf: { count: number; hash: string };
  /** Signatures that are counted nowhere, because what was said of them was erased. */
  erased: number;
}

/** The text of `counts.json`: the signatures that stand, counted. */
export const countsText = (
  standing: Standing,
  { rehearsal, count, hash }: { rehearsal: boolean; count: number; hash: string },
): string => {
  const known = [...standing.values()];
  const acts = known.filter((act) => act !== 'erased');
  const counts: PackagedCounts = {
    rehearsal,
    asOf: { count, hash },
    erased: known.length - acts.length,
    ...countActs(acts),
  };
  return canonical(counts);
};

/** The line of an entry in `signatures.jsonl`. */
export const lineOf = (entry: PackagedEntry): string => `${canonical(entry)}\n`;
