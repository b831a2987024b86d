import type { Notice } from '../domain/circulation.ts';
import { headerLine } from '../domain/header.ts';
import type { SilenceLetter } from '../domain/letter.ts';
import type { Material } from '../domain/material.ts';
import { fill } from '../words/dictionary.ts';
import type { MailWords } from '../words/mail-en.ts';
import { moment } from '../words/moment.ts';
import { named, pageAt, type Part, type Said } from './letter-part.ts';

type AskedLetter = Extract<SilenceLetter, { organization: string }>;

type Fact = readonly [label: string, value: string];

const fact = (label: string, value: string | undefined): Fact[] =>
  value === undefined || value === '' ? [] : [[label, headerLine(value)]];

const calledAt = (material: Material, part: 'declaration' | 'organization'): string => {
  const found = material.reach.find((reached) => reached.part === part);
  return named(material, found?.name);
};

/** A deadline on the wall of the summit's place and in UTC. */
const deadlineFacts = ({ language, summit }: Material, words: MailWords, deadline: string | undefined): Fact[] => {
  if (deadline === undefined) return [];
  const { labels } = words.silenceProcedure;
  const utc: Fact = [labels.deadlineUtc, `${moment(language, deadline, 'UTC')} (UTC)`];
  const zone = summit?.zone;
  return zone && zone !== 'UTC' ? [[labels.deadline, `${moment(language, deadline, zone)} (${zone})`], utc] : [utc];
};

const aboutFacts = (material: Material, words: MailWords): Fact[] => {
  const { circulation } = material;
  const { labels } = words.silenceProcedure;
  return [
    ...fact(words.labels.summit, named(material, material.summit?.title)),
    ...fact(words.labels.declaration, calledAt(material, 'declaration')),
    ...fact(words.labels.organization, calledAt(material, 'organization')),
    ...fact(labels.version, circulation?.text.version),
    ...fact(labels.hash, circulation?.text.hash),
  ];
};

/** Where everyone reads the text. */
const textOf = (material: Material, { summit, declaration }: SilenceLetter): string =>
  pageAt(material, `/summits/${summit}/declarations/${declaration}`);

/** Where an organization that was asked speaks for itself. */
const deskOf = (material: Material, { summit, declaration, organization }: AskedLetter): string =>
  pageAt(material, `/desk/${organization}/${summit}/texts/${declaration}`);

const subject = (template: string, material: Material): string =>
  headerLine(
    fill(template, {
      declaration: calledAt(material, 'declaration'),
      summit: named(material, material.summit?.title),
    }),
  );

const asksStill = (kind: Notice['kind']): boolean => kind === 'circulated' || kind === 'extended' || kind === 'resumed';

const noticeLetter = (material: Material, words: MailWords, letter: AskedLetter, notice: Notice): Said => {
  const { circulation } = material;
  const { labels, notices, ...more } = words.silenceProcedure;
  const kind = notices[notice.kind];
  const isAsked = asksStill(notice.kind);
  const facts: Fact[] = [
    ...aboutFacts(material, words),
    ...deadlineFacts(material, words, notice.deadline),
    ...(isAsked ? fact(labels.channel, circulation?.channel ?? more.here) : []),
    ...fact(labels.reason, notice.reason),
    ...(notice.kind === 'circulated' ? fact(labels.message, circulation?.message) : []),
  ];
  const parts: Part[] = [
    { say: kind.opening },
    { facts },
    ...(isAsked ? [{ say: more.rule }] : []),
    { say: kind.after },
    { go: more.read, to: textOf(material, letter) },
    ...(isAsked ? [{ go: more.speak, to: deskOf(material, letter) }] : []),
  ];
  return { subject: subject(kind.subject, material), parts };
};

/** A letter about a silence procedure: to those who are asked, to the organizers when it waits, or to those for whom something was entered. */
export const silenceLetter = (material: Material, words: MailWords, letter: SilenceLetter): Said => {
  const { heldUp, entered } = words.silenceProcedure;
  if (letter.kind === 'circulation-notice') {
    const notice = material.circulation?.notices[letter.notice];
    if (notice) return noticeLetter(material, words, letter, notice);
  }
  const kind = letter.kind === 'objection-entered' ? entered[letter.as] : heldUp;
  const see =
    letter.kind === 'objection-entered'
      ? deskOf(material, letter)
      : pageAt(material, `/organize/${letter.summit}/declarations/${letter.declaration}/circulation`);
  return {
    subject: subject(kind.subject, material),
    parts: [
      { say: kind.opening },
      { facts: [...aboutFacts(material, words), ...deadlineFacts(material, words, material.circulation?.deadline)] },
      { say: kind.after },
      { go: words.see, to: see },
    ],
  };
};
