import type * as z from 'zod';
import { type DeedName, mayList } from '../domain/access.ts';
import { firstState, lifecycles, type Noun, type StateOf } from '../domain/lifecycle.ts';
import type { Whereabouts } from '../domain/role.ts';
import { listed, listQuery } from '../http/paging.ts';
import type { Between } from '../http/body.ts';
import { type Answer, type Exchange, type Names, type Route, route } from '../http/route.ts';
import type { Item } from '../table/client.ts';
import type { Listing } from '../table/list.ts';
import { behind } from './guard.ts';
import { answerOf, createdAt, removed, transitionOf } from './noun.ts';

type Keep = (item: Item) => object | undefined;
type Where = Pick<Exchange, 'house' | 'at' | 'deed'>;
type Listed<F extends z.ZodRawShape> = Exchange<
  z.output<z.ZodObject<F>> & { limit: number; cursor?: string | undefined }
>;

/** What a noun does at its addresses. What it does not do, it has no route for. */
interface Resource<N extends Noun, R extends { version: number }, D extends z.ZodObject, F extends z.ZodRawShape> {
  noun: N;
  /** What its records are called, where the noun alone does not say it. */
  called?: { one: string; many: string };
  /** Which deeds these are, on the page that says who may do what: one for every writing, or one for creating and one for what follows. */
  may: DeedName | { read?: DeedName; create: DeedName; change: DeedName; remove?: DeedName };
  /** The address of the list, below /api/v1; one record stands at `{noun}` under it. */
  path: string;
  record: () => z.ZodType<R>;
  /** What is shown of a record, where that is another shape: some fields are for few eyes, or for none. */
  shown?: () => z.ZodType;
  draft: () => D;
  /** What a draft names that is not there. */
  names?: Names;
  /** What is wrong between the fields of a draft. */
  between?: Between;
  /** What of a record may be changed, where that is less than a draft says. */
  changes?: () => z.ZodObject;
  examples: { create: unknown; change: unknown };
  get: (where: Where) => Promise<R>;
  list: {
    /** What the list shows of a record, where that is less. */
    shows?: { name: string; schema: () => z.ZodType };
    filters: () => F;
    of: (exchange: Listed<F>) => Pick<Listing, 'pk' | 'prefix' | 'index'>;
    keep: (exchange: Listed<F>) => Keep | Promise<Keep>;
    /** What is answered instead of the page, or made of it, where not everybody is shown the same records; it guards itself. */
    show?: (exchange: Listed<F>, page: () => Promise<Answer>) => Promise<Answer>;
  };
  /** Refuses a reader who may not know of what the records belong to, or when that is not there. */
  guard?: (exchange: Exchange) => Promise<unknown>;
  /** What reading one answers, where that is more than the record; it guards itself. */
  whole?: {
    schema: () => z.ZodType;
    query?: () => z.ZodObject;
    read: (exchange: Exchange<Record<string, unknown>>) => Promise<Answer>;
    endings?: Record<string, string>;
  };
  create?: (where: Where, draft: z.output<D>) => Promise<R>;
  change?: (where: Where, patched: (record: R) => never) => Promise<R>;
  pass?: (where: Where, to: { to: StateOf<N>; reason?: string | undefined }) => Promise<R>;
  remove?: (where: Where) => Promise<void>;
}

const plural = (noun: string): string =>
  noun === 'person' ? 'people' : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

/** Where a list stands, out of its address: /summits/wuf12/roles is in the summit wuf12. */
const placeAt = (path: string): Whereabouts =>
  Object.fromEntries(
    [...path.matchAll(/\/(summit|session|declaration|organization)s\/([^/]+)/g)].map(([, part, name]) => [part, name]),
  );

const firstPassage = (noun: Noun): string | undefined =>
  (lifecycles[noun] as Record<string, readonly string[]>)[firstState(noun)]?.[0];

/**
 * The routes that most nouns have: list and create at the list's address; read, change and remove at the record's own; pass to the next state at
 * its transitions.
 */
export const resource = <
  N extends Noun,
  R extends { version: number; slug?: string; id?: string },
  D extends z.ZodObject,
  F extends z.ZodRawShape,
>(
  it: Resource<N, R, D, F>,
): Route[] => {
  const one = `${it.path}/{${it.noun}}`;
  const answers = { name: it.noun.replace(/^./, (first) => first.toUpperCase()), schema: it.shown ?? it.record };
  const { create, change, pass, remove } = it;
  const called = it.called ?? { one: article(it.noun), many: plural(it.noun) };
  const may: Exclude<typeof it.may, string> = typeof it.may === 'string' ? { create: it.may, change: it.may } : it.may;
  const whole = it.whole ?? {
    schema: it.shown ?? it.record,
    read: async (exchange: Exchange) => {
      return answerOf(exchange, it.noun, await behind(it.guard?.(exchange), it.get(exchange)));
    },
  };
  return [
    route({
      method: 'GET',
      path: it.path,
      may: may.read ?? 'read',
      summary: `Lists the ${called.many}`,
      answers: { ...(it.list.shows ?? answers), list: true },
      query: () => listQuery(it.list.filters()),
      handle: async (exchange) => {
        const page = async () =>
          listed(exchange as never, it.list.of(exchange as never), await it.list.keep(exchange as never));
        const answer = await (it.list.show?.(exchange as never, page) ?? behind(it.guard?.(exchange), page()));
        if (may.read) mayList(exchange.caller, may.read, placeAt(exchange.path));
        return answer;
      },
    }),
    ...(create
      ? [
          route({
            method: 'POST',
            path: it.path,
            may: may.create,
            summary: `Creates ${called.one}`,
            answers,
            body: it.draft,
            between: it.between,
            names: it.names,
            example: () => it.examples.create,
            handle: async (exchange) => {
              const record = await create(exchange, exchange.body);
              return createdAt(exchange, it.noun, record, `${exchange.path}/${record.slug ?? record.id}`);
            },
          }),
        ]
      : []),
    route({
      method: 'GET',
      path: one,
      may: may.read ?? 'read',
      summary: `Reads ${called.one}`,
      answers: { name: it.whole ? `${answers.name}Whole` : answers.name, schema: whole.schema },
      endings: it.whole?.endings,
      ...(it.whole?.query ? { query: it.whole.query } : {}),
      handle: (exchange) => whole.read(exchange as never),
    }),
    ...(change
      ? [
          route({
            method: 'PATCH',
            path: one,
            may: may.change,
            summary: `Changes ${called.one}`,
            answers,
            body: it.changes ?? it.draft,
            between: it.between,
            names: it.names,
            example: () => it.examples.change,
            handle: async (exchange) =>
              answerOf(
                exchange,
                it.noun,
                await change(exchange, exchange.patched((it.changes ?? it.draft)()) as unknown as (record: R) => never),
              ),
          }),
        ]
      : []),
    ...(remove
      ? [
          route({
            method: 'DELETE',
            path: one,
            may: may.remove ?? may.change,
            summary: `Removes ${called.one}`,
            handle: async (exchange) => {
              await remove(exchange);
              return removed;
            },
          }),
        ]
      : []),
    ...(pass
      ? [
          route({
            method: 'POST',
            path: `${one}/transitions`,
            may: may.change,
            summary: `Passes ${called.one} to its next state`,
            answers,
            body: () => transitionOf(it.noun),
            example: () => ({ to: firstPassage(it.noun) }),
            handle: async (exchange) => answerOf(exchange, it.noun, await pass(exchange, exchange.body)),
          }),
        ]
      : []),
  ];
};
