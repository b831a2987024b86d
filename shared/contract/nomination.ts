import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { Answer, Nomination, NominationDraft, type Told, toldWith } from '../domain/nomination.ts';
import { once } from '../domain/once.ts';
import { slug } from '../domain/record.ts';
import { limits, line } from '../domain/text.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { createNomination, decideNomination, replaceNomination, withdrawNomination } from '../operations/nomination.ts';
import { collections } from '../table/key.ts';
import { getNomination, nominationKind } from '../table/nomination.ts';
import { findPanelists } from '../table/panelist.ts';
import { knowsDesk } from './desk-guard.ts';
import { behind } from './guard.ts';
import { recordSeen, seen } from './noun.ts';

/** A nomination with what became of the place. */
const ShownNomination = once(() => z.object({ ...Nomination().shape, answer: Answer().optional() }));

const list = '/summits/{summit}/desks/{desk}/nominations';
const one = `${list}/{nomination}`;
const answers = { name: 'Nomination', schema: ShownNomination };

// Every place of several nominations in one round trip.
const withAnswers = async ({ house }: Pick<Exchange, 'house'>, nominations: readonly Nomination[]): Promise<Told[]> => {
  const places = await findPanelists(
    house.table,
    nominations.flatMap(({ summit, session, panelist }) =>
      session && panelist ? [{ summit, session, panelist }] : [],
    ),
  );
  return nominations.map((nomination) => {
    const place = places.find(
      ({ session, slug: seat }) => session === nomination.session && seat === nomination.panelist,
    );
    return toldWith(nomination, place);
  });
};

const shown = (exchange: Pick<Exchange, 'caller'>, nomination: Told) => ({
  body: seen(exchange, 'nomination', nomination),
  version: nomination.version,
});

const at = ({ at: part }: Pick<Exchange, 'at'>) => [part('summit'), part('desk')] as const;

const Decision = once(() =>
  z.strictObject({ to: z.enum(['accepted', 'refused']), reason: line(limits.line).optional() }),
);
const Withdrawal = once(() => z.strictObject({ reason: line(limits.line).optional() }));

const nominee = {
  name: 'Sanna Brook',
  email: 'sanna.brook@example.org',
  language: 'fr',
  title: 'Mayor of Arvenne',
  for: 'arvenne',
  session: 'rc-7',
};

export const nominationRoutes: Route[] = [
  route({
    method: 'GET',
    path: list,
    may: 'nomination:read',
    summary: 'Lists the nominations of a desk',
    answers: { ...answers, list: true },
    query: () =>
      listQuery({
        state: z.enum(statesOf('nomination')).optional(),
        session: slug().optional(),
        for: slug().optional(),
      }),
    handle: async (exchange) => {
      const { state, session, for: member } = exchange.query;
      const keep = recordSeen(
        exchange,
        nominationKind,
        (nomination) =>
          (state ?? nomination.state) === nomination.state &&
          (session ?? nomination.session) === nomination.session &&
          (member ?? nomination.for) === nomination.for,
      );
      const page = await behind(
        knowsDesk(exchange),
        listed(exchange, collections.nominationsAt(...at(exchange)), keep),
      );
      const { items, next } = page.body as { items: Nomination[]; next: string | null };
      return { ...page, body: { items: await withAnswers(exchange, items), next } };
    },
  }),
  route({
    method: 'POST',
    path: list,
    may: 'nomination:write',
    summary: 'Creates a nomination',
    answers,
    body: NominationDraft,
    example: () => nominee,
    handle: async (exchange) => {
      const { house, deed, body, path } = exchange;
      const nomination = await createNomination(house, deed, ...at(exchange), body);
      return { ...shown(exchange, nomination), status: 201, location: `${path}/${nomination.slug}` };
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'nomination:read',
    summary: 'Reads a nomination',
    answers,
    handle: async (exchange) => {
      const { house, at: part } = exchange;
      const nomination = getNomination(house.table, ...at(exchange), part('nomination'));
      const [told] = await withAnswers(exchange, [await behind(knowsDesk(exchange), nomination)]);
      return shown(exchange, told ?? (await nomination));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/decision`,
    may: 'nomination:decide',
    succeeds: 200,
    summary: 'Accepts or refuses a nomination that waits for approval',
    answers,
    body: Decision,
    example: () => ({ to: 'accepted' }),
    handle: async (exchange) => {
      const { house, deed, body, at: part } = exchange;
      return shown(exchange, await decideNomination(house, deed, ...at(exchange), part('nomination'), body));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/replacement`,
    may: 'nomination:write',
    summary: 'Nominates somebody instead of somebody else, within the same quota',
    answers,
    body: NominationDraft,
    example: () => ({ name: 'Tobias Wend', email: 'tobias.wend@example.org', for: 'arvenne', session: 'rc-7' }),
    handle: async (exchange) => {
      const { house, deed, body, path, at: part } = exchange;
      const nomination = await replaceNomination(house, deed, ...at(exchange), part('nomination'), body);
      const location = path.replace(/[^/]+\/replacement$/, nomination.slug);
      return { ...shown(exchange, nomination), status: 201, location };
    },
  }),
  route({
    method: 'POST',
    path: `${one}/withdrawal`,
    may: 'nomination:write',
    succeeds: 200,
    summary: 'Withdraws a nomination, and gives its place back',
    answers,
    body: Withdrawal,
    example: () => ({ reason: 'Has another engagement.' }),
    handle: async (exchange) => {
      const { house, deed, body, at: part } = exchange;
      return shown(exchange, await withdrawNomination(house, deed, ...at(exchange), part('nomination'), body));
    },
  }),
];
