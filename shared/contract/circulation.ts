import * as z from 'zod';
import { Asked, Reach, Unreached } from '../domain/asked.ts';
import { Certificate, type Judged } from '../domain/certificate.ts';
import { Circulation, CirculationDraft } from '../domain/circulation.ts';
import { once } from '../domain/once.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { Because, Extension } from '../domain/silence.ts';
import { limits, line } from '../domain/text.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Answer, type Exchange, type Route, route } from '../http/route.ts';
import { certify, recordUnreached } from '../operations/asked.ts';
import { circulateDeclaration } from '../operations/circulation.ts';
import type { Deed, House } from '../operations/perform.ts';
import { judge } from '../operations/reach.ts';
import {
  type About,
  extendSilence,
  recallCirculation,
  reopenDeclaration,
  resumeSilence,
  suspendSilence,
} from '../operations/silence.ts';
import { askedKind } from '../table/asked.ts';
import { circulationKind, getCirculation } from '../table/circulation.ts';
import { collections } from '../table/key.ts';
import { recordOf } from '../table/item.ts';
import { allObjections } from '../table/objection.ts';
import { Head } from './declaration.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';
import { answerOf, createdAt, recordSeen, seen } from './noun.ts';

const head = '/summits/{summit}/declarations/{declaration}';
const list = `${head}/circulations`;
const one = `${list}/{circulation}`;

/** The mark of who was asked is the table's own. */
const ShownCirculation = once(() => Circulation().omit({ batch: true }));
const answers = { name: 'Circulation', schema: ShownCirculation };

/** An organization that was asked, with whether it was reached; the mails are for the organizers' eyes. */
const ShownAsked = once(() =>
  z.object({ ...Asked().omit({ batch: true }).shape, mails: Asked().shape.mails.optional(), reach: Reach() }),
);
const shownAsked = { name: 'Asked', schema: ShownAsked };

type At = Pick<Exchange, 'at'>;
const declarationAt = ({ at }: At) => [at('summit'), at('declaration')] as const;
const aboutAt = ({ at }: At): About => ({
  summit: at('summit'),
  declaration: at('declaration'),
  circulation: at('circulation'),
});

const askedSeen = (exchange: Pick<Exchange, 'caller'>, { asked, reach }: Judged): object =>
  seen(exchange, 'asked', { ...asked, reach });

/** A deed of the chair, at its own address below the circulation. */
const chair = <B extends z.ZodType>(
  name: string,
  id: string,
  summary: string,
  {
    body,
    example,
    act,
  }: {
    body: () => B;
    example: unknown;
    act: (house: House, deed: Deed, about: About, body: z.output<B>) => Promise<Circulation>;
  },
): Route =>
  route({
    method: 'POST',
    path: `${one}/${name}`,
    may: 'circulation:write',
    named: { id, noun: 'circulation' },
    succeeds: 200,
    summary,
    answers,
    body,
    example: () => example,
    handle: async (exchange) =>
      answerOf(exchange, 'circulation', await act(exchange.house, exchange.deed, aboutAt(exchange), exchange.body)),
  });

const MayBecause = once(() => z.strictObject({ reason: line(limits.line).optional() }));

const askedPage = async (exchange: Exchange<{ limit: number; cursor?: string | undefined }>): Promise<Answer> => {
  const { table } = exchange.house;
  const about = aboutAt(exchange);
  const circulation = await behind(
    knowsDeclaration(exchange),
    getCirculation(table, about.summit, about.declaration, about.circulation),
  );
  const [page, objections] = await Promise.all([
    listed(exchange, collections.askedAbout(about.summit, about.declaration), (item) => {
      const asked = recordOf(askedKind, item);
      return asked.batch === circulation.batch ? asked : undefined;
    }),
    allObjections(table, about.summit, about.declaration),
  ]);
  const { items, next } = page.body as { items: Asked[]; next: string | null };
  const judged = await judge(table, circulation, items, objections);
  return { ...page, body: { items: judged.map((each) => askedSeen(exchange, each)), next } };
};

export const circulationRoutes: Route[] = [
  route({
    method: 'GET',
    path: list,
    may: 'read',
    summary: 'Lists the circulations of a declaration',
    answers: { ...answers, list: true },
    query: () => listQuery({ state: z.enum(statesOf('circulation')).optional() }),
    handle: (exchange) => {
      const { state } = exchange.query;
      const keep = recordSeen(exchange, circulationKind, (found) => (state ?? found.state) === found.state);
      return behind(
        knowsDeclaration(exchange),
        listed(exchange, collections.circulationsOf(...declarationAt(exchange)), keep),
      );
    },
  }),
  route({
    method: 'POST',
    path: list,
    may: 'circulation:write',
    summary: 'Circulates a declaration: it is adopted unless somebody who is asked objects before the deadline',
    answers,
    body: CirculationDraft,
    example: () => ({ hours: 96, channel: 'objections@arvenne.example.org' }),
    handle: async (exchange) => {
      const { house, deed, body, path } = exchange;
      const circulation = await circulateDeclaration(house, deed, ...declarationAt(exchange), body);
      return createdAt(exchange, 'circulation', circulation, `${path}/${circulation.slug}`);
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'read',
    summary: 'Reads a circulation',
    answers,
    handle: async (exchange) => {
      const { summit, declaration, circulation } = aboutAt(exchange);
      const found = getCirculation(exchange.house.table, summit, declaration, circulation);
      return answerOf(exchange, 'circulation', await behind(knowsDeclaration(exchange), found));
    },
  }),
  chair('extension', 'extendCirculation', 'Gives those who are asked longer, and tells them', {
    body: Extension,
    example: { deadline: '2031-03-20T12:00:00+01:00', reason: 'Two councils sit only next week.' },
    act: extendSilence,
  }),
  chair('suspension', 'suspendCirculation', 'Stops the time of a circulation; what is left of it is kept', {
    body: Because,
    example: { reason: 'The annex was missing from the mails.' },
    act: (house, deed, about, { reason }) => suspendSilence(house, deed, about, reason),
  }),
  chair('resumption', 'resumeCirculation', 'Lets the time of a circulation go on', {
    body: MayBecause,
    example: { reason: 'Everybody has the annex now.' },
    act: (house, deed, about, { reason }) => resumeSilence(house, deed, about, reason),
  }),
  chair('recall', 'recallCirculation', 'Takes a circulation back, so that the text can be corrected', {
    body: Because,
    example: { reason: 'Paragraph 4 names the wrong river.' },
    act: (house, deed, about, { reason }) => recallCirculation(house, deed, about, reason),
  }),
  route({
    method: 'GET',
    path: `${one}/asked`,
    may: 'read',
    named: { id: 'listAsked', noun: 'circulation' },
    summary: 'Lists who was asked in a circulation, when they were told, and whether it reached them',
    answers: { ...shownAsked, list: true },
    query: () => listQuery({}),
    handle: askedPage,
  }),
  route({
    method: 'POST',
    path: `${one}/unreached`,
    may: 'circulation:write',
    named: { id: 'recordUnreached', noun: 'circulation' },
    succeeds: 200,
    summary: 'Records how an organization was reached by other ways, or why silence may adopt although it was not',
    answers: shownAsked,
    body: Unreached,
    example: () => ({ organization: 'port-selva', reason: 'Its mayor was told by telephone and agreed.' }),
    handle: async (exchange) => {
      const { house, deed, body } = exchange;
      const judged = await recordUnreached(house, deed, aboutAt(exchange), body);
      return { body: askedSeen(exchange, judged), version: judged.asked.version };
    },
  }),
  route({
    method: 'GET',
    path: `${one}/certificate`,
    may: 'read',
    named: { id: 'readCertificate', noun: 'circulation' },
    summary: 'Certifies a circulation: what was sent to whom, whom it reached, who objected, and what was decided when',
    answers: { name: 'Certificate', schema: Certificate },
    handle: async (exchange) => ({
      body: await behind(knowsDeclaration(exchange), certify(exchange.house.table, aboutAt(exchange))),
    }),
  }),
  route({
    method: 'POST',
    path: `${head}/reopening`,
    may: 'circulation:write',
    named: { id: 'reopenDeclaration', noun: 'declaration' },
    succeeds: 200,
    summary: 'Opens a declaration again that was objected to, so that its text can be revised',
    answers: { name: 'Declaration', schema: Head },
    body: MayBecause,
    example: () => ({ reason: 'To meet the objection of Port Selva.' }),
    handle: async (exchange) => {
      const { house, deed, body } = exchange;
      const reopened = await reopenDeclaration(house, deed, ...declarationAt(exchange), body.reason);
      return answerOf(exchange, 'declaration', reopened);
    },
  }),
];
