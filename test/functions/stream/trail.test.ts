import { afterAll, expect, test } from 'vitest';
import { stream } from '../../../functions/stream/app.ts';
import { trailErrand } from '../../../functions/stream/trail.ts';
import { findHead, waitingChains } from '../../../shared/table/log.ts';
import { aDoor } from '../../door.ts';
import { aSigner } from '../../signer.ts';

const house = await aDoor();
afterAll(() => house.close());

test('what waits rings once for its chain, and is numbered then', async () => {
  const { secretariat, door, clock, table } = house;
  for (const name of ['Ilka', 'Tomas']) await secretariat.make('/people', { name });
  const rings: string[] = [];
  const errand = trailErrand({ house: door.house, signer: aSigner(), now: () => clock.now });
  const image = { type: { S: 'pending' }, card: { M: { chain: { S: 'platform' } } } };
  const heard = stream({ pending: (seen) => (rings.push('ring'), errand(seen)) }, door.log);

  const answer = await heard({
    Records: [1, 2].map((at) => ({ dynamodb: { SequenceNumber: `${at}`, NewImage: image } })),
  });

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(rings).toHaveLength(2);
  expect(await findHead(table, 'platform')).toMatchObject({ count: 2 });
  expect(await waitingChains(table)).toEqual([]);
});
