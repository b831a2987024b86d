import type { MailLanguage } from '../domain/language.ts';
import type { CardPanelist, ProgrammeCard } from '../domain/release.ts';
import type { Summit } from '../domain/summit.ts';
import { inLanguage, type Text } from '../domain/text.ts';
import type { Instant } from '../domain/when.ts';
import { fill } from '../words/dictionary.ts';
import { mailWordsIn } from '../words/mail.ts';
import { programmeWordsIn } from '../words/programme.ts';
import { sessionAddress } from './address.ts';
import { plain } from './run.ts';

/** A session as the feeds show it: its card in a release, or the same of one that a source reports. */
export interface Showing {
  card: ProgrammeCard;
  /** Of what is reported, the version of its record, and the instant that the record goes by. */
  reported?: { version: number; at: Instant } | undefined;
}

/** What every feed of a summit is made from: the same pass for each format. */
export interface Feed {
  summit: Pick<Summit, 'slug' | 'title' | 'zone' | 'from' | 'to' | 'place' | 'country' | 'rehearsal'>;
  /** None while nothing has been released, and none where the programme is reported. */
  release?: { slug: string; number: number; at: Instant; note?: string | undefined } | undefined;
  /** In order of time; what has none stands at the end. */
  showings: readonly Showing[];
}

/** Whom a feed is for: the language of its words, and where its addresses lead, such as "https://plenary.example". */
export interface Reader {
  language: MailLanguage;
  site: string;
}

/** One line of what people wrote, in the language of the feed or the nearest there is. */
export const line = ({ language }: Reader, text: Text | undefined): string => plain(inLanguage(text ?? {}, language));

/** The same with its paragraphs. */
export const paragraphs = ({ language }: Reader, text: Text | undefined): string[] =>
  inLanguage(text ?? {}, language)
    .split(/[\r\n]+/)
    .map(plain)
    .filter((part) => part !== '');

/** A title as everyone has to see it: what is rehearsed says so in its very name. */
export const marked = ({ language }: Reader, rehearsal: boolean, title: string): string =>
  rehearsal ? fill(programmeWordsIn(language).rehearsal, { title }) : title;

/** Where a session is read. */
export const sessionLink = ({ site }: Reader, summit: string, session: string): string =>
  `${site}${sessionAddress(summit, session)}`;

const namesOf = (organizations: readonly { printed: string }[]): string =>
  organizations.map(({ printed }) => plain(printed)).join(', ');

// Nobody is named here whom the card does not name.
const seatOf = ({ language }: Reader, panelist: CardPanelist): string => {
  const { toBeConfirmed, unnamed } = programmeWordsIn(language);
  const who = panelist.printedName ?? (panelist.toBeConfirmed ? toBeConfirmed : unnamed);
  const parts = [who, panelist.printedTitle ?? '', namesOf(panelist.organizations)].map(plain);
  return `${mailWordsIn(language).places[panelist.role]}: ${parts.filter((part) => part !== '').join(', ')}`;
};

/** What is said of a session beside its summary, a line each: whose it is, its languages, its panel, and what it is not. */
export const factsOf = (reader: Reader, { card }: Showing): string[] => {
  const words = programmeWordsIn(reader.language);
  const { spoken = [], interpreted = [] } = card.languages ?? {};
  return [
    ...(card.lead.length > 0 ? [fill(words.lead, { organizations: namesOf(card.lead) })] : []),
    ...(card.partners.length > 0 ? [fill(words.partners, { organizations: namesOf(card.partners) })] : []),
    ...(spoken.length > 0 ? [fill(words.spoken, { languages: spoken.join(', ') })] : []),
    ...(interpreted.length > 0 ? [fill(words.interpreted, { languages: interpreted.join(', ') })] : []),
    ...card.panel.map((panelist) => seatOf(reader, panelist)),
    ...(card.reportedBy ? [fill(words.reported, { sources: card.reportedBy.map(plain).join('; ') })] : []),
    ...(card.rehearsal ? [words.invented] : []),
  ];
};

/** Those of the panel whose name is public, in printed order. */
export const namedIn = ({ panel }: ProgrammeCard): (CardPanelist & { printedName: string })[] =>
  panel.flatMap((panelist) => (panelist.printedName ? [{ ...panelist, printedName: panelist.printedName }] : []));
