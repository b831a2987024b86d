import { actCounts } from '../../../shared/contract/count.ts';
import { asThen, keepsSignature } from '../../../shared/contract/moment.ts';
import { invalid } from '../../../shared/domain/error.ts';
import type { Signature } from '../../../shared/domain/signature.ts';
import { folded } from '../../../shared/domain/slug.ts';
import { lastRecorded, type Moment, standing } from '../../../shared/domain/standing.ts';
import { isPartialDate, toInstant } from '../../../shared/domain/when.ts';
import { formLanguageOf } from '../../../shared/words/dictionary.ts';
import { countryName } from '../../../shared/words/country.ts';
import type { PageLanguage } from '../../../shared/words/page/language.ts';
import type { Asked } from '../page.ts';
import { queryOf, textRecord } from './here.ts';
import { openly, type ReadText } from './reading.ts';

/** Which acts are asked for. */
export interface ActsWanted {
  q: string;
  /** A day, by the date of the act. */
  asOf: string | undefined;
  /** A day, by the date of record: as known at its end. */
  knownAt: string | undefined;
  /** All of them, and not the first forty. */
  all: boolean;
}

const dayIn = (query: URLSearchParams, name: string): string | undefined => {
  const given = query.get(name)?.trim() ?? '';
  if (given === '') return undefined;
  if (given.length === 10 && isPartialDate(given)) return given;
  throw invalid([{ pointer: `?${name}`, detail: 'Give a day that exists, such as "2018-12-08".' }]);
};

/** Errors: `invalid` for a day that there is not. */
export const actsWanted = (asked: Asked): ActsWanted => {
  const query = queryOf(asked);
  return {
    q: (query.get('q') ?? '').trim().slice(0, 100),
    asOf: dayIn(query, 'asOf'),
    knownAt: dayIn(query, 'knownAt'),
    all: query.has('all'),
  };
};

/** Today is known until now: at the end of a day that is not over, something else may be known. */
const momentOf = ({ stamp }: Asked, { asOf, knownAt }: Pick<ActsWanted, 'asOf' | 'knownAt'>): Moment => {
  const now = toInstant(stamp.at);
  const end = knownAt === undefined ? undefined : `${knownAt}T23:59:59Z`;
  return { asOf, ...(end !== undefined && end < now ? { knownAt: end } : {}) };
};

/** The acts on a text that are shown, and what those that stand come to. */
export interface Acts {
  wanted: ActsWanted;
  counts: ReturnType<typeof actCounts>;
  /** In the order of their dates, the undated last. */
  shown: Signature[];
  /** Those that stand at the moment, and so are counted. */
  standing: ReadonlySet<string>;
}

const inTime = (a: Signature, b: Signature): number => {
  const [one, other] = [a, b].map(({ on = '~', recordedAt, slug }) => `${on} ${recordedAt} ${slug}`) as [
    string,
    string,
  ];
  return one < other ? -1 : Number(one > other);
};

/** Without a moment these are the acts as known when something was last recorded of them, so that a page read again is the same. */
export const actsOn = (
  asked: Asked,
  text: Pick<ReadText, 'declaration' | 'place'>,
  signatures: readonly Signature[],
  wanted: ActsWanted,
): Acts => {
  const moment = momentOf(asked, wanted);
  const subject = {
    address: textRecord(text.place),
    title: text.declaration.title,
    language: formLanguageOf(asked.language),
    site: asked.site.site,
  };
  const kept = signatures.filter(keepsSignature(moment)).map(asThen(moment));
  const undated = wanted.asOf === undefined ? [] : undatedAt(signatures, moment);
  return {
    wanted,
    counts: actCounts(subject, signatures, { moment, at: lastRecorded(signatures) }),
    shown: openly('signature', [...kept, ...undated]).toSorted(inTime),
    standing: new Set(signatures.filter((act) => standing(act, moment)).map(({ slug }) => slug)),
  };
};

/** As of a day, acts without one are not counted; they are listed all the same, apart. */
const undatedAt = (signatures: readonly Signature[], { knownAt }: Moment): Signature[] =>
  signatures.filter((act) => act.on === undefined && keepsSignature({ knownAt })(act)).map(asThen({ knownAt }));

/** Whether an act answers a search: by organization, country or the name of who signed. */
export const answers = (language: PageLanguage, q: string) => {
  const sought = folded(q);
  return ({ printed, signedBy, counted }: Signature): boolean =>
    sought === '' ||
    folded(`${printed} ${signedBy ?? ''} ${counted.country ? countryName(language, counted.country) : ''}`).includes(
      sought,
    );
};
