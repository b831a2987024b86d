import { describe, expect, test } from 'vitest';
import { respond } from '../../../shared/http/respond.ts';
import { refusalOf } from '../../refusal.ts';

const request = new Request('http://localhost/api/v1/summits');
const answering = async (text: string): Promise<Response> => respond({ body: { text } }, request);
/** As a Lambda sends it: the text of the answer as a string of JSON. */
const sizeOf = async (response: Response): Promise<number> => Buffer.byteLength(JSON.stringify(await response.text()));

describe('an answer', () => {
  test('goes out while one response carries it', async () => {
    expect(await sizeOf(await answering('a'.repeat(5_999_980)))).toBeLessThanOrEqual(6_000_000);
  });

  test.each([
    ['letters', 'a'.repeat(6_000_000), '6.0'],
    ['letters of two bytes', 'é'.repeat(3_500_000), '7.0'],
    ['quotation marks, each escaped twice', '"'.repeat(2_000_000), '8.0'],
  ])('of too many %s is refused with what to do', async (_, text, megabytes) => {
    expect(await refusalOf(answering(text))).toEqual({
      code: 'answer-too-large',
      detail: `The answer would be ${megabytes} MB, and one response carries 6 MB. Ask a list for fewer at once (?limit=…), a programme for a day or a track (?day=…), and for the parts of a record at their own addresses.`,
    });
  });

  test('is seen anew through the edge within a minute, however long the rest of the way takes', async () => {
    const kept = (await answering('a')).headers.get('cache-control') ?? '';
    const [fresh = 0, stale = 0] = ['s-maxage', 'stale-while-revalidate'].map((name) =>
      Number(new RegExp(`${name}=(\\d+)`).exec(kept)?.[1]),
    );
    // A container holds the pointer to a release for five seconds before that.
    expect(5 + fresh + stale).toBeLessThan(60);
  });
});
