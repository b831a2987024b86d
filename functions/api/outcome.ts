import * as z from 'zod';
import { view } from '../../shared/domain/access.ts';
import { statesOf } from '../../shared/domain/lifecycle.ts';
import { once } from '../../shared/domain/once.ts';
import { Outcome, OutcomeDraft, outcomeTypes } from '../../shared/domain/outcome.ts';
import type { Carriage } from '../../shared/domain/paragraph.ts';
import { salvaged } from '../../shared/http/body.ts';
import type { Exchange } from '../../shared/http/route.ts';
import {
  changeOutcome,
  createOutcome,
  outcomeNames,
  passOutcome,
  removeOutcome,
  unknownToOutcome,
} from '../../shared/operations/outcome.ts';
import { findDeclarations } from '../../shared/table/declaration.ts';
import { collections } from '../../shared/table/key.ts';
import { getOutcome, outcomeKind, whereOutcomesWent } from '../../shared/table/outcome.ts';
import { recordSeen, seen } from './noun.ts';
import { resource } from './resource.ts';
import { behind, knowsSession } from './guard.ts';

/** Where an outcome went, with the address of the paragraph that carries it, or the reason why none does. */
const Went = () =>
  z.object({
    declaration: z.string(),
    address: z.string(),
    paragraph: z.string().optional(),
    point: z.string().optional(),
    reason: z.string().optional(),
  });

const OutcomeWhole = once(() => z.object({ ...Outcome().shape, went: z.array(Went()) }));

// A link counts when its declaration is there, was compiled in the same batch, and may be seen by who asks.
const standingOf = async (exchange: Exchange, went: readonly Carriage[]): Promise<(outcome: string) => object[]> => {
  const summit = exchange.at('summit');
  const { table } = exchange.house;
  const declarations = await findDeclarations(table, summit, [...new Set(went.map(({ declaration }) => declaration))]);
  const holds = ({ declaration: slug, batch }: Carriage): boolean => {
    const declaration = declarations.get(slug);
    return declaration?.batch === batch && view(exchange.caller, 'declaration', declaration) !== undefined;
  };
  const standing = went.filter(holds);
  return (outcome) =>
    standing
      .filter((carriage) => carriage.outcome === outcome)
      .map(({ declaration, paragraph, point, reason }) => ({
        declaration,
        address: `/api/v1/summits/${summit}/declarations/${declaration}`,
        paragraph,
        point,
        reason,
      }));
};

const wentFrom = ({ house, at }: Exchange): Promise<Carriage[]> =>
  whereOutcomesWent(house.table, at('summit'), at('session'));

const readOutcome = async (exchange: Exchange) => {
  const { house, at } = exchange;
  const [outcome, went] = await behind(
    knowsSession(exchange),
    Promise.all([getOutcome(house.table, at('summit'), at('session'), at('outcome')), wentFrom(exchange)]),
  );
  // Judged before more is read: what is hidden costs no more than what is absent.
  const shown = seen(exchange, 'outcome', outcome);
  const standing = await standingOf(exchange, went);
  return { body: { ...shown, went: standing(outcome.slug) }, version: outcome.version };
};

export const outcomeRoutes = resource({
  noun: 'outcome',
  may: 'outcome:write',
  path: '/summits/{summit}/sessions/{session}/outcomes',
  record: Outcome,
  draft: OutcomeDraft,
  names: ({ house }, body) => unknownToOutcome(house, salvaged(OutcomeDraft(), body, outcomeNames)),
  examples: {
    create: {
      type: 'ask',
      text: { en: 'to open their flood funds to cities directly' },
      addressee: { en: 'national governments' },
      objectives: ['1'],
      clauses: [{ instrument: 'river-charter', clause: '4' }],
    },
    change: { text: { en: 'to open their flood funds to cities directly, and to say by when' } },
  },
  guard: knowsSession,
  get: ({ house, at }) => getOutcome(house.table, at('summit'), at('session'), at('outcome')),
  whole: { schema: OutcomeWhole, read: readOutcome },
  list: {
    shows: { name: 'OutcomeWhole', schema: OutcomeWhole },
    filters: () => ({ type: z.enum(outcomeTypes).optional(), state: z.enum(statesOf('outcome')).optional() }),
    of: ({ at }) => collections.outcomesOf(at('summit'), at('session')),
    keep: async (exchange) => {
      const { type, state } = exchange.query;
      const [show, went] = [
        recordSeen(
          exchange,
          outcomeKind,
          (one) => (type ?? one.type) === one.type && (state ?? one.state) === one.state,
        ),
        await standingOf(exchange, await wentFrom(exchange)),
      ];
      return (item) => {
        const shown = show(item) as { slug: string } | undefined;
        return shown && { ...shown, went: went(shown.slug) };
      };
    },
  },
  create: ({ house, deed, at }, draft) => createOutcome(house, deed, at('summit'), at('session'), draft),
  change: ({ house, deed, at }, patched) =>
    changeOutcome(house, deed, at('summit'), at('session'), at('outcome'), patched),
  pass: ({ house, deed, at }, to) => passOutcome(house, deed, at('summit'), at('session'), at('outcome'), to),
  remove: ({ house, deed, at }) => removeOutcome(house, deed, at('summit'), at('session'), at('outcome')),
});
