import * as z from 'zod';
import { type Count, countActs, countOf, type Group } from '../domain/count.ts';
import { type FormLanguage, formLanguages } from '../domain/declaration.ts';
import { invalid } from '../domain/error.ts';
import { once } from '../domain/once.ts';
import { capacities, type Participation, takesPart } from '../domain/participation.ts';
import type { Signature } from '../domain/signature.ts';
import type { Moment } from '../domain/standing.ts';
import { inLanguage, type Text } from '../domain/text.ts';
import { type Instant, toInstant } from '../domain/when.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { allSignatures, getDeclaration } from '../table/declaration.ts';
import { allParticipations } from '../table/participation.ts';
import { getSummit } from '../table/summit.ts';
import { cite } from '../words/cite.ts';
import { formLanguageOf } from '../words/dictionary.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';
import { asOf, asThen, keepsSignature, knownAt, signatureFilters } from './moment.ts';
import { allSeen, seen } from './noun.ts';

const Named = () => z.array(z.object({ organization: z.string(), printed: z.string() }));

/** A count with the addresses of the list behind it, and a line to cite. */
export const CountSchema = once(() =>
  z.object({
    organizations: z.int(),
    cities: z.int(),
    countries: z.int(),
    people: z.object({
      total: z.int(),
      of: z.int().meta({ description: 'How many organizations the total is made of.' }),
      bases: z.record(z.string(), z.int()),
      mixedBases: z.boolean().meta({ description: 'The figures were counted over areas of different kinds.' }),
      otherBases: z.array(
        z.object({ organization: z.string(), printed: z.string(), basis: z.string(), note: z.string().optional() }),
      ),
      years: z.array(z.union([z.int(), z.literal('not given')])),
      sources: z.array(z.string()),
      missing: Named(),
      within: z.array(z.object({ organization: z.string(), printed: z.string(), within: z.string() })),
    }),
    undated: Named(),
    list: z
      .string()
      .meta({ description: 'API path of the list behind the count: exactly what it counts, and at that moment.' }),
    csv: z.string().meta({ description: 'API path of the same list as a table.' }),
    cite: z.string().meta({
      description: 'A line to cite: the number, what it counts, as of when and as known when, and where the list is.',
    }),
  }),
);

export const ActCounts = once(() =>
  z.object({ signatories: CountSchema(), observers: CountSchema(), together: CountSchema() }),
);
const ParticipationCounts = () =>
  z.object({ everyone: CountSchema(), byCapacity: z.record(z.string(), CountSchema()) });

type Counted = Count & { list: string; csv: string; cite: string };

/** What a count is of, as somebody cites it. */
export interface Subject {
  address: string;
  title: Text;
  language: FormLanguage;
  /** Where the pages are reached, for an address that works outside of here. */
  site?: string | undefined;
}

const queryOf = (filters: Record<string, string | boolean | undefined>): string => {
  const given = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return given.length > 0 ? `?${given.join('&')}` : '';
};

/** The list of the acts that a count counts. */
export const signaturesList = (
  address: string,
  { capacity, asOf, knownAt }: Moment & { capacity?: Signature['capacity'] | undefined },
  ending = '',
): string => `${address}/signatures${ending}${queryOf({ capacity, asOf, knownAt })}`;

const capacityOf: Record<Group, Signature['capacity'] | undefined> = {
  signatories: 'signatory',
  observers: 'observer',
  together: undefined,
};

/**
 * The counts of a declaration's acts, each with its list. A count without an instant is what is known now: its list and its line name that instant,
 * so that they say the same later.
 */
export const actCounts = (
  subject: Subject,
  signatures: readonly Signature[],
  { moment = {}, at }: { moment?: Moment; at: Instant | undefined },
): Record<Group, Counted> => {
  const then = { ...moment, knownAt: moment.knownAt ?? at };
  const counts = countActs(signatures, then);
  const listed = (group: Group): Counted => {
    const question = { capacity: capacityOf[group], ...then };
    const list = signaturesList(subject.address, question);
    return {
      ...counts[group],
      list,
      csv: signaturesList(subject.address, question, '.csv'),
      cite: cite(subject.language, {
        what: group,
        number: counts[group].organizations,
        title: inLanguage(subject.title, subject.language),
        moment: then,
        address: `${subject.site ?? ''}${list}`,
      }),
    };
  };
  return { signatories: listed('signatories'), observers: listed('observers'), together: listed('together') };
};

type Capacity = (typeof capacities)[number];

/** The counts of who takes part, each with its list. When that became known is not kept. */
export const participationCounts = (subject: Subject, participations: readonly Participation[], moment: Moment) => {
  const acts = participations
    .filter(takesPart)
    .map(({ counted, since, capacities: roles }) => ({ counted, on: since, roles }));
  const listed = (capacity?: Capacity): Counted => {
    const count = countOf(
      acts.filter(({ roles }) => capacity === undefined || roles.includes(capacity)),
      moment,
    );
    const query = queryOf({ capacity, asOf: moment.asOf, takesPart: true });
    const list = `${subject.address}/participations${query}`;
    return {
      ...count,
      list,
      csv: `${subject.address}/participations.csv${query}`,
      cite: cite(subject.language, {
        what: 'participations',
        number: count.organizations,
        title: inLanguage(subject.title, subject.language),
        moment,
        address: `${subject.site ?? ''}${list}`,
      }),
    };
  };
  return {
    everyone: listed(),
    byCapacity: Object.fromEntries(capacities.map((capacity) => [capacity, listed(capacity)])),
  };
};

const lang = () => z.enum(formLanguages).optional().meta({ description: 'The language of the lines to cite.' });

// Few requests are for tables: what writes them is loaded by the first that is.
const tables = () => import('./count-table.ts');

const signatureCsv = route({
  method: 'GET',
  path: '/summits/{summit}/declarations/{declaration}/signatures.csv',
  may: 'read',
  named: { id: 'downloadSignatures', noun: 'signature' },
  summary: 'Reads the acts on a declaration as a table, the same list with the same filters',
  answers: { name: 'SignaturesTable', schema: () => z.string(), as: 'text/csv; charset=utf-8' },
  query: () => z.strictObject(signatureFilters()),
  handle: async (exchange) => {
    const { house, at, query } = exchange;
    const all = await behind(knowsDeclaration(exchange), allSignatures(house.table, at('summit'), at('declaration')));
    const shown = allSeen(exchange, 'signature', all.filter(keepsSignature(query)).map(asThen(query))) as Signature[];
    return (await tables()).signatureTable(`${at('summit')}-${at('declaration')}`, shown);
  },
});

/** What a count is of, in the asked language or its own. */
export const subjectOf = (
  { site, query }: Pick<Exchange<{ lang?: FormLanguage | undefined }>, 'site' | 'query'>,
  address: string,
  title: Text,
  language = 'en',
): Subject => ({ site, address, title, language: query.lang ?? formLanguageOf(language) });

export const countRoutes: Route[] = [
  signatureCsv,
  route({
    method: 'GET',
    path: '/summits/{summit}/counts',
    may: 'read',
    summary: 'Counts who takes part in a summit',
    answers: { name: 'ParticipationCounts', schema: ParticipationCounts },
    query: () => z.strictObject({ asOf: asOf(), lang: lang() }),
    handle: async (exchange) => {
      const { house, at, query } = exchange;
      const [summit, participations] = await Promise.all([
        getSummit(house.table, at('summit')),
        allParticipations(house.table, at('summit')),
      ]);
      const subject = subjectOf(exchange, `/api/v1/summits/${summit.slug}`, summit.title);
      return { body: participationCounts(subject, participations, { asOf: query.asOf }) };
    },
  }),
  route({
    method: 'GET',
    path: '/summits/{summit}/declarations/{declaration}/counts',
    may: 'read',
    summary: 'Counts who signed and who endorsed a declaration, as of a date and as known at a date',
    answers: { name: 'DeclarationCounts', schema: ActCounts },
    query: () => z.strictObject({ asOf: asOf(), knownAt: knownAt(), lang: lang() }),
    handle: async (exchange) => {
      const { house, at, deed, query } = exchange;
      if (query.knownAt !== undefined && query.knownAt > toInstant(deed.at))
        throw invalid([
          { pointer: '?knownAt', detail: 'Give an instant that is not in the future: what is known then will differ.' },
        ]);
      const [declaration, signatures] = await Promise.all([
        getDeclaration(house.table, at('summit'), at('declaration')),
        allSignatures(house.table, at('summit'), at('declaration')),
      ]);
      seen(exchange, 'declaration', declaration);
      const address = `/api/v1/summits/${at('summit')}/declarations/${declaration.slug}`;
      const subject = subjectOf(exchange, address, declaration.title, declaration.language);
      const moment = { asOf: query.asOf, knownAt: query.knownAt };
      return { body: actCounts(subject, signatures, { moment, at: toInstant(deed.at) }) };
    },
  }),
];
