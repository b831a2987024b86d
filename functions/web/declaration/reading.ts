import { readable } from '../../../shared/contract/text.ts';
import { everyone, view } from '../../../shared/domain/access.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Instrument } from '../../../shared/domain/instrument.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { SourceLink } from '../../../shared/domain/paragraph.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import type { Standing } from '../../../shared/domain/translation.ts';
import { getText, type WholeDeclaration } from '../../../shared/table/declaration.ts';
import { findInstruments } from '../../../shared/table/instrument.ts';
import { findOutcomes } from '../../../shared/table/outcome.ts';
import { findPanelists } from '../../../shared/table/panelist.ts';
import { findSessions } from '../../../shared/table/session.ts';
import { getSummit } from '../../../shared/table/summit.ts';
import { isPageLanguage, type PageLanguage } from '../../../shared/words/page/language.ts';
import { organizationsNamed } from '../named.ts';
import type { Asked } from '../page.ts';
import { type Place, placeOf, queryOf } from './here.ts';

// Read from the table as everyone: a page is the same for all, and takes as few round trips as its record does.

/** A text as everyone may read it, with its summit. */
export interface ReadText extends WholeDeclaration {
  place: Place;
  summit: Summit;
}

/** Errors: `not-found`, also for a text that was not given out. */
export const readText = async (asked: Asked): Promise<ReadText> => {
  const { house } = asked.site;
  const place = placeOf(asked);
  const [text, summit] = await Promise.all([
    getText(house.table, place.summit, place.declaration),
    getSummit(house.table, place.summit),
  ]);
  return { ...(await readable({ house, caller: everyone }, text)), place, summit };
};

/** Those of several records that everyone may see, as everyone may see them. */
export const openly = <R extends object>(kind: string, records: readonly R[]): R[] =>
  records.flatMap((record) => (view(everyone, kind, record) as R | undefined) ?? []);

/** The language that a text is shown in, and what there is to choose from. */
export interface Shown {
  language: PageLanguage;
  authentic: string;
  all: PageLanguage[];
  /** That the reader's own was wanted and is not there. */
  fellBack: boolean;
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

/** What was asked for by ?text=, else the reader's own, else the authentic one. */
export const shownIn = (
  asked: Pick<Asked, 'request' | 'language'>,
  { declaration, paragraphs }: { declaration: Declaration; paragraphs: readonly { translations?: Standing[] }[] },
): Shown => {
  const authentic = primary(declaration.language);
  const tags = new Set([
    authentic,
    ...paragraphs.flatMap(({ translations = [] }) => translations.map(({ language }) => primary(language))),
  ]);
  const all = [...tags].filter(isPageLanguage);
  const wanted = all.find((tag) => tag === queryOf(asked).get('text'));
  const own = all.find((tag) => tag === asked.language);
  const language = wanted ?? own ?? (isPageLanguage(authentic) ? authentic : 'en');
  return { language, authentic: declaration.language, all, fellBack: wanted === undefined && own === undefined };
};

/** How the translation of a paragraph into a language stands; undefined where it is the authentic one. */
export const standingIn = (
  { translations = [] }: { translations?: readonly Standing[] | undefined },
  { language, authentic }: Pick<Shown, 'language' | 'authentic'>,
): Standing['state'] | undefined =>
  primary(authentic) === language
    ? undefined
    : (translations.find((one) => primary(one.language) === language)?.state ?? 'missing');

/** What a text comes from, as far as everyone may see it. */
export interface Origins {
  outcomes: ReadonlyMap<string, Outcome>;
  sessions: ReadonlyMap<string, Session>;
  instruments: ReadonlyMap<string, Instrument>;
  panelists: ReadonlyMap<string, Panelist>;
  /** Those that proposed what was accepted. */
  organizations: ReadonlyMap<string, Organization>;
}

const linksOf = ({ paragraphs }: Pick<WholeDeclaration, 'paragraphs'>): SourceLink[] =>
  paragraphs.flatMap(({ sources, points }) => [...sources, ...points.flatMap((point) => point.sources)]);

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** What a text comes from: its outcomes, who voiced them, their sessions, and the texts of others. */
export const readOrigins = async (
  { site: { house } }: Pick<Asked, 'site'>,
  text: Pick<WholeDeclaration, 'paragraphs' | 'leftOut'> & { place: Place },
): Promise<Origins> => {
  const { table } = house;
  const { summit } = text.place;
  const links = linksOf(text);
  const carried = links.flatMap((link) => (link.kind === 'outcome' ? [link] : []));
  const named = links.flatMap((link) => (link.kind === 'instrument' ? [link] : []));
  const left = text.leftOut.map(({ session, outcome }) => ({ session, outcome }));
  const sessions = [...carried, ...left].map(({ session }) => session);
  const amending = links.flatMap((link) => (link.kind === 'amendment' ? [link.organization] : []));
  const [found, held, instruments, organizations] = await Promise.all([
    findOutcomes(table, summit, [...carried, ...left]),
    findSessions(table, summit, distinct([...sessions, ...named.flatMap(({ namedBy }) => namedBy)])),
    findInstruments(table, distinct(named.map(({ instrument }) => instrument))),
    organizationsNamed(table, amending),
  ]);
  const outcomes = openly('outcome', found);
  const seats = outcomes.flatMap(({ session, voicedBy }) =>
    voicedBy.map((panelist) => ({ summit, session, panelist })),
  );
  const panelists = openly('panelist', await findPanelists(table, seats));
  return {
    outcomes: new Map(outcomes.map((one) => [`${one.session}/${one.slug}`, one])),
    sessions: held,
    instruments,
    organizations,
    panelists: new Map(panelists.map((one) => [`${one.session}/${one.slug}`, one])),
  };
};
