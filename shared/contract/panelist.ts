import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { Panelist, PanelistChange, PanelistDraft, panelRoles } from '../domain/panelist.ts';
import { salvaged } from '../http/body.ts';
import { absent } from '../table/absent.ts';
import { collections } from '../table/key.ts';
import { getPanelist, panelistKind } from '../table/panelist.ts';
import { getSession } from '../table/session.ts';
import { allSeen, recordSeen, seen } from './noun.ts';
import { asShown } from './released.ts';
import { resource } from './resource.ts';
import { behind, knowsSession } from './guard.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/panelist.ts');

/** A panelist as everyone may see one: without a name until its bearer, or an office for them, has consented and the place is confirmed. */
export const ShownPanelist = once(() =>
  Panelist()
    .partial({ person: true, printedName: true, named: true, nominatedBy: true, sources: true, corrections: true })
    .extend({
      toBeConfirmed: z
        .boolean()
        .optional()
        .meta({ description: 'Given where the name is not public: false for somebody who will stay unnamed.' }),
    }),
);

const fits =
  ({ role, state }: { role?: string | undefined; state?: string | undefined }) =>
  (one: Panelist): boolean =>
    (role ?? one.role) === one.role && (state ?? one.state) === one.state;

export const panelistRoutes = resource({
  noun: 'panelist',
  may: 'panelist:write',
  path: '/summits/{summit}/sessions/{session}/panelists',
  record: Panelist,
  shown: ShownPanelist,
  draft: PanelistDraft,
  changes: PanelistChange,
  names: async ({ house }, body) => {
    const { panelistNames, unknownToPanelist } = await deeds();
    return unknownToPanelist(house, salvaged(PanelistDraft(), body, panelistNames));
  },
  examples: {
    create: {
      person: 'm3x1k20ab7c1d9f0e2g',
      role: 'moderator',
      printedTitle: 'Deputy mayor',
      organizations: [{ organization: 'arvenne' }],
      consent: { by: 'bearer', on: '2027-01-15' },
    },
    change: { printedTitle: 'Mayor' },
  },
  guard: knowsSession,
  get: async ({ house, at, deed: { caller } }) => {
    const [summit, session, name] = [at('summit'), at('session'), at('panelist')];
    const found = Promise.all([
      getSession(house.table, summit, session),
      getPanelist(house.table, summit, session, name),
    ]);
    const { panel } = await asShown(
      { house, at, caller },
      found.then(([one, panelist]) => ({ session: one, panel: [panelist] })),
    );
    return panel.find(({ slug }) => slug === name) ?? absent('panelist');
  },
  list: {
    filters: () => ({ role: z.enum(panelRoles).optional(), state: z.enum(statesOf('panelist')).optional() }),
    of: ({ at }) => collections.panelOf(at('summit'), at('session')),
    keep: (exchange) => {
      return recordSeen(exchange, panelistKind, fits(exchange.query));
    },
    show: async (exchange, page) => {
      const session = getSession(exchange.house.table, exchange.at('summit'), exchange.at('session'));
      const shown = asShown(
        exchange,
        session.then((one) => ({ session: one, panel: [] })),
      );
      const known = shown.then((one) => seen(exchange, 'session', one.session));
      const planned = await behind(known, page());
      const { session: as, panel } = await shown;
      if (!('released' in as)) return planned;
      return { body: { items: allSeen(exchange, 'panelist', panel.filter(fits(exchange.query))), next: null } };
    },
  },
  create: async ({ house, deed, at }, draft) =>
    (await deeds()).registerPanelist(house, deed, at('summit'), at('session'), draft),
  change: async ({ house, deed, at }, patched) =>
    (await deeds()).changePanelist(house, deed, at('summit'), at('session'), at('panelist'), patched),
  pass: async ({ house, deed, at }, to) =>
    (await deeds()).passPanelist(house, deed, at('summit'), at('session'), at('panelist'), to),
});
