import { headerLine } from '../domain/header.ts';
import { isAsking } from '../domain/letter.ts';
import type { Rendered } from '../domain/mail.ts';
import type { Material } from '../domain/material.ts';
import { fill } from '../words/dictionary.ts';
import { directionOf } from '../words/direction.ts';
import { mailWordsIn } from '../words/mail.ts';
import type { MailWords } from '../words/mail-en.ts';
import { type CalendarEvent, toCalendar } from './calendar.ts';
import { said, sessionName } from './letter.ts';
import { named, type Part } from './letter-part.ts';
import { markup, type Piece } from './markup.ts';

const framed = (material: Material, words: MailWords, parts: readonly Part[]): Part[] => {
  const { letter, name, summit, deed } = material;
  return [
    ...(letter.rehearsal ? [{ say: words.rehearsal }] : []),
    { say: name ? fill(words.greeting, { name: headerLine(name) }) : words.hello },
    ...parts,
    { say: summit ? fill(words.closing, { summit: named(material, summit.title) }) : words.closingPlain },
    { say: fill(words.reference, { deed: headerLine(deed) }) },
  ];
};

const toText = ({ colon }: MailWords, parts: readonly Part[]): string =>
  `${parts
    .map((part) => {
      if ('say' in part) return part.say;
      if ('go' in part) return `${part.go}\n${part.to}`;
      return part.facts.map(([label, value]) => label + colon + value).join('\n');
    })
    .join('\n\n')}\n`;

const htmlOf = ({ colon }: MailWords, part: Part): Piece => {
  if ('say' in part) return markup`<p>${part.say}</p>\n`;
  if ('go' in part) return markup`<p>${part.go}<br><a href="${part.to}" dir="ltr">${part.to}</a></p>\n`;
  const lines = part.facts.map(([label, value]) => markup`<strong>${label}${colon}</strong><bdi>${value}</bdi><br>\n`);
  return markup`<p>\n${lines}</p>\n`;
};

const toHtml = ({ language }: Material, words: MailWords, subject: string, parts: readonly Part[]): string =>
  markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${subject}</title>
</head>
<body dir="${directionOf(language)}">
${parts.map((part) => htmlOf(words, part))}</body>
</html>\n`.html;

const statusOf = ({ session, panelist }: Material): CalendarEvent['status'] => {
  if (session?.state === 'cancelled' || session?.state === 'withdrawn') return 'CANCELLED';
  return panelist?.state === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE';
};

/** The sitting as a calendar file, for whoever is asked to be there and where it has a time. */
const calendarOf = (material: Material): string | undefined => {
  const { letter, session, summit, site, at } = material;
  if (!isAsking(letter) || !session?.start || !session.end) return undefined;
  const place = summit?.place && named(material, summit.place);
  const event: CalendarEvent = {
    uid: `${session.slug}.${session.summit}@${new URL(site).host}`,
    sequence: session.version,
    status: statusOf(material),
    start: session.start,
    end: session.end,
    zone: session.zone,
    title: sessionName(material),
    description: named(material, summit?.title),
    location: place,
  };
  return toCalendar([event], at);
};

/**
 * A letter as a mail: one line of subject, a text that can be read by itself, the same as HTML without any style or script, and the sitting as a
 * calendar file where it has a time. The same records are the same mail, but for the link.
 */
export const renderMail = (material: Material): Rendered => {
  const words = mailWordsIn(material.language);
  const { subject, parts } = said(material, words);
  const all = framed(material, words, parts);
  const calendar = calendarOf(material);
  return {
    subject,
    text: toText(words, all),
    html: toHtml(material, words, subject, all),
    ...(calendar === undefined ? {} : { calendar }),
  };
};
