import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageLanguages } from '../../../../shared/words/page/language.ts';
import { publicWordsIn } from '../../../../shared/words/page/public.ts';
import { aDoor, type Client, type Household } from '../../../door.ts';
import { aReaderOf, type Reader, type Sheet } from '../../../pages.ts';
import { shared } from '../../../../seeds/all.ts';
import { rehearsal } from '../../../../seeds/rehearsal/index.ts';
import { plant } from '../../../../seeds/seed.ts';
import { u20In2018 } from '../../../../seeds/u20-2018.ts';
import { wuf12 } from '../../../../seeds/wuf12.ts';

// The public site over what the seeds plant, and over a summit of the tests' own with all that a programme can hold.

let house: Household;
let reader: Reader;
let ilka: string;
let hidden: string;

const summit = '/summits/river-2031';
const page = '/en/summits/river-2031';

interface Given {
  reference: string;
  room?: string;
  from?: string;
  to?: string;
  lead?: string;
  track?: string;
  languages?: object;
  mode?: string;
  title?: object;
}

const session = async ({ reference, from, to, lead, ...given }: Given): Promise<string> => {
  const made = await house.secretariat.make(`${summit}/sessions`, {
    reference,
    title: { en: `Session ${reference}` },
    ...given,
    ...(from === undefined ? {} : { start: from, end: to }),
    ...(lead === undefined ? {} : { lead: [{ organization: lead }] }),
  });
  const address = `${summit}/sessions/${String(made.slug)}`;
  await house.secretariat.pass(address, 'submitted', 'accepted');
  return address;
};

const furnished = async (make: Client['make']): Promise<void> => {
  for (const [slug, kind] of [
    ['dellmouth', 'city'],
    ['tarn-port', 'city'],
    ['basin-league', 'city-network'],
  ])
    await make('/organizations', { slug, name: { en: slug, ar: `${slug} بالعربية` }, kind, country: 'FR' });
  await make('/organizations/tarn-port/memberships', { in: 'basin-league', as: 'member' });
  await make('/summits', {
    slug: 'river-2031',
    title: { en: 'River Cities 2031' },
    zone: 'Europe/Paris',
    from: '2031-03-29',
    to: '2031-03-31',
    follows: 'wuf12',
    beside: ['G20'],
    place: { en: 'Dellmouth' },
  });
  await make(`${summit}/participations`, { organization: 'basin-league', capacities: ['convenor'] });
  await make(`${summit}/tracks`, { slug: 'banks', title: { en: 'Banks' } });
  await make(`${summit}/tracks`, { slug: 'bridges', title: { en: 'Bridges', fr: 'Ponts' } });
  await make(`${summit}/rooms`, { slug: 'hall-2', name: { en: 'Hall 2' }, parallel: 2 });
  await make(`${summit}/rooms`, { slug: 'hall-10', name: { en: 'Hall 10' } });
};

const seat = async (address: string, person: string, given: object = {}): Promise<string> => {
  const { secretariat } = house;
  const made = await secretariat.make(`${address}/panelists`, { person, role: 'panelist', ...given });
  return `${address}/panelists/${String(made.slug)}`;
};

beforeAll(async () => {
  house = await aDoor();
  const plantOne = (seed: typeof shared) => plant(house.door.house, seed, house.clock.now);
  await plantOne(shared);
  await Promise.all([wuf12, u20In2018, rehearsal].map(plantOne));
  const { make, pass } = house.secretariat;
  await furnished(make);
  const consent = { by: 'bearer', on: '2031-01-15' };
  ilka = String((await make('/people', { name: 'Ilka Morrane', consent })).id);
  hidden = String((await make('/people', { name: 'Tomas Hushed' })).id);

  const first = await session({
    reference: 'RC 1',
    room: 'hall-2',
    // The clocks of Paris go forward in the night before, those of New York are three weeks ahead.
    from: '2031-03-30T08:00:00Z',
    to: '2031-03-30T09:30:00Z',
    lead: 'dellmouth',
    track: 'banks',
    languages: { spoken: ['en'], interpreted: ['ar'] },
    mode: 'hybrid',
    title: { en: 'Two banks, <b>one</b> river', fr: 'Deux rives, un fleuve' },
  });
  await pass(
    await seat(first, ilka, { role: 'moderator', consent, organizations: [{ organization: 'tarn-port' }] }),
    'confirmed',
  );
  await seat(first, hidden, { printedTitle: 'Mayor of a hushed place' });
  await session({
    reference: 'RC 2',
    room: 'hall-2',
    from: '2031-03-30T08:30:00Z',
    to: '2031-03-30T10:00:00Z',
    lead: 'tarn-port',
  });
  await session({ reference: 'RC 3', room: 'hall-10', from: '2031-03-30T08:00:00Z', to: '2031-03-30T08:10:00Z' });
  await session({ reference: 'RC 4', from: '2031-03-31T08:00:00Z', to: '2031-03-31T09:00:00Z', mode: 'online' });
  await session({ reference: 'RC 5' });
  const off = await session({
    reference: 'RC 6',
    room: 'hall-10',
    from: '2031-03-30T10:00:00Z',
    to: '2031-03-30T11:00:00Z',
  });
  await make(`${summit}/releases`, { note: 'The first.' });
  await pass(off, 'cancelled');
  await make(`${summit}/sessions`, { reference: 'RC 7', title: { en: 'A draft that nobody sees' } });
  await session({ reference: 'RC 8', title: { en: 'Accepted, and not released' } });
  house.clock.move(60);
  await make(`${summit}/releases`, { changes: ['rc-6'] });
  reader = aReaderOf(house);
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const wordsOf = ({ html }: Pick<Sheet, 'html'>): string =>
  html
    .replace(/<head>.*<\/head>/s, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const read = async (path: string): Promise<string> => {
  const sheet = await reader.get(path);
  expect([path, sheet.status]).toEqual([path, 200]);
  return wordsOf(sheet);
};

const placed = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<li class="(event[^"]*)">.*?sessions\/([\w-]+)/gs)].map(([, classes = '', slug = '']) => [
      slug,
      classes,
    ]),
  );

const days = (html: string): string[] =>
  [...html.matchAll(/<a href="[^"]*day=([\w-]+)[^"]*"(?: aria-current="page")?>.*?<span>([^<]*)<\/span><\/a>/gs)].map(
    ([, day, count]) => `${day} ${count?.replace(/.*>/s, '')}`,
  );

describe('the front page', () => {
  test('has the summits by when they are, what is reported marked and what is rehearsed apart', async () => {
    const { html } = await reader.get('/en/');

    const shelves = html
      .split('<h2>')
      .slice(1)
      .map((part) => [part.split('<')[0], [...part.matchAll(/summits\/([\w-]+)"/g)].map(([, slug]) => slug)]);
    expect(shelves).toEqual([
      ['Coming', ['river-2031']],
      ['Past', ['u20-2018']],
      ['Without a date', expect.arrayContaining(['wuf12'])],
      ['Rehearsals', expect.arrayContaining(['rehearsal'])],
    ]);
    expect(wordsOf({ html })).toMatch(/U20 Mayors Summit 2018 Buenos Aires · 29 . 30 October 2018 Reported/);
    expect(html).toContain('href="/en/invitation"');
  });
});

describe('a summit', () => {
  test('says where, when and beside what it stands, who convenes it, and what it follows', async () => {
    const said = await read(page);

    expect(said).toMatch(/River Cities 2031 Dellmouth · 29 . 31 March 2031/);
    expect(said).toMatch(/Follows World Urban Forum 12 Stands beside G20 Time zone Europe\/Paris/);
    expect(said).toMatch(/Who convenes it basin-league , France Convenor/);
    expect(said).toContain('Release 2, Saturday, 1 March 2031 at 10:01.');
    expect(days((await reader.get(page)).html)).toEqual([
      '2031-03-30 4 sessions',
      '2031-03-31 1 session',
      'undated 1 session',
    ]);
  });

  test('that is reported says so at first sight, with its sources', async () => {
    const said = await read('/en/summits/u20-2018');

    expect(said).toMatch(/Reported Concluded U20 Mayors Summit 2018/);
    expect(said).toContain('Nothing here was entered by whoever held it. U20 press release of 2018');
    expect(said).toMatch(/36 .*cities among them 34/);
  });

  test('that is rehearsed says so, is found by no search engine, and shows its declaration with its state', async () => {
    const sheet = await reader.get('/en/summits/rehearsal');

    expect(wordsOf(sheet)).toMatch(/Rehearsal: invented people.*Quillemar Declaration.*Declaration Open for signature/);
    expect(sheet.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('that is not there is nowhere', async () => {
    for (const path of ['/en/summits/nowhere', '/en/summits/nowhere/programme', `${page}/sessions/nothing`])
      expect((await reader.get(path)).status).toBe(404);
  });
});

describe('the programme', () => {
  test('is a grid of rooms and hours, in which what is at once in one room stands side by side', async () => {
    const { html } = await reader.get(`${page}/programme`);

    expect([...html.matchAll(/<li class="room c\d+" aria-hidden="true">([^<]*)/g)].map(([, name]) => name)).toEqual([
      'Hall 2',
      'Hall 2',
      'Hall 10',
    ]);
    expect(placed(html)).toEqual({
      'rc-1': 'event hue-1 c1 r1 s18',
      'rc-2': 'event c2 r7 s18',
      // Ten minutes, drawn as the thirty that its title needs.
      'rc-3': 'event c3 r1 s6',
      'rc-6': 'event cancelled c3 r25 s12',
    });
    expect(wordsOf({ html })).toMatch(/10:00–11:30 · Hall 2/);
    expect(wordsOf({ html })).toMatch(/12:00–13:00 Cancelled/);
  });

  test('shows another day, and what has no time', async () => {
    expect(await read(`${page}/programme?day=2031-03-31`)).toMatch(/Online .*10:00–11:00 · Online Session RC 4/);
    expect(await read(`${page}/programme?day=undated`)).toMatch(/Session RC 5 Without a time/);
  });

  test('never shows what was not released', async () => {
    const pages = [`${page}/programme?q=draft`, `${page}/programme?q=accepted`, `${page}/programme?day=undated`];

    for (const path of pages) expect(await read(path)).not.toMatch(/nobody sees|not released/);
    for (const slug of ['rc-7', 'rc-8']) expect((await reader.get(`${page}/sessions/${slug}`)).status).toBe(404);
  });

  test.each([
    ['track=banks', ['rc-1']],
    ['room=hall-10', ['rc-3', 'rc-6']],
    ['language=ar', ['rc-1']],
    ['organization=tarn-port', ['rc-1', 'rc-2']],
    // A network leads what its members lead.
    ['network=basin-league', ['rc-2']],
    ['q=DEUX+rives', ['rc-1']],
    ['q=rc+4', ['rc-4']],
    ['q=session&room=hall-2', ['rc-2']],
    ['q=nothing-of-the-kind', []],
  ])('is narrowed down by %s, on all days', async (query, slugs) => {
    const { html } = await reader.get(`${page}/programme?${query}`);

    const list = html.split('role="status"')[1] ?? '';
    expect([...list.matchAll(/<a href="[^"]*sessions\/([\w-]+)/g)].map(([, slug]) => slug)).toEqual(slugs);
    expect(wordsOf({ html })).toContain(`${slugs.length} ${slugs.length === 1 ? 'session' : 'sessions'} found`);
  });

  test('counts by day what it finds, and keeps what was asked for in every way on', async () => {
    const { html } = await reader.get(`${page}/programme?q=session&zone=America/New_York`);

    expect(days(html)).toEqual(['2031-03-30 3 sessions', '2031-03-31 1 session', 'undated 1 session']);
    expect(html).toContain('day=2031-03-31&amp;q=session&amp;zone=America%2FNew_York');
    expect(html).toContain('href="/fr/summits/river-2031/programme?q=session&amp;zone=America/New_York"');
  });

  test('leaves out what it does not know, and says so', async () => {
    const said = await read(
      `${page}/programme?day=2031-13-01&track=x%3Cb%3E&zone=Mars/Base&language=%3F&room=%22&cursor=1`,
    );

    expect(said).toContain(
      'Left out, because this programme has no such thing: day “2031-13-01”, track “x&lt;b&gt;”, time zone “Mars/Base”.',
    );
  });

  test('has the times of the reader, too, by a form without script', async () => {
    const choosing = await reader.get(`${page}/programme?day=2031-03-30&zone=`);
    const chosen = await read(`${page}/programme?zone=America/New_York`);

    expect(choosing.html).toMatch(
      /<form class="filters" method="get" action="[^"?]*programme"><input type="hidden" name="day" value="2031-03-30"/,
    );
    expect(choosing.html).toContain('<option>Asia/Tokyo</option>');
    expect((await reader.get(`${page}/programme`)).html).not.toContain('Asia/Tokyo');
    expect(chosen).toContain('10:00–11:30 (04:00–05:30)');
    expect(await read(`${page}/programme?zone=Pacific/Honolulu`)).toContain('(22:00–23:30, a day earlier)');
  });

  test('of what is reported stands as its sources print it', async () => {
    const { html } = await reader.get('/en/summits/wuf12/programme');

    expect(placed(html)).toEqual({ 'vc-d-12': 'event hue-1 c1 r1 s18' });
    expect(wordsOf({ html })).toMatch(/Reported: .* As its sources print it\./);
  });

  test('leads to its feeds', async () => {
    const { html } = await reader.get(`${page}/programme`);

    expect([...html.matchAll(/href="\/api\/v1(\/[^"]*programme[^"]*)"/g)].map(([, at]) => at)).toEqual(
      ['', '', '.ics', '.csv', '.xml', '.frab.json', '.jsonld'].map(
        (ending) => `/summits/river-2031/programme${ending}`,
      ),
    );
  });
});

describe('a session', () => {
  test('is complete: when in each zone, where, whose, in which languages, and who sits on it', async () => {
    const said = await read(`${page}/sessions/rc-1?zone=America/New_York`);

    expect(said).toContain('Two banks, &lt;b&gt;one&lt;/b&gt; river');
    expect(said).toMatch(
      /Sunday,? 30 March 2031 10:00–11:30 Your time \(America\/New_York\) Sunday,? 30 March 2031.* 04:00–05:30/,
    );
    expect(said).toMatch(/The same in UTC Sunday,? 30 March 2031.* 08:00–09:30/);
    expect(said).toMatch(
      /Place Hall 2, Dellmouth On site and online Organized by dellmouth , France Languages English Interpreted into Arabic/,
    );
    expect(said).toMatch(/Panel IM Moderator Ilka Morrane tarn-port , France – To be confirmed/);
  });

  test('names nobody who has not agreed, nor where they could be found', async () => {
    const { html } = await reader.get(`${page}/sessions/rc-1`);

    expect(html).not.toMatch(/Hushed/i);
    expect(html).not.toContain(hidden);
    expect((await reader.get(`/en/people/${hidden}`)).status).toBe(404);
  });

  test('is an Event to programs, in which nothing ends the script', async () => {
    const { html } = await reader.get(`${page}/sessions/rc-1`);

    const linked = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as object;
    expect(linked).toMatchObject({
      '@type': 'Event',
      url: 'https://plenary.example/en/summits/river-2031/sessions/rc-1',
      name: 'Two banks, <b>one</b> river',
      startDate: '2031-03-30T10:00:00+02:00',
      organizer: [{ name: 'dellmouth' }],
      performer: [{ name: 'Ilka Morrane' }],
    });
    expect(html).toContain('href="/api/v1/summits/river-2031/sessions/rc-1/programme.ics?lang=en"');
  });

  test('that was cancelled says so', async () => {
    expect(await read(`${page}/sessions/rc-6`)).toContain('This session was cancelled.');
  });

  test('that is reported shows what was published beside what is right, and whose panelist that is', async () => {
    const said = await read('/en/summits/wuf12/sessions/vc-d-12');

    expect(said).toMatch(/VC-D 12 Reported Multilateral city diplomacy/);
    expect(said).toContain('Organized by Global Cities Hub , Switzerland With CUF (Cités Unies France) , France UCLG');
    expect(said).toContain('Time zone left empty Africa/Cairo');
    expect(said).toContain('Organizations Ms. Clare Hart City of Monpelier City of Montpellier A misspelling');
    expect(said).toMatch(
      /Beginning, End : World Urban Forum, programme page of session VC-D 12 It prints: November 7, 2024/,
    );
    expect(said).toContain('None: None was published');
  });

  test('shows what came of it, who voiced it, and the paragraph that carries it', async () => {
    const { html } = await reader.get('/en/summits/rehearsal/sessions/vc-d-12');

    expect(wordsOf({ html })).toMatch(
      /that each city on a route .* Recommendation Voiced by Baptiste Ormeval .* Carried into Quillemar Declaration/,
    );
    expect(html).toMatch(/href="\/en\/summits\/rehearsal\/declarations\/[\w-]+#p\w+"/);
    expect(await read('/fr/summits/rehearsal/sessions/vc-d-14')).toMatch(
      /Non repris dans .* : The cities of the route have to agree first/,
    );
  });
});

describe('the register', () => {
  test('is searched by the beginning of a name, in any spelling', async () => {
    expect(await read('/en/organizations?q=CIT%C3%89S')).toContain(
      'Cités Unies France Association of local governments · France',
    );
    expect(await read('/en/organizations?q=zzzz')).toContain('No organization is found by that name.');
    expect(await read('/en/organizations?q=c')).toContain('Type at least two letters of a name.');
  });

  test('is shown forty at a time; a page that is gone is answered by the first', async () => {
    const { html } = await reader.get('/en/organizations');
    const next = /<a class="button small" href="([^"]+)" rel="next/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await reader.get(next);

    expect(html.match(/<li><span><a href="\/en\/organizations\//g)).toHaveLength(40);
    expect(second.html.match(/<li><span><a href="\/en\/organizations\//g)?.length).toBeGreaterThan(5);
    expect(await read('/en/organizations?cursor=gone')).toContain('That page of the list is no longer there');
  });

  test('says of an organization what it is, what it signed, and where it belongs', async () => {
    const paris = await read('/en/organizations/paris');
    const port = await read('/en/organizations/tarn-port');

    expect(paris).toMatch(/City Reported Paris France/);
    expect(paris).toContain('2,138,551 (year not given, own area)');
    expect(paris).toMatch(/Signed and endorsed U20 cities call on the G20 .* Signed, date not given Reported/);
    expect(port).toMatch(/Belongs to basin-league member/);
    expect(port).toMatch(/partner|on the panel|organized by it/);
    expect(await read('/en/organizations/basin-league')).toMatch(/Members tarn-port member/);
    expect((await reader.get('/en/organizations/paris?members=gone')).status).toBe(303);
  });

  test('shows of a person the name and the panels it stands on', async () => {
    const { html } = await reader.get(`/en/people/${ilka}`);

    expect(wordsOf({ html })).toMatch(
      /Ilka Morrane .* Two banks, .* as Moderator · River Cities 2031 · 30 March 2031 · RC 1/,
    );
    expect(html).not.toContain('Mayor');
  });
});

describe('every page', () => {
  const paths = [
    '/',
    '/summits/river-2031',
    '/summits/wuf12',
    '/summits/river-2031/programme',
    '/summits/river-2031/programme?q=session&zone=Asia/Tokyo',
    '/summits/river-2031/sessions/rc-1',
    '/summits/rehearsal/sessions/vc-d-12',
    '/organizations',
    '/organizations/paris',
    '/organizations/lantern-league',
  ];

  test.each(pageLanguages)('stands whole in %s, with its record, its languages and no script', async (language) => {
    for (const path of paths) {
      const sheet = await reader.get(`/${language}${path}`);
      const said = wordsOf(sheet);

      expect([path, sheet.status]).toEqual([path, 200]);
      expect([path, /undefined|\[object|NaN|\{\w+\}/.exec(said)?.[0]]).toEqual([path, undefined]);
      expect(sheet.html.match(/<h1>/g)).toHaveLength(1);
      expect(sheet.html.match(/rel="alternate" hreflang/g)).toHaveLength(6);
      expect(sheet.html).toContain('type="application/json" href="/api/v1/');
      expect([path, /<script(?! type="application\/ld\+json")|<style|\sstyle=|\son\w+=/.exec(sheet.html)]).toEqual([
        path,
        null,
      ]);
      expect(sheet.headers.get('cache-control')).toBe('public, s-maxage=30, stale-while-revalidate=20');
    }
  });

  test('is not sent again to who has it', async () => {
    for (const path of paths) {
      const { headers } = await reader.get(`/en${path}`);
      const again = await reader.get(`/en${path}`, { 'if-none-match': headers.get('etag') ?? '' });

      expect([path, again.status, again.html]).toEqual([path, 304, '']);
    }
  });

  test('says which language a record is in, where it is not the page’s', async () => {
    const arabic = await reader.get('/ar/summits/river-2031/sessions/rc-1');

    expect(arabic.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic.html).toContain('<h1><span lang="en" dir="auto">Two banks, &lt;b&gt;one&lt;/b&gt; river</span></h1>');
    expect(wordsOf(arabic)).toContain('dellmouth بالعربية');
    expect(await read('/fr/summits/river-2031/sessions/rc-1')).not.toContain('Written in');
    expect(await read('/es/summits/river-2031/sessions/rc-1')).toContain('Todavía no existe en: español.');
  });

  test('is the same for who is signed in', async () => {
    const [everyones, theirs] = [
      await reader.get(`${page}/sessions/rc-1`),
      await reader.get(`${page}/sessions/rc-1`, { cookie: '__Host-plenary=nonsense' }),
    ];

    expect(theirs.html).toBe(everyones.html);
    expect(theirs.headers.get('cache-control')).toBe('no-store');
  });
});

test('every language fills in what the English words leave open', () => {
  const holes = (words: unknown): unknown => {
    if (typeof words === 'string')
      return [...new Set([...words.matchAll(/\{\w+\}/g)].map(([hole]) => hole))].toSorted();
    // A plural has as many forms as its language.
    const { other } = words as { other?: unknown };
    if (typeof other === 'string') return holes(other);
    return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, holes(value)]));
  };

  for (const language of pageLanguages)
    expect([language, holes(publicWordsIn(language))]).toEqual([language, holes(publicWordsIn('en'))]);
});
