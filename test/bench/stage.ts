import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createTable, startEngine } from '../../infra/local/engine.ts';
import { engineEnvironment } from '../../infra/local/table.ts';
import { newId, realPace } from '../../functions/runtime.ts';
import { openTable, type Table } from '../../shared/table/client.ts';
import { draftSession, SessionDraft } from '../../shared/domain/session.ts';
import { announceSummit, SummitDraft } from '../../shared/domain/summit.ts';
import { itemOf } from '../../shared/table/item.ts';
import { outcomeKind } from '../../shared/table/outcome.ts';
import { panelistKind } from '../../shared/table/panelist.ts';
import { sessionKind } from '../../shared/table/session.ts';
import { tallyKey } from '../../shared/table/key.ts';
import { anOutcome } from '../builders.ts';
import { PanelistDraft, seatPanelist } from '../../shared/domain/panelist.ts';

/** The address of the session that is measured. */
export const sessionPath = '/api/v1/summits/bench/sessions/vc-d-12';

export interface Stage {
  table: Table;
  documents: DynamoDBDocumentClient;
  environment: Record<string, string>;
  stop: () => Promise<void>;
}

const words = 'How cities on one river plan for the same flood, and what they ask of those who hold the funds. ';

const items = (request: string) => {
  const summit = announceSummit(
    SummitDraft().parse({ slug: 'bench', title: { en: 'Bench' }, zone: 'Africa/Cairo', rehearsal: true }),
  );
  const draft = SessionDraft().parse({
    reference: 'VC-D 12',
    title: { en: 'Rivers that cross borders', fr: 'Des fleuves qui traversent les frontières' },
    summary: { en: words.repeat(20), fr: words.repeat(20) },
    objectives: Array.from({ length: 4 }, (_, at) => ({ text: { en: `${words}${at}` } })),
    start: '2027-03-10T09:00:00Z',
    end: '2027-03-10T10:30:00Z',
  });
  const session = {
    ...draftSession(summit, { ...draft, lead: [{ organization: 'arvenne', printed: 'Arvenne' }], partners: [] }),
    state: 'concluded' as const,
  };
  const panel = Array.from({ length: 6 }, (_, at) =>
    seatPanelist(
      { summit: 'bench', session: 'vc-d-12' },
      `panelist-${at}`,
      { id: `person-${at}`, name: `Lina Okafor-Brandt ${at}` } as never,
      {
        ...PanelistDraft().parse({
          person: `person-${at}`,
          role: 'panelist',
          consent: { by: 'bearer', on: '2027-01-15' },
        }),
        organizations: [{ organization: 'arvenne', printed: 'Arvenne' }],
      },
    ),
  );
  const outcomes = Array.from({ length: 8 }, (_, at) =>
    anOutcome({ summit: 'bench', session: 'vc-d-12', slug: String(at + 1), state: 'filed', text: { en: words } }),
  );
  return [
    itemOf(sessionKind, session, request),
    ...panel.map((panelist) => itemOf(panelistKind, panelist, request)),
    ...outcomes.map((outcome) => itemOf(outcomeKind, outcome, request)),
    { ...tallyKey('bench', 'vc-d-12'), type: 'tally', version: 1, panel: 6, chairs: 0, lastOutcome: 8 },
  ];
};

/** An engine with one session of ordinary size: four objectives, six panelists, eight outcomes. */
export const aStage = async (): Promise<Stage> => {
  const engine = await startEngine();
  await createTable(engine.endpoint, 'bench');
  const environment = {
    ...engineEnvironment(engine.endpoint),
    TABLE: 'bench',
    ISSUER: 'http://127.0.0.1:9',
    CLIENT_IDS: 'bench',
  };
  Object.assign(process.env, environment);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = openTable(documents, 'bench', realPace);
  await table.batchWrite(items(newId()));
  return { table, documents, environment, stop: engine.stop };
};
