import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getTextVersion } from '../../../shared/table/text-version.ts';
import { aRound, type Circle, type Rounds, silenceFaults } from '../../circle.ts';
import { faultsOf } from '../../invariants.ts';

let rounds: Rounds;
beforeAll(async () => {
  rounds = await aRound();
});
afterAll(() => rounds.house.close());
afterEach(async () => {
  const items = await rounds.house.dump();
  expect(silenceFaults(items)).toEqual([]);
  expect(faultsOf(items)).toEqual([]);
});

const meeting = { how: 'acclamation', reason: 'In the closing plenary; minutes, item 7.' };
const adopt = ({ text }: Circle) => rounds.house.secretariat.post(`${text}/adoption`, meeting);

describe('adoption by a meeting', () => {
  test('ends the circulation, freezes its version, and is what the certificate says', async () => {
    const circle = await rounds.sent(3);

    const { status, json } = await adopt(circle);

    expect(status).toBe(200);
    expect(json).toMatchObject({ state: 'adopted', frozen: { how: 'acclamation', version: 'v1' } });
    expect(await rounds.states(circle)).toEqual(['adopted', 'adopted']);
    expect(await rounds.get(`${circle.first}/certificate`)).toMatchObject({
      by: 'acclamation',
      decided: { outcome: 'adopted', how: 'acclamation', objections: 0 },
    });
    const version = await getTextVersion(rounds.house.table, circle.of.summit, circle.of.declaration, 'v1');
    expect(version.frozen?.how).toBe('acclamation');
  });

  test('is refused while an objection stands, and says so', async () => {
    const circle = await rounds.sent(2);
    const [organization = ''] = circle.organizations;
    const speaker = await rounds.delegate(organization);
    await speaker.make(`${circle.text}/objections`, { organization, reason: 'It binds us alone.' });

    const { status, json } = await adopt(circle);

    expect([status, json.type, json.objections]).toEqual([409, '/api#wrong-state', 1]);
    expect(await rounds.states(circle)).toEqual(['circulated', 'open']);
  });

  test('and an objection in the same instant: one of the two', async () => {
    for (let round = 0; round < 4; round += 1) {
      const circle = await rounds.sent(2);
      const [organization = ''] = circle.organizations;
      const speaker = await rounds.delegate(organization);

      const [adopted, objected] = await Promise.all([
        adopt(circle),
        speaker.post(`${circle.text}/objections`, { organization, reason: 'It binds us alone.' }),
      ]);

      // Whoever objects after a meeting has adopted the text dissociates itself from it.
      const isAdopted = adopted.status === 200;
      expect(objected.status).toBe(201);
      expect(objected.json.kind).toBe(isAdopted ? 'dissociation' : 'objection');
      expect(await rounds.states(circle)).toEqual(isAdopted ? ['adopted', 'adopted'] : ['circulated', 'open']);
    }
  });

  test('needs a text that is circulated', async () => {
    const circle = await rounds.circle(1);

    const { status, json } = await adopt(circle);

    expect([status, json.type, json.state]).toEqual([409, '/api#wrong-state', 'drafting']);
  });
});
