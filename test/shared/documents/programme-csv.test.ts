import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readTable } from '../../../shared/documents/csv.ts';
import type { Feed } from '../../../shared/documents/programme.ts';
import { toProgrammeTable } from '../../../shared/documents/programme-csv.ts';
import { aCard, aFeed, aFullCard, reader, shown, wicked } from './programme.ts';

const rowsOf = async (feed: Feed): Promise<Record<string, string>[]> =>
  parse(await toProgrammeTable(reader, feed), { bom: true, columns: true });

test('the table of a programme has every session, as its card says', async () => {
  const cards = [
    aFullCard(),
    aFullCard({ slug: 'b', reference: 'B', state: 'cancelled' }),
    aCard({ slug: 'c', reference: 'C' }),
  ];
  const rows = await rowsOf(aFeed({ showings: shown(...cards) }));

  expect(rows[0]).toEqual({
    reference: 'VC-D 12',
    title: 'Cities that take people in',
    state: 'scheduled',
    'local start': '2031-03-10 09:00',
    'local end': '2031-03-10 10:30',
    zone: 'Europe/Paris',
    start: '2031-03-10T08:00:00Z',
    end: '2031-03-10T09:30:00Z',
    room: 'Room D',
    track: 'Voices from Cities',
    mode: 'hybrid',
    spoken: 'en; fr',
    interpreted: 'es',
    lead: 'City of Arvenne',
    partners: 'Tarn Port',
    panel: 'Ilka Verrane',
    release: 'r3',
    'reported by': '',
    remark: '',
    address: 'https://plenary.example/api/v1/summits/arvenne-2031/sessions/vc-d-12',
  });
  const back = rows.map(({ reference, state, start, end }) => ({ reference, state, start, end }));
  expect(back).toEqual(cards.map(({ reference, state, start = '', end = '' }) => ({ reference, state, start, end })));
});

test('no cell of it is a formula, and reading gives back what was written', async () => {
  const titles = ['=1+1', '@sum', '-1', wicked.replace('\u202e', ''), 'a, "b"; c'];
  const table = await toProgrammeTable(
    reader,
    aFeed({ showings: titles.map((en, at) => ({ card: aCard({ slug: `s${at}`, title: { en } }) })) }),
  );
  const cells: string[][] = parse(table, { bom: true });

  expect(cells.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  expect((await readTable(table)).rows.map((row) => row.cells[1])).toEqual(titles);
});

test('a rehearsal is marked in every row, and what is reported says by whom', async () => {
  const reported = { version: 1, at: '2030-06-01T00:00:00Z' };
  const [rehearsed] = await rowsOf(aFeed({ showings: shown(aFullCard({ rehearsal: true })) }));
  const [told] = await rowsOf(
    aFeed({
      release: undefined,
      showings: [{ card: aFullCard({ reportedBy: ['Programme page (invented)'] }), reported }],
    }),
  );

  expect(rehearsed?.remark).toContain('a rehearsal with invented people');
  expect([told?.['reported by'], told?.release]).toEqual(['Programme page (invented)', '']);
});
