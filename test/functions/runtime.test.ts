import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesFromEnvironment, signerFromEnvironment } from '../../functions/runtime.ts';
import { postFromEnvironment } from '../../functions/runtime/backstage.ts';
import { openBucket } from '../../infra/local/files.ts';
import { type Mailbox, openMailbox } from '../../infra/local/mail.ts';
import { type Services, startServices } from '../../infra/local/services.ts';
import { s3Of } from '../../infra/local/s3.ts';
import { keptKey, kmsOf } from '../../infra/local/signing.ts';
import type { Message } from '../../shared/operations/post.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-runtime-'));
let services: Services;
let mailbox: Mailbox;
let clock = (): Date => new Date();

beforeAll(async () => {
  mailbox = await openMailbox(join(folder, 'mail'), async () => {});
  const kms = kmsOf({ TheKey: await keptKey(join(folder, 'key.pem')), Before: await keptKey(join(folder, 'old.pem')) });
  services = await startServices(
    mailbox,
    kms,
    s3Of({ TheBucket: await openBucket(folder) }, 'local', () => clock()),
  );
  const aws = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  const own = { MAIL_FROM: 'summit@example.org', MAIL_SET: 'TheSet', SIGNING_KEY: 'TheKey', FILES: 'TheBucket' };
  for (const [name, value] of Object.entries({ ...aws, ...own, ...services.environment })) vi.stubEnv(name, value);
});
afterAll(() => services.stop());

const aMessage = (changes: Partial<Message> = {}): Message => ({
  to: 'ines@example.org',
  subject: 'دعوة',
  text: 'Good day',
  html: '<p>Good day</p>',
  headers: { 'Plenary-Deed': 'request-1' },
  calendar: 'BEGIN:VCALENDAR\r\nSUMMARY:Zürich\r\nEND:VCALENDAR\r\n',
  ...changes,
});

describe('the post', () => {
  it('carries a mail with its headers and its calendar file, from the house’s address', async () => {
    const { id } = await postFromEnvironment().send(aMessage({ from: 'Sommet de Genève\r\nBcc: all@example.org' }));
    const [arrived] = await mailbox.list();
    const [, name = ''] = /^=\?UTF-8\?B\?(.*)\?= <summit@example\.org>$/.exec(arrived?.from ?? '') ?? [];
    expect(Buffer.from(name, 'base64').toString()).toContain('Sommet de Genève');
    expect(arrived).toMatchObject({
      id,
      to: ['ines@example.org'],
      subject: 'دعوة',
      text: 'Good day',
      html: '<p>Good day</p>',
      headers: { 'Plenary-Deed': 'request-1' },
      files: [{ name: 'invitation.ics', content: 'BEGIN:VCALENDAR\r\nSUMMARY:Zürich\r\nEND:VCALENDAR\r\n' }],
    });
  });

  it('passes on what the carrier refuses, and tries it once', async () => {
    const before = (await mailbox.list()).length;
    const bad = aMessage({ headers: { 'Plenary-Deed': 'a\r\nBcc: all@example.org' } });
    await expect(postFromEnvironment().send(bad)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: 'Invalid value of the header Plenary-Deed.',
    });
    expect(await mailbox.list()).toHaveLength(before);
  });
});

describe('the signer', () => {
  it('signs a digest so that anybody who has the public key checks it', async () => {
    const signer = signerFromEnvironment();
    const [publicKey] = await signer.publicKeys();
    // Many, because one in 128 has a number that is shorter than the others.
    for (let at = 0; at < 40; at += 1) {
      const text = Buffer.from(`the head of the chain, ${at}`);
      const { key, signature } = await signer.sign(createHash('sha256').update(text).digest());
      const bytes = Buffer.from(signature, 'base64url');
      expect(bytes).toHaveLength(64);
      expect(key).toBe(publicKey?.kid);
      const known = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
      expect(verify('sha256', text, { key: known, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
      expect(verify('sha256', Buffer.from('another'), { key: known, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(false);
    }
  });

  it('says so when there is no such key', async () => {
    vi.stubEnv('SIGNING_KEY', 'Another');
    await expect(signerFromEnvironment().sign(new Uint8Array(32))).rejects.toMatchObject({ name: 'NotFoundException' });
    vi.stubEnv('SIGNING_KEY', 'TheKey');
  });

  it('knows the keys that signed before, too', async () => {
    vi.stubEnv('EARLIER_KEYS', 'Before');
    const keys = await signerFromEnvironment().publicKeys();
    vi.stubEnv('EARLIER_KEYS', '');
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
    expect(keys.slice(0, 1)).toEqual(await signerFromEnvironment().publicKeys());
  });

  it('asks for a little patience when KMS cannot be reached', async () => {
    const { AWS_ENDPOINT_URL_KMS: reachable = '' } = services.environment;
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', 'http://127.0.0.1:9');
    await expect(signerFromEnvironment().sign(new Uint8Array(32))).rejects.toMatchObject({ code: 'unavailable' });
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', reachable);
  });
});

describe('the file store', () => {
  const files = filesFromEnvironment();
  const bytes = randomBytes(3_000_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const inPieces = async function* () {
    for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
  };
  const name = 'packages/arvenne-2031/letter of the quays/v1.zip';

  it('keeps a file that comes in pieces, and says what it is', async () => {
    expect(await files.find(name)).toBeUndefined();
    const kept = await files.keep(name, inPieces(), 'application/zip');
    expect(kept).toEqual({ name, size: bytes.length, sha256 });
    expect(await files.find(name)).toEqual(kept);
  });

  it('answers whoever keeps another under the name the one that is kept', async () => {
    const before = await files.find(name);
    expect(await files.keep(name, Buffer.from('another'), 'text/plain')).toEqual(before);
    const many = ['a', 'b', 'c', 'd'].map((one) => files.keep('same', Buffer.from(one), 'text/plain'));
    const answers = await Promise.all(many);
    expect(answers).toEqual(Array(4).fill(await files.find('same')));
  });

  it('lets whoever has the address fetch the file, under the name that it is to have', async () => {
    const response = await fetch(await files.addressOf(name, 'letter-of-the-quays-v1.zip'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="letter-of-the-quays-v1.zip"');
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(
      createHash('sha256')
        .update(new Uint8Array(await response.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256);
  });

  it('refuses an address that was changed in any part, that expired, or that nobody signed', async () => {
    await files.keep('other', Buffer.from('of somebody else'), 'text/plain');
    const address = await files.addressOf(name, 'v1.zip');
    const status = async (asked: string): Promise<number> => (await fetch(asked)).status;
    expect(await status(address.replace(/packages[^?]*/, 'other'))).toBe(403);
    expect(await status(address.replace('Expires=300', 'Expires=9999'))).toBe(403);
    expect(await status(address.replace('v1.zip%22', 'v2.zip%22'))).toBe(403);
    expect(await status(address.replace(/Signature=../, 'Signature=00'))).toBe(403);
    expect(await status(address.replace(/\?.*/, ''))).toBe(403);
    clock = () => new Date(Date.now() + 299_000);
    expect(await status(address)).toBe(200);
    clock = () => new Date(Date.now() + 301_000);
    expect(await status(address)).toBe(403);
    clock = () => new Date();
    expect(await status(await files.addressOf('nothing', 'v1.zip'))).toBe(404);
  });

  it('leaves nothing behind on this machine', () => {
    expect(readdirSync(tmpdir()).filter((one) => one.startsWith('plenary-file-'))).toEqual([]);
  });

  it('asks for a little patience when it cannot be reached', async () => {
    const { AWS_ENDPOINT_URL_S3: reachable = '' } = services.environment;
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://127.0.0.1:9');
    await expect(filesFromEnvironment().find(name)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(filesFromEnvironment().keep(name, inPieces(), 'x/y')).rejects.toMatchObject({ code: 'unavailable' });
    vi.stubEnv('AWS_ENDPOINT_URL_S3', reachable);
  });
});
