import { afterAll, afterEach, expect } from 'vitest';
import { aDoor, type Household, identityOf, type Json, type Reply } from './door.ts';
import { faultsOf } from './invariants.ts';
import { aMailroom, type Mailroom, tokenIn } from './mailroom.ts';

export const day = 24 * 60 * 60;

export const by = { name: 'Ilka Verrane', as: 'bearer' };
export const confirm = { answer: 'confirm', by, consent: true };
export const decline = { answer: 'decline', by, reason: 'Away that week.' };

/** Somebody with a place on a panel, by the address of the place. */
export interface Seated {
  session: string;
  seat: string;
  person: string;
  address: string;
}

interface SeatOptions {
  session?: string;
  person?: string;
  address?: string;
  given?: Json;
}

/** A house in which panelists are asked, with what arrives by mail. */
export interface Host {
  house: Household;
  mailroom: Mailroom;
  person: (address?: string) => Promise<string>;
  /** A session of a summit of its own in Arvenne, accepted, forty days from now. */
  session: (given?: Json) => Promise<string>;
  seat: (options?: SeatOptions) => Promise<Seated>;
  /** Somebody who was asked, with the token of the link that arrived. */
  invited: (options?: SeatOptions) => Promise<Seated & { token: string }>;
  open: (token: string) => Promise<Reply>;
  answer: (token: string, body: unknown) => Promise<Reply>;
  stateOf: (address: string) => Promise<unknown>;
  /** Gives a role, and answers its record with the token of the link that arrived. */
  role: (path: string, draft: Json) => Promise<{ slug: string; token: string }>;
  /** Signs in with the address of that name, and takes up its roles. */
  bind: (name: string) => Promise<void>;
}

/** What was answered. Throws when it was refused. */
export const ok = async (reply: Promise<Reply>): Promise<Json> => {
  const { status, json, text } = await reply;
  if (status >= 300) throw new Error(`Answered ${status}: ${text}`);
  return json;
};

export const codeOf = ({ json }: Reply): string => String(json.type).replace('/api#', '');

/** How many were answered how: `{ 200: 1, 'already-answered': 19 }`. */
export const tallied = (replies: readonly Reply[]): Record<string, number> =>
  replies.reduce<Record<string, number>>((tally, reply) => {
    const how = reply.status < 400 ? String(reply.status) : codeOf(reply);
    return { ...tally, [how]: (tally[how] ?? 0) + 1 };
  }, {});

export const aHost = async (): Promise<Host> => {
  const house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  const { secretariat, clock } = house;
  const { make, pass } = secretariat;
  const mailroom = aMailroom(house);
  await make('/organizations', { slug: 'port-selva', name: { en: 'Port Selva' }, kind: 'city', country: 'PT' });
  await make('/organizations', { slug: 'river-league', name: { en: 'River League' }, kind: 'city-network' });
  let [people, summits, addresses] = [0, 0, 0];

  const person: Host['person'] = async (address) => {
    const { id } = await make('/people', { name: `Person ${(people += 1)}` });
    const at = `/people/${String(id)}/contact`;
    if (address !== undefined) await ok(secretariat.patch(at, { emails: [address] }, { 'if-match': '*' }));
    return String(id);
  };

  const session: Host['session'] = async (given = {}) => {
    const summit = `/summits/summit-${(summits += 1)}`;
    await make('/summits', { slug: summit.slice('/summits/'.length), title: { en: 'Arvenne' }, zone: 'Europe/Paris' });
    const start = clock.now.getTime() + 40 * day * 1000;
    await make(`${summit}/sessions`, {
      reference: 'A 1',
      title: { en: 'Quays' },
      start: new Date(start).toISOString(),
      end: new Date(start + 90 * 60 * 1000).toISOString(),
      ...given,
    });
    await pass(`${summit}/sessions/a-1`, 'submitted', 'accepted');
    return `${summit}/sessions/a-1`;
  };

  // Most places are on one panel, as long as it is neither full nor over.
  let common = { at: '', places: 0, made: 0 };
  const aPanel = async (): Promise<string> => {
    const now = clock.now.getTime();
    if (common.places === 0 || now > common.made + 20 * day * 1000)
      common = { at: await session(), places: 35, made: now };
    common.places -= 1;
    return common.at;
  };

  const seat: Host['seat'] = async ({
    session: given,
    person: who,
    address = `panelist-${(addresses += 1)}@example.org`,
    given: more = {},
  } = {}) => {
    const at = given ?? (await aPanel());
    const id = who ?? (await person(address));
    const organizations = [{ organization: 'port-selva' }];
    const { slug } = await make(`${at}/panelists`, { person: id, role: 'panelist', organizations, ...more });
    return { session: at, seat: `${at}/panelists/${String(slug)}`, person: id, address };
  };

  const arrived = async (address: string): Promise<string> => {
    const mail = (await mailroom.deliver()).find(({ to }) => to === address);
    if (!mail) throw new Error('No mail arrived.');
    return tokenIn(mail);
  };

  return {
    house,
    mailroom,
    person,
    session,
    seat,
    invited: async (options) => {
      const seated = await seat(options);
      await make(`${seated.seat}/invitation`, {});
      return { ...seated, token: await arrived(seated.address) };
    },
    role: async (path, draft) => {
      const { slug, email } = await make(path, draft);
      return { slug: String(slug), token: await arrived(String(email)) };
    },
    open: (token) => house.everyone.get(`/invitations/${token}`),
    answer: (token, body) => house.everyone.post(`/invitations/${token}/answer`, body),
    stateOf: async (address) => (await secretariat.get(address)).json.state,
    bind: async (name) => {
      const client = await house.as(name);
      await client.make('/me/bindings', { identity: await identityOf(name) });
    },
  };
};

/** A host for all tests of a file: after each nothing in the table contradicts itself, and nothing has failed unseen. */
export const aWatchedHost = async (): Promise<Host> => {
  const host = await aHost();
  afterAll(() => host.house.close());
  afterEach(async () => {
    expect(faultsOf(await host.house.dump())).toEqual([]);
    expect(host.house.logged).toEqual([]);
  });
  return host;
};
