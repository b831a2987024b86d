import { headerLine } from '../domain/header.ts';
import type { ProgrammeLetter } from '../domain/letter.ts';
import type { Material } from '../domain/material.ts';
import type { ReleaseChange } from '../domain/release-changes.ts';
import { fill } from '../words/dictionary.ts';
import type { MailWords } from '../words/mail-en.ts';
import { stretch } from '../words/moment.ts';
import { named, pageAt, type Part, type Said } from './letter-part.ts';

const placeIn = (
  material: Material,
  words: MailWords,
  { start, end, roomName }: NonNullable<ReleaseChange['is']>,
): string => {
  const zone = material.summit?.zone ?? 'UTC';
  const time = start && end ? `${stretch(material.language, start, end, zone)} (${zone})` : undefined;
  const where = [time, roomName && named(material, roomName)].filter((one) => one !== undefined);
  return where.length > 0 ? where.join(words.comma) : words.programme.unplaced;
};

const changePart = (material: Material, words: MailWords, change: ReleaseChange): Part => {
  const { labels, kinds } = words.programme;
  const { was, is } = change;
  return {
    facts: [
      [words.labels.session, `${headerLine(change.reference)} · ${named(material, change.title)}`],
      [labels.what, change.kinds.map((kind) => kinds[kind]).join(words.comma)],
      ...(was ? [[labels.was, placeIn(material, words, was)] as const] : []),
      ...(is ? [[labels.is, placeIn(material, words, is)] as const] : []),
    ],
  };
};

const calendarOf = ({ site }: Material, { summit }: ProgrammeLetter, { session }: ReleaseChange): string =>
  `${site}/api/v1/summits/${summit}/sessions/${session}/programme.ics`;

/** What a release changed, for somebody whom it concerns: session by session, where it was and where it is now. */
export const programmeSaid = (material: Material, words: MailWords, letter: ProgrammeLetter): Said => {
  const { programme } = words;
  const { release, changes = [] } = material;
  const isFirst = changes.every(({ kinds }) => kinds.includes('new'));
  const summit = named(material, material.summit?.title);
  return {
    subject: headerLine(fill(isFirst ? programme.first : programme.subject, { summit })),
    parts: [
      { say: programme.opening },
      {
        facts: [
          [words.labels.summit, summit],
          [programme.labels.release, headerLine(release?.slug ?? letter.release)],
          ...(release?.note ? [[programme.labels.note, headerLine(release.note)] as const] : []),
        ],
      },
      ...changes.flatMap((change): Part[] => [
        changePart(material, words, change),
        { go: words.see, to: pageAt(material, `/summits/${letter.summit}/sessions/${change.session}`) },
        { go: programme.calendar, to: calendarOf(material, letter, change) },
      ]),
      ...(letter.more > 0 ? [{ say: fill(programme.more, { count: String(letter.more) }) }] : []),
      { say: programme.wrong },
    ],
  };
};
