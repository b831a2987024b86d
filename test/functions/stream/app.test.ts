import { expect, it } from 'vitest';
import { type Errand, stream } from '../../../functions/stream/app.ts';

const record = (number: number, type: string, chain: string) => ({
  eventName: 'INSERT' as const,
  dynamodb: { SequenceNumber: String(number), NewImage: { type: { S: type }, chain: { S: chain } } },
});

it('runs each errand once for all records that ask for it, and names those whose errand failed', async () => {
  const run: string[] = [];
  const logged: Record<string, unknown>[] = [];
  const errand = (type: string, chain = ''): Errand => ({
    name: `${type} ${chain}`,
    run: async () => {
      run.push(`${type} ${chain}`);
      if (chain === 'bad') throw new Error('cannot');
    },
  });
  const hear = stream(
    {
      pending: ({ chain }) => errand('pending', chain?.S),
      outbox: ({ chain }) => errand('outbox', chain?.S),
    },
    (entry) => void logged.push(entry),
  );
  const Records = [
    record(1, 'pending', 'a'),
    record(2, 'pending', 'bad'),
    record(3, 'session', 'a'),
    record(4, 'pending', 'a'),
    record(5, 'outbox', 'b'),
    record(6, 'pending', 'bad'),
    { eventName: 'REMOVE' as const, dynamodb: { SequenceNumber: '7' } },
  ];

  expect(await hear({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '6' }] });
  expect(run.toSorted()).toEqual(['outbox b', 'pending a', 'pending bad']);
  expect(logged).toMatchObject([{ level: 'error', errand: 'pending bad', error: expect.stringContaining('cannot') }]);
});
