import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideCirculations } from '../../../../shared/operations/decision.ts';
import { tellCirculations } from '../../../../shared/operations/telling.ts';
import type { Held } from '../../../../shared/domain/role.ts';
import { inTheMorning } from '../../../builders.ts';
import { aDoor, type Household, type Json, tokenFor } from '../../../door.ts';
import { ok } from '../../../host.ts';
import { aMailroom } from '../../../mailroom.ts';
import { aReaderOf, fromHere, type Reader, type Sheet } from '../../../pages.ts';

// A text is negotiated, adopted, signed, delivered and followed up, by forms alone.

let house: Household;
let reader: Reader;
const room = '/en/organize/arvenne/declarations/appeal';
const record = '/summits/arvenne/declarations/appeal';

const cookieOf = async (name: string): Promise<Record<string, string>> => ({
  cookie: `__Host-plenary=${await tokenFor(name)}`,
  ...fromHere,
});
const get = async (path: string, name = 'amira'): Promise<Sheet> => reader.get(path, await cookieOf(name));

const entities: Record<string, string> = { '&#39;': "'", '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const plain = (html: string): string => html.replace(/&(?:#39|quot|amp|lt|gt);/g, (found) => entities[found] ?? found);

/** What the last form of a page holds, as a browser would send it. */
const heldIn = ({ html }: Sheet): Record<string, string> => {
  const form = html.slice(html.lastIndexOf('<form method="post"'));
  const held: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [, name] = / name="([^"]*)"/.exec(tag) ?? [];
    const isTicked = !/type="(?:radio|checkbox)"/.test(tag) || / checked/.test(tag);
    if (name !== undefined && isTicked) held[name] = plain(/ value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)</g))
    held[name!] = plain(value!);
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    held[name!] = plain(
      (/<option value="([^"]*)" selected/.exec(options!) ?? /<option value="([^"]*)"/.exec(options!))?.[1] ?? '',
    );
  return held;
};

/** Opens a form, fills it in and sends it. */
const fill = async (path: string, typed: Record<string, string>, name = 'amira'): Promise<Sheet> => {
  const opened = await get(path, name);
  expect([path, opened.status]).toEqual([path, 200]);
  return reader.post(path, { ...heldIn(opened), ...typed }, await cookieOf(name));
};

/** The same, and it was done: where it leads to. */
const done = async (path: string, typed: Record<string, string> = {}, name = 'amira'): Promise<string> => {
  const { status, headers, html } = await fill(path, typed, name);
  expect([path, status, /<div class="faults"[\s\S]*?<\/div>/.exec(html)?.[0]]).toEqual([path, 303, undefined]);
  return (headers.get('location') ?? '').replace(room, '');
};

const faultsIn = ({ html }: Sheet): string =>
  plain(/<div class="faults"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ');
const read = (path = ''): Promise<Json> => ok(house.secretariat.get(`${record}${path}`));
const paragraphs = async (): Promise<Json[]> => (await read()).paragraphs as Json[];
const textOf = (one: Json | undefined): unknown => (one?.text as Json | undefined)?.en;
const known = async (text: RegExp): Promise<string> => {
  const found = (await paragraphs()).find((one) => text.test(String(textOf(one))));
  expect([text, found?.slug]).toEqual([text, expect.any(String)]);
  return String(found?.slug);
};

const city = async (slug: string, name: string): Promise<void> => {
  const { make } = house.secretariat;
  const { id } = await make('/people', { name: `Focal point of ${name}` });
  await ok(
    house.secretariat.patch(`/people/${String(id)}/contact`, { emails: [`${slug}@example.org`] }, { 'if-match': '*' }),
  );
  await make('/organizations', { slug, name: { en: name }, kind: 'city' });
  await make('/summits/arvenne/participations', {
    organization: slug,
    capacities: ['participating-member'],
    focalPoint: id,
  });
};

const outcomes: Json[] = [
  { type: 'recommendation', text: { en: 'that each city names one desk', fr: 'que chaque ville désigne un guichet' } },
  { type: 'recommendation', text: { en: 'that each desk is open at night' } },
  { type: 'recommendation', text: { en: 'that ferries run on Sundays <b>too</b>' } },
  { type: 'ask', text: { en: 'to open their flood funds to cities' }, addressee: { en: 'the river ministers' } },
  { type: 'practice', text: { en: 'the night buses' } },
];

beforeAll(async () => {
  house = await aDoor();
  reader = aReaderOf(house);
  const { make, pass } = house.secretariat;
  await make('/summits', { slug: 'arvenne', title: { en: 'Arvenne' }, zone: 'Europe/Paris' });
  await make('/summits/arvenne/sessions', { reference: 'A 1', title: { en: 'Quays' }, ...inTheMorning });
  await pass('/summits/arvenne/sessions/a-1', 'submitted', 'accepted');
  for (const one of outcomes) await make('/summits/arvenne/sessions/a-1/outcomes', one);
  await pass('/summits/arvenne/sessions/a-1', 'scheduled', 'held');
  for (const nth of [1, 2, 3, 4, 5]) await pass(`/summits/arvenne/sessions/a-1/outcomes/${nth}`, 'filed');
  await city('port-selva', 'Port Selva');
  await city('brehl', 'Brehl');
  const given: [string, Held][] = [
    ['dara', { role: 'drafter', summit: 'arvenne', declaration: 'appeal' }],
    ['fanny', { role: 'translator', summit: 'arvenne', declaration: 'appeal', language: 'fr' }],
    ['ada', { role: 'assessor', summit: 'arvenne', declaration: 'appeal' }],
  ];
  for (const [name, held] of given) await house.as(name, held);
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

describe('a text that is drafted', () => {
  test('is compiled from the outcomes that are chosen, and what is wrong stands at its field', async () => {
    const path = '/en/organize/arvenne/declarations/new';
    const chosen = new URLSearchParams({ kind: 'declaration', language: 'en', title: 'Appeal', what: 'chosen' });
    const untitled = await reader.post(
      path,
      { kind: 'declaration', language: 'en', what: 'all', title: '' },
      await cookieOf('amira'),
    );
    expect([untitled.status, /id="title-fault"/.test(untitled.html)]).toEqual([422, true]);
    for (const nth of [1, 4]) chosen.append('outcome', `a-1/${nth}`);

    const { status, headers } = await reader.post(path, Object.fromEntries(chosen), await cookieOf('amira'));

    // A browser sends each box that is ticked; this reader sends the last, and the rest is composed from the tray.
    expect([status, headers.get('location')]).toEqual([303, `${room}/outcomes?done=compiled`]);
    expect((await paragraphs()).map(textOf)).toEqual(['to open their flood funds to cities']);
    await done(
      `${room}/head`,
      { 'title.fr': 'Appel', 'organ.en': 'The mayors', addressedTo: 'The river ministers\nThe banks' },
      'dara',
    );
    expect(await read()).toMatchObject({
      title: { en: 'Appeal', fr: 'Appel' },
      organ: { en: 'The mayors' },
      addressedTo: ['The river ministers', 'The banks'],
    });
    const { html } = await get(`${room}/outcomes?done=compiled`, 'dara');
    expect(html).toContain('<dt>without a paragraph</dt><dd>4</dd>');
    expect(html).toContain('<dt>in the text</dt><dd>1</dd>');
    expect(html).toContain('that ferries run on Sundays &lt;b&gt;too&lt;/b&gt;');
  });

  test('takes several outcomes into one paragraph, another as a source, and says why it carries one not', async () => {
    const composed = await done(
      `${room}/outcomes/compose?outcome=a-1/1&outcome=a-1/2`,
      { text: 'that each city names one desk. It is open at night' },
      'dara',
    );
    const slug = composed.replace('?done=composed#', '');
    await done(`${room}/outcomes/join?outcome=a-1/3`, { paragraph: slug, relation: 'merged' }, 'dara');
    const nothing = await fill(`${room}/outcomes/leave-out?outcome=a-1/1`, { reason: 'Why not.' }, 'dara');
    expect(faultsIn(nothing)).toContain('it stands in the text');
    expect(await done(`${room}/outcomes/leave-out?outcome=a-1/5`, { reason: 'Said elsewhere.' }, 'dara')).toBe(
      '/outcomes?done=leftOut',
    );

    expect((await read(`/paragraphs/${slug}`)).sources).toMatchObject([
      { outcome: '1', relation: 'merged' },
      { outcome: '2', relation: 'merged' },
      { outcome: '3', relation: 'merged' },
    ]);
    expect((await ok(house.secretariat.get('/summits/arvenne/sessions/a-1/outcomes/5'))).went).toMatchObject([
      { reason: 'Said elsewhere.' },
    ]);
    expect((await get(`${room}/outcomes?show=left-out`, 'dara')).html).toContain(
      'Not carried because: Said elsewhere.',
    );
  });

  test('meets two drafters only where they touch the same paragraph: who was slower sees both', async () => {
    const slug = await known(/names one desk/);
    const path = `${room}/paragraphs/${slug}/edit`;
    const [hers, his] = await Promise.all([get(path, 'dara'), get(path)]);
    const sent = await reader.post(
      path,
      { ...heldIn(hers), text: 'that each city names one desk by spring. It is open at night' },
      await cookieOf('dara'),
    );
    expect(sent.headers.get('location')).toBe(`${room}?done=saved#${slug}`);

    const stale = await reader.post(path, { ...heldIn(his), text: 'mine' }, await cookieOf('amira'));

    expect(stale.status).toBe(412);
    expect(stale.html).toContain('<bdi>that each city names one desk by spring. It is open at night</bdi>');
    expect(heldIn(stale).text).toBe('mine');
    const again = await reader.post(
      path,
      { ...heldIn(stale), text: 'that each city names one desk. It is open at night, too' },
      await cookieOf('amira'),
    );
    expect(again.status).toBe(303);
  });

  test('is split, merged, moved, inserted into and taken from', async () => {
    const slug = await known(/names one desk/);
    await done(`${room}/paragraphs/${slug}/split`, {
      'parts.0.text': 'that each city names one desk',
      'parts.1.opening': 'recommend',
      'parts.1.text': 'that the desk is open at night',
    });
    const second = await known(/is open at night/);
    const added = (
      await done(`${room}/paragraphs/new?after=${slug}`, {
        opening: 'recommend',
        text: 'that ferries are lit',
        sources: 'Asked for in plenary.',
      })
    ).replace('?done=inserted#', '');
    expect((await paragraphs()).map((one) => one.slug)).toEqual([expect.any(String), slug, added, second]);

    expect(await done(`${room}/paragraphs/${second}/move`, { after: slug })).toBe(`#${second}`);
    const { version } = await read(`/paragraphs/${second}`);
    await done(`${room}/paragraphs/${slug}/merge`, {
      with: `${second} ${String(version)}`,
      text: 'that each city names one desk, open at night',
    });
    await done(`${room}/paragraphs/${added}/remove`, { reason: 'Said by the ministers.' });

    expect((await paragraphs()).map(textOf)).toEqual([
      'to open their flood funds to cities',
      'that each city names one desk, open at night',
    ]);
  });

  test('is shown with its numbers, sources and advice, to who works at it and to nobody else', async () => {
    const slug = await known(/names one desk/);
    await done(`${room}/paragraphs/${slug}/edit`, { text: 'Recommend that each city names one desk, open at night.' });

    const { html } = await get(room, 'dara');

    expect(html).toContain('Paragraph 2');
    expect(html).toContain('The opening word is printed already; leave “Recommend” out of the text.');
    expect(html).toContain('a-1, outcome 3');
    // Whoever only drafts is shown the ways that are theirs.
    expect(html).not.toContain('/en/organize/arvenne/settings');
    expect((await get(room, 'jonas')).status).toBe(403);
    expect((await reader.get(room)).status).toBe(302);
    await done(`${room}/paragraphs/${slug}/edit`, { text: 'that each city names one desk, open at night' });
  });

  test('is translated beside the authentic words, and what they changed since is shown', async () => {
    const slug = await known(/names one desk/);
    const path = `${room}/translations/fr/${slug}`;
    await done(path, { text: 'que chaque ville désigne un guichet', state: 'reviewed' }, 'fanny');
    await done(
      `${room}/paragraphs/${slug}/edit`,
      { text: 'that each city names one desk, open day and night' },
      'dara',
    );

    const { html } = await get(`${room}/translations/fr`, 'fanny');

    expect(html).toContain('open <del>at</del><ins>day and</ins> night');
    expect(html).toContain('Out of date');
    expect((await get(`${room}/translations/es/${slug}`, 'fanny')).status).toBe(403);
    await done(path, { text: 'que chaque ville désigne un guichet, ouvert jour et nuit' }, 'fanny');
    expect((await get(`${room}/translations/fr`, 'fanny')).html).not.toContain('Out of date');
  });
});

const onPaper = { 'received.how': 'paper', 'received.document': 'a'.repeat(64), 'received.at': '2031-03-01T09:30' };

describe('a text that is negotiated', () => {
  test('has amendments, which collide, and of which one is accepted', async () => {
    const slug = await known(/names one desk/);
    const propose = (organization: string, words: string): Promise<string> =>
      done(`${room}/amendments/new`, {
        organization,
        paragraph: slug,
        kind: 'replace',
        words,
        reason: 'Better.',
        ...onPaper,
      });
    const first = (await propose('port-selva', 'that each city names two desks, open day and night')).replace(
      /.*#/,
      '',
    );
    await propose('brehl', 'that each city names one office, open day and night');
    const { html } = await get(`${room}/amendments`);
    expect(html).toContain('2 amendments, 2 of them open');

    expect(await done(`${room}/amendments/${first}/decision?to=accepted`, {}, 'dara')).toBe(
      `/amendments?done=accepted#${first}`,
    );

    expect(textOf(await read(`/paragraphs/${slug}`))).toBe('that each city names two desks, open day and night');
    expect((await get(`${room}/amendments?state=proposed`)).html).toContain('Brehl');
  });

  test('is kept in versions that are compared word by word', async () => {
    expect(await done(`${room}/versions/save`, {}, 'dara')).toBe('/versions?done=version');
    await done(
      `${room}/paragraphs/${await known(/two desks/)}/edit`,
      { text: 'that each city names three desks, open day and night' },
      'dara',
    );
    await done(`${room}/versions/save`, {}, 'dara');

    const { html } = await get(`${room}/versions/v2?from=v1`, 'dara');

    expect(html).toContain('<del>two</del><ins>three</ins>');
  });

  test('is circulated, objected to on paper, and adopted by the clock once the objection is withdrawn', async () => {
    const early = await fill(`${room}/circulate`, { hours: '24' });
    expect(faultsIn(early)).toContain('Say who waived the 72 hours');
    expect(await done(`${room}/circulate`)).toBe('/circulation?done=circulated');
    house.clock.move(60);
    await tellCirculations(house.door.house, house.clock.now);
    await aMailroom(house).deliver();
    house.clock.move(3_600);
    const objected = await done(`${room}/objections/new`, {
      organization: 'brehl',
      reason: 'Three are too many.',
      ...onPaper,
      'received.at': '2031-03-01T10:30',
    });
    expect(objected).toMatch(/^\/circulation\?done=objection#brehl-c1$/);
    await done(`${room}/circulations/c1/extension`, {
      deadline: '2031-03-05T12:00',
      reason: 'A council sits on Tuesday.',
    });
    const { html } = await get(`${room}/circulation`);
    expect(html).toContain('2 asked: 2 reached, 0 not reached, 0 on the way. 1 open objections.');
    expect(html).toMatch(/Wednesday,? 5 March 2031 at 12:00/);
    expect(html).toMatch(/Wednesday,? 5 March 2031 at 11:00 UTC/);

    await done(`${room}/objections/brehl-c1/withdrawal`, { ...onPaper, 'received.at': '2031-03-01T11:00' });
    house.clock.now = new Date('2031-03-05T11:02:00Z');
    await decideCirculations(house.door.house, house.clock.now);

    expect(await read()).toMatchObject({ state: 'adopted', frozen: { version: 'v3', how: 'silence' } });
    expect((await get(`${room}/circulation`)).html).toContain('Adopted');
  });
});

describe('what follows', () => {
  test('is signed on paper and by link, and what is disputed is decided', async () => {
    await done(`${room}/opening`);
    const signed = await fill(`${room}/signatures/new`, {
      organization: 'port-selva',
      signedBy: 'Ilka Verrane',
      title: 'Mayor',
      ...onPaper,
      'received.at': '2031-03-05T12:01',
    });
    expect([signed.status, signed.headers.get('location')]).toEqual([
      303,
      `${room}/signatures?done=signed#port-selva-signatory`,
    ]);
    await done(`${room}/signings/new`, {
      organization: 'brehl',
      'office.address': 'office@example.org',
      'signatory.address': 'mayor@example.org',
    });
    await done(`${room}/signings/brehl-signatory/revoke`, { reason: 'Sent to an old address.' });

    const { html } = await get(`${room}/signatures`);

    expect(html).toContain('<bdi>Ilka Verrane</bdi>');
    expect(html).toContain('Taken back');
  });

  test('is delivered, received, assessed, promised and claimed', async () => {
    const delivered = await done(`${room}/deliveries/new`, {
      'to.name': 'The river ministers',
      place: 'Arvenne',
      by: 'Sanna Brook',
    });
    const delivery = delivered.replace(/.*#/, '');
    await done(`${room}/deliveries/${delivery}/receipt`, { on: '2031-03-05', words: 'Received with thanks.' });
    const slug = await known(/flood funds/);
    const assess = (name: string, score: string, assessor: string): Promise<string> =>
      done(
        `${room}/uptake/new?paragraph=${slug}`,
        {
          score,
          quotation: 'A first fund is open.',
          'source.title': 'Report (invented)',
          'source.url': `https://example.org/${name}`,
          'source.date': '2031-03',
          assessor,
        },
        name,
      );
    await assess('ada', '1', 'Institute of River Studies');
    await assess('amira', '-1', 'Quay Watch');
    await done(`${room}/commitments/new`, {
      organization: 'port-selva',
      text: 'to open one desk',
      measure: 'One desk is open.',
      'due.months': '12',
    });
    await done(`${room}/claims/new`, {
      words: 'signed by 40 cities',
      number: '40',
      counts: 'signed',
      reads: 'exactly',
    });
    await done(`${room}/corrigenda/new`, {
      paragraph: slug,
      words: 'flood funds',
      read: 'flood relief funds',
      reason: 'The name.',
      decidedBy: 'The chairs',
      on: '2031-03-05',
    });

    expect((await get(`${room}/deliveries`)).html).toContain('1 signatories, 0 observers');
    expect((await get(`${room}/uptake`, 'ada')).html).toContain('Assessors disagree');
    expect((await get(`${room}/commitments`)).html).toContain('Due on 5 March 2032');
    expect((await get(`${room}/claims`)).html).toContain('Not borne out');
    expect((await get(`${room}/corrigenda`)).html).toContain('<ins>flood relief funds</ins>');
  });
});

test('the room stands in French and Spanish, too', async () => {
  for (const [language, title] of [
    ['fr', 'Diffusion'],
    ['es', 'Distribución'],
  ] as const) {
    const { status, html } = await get(`/${language}${room.slice(3)}/circulation`);
    expect([status, /<html lang="(\w+)"/.exec(html)?.[1], html.includes(`<h1>${title}</h1>`)]).toEqual([
      200,
      language,
      true,
    ]);
  }
});
