import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../../shared/domain/pasted.ts';
import { runs } from '../../counts.ts';
import { aDoor, type Household, type Json, type Reply } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Pastes that are killed, sent again, sent at once, and as large as they may be; and what is downloaded, pasted again.

let house: Household;
// The clock of the house jumps a minute ahead, once it was asked as often as this.
let patience = Infinity;
let asked = 0;
const now = (): number => Date.now() + ((asked += 1) > patience ? 60_000 : 0);
beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true, slowMs: 2_000 }, pace: { patience: 20_000, now } });
  const { make } = house.secretariat;
  await make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne' }, kind: 'city' });
  await make('/organizations', { slug: 'port-selva', name: { en: 'Port Selva' }, kind: 'city' });
});
afterAll(() => house.close());
afterEach(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});

let summits = 0;
let summit = '';
const aSummit = async (): Promise<string> => {
  const slug = `quays-${(summits += 1)}`;
  await house.secretariat.make('/summits', { slug, title: { en: 'Quays' }, zone: 'Europe/Paris' });
  return `/summits/${slug}`;
};
beforeEach(async () => {
  summit = await aSummit();
});

const numbered = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const rooms = (count: number): string =>
  ['slug,name:en', ...numbered(count).map((at) => `room-${at},Room ${at}`)].join('\n');

const paste = (list: string, rows: string, headers: Record<string, string> = {}): Promise<Reply> =>
  house.secretariat.post(`${summit}/${list}.csv`, { rows, confirm: true }, headers);
const verdicts = ({ json }: Reply): Set<string> => new Set((json.rows as Row[]).map(({ says }) => says));
const count = async (list: string): Promise<unknown> =>
  (await house.secretariat.get(`${summit}/${list}?limit=200`)).json.items?.length;
const itemsOf = async (type: string): Promise<Json[]> =>
  (await house.dump()).filter((item) => item.type === type && String(item.pk).includes(summit.slice(9)));

describe('what is downloaded', () => {
  const said = fc
    .oneof(
      fc.constantFrom(
        '=1+1',
        "'=1",
        "''=1",
        "'Twas",
        '-',
        '@a',
        '＝1',
        '"',
        '"a", b',
        'a\tb',
        'a\nb',
        'a\r\nb',
        'نهر',
        '河；城',
        '+1',
      ),
      fc.stringMatching(/^['=+\-@"a,; ]{1,12}$/),
    )
    .filter((text) => text.trim() !== '');
  const text = fc
    .record({ en: said }, { requiredKeys: ['en'] })
    .chain(({ en }) => fc.option(said, { nil: undefined }).map((ar) => (ar === undefined ? { en } : { en, ar })));

  // A dozen texts in each table: one by one would paste the same rows again and again.
  const written = fc.record({
    name: text,
    title: text,
    summary: fc.option(text, { nil: undefined }),
    timed: fc.boolean(),
  });

  test('is known when it is pasted again, whatever it says, and changes nothing', async () => {
    const { make } = house.secretariat;
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 12 }), async (all) => {
        summit = await aSummit();
        for (const [at, { name, title, summary, timed }] of all.entries()) {
          await make(`${summit}/rooms`, { slug: `room-${at}`, name, capacity: at + 1 });
          await make(`${summit}/sessions`, {
            reference: `=${at}`,
            title,
            summary,
            room: `room-${at}`,
            ...(timed ? { start: '2031-10-26T00:30:00Z', end: '2031-10-26T02:30:30Z' } : {}),
            mode: 'hybrid',
            languages: { spoken: ['ar', 'en'], interpreted: [] },
            lead: [{ organization: 'port-selva', printed: 'Port of Selva' }],
          });
        }
        const before = await house.dump();
        for (const list of ['rooms', 'sessions']) {
          const { text: table } = await house.secretariat.get(`${summit}/${list}.csv`);
          const reply = await paste(list, table);
          expect([list, reply.json.written, verdicts(reply)]).toEqual([list, 0, new Set(['known'])]);
        }
        expect(await house.dump()).toEqual(before);
      }),
      runs(3, 6),
    );
  });

  test('is what a paste begins from, where there is nothing yet', async () => {
    const { text: table, headers } = await house.secretariat.get(`${summit}/sessions.csv`);
    expect([headers.get('content-type'), headers.get('content-disposition'), table]).toEqual([
      'text/csv; charset=utf-8',
      `attachment; filename="${summit.slice(9)}-sessions.csv"`,
      'reference,title:en,summary:en,track,room,start,end,mode,spoken,interpreted,lead,partners,instruments,no outcome:en\r\n',
    ]);
  });

  test('is what its reader may see', async () => {
    const { make, pass } = house.secretariat;
    await make(`${summit}/sessions`, { reference: 'A 1', title: { en: 'Accepted' } });
    await make(`${summit}/sessions`, { reference: 'A 2', title: { en: 'Only drafted' } });
    await pass(`${summit}/sessions/a-1`, 'submitted', 'accepted');
    const shown = async (client = house.everyone): Promise<string[]> =>
      (await client.get(`${summit}/sessions.csv`)).text.split('\r\n').flatMap((line) => /^A \d/.exec(line)?.[0] ?? []);
    expect([await shown(), await shown(house.account), await shown(house.secretariat)]).toEqual([
      ['A 1'],
      ['A 1'],
      ['A 1', 'A 2'],
    ]);
  });
});

describe('a paste', () => {
  test('that breaks off in the middle is completed by the same rows, and nothing is doubled', async () => {
    const rows = rooms(30);
    [asked, patience] = [0, 40];
    const broken = await paste('rooms', rows, { 'idempotency-key': 'broken' });
    patience = Infinity;
    expect([broken.status, broken.json.type]).toEqual([503, '/api#unavailable']);
    expect(broken.json.detail).toMatch(/^The time was over when \d+ of 30 rows were written\. Send the same again/);
    const written = Number(await count('rooms'));
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(30);

    const again = await paste('rooms', rows, { 'idempotency-key': 'broken' });
    expect([again.status, again.json.written, verdicts(again)]).toEqual([200, 30 - written, new Set(['new', 'known'])]);
    expect((await itemsOf('room')).map(({ version }) => version)).toEqual(Array(30).fill(1));
  });

  test('of which a row loses its answer on the way writes that row once', async () => {
    for (let at = 0; at < 5; at += 1) house.proxy.next('cut-after', 'TransactWriteItems');
    const reply = await paste('rooms', rooms(5));
    expect([reply.json.written, verdicts(reply)]).toEqual([5, new Set(['new'])]);
    expect((await itemsOf('room')).map(({ version }) => version)).toEqual(Array(5).fill(1));
  });

  test('sent again with its key is answered the same, also when the answer is too large for a receipt', async () => {
    for (const [list, rows] of [
      ['rooms', rooms(3)],
      ['rooms', ['slug,name:en', ...numbered(400).map((at) => `wing-${at},`), 'last,Last'].join('\n')],
    ] as const) {
      const key = { 'idempotency-key': `again-${rows.length}` };
      const first = await paste(list, rows, key);
      expect(first.text.length > 32_000).toBe(rows.length > 1_000);
      const before = await house.dump();
      const again = await paste(list, rows, key);
      expect([again.status, again.text]).toEqual([200, first.text]);
      expect(await house.dump()).toEqual(before);
      expect((await paste(list, `${rows}\n`, key)).json.type).toBe('/api#key-reused');
    }
  });

  test('that is only a preview leaves its key to the confirmed one', async () => {
    const key = { 'idempotency-key': 'preview' };
    const before = await house.dump();
    await house.secretariat.post(`${summit}/rooms.csv`, { rows: rooms(2) }, key);
    expect(await house.dump()).toEqual(before);
    expect((await paste('rooms', rooms(2), key)).json.written).toBe(2);
  });

  test('that several people send at once is written once, and each is told how it stands', async () => {
    const rows = rooms(12);
    const replies = await Promise.all(numbered(5).map(() => paste('rooms', rows)));
    const written = replies.map(({ json }) => Number(json.written));
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(12);
    for (const reply of replies)
      expect([...verdicts(reply)].filter((one) => !['new', 'known'].includes(one))).toEqual([]);
    expect((await itemsOf('room')).map(({ version }) => version)).toEqual(Array(12).fill(1));
  });

  test('does not write over what somebody changes while it is judged', async () => {
    const { secretariat, proxy } = house;
    const quay = `${summit}/rooms/quay`;
    await secretariat.make(`${summit}/rooms`, { slug: 'quay', name: { en: 'Quay' }, capacity: 1 });
    proxy.forget();
    proxy.next('slow', 'Query');
    const late = paste('rooms', 'slug,capacity\nquay,10\n');
    while (proxy.struck.slow === 0) await pause(5);
    expect((await secretariat.patch(quay, { capacity: 5 }, { 'if-match': '"1"' })).status).toBe(200);

    const { json } = await late;
    expect([json.written, json.rows]).toEqual([
      0,
      [
        {
          line: 2,
          slug: 'quay',
          says: 'clash',
          errors: [{ detail: expect.stringMatching(/^The record has changed since you read it: it is version 2\./) }],
        },
      ],
    ]);
    expect((await secretariat.get(quay)).json).toMatchObject({ capacity: 5, version: 2 });
  });

  test('of five hundred sessions is written within the time of a request, and known the next time', async () => {
    const header = 'reference,title:en,summary:en,start,end,spoken,lead,partners';
    const rows = numbered(500).map(
      (at) => `R ${at},Session ${at},About ${at},2031-03-10 09:00,2031-03-10 10:00,"en, fr",Arvenne,port-selva`,
    );
    const began = performance.now();
    const first = await paste('sessions', [header, ...rows].join('\n'));
    const took = performance.now() - began;
    expect([first.json.written, verdicts(first)]).toEqual([500, new Set(['new'])]);
    expect(took).toBeLessThan(25_000);
    const before = await house.dump();
    const { text } = await house.secretariat.get(`${summit}/sessions.csv`);
    for (const same of [[header, ...rows].join('\n'), text]) {
      const again = await paste('sessions', same);
      expect([again.json.written, verdicts(again)]).toEqual([0, new Set(['known'])]);
    }
    expect(await house.dump()).toEqual(before);
  });
});
