import * as z from 'zod';
import { view } from '../domain/access.ts';
import { CheckIn, CheckInDraft } from '../domain/check-in.ts';
import { Commitment, CommitmentDraft, dueOn, isOverdue } from '../domain/commitment.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import { slug } from '../domain/record.ts';
import { dayOf } from '../domain/sign.ts';
import type { Signature } from '../domain/signature.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { passCommitment, recordCheckIn, recordCommitment } from '../operations/commitment.ts';
import { checkInKind, commitmentKind, getCheckIn, getCommitment } from '../table/commitment.ts';
import { allSignatures } from '../table/declaration.ts';
import { recordOf } from '../table/item.ts';
import { collections } from '../table/key.ts';
import { getSummit } from '../table/summit.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';
import { answerOf, createdAt, recordSeen } from './noun.ts';
import { resource } from './resource.ts';

const path = '/summits/{summit}/declarations/{declaration}/commitments';

/** A commitment with the day on which it is due. */
export const CommitmentWhole = once(() =>
  z.object({
    ...Commitment().shape,
    dueOn: z
      .string()
      .nullable()
      .meta({ description: 'The day on which it is due; null while its owner has not joined, and it does not run.' }),
    overdue: z.boolean().meta({ description: 'Whether it is open and that day is past.' }),
  }),
);

/** What a commitment's day goes by: who joined when, and today. */
interface Calendar {
  signatures: readonly Signature[];
  today: string;
}

type Asked = Pick<Exchange, 'house' | 'at' | 'deed' | 'caller'>;

const calendarOf = async ({ house, at, deed }: Asked): Promise<Calendar> => {
  const [signatures, { zone = 'UTC' }] = await Promise.all([
    allSignatures(house.table, at('summit'), at('declaration')),
    getSummit(house.table, at('summit')),
  ]);
  return { signatures, today: dayOf(deed.at, zone) };
};

/** A commitment as the caller sees it, with its day. */
export const commitmentShown = (
  { caller }: Pick<Asked, 'caller'>,
  commitment: Commitment,
  { signatures, today }: Calendar,
): object | undefined => {
  const shown = view(caller, 'commitment', commitment);
  const due = dueOn(commitment, signatures);
  return shown && { ...shown, dueOn: due ?? null, overdue: isOverdue(commitment, due, today) };
};

const where = ({ at }: Pick<Exchange, 'at'>) => ({ summit: at('summit'), declaration: at('declaration') });
const one = ({ at }: Pick<Exchange, 'at'>) => ({ ...where({ at }), commitment: at('commitment') });

const overdue = () =>
  z
    .union([z.literal('today'), z.iso.date()], { error: 'Give a day, such as "2032-06-30", or "today".' })
    .optional()
    .meta({ description: 'Those that were due before that day, or before today, and are open.' });

const commitments = resource({
  noun: 'commitment',
  may: 'commitment:write',
  path,
  record: Commitment,
  draft: CommitmentDraft,
  examples: {
    create: {
      owner: { organization: 'arvenne' },
      text: { en: 'to open one desk for everybody who arrives' },
      measure: 'One desk is open to everybody.',
      due: { months: 12, after: 'joining' },
      slug: 'one-desk',
    },
    change: undefined,
  },
  guard: knowsDeclaration,
  get: ({ house, at }) => getCommitment(house.table, at('summit'), at('declaration'), at('commitment')),
  whole: {
    schema: CommitmentWhole,
    read: async (exchange) => {
      const { house, at } = exchange;
      const found = Promise.all([
        getCommitment(house.table, at('summit'), at('declaration'), at('commitment')),
        calendarOf(exchange),
      ]);
      const [commitment, calendar] = await behind(knowsDeclaration(exchange), found);
      return { body: commitmentShown(exchange, commitment, calendar), version: commitment.version };
    },
  },
  list: {
    shows: { name: 'CommitmentWhole', schema: CommitmentWhole },
    filters: () => ({
      owner: slug().optional(),
      state: z.enum(statesOf('commitment')).optional(),
      overdue: overdue(),
    }),
    of: ({ at }) => collections.commitmentsOf(at('summit'), at('declaration')),
    keep: async (exchange) => {
      const { owner, state, overdue: asked } = exchange.query;
      const calendar = await calendarOf(exchange);
      const day = asked === 'today' ? calendar.today : asked;
      return (item) => {
        const found = recordOf(commitmentKind, item);
        const isKept =
          (owner ?? found.owner.organization) === found.owner.organization &&
          (state ?? found.state) === found.state &&
          (day === undefined || isOverdue(found, dueOn(found, calendar.signatures), day));
        return isKept ? commitmentShown(exchange, found, calendar) : undefined;
      };
    },
  },
  create: ({ house, deed, at }, draft) => recordCommitment(house, deed, where({ at }), draft),
  pass: ({ house, deed, at }, to) => passCommitment(house, deed, one({ at }), to),
});

const checkIns: Route[] = [
  route({
    method: 'GET',
    path: `${path}/{commitment}/check-ins`,
    may: 'read',
    named: { id: 'listCheckIns', noun: 'commitment' },
    summary: 'Lists the check-ins of a commitment',
    answers: { name: 'CheckIn', schema: CheckIn, list: true },
    query: () => listQuery({}),
    handle: (exchange) => {
      const { at, house } = exchange;
      const of = collections.checkInsOf(at('summit'), at('declaration'), at('commitment'));
      const page = Promise.all([
        getCommitment(house.table, at('summit'), at('declaration'), at('commitment')),
        listed(exchange, of, recordSeen(exchange, checkInKind)),
      ]);
      return behind(knowsDeclaration(exchange), page).then(([, answer]) => answer);
    },
  }),
  route({
    method: 'POST',
    path: `${path}/{commitment}/check-ins`,
    may: 'commitment:write',
    named: { id: 'createCheckIn', noun: 'commitment' },
    summary: 'Checks in on a commitment, with what shows it',
    answers: { name: 'CheckIn', schema: CheckIn },
    body: CheckInDraft,
    example: () => ({
      on: '2027-09-01',
      status: 'on-track',
      words: 'Two of three desks are merged.',
      by: 'The office of the mayor of Arvenne',
      link: 'https://example.org/desks',
    }),
    handle: async (exchange) => {
      const { house, deed, body, at, path: address } = exchange;
      const made = await recordCheckIn(house, deed, one({ at }), body);
      return createdAt(exchange, 'check-in', made, `${address}/${made.slug}`);
    },
  }),
  route({
    method: 'GET',
    path: `${path}/{commitment}/check-ins/{checkIn}`,
    may: 'read',
    named: { id: 'readCheckIn', noun: 'commitment' },
    summary: 'Reads a check-in',
    answers: { name: 'CheckIn', schema: CheckIn },
    handle: async (exchange) => {
      const { house, at } = exchange;
      const found = getCheckIn(house.table, one({ at }), at('checkIn'));
      return answerOf(exchange, 'check-in', await behind(knowsDeclaration(exchange), found));
    },
  }),
];

export const commitmentRoutes: Route[] = [...commitments, ...checkIns];
