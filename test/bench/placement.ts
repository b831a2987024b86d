import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Caller } from '../../shared/domain/access.ts';
import type { Claim } from '../../shared/domain/ledger.ts';
import { type Panelist, PanelistDraft, seatPanelist } from '../../shared/domain/panelist.ts';
import { draftSession, type Session, SessionDraft } from '../../shared/domain/session.ts';
import { announceSummit, SummitDraft } from '../../shared/domain/summit.ts';
import type { House } from '../../shared/operations/perform.ts';
import { placeSession } from '../../shared/operations/placement.ts';
import { type Item, openTable, type Table } from '../../shared/table/client.ts';
import { itemOf } from '../../shared/table/item.ts';
import { ledgerKey, tallyKey } from '../../shared/table/key.ts';
import { panelistIn } from '../../shared/table/panelist.ts';
import { personKind } from '../../shared/table/person.ts';
import { roomKind } from '../../shared/table/room.ts';
import { sessionKind } from '../../shared/table/session.ts';
import { summitKind } from '../../shared/table/summit.ts';
import { aPerson, aRoom } from '../records.ts';
import { inTurns, type Ratio, timed } from './measure.ts';
import type { Stage } from './stage.ts';

const rounds = 100;
const perDay = 10;
const scheduler: Caller = { kind: 'account', name: 'bench', roles: [{ role: 'secretariat' }] };

const dayOf = (nth: number): string => `2027-03-${String(10 + nth).padStart(2, '0')}`;
const hourOf = (nth: number): string => String(8 + nth).padStart(2, '0');
const span = (day: number, hour: number) => ({
  start: `${dayOf(day)}T${hourOf(hour)}:00:00Z`,
  end: `${dayOf(day)}T${hourOf(hour)}:45:00Z`,
});

/** A summit with so many sessions, ten in each room on each of ten days at most, and one of twelve panelists that has no place yet. */
const aProgramme = (summit: string, count: number): Item[] => {
  const sat = announceSummit(
    SummitDraft().parse({ slug: summit, title: { en: 'Bench' }, zone: 'Africa/Cairo', rehearsal: true }),
  );
  const days = Math.min(10, count / perDay / 5);
  const rooms = count / perDay / days;
  const whole = (reference: string, place: object): Session =>
    draftSession(sat, {
      ...SessionDraft().parse({ reference, title: { en: reference }, ...place }),
      lead: [],
      partners: [],
    });
  const placed = Array.from({ length: rooms * days }, (_, page) => {
    const [room, day] = [`room-${page % rooms}`, Math.floor(page / rooms)];
    const sessions = Array.from({ length: perDay }, (__, hour) =>
      whole(`S ${page} ${hour}`, { room, ...span(day, hour) }),
    );
    const claims = sessions.map(({ slug, reference, start = '', end = '' }): Claim => ({
      summit,
      session: slug,
      reference,
      start,
      end,
      by: ['room'],
    }));
    return [
      ...sessions.map((session) => itemOf(sessionKind, { ...session, state: 'accepted' }, 'bench')),
      { ...ledgerKey({ summit, room }, dayOf(day)), type: 'ledger', schema: 1, version: 1, request: 'bench', claims },
    ];
  });
  const mine = { ...whole('Mine', {}), state: 'accepted' as const };
  const panel = Array.from({ length: 12 }, (_, nth): Panelist => {
    const person = aPerson({ id: `${summit}-p${nth}`, rehearsal: true });
    const draft = PanelistDraft().parse({ person: person.id, role: 'panelist' });
    const seat = seatPanelist({ summit, session: mine.slug }, `n${nth}`, person, { ...draft, organizations: [] });
    return { ...seat, state: 'confirmed' };
  });
  return [
    itemOf(summitKind, sat, 'bench'),
    ...Array.from({ length: rooms }, (_, nth) => itemOf(roomKind, aRoom({ summit, slug: `room-${nth}` }), 'bench')),
    itemOf(roomKind, aRoom({ summit, slug: 'free', changeover: 15 }), 'bench'),
    ...placed.flat(),
    itemOf(sessionKind, mine, 'bench'),
    ...panel.map((one) => itemOf(panelistIn(mine), one, 'bench')),
    ...panel.map(({ person }) => itemOf(personKind, aPerson({ id: person, rehearsal: true }), 'bench')),
    {
      ...tallyKey(summit, mine.slug),
      type: 'tally',
      version: 1,
      panel: 12,
      chairs: 0,
      lastOutcome: 0,
      people: new Set(panel.map(({ person }) => person)),
    },
  ];
};

let turns = 0;

/** Moves the session of twelve to another hour, of the second day, in its own room. */
const placing = (house: House, summit: string) => (): Promise<unknown> => {
  turns += 1;
  const deed = {
    caller: scheduler,
    request: `placing-${turns}`,
    at: new Date('2027-02-01T09:00:00Z'),
    ifMatch: '*' as const,
  };
  return placeSession(house, deed, summit, 'mine', { draft: { room: 'free', ...span(1, turns % perDay) } });
};

type Command = Parameters<DynamoDBDocumentClient['send']>[0];

/** What a deed asks of the table, in groups that are asked at the same time; its transaction is kept back. */
const asked = async (
  documents: DynamoDBDocumentClient,
  house: House,
  deed: (house: House) => Promise<unknown>,
): Promise<Command[][]> => {
  const groups: Command[][] = [];
  const kept = new Error('kept back');
  let underWay = 0;
  const send = async (command: Command): Promise<unknown> => {
    if (underWay === 0) groups.push([]);
    groups.at(-1)?.push(command);
    if (command instanceof TransactWriteCommand) throw kept;
    underWay += 1;
    try {
      return await documents.send(command);
    } finally {
      underWay -= 1;
    }
  };
  const listening = { send } as unknown as DynamoDBDocumentClient;
  const table: Table = openTable(listening, house.table.name, house.table.pace);
  await deed({ ...house, table }).catch((error: unknown) => {
    if (error !== kept) throw error;
  });
  return groups;
};

const again = async (documents: DynamoDBDocumentClient, groups: readonly Command[][]): Promise<void> => {
  for (const group of groups) await Promise.all(group.map((command) => documents.send(command)));
};

const bare = (house: House, documents: DynamoDBDocumentClient, summit: string) => async (): Promise<number> => {
  const groups = await asked(documents, house, (listening) => placing(listening, summit)());
  return timed(() => again(documents, groups));
};

/** Placing a session of twelve panelists, against what it asks of the table by itself; and among 5,000 sessions against among 100. */
export const placementRatios = async (house: House, { documents }: Pick<Stage, 'documents'>): Promise<Ratio[]> => {
  await house.table.batchWrite([...aProgramme('small', 100), ...aProgramme('large', 5_000)]);
  const [small, large] = [placing(house, 'small'), placing(house, 'large')];
  for (let warm = 0; warm < 30; warm += 1) for (const one of [small, large]) await one();
  const alone = await inTurns(rounds, [() => timed(small), bare(house, documents, 'small')]);
  const both = await inTurns(
    rounds,
    [large, small, small, large].map((work) => () => timed(work)),
  );
  const [first = 0, second = 0, third = 0, fourth = 0] = both;
  return [
    {
      what: 'placing a session with 12 panelists, against its reads and its transaction by themselves',
      ours: alone[0] ?? 0,
      bare: alone[1] ?? 0,
      budget: 1.3,
    },
    {
      what: 'placing it among 5,000 sessions of the summit, against among 100',
      ours: (first + fourth) / 2,
      bare: (second + third) / 2,
      budget: 1.1,
    },
  ];
};
