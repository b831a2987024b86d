import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Unreadable, unzipped } from '../../../shared/domain/unzip.ts';

const two = Buffer.from(zipSync({ 'a.txt': strToU8('aaaa'.repeat(99)), 'b.txt': strToU8('b') }));

/** Why an archive is refused; undefined when it is not. */
const refusal = (bytes: Uint8Array): string | undefined => {
  try {
    unzipped(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
};

const find = (bytes: Buffer, text: string, nth = 0): number => {
  let at = bytes.indexOf(text);
  for (let count = 0; count < nth; count += 1) at = bytes.indexOf(text, at + 1);
  return at;
};

describe('an archive', () => {
  test('gives its members, packed or as they are', () => {
    expect([...unzipped(two).keys()]).toEqual(['a.txt', 'b.txt']);
    const stored = zipSync({ 'a.txt': strToU8('as it is') }, { level: 0 });
    expect(Buffer.from(unzipped(stored).get('a.txt') ?? []).toString()).toBe('as it is');
    expect(unzipped(zipSync({})).size).toBe(0);
  });

  test('is refused when it is none, is cut off, or has something before, between or behind', () => {
    expect(refusal(Buffer.from('no archive'))).toMatch(/not a zip archive/);
    expect(refusal(two.subarray(0, -1))).toMatch(/cut off/);
    expect(refusal(Buffer.concat([two, Buffer.from('x')]))).toMatch(/cut off/);
    expect(refusal(Buffer.concat([Buffer.from('x'), two]))).toMatch(/not where it says/);
  });

  test.each(['../up.txt', '/etc/passwd', 'a/b.txt', 'a\\b.txt', 'C:x', '.hidden', '..', 'a\0.txt', ''])(
    'with a member called %j is refused',
    (name) => {
      expect(refusal(zipSync({ [name]: strToU8('x') }))).toMatch(
        /which no package has|directory names nothing|members/,
      );
    },
  );

  test('with two members of one name is refused', () => {
    const twice = Buffer.from(two);
    // In its own header, and then in the directory.
    for (let more = 0; more < 2; more += 1) twice.write('A.txt', find(twice, 'b.txt'));
    expect(refusal(twice)).toMatch(/twice/);
  });

  test('whose members say something else than its directory is refused', () => {
    const other = Buffer.from(two);
    other.write('c.txt', find(other, 'b.txt'));
    expect(refusal(other)).toMatch(/header of b\.txt is damaged/);
  });

  test('that would grow beyond all measure is refused before anything is unpacked', () => {
    const bomb = Buffer.from(two);
    const directory = find(bomb, 'PK\u0001\u0002');
    bomb.writeUInt32LE(0xffff_fff0, directory + 24);
    expect(refusal(bomb)).toMatch(/cannot be as large/);
    const noise = Uint8Array.from({ length: 250_000 }, (_, at) => (at * at * 7919) >>> 5);
    const large = Buffer.from(zipSync({ a: noise, b: noise }, { level: 0 }));
    for (const nth of [0, 1]) {
      const at = find(large, 'PK\u0001\u0002', nth);
      large.writeUInt16LE(8, at + 10);
      large.writeUInt32LE(210_000_000, at + 24);
    }
    expect(refusal(large)).toMatch(/Unpacked it would be 420 MB/);
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, nth) => [`m${nth}`, strToU8('x')]));
    expect(refusal(zipSync(many))).toMatch(/65 members/);
  });

  test('whose member is damaged is refused', () => {
    const damaged = Buffer.from(two);
    const at = find(damaged, 'a.txt') + 6;
    damaged.writeUInt8(damaged.readUInt8(at) ^ 0x40, at);
    expect(refusal(damaged)).toMatch(/a\.txt (cannot be unpacked|is damaged|is shorter)/);
  });
});
