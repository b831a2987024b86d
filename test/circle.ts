import type { Asked } from '../shared/domain/asked.ts';
import type { Circulation } from '../shared/domain/circulation.ts';
import type { Declaration } from '../shared/domain/declaration.ts';
import type { Mail } from '../shared/domain/mail.ts';
import type { Objection } from '../shared/domain/objection.ts';
import type { TextVersion } from '../shared/domain/text-version.ts';
import { decideCirculations } from '../shared/operations/decision.ts';
import { tellCirculations } from '../shared/operations/telling.ts';
import { askedIn, askedKind } from '../shared/table/asked.ts';
import { getCirculation } from '../shared/table/circulation.ts';
import { itemOf } from '../shared/table/item.ts';
import { inTheMorning } from './builders.ts';
import { aDoor, type Client, type Household, type Json } from './door.ts';
import type { Plan } from './fault-proxy.ts';
import { ok } from './host.ts';
import { aMailroom, type Mailroom } from './mailroom.ts';

/** A text that can be circulated, and who takes part. */
export interface Circle {
  summit: string;
  /** The address of the declaration, and of its first circulation. */
  text: string;
  first: string;
  organizations: string[];
  of: { summit: string; declaration: string };
}

/** A house in which texts are circulated, with what arrives by mail. */
export interface Rounds {
  house: Household;
  mailroom: Mailroom;
  /** A summit of its own with so many cities, each with a focal point who has an address, and a text of one paragraph. */
  circle: (cities: number, more?: Json) => Promise<Circle>;
  /** The same, and the text sent to them. */
  sent: (cities: number, draft?: Json) => Promise<Circle>;
  /** Somebody who speaks for an organization. */
  delegate: (organization: string) => Promise<Client>;
  /** Notes of everybody who was asked that they were reached by other ways. */
  reachAll: (circle: Circle) => Promise<void>;
  /** Tells and delivers whatever there is to tell; answers the subjects by address. */
  post: () => Promise<string[]>;
  /** The clock's round of decisions, by so many at once. */
  decide: (clocks?: number, at?: Date) => Promise<void>;
  /** How the text and its circulation stand. */
  states: (circle: Circle) => Promise<unknown[]>;
  get: (address: string) => Promise<Json>;
}

export const aRound = async (plan: Plan = {}): Promise<Rounds> => {
  const house = await aDoor({ plan: { conflicts: true, ...plan }, pace: { patience: 60_000 } });
  const { secretariat, clock } = house;
  const { make, pass } = secretariat;
  const mailroom = aMailroom(house);
  const { house: inner } = house.door;
  let [summits, cities] = [0, 0];

  const city = async (summit: string, nth: number, { rehearsal = false }: Json): Promise<string> => {
    const organization = `city-${nth}`;
    const { id } = await make('/people', { name: `Focal Point ${nth}`, rehearsal });
    const contact = { emails: [`${organization}@example.org`] };
    await ok(secretariat.patch(`/people/${String(id)}/contact`, contact, { 'if-match': '*' }));
    await make('/organizations', { slug: organization, name: { en: `City ${nth}` }, kind: 'city', rehearsal });
    const part = { organization, capacities: ['participating-member'], focalPoint: id };
    await make(`/summits/${summit}/participations`, part);
    return organization;
  };

  const circle: Rounds['circle'] = async (many, more = {}) => {
    const summit = `summit-${(summits += 1)}`;
    const at = `/summits/${summit}`;
    await make('/summits', { slug: summit, title: { en: 'Arvenne' }, zone: 'Europe/Paris', ...more });
    await make(`${at}/sessions`, { reference: 'A 1', title: { en: 'Quays' }, ...inTheMorning });
    await pass(`${at}/sessions/a-1`, 'submitted', 'accepted');
    await make(`${at}/sessions/a-1/outcomes`, {
      type: 'recommendation',
      text: { en: 'that each city names one desk' },
    });
    await pass(`${at}/sessions/a-1`, 'scheduled', 'held');
    await pass(`${at}/sessions/a-1/outcomes/1`, 'filed');
    await make(`${at}/declarations`, { slug: 'appeal', title: { en: 'Appeal of the Quays' }, kind: 'declaration' });
    const organizations: string[] = [];
    const numbers = Array.from({ length: many }, (_, at) => cities + at + 1);
    cities += many;
    // A few at a time: a hundred cities should not take as long as a hundred summits.
    for (let from = 0; from < many; from += 5)
      organizations.push(...(await Promise.all(numbers.slice(from, from + 5).map((nth) => city(summit, nth, more)))));
    const text = `${at}/declarations/appeal`;
    return { summit: at, text, first: `${text}/circulations/c1`, organizations, of: { summit, declaration: 'appeal' } };
  };

  const all = async (work: () => Promise<unknown>, clocks: number): Promise<void> => {
    await Promise.all(Array.from({ length: clocks }, work));
  };

  return {
    house,
    mailroom,
    circle,
    sent: async (many, draft = {}) => {
      const made = await circle(many);
      await make(`${made.text}/circulations`, draft);
      return made;
    },
    delegate: (organization) => house.as(`delegate-of-${organization}`, { role: 'delegate', organization }),
    reachAll: async ({ of }) => {
      const circulation = await getCirculation(house.table, of.summit, of.declaration, 'c1');
      const asked = await askedIn(house.table, circulation);
      const reachedOtherwise = { at: circulation.at, reason: 'Told by telephone.' };
      await house.table.batchWrite(asked.map((one) => itemOf(askedKind, { ...one, reachedOtherwise }, 'given')));
    },
    post: async () => {
      await all(() => tellCirculations(inner, clock.now), 2);
      return (await mailroom.deliver()).map(({ to, subject }) => `${to}: ${subject}`).toSorted();
    },
    decide: (clocks = 1, at = clock.now) => all(() => decideCirculations(inner, at), clocks),
    states: async ({ text, first }) => [
      (await secretariat.get(text)).json.state,
      (await secretariat.get(first)).json.state,
    ],
    get: (address) => ok(secretariat.get(address)),
  };
};

const recordIn = <R>(item: Json): R => ({ ...(item.record as object), version: item.version }) as R;
const of = <R>(items: readonly Json[], type: string): R[] =>
  items.filter((item) => item.type === type).map((item) => recordIn<R>(item));

type Spoken = { summit: string; declaration: string; circulation: string; state: string };

/** What of the circulations in a table contradicts itself: nothing, whoever did what at the same time. */
export const silenceFaults = (items: readonly Json[]): string[] => {
  const faults: string[] = [];
  const expected = (what: string, is: unknown, should: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      faults.push(`${what} is ${JSON.stringify(is)} and should be ${JSON.stringify(should)}`);
  };
  const declarations = of<Declaration>(items, 'declaration');
  for (const circulation of of<Circulation>(items, 'circulation')) {
    const { summit, declaration, slug, state, notices, batch } = circulation;
    const name = `${summit}/${declaration}/${slug}`;
    const here = <R extends Spoken>(type: string): R[] =>
      of<R>(items, type).filter(
        (one) => one.summit === summit && one.declaration === declaration && one.circulation === slug,
      );
    const open = here<Objection>('objection').filter((objection) => objection.state === 'open');
    const gates = items.filter(({ pk }) => String(pk).startsWith(`GATE#${summit}#${declaration}#`));
    const heard = gates.filter(({ silence }) => (silence as Json | undefined)?.circulation === slug);
    const isUndecided = state === 'open' || state === 'suspended';
    const head = declarations.find((one) => one.summit === summit && one.slug === declaration);
    const version = of<TextVersion>(items, 'text-version').find(
      (one) => one.summit === summit && one.declaration === declaration && one.slug === circulation.text.version,
    );
    const asked = here<Asked & Spoken>('asked').filter((one) => one.batch === batch);
    expected(`${name}: how many gates hear it`, heard.length, isUndecided ? 16 : 0);
    expected(
      `${name}: deadlines of its gates`,
      new Set(heard.map(({ silence }) => (silence as Json).deadline)).size <= 1,
      true,
    );
    if (isUndecided) {
      const counted = gates.reduce((sum, { objections }) => sum + Number(objections ?? 0), 0);
      expected(`${name}: objections that its gates count`, counted, open.length);
      expected(`${name}: its text`, head?.state, 'circulated');
    }
    if (state === 'adopted' || state === 'objected') {
      expected(`${name}: objections as decided`, circulation.decided?.objections, open.length);
      expected(`${name}: that one stands`, open.length > 0, state === 'objected');
      expected(`${name}: its version is frozen`, version?.frozen !== undefined, state === 'adopted');
      if (!circulation.decided?.how)
        expected(`${name}: reach that was kept`, asked.filter(({ reach }) => reach).length, asked.length);
    }
    if (state === 'adopted') expected(`${name}: what is frozen`, head?.frozen?.hash, version?.hash);
    expected(`${name}: those who were asked`, asked.length, circulation.asked);
    expected(`${name}: its hash`, circulation.text.hash, version?.hash);
    for (const one of asked) {
      expected(`${name}: notices to ${one.organization}`, one.told.length <= notices.length, true);
      const mails = of<Mail>(items, 'outbox').filter(
        ({ letter }) =>
          letter.kind === 'circulation-notice' &&
          letter.summit === summit &&
          letter.circulation === slug &&
          letter.organization === one.organization,
      );
      expected(
        `${name}: mails to ${one.organization}`,
        mails.map(({ id }) => id).toSorted(),
        one.mails.map(({ id }) => id).toSorted(),
      );
    }
  }
  return faults;
};
