import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { openBucket } from '../../../infra/local/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-bucket-'));
});

const aFile = (key: string, onlyNew = true) => ({ key, type: 'text/plain', onlyNew });
const ofHello = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

describe('a bucket as a folder', () => {
  it('keeps a file whole, under any key, also through a start', async () => {
    const key = 'packages/../arvenne-2031/é.zip';
    const kept = await (
      await openBucket(folder)
    ).put(aFile(key), Readable.from([Buffer.from('hel'), Buffer.from('lo')]));
    expect(kept).toMatchObject({ key, type: 'text/plain', size: 5, sha256: ofHello });

    const again = await openBucket(folder);
    const found = await again.find(key);
    expect(found).toEqual(kept);
    expect(await text(again.read(found!))).toBe('hello');
    expect(await again.find('packages/arvenne-2031/é.zip')).toBeUndefined();
  });

  it('lets the first of many under a new key be kept, and keeps a later one where that was asked', async () => {
    const bucket = await openBucket(folder);
    const put = (said: string, onlyNew = true) => bucket.put(aFile('one', onlyNew), Readable.from([Buffer.from(said)]));
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((said) => put(said)));
    expect(all.filter((one) => one === 'PreconditionFailed')).toHaveLength(3);
    const won = all.find((one) => typeof one === 'object');
    expect(await bucket.find('one')).toEqual(won);

    expect(await put('later', false)).toEqual(await bucket.find('one'));
    expect(await text(bucket.read((await bucket.find('one'))!))).toBe('later');
  });

  it('keeps nothing of what is not as it was said to be, or breaks off', async () => {
    const bucket = await openBucket(folder);
    const other = { ...aFile('one'), sha256: ofHello };
    expect(await bucket.put(other, Readable.from([Buffer.from('hallo')]))).toBe('BadDigest');
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('hel');
        throw new Error('cut');
      })(),
    );
    await expect(bucket.put(aFile('one'), broken)).rejects.toThrow('cut');
    expect(await bucket.find('one')).toBeUndefined();
    expect(readdirSync(folder).map((name) => [name, readdirSync(join(folder, name))])).toEqual([
      ['content', []],
      ['drafts', []],
      ['keys', []],
    ]);
  });

  it('clears away what a start that was killed left half done', async () => {
    await openBucket(folder);
    writeFileSync(join(folder, 'drafts', 'half'), 'hel');
    await openBucket(folder);
    expect(existsSync(join(folder, 'drafts', 'half'))).toBe(false);
  });
});

it('what lies in a bucket can be found by hand', async () => {
  await (await openBucket(folder)).put(aFile('packages/one.zip'), Readable.from([Buffer.from('hello')]));
  const [name = ''] = readdirSync(join(folder, 'keys'));
  expect(JSON.parse(readFileSync(join(folder, 'keys', name), 'utf8'))).toMatchObject({ key: 'packages/one.zip' });
  expect(readFileSync(join(folder, 'content', ofHello), 'utf8')).toBe('hello');
});
