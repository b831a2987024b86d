import { describe, expect, test } from 'vitest';
import { mailLanguages } from '../../../shared/domain/language.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { NominationDraft } from '../../../shared/domain/nomination.ts';
import { RoomDraft } from '../../../shared/domain/room.ts';
import {
  cellErrors,
  entriesOf,
  filled,
  pasted,
  raggedness,
  readHeader,
  refusedRow,
  tableOf,
} from '../../../shared/domain/rows.ts';
import { nominationColumns, nomineeOf } from '../../../shared/domain/rows-nomination.ts';
import { roomColumns } from '../../../shared/domain/rows-room.ts';
import { sessionColumns } from '../../../shared/domain/rows-session.ts';
import { SessionDraft } from '../../../shared/domain/session.ts';

const faults = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return (error.errors ?? []).map(({ detail }) => detail);
  }
  return [];
};

describe('columns', () => {
  test.each([
    ['rooms', roomColumns, RoomDraft],
    ['sessions', sessionColumns, SessionDraft],
    ['nominations', nominationColumns, NominationDraft],
  ] as const)('of %s are each told, named once, and stand in the draft', (_, columns, draft) => {
    const names = columns.map(({ name }) => name.replaceAll(' ', ''));
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
    expect(columns.filter(({ about }) => !about.endsWith('.'))).toEqual([]);
    expect(columns.filter(({ field: [first = ''] }) => !(first in draft().shape))).toEqual([]);
  });

  test('are named in any spelling of case and spaces, and by language in any of its tags', () => {
    const header = readHeader(roomColumns, [' SLUG', 'podium_Seats']);
    expect(header.map(({ title }) => title)).toEqual(['slug', 'podium seats']);
    const tags = readHeader(roomColumns, ['Name: PT-br', 'name:zh-hant', ...mailLanguages.map((tag) => `NAME:${tag}`)]);
    expect(tags.map(({ language }) => language)).toEqual(['pt-BR', 'zh-Hant', ...mailLanguages]);
  });

  test('that are unknown are named without what nobody would see in them', () => {
    expect(faults(() => readHeader(roomColumns, ['', 'a\u202eb', 'x'.repeat(100)]))).toEqual(
      ['', 'a\uFFFDb', `${'x'.repeat(60)}…`].map(
        (name) =>
          `There is no column "${name}". There are: slug, name:en, capacity, podium seats, booths, changeover, parallel.`,
      ),
    );
  });

  test('by language are as many as there are languages, English first', () => {
    const records = [
      { slug: 'a', name: { fr: 'A' } },
      { slug: 'b', name: { ar: 'ب', en: 'B' }, capacity: 0 },
    ];
    expect(tableOf(roomColumns, records, undefined)).toEqual({
      header: ['slug', 'name:en', 'name:ar', 'name:fr', 'capacity', 'podium seats', 'booths', 'changeover', 'parallel'],
      rows: [
        ['a', '', '', 'A', '', '', '', '', ''],
        ['b', 'B', 'ب', '', '0', '', '', '', ''],
      ],
    });
    expect(tableOf(roomColumns, records.slice(0, 1), undefined).header[1]).toBe('name:fr');
  });
});

describe('a row', () => {
  const header = readHeader(roomColumns, ['slug', 'name:fr', 'capacity']);

  test('is put on top of what there is; an empty cell takes nothing away', () => {
    const before = { slug: 'a', name: { en: 'A', fr: 'À' }, capacity: 1, booths: 2 };
    expect(filled(before, header, ['', ' Â ', ' '], undefined)).toEqual({
      draft: { slug: 'a', name: { en: 'A', fr: 'Â' }, capacity: 1, booths: 2 },
      errors: [],
      given: ['name:fr'],
    });
    expect(before.name.fr).toBe('À');
  });

  test('has as many cells as there are columns; more may only be empty', () => {
    expect(raggedness(header, ['a', 'b', 'c', '', ' '])).toEqual([]);
    for (const cells of [
      ['a', 'b'],
      ['a', 'b', 'c', 'd'],
    ])
      expect(raggedness(header, cells)).toEqual([
        { detail: `The row has ${cells.length} cells and the first line 3. Give every cell, empty ones too.` },
      ]);
  });

  test('has its faults told by their columns', () => {
    const sitting = readHeader(sessionColumns, ['reference', 'title:fr', 'spoken', 'lead']);
    const at = (pointer: string) => cellErrors([{ pointer, detail: '' }], sitting, sessionColumns)[0]?.column;
    expect(
      [
        '/title',
        '/title/fr',
        '/title/en',
        '/languages/spoken/1',
        '/languages/interpreted/0',
        '/lead/0/organization',
        '/end',
        '',
        '/sources',
      ].map(at),
    ).toEqual(['title:fr', 'title:fr', 'title', 'spoken', 'interpreted', 'lead', 'end', undefined, undefined]);
  });

  test.each([
    ['quota-used', 'over-quota'],
    ['panel-full', 'clash'],
    ['stale', 'clash'],
    ['desk-closed', 'clash'],
  ] as const)('that is refused with %s is %s', (code, says) => {
    const error = new DomainError(code, 'Because.', { conflictsWith: '/x' });
    expect(refusedRow(error, () => [])).toEqual({ says, errors: [{ detail: 'Because.' }], conflictsWith: '/x' });
  });
});

test('entries of a cell are parted by commas, or by semicolons and lines where it has those', () => {
  expect(['a', ' a, b ,', 'a, b; c', 'a\nb, c', ''].map(entriesOf)).toEqual([
    ['a'],
    ['a', 'b'],
    ['a, b', 'c'],
    ['a', 'b, c'],
    [],
  ]);
});

describe('an answer', () => {
  const rows = (...says: ('new' | 'known' | 'wrong')[]) => says.map((one, at) => ({ line: at + 2, says: one }));
  test.each([
    [rows('new', 'new'), false, 0, 'Nothing is written yet: 2 rows would be. Send the same with "confirm": true.'],
    [
      rows('new', 'wrong'),
      false,
      0,
      'Nothing is written yet: 1 row would be. Send the same with "confirm": true. 1 row cannot be written; each says why.',
    ],
    [rows('known'), false, 0, 'Nothing would be written: no row says anything new.'],
    [rows('new', 'new'), true, 2, '2 rows were written.'],
    [
      rows('known', 'wrong'),
      true,
      0,
      'Nothing was written: no row says anything new. 1 row cannot be written; each says why.',
    ],
  ])('says what was done: %j, %s', (all, confirmed, written, detail) => {
    expect(pasted([], all, confirmed, written).detail).toBe(detail);
  });

  test('names five hundred faults, and one of every row', () => {
    const errors = Array.from({ length: 300 }, () => ({ detail: 'x'.repeat(500) }));
    const all = pasted(
      [],
      [2, 3, 4].map((line) => ({ line, says: 'wrong' as const, errors })),
      false,
      0,
    );
    expect(all.rows.map((row) => row.errors?.length)).toEqual([300, 200, 1]);
  });
});

test('somebody is known by address and name, in any spelling of case and accents, at a session', () => {
  const at = (name: string, email?: string, session?: string): string => nomineeOf({ name, email, session }, {});
  expect(at('Zoë  BRANDT', ' Zoe@Example.org ')).toBe(at('zoe brandt', 'zoe@example.org'));
  expect(new Set([at('A', 'a@x'), at('B', 'a@x'), at('A', 'b@x'), at('A', 'a@x', 's'), at('–'), at('!')]).size).toBe(6);
  expect(nomineeOf({ name: 'A', email: undefined, session: undefined }, { session: 's' })).toBe(
    at('A', undefined, 's'),
  );
});
