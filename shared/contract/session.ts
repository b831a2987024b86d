import * as z from 'zod';
import { seesPlanned } from '../domain/access.ts';
import { language } from '../domain/language.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { Outcome } from '../domain/outcome.ts';
import { slug } from '../domain/record.ts';
import { asReleased } from '../domain/released.ts';
import { Session, SessionDraft, sessionOrder } from '../domain/session.ts';
import { salvaged } from '../http/body.ts';
import { listQuery, sliced } from '../http/paging.ts';
import type { Answer, Exchange } from '../http/route.ts';
import type { Item, Table } from '../table/client.ts';
import { lists } from '../table/key.ts';
import { cardOf } from '../table/list.ts';
import { currentRelease, releasedIn } from '../table/release.ts';
import { getSession, getWholeSession, sessionKind } from '../table/session.ts';
import { allSeen, seen } from './noun.ts';
import { behind, knowsSummit } from './guard.ts';
import { ShownPanelist } from './panelist.ts';
import { asShown, mayPlan, sessionsShown } from './released.ts';
import { resource } from './resource.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/session.ts');

/** A session with its panel in printed order and its outcomes: one Query, and beside it, for everyone, how it was released. */
const readWhole = async (exchange: Exchange): Promise<Answer> => {
  const whole = getWholeSession(exchange.house.table, exchange.at('summit'), exchange.at('session'));
  const { session, panel } = await asShown(exchange, whole);
  const { outcomes } = await whole;
  return {
    body: {
      ...seen(exchange, 'session', session),
      panel: allSeen(exchange, 'panelist', panel),
      outcomes: allSeen(exchange, 'outcome', outcomes),
    },
    version: session.version,
  };
};

const released = () => ({
  released: z.string().optional().meta({ description: 'The release that it is shown from.' }),
});

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

type Listed = Exchange<z.output<ReturnType<typeof query>>>;
const query = () => listQuery(filters());

const inOrder = ({ start, slug: name }: Session): string => `${start ?? '~'}#${name}`;

const carded = (session: Session): Session => (sessionKind.card?.(session) ?? session) as Session;

/** The sessions as everyone sees them. They are put in order by what everyone sees of them: where the plan has them is nobody's to find out. */
const publicList = async (exchange: Listed): Promise<Answer> => {
  return sliced(exchange, () => sessionsAsReleased(exchange), { keyOf: inOrder, show: (session) => session });
};

const sessionsAsReleased = async (exchange: Listed): Promise<Session[]> => {
  const [{ table }, summit] = [exchange.house, exchange.at('summit')];
  const [items, release] = await Promise.all([
    table.all({ pk: lists.sessionsOf(summit), index: 'list' }),
    releaseOf(table, summit),
  ]);
  const sessions = items.map((item) => cardOf(item).card as unknown as Session);
  const shown = sessions.flatMap((session): Session[] => {
    if (session.origin === 'reported' || !release) return [session];
    const released = release.cards.get(session.slug);
    return released ? [carded(asReleased(session, released, release.slug))] : [];
  });
  const all = allSeen(exchange, 'session', shown) as Session[];
  return all.filter(fits(exchange.query)).toSorted((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1));
};

const releaseOf = async (table: Table, summit: string) => {
  const release = await currentRelease(table, summit);
  if (!release) return undefined;
  const all = await releasedIn(table, release);
  return { slug: release.slug, cards: new Map(all.map((one) => [one.card.slug, one])) };
};

/** A page as somebody sees it who has a part in planning: what is theirs as it is planned, and the rest as everyone sees it. */
const plannedList = async (exchange: Listed, answer: Answer): Promise<Answer> => {
  const page = answer.body as { items: Session[] };
  const items = allSeen(exchange, 'session', (await sessionsShown(exchange, page.items)).map(carded)) as Session[];
  return { ...answer, body: { ...page, items: items.filter(fits(exchange.query)) } };
};

const keep =
  (exchange: Listed) =>
  (item: Item): object | undefined => {
    const card = cardOf(item).card as unknown as Session;
    return !seesPlanned(exchange.caller, card) || fits(exchange.query)(card) ? card : undefined;
  };

export const sessionRoutes = resource({
  noun: 'session',
  may: 'session:write',
  path: '/summits/{summit}/sessions',
  record: Session,
  draft: SessionDraft,
  between: sessionOrder,
  names: async ({ house, at }, body) => {
    const { sessionNames, unknownToSession } = await deeds();
    return unknownToSession(house, at('summit'), salvaged(SessionDraft(), body, sessionNames));
  },
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
    schema: () =>
      z.object({ ...Session().shape, ...released(), panel: z.array(ShownPanelist()), outcomes: z.array(Outcome()) }),
    read: readWhole,
  },
  list: {
    shows: {
      name: 'SessionCard',
      schema: () =>
        Session()
          .omit({
            summary: true,
            objectives: true,
            instruments: true,
            texts: true,
            waivers: true,
            sources: true,
            corrections: true,
            history: true,
          })
          .extend(released()),
    },
    filters,
    of: ({ at }) => ({ pk: lists.sessionsOf(at('summit')), index: 'list' }),
    keep,
    show: async (exchange: Listed, page) => {
      const guard = knowsSummit(exchange);
      if (exchange.caller.kind === 'everyone') return behind(guard, publicList(exchange));
      const answer = await behind(guard, page());
      return mayPlan(exchange) ? plannedList(exchange, answer) : publicList(exchange);
    },
  },
  create: async ({ house, deed, at }, draft) => (await deeds()).createSession(house, deed, at('summit'), draft),
  change: async ({ house, deed, at }, patched) =>
    (await deeds()).changeSession(house, deed, at('summit'), at('session'), patched),
  pass: async ({ house, deed, at }, to) => (await deeds()).passSession(house, deed, at('summit'), at('session'), to),
  remove: async ({ house, deed, at }) => (await deeds()).removeSession(house, deed, at('summit'), at('session')),
});
