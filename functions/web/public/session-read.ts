import { everyone, view } from '../../../shared/domain/access.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Instrument } from '../../../shared/domain/instrument.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Correction, Source } from '../../../shared/domain/origin.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { CardPanelist, Programme } from '../../../shared/domain/release.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { findDeclarations } from '../../../shared/table/declaration.ts';
import { instrumentKind } from '../../../shared/table/instrument.ts';
import { recordsOf } from '../../../shared/table/item.ts';
import { instrumentKey, organizationKey, personKey, roomKey } from '../../../shared/table/key.ts';
import { organizationKind } from '../../../shared/table/organization.ts';
import { personKind } from '../../../shared/table/person.ts';
import { currentRelease } from '../../../shared/table/release.ts';
import { roomKind } from '../../../shared/table/room.ts';
import { getSummit } from '../../../shared/table/summit.ts';
import { allTracks } from '../../../shared/table/track.ts';
import { readList, readOpenly } from '../contract.ts';
import type { Asked } from '../page.ts';
import { named, recordAt } from './here.ts';

/** A place on a panel as the contract shows it to everyone. */
export type Seat = CardPanelist & { sources?: readonly Source[]; corrections?: readonly Correction[] };

/** Where an outcome went, as the contract says it. */
export interface Went {
  declaration: string;
  paragraph?: string;
  point?: string;
  reason?: string;
}

/** A session as the contract shows it to everyone. */
export type SessionRecord = Session & { released?: string; panel: Seat[]; outcomes: Outcome[] };

/** Everything that a session's page names. */
export interface SessionShown {
  asked: Asked;
  summit: Summit;
  session: SessionRecord;
  tracks: readonly Track[];
  release: Programme | undefined;
  room: Room | undefined;
  organizations: ReadonlyMap<string, Organization>;
  instruments: ReadonlyMap<string, Instrument>;
  /** Those whose page everyone may open. */
  people: ReadonlySet<string>;
  /** Where each outcome went, by its number. */
  went: ReadonlyMap<string, readonly Went[]>;
  declarations: ReadonlyMap<string, Declaration>;
}

const keysOf = ({ summit, lead, partners, panel, outcomes, instruments, room }: SessionRecord) => {
  const owners = outcomes.flatMap(({ owner }) => owner ?? []);
  const involved = [...lead, ...partners, ...owners, ...panel.flatMap(({ organizations }) => organizations)];
  const texts = [...instruments, ...outcomes.flatMap(({ clauses }) => clauses.map(({ instrument }) => instrument))];
  const people = panel.flatMap(({ person }) => person ?? []);
  const unique = (slugs: readonly string[]): string[] => [...new Set(slugs)];
  return [
    ...unique(involved.map(({ organization }) => organization)).map(organizationKey),
    ...unique(texts).map(instrumentKey),
    ...unique(people).map(personKey),
    ...(room === undefined ? [] : [roomKey(summit, room)]),
  ];
};

/** Whatever a session names: one BatchGet. */
const namesOf = async ({ site }: Asked, session: SessionRecord) => {
  const keys = keysOf(session);
  const items = keys.length > 0 ? await site.house.table.batchGet(keys) : [];
  const bySlug = <R extends { slug: string }>(records: readonly R[]) => new Map(records.map((one) => [one.slug, one]));
  const isOpen = (person: Person): boolean => view(everyone, 'person', person) !== undefined;
  return {
    organizations: bySlug(recordsOf(organizationKind, items)),
    instruments: bySlug(recordsOf(instrumentKind, items)),
    people: new Set(
      recordsOf(personKind, items)
        .filter(isOpen)
        .map(({ id }) => id),
    ),
    room: recordsOf(roomKind, items)[0],
  };
};

type WhatCame = Pick<SessionShown, 'went' | 'declarations'>;

/** Where the outcomes went: asked only where there are some. Whoever may not know of a text is not told of it. */
const whereTheyWent = async (asked: Asked, { summit, slug, outcomes }: SessionRecord): Promise<WhatCame> => {
  if (outcomes.length === 0) return { went: new Map(), declarations: new Map() };
  const path = recordAt('summits', summit, 'sessions', slug, 'outcomes');
  const whole = await readList<Outcome & { went: Went[] }>(readOpenly, asked, path);
  const texts = [...new Set(whole.flatMap(({ went }) => went.map(({ declaration }) => declaration)))];
  return {
    went: new Map(whole.map((outcome) => [outcome.slug, outcome.went])),
    declarations: await findDeclarations(asked.site.house.table, summit, texts),
  };
};

/** Reads a session with all that its page says: two round trips, and one or two more where it has outcomes. Errors: `not-found`. */
export const readSession = async (asked: Asked): Promise<SessionShown> => {
  const { table } = asked.site.house;
  const slug = named(asked, 'summit');
  const [{ record: session }, summit, tracks, release] = await Promise.all([
    readOpenly<SessionRecord>(asked, recordAt('summits', slug, 'sessions', named(asked, 'session'))),
    getSummit(table, slug),
    allTracks(table, slug),
    currentRelease(table, slug),
  ]);
  const [names, came] = await Promise.all([namesOf(asked, session), whereTheyWent(asked, session)]);
  return { asked, summit, session, tracks, release, ...names, ...came };
};
