import { afterAll, expect, test } from 'vitest';
import { stream } from '../../../functions/stream/app.ts';
import { noticeErrand } from '../../../functions/stream/notice.ts';
import { collections, tellingKey } from '../../../shared/table/key.ts';
import { aRound } from '../../circle.ts';

const rounds = await aRound();
afterAll(() => rounds.house.close());

test('what there is to tell rings once for its circulation, and is told then', async () => {
  const { door, clock, table, logged } = rounds.house;
  const { of } = await rounds.sent(3);
  const errand = noticeErrand({ house: door.house, now: () => clock.now });
  const { pk, sk } = tellingKey(of.summit, of.declaration, 'c1');
  const image = { type: { S: 'telling' }, pk: { S: pk }, sk: { S: sk } };
  const heard = stream({ telling: errand }, door.log);

  const answer = await heard({
    Records: [1, 2].map((at) => ({ dynamodb: { SequenceNumber: `${at}`, NewImage: image } })),
  });

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(await table.all(collections.mailsOf(of.summit))).toHaveLength(3);
  expect((await table.get({ pk, sk }))?.record).not.toHaveProperty('due');
  await heard({ Records: [{ dynamodb: { SequenceNumber: '3', NewImage: image } }] });
  expect(await table.all(collections.mailsOf(of.summit))).toHaveLength(3);
  expect(logged).toEqual([]);
});
