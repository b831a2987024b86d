import { describe, expect, test } from 'vitest';
import { Call, takesProposals } from '../../../shared/domain/call.ts';
import { mergeProposals } from '../../../shared/domain/proposal-merge.ts';
import { type Decision, inOrderOfRelease } from '../../../shared/domain/proposal-decision.ts';
import { referenceFrom } from '../../../shared/domain/proposal.ts';
import { scoreOf } from '../../../shared/domain/review.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { inLine, reordered, takenIn } from '../../../shared/domain/waiting-list.ts';
import { aSession } from '../../builders.ts';
import { aTrack } from '../../records.ts';
import { refusal } from '../../refusal.ts';

const call = { opens: '2031-03-01T10:00:00Z', soft: '2031-03-05T12:00:00Z', hard: '2031-03-06T12:00:00Z' };

describe('a call', () => {
  test.each([
    ['2031-03-01T09:59:59.999Z', 'call-closed'],
    ['2031-03-01T10:00:00.000Z', { late: false }],
    ['2031-03-05T11:59:59.999Z', { late: false }],
    ['2031-03-05T12:00:00.000Z', { late: true }],
    ['2031-03-06T11:59:59.999Z', { late: true }],
    ['2031-03-06T12:00:00.000Z', 'call-closed'],
  ])('at %s: %o', (at, wanted) => {
    const take = () => takesProposals(aTrack({ call }), new Date(at));
    expect(typeof wanted === 'string' ? refusal(take).code : take()).toEqual(wanted);
  });

  test('of a closed track, or none, takes nothing', () => {
    const at = new Date('2031-03-02T10:00:00Z');
    expect(
      [aTrack({ call, state: 'closed' }), aTrack()].map((track) => refusal(() => takesProposals(track, at)).code),
    ).toEqual(['call-closed', 'call-closed']);
  });

  test('needs its hard deadline alone, and has the others in order', () => {
    const { hard, soft, opens } = call;
    const fine = [{ hard }, { soft: hard, hard }, { opens, hard }];
    const wrong = [{}, { soft, opens }, { soft: opens, hard: soft, opens }, { hard: opens, opens }, { hard, x: 1 }];
    expect([...fine, ...wrong].map((one) => Call().safeParse(one).success)).toEqual([
      ...fine.map(() => true),
      ...wrong.map(() => false),
    ]);
  });
});

test('a reference has letters and digits alone that nobody mistakes for others', () => {
  const references = Array.from({ length: 200 }, (_, nth) => referenceFrom(`id-${nth}`));
  expect(references.filter((one) => !/^P-[2-9A-HJKMNP-TV-Z]{4}$/.test(one))).toEqual([]);
  expect(new Set(references).size).toBe(200);
});

describe('a waiting list', () => {
  const waiting = ['a', 'b', 'c'].map((slug, nth) => ({
    slug,
    reference: slug,
    proposed: { at: `2031-03-0${3 - nth}` },
  }));
  const slugs = (order: string[]): string[] => inLine(order, waiting).map(({ slug }) => slug);

  test('stands in the order that was made; who has no place in it waits behind, whoever came first before the others', () => {
    expect([slugs(['c', 'gone', 'a']), slugs([])]).toEqual([
      ['c', 'a', 'b'],
      ['c', 'b', 'a'],
    ]);
  });

  test('takes one more at a place, or at its end, once', () => {
    expect([
      takenIn(['a', 'b'], 'c', 1),
      takenIn(['a', 'b'], 'c'),
      takenIn(['a', 'b'], 'a'),
      takenIn([], 'a', 9),
    ]).toEqual([['c', 'a', 'b'], ['a', 'b', 'c'], ['b', 'a'], ['a']]);
  });

  test('is reordered whole: everybody who waits, each once', () => {
    expect(reordered(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b']);
    const { errors } = refusal(() => reordered(['a', 'b', 'c'], ['c', 'x', 'c']));
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/order/1', '/order/2', '/order']);
  });
});

test('decisions become known in order: the accepted, then the waiting by their places, then the others', () => {
  const decision = (session: string, kind: Decision['decision'], place?: number) =>
    ({ session, decision: kind, place }) as Decision;
  const staged = [
    decision('e', 'reject'),
    decision('d', 'waitlist'),
    decision('c', 'waitlist', 2),
    decision('b', 'waitlist', 1),
    decision('a', 'accept'),
  ];
  expect(inOrderOfRelease(staged).map(({ session }) => session)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a score is a mean of those who gave one', () => {
  expect([scoreOf({ sum: 0, count: 0 }), scoreOf({ sum: 10, count: 3 })]).toEqual([
    { mean: null, count: 0 },
    { mean: 3.33, count: 3 },
  ]);
});

describe('merging', () => {
  const doing = { at: '2031-03-07T09:00:00Z', by: 'amira' };
  const proposal = (slug: string, by: string, given: Partial<Session> = {}): Session =>
    aSession({
      slug,
      reference: slug.toUpperCase(),
      state: 'submitted',
      title: { en: slug },
      lead: [{ organization: by, printed: by }],
      partners: [],
      proposed: { by, at: '2031-03-02T09:00:00Z' },
      ...given,
    });

  test('a third adds its text to the first two, and no organization is named twice', () => {
    const partners = [{ organization: 'belmora', printed: 'Belmora' }];
    const once = mergeProposals(proposal('p-1', 'port-selva', { partners }), proposal('p-2', 'belmora'), doing);
    const twice = mergeProposals(once.kept, proposal('p-3', 'port-selva'), doing);
    expect(twice.kept).toMatchObject({
      state: 'submitted',
      lead: [{ organization: 'port-selva' }, { organization: 'belmora' }],
      partners: [],
      texts: [{ session: 'p-1' }, { session: 'p-2' }, { session: 'p-3' }],
      proposed: { by: 'port-selva', with: ['belmora'] },
    });
    expect(twice.other).toMatchObject({ state: 'merged', mergedInto: 'p-1' });
  });

  test.each<[string, Partial<Session>, string]>([
    ['what nobody proposed', { proposed: undefined }, 'wrong-state'],
    ['what is a draft', { state: 'draft' }, 'wrong-state'],
    ['what was merged', { state: 'merged', mergedInto: 'p-9' }, 'wrong-state'],
    [
      'more leads than fit',
      { lead: Array.from({ length: 10 }, (_, nth) => ({ organization: `o-${nth}`, printed: 'O' })) },
      'too-many-at-once',
    ],
    ['texts that one record cannot hold', { summary: { en: 'x'.repeat(210_000) } }, 'too-many-at-once'],
  ])('%s is refused', (_, given, code) => {
    const merge = () => mergeProposals(proposal('p-1', 'port-selva'), proposal('p-2', 'belmora', given), doing);
    expect(refusal(merge).code).toBe(code);
  });
});
