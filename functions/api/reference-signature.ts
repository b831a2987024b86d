import { digestOf, numbered } from '../../shared/domain/chain.ts';
import type { Declaration } from '../../shared/domain/declaration.ts';
import { digest } from '../../shared/domain/digest.ts';
import { attestedText, type SignatureEntry } from '../../shared/domain/signature-act.ts';
import type { SignatureReceipt } from '../../shared/domain/signature-receipt.ts';
import { type Signature, signaturesChain, SignatureDraft } from '../../shared/domain/signature.ts';
import { sign } from '../../shared/domain/sign.ts';
import { attestation } from '../../shared/words/attestation.ts';
import { declaration as drafted, organization } from './reference-records.ts';
import { trailHead } from './reference-trail.ts';
import { routes } from '../../shared/contract/routes.ts';

// The first signature of a declaration, its entry in the chain, and its receipt. All of it is invented, the key and the seal too.

const list = '/summits/{summit}/declarations/{declaration}/signatures';
const asked = routes.find(({ path, method }) => path === list && method === 'POST')?.example?.();
const at = '2027-02-03T09:12:00Z';
const text = { version: 'v1', hash: digest('text') };
const declaration: Declaration = {
  ...drafted,
  state: 'open-for-signature',
  frozen: { ...text, at: '2027-02-02T16:00:00Z', how: 'signing' },
};
export { declaration as openForSignature };

const given = sign({
  declaration,
  zone: 'Europe/Paris',
  organization: { ...organization, partOf: undefined },
  before: [],
  draft: SignatureDraft().parse(asked),
  proof: 'account',
  isInvited: true,
  now: new Date(at),
});
const request = '5f0c1a4e-8f1d-4f0e-9d7b-0d2a7f1c6b58';
const id = `2027-02-03T09:12:00.000Z#${request}#${given.slug}`;
export const signed: Signature = { ...given, entry: id };

const { summit, slug } = declaration;
const chain = signaturesChain(summit, slug);
const body = { salt: 'aW52ZW50ZWQsIG9mIGNvdXJzZQ', text: attestedText({ act: 'signed', at, signature: signed }) };
const of = `declaration/${summit}/${slug}/signature/${signed.slug}`;
const what: SignatureEntry['what'] = [{ type: 'signature', of, digest: digestOf(body) }];
const [first] = numbered(chain, undefined, [{ id, request, at, act: 'signed' as const, what, bodies: 1 }]);

export const chained = { ...first, ...body };
const { number = 1, hash = '' } = first ?? {};
const head = { ...trailHead, chain, count: number, hash };
export const chainHead = head;

const { waiting: _, at: signedAt = at, key = '', signature: seal = '' } = head;
const address = `/api/v1/summits/${summit}/declarations/${slug}`;
export const receipt: SignatureReceipt = {
  format: 'plenary-signature-receipt/1',
  says: attestation,
  rehearsal: declaration.rehearsal,
  summit,
  declaration: slug,
  signature: signed.slug,
  text,
  organization: signed.organization,
  printed: signed.printed,
  capacity: signed.capacity,
  on: signed.on ?? '',
  signedBy: signed.signedBy ?? '',
  title: signed.title ?? '',
  proof: 'account',
  state: signed.state,
  chain,
  acts: [{ act: 'signed', at, entry: id, digest: digestOf(body), ...body, place: { number, hash } }],
  head: { chain, count: number, hash, at: signedAt, key, signature: seal },
  check: { keys: '/.well-known/jwks.json', chain: `${address}/chain`, package: `${address}/declaration.zip` },
};
