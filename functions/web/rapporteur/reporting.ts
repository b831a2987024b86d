import type { Instrument } from '../../../shared/domain/instrument.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { stretch } from '../../../shared/words/moment.ts';
import { type RapporteurWords, rapporteurWordsIn } from '../../../shared/words/workspace/rapporteur.ts';
import { readOpenly, readOwn } from '../contract.ts';
import { organizationsNamed } from '../named.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Asked } from '../page.ts';
import { enter, workLanguage } from '../workspace.ts';

/** A session as who reports on it reads it. */
export type Reported = Session & { panel: Panelist[]; outcomes: Outcome[] };

/** What a page of the rapporteur's is made from. */
export interface Reporting {
  asked: Asked;
  account: string;
  words: RapporteurWords;
  session: Reported;
  /** The organizations that have to do with the session. */
  organizations: ReadonlyMap<string, Organization>;
  instruments: readonly Instrument[];
}

export const wordsOf = (asked: Pick<Asked, 'language'>): RapporteurWords => rapporteurWordsIn(workLanguage(asked));

/** Where the rapporteur's pages stand. */
export const mineAt = ({ language }: Pick<Asked, 'language'>): string => `/${language}/rapporteur/`;
export const sessionAt = (asked: Pick<Asked, 'language'>, { summit, slug }: Pick<Session, 'summit' | 'slug'>): string =>
  `${mineAt(asked)}${summit}/${slug}`;

/** The same in the contract. */
export const recordAt = ({ summit, slug }: Pick<Session, 'summit' | 'slug'>): string =>
  `/summits/${summit}/sessions/${slug}`;

export const titleOf = ({ language }: Pick<Asked, 'language'>, { title }: Pick<Session, 'title'>): string =>
  inLanguage(title, language);

/** When a session is, on the wall of its place. */
export const timeOf = (
  asked: Pick<Asked, 'language'>,
  { start, end, zone }: Pick<Session, 'start' | 'end' | 'zone'>,
): string =>
  start && end
    ? `${stretch(asked.language, start, end, zone ?? 'UTC')} (${zone ?? 'UTC'})`
    : wordsOf(asked).mine.noTime;

const involved = ({ lead, partners, panel }: Reported): string[] =>
  [...lead, ...partners, ...panel.flatMap(({ organizations }) => organizations)].map(
    ({ organization }) => organization,
  );

/** The session of an address, with what outcomes may name. Errors: `sign-in-required`, `forbidden`, `not-found`. */
export const reporting = async (asked: Asked): Promise<Reporting> => {
  const { summit = '', session: slug = '' } = asked.context.req.param();
  const caller = await enter(asked, 'outcome:write', { summit, session: slug });
  const { record: session } = await readOwn<Reported>(asked, recordAt({ summit, slug }));
  const [organizations, instruments] = await Promise.all([
    organizationsNamed(asked.site.house.table, involved(session)),
    Promise.all(session.instruments.map((one) => readOpenly<Instrument>(asked, `/instruments/${one}`))),
  ]);
  return {
    asked,
    account: caller.kind === 'account' ? caller.name : '',
    words: wordsOf(asked),
    session,
    organizations,
    instruments: instruments.map(({ record }) => record),
  };
};
