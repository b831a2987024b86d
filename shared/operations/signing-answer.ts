import type { Caller } from '../domain/access.ts';
import { DomainError, invalid, notFound } from '../domain/error.ts';
import type { Instant } from '../domain/when.ts';
import { mayBeSigned, sign } from '../domain/sign.ts';
import { SignatureDraft } from '../domain/signature.ts';
import {
  maySign,
  mustBePrepared,
  mustBeShown,
  type Preparation,
  prepareSigning,
  signedAs,
  type Signing,
  type SigningAnswer,
  type SigningOpening,
} from '../domain/signing.ts';
import { codesADay, codeTries, isCode, mayTry, type SigningCode, wrongCode } from '../domain/signing-code.ts';
import {
  type BehindSigning,
  type SigningQuestion,
  signingQuestion,
  translationFor,
} from '../domain/signing-question.ts';
import { canonical } from '../domain/ordered.ts';
import { translatedSince } from '../domain/translation.ts';
import { type FormLanguage, formLanguages } from '../domain/declaration.ts';
import { getDeclaration, getSignature, getText } from '../table/declaration.ts';
import { replace, unchanged } from '../table/item.ts';
import { within } from '../table/limit.ts';
import { countTry, findCode, findSigning, signingKind, useCode } from '../table/signing.ts';
import { getSummit } from '../table/summit.ts';
import { getTextVersion, readBody } from '../table/text-version.ts';
import { getSigningOpening } from '../table/token.ts';
import { wordsIn } from '../words/dictionary.ts';
import { type Deed, type House, passageOf, perform } from './perform.ts';
import type { Permission } from './permission.ts';
import { findSignable, giveSignature, type Signable } from './sign.ts';
import { announced } from './signature-told.ts';
import { addressesApart, concerned, letterAbout } from './signing.ts';

/** Who holds a link: nobody by name, and for one signing only. */
const bearerOf = ({ summit, declaration, signing, as }: SigningOpening): Caller => ({
  kind: 'account',
  name: `link:${as}:${signing}`,
  roles: [{ role: 'signer', summit, declaration }],
});

const answering = ({ summit, declaration }: SigningOpening): Permission => ({
  deed: 'signing:answer',
  of: { summit, declaration },
});

const theirs = (deed: Deed, opening: SigningOpening): Deed => ({
  ...deed,
  caller: bearerOf(opening),
  ready: undefined,
});

const signingAt = async ({ table }: House, opening: SigningOpening): Promise<Signing> =>
  maySign(opening, await findSigning(table, opening.summit, opening.declaration, opening.signing));

// What is signed, with the translations as they are now: they are no part of it, and may have come since it was frozen.
const textOf = async ({ table }: House, { summit, declaration: slug, text }: Signing) => {
  const [{ hashed, paragraphs }, { declaration, translations }] = await Promise.all([
    getTextVersion(table, summit, slug, text.version).then((version) => readBody(table, version)),
    getText(table, summit, slug),
  ]);
  return { hashed, declaration, paragraphs: translatedSince(paragraphs, translations, declaration.language) };
};

// What a link leads to: the signing, and what is shown beside it.
const behind = async (house: House, opening: SigningOpening): Promise<BehindSigning> => {
  const { table } = house;
  const { summit, declaration } = opening;
  const signing = await signingAt(house, opening);
  const [of, text, signature] = await Promise.all([
    getSummit(table, summit),
    textOf(house, signing),
    signing.signature === undefined ? undefined : getSignature(table, summit, declaration, signing.signature),
  ]);
  return { signing, summit: of, ...text, signature };
};

// The words of the form exist in some languages; in others a translation is read without them.
const isForm = (language: string): language is FormLanguage => (formLanguages as readonly string[]).includes(language);

const shownTo = (found: BehindSigning, opening: SigningOpening, language: string): SigningQuestion => {
  const words = isForm(language) ? wordsIn(language).openings[found.declaration.form] : undefined;
  const translation = translationFor(found, language, ({ opening: word }) => (word ? words?.[word].words : undefined));
  return signingQuestion(found, opening, translation);
};

/**
 * What is asked of whoever holds a link to sign: exactly what would be signed, and where things stand; beside it the text in the reader's language,
 * where there is one. Reads, and changes nothing: mail scanners open links, too. Errors: `not-found`, `link-expired`.
 */
export const openSigning = async (
  house: House,
  token: string,
  now: Date,
  language?: string,
): Promise<SigningQuestion> => {
  const opening = await getSigningOpening(house.table, token, now);
  const found = await behind(house, opening);
  return shownTo(found, opening, language ?? found.signing.language);
};

/** What is prepared as the draft of a signature. */
const draftOf = (
  { organization, capacity }: Pick<Signing, 'organization' | 'capacity'>,
  { signedBy, title, mandate, reservation }: Preparation,
): SignatureDraft => SignatureDraft().parse({ organization, capacity, signedBy, title, mandate, reservation });

// Whatever would be refused when the signatory signs is said to the office now, while it can still be changed.
const wouldSign = (signing: Signing, found: Signable, draft: SignatureDraft, now: Date): void => {
  const { declaration, summit, organization, participation, before } = found;
  mayBeSigned(declaration);
  if (!organization) throw notFound('organization');
  const { isInvited } = signing;
  const zone = summit.zone ?? 'UTC';
  sign({ declaration, zone, organization, participation, before, draft, proof: 'link', isInvited, now });
};

const isSame = (signing: Signing, draft: Preparation, at: Instant): boolean =>
  signing.prepared !== undefined && canonical({ ...signing.prepared, at }) === canonical({ ...draft, at });

/**
 * The office prepares what is to be signed, or changes it as long as it is not: a code that was sent for what was prepared before is good no more.
 * The same again changes nothing. Errors: `not-found`, `link-expired`, `forbidden` by the signatory's own link, `invalid`, `wrong-state`,
 * `signing-closed`, `already-signed`.
 */
export const prepareByLink = async (
  house: House,
  deed: Deed,
  token: string,
  draft: Preparation,
): Promise<SigningQuestion> => {
  const { table } = house;
  const opening = await getSigningOpening(table, token, deed.at);
  if (opening.as !== 'office')
    throw new DomainError('forbidden', 'What is signed is prepared by the office, by the link that it was sent.');
  const own = theirs(deed, opening);
  await perform(house, own, {
    may: answering(opening),
    read: async () => {
      const signing = await signingAt(house, opening);
      const [signable, text] = await Promise.all([
        findSignable(house, opening.summit, opening.declaration, signing),
        textOf(house, signing),
      ]);
      return { signing, signable, paragraphs: text.paragraphs.map(({ slug }) => slug) };
    },
    decide: ({ signing, signable, paragraphs }) => {
      if (signing.state === 'prepared' && isSame(signing, draft, signing.prepared?.at ?? ''))
        return { writes: [unchanged(table, signingKind, signing)], answer: {} };
      const after = prepareSigning(signing, draft, paragraphs, passageOf(own));
      wouldSign(signing, signable, draftOf(signing, draft), deed.at);
      return {
        writes: [replace(table, signingKind, after, own.request, signing)],
        answer: {},
        concerns: concerned(signing),
      };
    },
  });
  return openSigning(house, token, deed.at);
};

/**
 * Sends the signatory a code, and what it signs, to the address on file. Whoever holds a link may ask for it, some times a day: it goes to nobody else.
 * Errors: `not-found`, `link-expired`, `invalid`, `wrong-state`, `signing-closed`, `no-address`, `too-many-mails`.
 */
export const sendCode = async (
  house: House,
  deed: Deed,
  token: string,
  { hash }: { hash: string },
): Promise<SigningQuestion> => {
  const { table } = house;
  const opening = await getSigningOpening(table, token, deed.at);
  const own = theirs(deed, opening);
  await perform(house, own, {
    may: answering(opening),
    read: async () => {
      const [signing, declaration] = await Promise.all([
        signingAt(house, opening),
        getDeclaration(table, opening.summit, opening.declaration),
      ]);
      return { signing, declaration };
    },
    decide: async ({ signing, declaration }) => {
      mustBePrepared(signing);
      mustBeShown(signing, hash);
      mayBeSigned(declaration);
      const { signatory } = await addressesApart(table, signing);
      if (!signing.signatory) throw notFound('signing');
      const { summit, declaration: text, slug } = signing;
      const once = { purpose: 'signing-code', recipient: `${summit}/${text}/${slug}`, most: codesADay.signing };
      const to = { purpose: 'signing-code-to', recipient: signatory, most: codesADay.address };
      return {
        writes: [
          unchanged(table, signingKind, signing),
          within(table, once, own.at, own.request),
          within(table, to, own.at, own.request),
        ],
        answer: {},
        mails: [{ ...letterAbout(signing, signing.signatory), kind: 'signing-code' }],
        concerns: concerned(signing),
      };
    },
  });
  return openSigning(house, token, deed.at);
};

/**
 * Counts a try of a code before anything is learned from it, so that as many guesses as there are tries can be made, however many are made at once.
 * Answers the code that was tried, unless it is signed already. Errors: `wrong-code`, `wrong-state`, `invalid`.
 */
const tried = async (
  house: House,
  deed: Deed,
  opening: SigningOpening,
  { code, hash }: SigningAnswer,
): Promise<SigningCode | undefined> => {
  const { table } = house;
  const request = house.newId();
  const taken = await perform<{ signing: Signing; kept: SigningCode | undefined }, SigningCode | undefined>(
    house,
    { ...deed, request, receipt: undefined },
    {
      may: answering(opening),
      read: async () => {
        const at = { summit: opening.summit, declaration: opening.declaration, slug: opening.signing };
        const [signing, kept] = await Promise.all([signingAt(house, opening), findCode(table, at)]);
        return { signing, kept };
      },
      decide: ({ signing, kept }) => {
        if (signing.state === 'signed') return { writes: [], answer: undefined };
        mustBePrepared(signing);
        mustBeShown(signing, hash);
        const one = mayTry(kept, signing, deed.at);
        return { writes: [countTry(table, signing, one, request)], answer: { ...one, tries: one.tries + 1 } };
      },
    },
  );
  if (taken && !isCode(taken, code)) throw wrongCode(codeTries - taken.tries);
  return taken;
};

/**
 * The signatory signs, with the code that was sent, the text whose hash was shown: the signature, its entry in the chain, the receipts and the end of
 * the code in one transaction. Signed twice is signed once, and answered the same.
 * Errors: `not-found`, `link-expired`, `wrong-code` with how many tries are left, `invalid`, `wrong-state`, `signing-closed`, `already-signed`.
 */
export const signByLink = async (
  house: House,
  deed: Deed,
  token: string,
  answer: SigningAnswer,
): Promise<SigningQuestion> => {
  const { table } = house;
  const opening = await getSigningOpening(table, token, deed.at);
  const own = theirs(deed, opening);
  const code = await tried(house, own, opening, answer);
  const signing = perform(house, own, {
    may: answering(opening),
    read: async () => {
      const signing = await signingAt(house, opening);
      return { signing, signable: await findSignable(house, opening.summit, opening.declaration, signing) };
    },
    decide: async ({ signing, signable }) => {
      if (signing.state === 'signed') return { writes: [unchanged(table, signingKind, signing)], answer: {} };
      const prepared = mustBePrepared(signing);
      mustBeShown(signing, answer.hash);
      if (code?.of !== signing.version) throw wrongCode(0);
      if (signable.declaration.frozen?.hash !== signing.text.hash)
        throw invalid([
          { pointer: '/hash', detail: 'Another text is open for signature than the one that was asked for.' },
        ]);
      const coming = { proof: 'link', isInvited: signing.isInvited } as const;
      const { signature, writes } = await giveSignature(house, own, signable, draftOf(signing, prepared), coming);
      const after = signedAs(signing, signature.slug, passageOf(own));
      const { language, office, signatory } = signing;
      const acted = [signatory, office].flatMap((to) => (to ? [{ to, language }] : []));
      const told = announced(house, own, signature, { rehearsal: signing.rehearsal, acted });
      return {
        writes: [
          ...writes,
          replace(table, signingKind, after, own.request, signing),
          useCode(table, signing, code),
          ...told.writes,
        ],
        answer: {},
        mails: told.mails,
        concerns: concerned(signing),
      };
    },
  });
  await signing.catch((error: unknown) => isByLink(house, opening, error));
  return openSigning(house, token, deed.at);
};

// What stands in the way may be this very signature, given in another tab in the same moment.
const isByLink = async (house: House, opening: SigningOpening, error: unknown): Promise<void> => {
  const isTaken = error instanceof DomainError && error.code === 'already-signed';
  if (!isTaken || (await signingAt(house, opening)).state !== 'signed') throw error;
};
