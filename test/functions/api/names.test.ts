import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../shared/contract/routes.ts';
import { isByLink } from '../../../shared/http/route.ts';
import { declarationKey } from '../../../shared/table/key.ts';
import { inTheMorning } from '../../builders.ts';
import { aDoor, type Household, type Json } from '../../door.ts';

// Who is not to be named is named nowhere: every address that everybody may read, with every ending and every page, byte by byte.

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/vc-d-12`;
const given = { by: 'bearer', on: '2031-01-15' };
const cited = (...facts: string[]) => [
  { facts, citation: 'The Quay Gazette (invented)', says: 'Among them NAME.', note: 'NAME, surely.' },
];

/** Everybody who must not be found, by their names, in which every word is theirs alone. */
const hidden = {
  unasked: 'Hidalga Unaskova',
  waiting: 'Invitelle Wartenau',
  atRisk: 'Riska Shadowell',
  reportedAtRisk: 'Reskina Murkwood',
  withdrew: 'Wistra Gonelle',
  withdrewName: 'Namela Offenbach',
  refused: 'Refusa Nayward',
  objects: 'Objecta Reporsson',
  left: 'Leftina Parting',
  erased: 'Erasma Voidmann',
};
type Who = keyof typeof hidden;

let house: Household;
const people = new Map<string, string>();
const places = new Map<string, string>();

const reported = (name: string, ...facts: string[]): object => ({
  origin: 'reported',
  sources: JSON.parse(JSON.stringify(cited(...facts)).replaceAll('NAME', name)) as object,
});

const personCalled = async (name: string, more: object = {}): Promise<string> => {
  const { id } = await house.secretariat.make('/people', { name, biography: { en: `Of ${name}.` }, ...more });
  people.set(name, String(id));
  return String(id);
};

const seat = async (name: string, more: object = {}, ...states: string[]): Promise<void> => {
  const { slug } = await house.secretariat.make(`${session}/panelists`, {
    person: people.get(name),
    role: 'panelist',
    printedTitle: `Title of ${name}`,
    organizations: [{ organization: 'arvenne' }],
    ...more,
  });
  places.set(name, String(slug));
  await house.secretariat.pass(`${session}/panelists/${slug}`, ...states);
};

const say = (name: string, body: object): Promise<Json> =>
  house.secretariat.make(`/people/${people.get(name)}/consents`, { by: 'bearer', ...body });

const world: Record<Who, (name: string) => Promise<unknown>> = {
  unasked: async (name) => {
    await personCalled(name);
    await seat(name, {}, 'confirmed');
  },
  waiting: async (name) => {
    await personCalled(name);
    await seat(name, { consent: given }, 'invited');
  },
  atRisk: async (name) => {
    await personCalled(name);
    await seat(name, { unnamed: true }, 'confirmed');
  },
  reportedAtRisk: async (name) => {
    await personCalled(name);
    const facts = ['role', 'printedTitle', 'organizations', 'unnamed', 'person'];
    await seat(name, { unnamed: true, state: 'confirmed', ...reported(name, ...facts) });
  },
  withdrew: async (name) => {
    await personCalled(name);
    await seat(name, { consent: given }, 'confirmed');
    await house.secretariat.pass(`/people/${people.get(name)}/consents/${places.get(name)}`, 'withdrawn');
  },
  withdrewName: async (name) => {
    await personCalled(name, { consent: given });
    await seat(name, { consent: given }, 'confirmed');
    await house.secretariat.pass(`/people/${people.get(name)}/consents/name`, 'withdrawn');
  },
  refused: async (name) => {
    await personCalled(name);
    await seat(name, {}, 'confirmed');
    await say(name, {
      of: { summit: 'arvenne-2031', session: 'vc-d-12', panelist: places.get(name) },
      state: 'refused',
    });
  },
  objects: async (name) => {
    await personCalled(name, reported(name, 'name', 'biography'));
    await seat(name, { state: 'confirmed', ...reported(name, 'role', 'printedTitle', 'organizations') });
    await say(name, { of: 'reported', state: 'refused' });
  },
  left: async (name) => {
    await personCalled(name);
    await seat(name, { consent: given }, 'confirmed', 'withdrawn');
  },
  erased: async (name) => {
    await personCalled(name, { consent: given });
    await seat(name, { consent: given }, 'confirmed');
    await house.secretariat.make(`/people/${people.get(name)}/erasure`, { names: true, reason: 'Asked for.' });
  },
};

beforeAll(async () => {
  house = await aDoor();
  const { secretariat } = house;
  await secretariat.make('/organizations', { slug: 'arvenne', name: { en: 'Arvenne' }, kind: 'city', country: 'FR' });
  await secretariat.make('/instruments', { slug: 'river-charter', name: { en: 'Charter' }, kind: 'agreement' });
  await secretariat.make('/summits', { slug: 'arvenne-2031', title: { en: 'Summit' }, zone: 'Europe/Paris' });
  await secretariat.make(`${summit}/sessions`, { reference: 'VC-D 12', title: { en: 'Cities' }, ...inTheMorning });
  await secretariat.pass(session, 'submitted', 'accepted');
  for (const [who, name] of Object.entries(hidden)) await world[who as Who](name);
  await personCalled('Ilka Verrane', { consent: given });
  await seat('Ilka Verrane', { consent: given }, 'confirmed');
  await personCalled('Tomas Quell', reported('Tomas Quell', 'name', 'biography'));
  await seat('Tomas Quell', {
    state: 'confirmed',
    ...reported('Tomas Quell', 'role', 'printedTitle', 'organizations'),
  });
  await secretariat.make(`${summit}/participations`, {
    organization: 'arvenne',
    capacities: ['host'],
    focalPoint: people.get(hidden.unasked),
  });
  for (const name of Object.values(hidden))
    await secretariat.patch(
      `/people/${people.get(name)}/contact`,
      { emails: [`${name.split(' ')[0]}@example.org`] },
      { 'if-match': '*' },
    );
  const voicedBy = [...places].filter(([name]) => name !== hidden.left).map(([, slug]) => slug);
  await secretariat.make(`${session}/outcomes`, {
    type: 'recommendation',
    text: { en: 'that each city names one desk' },
    voicedBy,
  });
  await secretariat.pass(session, 'scheduled', 'held');
  await secretariat.pass(`${session}/outcomes/1`, 'filed');
  await secretariat.make(`${summit}/declarations`, {
    slug: 'letter',
    title: { en: 'Letter' },
    kind: 'open-letter',
    carry: ['vc-d-12/1'],
  });
  // Nothing issues a declaration yet: it is laid there as one that was.
  const letter = await house.table.get(declarationKey('arvenne-2031', 'letter'));
  if (!letter) throw new Error('There is no letter.');
  const record = { ...(letter.record as object), state: 'issued' };
  await house.table.batchWrite([{ ...letter, record, card: { ...(letter.card as object), state: 'issued' } }]);
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const parts = (): Record<string, string[]> => ({
  summit: ['arvenne-2031'],
  session: ['vc-d-12'],
  panelist: [...places.values()],
  outcome: ['1'],
  declaration: ['letter'],
  organization: ['arvenne'],
  participation: ['arvenne'],
  instrument: ['river-charter'],
  person: [...people.values()],
  consent: ['name', 'reported', ...places.values()],
});

const filled = (path: string, endings: readonly string[]): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .reduce<string[]>(
      (paths, [part, name = '']) =>
        paths.flatMap((one) => (parts()[name] ?? ['none']).map((value) => one.replace(part, value))),
      [path],
    )
    .flatMap((one) => [one, ...endings.map((ending) => `${one}.${ending}`)]);

const addresses = (): string[] =>
  routes
    .filter((route) => route.method === 'GET' && !isByLink(route))
    .flatMap(({ path, endings }) => filled(path, Object.keys(endings ?? {})));

// A cursor says where the next page begins, in letters that nobody reads.
const decoded = (next: unknown): string => (typeof next === 'string' ? Buffer.from(next, 'base64url').toString() : '');

interface Seen {
  address: string;
  text: string;
}

const pagesFrom = async (address: string): Promise<Seen[]> => {
  const pages: Seen[] = [];
  for (let cursor = ''; ;) {
    const { json, text } = await house.everyone.get(`${address}?limit=1${cursor}`);
    pages.push({ address, text: text + decoded(json.next) });
    if (typeof json.next !== 'string' || pages.length > 60) return pages;
    cursor = `&cursor=${json.next}`;
  }
};

const everything = async (): Promise<Seen[]> => {
  const seen: Seen[] = [];
  for (const address of addresses()) {
    const { text, json, headers } = await house.everyone.get(address);
    seen.push({ address, text: text + JSON.stringify([...headers]) });
    if (Array.isArray(json.items)) seen.push(...(await pagesFrom(address)));
  }
  return seen;
};

test('who is not to be named is found at no public address, neither by name nor by id', async () => {
  const seen = await everything();

  const told = Object.values(hidden).flatMap((name) => {
    const words = name.split(' ');
    const id = new RegExp(`\\b${people.get(name)}\\b`);
    return seen
      .filter(({ text, address }) => {
        const isTold = words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
        return isTold || (!address.includes(`/people/${people.get(name)}`) && id.test(text));
      })
      .map(({ address }) => `${name} at ${address}`);
  });
  expect(told).toEqual([]);

  // The others are: the walk does look where names stand.
  for (const name of ['Ilka Verrane', 'Tomas Quell']) {
    const found = seen.filter(({ text }) => text.includes(name)).map(({ address }) => address);
    expect(found).toEqual(
      expect.arrayContaining([
        session,
        `${session}/panelists`,
        `${session}/panelists/${places.get(name)}`,
        '/people',
        `/people/${people.get(name)}`,
      ]),
    );
  }
});

test('all of them are counted: a place, a role and an organization for each who did not leave', async () => {
  const { json } = await house.everyone.get(session);

  const nameless = (json.panel as Json[]).filter(({ printedName }) => printedName === undefined);
  expect(nameless.map(({ role, organizations }) => [role, organizations])).toEqual(
    Object.keys(hidden)
      .filter((who) => who !== 'left')
      .map(() => ['panelist', [{ organization: 'arvenne', printed: 'Arvenne' }]]),
  );
  const said = new Map(nameless.map(({ slug, toBeConfirmed }) => [slug, toBeConfirmed]));
  const waiting: Who[] = ['unasked', 'waiting', 'withdrew', 'withdrewName', 'refused', 'erased'];
  expect([...said].filter(([, isOpen]) => isOpen).map(([slug]) => slug)).toEqual(
    waiting.map((who) => places.get(hidden[who])),
  );
});

test('who objects to what a source reported goes without a name; that it reported somebody stays, with the source', async () => {
  const { json } = await house.everyone.get(`${session}/panelists/${places.get(hidden.objects)}`);

  expect(json.sources).toEqual([
    { facts: ['role', 'organizations'], citation: 'The Quay Gazette (invented)', how: 'printed' },
  ]);
});
