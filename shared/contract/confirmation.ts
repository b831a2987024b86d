import { ConfirmationDraft, ReplacementDraft } from '../domain/confirming.ts';
import { salvaged } from '../http/body.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { confirmPanelist } from '../operations/confirmation.ts';
import { panelistNames, unknownToPanelist } from '../operations/panelist.ts';
import { replacePanelist } from '../operations/replacement.ts';
import { answerOf, createdAt } from './noun.ts';
import { ShownPanelist } from './panelist.ts';

const path = '/summits/{summit}/sessions/{session}/panelists/{panelist}';
const answers = { name: 'Panelist', schema: ShownPanelist };

const placeOf = ({ at }: Pick<Exchange, 'at'>) => ({
  summit: at('summit'),
  session: at('session'),
  panelist: at('panelist'),
});

/** What an organizer enters of a place beyond its passages: that it was confirmed otherwise, and that somebody else has it. */
export const confirmationRoutes: Route[] = [
  route({
    method: 'POST',
    path: `${path}/confirmation`,
    may: 'panelist:write',
    named: { id: 'confirmPanelist', noun: 'panelist' },
    succeeds: 200,
    summary: 'Enters a confirmation that came by other means than the link',
    answers,
    body: ConfirmationDraft,
    example: () => ({ by: { name: 'Jonas Weidt', as: 'office' }, how: 'phone', at: '2027-02-01T10:00:00Z' }),
    handle: async (exchange) => {
      const { house, deed, body } = exchange;
      return answerOf(exchange, 'panelist', await confirmPanelist(house, deed, placeOf(exchange), body));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/replacement`,
    may: 'panelist:write',
    named: { id: 'replacePanelist', noun: 'panelist' },
    summary: 'Gives the place of a panelist to somebody else, in one deed',
    answers,
    body: ReplacementDraft,
    names: ({ house }, body) => unknownToPanelist(house, salvaged(ReplacementDraft(), body, panelistNames)),
    example: () => ({ person: 'm3x1k20ab7c1d9f0e2g', reason: 'Elections at home.' }),
    handle: async (exchange) => {
      const { house, deed, body, path: address } = exchange;
      const panelist = await replacePanelist(house, deed, placeOf(exchange), body);
      return createdAt(exchange, 'panelist', panelist, address.replace(/[^/]+\/replacement$/, panelist.slug));
    },
  }),
];
