import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTheMorning } from '../../builders.ts';
import { type Household, type Json, type Reply } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { tallyKey } from '../../../shared/table/key.ts';
import { nouns } from '../../nouns.ts';

let house: Household;
let before: Json[];
beforeAll(async () => {
  house = await aFoundedHouse();
  before = await house.dump();
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/vc-d-12`;

const title = { en: 'A' };

/** The least that each noun takes. */
const drafts: Record<string, { path: string; draft: Json }> = Object.fromEntries(
  (
    [
      ['summit', { slug: 'new', title, zone: 'Europe/Paris' }],
      ['track', { slug: 'new', title }],
      ['room', { slug: 'new', name: title }],
      ['session', { reference: 'N 1', title }],
      ['organization', { slug: 'new', name: title, kind: 'city' }],
      ['person', { name: 'A' }],
      ['instrument', { slug: 'new', name: title }],
      ['panelist', { person: 'n02', role: 'panelist' }],
      ['outcome', { type: 'practice', text: title }],
      ['declaration', { slug: 'new', title, kind: 'charter' }],
      ['participation', { organization: 'port-selva', capacities: ['observer'] }],
      ['membership', { in: 'river-league', as: 'member' }],
      ['signature', { organization: 'port-selva', capacity: 'observer' }],
      ['claim about an organization', { words: 'ten', number: 10, counts: 'members' }],
    ] as [string, Json][]
  ).map(([noun, draft]) => [noun, { path: nouns[noun]?.path ?? '', draft }]),
);

/** Sends a draft of a noun with other fields, and gives what it was refused for; nothing may have been written. */
const refused = async (noun: string, changes: Json): Promise<Json> => {
  const { path, draft } = drafts[noun] as { path: string; draft: Json };
  const reply = await house.secretariat.post(path, { ...draft, ...changes });
  expect(await house.dump()).toEqual(before);
  return problem(reply);
};

const problem = ({ status, json: { type, errors, conflictsWith } }: Reply): Json => ({
  status,
  type,
  ...(errors ? { errors } : {}),
  ...(conflictsWith ? { conflictsWith } : {}),
});

const wrong = (...errors: [string, string][]): Json => ({
  status: 422,
  type: '/api#invalid',
  errors: errors.map(([pointer, detail]) => ({ pointer, detail })),
});

const unknown = 'Leave this field out; it is not known here.';
const words = (count: number, word = 'w') => word.repeat(count);

describe('every wrong field is named at once', () => {
  test('of a session', async () => {
    const found = await refused('session', {
      reference: '',
      title: { en: words(501), xx: 'x', fr: 'a\u202eb' },
      summary: { en: words(8_001) },
      objectives: [{ text: {} }, { text: { en: words(4_001) }, weight: 1 }, 'three'],
      start: '2031-02-30T09:00:00Z',
      end: 'tomorrow',
      mode: 'hologram',
      languages: { spoken: ['EN'], interpreted: 'fr' },
      lead: [{ organization: 'No Slug' }],
      partners: 'arvenne',
      colour: 'red',
    });
    expect(found).toEqual(
      wrong(
        ['/reference', 'Write something, or leave the field out.'],
        ['/title/en', 'Shorten it to 500 characters; it has 501.'],
        ['/title/fr', 'Remove the invisible direction mark U+202E: pages set the direction by the language.'],
        ['/title/xx', 'Use a BCP 47 language tag such as "en" or "pt-BR"; "xx" is not one.'],
        ['/summary/en', 'Shorten it to 8000 characters; it has 8001.'],
        ['/objectives/0/text', 'Give the text in at least one language, such as { "en": "…" }.'],
        ['/objectives/1/text/en', 'Shorten it to 4000 characters; it has 4001.'],
        ['/objectives/1/weight', unknown],
        ['/objectives/2', 'Give an object here.'],
        [
          '/start',
          'Give an instant that exists, with its offset, such as "2024-11-07T09:00:00Z" or "2024-11-07T11:00:00+02:00".',
        ],
        [
          '/end',
          'Give an instant that exists, with its offset, such as "2024-11-07T09:00:00Z" or "2024-11-07T11:00:00+02:00".',
        ],
        ['/mode', 'Use one of: "on-site", "hybrid", "online".'],
        ['/languages/spoken/0', 'Use a BCP 47 language tag such as "en" or "pt-BR".'],
        ['/languages/interpreted', 'Give a list here.'],
        ['/lead/0/organization', 'Use lower-case letters, digits and single hyphens, such as "vc-d-12".'],
        ['/partners', 'Give a list here.'],
        ['/colour', unknown],
      ),
    );
  });

  test('of a session: what is wrong in a field, between fields, with what it names and with its summit', async () => {
    expect(await refused('session', { title: {}, start: '2031-05-03T10:00:00Z', end: '2031-05-03T09:00:00Z' })).toEqual(
      wrong(
        ['/title', 'Give the text in at least one language, such as { "en": "…" }.'],
        ['/end', 'Let it end after its start, 2031-05-03T10:00:00Z.'],
      ),
    );
    // What is wrong in a field and what another one names, in one round: of a new record, and of a change.
    const both = { title: {}, track: 'nowhere', instruments: ['none'], partners: [{ organization: 'nobody' }] };
    const pointers = ['/title', '/partners/0/organization', '/instruments/0', '/track'];
    expect(((await refused('session', both)).errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      pointers,
    );
    const changed = await house.secretariat.patch(session, { ...both, title: null }, { 'if-match': '*' });
    expect([changed.status, changed.json.errors?.map(({ pointer }) => pointer)]).toEqual([422, pointers]);
    expect(await house.dump()).toEqual(before);
    const { errors } = await refused('session', {
      start: '2031-05-03T10:00:00Z',
      end: '2031-05-03T09:00:00Z',
      lead: [{ organization: 'nobody' }],
      track: 'nowhere',
      slug: 'other',
    });
    expect((errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/end',
      '/lead/0/organization',
      '/slug',
      '/track',
    ]);
  });

  test('of an outcome: what it names elsewhere and what it names of its session', async () => {
    const shapeless = await refused('outcome', { text: {}, owner: { organization: 'nobody' } });
    expect((shapeless.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/text',
      '/owner/organization',
    ]);

    const { errors } = await refused('outcome', { type: 'ask', objectives: ['99'], owner: { organization: 'nobody' } });

    expect((errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/addressee',
      '/objectives/0',
      '/owner/organization',
    ]);
  });

  test('of a panelist: a role that is none, and whom and what it names', async () => {
    const { errors } = await refused('panelist', {
      role: 'guest',
      person: 'n99',
      organizations: [{ organization: 'nobody' }],
    });

    expect((errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/organizations/0/organization',
      '/person',
      '/role',
    ]);
  });

  test('of an organization', async () => {
    const found = await refused('organization', {
      name: {},
      kind: 'town',
      country: 'ZZ',
      aliases: ['fine', words(201), 7],
      identifiers: { wikidata: '71', geonames: '2660646', viaf: '1' },
      founded: '2031-13',
      population: [{ value: '412000', year: 1500, basis: 'guess', source: 'A' }],
    });
    expect(found).toEqual(
      wrong(
        ['/name', 'Give the text in at least one language, such as { "en": "…" }.'],
        ['/aliases/1', 'Shorten it to 200 characters; it has 201.'],
        ['/aliases/2', 'Give a text here.'],
        [
          '/kind',
          'Use one of: "city", "metropolitan-authority", "province", "city-network", "local-government-association", "un-agency", "intergovernmental-body", "national-government", "ngo", "academia", "foundation", "private".',
        ],
        ['/country', 'Use a two-letter country code of ISO 3166-1, such as "CH".'],
        ['/identifiers/wikidata', 'A Wikidata item looks like "Q71".'],
        ['/identifiers/geonames', 'Give a number here.'],
        ['/identifiers/viaf', unknown],
        [
          '/founded',
          'Give a date that exists, as "2018-10-29", "2018-10" or "2018"; leave it out when it is not known.',
        ],
        ['/population/0/value', 'Give a number here.'],
        ['/population/0/year', 'Use at least 1800.'],
        ['/population/0/basis', 'Use one of: "own-area", "agglomeration", "metropolis", "unknown".'],
      ),
    );
  });

  test('of references, each with its own pointer', async () => {
    const found = await refused('session', {
      lead: [{ organization: 'arvenne' }, { organization: 'nowhere' }],
      partners: [{ organization: 'nobody' }],
      instruments: ['river-charter', 'no-charter'],
      track: 'no-track',
      room: 'no-room',
    });
    const organization = (slug: string): string =>
      `There is no organization "${slug}". List it first, or search for its name at /api/v1/organizations?name=…`;
    expect(found).toEqual(
      wrong(
        ['/lead/1/organization', organization('nowhere')],
        ['/partners/0/organization', organization('nobody')],
        ['/instruments/1', 'There is no instrument "no-charter". List it first at /api/v1/instruments.'],
        ['/track', 'There is no track "no-track". Create it first, or leave the field out.'],
        ['/room', 'There is no room "no-room". Create it first, or leave the field out.'],
      ),
    );
  });

  test('of what a declaration is to carry', async () => {
    const found = await refused('declaration', {
      carry: ['vc-d-12/1', 'vc-d-12/1', 'vc-d-12/3', { outcomes: ['vc-d-12/2', 'no-session/1'] }],
      leaveOut: [
        { outcome: 'vc-d-12/2', reason: 'Twice.' },
        { outcome: 'vc-d-12/77', reason: 'Not there.' },
      ],
    });
    expect(found).toEqual(
      wrong(
        ['/carry/1', 'Carry "vc-d-12/1" once; it is named before.'],
        ['/carry/2', 'File the outcome "vc-d-12/3" first; it is still a draft.'],
        ['/carry/3/outcomes/1', 'There is no outcome "no-session/1" in this summit.'],
        ['/leaveOut/0/outcome', 'Either carry "vc-d-12/2" or leave it out.'],
        ['/leaveOut/1/outcome', 'There is no filed outcome "vc-d-12/77" in this summit.'],
      ),
    );
  });

  test('of a reported record that names no source, fact by fact', async () => {
    const found = await refused('instrument', { origin: 'reported', kind: 'agenda', date: '2031', symbol: 'A/1' });
    expect(found.errors?.map(({ pointer }) => pointer)).toEqual(['/name', '/kind', '/symbol', '/date']);
  });
});

const draft = `${summit}/declarations/arvenne-declaration`;
const appeal = `${summit}/declarations/quay-appeal`;
const pledge = `${summit}/declarations/quay-pledge`;
const call = `${summit}/declarations/quay-call`;
const nobodys = { organization: 'No Slug', received: { at: 'yesterday', how: 'pigeon' } };

describe('what is done to a declaration is refused with every wrong field', () => {
  test.each<[deed: string, path: string, body: Json, pointers: string[]]>([
    ['a paragraph', `${draft}/paragraphs`, { opening: 'beg', text: {}, colour: 1 }, ['/opening', '/text', '/colour']],
    ['a version', `${draft}/versions`, { colour: 1 }, ['/colour']],
    [
      'an amendment',
      `${appeal}/amendments`,
      { ...nobodys, paragraph: 'P 1', kind: 'sing', reason: '' },
      ['/organization', '/paragraph', '/kind', '/reason', '/received/at', '/received/how'],
    ],
    [
      'a corrigendum',
      `${call}/corrigenda`,
      { paragraph: 'P 1', words: '', on: 'today', colour: 1 },
      ['/paragraph', '/words', '/read', '/reason', '/decidedBy', '/on', '/colour'],
    ],
    [
      'a circulation',
      `${draft}/circulations`,
      { hours: 0, deadline: 'soon', waiver: {} },
      ['/hours', '/deadline', '/waiver/by', '/waiver/reason'],
    ],
    ['a circulation with too little time', `${draft}/circulations`, { hours: 2 }, ['/waiver']],
    [
      'an extension',
      `${appeal}/circulations/c1/extension`,
      { deadline: 'later', reason: '' },
      ['/deadline', '/reason'],
    ],
    ['a suspension', `${appeal}/circulations/c1/suspension`, {}, ['/reason']],
    [
      'what reached nobody',
      `${appeal}/circulations/c1/unreached`,
      { organization: 'No Slug' },
      ['/organization', '/reason'],
    ],
    [
      'an objection',
      `${appeal}/objections`,
      { ...nobodys, reason: '', as: 'shout' },
      ['/organization', '/reason', '/received/at', '/received/how', '/as'],
    ],
    ['an adoption', `${appeal}/adoption`, { how: 'applause', reason: '' }, ['/how', '/reason']],
    ['an opening for signature', `${draft}/opening`, { on: 'today' }, ['/on']],
    ['a closing', `${pledge}/closing`, { on: 'today' }, ['/on']],
    [
      'a signature',
      `${pledge}/signatures`,
      { ...nobodys, capacity: 'friend', mandate: { by: 'fax' } },
      ['/organization', '/capacity', '/mandate/by', '/received/at', '/received/how'],
    ],
    [
      'a signing',
      `${pledge}/signings`,
      { organization: 'arvenne', capacity: 'friend', office: {}, signatory: { address: 'ilka' } },
      ['/capacity', '/office/person', '/signatory/address'],
    ],
    [
      'a delivery',
      `${call}/deliveries`,
      { to: { organization: 'No Slug' }, place: '', on: '2031-02-30' },
      ['/to/organization', '/on', '/place', '/by'],
    ],
    ['a delivery to nobody', `${call}/deliveries`, { to: {}, place: 'Arvenne', by: 'Sanna Brook' }, ['/to']],
    [
      'an assessment',
      `${call}/assessments`,
      { paragraph: 'P 1', score: 2, source: {} },
      ['/paragraph', '/score', '/quotation', '/source/title', '/source/url', '/source/date', '/assessor'],
    ],
    [
      'a commitment',
      `${call}/commitments`,
      { owner: {}, text: {}, measure: '', due: { months: 12 } },
      ['/owner/organization', '/text', '/measure'],
    ],
    [
      'a check-in',
      `${call}/commitments/one-desk/check-ins`,
      { status: 'fine', words: '', link: 'ftp://example.org' },
      ['/status', '/words', '/link'],
    ],
  ])('%s', async (_, path, body, pointers) => {
    const { status, json } = await house.secretariat.post(path, body);
    expect([status, json.type, json.errors?.map(({ pointer }) => pointer)]).toEqual([422, '/api#invalid', pointers]);
    // Each says what to do.
    expect(json.errors?.filter(({ detail }) => !/^[A-Z“"].*\.$/.test(detail))).toEqual([]);
    expect(await house.dump()).toEqual(before);
  });
});

describe.each(Object.keys(drafts))('a new %s', (noun) => {
  test('is refused with fields that nobody knows, whatever their names', async () => {
    const strange = JSON.parse('{"colour":1,"__proto__":{"a":1},"constructor":2,"toString":3,"a/b~c":4,"version":5}');
    const { path, draft } = drafts[noun] as { path: string; draft: Json };
    const body = `{${JSON.stringify(draft).slice(1, -1)},${JSON.stringify(strange).slice(1, -1)}}`;
    const headers = { 'content-type': 'application/json' };
    const reply = await house.secretariat.request('POST', path, { headers, body });
    const pointers = ['/colour', '/__proto__', '/constructor', '/toString', '/a~1b~0c', '/version'];
    expect(problem(reply)).toEqual(wrong(...pointers.map((pointer): [string, string] => [pointer, unknown])));
    expect(await house.dump()).toEqual(before);
  });

  test('is refused without its needed fields, all of them', async () => {
    const { path, draft } = drafts[noun] as { path: string; draft: Json };
    const reply = await house.secretariat.post(path, {});
    const needed = Object.keys(draft).filter((field) => field !== 'slug' && field !== 'zone');
    expect([reply.status, reply.json.errors]).toEqual([
      422,
      needed.map((field) => ({
        pointer: `/${field}`,
        detail: expect.stringMatching(/^(Give this field; it is needed\.|Use one of: .*)$/),
      })),
    ]);
  });

  test('is refused when every field is null', async () => {
    const { path, draft } = drafts[noun] as { path: string; draft: Json };
    const nulls = Object.fromEntries(Object.keys(draft).map((field) => [field, null]));
    const { status, json } = await house.secretariat.post(path, nulls);
    expect([status, json.errors?.map(({ pointer }) => pointer).sort()]).toEqual([
      422,
      Object.keys(draft)
        .map((field) => `/${field}`)
        .sort(),
    ]);
  });
});

describe('texts', () => {
  const kept = { en: '<script>alert("1 & 2")</script> <b>bold</b> [link](javascript:x) **strong**' };

  test('with HTML or Markdown in them are kept as they were typed, and rendered as text', async () => {
    const { secretariat } = house;
    await secretariat.make('/summits', { slug: 'markup', title: kept, zone: 'Europe/Paris' });
    await secretariat.make('/summits/markup/sessions', { reference: 'M 1', title: kept, ...inTheMorning });
    await secretariat.pass('/summits/markup/sessions/m-1', 'submitted', 'accepted', 'scheduled', 'held');
    await secretariat.make('/summits/markup/sessions/m-1/outcomes', { type: 'practice', text: kept });
    await secretariat.pass('/summits/markup/sessions/m-1/outcomes/1', 'filed');
    await secretariat.make('/summits/markup/declarations', { slug: 'd', title: kept, kind: 'declaration' });

    const html = await secretariat.get('/summits/markup/declarations/d.html');

    expect((await secretariat.get('/summits/markup')).json.title).toEqual(kept);
    expect((await secretariat.get('/summits/markup/declarations/d')).json.title).toEqual(kept);
    expect(html.text).not.toContain('<script>alert');
    expect(html.text).not.toContain('<b>bold');
    expect(html.text).toContain('&lt;script&gt;');
    expect(html.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await secretariat.get('/summits/markup/declarations/d.txt')).text).toContain('<b>bold</b>');
    before = await house.dump();
  });

  const invisible: [string, string][] = [
    ['a right-to-left override', '\u202e'],
    ['an isolate', '\u2066'],
    ['a right-to-left mark', '\u200f'],
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner between Latin letters', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a tag character', '\u{e0041}'],
    ['a lone high surrogate', '\ud800'],
    ['a lone low surrogate', '\udc00'],
    ['NUL', '\u0000'],
    ['an escape', '\u001b'],
  ];

  test.each(invisible)('with %s are refused, in a value and in a name', async (_, character) => {
    const inside = `a${character}b`;
    const cases: [string, Json, string][] = [
      ['summit', { title: { en: inside } }, '/title/en'],
      ['person', { name: inside }, '/name'],
      ['organization', { aliases: [inside] }, '/aliases/0'],
      ['session', { reference: inside }, '/reference'],
      ['outcome', { text: { en: inside } }, '/text/en'],
      ['claim about an organization', { words: inside }, '/words'],
      ['summit', { title: { en: 'A', [inside]: 'B' } }, '/title/a\ufffdb'],
      ['summit', { [inside]: 'B' }, '/a\ufffdb'],
    ];
    for (const [noun, changes, pointer] of cases) {
      const found = await refused(noun, changes);
      expect([noun, found.errors?.map((error) => error.pointer)]).toEqual([noun, [pointer]]);
      expect(JSON.stringify(found)).not.toContain(JSON.stringify(character).slice(1, -1));
    }
  });

  test('are measured in characters, not in bytes or halves of them', async () => {
    const { secretariat } = house;
    const longest = { en: words(500, '\u{20b9f}') };
    expect(
      (await secretariat.make('/summits', { slug: 'longest', title: longest, zone: 'Europe/Paris' })).title,
    ).toEqual(longest);
    before = await house.dump();
    expect(await refused('summit', { title: { en: words(501, '\u{20b9f}') } })).toEqual(
      wrong(['/title/en', 'Shorten it to 500 characters; it has 501.']),
    );
  });

  test('are together at most 200 KB', async () => {
    const tags = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'sv', 'da', 'pl', 'cs', 'tr', 'ru', 'uk', 'ar', 'he'];
    const tongues = (one: string) => Object.fromEntries(tags.map((tag) => [tag, one]));
    expect(await refused('summit', { summary: tongues(words(8_000, 'ü')) })).toEqual(
      wrong(['', 'Shorten the texts: together they are 257 KB, and a record holds 200 KB.']),
    );
  });
});

describe('numbers of things', () => {
  const objectives = (count: number) => Array.from({ length: count }, () => ({ text: { en: 'A' } }));

  test('50 objectives a session', async () => {
    expect(await refused('session', { objectives: objectives(51) })).toEqual(
      wrong(['/objectives', 'Keep to 50 entries.']),
    );
  });

  test('40 panelists a session', async () => {
    const { secretariat } = house;
    await secretariat.make(`${summit}/sessions`, { reference: 'Full 1', title });
    const panel = `${summit}/sessions/full-1/panelists`;
    for (const at of Array.from({ length: 40 }, (_, index) => index)) {
      const { id } = await secretariat.make('/people', { name: `Person ${at}` });
      await secretariat.make(panel, { person: id, role: 'panelist' });
    }
    before = await house.dump();
    const reply = await secretariat.post(panel, { person: 'n01', role: 'panelist' });
    expect([reply.status, reply.json.type, reply.json.detail]).toEqual([
      409,
      '/api#panel-full',
      'The panel has 40 of 40 people. Withdraw or replace somebody first, or let the track allow more.',
    ]);
    expect(await house.dump()).toEqual(before);
  });

  test('200 outcomes a session', async () => {
    const { secretariat } = house;
    await secretariat.make(`${summit}/sessions`, { reference: 'Fertile 1', title });
    await secretariat.pass(`${summit}/sessions/fertile-1`, 'submitted', 'accepted');
    const outcomes = `${summit}/sessions/fertile-1/outcomes`;
    const draft = { type: 'practice', text: { en: 'A' } };
    // As if 199 had been drafted: the tally knows the number of the last.
    const key = tallyKey('arvenne-2031', 'fertile-1');
    const tally = await house.table.get(key);
    await house.table.batchWrite([{ ...tally, ...key, lastOutcome: 199 }]);
    expect((await secretariat.post(outcomes, draft)).json.slug).toBe('200');
    before = await house.dump();
    const reply = await secretariat.post(outcomes, draft);
    expect([reply.status, reply.json.type]).toEqual([409, '/api#outcomes-full']);
    expect((await secretariat.get(`${outcomes}?limit=200`)).json.items?.at(-1)?.slug).toBe('200');
    expect(await house.dump()).toEqual(before);
  });

  test.each([
    ['a huge list', `{"reference":"H 1","title":{"en":"A"},"objectives":[${'{},'.repeat(300_000)}{}]}`, 1],
    [
      'a hundred thousand unknown fields',
      `{${Array.from({ length: 70_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
      500,
    ],
    [
      'a text in ninety thousand languages',
      `{"reference":"H 1","title":{${Array.from({ length: 90_000 }, (_, at) => `"${at}":1`).join(',')}}}`,
      500,
    ],
    ['a name as long as a body', `{"reference":"H 1","title":{"en":"A"},"${words(900_000)}":1}`, 1],
  ])('%s is refused in a short answer', async (_, body, count) => {
    const headers = { 'content-type': 'application/json' };
    const { status, json, text } = await house.secretariat.request('POST', `${summit}/sessions`, { headers, body });
    expect([status, json.type, json.errors?.length]).toEqual([422, '/api#invalid', count]);
    expect(text.length).toBeLessThan(100_000);
  });

  test.each([
    ['objects', '{"a":', '1', '}'],
    ['lists', '[', '', ']'],
  ])(
    '%s nested a hundred thousand deep are refused, on a new record and on a change',
    async (_, open, inner, close) => {
      const deep = `{"title":${open.repeat(100_000)}${inner}${close.repeat(100_000)}}`;
      const headers = { 'content-type': 'application/json', 'if-match': '*' };
      for (const [method, path] of [
        ['POST', '/summits'],
        ['PATCH', summit],
      ] as const) {
        const reply = await house.secretariat.request(method, path, { headers, body: deep });
        expect(problem(reply)).toEqual(wrong(['', 'Nest the body at most 30 levels deep.']));
      }
      expect(await house.dump()).toEqual(before);
    },
  );
});

describe('dates and codes', () => {
  const instant =
    'Give an instant that exists, with its offset, such as "2024-11-07T09:00:00Z" or "2024-11-07T11:00:00+02:00".';
  const day = 'Give a date that exists, as "2018-10-29", "2018-10" or "2018"; leave it out when it is not known.';
  const ten = '2031-03-10T10:00:00Z';

  test.each([
    ['a day that does not exist', 'session', { start: '2031-02-29T10:00:00Z', end: ten }, '/start', instant],
    ['an hour that does not exist', 'session', { start: '2031-03-10T24:30:00Z', end: ten }, '/start', instant],
    ['a time without its offset', 'session', { start: '2031-03-10T09:00:00', end: ten }, '/start', instant],
    ['a number for a time', 'session', { start: 1_930_000_000, end: ten }, '/start', 'Give a text here.'],
    [
      'an end before the start',
      'session',
      { start: ten, end: '2031-03-10T09:00:00Z' },
      '/end',
      `Let it end after its start, ${ten}.`,
    ],
    [
      'an end at the start',
      'session',
      { start: ten, end: '2031-03-10T11:00:00+01:00' },
      '/end',
      `Let it end after its start, ${ten}.`,
    ],
    ['an end without a start', 'session', { end: ten }, '/start', 'Give the start too, or leave the end out.'],
    [
      'a session before its summit, though not in UTC',
      'session',
      { start: '2031-03-09T22:30:00Z', end: '2031-03-10T08:00:00Z' },
      '/start',
      "Let it start within the summit's days from 2031-03-10 to 2031-03-12 (Europe/Paris); there it would start on 2031-03-09.",
    ],
    [
      'a session that ends after its summit',
      'session',
      { start: '2031-03-12T22:00:00Z', end: '2031-03-12T23:30:00Z' },
      '/end',
      "Let it end within the summit's days from 2031-03-10 to 2031-03-12 (Europe/Paris); there it would end on 2031-03-13.",
    ],
    ['a month that does not exist', 'instrument', { date: '2031-00' }, '/date', day],
    [
      'a summit that ends before it begins',
      'summit',
      { from: '2031-03-12', to: '2031-03-10' },
      '/to',
      'Let it end on or after its first day, 2031-03-12.',
    ],
    ['a zone that is none', 'summit', { zone: 'Paris' }, '/zone', 'Use an IANA time zone such as "Africa/Cairo".'],
    [
      'a country in small letters',
      'summit',
      { country: 'fr' },
      '/country',
      'Use a two-letter country code of ISO 3166-1, such as "CH".',
    ],
    [
      'a country that is none',
      'organization',
      { country: 'XX' },
      '/country',
      'Use a two-letter country code of ISO 3166-1, such as "CH".',
    ],
    [
      'a language that is none',
      'declaration',
      { language: 'qx' },
      '/language',
      'Use a BCP 47 language tag such as "en" or "pt-BR".',
    ],
    [
      'a language in capitals',
      'summit',
      { title: { EN: 'A' } },
      '/title/EN',
      'Use a BCP 47 language tag such as "en" or "pt-BR"; "EN" is not one.',
    ],
    ['a number as a text', 'room', { capacity: '120' }, '/capacity', 'Give a number here.'],
    ['a fraction of a person', 'room', { capacity: 1.5 }, '/capacity', 'Give a whole number here.'],
    ['a truth as a text', 'summit', { rehearsal: 'true' }, '/rehearsal', 'Give true or false here.'],
    ['a claim of nothing', 'claim about an organization', { number: 0 }, '/number', 'Use more than 0.'],
    [
      'a link that is a script',
      'claim about an organization',
      { where: 'javascript:alert(1)' },
      '/where',
      'Give a web address that begins with http:// or https://.',
    ],
    [
      'a state of its own choice',
      'session',
      { state: 'held' },
      '/state',
      'Leave the state out: a record held here changes its state by a transition.',
    ],
  ] as const)('%s', async (_, noun, changes, pointer, detail) => {
    expect(await refused(noun, changes)).toEqual(wrong([pointer, detail]));
  });

  test.each(['VC-D 12', 'vc d 12', 'VC–D·12', '  VC-D 12 '])('the reference code "%s" is in use', async (reference) => {
    expect(await refused('session', { reference })).toEqual({
      status: 409,
      type: '/api#reference-taken',
      conflictsWith: '/api/v1/summits/arvenne-2031/sessions/vc-d-12',
    });
  });

  test('a slug that is in use names whose it is', async () => {
    expect(await refused('organization', { slug: 'arvenne' })).toEqual({
      status: 409,
      type: '/api#slug-taken',
      conflictsWith: '/api/v1/organizations/arvenne',
    });
  });
});

describe('changes', () => {
  const patch = (path: string, body: unknown) => house.secretariat.patch(path, body, { 'if-match': '*' });

  test('that take away what is needed are refused, every field at once', async () => {
    const found = problem(await patch(session, { reference: null, title: null, colour: 'red', mode: 'hologram' }));
    expect(found).toEqual(
      wrong(
        ['/reference', 'Give this field; it is needed.'],
        ['/title', 'Give this field; it is needed.'],
        ['/mode', 'Use one of: "on-site", "hybrid", "online".'],
        ['/colour', unknown],
      ),
    );
    expect(await house.dump()).toEqual(before);
  });

  test.each([
    [session, { slug: 'other' }, '/slug'],
    [session, { reference: 'VC-D 13' }, '/reference'],
    [session, { origin: 'reported' }, '/origin'],
    [session, { state: 'concluded' }, '/state'],
    [summit, { zone: 'Africa/Cairo' }, '/zone'],
    [summit, { rehearsal: true }, '/rehearsal'],
    [`${session}/panelists/n03`, { person: 'n02' }, '/person'],
    [`${summit}/declarations/arvenne-declaration`, { kind: 'open-letter' }, '/kind'],
    [`${summit}/declarations/arvenne-declaration`, { language: 'fr' }, '/language'],
    [`${summit}/participations/arvenne`, { organization: 'port-selva' }, '/organization'],
    [`${summit}/participations/arvenne`, { focalPoint: 'not-there' }, '/focalPoint'],
    ['/organizations/arvenne/memberships/river-league-member', { in: 'port-selva' }, '/in'],
    ['/organizations/arvenne/memberships/river-league-member', { as: 'board' }, '/as'],
    ['/organizations/arvenne', { partOf: 'arvenne' }, '/partOf'],
    ['/organizations/arvenne', { within: 'not-there' }, '/within'],
  ])('of %s by %j are refused', async (path, body, pointer) => {
    const { status, json } = await patch(path, body);
    expect([status, json.type]).toEqual([422, '/api#invalid']);
    expect(json.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await house.dump()).toEqual(before);
  });

  test('merge: null removes what is optional, a text keeps its other languages, a list is replaced', async () => {
    const { secretariat } = house;
    await secretariat.make('/summits', {
      slug: 'merging',
      title: { en: 'A', fr: 'B' },
      summary: { en: 'C' },
      zone: 'Europe/Paris',
      series: 'S',
      beside: ['X', 'Y'],
    });

    const { json } = await patch('/summits/merging', {
      title: { fr: null, es: 'D' },
      summary: null,
      series: null,
      beside: ['Z'],
    });

    expect(json).toEqual({
      slug: 'merging',
      version: 2,
      state: 'announced',
      origin: 'held',
      title: { en: 'A', es: 'D' },
      kind: 'meeting',
      rehearsal: false,
      zone: 'Europe/Paris',
      beside: ['Z'],
      sources: [],
      corrections: [],
    });
    expect((await secretariat.get('/summits/merging')).json).toEqual(json);
    before = await house.dump();
  });

  test('by fields that only a machine would think of are refused', async () => {
    const headers = { 'content-type': 'application/json', 'if-match': '*' };
    for (const [body, pointer] of [
      ['{"__proto__":{"title":{"en":"Hacked"}}}', '/__proto__'],
      ['{"title":{"__proto__":"Hacked"}}', '/title/__proto__'],
      ['{"constructor":{"prototype":{"title":1}}}', '/constructor'],
    ]) {
      const { status, json } = await house.secretariat.request('PATCH', summit, { headers, body: body as string });
      expect([body, status, json.errors?.map((error) => error.pointer)]).toEqual([body, 422, [pointer]]);
    }
    expect(await house.dump()).toEqual(before);
  });

  test('of what was filed are refused: declarations cite it', async () => {
    const reply = await patch(`${session}/outcomes/1`, { text: { en: 'something else' } });
    expect([reply.status, reply.json.type, reply.json.state]).toEqual([409, '/api#wrong-state', 'filed']);
  });
});

describe('passages', () => {
  test('that the table of states does not have are refused with the state, the wanted and the allowed ones', async () => {
    const { status, json } = await house.secretariat.post(`${session}/transitions`, { to: 'draft' });
    expect([status, json.type, json.state, json.wanted, json.allowed]).toEqual([
      409,
      '/api#wrong-state',
      'held',
      'draft',
      ['concluded'],
    ]);
  });

  test('to a state that no session has are refused with those that there are', async () => {
    const { status, json } = await house.secretariat.post(`${session}/transitions`, { to: 'over', because: 'x' });
    expect([status, json.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/to', '/because']]);
  });
});
