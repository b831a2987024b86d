import type { Amendment } from '../domain/amendment.ts';
import { headerLine } from '../domain/header.ts';
import type { AmendmentLetter } from '../domain/letter.ts';
import type { Material } from '../domain/material.ts';
import { inLanguage } from '../domain/text.ts';
import { fill } from '../words/dictionary.ts';
import type { MailWords } from '../words/mail-en.ts';
import { pageAt, type Said } from './letter-part.ts';

type Fact = readonly [label: string, value: string];

const fact = (label: string, value: string | undefined): Fact[] => (value ? [[label, headerLine(value)]] : []);

const factsOf = (amendment: Amendment, { labels, amendments }: MailWords): Fact[] => {
  const { kind, base, words, language, reason, decided } = amendment;
  return [
    ...fact(labels.proposal, amendments[kind]),
    ...fact(labels.wordsNow, base.words),
    ...fact(labels.proposed, words?.[language]),
    ...fact(labels.reason, reason),
    ...(decided?.as === undefined || decided.as === 'proposed' ? [] : fact(labels.taken, decided.words)),
    ...fact(labels.decisionReason, decided?.reason),
  ];
};

/** What is said of an amendment to the organization whose it is: that it was recorded for it, or what became of it. */
export const amendmentSaid = (material: Material, words: MailWords, letter: AmendmentLetter): Said => {
  const { amendment, summit, reach, language } = material;
  const called = (part: 'declaration' | 'organization'): string =>
    headerLine(inLanguage(reach.find((one) => one.part === part)?.name ?? {}, language));
  const names = { organization: called('organization'), declaration: called('declaration') };
  const kind =
    letter.kind === 'amendment-received' ? words['amendment-received'] : words['amendment-decided'][letter.decision];
  return {
    subject: headerLine(fill(kind.subject, names)),
    parts: [
      { say: kind.opening },
      {
        facts: [
          ...fact(words.labels.summit, inLanguage(summit?.title ?? {}, language)),
          ...fact(words.labels.declaration, names.declaration),
          ...fact(words.labels.organization, names.organization),
          ...(amendment ? factsOf(amendment, words) : []),
        ],
      },
      { say: kind.after },
      {
        go: words.see,
        to: pageAt(material, `/desk/${letter.organization}/${letter.summit}/texts/${letter.declaration}`),
      },
    ],
  };
};
