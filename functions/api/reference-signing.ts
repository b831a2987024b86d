import type { DisputeQuestion } from '../../shared/domain/dispute.ts';
import { digest } from '../../shared/domain/digest.ts';
import { askToSign, Preparation, prepareSigning, SigningDraft, signingUntil } from '../../shared/domain/signing.ts';
import { signingQuestion, translationFor } from '../../shared/domain/signing-question.ts';
import { organization, paragraphs as compiled, summit } from './reference-records.ts';
import { openForSignature, signed } from './reference-signature.ts';
import { drafted, hashedFor } from './reference-text.ts';
import { routes } from '../../shared/contract/routes.ts';

// A signature that is asked for by link, as the office has prepared it, and one that can be disputed. All of it is invented.

const asked = (path: string): unknown =>
  routes.find((route) => route.path === path && route.method === 'POST')?.example?.();

const at = '2027-02-03T09:00:00Z';
// A text of one paragraph: several examples show the whole of it.
const paragraphs = compiled.filter((one) => one.slug === drafted.slug);
const hashed = hashedFor(paragraphs);
const declaration = {
  ...openForSignature,
  frozen: { version: 'v2', hash: digest(hashed), at: '2027-02-02T16:00:00Z', how: 'signing' as const },
};
const asking = {
  summit: declaration.summit,
  declaration: declaration.slug,
  rehearsal: declaration.rehearsal,
  printed: 'Arvenne',
  text: { version: declaration.frozen.version, hash: declaration.frozen.hash },
  isInvited: true,
  links: 'm3x1k20g1d3f5h7k9mp',
  sent: { at, by: 'amira' },
};
const draft = SigningDraft().parse(asked('/summits/{summit}/declarations/{declaration}/signings'));
const preparation = Preparation().parse(asked('/signings/{token}/preparation'));
const known = preparation.reservation?.paragraphs ?? [];

/** As it is once the office has prepared it. */
export const signing = prepareSigning(askToSign(draft, asking, undefined), preparation, known, {
  at: '2027-02-03T10:30:00Z',
  by: 'link:office:arvenne-signatory',
});

const behind = { signing, summit, declaration, hashed, paragraphs };
const until = signingUntil(new Date(at));
/** What the signatory is shown. */
export const signingAsked = signingQuestion(
  behind,
  { as: 'signatory', until },
  translationFor(behind, 'fr', () => undefined),
);

const { slug, printed, capacity, signedBy, title, on, proof, recordedAt, text, state } = signed;
/** What the other contacts of the organization are shown. */
export const disputeAsked: DisputeQuestion = {
  state,
  canDispute: true,
  until: '2027-08-02T09:12:00.000Z',
  rehearsal: declaration.rehearsal,
  summit: { slug: summit.slug, title: summit.title },
  declaration: { slug: declaration.slug, title: declaration.title },
  text,
  signature: {
    slug,
    organization: organization.slug,
    printed,
    capacity,
    signedBy,
    title,
    on,
    proof,
    recordedAt,
  },
};
