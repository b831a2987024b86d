import * as z from 'zod';
import { isInsider, view } from '../domain/access.ts';
import type { Citation } from '../domain/citation.ts';
import { standingOfLink } from '../domain/carriage.ts';
import { once } from '../domain/once.ts';
import type { Declaration } from '../domain/declaration.ts';
import { sourceName } from '../domain/source.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Answer, type Exchange, type Route, route } from '../http/route.ts';
import { citationKind } from '../table/citation.ts';
import { declarationKind } from '../table/declaration.ts';
import { getInstrument } from '../table/instrument.ts';
import { recordOf, recordsOf } from '../table/item.ts';
import { collections, declarationKey } from '../table/key.ts';
import { findParagraphs } from '../table/paragraph.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';

/** A paragraph of a text, or one of its points, that comes from what is asked about; or that came from it once, and why it does no more. */
const Cited = once(() =>
  z.object({
    summit: z.string(),
    declaration: z.string(),
    paragraph: z.string().optional(),
    point: z.string().optional(),
    clause: z.string().optional(),
    relation: z.string().optional(),
    stands: z.boolean().optional(),
    reason: z.string().optional(),
    into: z.string().optional(),
  }),
);

type Page = Exchange<{ limit: number; cursor?: string | undefined }>;

const nameOf = ({ summit, declaration }: Pick<Citation, 'summit' | 'declaration'>): string =>
  `${summit}/${declaration}`;

/** What a citation shows: how it stands follows from the paragraph that makes it. Who may not read the draft learns which text it is. */
const shown = (
  { caller }: Pick<Exchange, 'caller'>,
  { summit, declaration, paragraph: slug, point, source, batch }: Citation,
  head: Declaration | undefined,
  paragraph: Parameters<typeof standingOfLink>[0],
): object[] => {
  if (head?.batch !== batch || !view(caller, 'declaration', head)) return [];
  const standing = standingOfLink(paragraph, { name: sourceName(source), point });
  if (!standing) return [];
  if (head.state === 'drafting' && !isInsider(caller, 'declaration', head)) return [{ summit, declaration }];
  const clause = source.kind === 'instrument' ? source.clause : undefined;
  const relation = 'relation' in source ? source.relation : undefined;
  const { stands } = standing;
  const why = standing.stands ? {} : { reason: standing.reason, into: standing.into };
  return [{ summit, declaration, paragraph: slug, point, clause, relation, stands, ...why }];
};

const page = async (exchange: Page, of: Parameters<typeof collections.citationsOf>[0]): Promise<Answer> => {
  const { table } = exchange.house;
  const answer = await listed(exchange, collections.citationsOf(of), (item) => recordOf(citationKind, item));
  const { items, next } = answer.body as { items: Citation[]; next: string | null };
  const heads = [...new Map(items.map((one) => [nameOf(one), declarationKey(one.summit, one.declaration)])).values()];
  const [found, paragraphs] = await Promise.all([
    heads.length > 0 ? table.batchGet(heads) : [],
    findParagraphs(table, items),
  ]);
  const texts = new Map(
    recordsOf(declarationKind, found).map((head) => [nameOf({ summit: head.summit, declaration: head.slug }), head]),
  );
  const by = new Map(paragraphs.map((one) => [`${nameOf(one)}/${one.slug}`, one]));
  return {
    ...answer,
    body: {
      items: items.flatMap((one) =>
        shown(exchange, one, texts.get(nameOf(one)), by.get(`${nameOf(one)}/${one.paragraph}`)),
      ),
      next,
    },
  };
};

const answers = { name: 'Citation', schema: Cited, list: true };

/** Of an instrument, which stands by itself. */
export const instrumentCitationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/instruments/{instrument}/citations',
    may: 'read',
    named: { id: 'listInstrumentCitations', noun: 'instrument' },
    summary: 'Lists the paragraphs that come from an instrument',
    answers,
    query: () => listQuery({}),
    handle: (exchange) => {
      const { house, at } = exchange;
      return behind(getInstrument(house.table, at('instrument')), page(exchange, { instrument: at('instrument') }));
    },
  }),
];

/** Of another text's paragraph. */
export const citationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/summits/{summit}/declarations/{declaration}/paragraphs/{paragraph}/citations',
    may: 'read',
    named: { id: 'listParagraphCitations', noun: 'declaration' },
    summary: 'Lists the paragraphs of other texts that come from this one',
    answers,
    query: () => listQuery({}),
    handle: (exchange) => {
      const { at } = exchange;
      const of = { summit: at('summit'), declaration: at('declaration'), paragraph: at('paragraph') };
      return behind(knowsDeclaration(exchange), page(exchange, of));
    },
  }),
];
