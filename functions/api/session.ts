import * as z from 'zod';
import { language } from '../../shared/domain/language.ts';
import { statesOf } from '../../shared/domain/lifecycle.ts';
import { Outcome } from '../../shared/domain/outcome.ts';
import { inPrintedOrder } from '../../shared/domain/panelist.ts';
import { slug } from '../../shared/domain/record.ts';
import { Session, SessionDraft, sessionOrder } from '../../shared/domain/session.ts';
import { salvaged } from '../../shared/http/body.ts';
import type { Answer, Exchange } from '../../shared/http/route.ts';
import {
  changeSession,
  createSession,
  passSession,
  removeSession,
  sessionNames,
  unknownToSession,
} from '../../shared/operations/session.ts';
import { lists } from '../../shared/table/key.ts';
import { getSession, getWholeSession } from '../../shared/table/session.ts';
import { allSeen, cardSeen, seen } from './noun.ts';
import { knowsSummit } from './guard.ts';
import { ShownPanelist } from './panelist.ts';
import { resource } from './resource.ts';

/** A session with its panel in printed order and its outcomes: one Query. */
const readWhole = async (exchange: Exchange): Promise<Answer> => {
  const { session, panel, outcomes } = await getWholeSession(
    exchange.house.table,
    exchange.at('summit'),
    exchange.at('session'),
  );
  return {
    body: {
      ...seen(exchange, 'session', session),
      panel: allSeen(exchange, 'panelist', inPrintedOrder(panel)),
      outcomes: allSeen(exchange, 'outcome', outcomes),
    },
    version: session.version,
  };
};

const filters = () => ({
  track: slug().optional(),
  room: slug().optional(),
  state: z.enum(statesOf('session')).optional(),
  organization: slug().optional().meta({ description: 'A lead or partner organization.' }),
  language: language().optional().meta({ description: 'Spoken or interpreted.' }),
  day: z.iso
    .date({ message: 'Give a day that exists, such as "2027-03-10".' })
    .optional()
    .meta({ description: "A day in the summit's zone." }),
});
type Filters = z.output<z.ZodObject<ReturnType<typeof filters>>>;

const leads = ({ lead, partners }: Session, organization: string): boolean =>
  [...lead, ...partners].some((one) => one.organization === organization);
const isSpoken = ({ languages }: Session, tag: string): boolean =>
  [...(languages?.spoken ?? []), ...(languages?.interpreted ?? [])].includes(tag);

const fits =
  ({ track, room, state, organization, language: tag, day }: Filters) =>
  (session: Session): boolean =>
    (track ?? session.track) === session.track &&
    (room ?? session.room) === session.room &&
    (state ?? session.state) === session.state &&
    (!organization || leads(session, organization)) &&
    (!tag || isSpoken(session, tag)) &&
    (!day || session.local?.start.startsWith(day) === true);

export const sessionRoutes = resource({
  noun: 'session',
  may: 'session:write',
  path: '/summits/{summit}/sessions',
  record: Session,
  draft: SessionDraft,
  between: sessionOrder,
  names: ({ house, at }, body) => unknownToSession(house, at('summit'), salvaged(SessionDraft(), body, sessionNames)),
  examples: {
    create: {
      reference: 'RC 7',
      title: { en: 'Rivers that cross borders' },
      summary: { en: 'How cities on one river plan for the same flood.' },
      objectives: [{ text: { en: 'Agree on what to measure.' } }],
      start: '2027-03-10T09:00:00Z',
      end: '2027-03-10T10:30:00Z',
      languages: { spoken: ['en', 'fr'], interpreted: ['es'] },
      lead: [{ organization: 'arvenne' }],
      instruments: ['river-charter'],
    },
    change: { room: 'room-d' },
  },
  guard: knowsSummit,
  get: ({ house, at }) => getSession(house.table, at('summit'), at('session')),
  whole: {
    schema: () => z.object({ ...Session().shape, panel: z.array(ShownPanelist()), outcomes: z.array(Outcome()) }),
    read: readWhole,
  },
  list: {
    shows: {
      name: 'SessionCard',
      schema: () =>
        Session().omit({
          summary: true,
          objectives: true,
          instruments: true,
          texts: true,
          sources: true,
          corrections: true,
          history: true,
        }),
    },
    filters,
    of: ({ at }) => ({ pk: lists.sessionsOf(at('summit')), index: 'list' }),
    keep: (exchange) => cardSeen<Session>(exchange, 'session', fits(exchange.query)),
  },
  create: ({ house, deed, at }, draft) => createSession(house, deed, at('summit'), draft),
  change: ({ house, deed, at }, patched) => changeSession(house, deed, at('summit'), at('session'), patched),
  pass: ({ house, deed, at }, to) => passSession(house, deed, at('summit'), at('session'), to),
  remove: ({ house, deed, at }) => removeSession(house, deed, at('summit'), at('session')),
});
