import { createHash, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, keysIn } from '../../../shared/domain/named-key.ts';
import { canonical } from '../../../shared/domain/ordered.ts';
import type { PackageVerdict } from '../../../shared/domain/package-fault.ts';
import type { PackagedEntry } from '../../../shared/domain/package.ts';
import { unzipped } from '../../../shared/domain/unzip.ts';
import { verifyPackage } from '../../../shared/domain/verify-package.ts';
import { runs } from '../../counts.ts';
import { anAttested, aPackage, chained, packed, receiptFor, usual } from '../../package.ts';
import { aSigner } from '../../signer.ts';

const signer = aSigner();
const keys = await keysIn(JSON.stringify(signer.keys[0]));
const good = await aPackage(signer);
const entries = chained(usual);

const codes = ({ faults }: PackageVerdict): string[] => [...new Set(faults.map(({ code }) => code))];
const membersOf = (bytes: Uint8Array): Map<string, Uint8Array> => new Map(unzipped(bytes));

/** The package with other members, packed as well as before. */
const repacked = async (change: (members: Map<string, Uint8Array>) => void): Promise<Buffer> => {
  const members = membersOf(good);
  change(members);
  return packed(members);
};

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

/** The package as somebody makes it who has the key: another member, and a manifest that fits it. */
const remade = async (change: (members: Map<string, string>) => void, by = signer): Promise<Buffer> => {
  const members = new Map([...membersOf(good)].map(([name, bytes]) => [name, text(bytes)]));
  change(members);
  const manifest = JSON.parse(members.get('manifest.json') ?? '') as { members: object[] };
  members.delete('manifest.json');
  members.delete('manifest.sig.json');
  manifest.members = [...members]
    .map(([name, content]) => ({
      name,
      size: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  members.set('manifest.json', canonical(manifest));
  const digest = createHash('sha256').update(canonical(manifest)).digest();
  members.set('manifest.sig.json', canonical(await by.sign(digest)));
  return packed([...members].map(([name, content]) => [name, Buffer.from(content)] as const));
};

const json = (members: Map<string, string>, name: string, change: (value: never) => void): void => {
  const value = JSON.parse(members.get(name) ?? '') as never;
  change(value);
  members.set(name, canonical(value));
};

describe('a package', () => {
  test('is valid by a key that was named, in whatever way', async () => {
    const [jwk] = signer.keys;
    const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
    const hex = Buffer.from(jwk?.kid ?? '', 'base64url').toString('hex');
    const named = [
      { keys },
      { keys: await keysIn(JSON.stringify({ keys: signer.keys })) },
      { keys: await keysIn(pem) },
      { fingerprints: [fingerprintOf(jwk?.kid ?? '') ?? ''] },
      { fingerprints: [fingerprintOf(hex.toUpperCase().replace(/..(?=.)/g, '$&:')) ?? ''] },
    ];
    for (const by of named) {
      const verdict = await verifyPackage(good, by);
      expect(verdict.faults).toEqual([]);
      expect(verdict.verdict).toBe('valid');
    }
  });

  test('says what it is of, and what its signatures come to', async () => {
    const { about, counts, notes, keys: signed } = await verifyPackage(good, { keys });
    expect(about).toMatchObject({ summit: 'arvenne-2031', version: 'v2', title: 'Letter of the Quays', count: 8 });
    expect([counts?.signatories.organizations, counts?.observers.organizations]).toEqual([5, 1]);
    expect(notes).toEqual(['This is a rehearsal: nobody in it is real, and nothing was decided.']);
    expect(signed).toEqual([signer.keys[0]?.kid]);
  });

  test('without a key from outside is consistent in itself, and never valid', async () => {
    const { verdict, says, faults } = await verifyPackage(good);
    expect({ verdict, faults }).toEqual({ verdict: 'origin-not-shown', faults: [] });
    expect(says).toMatch(/^Consistent in itself, origin not shown/);
  });

  test('that was signed throughout with another key is refused against the named key', async () => {
    const forged = await aPackage(aSigner());
    expect((await verifyPackage(forged)).verdict).toBe('origin-not-shown');
    for (const by of [{ keys }, { fingerprints: [keys[0]?.kid ?? ''] }]) {
      const verdict = await verifyPackage(forged, by);
      expect([verdict.verdict, codes(verdict)]).toEqual(['wrong', ['other-key']]);
    }
  });

  test('whose keys.json calls another key by the name of the named one is refused', async () => {
    const other = aSigner();
    const kid = signer.keys[0]?.kid ?? '';
    const lying = { ...other, sign: async (digest: Uint8Array) => ({ ...(await other.sign(digest)), key: kid }) };
    const forged = await aPackage({ ...lying, keys: other.keys.map((key) => ({ ...key, kid })) });
    expect((await verifyPackage(forged, { keys })).verdict).toBe('wrong');
    expect((await verifyPackage(forged, { fingerprints: [kid] })).verdict).toBe('wrong');
    expect((await verifyPackage(forged)).verdict).toBe('wrong');
  });

  test('without any signature yet is checked as well', async () => {
    const verdict = await verifyPackage(await aPackage(signer, { entries: [] }), { keys });
    expect([verdict.verdict, verdict.counts?.together.organizations]).toEqual(['valid', 0]);
  });

  test('is the same from the same', async () => {
    // ECDSA signs otherwise each time; the rest is the same.
    const same = (bytes: Uint8Array) =>
      [...membersOf(bytes)]
        .filter(([name]) => !/^(seal|chain-head|manifest)/.test(name))
        .map(([name, b]) => [name, text(b)]);
    expect(same(await aPackage(signer))).toEqual(same(good));
    expect(await repacked(() => undefined)).toEqual(good);
  });

  test('of a format that is not known is not checked', async () => {
    const newer = await remade((members) =>
      json(members, 'manifest.json', (one: Record<string, string>) => void (one.format = 'plenary-package/2')),
    );
    const verdict = await verifyPackage(newer, { keys });
    expect([verdict.verdict, codes(verdict)]).toEqual(['not-checked', ['format-unknown']]);
  });
});

describe('one byte', () => {
  const members = [...membersOf(good)];
  const sizes = members.map(([, bytes]) => bytes.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);

  test('changed anywhere in the members is noticed', async () => {
    const where = fc.tuple(fc.nat(total - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(where, async ([place, by]) => {
        let at = place;
        const changed = members.map(([name, bytes]) => {
          const copy = Uint8Array.from(bytes);
          if (at >= 0 && at < copy.length) copy[at] = (copy[at] ?? 0) ^ by;
          at -= copy.length;
          return [name, copy] as const;
        });
        expect((await verifyPackage(await packed(changed), { keys })).verdict).toBe('wrong');
      }),
      runs(300, 500),
    );
  });

  test('changed anywhere in the file is noticed, or changes no member', async () => {
    const was = members.map(([name, bytes]) => [name, text(bytes)]);
    const where = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(where, async ([at, by]) => {
        const changed = Buffer.from(good);
        changed[at] = (changed[at] ?? 0) ^ by;
        const { verdict } = await verifyPackage(changed, { keys });
        if (verdict === 'wrong') return;
        expect([...membersOf(changed)].map(([name, bytes]) => [name, text(bytes)])).toEqual(was);
      }),
      runs(300, 500),
    );
  });

  test('taken from the end, or any more, is noticed', async () => {
    const lengths = fc.integer({ min: 0, max: good.length - 1 });
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        const verdict = await verifyPackage(good.subarray(0, length), { keys });
        expect(codes(verdict)).toEqual(['archive']);
      }),
      runs(50, 100),
    );
  });
});

describe('a member', () => {
  test('swapped with another, added or dropped is noticed', async () => {
    const swapped = await repacked((members) => {
      const [a, b] = [members.get('counts.json'), members.get('seal.json')];
      members.set('counts.json', b as Uint8Array).set('seal.json', a as Uint8Array);
    });
    expect(codes(await verifyPackage(swapped, { keys }))).toContain('member-altered');
    const added = await repacked((members) => void members.set('more.txt', Buffer.from('more')));
    expect(codes(await verifyPackage(added, { keys }))).toEqual(['member-unknown']);
    for (const name of membersOf(good).keys()) {
      const dropped = await verifyPackage(await repacked((members) => void members.delete(name)), { keys });
      expect(codes(dropped)).toContain('member-missing');
    }
  });
});

describe('what was made anew by whoever has the key', () => {
  const wrong = async (change: (members: Map<string, string>) => void): Promise<string[]> =>
    codes(await verifyPackage(await remade(change), { keys }));
  const lines = (members: Map<string, string>): string[] =>
    (members.get('signatures.jsonl') ?? '').trimEnd().split('\n');

  test('is found out where it does not fit together', async () => {
    expect(await wrong(() => undefined)).toEqual([]);
    expect(
      await wrong(
        (members) => void members.set('text.json', (members.get('text.json') ?? '').replace('funds', 'hands')),
      ),
    ).toEqual(['text-altered', 'text-elsewhere', 'bad-signature']);
    expect(
      await wrong((members) =>
        json(members, 'seal.json', (seal: Record<string, string>) => void (seal.hash = 'f'.repeat(64))),
      ),
    ).toEqual(['text-altered']);
    expect(
      await wrong((members) =>
        json(members, 'manifest.json', (one: Record<string, string>) => void (one.declaration = 'another')),
      ),
    ).toEqual(expect.arrayContaining(['text-elsewhere', 'entry-altered', 'other-text', 'head-altered']));
    expect(
      await wrong((members) => json(members, 'counts.json', (one: Record<string, number>) => void (one.erased = 1))),
    ).toEqual(['counts-differ']);
    expect(
      await wrong((members) =>
        json(
          members,
          'sources.json',
          (one: { paragraphs: object[] }) => void one.paragraphs.push({ id: 'p9', points: [] }),
        ),
      ),
    ).toEqual(['source-without-paragraph']);
    expect(
      await wrong(
        (members) =>
          void members.set(
            'certificate.json',
            canonical({ by: 'silence', text: { version: 'v1', hash: 'a'.repeat(64) } }),
          ),
      ),
    ).toEqual(['certificate-differs']);
    expect(
      await wrong((members) =>
        json(members, 'seal.json', (seal: Record<string, string>) => void (seal.how = 'silence')),
      ),
    ).toEqual(['member-missing']);
  });

  test('is found out entry by entry', async () => {
    expect(
      await wrong((members) => void members.set('signatures.jsonl', `${lines(members).toSpliced(2, 1).join('\n')}\n`)),
    ).toEqual(['entry-missing', 'counts-differ']);
    expect(
      await wrong((members) => void members.set('signatures.jsonl', `${lines(members).toSpliced(-1).join('\n')}\n`)),
    ).toEqual(['head-altered', 'counts-differ']);
    const edited = (change: (one: PackagedEntry) => void) => (members: Map<string, string>) => {
      const all = lines(members).map((line) => JSON.parse(line) as PackagedEntry);
      change(all[3] as PackagedEntry);
      members.set('signatures.jsonl', all.map((one) => `${canonical(one)}\n`).join(''));
    };
    expect(await wrong(edited((one) => void (one.entry.request = 'another')))).toEqual(['entry-altered']);
    expect(await wrong(edited((one) => void (one.beside = [])))).toEqual(['body-missing', 'counts-differ']);
    expect(await wrong(edited((one) => void (one.beside[0] = { ...one.beside[0], salt: 'other' } as never)))).toEqual([
      'body-altered',
    ]);
  });

  test('shows that a signature was given to another text', async () => {
    const [first, ...others] = usual;
    const signature = { ...anAttested(1), text: { version: 'v1', hash: 'a'.repeat(64) } };
    const mixed = await aPackage(signer, { entries: chained([{ act: 'signed', signature }, ...others]) });
    expect(first?.signature.slug).toBe(signature.slug);
    const verdict = await verifyPackage(mixed, { keys });
    expect(verdict.faults).toEqual([
      {
        code: 'other-text',
        detail: 'The signature of entry 1 was given to another text.',
        member: 'signatures.jsonl',
        entry: 1,
      },
    ]);
  });

  test('says that something was erased, and counts what is left', async () => {
    const erased = entries.map((one, at) =>
      at === 3 ? { ...one, beside: [{ erased: { at: '2031-04-01T00:00:00Z', request: 'r' } }] } : one,
    );
    const { verdict, counts, notes } = await verifyPackage(await aPackage(signer, { entries: erased }), { keys });
    expect([verdict, counts?.signatories.organizations]).toEqual(['valid', 4]);
    expect(notes[0]).toMatch(/^What 1 of the entries said was erased/);
  });
});

describe('a receipt', () => {
  test('shows its signature in the chain', async () => {
    const { verdict, notes } = await verifyPackage(good, { keys, receipt: receiptFor(entries, 3) });
    expect([verdict, notes[0]]).toEqual([
      'valid',
      'The signature of City 3 Ærø is in the chain as its receipt says: entry 3.',
    ]);
  });

  test('catches a package that the holder of the key made anew without the signature', async () => {
    const without = chained(usual.filter((_, at) => at !== 2));
    const made = await aPackage(signer, { entries: without });
    expect((await verifyPackage(made, { keys })).verdict).toBe('valid');
    const caught = await verifyPackage(made, { keys, receipt: receiptFor(entries, 3) });
    expect([caught.verdict, codes(caught)]).toEqual(['wrong', ['receipt-gone']]);
    const cutOff = await aPackage(signer, { entries: chained(usual.slice(0, 2)) });
    const behind = await verifyPackage(cutOff, { keys, receipt: receiptFor(entries, 3) });
    expect([behind.verdict, codes(behind)]).toEqual(['wrong', ['receipt-gone']]);
  });

  test('that is none, of another declaration or altered is said to be so', async () => {
    const receipt = receiptFor(entries, 3);
    const judged = async (given: unknown): Promise<string[]> =>
      codes(await verifyPackage(good, { keys, receipt: given }));
    expect(await judged('nonsense')).toEqual(['receipt-unreadable']);
    expect(await judged({ ...receipt, declaration: 'another' })).toEqual(['receipt-elsewhere']);
    const [act] = receipt.acts as { text: string }[];
    expect(await judged({ ...receipt, acts: [{ ...act, text: '{}' }] })).toEqual(['receipt-altered']);
    expect(await judged({ ...receipt, acts: [{ ...act, place: undefined }] })).toEqual(['receipt-unreadable']);
  });
});
