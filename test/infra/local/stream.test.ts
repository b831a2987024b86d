import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listen, type Listener, type Mapping } from '../../../infra/local/stream.ts';
import type { Written } from '../../../infra/local/tap.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-stream-'));
let files = 0;
const aFile = (): string => join(folder, `stream-${(files += 1)}.jsonl`);

const mapping: Mapping = {
  EventSourceArn: 'Table',
  FunctionName: 'stream',
  BatchSize: 3,
  BisectBatchOnFunctionError: true,
  FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ dynamodb: { NewImage: { type: { S: ['outbox'] } } } }) }] },
  FunctionResponseTypes: ['ReportBatchItemFailures'],
  MaximumRetryAttempts: 2,
};
const written = (id: string, type = 'outbox'): Written => ({
  table: 'Table',
  isNew: true,
  image: { pk: { S: id }, type: { S: type } },
});

type Event = { Records: { dynamodb: { SequenceNumber: string; NewImage: { pk: { S: string } } } }[] };
const idsOf = ({ Records }: Event): string[] => Records.map(({ dynamodb }) => dynamodb.NewImage.pk.S);

/** A function that notes each batch; what `answer` throws or reports, it throws or reports. */
const aFunction = (answer: (ids: string[], event: Event) => unknown = () => null) => {
  const batches: string[][] = [];
  const invoke = async (event: unknown): Promise<unknown> => {
    const ids = idsOf(event as Event);
    batches.push(ids);
    return answer(ids, event as Event);
  };
  return { batches, invoke };
};

let listener: Listener | undefined;
afterEach(async () => {
  await listener?.stop();
  vi.restoreAllMocks();
});

const until = async (done: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 10_000 && !done(); tries += 1) await pause(5);
  expect(done()).toBe(true);
};

describe('a listener', () => {
  it('hears in order, in batches, and only what passes the filter', async () => {
    const { batches, invoke } = aFunction();
    listener = listen(mapping, aFile(), invoke);
    listener.hear([written('1'), written('2', 'session'), written('3'), written('4'), written('5')]);
    await until(() => batches.flat().length === 4);
    expect(batches).toEqual([['1', '3', '4'], ['5']]);
  });

  it('hears again from the first failure on, and not what went well', async () => {
    let bad = 2;
    const { batches, invoke } = aFunction((ids, { Records }) => {
      const at = ids.indexOf('2');
      const itemIdentifier = Records[at]?.dynamodb.SequenceNumber;
      return at < 0 || (bad -= 1) < 0 ? null : { batchItemFailures: [{ itemIdentifier }] };
    });
    listener = listen(mapping, aFile(), invoke, 1);
    listener.hear([written('1'), written('2'), written('3')]);
    await until(() => batches.flat().includes('3') && batches.length === 4);
    // The failure is told apart by halves, then tried again alone.
    expect(batches).toEqual([['1', '2', '3'], ['2'], ['2'], ['3']]);
  });

  it('gives up one that always fails, after its tries, and goes on with the others', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { batches, invoke } = aFunction((ids) => {
      if (ids.includes('2')) throw new Error('cannot');
      return null;
    });
    listener = listen(mapping, aFile(), invoke, 1);
    listener.hear([written('1'), written('2'), written('3'), written('4')]);
    await until(() => batches.flat().includes('4'));
    expect(batches).toEqual([['1', '2', '3'], ['1', '2'], ['1'], ['2'], ['2'], ['2'], ['3'], ['4']]);
    expect(said).toHaveBeenCalledWith("Given up after 3 tries: 1 of what the table's stream told.");
  });

  it('goes on where it was cut off: nothing that was heard comes again, nothing else is lost', async () => {
    const file = aFile();
    const first = aFunction((ids) => {
      if (ids.includes('4')) throw new Error('cut off');
      return null;
    });
    vi.spyOn(console, 'error').mockReturnValue();
    const cut = listen(mapping, file, first.invoke, 10_000);
    cut.hear(['1', '2', '3', '4', '5'].map((id) => written(id)));
    await until(() => first.batches.length >= 3);
    await cut.stop();
    // As a kill in the middle of a line leaves it.
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"number":6,"entry":{"tab`);

    const second = aFunction();
    listener = listen(mapping, file, second.invoke);
    listener.hear([written('6')]);
    await until(() => second.batches.flat().includes('6'));
    expect(second.batches.flat()).toEqual(['4', '5', '6']);
    await until(() => readFileSync(file, 'utf8') === '');
  });
});
