import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalFunction } from './function.ts';
import { openJournal } from './journal.ts';
import { fits } from './pattern.ts';
import type { Written } from './tap.ts';
import { ofType, type Resources } from './template.ts';

/** What CloudFormation documents of a function that listens to a stream. */
export type Mapping = {
  readonly EventSourceArn: unknown;
  readonly FunctionName: unknown;
  readonly BatchSize?: number;
  readonly BisectBatchOnFunctionError?: boolean;
  readonly FilterCriteria?: { readonly Filters: readonly { readonly Pattern: string }[] };
  readonly FunctionResponseTypes?: readonly string[];
  readonly MaximumRetryAttempts?: number;
};

type StreamRecord = {
  readonly eventSource: 'aws:dynamodb';
  readonly eventName: 'INSERT' | 'MODIFY';
  readonly dynamodb: { readonly NewImage: Record<string, unknown>; readonly SequenceNumber: string };
};

export type Listener = {
  readonly hear: (written: readonly Written[]) => void;
  readonly stop: () => Promise<void>;
};

const recordOf = ({ isNew, image }: Written, number = 0): StreamRecord => ({
  eventSource: 'aws:dynamodb',
  eventName: isNew ? 'INSERT' : 'MODIFY',
  dynamodb: { NewImage: image, SequenceNumber: String(number) },
});

/** Hands a batch to the function and answers what of it has to come again: everything from the first failure on, as Lambda does. */
const attempt = async (
  { FunctionResponseTypes = [] }: Mapping,
  invoke: LocalFunction['invoke'],
  records: readonly StreamRecord[],
): Promise<readonly StreamRecord[]> => {
  try {
    const answer = (await invoke({ Records: records })) as { batchItemFailures?: { itemIdentifier: string }[] } | null;
    if (!FunctionResponseTypes.includes('ReportBatchItemFailures')) return [];
    const failed = new Set(answer?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier));
    const first = records.findIndex(({ dynamodb }) => failed.has(dynamodb.SequenceNumber));
    return first < 0 ? [] : records.slice(first);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return records;
  }
};

/**
 * Calls a function with what is written to a table and passes the mapping's filters, in order and in batches. What fails is told apart by halves,
 * tried again, and given up after as many tries as the mapping says. `file` keeps what was not handed on yet.
 */
export const listen = (mapping: Mapping, file: string, invoke: LocalFunction['invoke'], pauseMs = 200): Listener => {
  const journal = openJournal<Written>(file);
  const filters = (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern));
  const stopping = new AbortController();
  let wake = () => {};

  const deliver = async (records: readonly StreamRecord[], tries = 0): Promise<void> => {
    const left = await attempt(mapping, invoke, records);
    if (left.length === 0) return;
    if (mapping.BisectBatchOnFunctionError && left.length > 1) {
      const middle = Math.ceil(left.length / 2);
      await deliver(left.slice(0, middle), tries);
      return deliver(left.slice(middle), tries);
    }
    if (tries >= (mapping.MaximumRetryAttempts ?? Infinity))
      return console.error(`Given up after ${tries + 1} tries: ${left.length} of what the table's stream told.`);
    await pause(pauseMs * 2 ** tries, undefined, { signal: stopping.signal });
    return deliver(left, tries + 1);
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const batch = journal.first(mapping.BatchSize ?? 100);
      const last = batch.at(-1);
      if (last) {
        await deliver(batch.map(({ entry, number }) => recordOf(entry, number)));
        journal.done(last.number);
      } else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const running = run().catch((error: unknown) => {
    // What was being tried stays in the file for the next start.
    if (!stopping.signal.aborted) throw error;
  });
  return {
    hear: (written) => {
      journal.add(
        written.filter((one) => filters.length === 0 || filters.some((filter) => fits(filter, recordOf(one)))),
      );
      wake();
    },
    stop: async () => {
      stopping.abort();
      wake();
      await running;
    },
  };
};

/** Everybody whom the template has listen to a table. */
export const startListeners = (
  resources: Resources,
  resolve: (value: unknown) => unknown,
  functions: () => Readonly<Record<string, LocalFunction>>,
  dataDir: string,
): Listener => {
  const started = ofType<Mapping>(resources, 'AWS::Lambda::EventSourceMapping').map(([id, { Properties }]) => {
    const [table, target] = [resolve(Properties.EventSourceArn), String(resolve(Properties.FunctionName))];
    const invoke: LocalFunction['invoke'] = async (event) => functions()[target]?.invoke(event);
    return { table, listener: listen(Properties, join(dataDir, `stream-${id}.jsonl`), invoke) };
  });
  return {
    hear: (written) => {
      for (const { table, listener } of started) listener.hear(written.filter((one) => one.table === table));
    },
    stop: async () => void (await Promise.all(started.map(({ listener }) => listener.stop()))),
  };
};
