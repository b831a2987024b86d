import { createHash } from 'node:crypto';
import { type Numbered, digestOf, firstHash, numbered } from '../shared/domain/chain.ts';
import { checkPage } from '../shared/documents/package-check.ts';
import { canonical } from '../shared/domain/ordered.ts';
import type { PackagedEntry } from '../shared/domain/package.ts';
import type { Signature } from '../shared/domain/signature.ts';
import { attestedText, type SignatureAct, type SignatureEntry } from '../shared/domain/signature-act.ts';
import { signaturesChain } from '../shared/domain/signature.ts';
import type { TextVersion } from '../shared/domain/text-version.ts';
import { packaged, type PackageParts, signedHead } from '../shared/operations/package-parts.ts';
import { zipped } from '../shared/operations/zip.ts';
import { aSigner } from './signer.ts';

const [summit, declaration] = ['arvenne-2031', 'letter-of-the-quays'];
const chain = signaturesChain(summit, declaration);

const hashed = canonical({
  format: 'plenary-text/1',
  summit,
  declaration,
  version: 'v2',
  rehearsal: true,
  language: 'en',
  kind: 'declaration',
  title: 'Letter of the Quays',
  formula: 'We, the cities on the river,',
  addressedTo: [],
  paragraphs: [
    {
      id: 'p1',
      part: 'preamble',
      number: null,
      opening: 'Recalling',
      addressees: [],
      text: 'the flood',
      points: [],
      footnotes: [],
    },
    {
      id: 'p2',
      part: 'operative',
      number: 1,
      opening: 'Call upon',
      addressees: ['national governments'],
      points: [{ id: 'a', text: 'to open their funds — “now”', addressees: [] }],
      footnotes: [],
    },
  ],
});
const hash = createHash('sha256').update(hashed).digest('hex');

/** A signature to the text of these packages. */
export const anAttested = (nth: number, state: Signature['state'] = 'valid'): Signature => {
  const organization = `city-${nth}`;
  return {
    slug: `${organization}-signatory`,
    version: 1,
    state,
    origin: 'held',
    organization,
    printed: `City ${nth} Ærø`,
    capacity: nth % 5 === 0 ? 'observer' : 'signatory',
    on: '2031-03-02',
    signedBy: `Mayor ${nth}`,
    title: 'Mayor',
    summit,
    declaration,
    counted: {
      organization,
      printed: `City ${nth} Ærø`,
      kind: 'city',
      country: nth % 2 ? 'FR' : 'PT',
      population: { value: 1_000 + nth, year: 2030, source: 'Census', basis: 'own-area' },
    },
    recordedAt: '2031-03-02T10:00:00Z',
    proof: 'account',
    text: { version: 'v2', hash },
  } as unknown as Signature;
};

interface Said {
  act: SignatureAct;
  signature: Signature;
}

const entryOf = (
  { act, signature }: Said,
  nth: number,
): { entry: SignatureEntry; body: { salt: string; text: string } } => {
  const at = '2031-03-02T10:00:00Z';
  const body = { salt: `salt-${nth}`, text: attestedText({ act, at, signature }) };
  const of = `signature/${summit}/${declaration}/${signature.slug}`;
  const what = [{ type: 'signature' as const, of, digest: digestOf(body) }];
  return {
    entry: { id: `2031#${String(nth).padStart(6, '0')}`, request: `request-${nth}`, at, act, what, bodies: 1 },
    body,
  };
};

/** A chain of what was said, as a package holds it. */
export const chained = (said: readonly Said[]): PackagedEntry[] => {
  const made = said.map((one, at) => entryOf(one, at + 1));
  const placed: Numbered[] = numbered(
    chain,
    undefined,
    made.map(({ entry }) => entry),
  );
  return placed.map((one, at) => ({ ...one, beside: [made[at]?.body] }) as unknown as PackagedEntry);
};

/** What is said in most packages of the tests: seven sign, the second withdraws. */
export const usual: readonly Said[] = [
  ...[1, 2, 3, 4, 5, 6, 7].map((nth) => ({ act: 'signed' as const, signature: anAttested(nth) })),
  { act: 'withdrawn', signature: anAttested(2, 'withdrawn') },
];

export type TestSigner = ReturnType<typeof aSigner>;

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

/** The bytes of pieces. */
export const together = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

/** What a package is made from, in a rehearsal, signed by this signer. */
export const someParts = async (
  signer: TestSigner,
  { entries = chained(usual), more = {} }: { entries?: PackagedEntry[]; more?: Partial<PackageParts> } = {},
): Promise<PackageParts> => {
  const last = entries.at(-1);
  const version = { slug: 'v2', version: 1, summit, declaration, language: 'en', hash } as TextVersion;
  const at = '2031-03-02T11:00:00Z';
  const seal = await signer.sign(createHash('sha256').update(hashed).digest());
  return {
    rehearsal: true,
    version: { ...version, frozen: { at, how: 'signing', seal } },
    hashed,
    reading: '> Rehearsal\n\n# Letter of the Quays\n',
    check: checkPage({ summit, declaration, version: 'v2', title: 'Letter of the Quays', rehearsal: true }),
    sources: {
      rehearsal: true,
      paragraphs: [
        { id: 'p1', points: [] },
        { id: 'p2', points: [{ id: 'a' }] },
      ],
      outcomes: [],
    },
    corrigenda: [],
    head: await signedHead(signer, { chain, count: last?.number ?? 0, hash: last?.hash ?? firstHash(chain), at }),
    entries: each(entries),
    keys: signer.keys,
    ...more,
  };
};

/** The bytes of a package. */
export const aPackage = async (
  signer: TestSigner = aSigner(),
  given: Parameters<typeof someParts>[1] = {},
): Promise<Buffer> => together(zipped(packaged(await someParts(signer, given), signer)));

/** Packs members as they are. */
export const packed = (members: Iterable<readonly [name: string, content: Uint8Array]>): Promise<Buffer> =>
  together(
    zipped(
      (async function* () {
        for (const [name, content] of members) yield { name, content: each([content]) };
      })(),
    ),
  );

/** The receipt that was given for an entry. */
export const receiptFor = (entries: readonly PackagedEntry[], number: number): Record<string, unknown> => {
  const one = entries[number - 1];
  const [body] = one?.beside ?? [];
  if (!one || !body || !('text' in body)) throw new Error('There is no such entry.');
  const { act, at, signature } = JSON.parse(body.text) as { act: string; at: string; signature: Signature };
  const { slug, organization, printed, capacity, on, signedBy, title, proof, state, text } = signature;
  const place = { number: one.number, hash: one.hash };
  return {
    format: 'plenary-signature-receipt/1',
    says: { en: 'Plenary attests who acted.' },
    rehearsal: true,
    summit,
    declaration,
    signature: slug,
    text,
    organization,
    printed,
    capacity,
    on,
    signedBy,
    title,
    proof,
    state,
    chain,
    acts: [{ act, at, entry: one.entry.id, digest: one.entry.what[0]?.digest, ...body, place }],
    check: { keys: '/.well-known/jwks.json', chain: '/chain', package: '/package' },
  };
};
