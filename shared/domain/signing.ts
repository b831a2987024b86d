import * as z from 'zod';
import { DomainError, type FieldError, invalid, notFound, refuseAll } from './error.ts';
import { mailLanguages } from './language.ts';
import { Recipient } from './letter.ts';
import { type Doing, passed } from './lifecycle.ts';
import { once } from './once.ts';
import { recordFields, slug } from './record.ts';
import { sha256 } from './sha256.ts';
import { Mandate, Reservation, signingCapacities } from './signature.ts';
import { limits, line } from './text.ts';
import { dayMs, type Instant, later } from './when.ts';

/** For how many days a link to a signing opens; another one can be sent. */
export const signingDays = 30;

/** What an organizer or a delegate says when they ask for a signature by link. */
export const SigningDraft = once(() =>
  z.strictObject({
    organization: slug(),
    capacity: z.enum(signingCapacities),
    office: Recipient().meta({
      description: 'Who prepares it: the id of a person, or an address. The link goes there.',
    }),
    signatory: Recipient().meta({
      description:
        'Who signs: the id of a person, or the address on file. The code goes there, and never where the link went.',
    }),
    language: z
      .enum(mailLanguages)
      .default('en')
      .meta({ description: 'Of the mails, where a person has chosen none.' }),
  }),
);
export type SigningDraft = z.output<ReturnType<typeof SigningDraft>>;

/** What the office prepares: how the act will be printed, and why this person may bind the organization. */
export const Preparation = once(() =>
  z.strictObject({
    signedBy: line(limits.name).meta({ description: 'The name of the signatory, as printed.' }),
    title: line(limits.name).meta({ description: 'Their title or office, as printed.' }),
    mandate: Mandate(),
    reservation: Reservation().optional(),
  }),
);
export type Preparation = z.output<ReturnType<typeof Preparation>>;

/** The hash of the text that somebody was shown. */
export const shownHash = once(() =>
  sha256('Give the hash of the text that was shown, as 64 hexadecimal digits.').meta({
    description: 'The hash of the text that was shown: whoever saw another one does not sign this one.',
  }),
);

/** What the signatory sends: the code, and the hash of the text that was shown. */
export const SigningAnswer = once(() =>
  z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, { message: 'Give the six digits of the code in the mail.' }),
    hash: shownHash(),
  }),
);
export type SigningAnswer = z.output<ReturnType<typeof SigningAnswer>>;

/** A signature that is asked for by link, one per organization and capacity. */
export const Signing = once(() =>
  z.object({
    ...recordFields('signing'),
    summit: slug(),
    declaration: slug(),
    organization: slug(),
    printed: z.string().meta({ description: 'The organization, as it is called.' }),
    capacity: z.enum(signingCapacities),
    office: Recipient().optional(),
    signatory: Recipient().optional(),
    language: z.enum(mailLanguages),
    rehearsal: z.boolean(),
    text: z
      .object({ version: slug(), hash: z.string() })
      .meta({ description: 'Which frozen version is to be signed.' }),
    sent: z
      .object({ at: z.string(), by: z.string() })
      .meta({ description: 'When it was asked for, by which account.' }),
    isInvited: z
      .boolean()
      .meta({ description: 'An organizer sent it: then who does not take part in the summit may sign, too.' }),
    links: z.string().meta({ description: 'Which links open it: those of an asking that was revoked do not.' }),
    prepared: z.object({ ...Preparation().shape, at: z.string() }).optional(),
    signature: z.string().optional().meta({ description: 'The signature that it became.' }),
  }),
);
export type Signing = z.output<ReturnType<typeof Signing>>;

/** How whoever opens a link stands to it: the office prepares, the signatory signs. */
export type Bearer = 'office' | 'signatory';

/** What a link to a signing opens, and until when. */
export interface SigningOpening {
  summit: string;
  declaration: string;
  signing: string;
  links: string;
  as: Bearer;
  until: Instant;
}

/** Until when a link opens that is sent now. */
export const signingUntil = (now: Date): Instant => later(now, signingDays * dayMs);

/** The refusal of a link whose time is over. */
export const signingLinkExpired = (until: Instant): DomainError =>
  new DomainError(
    'link-expired',
    `This link was good until ${until}. Ask the organizers, or the delegate of your organization, to send another one.`,
    { also: { until } },
  );

/** Refuses a link that leads nowhere any more, as if it had never been. Errors: `not-found`. */
export const maySign = ({ links }: Pick<SigningOpening, 'links'>, signing: Signing | undefined): Signing => {
  if (!signing || signing.links !== links || signing.state === 'revoked') throw notFound('signing');
  return signing;
};

interface Asking {
  summit: string;
  declaration: string;
  rehearsal: boolean;
  printed: string;
  text: Signing['text'];
  isInvited: boolean;
  links: string;
  sent: Signing['sent'];
}

/** Asks for a signature by link; over one that was revoked it is asked anew. Errors: `already-recorded`. */
export const askToSign = (draft: SigningDraft, asking: Asking, before: Signing | undefined): Signing => {
  const slug = `${draft.organization}-${draft.capacity}`;
  const { summit, declaration } = asking;
  if (before && before.state !== 'revoked')
    throw new DomainError(
      'already-recorded',
      before.state === 'signed'
        ? 'This organization signed by link already.'
        : `This organization was asked already (${before.state}). Send the link again, or revoke that one first.`,
      { conflictsWith: `/api/v1/summits/${summit}/declarations/${declaration}/signings/${slug}` },
    );
  return { ...draft, ...asking, slug, version: before?.version ?? 1, state: 'asked', history: before?.history };
};

/** The reservation's paragraphs that the text does not have. */
const strange = ({ reservation }: Preparation, paragraphs: readonly string[]): FieldError[] =>
  (reservation?.paragraphs ?? []).flatMap((id, at) =>
    paragraphs.includes(id)
      ? []
      : [
          {
            pointer: `/reservation/paragraphs/${at}`,
            detail: `The text has no paragraph "${id}". Name paragraphs by the ids that the text shows.`,
          },
        ],
  );

/**
 * What the office prepared, over what it prepared before: whatever code was sent for that is good no more. `paragraphs` are the ids that the text has.
 * Errors: `invalid`, `wrong-state` once it is signed.
 */
export const prepareSigning = (
  signing: Signing,
  draft: Preparation,
  paragraphs: readonly string[],
  doing: Doing,
): Signing => {
  refuseAll(strange(draft, paragraphs));
  const ready = signing.state === 'prepared' ? signing : passed('signing', signing, 'prepared', doing);
  return { ...ready, prepared: { ...draft, at: doing.at } };
};

/** Revokes it: none of its links opens any more, and no code signs. Errors: `wrong-state`. */
export const revokeSigning = (signing: Signing, doing: Doing): Signing => passed('signing', signing, 'revoked', doing);

/** Refuses to sign, or to send a code for, what nobody has prepared. Errors: `wrong-state`. */
export const mustBePrepared = (signing: Signing): NonNullable<Signing['prepared']> => {
  if (signing.state === 'prepared' && signing.prepared) return signing.prepared;
  throw new DomainError(
    'wrong-state',
    signing.state === 'signed'
      ? 'It is signed already: there is nothing left to do by this link.'
      : 'The office has not prepared it yet: name, title and mandate come first.',
    { also: { state: signing.state } },
  );
};

/** Refuses who was shown another text than the one that is to be signed. Errors: `invalid`. */
export const mustBeShown = ({ text }: Signing, hash: string): void => {
  if (hash !== text.hash)
    throw invalid([
      { pointer: '/hash', detail: `Read the text again: what is to be signed has the hash ${text.hash}.` },
    ]);
};

/** The signing once it is a signature. Errors: `wrong-state`. */
export const signedAs = (signing: Signing, signature: string, doing: Doing): Signing => ({
  ...passed('signing', signing, 'signed', doing),
  signature,
});
