import { describe, expect, test } from 'vitest';
import { checkIn, CheckInDraft } from '../../../shared/domain/check-in.ts';
import {
  type Commitment,
  CommitmentDraft,
  dueOn,
  isOverdue,
  monthsAfter,
  passCommitment,
  undertake,
} from '../../../shared/domain/commitment.ts';
import { refusal, wrongFields } from '../../refusal.ts';

const of = { summit: 'arvenne-2031', declaration: 'arvenne-declaration' };
const owner = { organization: 'belmora', printed: 'Belmora' };
const doing = { at: '2031-03-01T09:00:00Z', by: 'amira' };

const draftOf = (due: object): CommitmentDraft & { owner: typeof owner } => ({
  ...CommitmentDraft().parse({ owner, text: { en: 'to open one desk' }, measure: 'It is open.', due }),
  owner,
});
const aCommitment = (due: object = { on: '2031-06-30' }): Commitment => undertake(of, 'x7k2', draftOf(due));
const signed = (
  on: string | undefined,
  state: 'valid' | 'withdrawn' | 'suspended' = 'valid',
  organization = 'belmora',
) => ({
  organization,
  state,
  on,
});
const joining = (months: number) => ({ months, after: 'joining' });

test('a commitment is recorded under its own name, or the one it gets', () => {
  expect(aCommitment()).toEqual({ ...draftOf({ on: '2031-06-30' }), ...of, slug: 'x7k2', version: 1, state: 'open' });
  expect(undertake(of, 'x7k2', { ...draftOf({ on: '2031-06-30' }), slug: 'one-desk' }).slug).toBe('one-desk');
});

test.each([[{}], [{ on: '2031-06-30', ...joining(3) }], [{ months: 3 }], [{ after: 'joining' }]])(
  'is not due by %j',
  (due) => {
    expect(wrongFields(() => aCommitment(due)).map(({ pointer }) => pointer)).toEqual(['/due']);
  },
);

test.each([
  ['2031-01-31', 1, '2031-02-28'],
  ['2032-01-31', 1, '2032-02-29'],
  ['2031-01-31', 2, '2031-03-31'],
  ['2031-03-31', 1, '2031-04-30'],
  ['2031-12-31', 2, '2032-02-29'],
  ['2032-02-29', 12, '2033-02-28'],
  ['2032-02-29', 48, '2036-02-29'],
  ['2031-05-15', 600, '2081-05-15'],
])('%s and %d months are %s', (from, months, expected) => {
  expect(monthsAfter(from, months)).toBe(expected);
});

describe('a day relative to joining', () => {
  test('begins with the signature of the owner, and with nobody else’s', () => {
    const commitment = aCommitment(joining(1));

    expect(dueOn(commitment, [])).toBeUndefined();
    expect(dueOn(commitment, [signed('2031-01-31', 'valid', 'osk')])).toBeUndefined();
    expect(dueOn(commitment, [signed('2031-01-31')])).toBe('2031-02-28');
  });

  test('does not run for who has withdrawn, is in doubt or has no date', () => {
    for (const act of [signed('2031-01-31', 'withdrawn'), signed('2031-01-31', 'suspended'), signed(undefined)])
      expect(dueOn(aCommitment(joining(1)), [act])).toBeUndefined();
  });

  test('goes by the first of several, and by the last day that a date may mean', () => {
    expect(dueOn(aCommitment(joining(1)), [signed('2031-05-10'), signed('2031-04-10')])).toBe('2031-05-10');
    expect(dueOn(aCommitment(joining(1)), [signed('2031-01')])).toBe('2031-02-28');
  });

  test('says nothing of a commitment with a day of its own', () => {
    expect(dueOn(aCommitment(), [signed('2031-01-31')])).toBe('2031-06-30');
  });
});

test.each([
  ['2031-06-29', false],
  ['2031-06-30', false],
  ['2031-07-01', true],
])('on %s it is overdue: %s', (today, expected) => {
  expect(isOverdue({ state: 'open' }, '2031-06-30', today)).toBe(expected);
  expect(isOverdue({ state: 'met' }, '2031-06-30', today)).toBe(false);
  expect(isOverdue({ state: 'open' }, undefined, today)).toBe(false);
});

test('it is met, or abandoned for a reason, and then nothing follows', () => {
  expect(passCommitment(aCommitment(), 'met', doing)).toMatchObject({ state: 'met' });
  expect(wrongFields(() => passCommitment(aCommitment(), 'abandoned', doing))).toEqual([
    { pointer: '/reason', detail: 'Say why it is abandoned.' },
  ]);
  const abandoned = passCommitment(aCommitment(), 'abandoned', { ...doing, reason: 'No room.' });
  expect(refusal(() => passCommitment(abandoned, 'met', doing)).code).toBe('wrong-state');
});

describe('a check-in', () => {
  const made = { today: '2031-03-01', recordedAt: '2031-03-01T09:00:00Z', enteredBy: 'amira' };
  const checked = (given: object, commitment = aCommitment()) =>
    checkIn(commitment, 'n01', CheckInDraft().parse({ status: 'behind', words: 'Slowly.', ...given }), made);

  test('says how it stands on a day, today where none is given', () => {
    expect(checked({})).toMatchObject({ on: '2031-03-01', status: 'behind', commitment: 'x7k2', slug: 'n01' });
    expect(checked({ on: '2031-02-01' }).on).toBe('2031-02-01');
  });

  test('of what is done shows it, and of a day to come says nothing', () => {
    expect(wrongFields(() => checked({ status: 'done', on: '2031-03-02' })).map(({ pointer }) => pointer)).toEqual([
      '/on',
      '/link',
    ]);
    expect(checked({ status: 'done', link: 'https://example.org/desk' }).status).toBe('done');
  });

  test('is made only while the commitment is open', () => {
    expect(refusal(() => checked({}, passCommitment(aCommitment(), 'met', doing))).code).toBe('wrong-state');
  });
});
