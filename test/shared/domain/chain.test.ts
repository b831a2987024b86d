import { signedText } from '../../../shared/domain/chain-text.ts';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, type Entry, firstHash, hashOf, numbered, signedDigest } from '../../../shared/domain/chain.ts';
import { canonical } from '../../../shared/domain/ordered.ts';
import { runs } from '../../counts.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const entry: Entry = { id: '1#a', request: 'r', what: [{ digest: 'd' }], bodies: 1 };
const text = '{"bodies":1,"id":"1#a","request":"r","what":[{"digest":"d"}]}';

describe('a hash', () => {
  test('is made of the one before and of the entry with its number, as anybody can make it', () => {
    expect(firstHash('platform')).toBe(sha256('platform'));
    expect(hashOf('before', 7, entry)).toBe(sha256(`before[7,${text}]`));
    expect(digestOf({ salt: 'salt', text: '{"a":1}' })).toBe(sha256('salt{"a":1}'));
  });

  test('follows from the head, or from the name of the chain', () => {
    const other = { ...entry, id: '2#b' };
    const all = numbered('platform', undefined, [entry, other]);

    expect(all.map(({ number }) => number)).toEqual([1, 2]);
    expect(all[0]?.hash).toBe(hashOf(sha256('platform'), 1, entry));
    expect(numbered('platform', { count: 1, hash: all[0]?.hash ?? '' }, [other])).toEqual(all.slice(1));
    expect(numbered('elsewhere', undefined, [entry])[0]?.hash).not.toBe(all[0]?.hash);
  });

  test('of a head is signed with its chain, its count and its instant', () => {
    const head = { chain: 'platform', count: 2, hash: 'h', at: '2031-03-01T09:00:00Z' };

    expect(signedText(head)).toBe('{"at":"2031-03-01T09:00:00Z","chain":"platform","count":2,"hash":"h"}');
    expect(Buffer.from(signedDigest(head)).toString('hex')).toBe(sha256(signedText(head)));
  });
});

describe('a canonical text', () => {
  // The example of RFC 8785, section 3.2.3.
  test('has its fields in the order of their code units', () => {
    const fields = { '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dagesh', '1': 'One', '\u0080': 'C', '😀': 'S', ö: 'O' };

    expect(
      Object.values(
        JSON.parse(
          `[${canonical(fields)
            .slice(1, -1)
            .replaceAll(/"[^"]*":/g, '')}]`,
        ),
      ),
    ).toEqual(['CR', 'One', 'C', 'O', 'Euro', 'S', 'Dagesh']);
    expect(canonical({ 10: 'a', 9: 'b' })).toBe('{"10":"a","9":"b"}');
  });

  test('leaves out what is undefined, and keeps the order of lists', () => {
    expect(canonical({ b: undefined, a: [2, 1, undefined], c: null })).toBe('{"a":[2,1,null],"c":null}');
  });

  test('says the same as JSON, in whatever order the fields came', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonical(turned)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs(50, 1_000),
    );
  });
});
