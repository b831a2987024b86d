import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../shared/domain/access.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import { decideCirculations } from '../../../shared/operations/decision.ts';
import { sayAgainst } from '../../../shared/operations/objection.ts';
import { extendSilence } from '../../../shared/operations/silence.ts';
import { tellCirculations } from '../../../shared/operations/telling.ts';
import { circulateDeclaration } from '../../../shared/operations/circulation.ts';
import { declarationKind } from '../../../shared/table/declaration.ts';
import { throughWords } from '../../../shared/table/gate.ts';
import { recordsOf } from '../../../shared/table/item.ts';
import { declarationKey, type Key } from '../../../shared/table/key.ts';
import type { Item } from '../../../shared/table/client.ts';
import { getTextVersion, readBody } from '../../../shared/table/text-version.ts';
import { transact } from '../../../shared/table/transact.ts';
import { aRound, type Circle, type Rounds, silenceFaults } from '../../circle.ts';
import type { Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// Objections, extensions, edits and clocks at once, through a proxy that makes them conflict, throttles them and loses their answers. After each
// race the whole table is read: one outcome, and nothing that contradicts it.

const hour = 60 * 60;
let rounds: Rounds;
beforeAll(async () => {
  rounds = await aRound({ seed: 4, throttle: 0.01, cutAfter: 0.01, slow: 0.02, hideTokens: true });
});
afterAll(() => rounds.house.close());
afterEach(async () => {
  const items = await rounds.house.dump();
  expect(silenceFaults(items)).toEqual([]);
  expect(faultsOf(items)).toEqual([]);
});

const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const speaker = (organization: string): Caller => ({
  kind: 'account',
  name: `delegate-of-${organization}`,
  roles: [{ role: 'delegate', organization }],
});

const objectAt = (circle: Circle, organization: string, at: Date): Promise<string> => {
  const { door, deed } = rounds.house;
  const draft = { organization, reason: 'It binds us alone.', as: 'objection' as const };
  return sayAgainst(door.house, deed({ caller: speaker(organization), at }), circle.of, draft).then(({ kind }) => kind);
};

const deadlineOf = async ({ first }: Circle): Promise<number> => Date.parse(String((await rounds.get(first)).deadline));

describe('a hundred objections and three clocks at once', () => {
  test('end in one outcome, which everything that was answered agrees with', async () => {
    const circle = await rounds.sent(100);
    await rounds.reachAll(circle);
    const deadline = await deadlineOf(circle);
    const stamped = new Date(deadline - 1);
    const late = new Date(deadline + 60_000);
    const clock = async (): Promise<void> => {
      await decideCirculations(rounds.house.door.house, late);
    };

    const [answers] = await Promise.all([
      Promise.all(circle.organizations.map((organization) => objectAt(circle, organization, stamped))),
      Promise.all(many(3).map(clock)),
    ]);
    await clock();

    const [text, circulation] = await rounds.states(circle);
    expect(text).toBe(circulation);
    const objections = answers.filter((kind) => kind === 'objection').length;
    expect(text).toBe(objections > 0 ? 'objected' : 'adopted');
    expect((await rounds.get(circle.first)).decided).toMatchObject({ objections });
    const recorded = await rounds.get(`${circle.text}/objections?limit=200`);
    expect(recorded.items).toHaveLength(objections);
    expect((await rounds.get(`${circle.text}/dissociations?limit=200`)).items).toHaveLength(100 - objections);
  });
});

describe('a clock that reads the circulation before another decides, and its declaration after', () => {
  test('finds nothing left to decide', async () => {
    const circle = await rounds.sent(1);
    await rounds.reachAll(circle);
    const deadline = await deadlineOf(circle);
    await objectAt(circle, circle.organizations[0] ?? '', new Date(deadline - 1));
    const late = new Date(deadline + 60_000);
    const { house } = rounds.house.door;
    const { table } = house;
    const { pk } = declarationKey(circle.of.summit, circle.of.declaration);
    let overtaken: Promise<unknown> | undefined;
    const get = async (key: Key): Promise<Item | undefined> => {
      if (key.pk === pk) await (overtaken ??= decideCirculations(house, late));
      return table.get(key);
    };
    await decideCirculations({ ...house, table: { ...table, get } }, late);
    expect(overtaken).toBeDefined();
    expect(await rounds.states(circle)).toEqual(['objected', 'objected']);
  });
});

describe('an objection and the clock', () => {
  test('never both succeed', async () => {
    const outcomes = new Set<string>();
    for (const before of [0, 5, 20, 40]) {
      const circle = await rounds.sent(1);
      await rounds.reachAll(circle);
      const [city = ''] = circle.organizations;
      const deadline = await deadlineOf(circle);
      const [kind] = await Promise.all([
        new Promise((resolve) => setTimeout(resolve, before)).then(() =>
          objectAt(circle, city, new Date(deadline - 1)),
        ),
        rounds.decide(2, new Date(deadline + 60_000)),
      ]);
      await rounds.decide(1, new Date(deadline + 60_000));
      const states = await rounds.states(circle);
      expect(states).toEqual(kind === 'objection' ? ['objected', 'objected'] : ['adopted', 'adopted']);
      outcomes.add(kind);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });
});

describe('an extension and the clock', () => {
  test('either extend or decide', async () => {
    for (const clocks of [1, 3]) {
      const circle = await rounds.sent(1);
      await rounds.reachAll(circle);
      const deadline = await deadlineOf(circle);
      const longer = {
        deadline: new Date(deadline + hour * 1_000).toISOString().replace('.000Z', 'Z'),
        reason: 'Late.',
      };
      const { door, deed } = rounds.house;
      const about = { ...circle.of, circulation: 'c1' };
      const [extended] = await Promise.allSettled([
        extendSilence(door.house, deed({ at: new Date(deadline - 1) }), about, longer),
        rounds.decide(clocks, new Date(deadline + 60_000)),
      ]);
      expect(await rounds.states(circle)).toEqual(
        extended.status === 'fulfilled' ? ['circulated', 'open'] : ['adopted', 'adopted'],
      );
    }
  });
});

describe('circulating while the text is edited', () => {
  const textOf = async ({ of }: Circle): Promise<Item | undefined> =>
    rounds.house.table.get(declarationKey(of.summit, of.declaration));

  // An edit as it is written: through its gate, in one transaction with the words.
  const edit = async (circle: Circle, paragraph: Key, nth: number): Promise<'edited' | 'closed'> => {
    const { table } = rounds.house;
    const request = `edit-${circle.of.summit}-${nth}`;
    try {
      await transact(
        table,
        [
          throughWords(table, circle.of, `paragraph-${nth}`, request),
          {
            action: {
              Update: {
                TableName: table.name,
                Key: paragraph,
                UpdateExpression: 'SET #record.#note = :words, #request = :request',
                ExpressionAttributeNames: { '#record': 'record', '#note': 'text', '#request': 'request' },
                ExpressionAttributeValues: { ':words': { en: `Words ${nth}` }, ':request': request },
              },
            },
            refuse: () => new Error('never'),
          },
        ],
        request,
      );
      return 'edited';
    } catch (error) {
      if ((error as { code?: string }).code === 'text-closed') return 'closed';
      throw error;
    }
  };

  test('freezes what was read, with every edit that passed, and lets none pass afterwards', async () => {
    for (const round of many(3)) {
      const circle = await rounds.circle(2);
      const { door, deed, table } = rounds.house;
      const head = (await textOf(circle)) as Item;
      const items = await table.all({ pk: head.pk, prefix: 'PARAGRAPH#' });
      const paragraph = { pk: items[0]?.pk ?? '', sk: items[0]?.sk ?? '' };
      const [circulation, ...edits] = await Promise.all([
        circulateDeclaration(door.house, deed(), circle.of.summit, circle.of.declaration, {}),
        ...many(6 + round).map((nth) => edit(circle, paragraph, nth)),
      ]);
      const lying = (await table.get(paragraph)) as Item & { record: Json };
      const words = lying.record.text;
      const { summit, declaration } = circle.of;
      const version = await getTextVersion(table, summit, declaration, circulation.text.version);
      expect((await readBody(table, version)).paragraphs[0]?.text).toEqual(words);
      expect(await edit(circle, paragraph, 99)).toBe('closed');
      expect(edits.every((one) => one === 'edited' || one === 'closed')).toBe(true);
      const [found] = recordsOf<Declaration>(declarationKind, [(await textOf(circle)) as Item]);
      expect(found).toMatchObject({ state: 'circulated', text: circulation.text });
    }
  });

  test('twice at once circulates once', async () => {
    const circle = await rounds.circle(3);
    const replies = await Promise.all(
      many(4).map(() => rounds.house.secretariat.post(`${circle.text}/circulations`, {})),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect((await rounds.get(`${circle.first}/asked`)).items).toHaveLength(3);
  });
});

describe('what is cut short', () => {
  test('between those who are asked and the head is nothing, and is done again', async () => {
    const circle = await rounds.circle(3);
    const { door, deed } = rounds.house;
    const broken = {
      ...door.house,
      table: {
        ...door.house.table,
        sendTransaction: () => Promise.reject(Object.assign(new Error('killed'), { name: 'Killed' })),
      },
    };
    const { summit, declaration } = circle.of;
    await expect(circulateDeclaration(broken, deed(), summit, declaration, {})).rejects.toThrow('killed');
    expect((await rounds.get(`${circle.text}/circulations`)).items).toEqual([]);
    expect((await rounds.get(circle.text)).state).toBe('drafting');
    await rounds.house.secretariat.make(`${circle.text}/circulations`, {});
    expect((await rounds.get(`${circle.first}/asked`)).items).toHaveLength(3);
  });

  test('between two who are told tells nobody twice, and forgets nobody', async () => {
    await rounds.post();
    const circle = await rounds.sent(6);
    const { door, clock } = rounds.house;
    let left = 3;
    const failing = {
      ...door.house,
      table: {
        ...door.house.table,
        sendTransaction: (...given: Parameters<typeof door.house.table.sendTransaction>) => {
          left -= 1;
          return left < 0
            ? Promise.reject(Object.assign(new Error('killed'), { name: 'Killed' }))
            : door.house.table.sendTransaction(...given);
        },
      },
    };
    await expect(tellCirculations(failing, clock.now)).rejects.toThrow();
    await Promise.all(many(3).map(() => tellCirculations(door.house, clock.now)));
    const mails = (await rounds.mailroom.deliver()).map(({ to }) => to);
    expect(mails.toSorted()).toEqual(circle.organizations.map((city) => `${city}@example.org`).toSorted());
    await tellCirculations(door.house, clock.now);
    expect(await rounds.mailroom.deliver()).toEqual([]);
  });
});
