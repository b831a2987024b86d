import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within } from '../../../shared/table/limit.ts';
import { transact } from '../../../shared/table/transact.ts';
import { dumpOf } from '../../door.ts';
import { aTable, type House } from '../../table.ts';

let house: House;
beforeAll(async () => {
  house = await aTable();
});
afterAll(() => house.drop());

const now = new Date('2031-03-01T23:30:00Z');
let requests = 0;

const count = async (recipient: string, { at = now, purpose = 'link-again', most = 3 } = {}): Promise<string> => {
  const request = `request-${(requests += 1)}`;
  try {
    await transact(house.table, [within(house.table, { purpose, recipient, most }, at, request)], request);
    return 'counted';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('mails to one recipient', () => {
  test('are as many as one day allows, also when twenty race', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => count('ilka@example.org')));

    expect(all.toSorted()).toEqual([...Array<string>(3).fill('counted'), ...Array<string>(17).fill('too-many-mails')]);
  });

  test('are counted apart by purpose, recipient and UTC day; not by spelling', async () => {
    for (let sent = 0; sent < 3; sent += 1) await count('noor@example.org');

    expect([
      await count('NOOR@example.org '),
      await count('lina@example.org'),
      await count('noor@example.org', { purpose: 'invitation' }),
      await count('noor@example.org', { at: new Date('2031-03-02T00:00:00Z') }),
    ]).toEqual(['too-many-mails', 'counted', 'counted', 'counted']);
  });

  test('are refused with the time from which it may be tried again', async () => {
    await count('edda@example.org', { most: 1 });
    const write = within(house.table, { purpose: 'link-again', recipient: 'edda@example.org', most: 1 }, now, 'r');

    await expect(transact(house.table, [write], 'r')).rejects.toMatchObject({
      code: 'too-many-mails',
      also: { again: '2031-03-02T00:00:00Z' },
    });
  });
});

test('a counter keeps no address, and is forgotten after its day', async () => {
  await count('tomas@example.org');
  const counters = (await dumpOf(house)).filter(({ type }) => type === 'limit');

  expect(JSON.stringify(counters)).not.toContain('example.org');
  // Epoch seconds, as the table's TTL wants them: the end of the day after.
  expect(counters.map(({ expires }) => expires)).toContain(Date.parse('2031-03-03T00:00:00Z') / 1_000);
});
