import * as z from 'zod';
import { seesDraft, view } from '../domain/access.ts';
import { Amendment, AmendmentDraft } from '../domain/amendment.ts';
import type { Standing } from '../domain/amendment-standing.ts';
import { notFound } from '../domain/error.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { Received } from '../domain/received.ts';
import { slug } from '../domain/record.ts';
import { limits, line } from '../domain/text.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { createAmendment, getAmended } from '../operations/amendment.ts';
import { decideAmendment, withdrawAmendment } from '../operations/amendment-decision.ts';
import { amendmentKind } from '../table/amendment.ts';
import type { DraftedText } from '../table/declaration.ts';
import { recordOf } from '../table/item.ts';
import { collections } from '../table/key.ts';
import { createdAt, answerOf, seen, transitionOf } from './noun.ts';

const Collision = once(() =>
  z.object({
    base: z.string(),
    today: z.string(),
    proposed: z.string(),
  }),
);

const Stands = once(() =>
  z.object({
    as: z.enum(['as-proposed', 'rebased', 'collides', 'displaced']).meta({
      description:
        'Whether it fits as it was proposed, merged with what changed since, not without a decision on the words, or stands elsewhere by now.',
    }),
    place: z
      .object({
        paragraph: slug().nullable(),
        part: z.enum(['preamble', 'operative', 'annex']),
        after: slug().nullable(),
      })
      .meta({ description: 'Where it stands today: at a paragraph, or between two.' }),
    because: z.enum(['merged', 'split', 'removed']).optional(),
    words: z.string().optional().meta({ description: 'What would stand there if it were accepted now.' }),
    collisions: z
      .array(Collision())
      .optional()
      .meta({ description: 'The words that the text changed in another way.' }),
  }),
);

/** An amendment with how it stands in today's text, as long as it is open; what it was made against may be for few eyes. */
const ShownAmendment = once(() =>
  z.object({
    ...Amendment().shape,
    base: z.object({ ...Amendment().shape.base.shape, words: z.string().optional() }),
    stands: Stands().optional(),
    collidesWith: z
      .array(z.string())
      .optional()
      .meta({ description: 'Other open amendments that change the same words.' }),
  }),
);
const answers = { name: 'Amendment', schema: ShownAmendment };

const list = '/summits/{summit}/declarations/{declaration}/amendments';
const one = `${list}/{amendment}`;

const Decision = once(() =>
  z.strictObject({
    to: z.enum(['accepted', 'rejected']),
    reason: line(limits.line).optional().meta({ description: 'Needed where it is rejected.' }),
    words: line(limits.outcome).optional().meta({
      description:
        'What is to stand there, in the authentic language; where the amendment collides with what the text says by now.',
    }),
  }),
);

const Withdrawal = once(() => transitionOf('amendment').extend({ received: Received().optional() }));

type Asked = Pick<Exchange, 'caller'>;

const of = ({ at }: Pick<Exchange, 'at'>) => ({ summit: at('summit'), declaration: at('declaration') });

// Words of a text that is being drafted are for those who draft it: others see a version's words, and whether the amendment fits.
const withoutDraft = ({ words: _, collisions: __, ...stands }: Standing['stands']): object => stands;

const shown = (
  exchange: Asked,
  { declaration }: DraftedText,
  amendment: Amendment,
  standing: Standing | undefined,
): object | undefined => {
  const record = view(exchange.caller, 'amendment', amendment);
  if (!record) return undefined;
  const isWorking = seesDraft(exchange.caller, declaration);
  const { words, ...base } = amendment.base;
  return {
    ...record,
    base: isWorking || base.version !== undefined ? { ...base, words } : base,
    ...(standing
      ? {
          stands: isWorking ? standing.stands : withoutDraft(standing.stands),
          collidesWith: standing.collidesWith,
        }
      : {}),
  };
};

// What merges words is loaded when somebody reads what is proposed.
const amended = async (exchange: Pick<Exchange, 'house' | 'at' | 'caller'>) => {
  const { text, amendments } = await getAmended(exchange.house, of(exchange));
  seen(exchange, 'declaration', text.declaration);
  const { standings } = await import('../domain/amendment-standing.ts');
  return { text, amendments, stand: standings(amendments, text.paragraphs) };
};

export const amendmentRoutes: Route[] = [
  route({
    method: 'GET',
    path: list,
    may: 'read',
    summary: 'Lists the amendments, each with how it stands in today’s text',
    answers: { ...answers, list: true },
    query: () =>
      listQuery({
        state: z.enum(statesOf('amendment')).optional(),
        organization: slug().optional(),
        paragraph: slug().optional(),
      }),
    handle: async (exchange) => {
      const { state, organization, paragraph } = exchange.query;
      const { text, stand } = await amended(exchange);
      return listed(exchange, collections.amendmentsTo(exchange.at('summit'), exchange.at('declaration')), (item) => {
        const amendment = recordOf(amendmentKind, item);
        const standing = stand.get(amendment.slug);
        const isAt = (place: string): boolean =>
          amendment.paragraph === place || standing?.stands.place.paragraph === place;
        return (state ?? amendment.state) === amendment.state &&
          (organization ?? amendment.organization) === amendment.organization &&
          (paragraph === undefined || isAt(paragraph))
          ? shown(exchange, text, amendment, amendment.state === 'proposed' ? standing : undefined)
          : undefined;
      });
    },
  }),
  route({
    method: 'POST',
    path: list,
    may: 'amendment:write',
    summary: 'Proposes an amendment',
    answers,
    body: AmendmentDraft,
    example: () => ({
      organization: 'port-selva',
      paragraph: 'p1',
      kind: 'replace',
      words: { en: 'that each city names one desk that is open at night' },
      reason: 'People arrive at night, too.',
      base: { version: 'v1' },
    }),
    handle: async (exchange) => {
      const { house, deed, body, path } = exchange;
      const amendment = await createAmendment(house, deed, of(exchange), body);
      return createdAt(exchange, 'amendment', amendment, `${path}/${amendment.slug}`);
    },
  }),
  route({
    method: 'GET',
    path: one,
    may: 'read',
    summary: 'Reads an amendment, with how it stands in today’s text',
    answers,
    handle: async (exchange) => {
      const { text, amendments, stand } = await amended(exchange);
      const amendment = amendments.find((each) => each.slug === exchange.at('amendment'));
      const body = amendment && shown(exchange, text, amendment, stand.get(amendment.slug));
      if (!amendment || !body) throw notFound('amendment');
      return { body, version: amendment.version };
    },
  }),
  route({
    method: 'POST',
    path: `${one}/decision`,
    may: 'amendment:decide',
    succeeds: 200,
    summary: 'Accepts an amendment into the text, or rejects it',
    answers,
    body: Decision,
    example: () => ({ to: 'accepted' }),
    handle: async (exchange) => {
      const { house, deed, body, at } = exchange;
      return answerOf(exchange, 'amendment', await decideAmendment(house, deed, of(exchange), at('amendment'), body));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/transitions`,
    may: 'amendment:write',
    summary: 'Withdraws an amendment',
    answers,
    body: Withdrawal,
    example: () => ({ to: 'withdrawn' }),
    handle: async (exchange) => {
      const { house, deed, body, at } = exchange;
      return answerOf(exchange, 'amendment', await withdrawAmendment(house, deed, of(exchange), at('amendment'), body));
    },
  }),
];
