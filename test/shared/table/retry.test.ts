import { describe, expect, test } from 'vitest';
import { delay, isLost, isThrottle, retrying } from '../../../shared/table/retry.ts';
import { refusalOf } from '../../refusal.ts';
import { simulatedPace } from '../../table.ts';
import { cut, sdkError } from './stub.ts';

describe('an error', () => {
  test.each([
    ['a throttle of the table', sdkError('ProvisionedThroughputExceededException'), 'throttle'],
    ['a throttle of the account', sdkError('RequestLimitExceeded'), 'throttle'],
    ['a throttle of the requests', sdkError('ThrottlingException'), 'throttle'],
    ['the same transaction under way', sdkError('TransactionInProgressException'), 'throttle'],
    ['a cut connection', cut(), 'lost'],
    ['a refused connection', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'lost'],
    ['a time-out', sdkError('TimeoutError'), 'lost'],
    ['a failing server', sdkError('InternalServerError', { $fault: 'server' }), 'lost'],
    ['a status of 503', sdkError('Unknown', { $metadata: { httpStatusCode: 503 } }), 'lost'],
    ['a wrong request', sdkError('ValidationException'), 'final'],
    ['a table that is not there', sdkError('ResourceNotFoundException'), 'final'],
    ['a mistake in the program', new TypeError('x is not a function'), 'final'],
    ['no error at all', 'ECONNRESET', 'final'],
  ])('that is %s is %s', (_, error, expected) => {
    expect(isThrottle(error) ? 'throttle' : isLost(error) ? 'lost' : 'final').toBe(expected);
  });
});

describe('waiting', () => {
  test('doubles from 25 ms to at most 400, and the dice choose any part of it', () => {
    const most = simulatedPace({ random: () => 1 });
    const half = simulatedPace({ random: () => 0.5 });

    expect([0, 1, 2, 3, 4, 5, 20].map((attempt) => delay(most, attempt))).toEqual([25, 50, 100, 200, 400, 400, 400]);
    expect(delay(half, 3)).toBe(100);
    expect(delay(simulatedPace({ random: () => 0 }), 9)).toBe(0);
  });

  test('ends with the first answer', async () => {
    const pace = simulatedPace();
    let attempts = 0;

    const answer = await retrying(pace, async () => {
      if ((attempts += 1) < 4) throw cut();
      return 'answer';
    });

    expect([answer, attempts, pace.waited]).toEqual(['answer', 4, [12.5, 25, 50]]);
  });

  test('ends when patience does', async () => {
    const pace = simulatedPace({ patience: 1_000 });

    const refusal = await refusalOf(retrying(pace, () => Promise.reject(cut())));

    expect(refusal.code).toBe('unavailable');
    expect(pace.waited).toEqual([12.5, 25, 50, 100, 200, 200, 200, 200, 200]);
  });

  test('does not begin for an error that another try will not mend', async () => {
    const pace = simulatedPace();

    await expect(retrying(pace, () => Promise.reject(sdkError('ValidationException')))).rejects.toThrow(
      'ValidationException',
    );
    expect(pace.waited).toEqual([]);
  });
});
