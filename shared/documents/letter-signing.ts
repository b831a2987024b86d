import { disputeUntil } from '../domain/dispute.ts';
import { headerLine } from '../domain/header.ts';
import type { SignatureLetter, SigningLetter } from '../domain/letter.ts';
import type { Material } from '../domain/material.ts';
import type { Signature } from '../domain/signature.ts';
import { type Signing, signingUntil } from '../domain/signing.ts';
import { codeMinutes } from '../domain/signing-code.ts';
import { inLanguage } from '../domain/text.ts';
import { fill } from '../words/dictionary.ts';
import type { MailWords } from '../words/mail-en.ts';
import { moment } from '../words/moment.ts';
import { named, pageAt, type Part, type Said } from './letter-part.ts';

type Fact = readonly [label: string, value: string];

const fact = (label: string, value: string | undefined): Fact[] => (value ? [[label, headerLine(value)]] : []);

/** What people wrote at length, quoted, so that no line of it looks like one of ours. */
const quoted = (words: string): Part => ({
  say: words
    .split('\n')
    .map((line) => `> ${line.trim()}`)
    .join('\n'),
});

/** Which text it is: what it is called where that is authentic, its version and its hash. */
const textFacts = (
  material: Material,
  text: { version: string; hash: string } | undefined,
  { labels, signing: { labels: own } }: MailWords,
): Fact[] => {
  const { declaration } = material;
  const title = declaration && inLanguage(declaration.title, declaration.language);
  const called = named(material, declaration?.title);
  return [
    ...fact(labels.summit, named(material, material.summit?.title)),
    ...fact(own.title, title),
    ...(title === called ? [] : fact(labels.declaration, called)),
    ...fact(own.version, text?.version),
    ...fact(own.hash, text?.hash),
  ];
};

interface Act {
  printed: string;
  capacity: Signature['capacity'];
  signedBy?: string | undefined;
  title?: string | undefined;
  reservation?: Signature['reservation'];
}

/** Who acts, for whom, as what, and what they do not agree to. */
const actFacts = (
  { printed, capacity, signedBy, title, reservation }: Act,
  { labels, comma, signing: { labels: own, capacities } }: MailWords,
): Fact[] => [
  ...fact(labels.organization, printed),
  ...fact(own.as, capacities[capacity]),
  ...fact(own.signedBy, signedBy),
  ...fact(own.position, title),
  ...(signedBy === undefined || reservation ? [] : fact(own.reservation, own.none)),
  ...fact(own.about, reservation?.paragraphs.join(comma)),
];

const reserved = ({ reservation }: Act, { signing: { 'signing-code': words, labels } }: MailWords): Part[] =>
  reservation ? [{ say: words.reservation || labels.reservation }, quoted(reservation.text)] : [];

const utc = ({ language }: Material, at: string): string => moment(language, at, 'UTC');

const subjectOf = (template: string, material: Material, printed: string): string =>
  headerLine(
    fill(template, {
      organization: headerLine(printed),
      declaration: named(material, material.declaration?.title),
    }),
  );

const goTo = (go: string, to: string | undefined): Part[] => (to === undefined ? [] : [{ go, to }]);

const asking = (material: Material, words: MailWords, signing: Signing): Part[] => {
  const { ask, opening, link, until, private: secret } = words.signing['signing-asked'];
  const facts = [...textFacts(material, signing.text, words), ...actFacts(signing, words)];
  return [
    { say: opening },
    { facts },
    { say: ask },
    ...goTo(link, material.link),
    { say: fill(until, { utc: utc(material, signingUntil(new Date(material.at))) }) },
    { say: secret },
    { say: words.signing.attests },
  ];
};

const coding = (material: Material, words: MailWords, signing: Signing): Part[] => {
  const { opening, code, link, unwanted } = words.signing['signing-code'];
  const act: Act = { printed: signing.printed, capacity: signing.capacity, ...signing.prepared };
  return [
    { say: opening },
    { facts: [...textFacts(material, signing.text, words), ...actFacts(act, words)] },
    ...reserved(act, words),
    { say: fill(code, { minutes: codeMinutes }) },
    { facts: fact(words.signing.labels.code, material.code) },
    ...goTo(link, material.link),
    { say: unwanted },
    { say: words.signing.attests },
  ];
};

/** What is said to the office that prepares a signature, and to the signatory who gives it with a code. */
export const signingSaid = (material: Material, words: MailWords, letter: SigningLetter): Said => {
  const { signing } = material;
  const { subject } = words.signing[letter.kind];
  if (!signing) return { subject: subjectOf(subject, material, ''), parts: [] };
  const parts = letter.kind === 'signing-asked' ? asking(material, words, signing) : coding(material, words, signing);
  return { subject: subjectOf(subject, material, signing.printed), parts };
};

const at = ({ site }: Material, { summit, declaration }: Signature): string =>
  `${site}/api/v1/summits/${summit}/declarations/${declaration}`;

const givenParts = (material: Material, words: MailWords): Part[] => {
  const { after, link, until } = words.signing['signature-given'];
  return [
    { say: after },
    ...goTo(link, material.link),
    { say: fill(until, { utc: utc(material, disputeUntil(new Date(material.at))) }) },
  ];
};

const receiptParts = (material: Material, words: MailWords, signature: Signature): Part[] => {
  const { place, check, keys } = words.signing['signature-receipt'];
  const text = `${at(material, signature)}/versions/${signature.text?.version ?? ''}/text`;
  return [
    ...goTo(place, `${at(material, signature)}/signatures/${signature.slug}/receipt`),
    ...goTo(check, text),
    ...goTo(keys, `${material.site}/.well-known/jwks.json`),
  ];
};

const disputedParts = (material: Material, words: MailWords, signature: Signature): Part[] => {
  const { after, see } = words.signing['signature-disputed'];
  const { summit, declaration } = signature;
  const said = signature.history?.findLast(({ to }) => to === 'suspended')?.reason;
  return [
    ...(said === undefined ? [] : [{ say: words.signing.labels.says }, quoted(said)]),
    { say: after },
    ...goTo(see, pageAt(material, `/organize/${summit}/declarations/${declaration}/signatures`)),
  ];
};

const signedFacts = (signature: Signature, { signing: { labels, proofs } }: MailWords): Fact[] => [
  ...fact(labels.on, signature.on),
  ...fact(labels.proof, signature.proof && proofs[signature.proof]),
  ...fact(labels.entry, signature.entry),
];

/** What is said of a signature: to whom it was given for, to who gave it, and to who decides about one that is disputed. */
export const signatureSaid = (material: Material, words: MailWords, letter: SignatureLetter): Said => {
  const { signature } = material;
  const kind = words.signing[letter.kind];
  if (!signature) return { subject: subjectOf(kind.subject, material, ''), parts: [] };
  const facts = [
    ...textFacts(material, signature.text, words),
    ...actFacts(signature, words),
    ...signedFacts(signature, words),
  ];
  const rest =
    letter.kind === 'signature-given'
      ? givenParts(material, words)
      : letter.kind === 'signature-receipt'
        ? receiptParts(material, words, signature)
        : disputedParts(material, words, signature);
  return {
    subject: subjectOf(kind.subject, material, signature.printed),
    parts: [{ say: kind.opening }, { facts }, ...reserved(signature, words), ...rest, { say: words.signing.attests }],
  };
};
