import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../shared/contract/routes.ts';
import { type Caller, deeds, everyone, may, mayWithin, view } from '../../../shared/domain/access.ts';
import { firstState, lifecycles, type Noun } from '../../../shared/domain/lifecycle.ts';
import type { Held, Whereabouts } from '../../../shared/domain/role.ts';
import { isByLink, type Route } from '../../../shared/http/route.ts';
import { isBrief } from '../../counts.ts';
import { aClient, type Client, type Household, identityOf, type Json, type Reply } from '../../door.ts';
import { aFoundedHouse } from '../../told.ts';
import { invitationKind } from '../../../shared/table/invitation.ts';
import { itemOf } from '../../../shared/table/item.ts';
import { anInvitation } from '../../records.ts';
import { beside, farewell, foundation, sequel, tell } from '../../story.ts';
import { addressOf, names, namesAt } from '../../world.ts';

// Every route, as every role, on what is theirs and on what is not: compared with the page that says who may do what. What may not be known of is
// compared with what is not there: status, headers, body and the number of table calls.

const [summit, elsewhere] = ['arvenne-2031', 'elsewhere-2031'] as const;
const here = { summit, track: 'voices', session: 'vc-d-12', declaration: 'arvenne-declaration' };

/** The weakest first: what somebody may do changes what the next one finds. */
const roles: Record<string, readonly Held[]> = {
  nobody: [],
  'delegate of another': [{ role: 'delegate', organization: 'port-selva' }],
  delegate: [{ role: 'delegate', organization: 'river-league' }],
  'delegate at this summit': [{ role: 'delegate', organization: 'river-league', summit }],
  assessor: [{ role: 'assessor', summit, declaration: here.declaration }],
  translator: [{ role: 'translator', summit, declaration: here.declaration, language: 'fr' }],
  'drafter of another': [{ role: 'drafter', summit, declaration: 'letter-of-the-quays' }],
  drafter: [{ role: 'drafter', summit, declaration: here.declaration }],
  scheduler: [{ role: 'scheduler', summit }],
  'reviewer of another track': [{ role: 'reviewer', summit, track: 'quays' }],
  reviewer: [{ role: 'reviewer', summit, track: here.track }],
  'rapporteur of the hidden session': [{ role: 'rapporteur', summit, session: 'draft-1' }],
  rapporteur: [{ role: 'rapporteur', summit, session: here.session }],
  // Whatever leads from there to here, one of them has it.
  'of every kind elsewhere': [
    { role: 'delegate', organization: 'river-league', summit: elsewhere },
    { role: 'assessor', summit: elsewhere, declaration: here.declaration },
    { role: 'scheduler', summit: elsewhere },
    { role: 'rapporteur', summit: elsewhere, session: here.session },
    { role: 'organizer', summit: elsewhere },
  ],
  organizer: [{ role: 'organizer', summit }],
  secretariat: [{ role: 'secretariat' }],
};

let house: Household;
let seat: string;
const clients = new Map<string, Client>();
beforeAll(async () => {
  // What a few seconds change is not what is compared here.
  house = await aFoundedHouse({ pace: { now: () => 0 } });
  const { secretariat } = house;
  await secretariat.make(`/summits/${summit}/sessions`, { reference: 'Draft 1', title: { en: 'D' }, track: 'voices' });
  const draft = `/summits/${summit}/sessions/draft-1`;
  const { slug } = await secretariat.make(`${draft}/panelists`, { person: 'n02', role: 'panelist' });
  seat = String(slug);
  const asked = ['vc-d-12', 'draft-1'].map((session) =>
    anInvitation({ summit, session, panelist: session === 'draft-1' ? seat : names.panelist }),
  );
  await house.table.batchWrite(asked.map((one) => itemOf(invitationKind, one, 'given')));
  const own = `/summits/${summit}/declarations/${here.declaration}`;
  await secretariat.make(`${own}/claims`, { slug: names.claim, words: 'twelve', number: 12, counts: 'attended' });
  const contact = { emails: ['ilka@example.org'], summits: [summit] };
  await secretariat.patch(`/people/${names.person}/contact`, contact, { 'if-match': '*' });
  await tell(secretariat, beside);
  for (const [name, held] of Object.entries(roles))
    clients.set(name, await house.as(name.replaceAll(' ', '-'), ...held));
});
afterAll(async () => {
  expect(house.logged).toEqual([]);
  await house.close();
});

const label = ({ method, path }: Route): string => `${method} ${path}`;
const noun = ({ path }: Route): Noun | undefined => {
  const last = /\{(\w+)\}\/transitions$/.exec(path)?.[1];
  return last !== undefined && last in lifecycles ? (last as Noun) : undefined;
};

/** What a route is asked on: what everyone knows of, or what few do, with the records that veil it. */
interface Target {
  address: string;
  place: Whereabouts;
  veil: readonly (readonly [noun: string, record: object])[];
  /** The same address of nothing at all. */
  absent?: string;
  /** Nothing of this kind can be there: a draft has no outcomes, and nobody has signed a text that is being drafted,
   * or been handed it. */
  isEmpty?: boolean;
}

// What somebody must see to know of an address: records as they lie in the table, as far as the page looks at them.
const session = (slug: string): object => ({ summit, slug, track: 'voices', origin: 'held', state: 'draft' });
const veils: Record<string, { name: string; veil: Target['veil'] }> = {
  person: { name: 'n02', veil: [['person', { id: 'n02', origin: 'held', state: 'listed', named: false }]] },
  session: { name: 'draft-1', veil: [['session', session('draft-1')]] },
  declaration: {
    name: here.declaration,
    veil: [['declaration', { summit, slug: here.declaration, origin: 'held', state: 'drafting' }]],
  },
  outcome: {
    name: '3',
    veil: [['outcome', { summit, session: here.session, slug: '3', origin: 'held', state: 'draft' }]],
  },
};

const placeIn = (route: Route, parts: Record<string, string>): Whereabouts => {
  const named = (part: string): string | undefined => (route.path.includes(`{${part}}`) ? parts[part] : undefined);
  return {
    summit: named('summit'),
    session: named('session'),
    declaration: named('declaration'),
    organization: named('organization'),
    ...namesAt(route).place,
  };
};

const targetsOf = (route: Route): Target[] => {
  const parts = { ...names, ...namesAt(route).parts };
  const veil = namesAt(route).veil ?? [];
  // What veils an address is named by a part of it, or belongs to the person that is.
  const isProposal = route.path.includes('{proposal}');
  const veiling = veil.map(([noun]) => (noun === 'contact' ? 'person' : isProposal ? 'proposal' : noun));
  const shown: Target = {
    address: addressOf(route),
    place: placeIn(route, parts),
    veil,
    ...(veiling.length > 0
      ? { absent: addressOf(route, Object.fromEntries(veiling.map((part) => [part, 'not-there']))) }
      : {}),
  };
  const hidden = Object.entries(veils).flatMap(([part, { name, veil }]): Target[] => {
    if (part === 'person' && namesAt(route).isUnveiled) return [];
    if (!route.path.includes(`{${part}}`) || (part === 'outcome' && !route.path.includes('{session}'))) return [];
    const there = { ...parts, [part]: name, ...(part === 'session' ? { panelist: seat } : {}) };
    return [
      {
        address: addressOf(route, there),
        place: placeIn(route, there),
        veil,
        isEmpty:
          (part === 'session' && /\{(outcome|crew|review)\}|\/decision$/.test(route.path)) ||
          (part === 'declaration' &&
            /\{(signature|signing|amendment|corrigendum|delivery|assessment|commitment|circulation|objection|dissociation|paragraph|version)\}/.test(
              route.path,
            )),
        absent: addressOf(route, { ...there, [part]: part === 'outcome' ? '99' : 'not-there' }),
      },
    ];
  });
  return [shown, ...hidden];
};

const steps = [...foundation, ...sequel, ...farewell];
const template = (route: Route): RegExp => new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`);

/** A body that is fine, and that no transition can follow. */
const bodyOf = async (route: Route, name: string): Promise<unknown> => {
  const passes = noun(route);
  if (passes) return { to: firstState(passes) };
  if (route.path === '/me/bindings') return { identity: await identityOf(name) };
  const step = steps.find(({ method, path }) => method === route.method && template(route).test(path));
  return step ? step.body : route.example?.();
};

const ask = async (client: Client, route: Route, address: string, name: string): Promise<Reply> => {
  const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : await bodyOf(route, name);
  return client.request(route.method, address, {
    headers: {
      ...(route.method === 'GET' ? {} : { 'if-match': '"999"' }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    // What story.ts fills in has only to be well formed.
    ...(body === undefined ? {} : { body: JSON.stringify(body).replace('<paragraph>', 'p1') }),
  });
};

const knowsOf = (caller: Caller, veil: Target['veil']): boolean =>
  veil.every(([kind, record]) => view(caller, kind, record) !== undefined);

const mayList = (route: Route, caller: Caller, place: Whereabouts): boolean => {
  const { isWhole, isMixed } = namesAt(route);
  if (isWhole) return may(caller, route.may, place);
  return mayWithin(caller, route.may, isMixed ? { ...place, organization: undefined } : place);
};

/** What the page says of a route, a caller and a target. */
const expected = (route: Route, caller: Caller, { place, veil }: Target): number | 'done' => {
  // A link says by itself who may; this one leads nowhere, for anybody.
  if (isByLink(route)) return 404;
  const knows = knowsOf(caller, veil);
  const isGuarded = !deeds[route.may].some((grant) => (grant as string) === 'everyone');
  if (isGuarded && caller.kind === 'everyone') return 401;
  if (route.method === 'GET') {
    if (!knows) return 404;
    if (isGuarded && route.answers?.list && !mayList(route, caller, place)) return 403;
    return isGuarded && !route.answers?.list && !may(caller, route.may, place) ? 404 : 'done';
  }
  // Who speaks for an organization does so only where they know of what it is about.
  if (may(caller, route.may, place)) return knows ? 'done' : 404;
  return knows ? 403 : 404;
};

const outcome = ({ status }: Reply): number | 'done' => ([401, 403, 404].includes(status) ? status : 'done');

const withoutInstance = ({ instance: _, ...problem }: Json): Json => problem;
const shownOf = ({ status, headers, json }: Reply): unknown => [
  status,
  Object.fromEntries(headers),
  withoutInstance(json),
];

const costOf = async <T>(request: () => Promise<T>): Promise<[T, unknown]> => {
  house.proxy.forget();
  const reply = await request();
  return [reply, { ...house.proxy.counts }];
};

const fault = (route: Route, what: string, wanted: unknown, got: unknown): string[] =>
  JSON.stringify(wanted) === JSON.stringify(got)
    ? []
    : [`${label(route)} ${what}: ${JSON.stringify(wanted)}, not ${JSON.stringify(got)}`];

const walk = async (name: string, caller: Caller, client: Client): Promise<void> => {
  const faults: string[] = [];
  const account = name.replaceAll(' ', '-');
  for (const route of routes)
    for (const target of targetsOf(route).filter(({ isEmpty, veil }) => !isEmpty || !knowsOf(caller, veil))) {
      const [reply, cost] = await costOf(() => ask(client, route, target.address, account));
      const wanted = expected(route, caller, target);
      faults.push(...fault(route, target.address, wanted, outcome(reply)));
      // Who knows of a session may still not know what is kept below it.
      if (wanted !== 404 || target.absent === undefined || knowsOf(caller, target.veil)) continue;
      const [absent, costOfAbsent] = await costOf(() => ask(client, route, target.absent ?? '', account));
      faults.push(
        ...fault(route, 'answers as for what is absent', shownOf(absent), shownOf(reply)),
        ...fault(route, 'costs as for what is absent', costOfAbsent, cost),
      );
    }
  expect(faults).toEqual([]);
};

test('every route is a deed of the page, and every deed has a route or an operation of its own', () => {
  expect(routes.filter((route) => !(route.may in deeds)).map(label)).toEqual([]);
});

test('everyone', () => walk('everyone', everyone, aClient(house.app)));

// What is asked of a table depends little on who asks; on the second engine one does.
const asking = isBrief ? ['organizer'] : Object.keys(roles);

test.each(asking)('%s', async (name) => {
  const client = clients.get(name);
  if (!client) throw new Error(`Nobody is called ${name}.`);
  await walk(name, { kind: 'account', name: name.replaceAll(' ', '-'), roles: roles[name] ?? [] }, client);
});
