import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../../shared/domain/pasted.ts';
import { aDoor, type Client, type Household, type Json } from '../../door.ts';
import { faultsOf } from '../../invariants.ts';

// A network's list of people, as it keeps it in a spreadsheet.

let house: Household;
let noor: Client;
let organizer: Client;
const summit = '/summits/arvenne-2031';

beforeAll(async () => {
  house = await aDoor();
  const { make } = house.secretariat;
  for (const [slug, name, kind] of [
    ['river-league', 'League of River Cities', 'city-network'],
    ['hill-alliance', 'Alliance of Hills', 'city-network'],
    ['arvenne', 'Arvenne', 'city'],
    ['port-selva', 'Port Selva', 'city'],
  ])
    await make('/organizations', { slug, name: { en: name }, kind });
  await make('/organizations/arvenne/memberships', { in: 'river-league', as: 'member' });
  await make('/summits', { slug: 'arvenne-2031', title: { en: 'S' }, zone: 'Europe/Paris' });
  noor = await house.as('noor', { role: 'delegate', organization: 'river-league' });
  organizer = await house.as('oda', { role: 'organizer', summit: 'arvenne-2031' });
});
afterAll(() => house.close());
afterEach(async () => {
  expect(faultsOf(await house.dump())).toEqual([]);
  expect(house.logged).toEqual([]);
});

let numbers = 0;
const aSession = async (panelSize = 30): Promise<string> => {
  const at = (numbers += 1);
  await organizer.make(`${summit}/tracks`, { slug: `track-${at}`, title: { en: 'T' }, panelSize, oneChair: true });
  await organizer.make(`${summit}/sessions`, { reference: `A ${at}`, title: { en: 'A' }, track: `track-${at}` });
  await organizer.pass(`${summit}/sessions/a-${at}`, 'submitted', 'accepted');
  return `a-${at}`;
};
const aDesk = async (given: Json = {}): Promise<string> => {
  const slug = `desk-${(numbers += 1)}`;
  const draft = { organization: 'river-league', quota: 3, deadline: '2031-04-01T00:00:00Z', slug, ...given };
  await organizer.make(`${summit}/desks`, draft);
  return `${summit}/desks/${slug}`;
};

const lines = (...rows: string[]): string => rows.join('\n');
const paste = async (desk: string, rows: string, confirm = false): Promise<Json> =>
  (await noor.post(`${desk}/nominations.csv`, { rows, confirm })).json;

const said = ({ rows }: Json): unknown[] =>
  (rows as Row[]).map(({ line, says, errors = [] }) => [
    line,
    says,
    ...errors.map(({ column = '', detail }) => `${column}: ${detail}`),
  ]);
const verdicts = ({ rows }: Json): string[] => (rows as Row[]).map(({ says }) => says);
const namesAt = async (desk: string): Promise<unknown[]> =>
  ((await noor.get(`${desk}/nominations`)).json.items ?? []).map(({ name }) => name);

const five = (word: string): string =>
  lines('name\temail', ...[1, 2, 3, 4, 5].map((at) => `${word} ${at}\t${word.toLowerCase()}-${at}@example.org`));

describe('a pasted list of people', () => {
  test('says who is one more than the quota, and writes the others once that is confirmed', async () => {
    const desk = await aDesk();
    const before = await house.dump();
    const preview = await paste(desk, five('Quota'));
    expect(said(preview)).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'new'],
      [5, 'over-quota', ': 3 of 3 people are used. Replace or withdraw a nomination, or ask an organizer for more.'],
      [6, 'over-quota', ': 3 of 3 people are used. Replace or withdraw a nomination, or ask an organizer for more.'],
    ]);
    expect(await house.dump()).toEqual(before);

    const written = await paste(desk, five('Quota'), true);
    expect([said(written), written.written]).toEqual([said(preview), 3]);
    expect(await namesAt(desk)).toEqual(['Quota 1', 'Quota 2', 'Quota 3']);
    expect((await organizer.get(desk)).json.used).toBe(3);
  });

  test('is known the next time, and changes nothing', async () => {
    const desk = await aDesk({ quota: 9 });
    const rows = lines(
      'Name;E-mail;language;title;for;role;order;biography:en',
      'Sanna Brook;sanna@example.org;fr;"Mayor; twice";ARVENNE;keynote;2;"Mayor.\nOf Arvenne."',
      'Tobias Wend;tobias@example.org;;;;;;',
    ).replace('E-mail', 'email');
    const first = await paste(desk, rows, true);
    expect([verdicts(first), first.written]).toEqual([['new', 'new'], 2]);
    const slug = String((first.rows as Row[])[0]?.slug);
    expect((await noor.get(`${desk}/nominations/${slug}`)).json).toMatchObject({
      name: 'Sanna Brook',
      email: 'sanna@example.org',
      language: 'fr',
      title: 'Mayor; twice',
      for: 'arvenne',
      role: 'keynote',
      order: 2,
      biography: { en: 'Mayor.\nOf Arvenne.' },
      state: 'accepted',
    });
    const before = await house.dump();
    for (const again of [rows, rows.replace('Sanna Brook', 'SANNA  BROOK').replace('sanna@', 'Sanna@')]) {
      const answer = await paste(desk, again, true);
      expect([verdicts(answer), answer.written, answer.detail]).toEqual([
        ['known', 'known'],
        0,
        'Nothing was written: no row says anything new.',
      ]);
    }
    expect(await house.dump()).toEqual(before);
  });

  test('counts a person once at the desk of a summit, and a place each at that of a session', async () => {
    const [one, other] = [await aSession(), await aSession()];
    const desk = await aDesk({ quota: 1 });
    const rows = lines('name,email,session', `Ada Lind,ada@example.org,${one}`, `Ada Lind,ada@example.org,${other}`);
    expect(verdicts(await paste(desk, rows))).toEqual(['new', 'new']);
    expect((await paste(desk, rows, true)).written).toBe(2);
    const more = lines('name,email,session', `Ada Lind,ada@example.org,${one}`, `Ben Lind,ben@example.org,${one}`);
    expect(verdicts(await paste(desk, more))).toEqual(['known', 'over-quota']);
    expect(verdicts(await paste(desk, more, true))).toEqual(['known', 'over-quota']);
  });

  test('clashes with a full panel, a chair that is taken, itself, and what was said otherwise', async () => {
    const session = await aSession(3);
    const desk = await aDesk({ quota: 20, session });
    const rows = lines(
      'name,email,role,title',
      'Ada Moor,ada.moor@example.org,chair,',
      'Ben Moor,ben.moor@example.org,moderator,',
      'Cleo Moor,cleo.moor@example.org,,Mayor',
      'Cleo Moor,cleo.moor@example.org,,Deputy mayor',
      'Dan Moor,dan.moor@example.org,,',
      'Eva Moor,eva.moor@example.org,,',
    );
    const expected = [
      [2, 'new'],
      [
        3,
        'clash',
        ': The panel already has its moderator or chair. Give this person another role, or withdraw the other first.',
      ],
      [4, 'new'],
      [5, 'clash', ': Line 4 is about the same, and says something else. Keep one of the two.'],
      [6, 'new'],
      [7, 'clash', ': The panel has 3 of 3 people. Withdraw or replace somebody first, or let the track allow more.'],
    ];
    expect(said(await paste(desk, rows))).toEqual(expected);
    expect(said(await paste(desk, rows, true))).toEqual(expected);
    const otherwise = lines('name,email,title', 'Ada Moor,ada.moor@example.org,Mayor');
    const refused = await paste(desk, otherwise, true);
    expect(said(refused)).toEqual([
      [
        2,
        'clash',
        ': They are nominated already, with something else in: title. Withdraw that nomination and make it anew to change it.',
      ],
    ]);
    // What it says to do can be done.
    const [{ conflictsWith = '' }] = refused.rows as [Row];
    await noor.make(`${conflictsWith.replace('/api/v1', '')}/withdrawal`, {});
    await noor.make(`${desk}/nominations`, { name: 'Ada Moor', email: 'ada.moor@example.org', title: 'Mayor' });
  });

  test('that is wrong says in which line and column', async () => {
    const desk = await aDesk({ quota: 20 });
    const rows = lines(
      'name,email,language,for,session,role,order',
      ',a@example.org,,,,,',
      'A,nobody,de,Arvene,,king,first',
      'A,a@example.org,de,,,king,first',
      'B,b@example.org,,port-selva,Z 99,,',
      'C,c@example.org,,port-selva,,,',
    );
    expect(said(await paste(desk, rows, true))).toEqual([
      [2, 'wrong', 'name: Give this field; it is needed.'],
      [3, 'wrong', 'for: There is no organization of this slug or name. Near it: arvenne.'],
      [
        4,
        'wrong',
        'language: Use one of: "en", "fr", "es", "ar", "zh", "ru".',
        'role: Use one of: "moderator", "chair", "panelist", "keynote", "discussant", "rapporteur".',
        'order: Give a number here.',
      ],
      [
        5,
        'wrong',
        'for: "port-selva" is not recorded as being in "river-league". Name a member, or leave it out.',
        'session: There is no session "z-99". Look at the list of sessions, or leave the field out.',
      ],
      [6, 'wrong', 'for: "port-selva" is not recorded as being in "river-league". Name a member, or leave it out.'],
    ]);
    expect(await namesAt(desk)).toEqual([]);
  });

  test('pasted again brings nobody back who was withdrawn, and says so', async () => {
    const desk = await aDesk();
    const rows = lines('name,email', 'Ida Fenn,ida.fenn@example.org', 'Odo Fenn,odo.fenn@example.org');
    const [first] = (await paste(desk, rows, true)).rows as [Row];
    const address = `${desk}/nominations/${String(first.slug)}`;
    await noor.make(`${address}/withdrawal`, {});

    const { rows: again, written } = await paste(desk, rows, true);

    expect([written, again]).toEqual([
      0,
      [
        {
          line: 2,
          says: 'clash',
          errors: [
            {
              detail:
                'They were nominated here before, and that nomination is withdrawn. Nominate them by themselves if they are to be asked again.',
            },
          ],
          conflictsWith: `/api/v1${address}`,
        },
        { line: 3, says: 'known', slug: expect.any(String) },
      ],
    ]);
    expect((await noor.post(`${desk}/nominations`, { name: 'Ida Fenn', email: 'ida.fenn@example.org' })).status).toBe(
      201,
    );
    expect(verdicts(await paste(desk, rows))).toEqual(['known', 'known']);
  });

  test('at a desk that takes none clashes, every row of it', async () => {
    const desk = await aDesk();
    await organizer.pass(desk, 'closed');
    expect(verdicts(await paste(desk, five('Late')))).toEqual(Array(5).fill('clash'));
    expect((await paste(desk, five('Late'), true)).written).toBe(0);
  });

  test('is for delegates of the network, and nobody else knows of it', async () => {
    const desk = await aDesk();
    const other = await house.as('sacha', { role: 'delegate', organization: 'hill-alliance' });
    const answers = [];
    for (const client of [house.everyone, house.account, other, noor, organizer])
      for (const body of [{ rows: 'name\nA\n' }, { rows: 'colour\nred\n' }])
        answers.push((await client.post(`${desk}/nominations.csv`, body)).status);
    expect(answers).toEqual([401, 401, 404, 404, 404, 404, 200, 422, 200, 422]);
    const reads = [];
    for (const client of [house.everyone, house.account, other, noor, organizer])
      reads.push((await client.get(`${desk}/nominations.csv`)).status);
    expect(reads).toEqual([401, 404, 404, 200, 200]);
  });

  test('downloads who is nominated, in the columns of a paste, and that is known', async () => {
    const session = await aSession();
    const desk = await aDesk({ quota: 9, approval: true });
    const nominations = `${desk}/nominations`;
    await noor.make(nominations, { name: '=cmd()', email: '+49@example.org', title: '-1', session, role: 'keynote' });
    await noor.make(nominations, { name: 'عمر "بن" علي', biography: { fr: "'=x\n,;\t", ar: 'عمدة' }, order: 3 });
    const { slug } = await noor.make(nominations, { name: 'Gone Again', email: 'gone@example.org' });
    await noor.make(`${nominations}/${String(slug)}/withdrawal`, {});

    const { text, headers } = await noor.get(`${desk}/nominations.csv`);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="arvenne-2031-desk-\d+-nominations\.csv"$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toBe(
      [
        'name,email,language,title,for,session,role,order,biography:ar,biography:fr',
        `"'=cmd()","'+49@example.org",,"'-1",river-league,${session},keynote,,,`,
        `"عمر ""بن"" علي",,,,river-league,,panelist,3,عمدة,"''=x\n,;"`,
        '',
      ].join('\r\n'),
    );
    const before = await house.dump();
    const answer = await paste(desk, text, true);
    expect([verdicts(answer), answer.written]).toEqual([['known', 'known'], 0]);
    expect(await house.dump()).toEqual(before);
  });
});
