import * as z from 'zod';
import { seesDraft, view } from '../domain/access.ts';
import { standingOfLink } from '../domain/carriage.ts';
import type { Declaration } from '../domain/declaration.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { Outcome, OutcomeDraft, outcomeTypes } from '../domain/outcome.ts';
import type { Carriage, Paragraph } from '../domain/paragraph.ts';
import { salvaged } from '../http/body.ts';
import type { Exchange } from '../http/route.ts';
import {
  changeOutcome,
  createOutcome,
  outcomeNames,
  passOutcome,
  removeOutcome,
  unknownToOutcome,
} from '../operations/outcome.ts';
import { findDeclarations } from '../table/declaration.ts';
import { collections } from '../table/key.ts';
import { findParagraphs } from '../table/paragraph.ts';
import { getOutcome, outcomeKind, whereOutcomesWent } from '../table/outcome.ts';
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

/** What one link says of where an outcome went, to who may know of its declaration. */
const wentTo = (
  exchange: Exchange,
  { declaration, point, reason, because: _, ...carriage }: Carriage,
  head: Declaration | undefined,
  paragraph: Paragraph | undefined,
): Gone[] => {
  if (head?.batch !== carriage.batch || !view(exchange.caller, 'declaration', head)) return [];
  const address = `/api/v1/summits/${head.summit}/declarations/${declaration}`;
  if (carriage.paragraph === undefined) return [{ declaration, address, reason, stands: false, isFirst: true }];
  const name = `outcome ${carriage.session}/${carriage.outcome}`;
  const link = standingOfLink(paragraph, { name, point });
  // What went into another paragraph stands there, by a link of its own.
  if (!link || (!link.stands && link.into !== undefined)) return [];
  if (!seesDraft(exchange.caller, head)) return link.stands ? [{ declaration, address, stands: true }] : [];
  return link.stands
    ? [{ declaration, address, paragraph: carriage.paragraph, point: link.point, stands: true }]
    : [{ declaration, address, paragraph: carriage.paragraph, point, reason: link.reason, stands: false }];
};

interface Gone {
  declaration: string;
  address: string;
  paragraph?: string | undefined;
  point?: string | undefined;
  reason?: string | undefined;
  stands: boolean;
  /** That it was left out from the beginning. */
  isFirst?: true;
}

/** Where it stands in a text; where it stands nowhere in it, why. What was left out at first says no more once it was carried. */
const inOneText = (all: readonly Gone[]): object[] => {
  const standing = all.filter(({ stands }) => stands);
  const later = all.filter(({ isFirst }) => !isFirst);
  const told = standing.length > 0 ? standing : later.length > 0 ? later : all;
  const shown = told.map(({ stands: _, isFirst: __, ...went }) => went);
  return [...new Map(shown.map((went) => [JSON.stringify(went), went])).values()];
};

// A link counts when its declaration is there, was compiled in the same batch, and may be seen by who asks; how it stands its paragraph says.
const standingOf = async (exchange: Exchange, went: readonly Carriage[]): Promise<(outcome: string) => object[]> => {
  const summit = exchange.at('summit');
  const { table } = exchange.house;
  const slugs = [...new Set(went.map(({ declaration }) => declaration))];
  const named = went.flatMap(({ declaration, paragraph }) =>
    paragraph === undefined ? [] : [{ summit, declaration, paragraph }],
  );
  const [declarations, paragraphs] = await Promise.all([
    findDeclarations(table, summit, slugs),
    findParagraphs(table, named),
  ]);
  const by = new Map(paragraphs.map((one) => [`${one.declaration}/${one.slug}`, one]));
  return (outcome) =>
    slugs.flatMap((declaration) =>
      inOneText(
        went
          .filter((carriage) => carriage.outcome === outcome && carriage.declaration === declaration)
          .flatMap((carriage) =>
            wentTo(exchange, carriage, declarations.get(declaration), by.get(`${declaration}/${carriage.paragraph}`)),
          ),
      ),
    );
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
