import type { Circulation } from '../../../shared/domain/circulation.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Delivery } from '../../../shared/domain/delivery.ts';
import type { Desk } from '../../../shared/domain/desk.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import type { Nomination } from '../../../shared/domain/nomination.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Signature } from '../../../shared/domain/signature.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { type List, readList, readOwn } from '../contract.ts';
import { organizationsNamed } from '../named.ts';
import type { Asked } from '../page.ts';

/** What a declaration comes with that may need somebody. */
export interface TextNow {
  declaration: Declaration;
  circulations: readonly Circulation[];
  objections: number;
  signatories: number;
  observers: number;
  deliveries: readonly Delivery[];
}

/** A place on a panel that was asked for and not answered. */
export interface Unanswered {
  session: string;
  panelist: string;
  replyBy: string;
}

/** A signature that somebody said was not theirs. */
export interface Disputed {
  declaration: string;
  signature: string;
}

/** What one reads of a summit to say what needs somebody there. */
export interface Overview {
  summit: Summit;
  sessions: readonly Session[];
  tracks: readonly Track[];
  desks: readonly Desk[];
  /** Whose desks they are, by slug. */
  networks: ReadonlyMap<string, Organization>;
  nominations: readonly Nomination[];
  texts: readonly TextNow[];
  mails: readonly Mail[];
  unanswered: readonly Unanswered[];
  disputed: readonly Disputed[];
}

// Whoever holds a part of a summit sees a part of this: what is not theirs is not there.
const theirs = async <T>(read: Promise<T>, none: T): Promise<T> => {
  try {
    return await read;
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'forbidden' || error.code === 'not-found')) return none;
    throw error;
  }
};

const all = <T>(asked: Asked, path: string): Promise<T[]> => theirs(readList<T>(readOwn, asked, path), []);

const countsOf = async (asked: Asked, path: string): Promise<[signatories: number, observers: number]> => {
  type Counts = Record<'signatories' | 'observers', { organizations: number }>;
  const found = await theirs(
    readOwn<Counts>(asked, `${path}/counts`).then(({ record }) => record),
    undefined,
  );
  return [found?.signatories.organizations ?? 0, found?.observers.organizations ?? 0];
};

const signed: ReadonlySet<Declaration['state']> = new Set(['adopted', 'open-for-signature', 'closed', 'issued']);

const textNow = async (asked: Asked, declaration: Declaration): Promise<TextNow> => {
  const path = `/summits/${declaration.summit}/declarations/${declaration.slug}`;
  const isCirculated = declaration.state === 'circulated';
  const isSigned = signed.has(declaration.state);
  const [circulations, objections, [signatories, observers], deliveries] = await Promise.all([
    isCirculated ? all<Circulation>(asked, `${path}/circulations`) : [],
    isCirculated ? all<object>(asked, `${path}/objections?state=open`) : [],
    isSigned ? countsOf(asked, path) : [0, 0],
    isSigned ? all<Delivery>(asked, `${path}/deliveries`) : [],
  ]);
  return {
    declaration,
    circulations: circulations.filter(({ state }) => state === 'open' || state === 'suspended'),
    objections: objections.length,
    signatories,
    observers,
    deliveries,
  };
};

// The last mails tell who was asked, and until when; whether they have answered, their place says.
const mostAsked = 20;
const soonMs = 3 * 24 * 60 * 60 * 1_000;

const askedSoon = (mails: readonly Mail[], now: Date): Unanswered[] => {
  const latest = new Map<string, Unanswered>();
  for (const { letter } of mails)
    if ('replyBy' in letter) {
      const { session, panelist, replyBy } = letter;
      const place = `${session}/${panelist}`;
      if ((latest.get(place)?.replyBy ?? '') < replyBy) latest.set(place, { session, panelist, replyBy });
    }
  return [...latest.values()]
    .filter(({ replyBy }) => Math.abs(Date.parse(replyBy) - now.getTime()) < soonMs)
    .toSorted((a, b) => (a.replyBy < b.replyBy ? -1 : 1))
    .slice(0, mostAsked);
};

const unansweredIn = async (asked: Asked, { slug }: Summit, mails: readonly Mail[]): Promise<Unanswered[]> => {
  const places = await Promise.all(
    askedSoon(mails, asked.stamp.at).map(async (one) => {
      const path = `/summits/${slug}/sessions/${one.session}/panelists/${one.panelist}`;
      const found = await theirs(readOwn<Panelist>(asked, path), undefined);
      return found?.record.state === 'invited' ? [one] : [];
    }),
  );
  return places.flat();
};

// Signatories are as many as there are cities: which were disputed, the last mails tell; where they stand, each act says.
const disputedIn = async (asked: Asked, { slug }: Summit, mails: readonly Mail[]): Promise<Disputed[]> => {
  const told = mails.flatMap(({ letter }) => (letter.kind === 'signature-disputed' ? [letter] : []));
  const acts = [...new Map(told.map((one) => [`${one.declaration}/${one.signature}`, one])).values()];
  const found = await Promise.all(
    acts.slice(0, mostAsked).map(async ({ declaration, signature }) => {
      const path = `/summits/${slug}/declarations/${declaration}/signatures/${signature}`;
      const act = await theirs(readOwn<Signature>(asked, path), undefined);
      return act?.record.state === 'suspended' ? [{ declaration, signature }] : [];
    }),
  );
  return found.flat();
};

const newestMails = async (asked: Asked, slug: string): Promise<Mail[]> => {
  const page = readOwn<List<Mail>>(asked, `/summits/${slug}/mails?limit=200`).then(({ record }) => record.items);
  return theirs(page, []);
};

const networksOf = (asked: Asked, desks: readonly Desk[]): Promise<ReadonlyMap<string, Organization>> =>
  organizationsNamed(
    asked.site.house.table,
    desks.map(({ organization }) => organization),
  );

const proposedAt = (asked: Asked, { summit, slug }: Desk): Promise<Nomination[]> =>
  all<Nomination>(asked, `/summits/${summit}/desks/${slug}/nominations?state=proposed`);

/** What of a summit may need somebody, as whoever is signed in may see it: two round trips. */
export const overviewOf = async (asked: Asked, summit: Summit): Promise<Overview> => {
  const path = `/summits/${summit.slug}`;
  const [sessions, tracks, [desks, networks, nominations], texts, [mails, unanswered, disputed]] = await Promise.all([
    all<Session>(asked, `${path}/sessions`),
    all<Track>(asked, `${path}/tracks`),
    all<Desk>(asked, `${path}/desks`).then(async (found) => {
      const asking = found.filter(({ approval }) => approval).map((desk) => proposedAt(asked, desk));
      const [networks, nominations] = await Promise.all([networksOf(asked, found), Promise.all(asking)]);
      return [found, networks, nominations.flat()] as const;
    }),
    all<Declaration>(asked, `${path}/declarations`).then((found) =>
      Promise.all(found.filter(({ origin }) => origin === 'held').map((one) => textNow(asked, one))),
    ),
    newestMails(asked, summit.slug).then(
      async (found) =>
        [
          found,
          ...(await Promise.all([unansweredIn(asked, summit, found), disputedIn(asked, summit, found)])),
        ] as const,
    ),
  ]);
  return { summit, sessions, tracks, desks, networks, nominations, texts, mails, unanswered, disputed };
};

/** What costs more to read, and is read for one summit alone. */
export interface Judged {
  /** The sessions of which something keeps them back. */
  broken: readonly string[];
  changes: number;
  releases: number;
}

/** What the rules say of every session, and what a release would change. */
export const judgedOf = async (asked: Asked, { slug }: Summit): Promise<Judged> => {
  const [broken, draft, releases] = await Promise.all([
    all<{ session: string }>(asked, `/summits/${slug}/checks?verdict=block`),
    theirs(
      readOwn<{ changes: unknown[] }>(asked, `/summits/${slug}/draft`).then(({ record }) => record.changes.length),
      0,
    ),
    all<object>(asked, `/summits/${slug}/releases`),
  ]);
  return { broken: broken.map(({ session }) => session), changes: draft, releases: releases.length };
};
