import * as z from 'zod';
import { type Caller, seesPlanned, view } from '../domain/access.ts';
import type { CardPanelist, ProgrammeCard } from '../domain/release.ts';
import { sittingAsReleased } from '../domain/released.ts';
import type { Session } from '../domain/session.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import type { Item } from '../table/client.ts';
import { lists } from '../table/key.ts';
import { rolesIn } from '../table/link.ts';
import { cardOf } from '../table/list.ts';
import { releasedOf } from './released.ts';

/** A session as an organization's or a person's list shows it, with what they have to do with it. */
const Sitting = () =>
  z.object({
    summit: z.string(),
    session: z.string(),
    reference: z.string(),
    title: z.record(z.string(), z.string()),
    state: z.string(),
    start: z.string().optional(),
    end: z.string().optional(),
    released: z.string().optional().meta({ description: 'The release that says so.' }),
    as: z.enum(['lead', 'partner']).optional(),
    panelists: z.array(z.string()).optional(),
    role: z.string().optional(),
  });

type Sat = Pick<Session, 'summit' | 'state' | 'origin'> & { session: string };

/** A session in such a list as the table has it: as it is planned. */
interface Listed {
  sitting: Sat;
  /** What somebody has to do with it; nothing where they have left it. */
  part: object | undefined;
}

// What these lists say of a session is no record of it; where it stands is enough to know whose it is to plan.
const isPlannedBy = (caller: Caller, { session, ...sitting }: Sat): boolean =>
  seesPlanned(caller, { ...sitting, slug: session });

/**
 * How such a list is shown to the caller: each session as it is planned, or as it was released, with the part that the card gives whoever the list
 * is about. What was released of a page is read ahead.
 */
const shownTo = (
  { house, caller }: Pick<Exchange, 'house' | 'caller'>,
  listedAs: (item: Item) => Listed | undefined,
  partOn: (card: ProgrammeCard) => object | undefined,
) => {
  let known: Awaited<ReturnType<typeof releasedOf>> = () => ({ release: undefined, released: undefined });
  return {
    ahead: async (items: readonly Item[]): Promise<void> => {
      const all = items.flatMap((item) => listedAs(item)?.sitting ?? []);
      known = await releasedOf(
        { house },
        all.filter((sitting) => !isPlannedBy(caller, sitting)),
      );
    },
    keep: (item: Item): object | undefined => {
      const found = listedAs(item);
      if (!found) return undefined;
      const { sitting, part } = found;
      const { release, released } = known(sitting);
      if (isPlannedBy(caller, sitting) || !release) {
        const shown = part && view(caller, 'session', sitting);
        return shown && { ...shown, ...part };
      }
      const there = released && partOn(released.card);
      return there && { ...sittingAsReleased(released.card, sitting, release.slug), ...there };
    },
  };
};

// Somebody who left the panel leaves the link behind, empty.
const partIn = (as: unknown, panelists: readonly string[]): object | undefined =>
  as !== undefined || panelists.length > 0
    ? { ...(as === undefined ? {} : { as }), ...(panelists.length > 0 ? { panelists } : {}) }
    : undefined;

const ofOrganization = (exchange: Exchange) => {
  const of = exchange.at('organization');
  const listedAs = (item: Item): Listed => {
    const { organization: _, ...sitting } = cardOf(item).card;
    const panelists = [...((item.panelists as Set<string> | undefined) ?? [])];
    return { sitting: sitting as unknown as Sat, part: partIn(item.as, panelists) };
  };
  const sitsFor = ({ organizations }: CardPanelist): boolean =>
    organizations.some(({ organization }) => organization === of);
  return shownTo(exchange, listedAs, (card) =>
    partIn(
      rolesIn(card).get(of),
      card.panel.filter(sitsFor).map(({ slug }) => slug),
    ),
  );
};

const ofPerson = (exchange: Exchange) => {
  const listedAs = (item: Item): Listed | undefined => {
    const { sitting, ...panelist } = cardOf(item).card as { sitting: Sat; slug: string; role: string };
    const shown = view(exchange.caller, 'panelist', panelist);
    // Whose name is not public yet must not be found by the person either.
    if (!shown || !('person' in shown)) return undefined;
    return { sitting, part: { panelists: [panelist.slug], role: panelist.role } };
  };
  return shownTo(exchange, listedAs, ({ panel }) => {
    const place = panel.find(({ person }) => person === exchange.at('person'));
    return place && { panelists: [place.slug], role: place.role };
  });
};

const answers = { name: 'Sitting', schema: Sitting, list: true };

export const sittingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/organizations/{organization}/sessions',
    may: 'read',
    summary: 'Lists the sessions of an organization, and what it has to do with each',
    answers,
    query: () => listQuery({}),
    handle: (exchange) => {
      const { keep, ahead } = ofOrganization(exchange);
      const pk = lists.sessionsOfOrganization(exchange.at('organization'));
      return listed(exchange, { pk, index: 'list' }, keep, ahead);
    },
  }),
  route({
    method: 'GET',
    path: '/people/{person}/sessions',
    may: 'read',
    summary: 'Lists the sessions on whose panel a person sits',
    answers,
    query: () => listQuery({}),
    handle: (exchange) => {
      const { keep, ahead } = ofPerson(exchange);
      return listed(exchange, { pk: lists.sessionsOfPerson(exchange.at('person')), index: 'list' }, keep, ahead);
    },
  }),
];
