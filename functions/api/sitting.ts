import * as z from 'zod';
import { view } from '../../shared/domain/access.ts';
import { listed, listQuery } from '../../shared/http/paging.ts';
import { type Exchange, type Route, route } from '../../shared/http/route.ts';
import type { Item } from '../../shared/table/client.ts';
import { lists } from '../../shared/table/key.ts';
import { cardOf } from '../../shared/table/list.ts';

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
    as: z.enum(['lead', 'partner']).optional(),
    panelists: z.array(z.string()).optional(),
    role: z.string().optional(),
  });

type Asked = Pick<Exchange, 'caller'>;

const ofOrganization =
  ({ caller }: Asked) =>
  (item: Item): object | undefined => {
    const { organization: _, ...sitting } = cardOf(item).card;
    const panelists = [...((item.panelists as Set<string> | undefined) ?? [])];
    // Somebody who left the panel leaves the link behind, empty.
    if (!item.as && panelists.length === 0) return undefined;
    return (
      view(caller, 'session', sitting) && {
        ...sitting,
        ...(item.as ? { as: item.as } : {}),
        ...(panelists.length > 0 ? { panelists } : {}),
      }
    );
  };

const ofPerson =
  ({ caller }: Asked) =>
  (item: Item): object | undefined => {
    const { sitting, ...panelist } = cardOf(item).card as { sitting: object; slug: string; role: string };
    const shown = view(caller, 'panelist', panelist);
    // Whose name is not public yet must not be found by the person either.
    if (!shown || !('person' in shown) || !view(caller, 'session', sitting)) return undefined;
    return { ...sitting, panelists: [panelist.slug], role: panelist.role };
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
    handle: (exchange) =>
      listed(
        exchange,
        { pk: lists.sessionsOfOrganization(exchange.at('organization')), index: 'list' },
        ofOrganization(exchange),
      ),
  }),
  route({
    method: 'GET',
    path: '/people/{person}/sessions',
    may: 'read',
    summary: 'Lists the sessions on whose panel a person sits',
    answers,
    query: () => listQuery({}),
    handle: (exchange) =>
      listed(exchange, { pk: lists.sessionsOfPerson(exchange.at('person')), index: 'list' }, ofPerson(exchange)),
  }),
];
