import { BatchWriteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Caller } from '../../shared/domain/access.ts';
import { PanelistDraft, seatPanelist } from '../../shared/domain/panelist.ts';
import { draftSession, type Session, SessionDraft } from '../../shared/domain/session.ts';
import { announceSummit, SummitDraft } from '../../shared/domain/summit.ts';
import type { House } from '../../shared/operations/perform.ts';
import { releaseProgramme } from '../../shared/operations/release.ts';
import type { Item } from '../../shared/table/client.ts';
import { itemOf } from '../../shared/table/item.ts';
import { collections, lists, tallyKey } from '../../shared/table/key.ts';
import { panelistIn } from '../../shared/table/panelist.ts';
import { cardsOfDay, findProgramme } from '../../shared/table/release.ts';
import { sessionKind } from '../../shared/table/session.ts';
import { summitKind } from '../../shared/table/summit.ts';
import { aPerson } from '../records.ts';
import { inTurns, type Ratio, timed } from './measure.ts';
import type { Stage } from './stage.ts';

const slug = 'released';
const [sessions, days] = [700, 5];
const organizer: Caller = { kind: 'account', name: 'bench', roles: [{ role: 'secretariat' }] };
const sat = announceSummit(
  SummitDraft().parse({ slug, title: { en: 'Bench' }, zone: 'Africa/Cairo', rehearsal: true }),
);

const whole = (nth: number, title = `Session ${nth}`): Session => {
  const from = Date.parse(`2027-03-${10 + (nth % days)}T06:00:00Z`) + (nth % 10) * 3_600_000;
  const [start, end] = [from, from + 2_700_000].map((at) => new Date(at).toISOString());
  const draft = SessionDraft().parse({
    reference: `S ${nth}`,
    title: { en: title },
    summary: { en: title.repeat(40) },
    room: `room-${nth % 20}`,
    start,
    end,
  });
  return {
    ...draftSession(sat, { ...draft, lead: [{ organization: 'arvenne', printed: 'Arvenne' }], partners: [] }),
    state: 'scheduled',
  };
};

/** A session with six panelists, as it lies in the table. */
const itemsOf = (session: Session): Item[] => [
  itemOf(sessionKind, session, 'bench'),
  { ...tallyKey(slug, session.slug), type: 'tally', version: 1, panel: 6, chairs: 0, lastOutcome: 0 },
  ...Array.from({ length: 6 }, (_, nth) => {
    const person = aPerson({ id: `${session.slug}-${nth}`, rehearsal: true });
    const draft = PanelistDraft().parse({
      person: person.id,
      role: 'panelist',
      consent: { by: 'bearer', on: '2027-01-15' },
    });
    const seat = seatPanelist({ summit: slug, session: session.slug }, `n${nth}`, person, {
      ...draft,
      organizations: [],
    });
    return itemOf(panelistIn(session), { ...seat, state: 'confirmed' }, 'bench');
  }),
];

/** The same cards written by themselves: 25 in a batch and four batches at once, as the table's own writing does it. */
const bareWriting = async (house: House, documents: DynamoDBDocumentClient): Promise<() => Promise<void>> => {
  const released = await findProgramme(house.table, slug);
  const cards = await house.table.all(collections.cardsOf(slug, released?.batch ?? ''));
  const requests = cards.map((card) => ({
    PutRequest: { Item: { ...card, pk: `${card.pk}#bare`, listPk: `${String(card.listPk)}#bare` } },
  }));
  const slices = Array.from({ length: Math.ceil(cards.length / 25) }, (_, at) => requests.slice(at * 25, at * 25 + 25));
  return async () => {
    for (let at = 0; at < slices.length; at += 4)
      await Promise.all(
        slices
          .slice(at, at + 4)
          .map((slice) => documents.send(new BatchWriteCommand({ RequestItems: { [house.table.name]: slice } }))),
      );
  };
};

/** A day of a release, read and parsed, against its Query by itself. */
const publicDay = async (house: House, documents: DynamoDBDocumentClient): Promise<Ratio> => {
  const release = await findProgramme(house.table, slug);
  if (!release) throw new Error('Nothing was released.');
  const day = '2027-03-11';
  const query = new QueryCommand({
    TableName: house.table.name,
    IndexName: 'list',
    KeyConditionExpression: 'listPk = :pk',
    ExpressionAttributeValues: { ':pk': lists.cardsOn(slug, release.batch, day) },
  });
  const [ours, bare] = [() => cardsOfDay(house.table, release, day), () => documents.send(query)];
  for (let warm = 0; warm < 10; warm += 1) await Promise.all([ours(), bare()]);
  const [mine = 0, its = 0] = await inTurns(60, [() => timed(ours), () => timed(bare)]);
  return {
    what: 'a day of a release with 140 sessions, against its Query by itself',
    ours: mine,
    bare: its,
    budget: 1.25,
  };
};

/** What it costs to release a programme, and to read a day of it. */
export const releaseRatios = async (house: House, { documents }: Pick<Stage, 'documents'>): Promise<Ratio[]> => {
  const all = Array.from({ length: sessions }, (_, nth) => whole(nth));
  await house.table.batchWrite([itemOf(summitKind, sat, 'bench'), ...all.flatMap(itemsOf)]);
  let version = 1;
  const release = async (): Promise<number> => {
    // One session is said otherwise each time, and all 700 are written anew.
    const changed = { ...whole(0, `Session of release ${(version += 1)}`), version };
    await house.table.batchWrite([itemOf(sessionKind, changed, 'bench')]);
    const deed = { caller: organizer, request: house.newId(), at: new Date() };
    return timed(() => releaseProgramme(house, deed, slug, {}));
  };
  await release();
  const writing = await bareWriting(house, documents);
  const [ours = 0, bare = 0] = await inTurns(7, [release, () => timed(writing)]);
  return [
    { what: 'a release of 700 sessions with six panelists each, against writing its cards by themselves', ours, bare },
    await publicDay(house, documents),
  ];
};
