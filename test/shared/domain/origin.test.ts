import { expect, test } from 'vitest';
import { Correction, Source, uncited } from '../../../shared/domain/origin.ts';
import { announceSummit } from '../../../shared/domain/summit.ts';
import { aSummitDraft } from '../../records.ts';
import { issues, wrongFields } from '../../refusal.ts';

const cited = (fact: string) => ({
  pointer: `/${fact}`,
  detail: `Name the source of this fact: add "${fact}" to the facts of a source.`,
});
const source = (...facts: string[]) => ({ facts, citation: 'Arvenne Gazette, 3 May 2031', how: 'printed' as const });

test('every fact of a reported record that no source is named for is named at once', () => {
  const draft = aSummitDraft({ origin: 'reported', from: '2031-05', country: 'FR', sources: [source('title')] });

  expect(wrongFields(() => announceSummit(draft))).toEqual([
    cited('kind'),
    cited('zone'),
    cited('from'),
    cited('country'),
  ]);
});

test('facts may come from several sources, and sources may differ', () => {
  const draft = aSummitDraft({
    origin: 'reported',
    from: '2031-05',
    state: 'concluded',
    sources: [{ ...source('title', 'zone', 'kind'), says: 'Arvenne Summit' }, source('from', 'title')],
  });

  expect(announceSummit(draft)).toEqual({ ...draft, slug: 'arvenne-city-summit-2031', version: 1, state: 'concluded' });
});

test('how the record stands here is no fact, and neither is what is left empty', () => {
  const draft = { origin: 'reported' as const, sources: [], slug: 'x', state: 'listed', corrections: [], aliases: [] };

  expect(uncited(draft)).toEqual([]);
});

test('a false is no fact, nor is what is unknown, and a zero is one', () => {
  const draft = { origin: 'reported' as const, sources: [], rehearsal: false, how: 'unknown', capacity: 0 };

  expect(uncited(draft)).toEqual([cited('capacity')]);
});

test('what is held here needs no source', () => {
  const draft = { origin: 'held' as const, sources: [], title: 'x' };

  expect(uncited(draft)).toEqual([]);
});

test('a source names at least one fact, who says so, and an address of the web', () => {
  expect(
    issues(Source(), { facts: [], citation: '', url: 'javascript:alert(1)' }).map(({ pointer }) => pointer),
  ).toEqual(['/facts', '/citation', '/url']);
});

test('a correction keeps what was published, also where nothing was', () => {
  const correction = { fact: '/panel/2/country', published: null, corrected: 'PT', why: 'The column was left empty.' };

  expect(Correction().parse(correction)).toEqual(correction);
});
