import { headerLine } from '../domain/header.ts';
import type { AwaitedLetter } from '../domain/letter.ts';
import type { Material } from '../domain/material.ts';
import { fill } from '../words/dictionary.ts';
import type { MailWords } from '../words/mail-en.ts';
import { stretch } from '../words/moment.ts';
import { named, pageAt, type Said } from './letter-part.ts';

const timeOf = ({ session, language }: Material, { labels }: MailWords): (readonly [string, string])[] => {
  if (!session?.start || !session.end) return [];
  const zone = session.zone ?? 'UTC';
  return [[labels.time, `${stretch(language, session.start, session.end, zone)} (${zone})`]];
};

/** Asks for what a session produced; that it produced nothing, and why, is an answer. */
export const awaitedSaid = (material: Material, words: MailWords, letter: AwaitedLetter): Said => {
  const { session, summit } = material;
  const { awaited } = words;
  const code = headerLine(session?.reference ?? '');
  const title = `${code} · ${named(material, session?.title)}`;
  return {
    subject: headerLine(
      fill(awaited[letter.which].subject, { session: title, summit: named(material, summit?.title) }),
    ),
    parts: [
      { say: awaited[letter.which].opening },
      {
        facts: [
          [words.labels.summit, named(material, summit?.title)],
          [words.labels.session, title],
          ...timeOf(material, words),
        ],
      },
      { say: awaited.ask },
      { go: awaited.page, to: pageAt(material, `/rapporteur/${letter.summit}/${letter.session}`) },
      { say: awaited.none },
      ...(letter.which === 'second' ? [{ say: awaited.last }] : []),
    ],
  };
};
