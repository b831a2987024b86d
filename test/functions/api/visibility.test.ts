import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Household, type Json } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';

// What is not public is not there for who may not see it: not in a record, not in a list, not in a count, and not by a difference in the refusal.

let house: Household;
beforeAll(async () => {
  house = await aFoundedHouse();
  const { secretariat } = house;
  const summit = '/summits/arvenne-2031';
  for (const [reference, ...states] of [
    ['Draft 1'],
    ['Submitted 1', 'submitted'],
    ['Waiting 1', 'submitted', 'waitlisted'],
    ['Rejected 1', 'submitted', 'rejected'],
    ['Withdrawn 1', 'withdrawn'],
    ['Cancelled 1', 'cancelled'],
  ] as [string, ...string[]][]) {
    const { slug } = await secretariat.make(`${summit}/sessions`, {
      reference,
      title: { en: reference },
      lead: [{ organization: 'arvenne' }],
      start: '2031-03-11T08:00:00Z',
      end: '2031-03-11T09:00:00Z',
    });
    await secretariat.make(`${summit}/sessions/${slug}/panelists`, {
      person: 'n01',
      role: 'panelist',
      state: undefined,
      organizations: [{ organization: 'port-selva' }],
      consent: { by: 'bearer', on: '2031-01-15' },
    });
    await secretariat.pass(`${summit}/sessions/${slug}`, ...states);
  }
  const [draft] = (await secretariat.get(`${summit}/sessions/draft-1/panelists`)).json.items ?? [];
  await secretariat.pass(`${summit}/sessions/draft-1/panelists/${draft?.slug}`, 'confirmed');
  await secretariat.make(`${summit}/declarations/arvenne-declaration/claims`, {
    slug: 'secret',
    words: 'twelve',
    number: 12,
    counts: 'signed',
  });
  await secretariat.patch('/people/n01/contact', { emails: ['ilka@example.org'] }, { 'if-match': '*' });
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const summit = '/summits/arvenne-2031';

const hiddenSessions = ['draft-1', 'submitted-1', 'waiting-1', 'rejected-1', 'withdrawn-1'];
const hidden = [
  ...hiddenSessions.flatMap((slug) => [
    `${summit}/sessions/${slug}`,
    `${summit}/sessions/${slug}/panelists`,
    `${summit}/sessions/${slug}/panelists/SEAT`,
    `${summit}/sessions/${slug}/outcomes`,
    `${summit}/sessions/${slug}/outcomes/1`,
  ]),
  `${summit}/sessions/vc-d-12/outcomes/3`,
  ...[
    '',
    '.md',
    '.html',
    '.txt',
    '/counts',
    '/signatures',
    '/signatures/arvenne-signatory',
    '/claims',
    '/claims/secret',
  ].map((what) => `${summit}/declarations/arvenne-declaration${what}`),
  '/people/n02',
];

/** The address of something that is not there at all, in the place of a hidden one. */
const absentTwin = (address: string): string =>
  address
    .replace(/sessions\/[a-z]+-1(?=\/|$)/, 'sessions/not-there')
    .replace('outcomes/3', 'outcomes/99')
    .replace('declarations/arvenne-declaration', 'declarations/not-there')
    .replace('people/n02', 'people/not-there');

const seatOf = async (client: Client, address: string): Promise<string> => {
  const [list = ''] = address.split('/SEAT');
  const [seat] = address.includes('SEAT') ? ((await client.get(list)).json.items ?? []) : [];
  return address.replace('SEAT', String(seat?.slug));
};

const headersOf = (headers: Headers): Record<string, string> => Object.fromEntries(headers);
const withoutInstance = ({ instance: _, ...problem }: Json): Json => problem;

describe.each(['everyone', 'account'] as const)('to %s', (who) => {
  test('what is hidden answers as if it were not there: status, headers and body', async () => {
    for (const address of await Promise.all(hidden.map((one) => seatOf(house.secretariat, one)))) {
      // Several times, because an answer that depends on which of two reads comes first tells by its frequency.
      for (const _ of Array.from({ length: 4 })) {
        const [kept, absent] = [await house[who].get(address), await house[who].get(absentTwin(address))];
        expect([address, kept.status]).toEqual([address, 404]);
        expect([address, withoutInstance(kept.json)]).toEqual([address, withoutInstance(absent.json)]);
        expect([address, headersOf(kept.headers)]).toEqual([address, headersOf(absent.headers)]);
      }
    }
  });

  test('lists hold what is public', async () => {
    const slugs = async (path: string): Promise<unknown[]> =>
      ((await house[who].get(path)).json.items ?? []).map(({ slug, session, id }) => slug ?? session ?? id);
    // Where the plan has them says nothing here.
    expect(await slugs(`${summit}/sessions`)).toEqual(['cancelled-1', 'vc-d-12']);
    expect(await slugs(`${summit}/sessions?state=draft`)).toEqual([]);
    expect(await slugs(`${summit}/sessions/vc-d-12/outcomes`)).toEqual(['1', '2']);
    expect(await slugs(`${summit}/declarations`)).toEqual(
      expect.arrayContaining(['letter-of-the-quays', 'quay-appeal']),
    );
    expect(await slugs(`${summit}/declarations`)).not.toContain('arvenne-declaration');
    expect(await slugs('/organizations/arvenne/sessions')).toEqual(['cancelled-1', 'vc-d-12']);
    expect(await slugs('/organizations/port-selva/sessions')).toEqual(['cancelled-1', 'vc-d-12']);
    expect(await slugs('/people/n01/sessions')).toEqual(['vc-d-12']);
    expect(await slugs('/people/n02/sessions')).toEqual([]);
    expect(await slugs('/people')).toEqual(['n01']);
  });

  test('a session shows its filed outcomes, and its panel with the names that may be named', async () => {
    const { json } = await house[who].get(`${summit}/sessions/vc-d-12`);
    expect(json.outcomes).toEqual([
      expect.objectContaining({ slug: '1', state: 'filed' }),
      expect.objectContaining({ slug: '2', state: 'filed' }),
    ]);
    expect(json.panel).toEqual([
      {
        slug: 'n03',
        version: 2,
        state: 'confirmed',
        origin: 'held',
        summit: 'arvenne-2031',
        session: 'vc-d-12',
        person: 'n01',
        role: 'moderator',
        printedName: 'Ilka Verrane',
        organizations: [{ organization: 'arvenne', printed: 'Arvenne' }],
        unnamed: false,
        sources: [],
        corrections: [],
      },
      {
        slug: 'n04',
        version: 1,
        state: 'nominated',
        origin: 'held',
        summit: 'arvenne-2031',
        session: 'vc-d-12',
        role: 'panelist',
        organizations: [{ organization: 'port-selva', printed: 'Port Selva' }],
        unnamed: false,
        toBeConfirmed: true,
      },
    ]);
    expect((await house[who].get(`${summit}/sessions/vc-d-12/panelists`)).json.items).toEqual(json.panel);
    for (const panelist of json.panel as Json[])
      expect((await house[who].get(`${summit}/sessions/vc-d-12/panelists/${panelist.slug}`)).json).toEqual(panelist);
  });

  test('where an outcome went does not give away a declaration that is being drafted', async () => {
    const { json } = await house[who].get(`${summit}/sessions/vc-d-12/outcomes`);
    const one = (await house[who].get(`${summit}/sessions/vc-d-12/outcomes/1`)).json;
    const went = [...(json.items ?? []), one].flatMap((outcome) => outcome.went as Json[]);
    expect(json.items?.map(({ slug }) => slug)).toEqual(['1', '2']);
    // It went to others, too, which were given out.
    expect(went.map(({ declaration }) => declaration)).toContain('quay-appeal');
    expect(went.map(({ declaration }) => declaration)).not.toContain('arvenne-declaration');
  });

  test('nothing anywhere holds a secret: no contact, hidden name, focal point, consent or history', async () => {
    const texts = await Promise.all(
      [
        '/summits',
        summit,
        `${summit}/participations`,
        `${summit}/participations/arvenne`,
        `${summit}/sessions`,
        `${summit}/sessions/vc-d-12`,
        `${summit}/sessions/vc-d-12/panelists`,
        `${summit}/sessions/vc-d-12/outcomes`,
        `${summit}/tracks`,
        `${summit}/rooms`,
        `${summit}/declarations`,
        `${summit}/declarations/letter-of-the-quays`,
        `${summit}/declarations/letter-of-the-quays.md`,
        `${summit}/counts`,
        '/people',
        '/people/n01',
        '/people/n01/sessions',
        '/organizations/arvenne/sessions',
        '/organizations/arvenne/memberships',
      ].map(async (path) => (await house[who].get(path)).text),
    );
    const secrets = /ilka@example|Tomas|"n02"|focalPoint|consent|nominatedBy|history|"batch"|amira|Said already/;
    expect(texts.filter((text) => secrets.test(text))).toEqual([]);
  });

  test('a person’s contact details are refused the same whether there are any, or the person at all', async () => {
    const replies = await Promise.all(['n01', 'n02', 'not-there'].map((id) => house[who].get(`/people/${id}/contact`)));
    const [status, type] = who === 'everyone' ? [401, '/api#sign-in-required'] : [404, '/api#not-found'];
    expect(replies.map((reply) => [reply.status, reply.json.type])).toEqual(replies.map(() => [status, type]));
  });
});

describe('to the secretariat', () => {
  test('everything is there', async () => {
    for (const address of hidden.filter((one) => !/outcomes\/1$|signatures\/arvenne/.test(one))) {
      const { status } = await house.secretariat.get(await seatOf(house.secretariat, address));
      expect([address, status]).toEqual([address, 200]);
    }
  });

  test('records come with their history, whether they may be named, and their focal point, and without the marks of the table', async () => {
    const { secretariat } = house;
    expect((await secretariat.get(`${summit}/participations/arvenne`)).json.focalPoint).toBe('n01');
    expect((await secretariat.get(`${summit}/sessions/vc-d-12`)).json.history).toEqual(
      [
        ['draft', 'submitted'],
        ['submitted', 'accepted'],
        ['accepted', 'scheduled'],
        ['scheduled', 'held'],
      ].map(([from, to]) => ({ from, to, at: '2031-03-01T09:00:00Z', by: 'amira' })),
    );
    expect((await secretariat.get(`${summit}/sessions/vc-d-12/panelists/n03`)).json).toMatchObject({
      nominatedBy: ['river-league'],
      named: true,
    });
    expect((await secretariat.get(`${summit}/declarations/arvenne-declaration`)).text).not.toContain('"batch"');
  });

  test('an outcome says where it went, or why it was left out', async () => {
    const address = '/api/v1/summits/arvenne-2031/declarations/arvenne-declaration';
    const { json } = await house.secretariat.get(`${summit}/sessions/vc-d-12/outcomes`);
    const [paragraph] = ((await house.secretariat.get(address)).json.paragraphs as Json[]).filter(
      ({ part }) => part === 'operative',
    );
    const here = (went: unknown): Json[] =>
      (went as Json[]).filter(({ declaration }) => declaration === 'arvenne-declaration');
    expect(json.items?.map(({ slug, went }) => [slug, here(went)])).toEqual([
      ['1', [{ declaration: 'arvenne-declaration', address, paragraph: paragraph?.slug }]],
      ['2', [{ declaration: 'arvenne-declaration', address, reason: 'Said already.' }]],
      ['3', []],
    ]);
  });
});

describe('somebody at risk', () => {
  test('stays unnamed in public, in the panel and in every list, also once confirmed', async () => {
    const { secretariat, everyone } = house;
    const { id } = await secretariat.make('/people', { name: 'Hidden Hand', consent: { by: 'office', on: '2031' } });
    const panel = `${summit}/sessions/cancelled-1/panelists`;
    const { slug } = await secretariat.make(panel, {
      person: id,
      role: 'keynote',
      unnamed: true,
      printedTitle: 'Poet',
    });
    await secretariat.pass(`${panel}/${slug}`, 'confirmed');

    const seen = (await everyone.get(`${panel}/${slug}`)).json;

    expect(seen).toEqual({
      slug,
      version: 2,
      state: 'confirmed',
      origin: 'held',
      summit: 'arvenne-2031',
      session: 'cancelled-1',
      role: 'keynote',
      organizations: [],
      unnamed: true,
      toBeConfirmed: false,
    });
    expect((await everyone.get(`/people/${id}/sessions`)).json.items).toEqual([]);
  });

  test('and whoever withdrew, or declined, is no longer to be found', async () => {
    const { secretariat, everyone } = house;
    const { id } = await secretariat.make('/people', { name: 'Vera Lund', consent: { by: 'bearer', on: '2031' } });
    await secretariat.make('/organizations', { slug: 'lower-tarn', name: { en: 'Lower Tarn' }, kind: 'city' });
    const panel = `${summit}/sessions/vc-d-12/panelists`;
    const { slug } = await secretariat.make(panel, {
      person: id,
      role: 'panelist',
      organizations: [{ organization: 'lower-tarn' }],
      consent: { by: 'bearer', on: '2031' },
    });
    await secretariat.pass(`${panel}/${slug}`, 'confirmed');
    const before = (await everyone.get('/organizations/lower-tarn/sessions')).json.items;
    await secretariat.pass(`${panel}/${slug}`, 'withdrawn');
    // A correction of the record afterwards does not bring anybody back.
    await secretariat.patch(`${panel}/${slug}`, { organizations: [] }, { 'if-match': '*' });
    await secretariat.patch(
      `${panel}/${slug}`,
      { organizations: [{ organization: 'lower-tarn' }] },
      { 'if-match': '*' },
    );

    expect(before?.map(({ session }) => session)).toEqual(['vc-d-12']);
    expect((await everyone.get(`${panel}/${slug}`)).status).toBe(404);
    expect((await everyone.get(`/people/${id}/sessions`)).json.items).toEqual([]);
    expect((await everyone.get('/organizations/lower-tarn/sessions')).json.items).toEqual([]);
    expect((await secretariat.get('/organizations/lower-tarn/sessions')).json.items).toEqual([]);
  });
});

test('a page of a list that hides most of its items is still a page: full, and with no gap that tells', async () => {
  const { secretariat, everyone } = house;
  await secretariat.make('/summits', { slug: 'veiled', title: { en: 'Veiled' }, zone: 'Europe/Paris' });
  for (const at of Array.from({ length: 12 }, (_, index) => index + 10)) {
    await secretariat.make('/summits/veiled/sessions', { reference: `S ${at}`, title: { en: 'S' } });
    if (at % 4 === 0) await secretariat.pass(`/summits/veiled/sessions/s-${at}`, 'submitted', 'accepted');
  }

  const first = await everyone.get('/summits/veiled/sessions?limit=2');
  const second = await everyone.get(`/summits/veiled/sessions?limit=2&cursor=${first.json.next}`);

  expect(first.json.items?.map(({ slug }) => slug)).toEqual(['s-12', 's-16']);
  expect(second.json).toMatchObject({ items: [{ slug: 's-20' }], next: null });
  const theirs = (await secretariat.get('/summits/veiled/sessions?limit=2')).json.next;
  expect((await everyone.get(`/summits/veiled/sessions?limit=2&cursor=${theirs}`)).status).toBe(422);
});
