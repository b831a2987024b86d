import { theClock } from '../domain/access.ts';
import type { Judged } from '../domain/certificate.ts';
import { unsettled } from '../domain/certificate.ts';
import type { Circulation } from '../domain/circulation.ts';
import type { Declaration } from '../domain/declaration.ts';
import type { Letter } from '../domain/letter.ts';
import { passed } from '../domain/lifecycle.ts';
import { canonical } from '../domain/ordered.ts';
import { decided, heldUp, isDecidable } from '../domain/silence.ts';
import type { TextVersion } from '../domain/text-version.ts';
import { toInstant } from '../domain/when.ts';
import { askedKind } from '../table/asked.ts';
import { circulationKind } from '../table/circulation.ts';
import { declarationKind } from '../table/declaration.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { findRecord, replace, untraced } from '../table/item.ts';
import { getTextVersion, readBody, textVersionKind } from '../table/text-version.ts';
import type { Write } from '../table/transact.ts';
import { type Done, seeTo } from './due.ts';
import { type Deed, type House, passageOf, perform, type Plan } from './perform.ts';
import { judgeAll } from './reach.ts';
import { organizersOf } from './recipient.ts';
import { type About, type Circulated, circulationWrites, findCirculated } from './silence.ts';
import { sealed } from './text-version.ts';

type Outcome = 'adopted' | 'objected' | 'held up';

/** How a meeting adopts what is circulated before silence does. */
export type Meeting = 'acclamation' | 'organ';

/** How many of those who were asked one transaction marks. */
const mostMarks = 40;

interface Found extends Circulated {
  judged: Judged[];
}

// The gates before what is judged by them: whoever objects after they were read is seen by their condition.
const find = async (house: House, about: About): Promise<Found> => {
  const found = await findCirculated(house, about);
  return { ...found, judged: (await judgeAll(house.table, found.circulation)).judged };
};

const aboutOf = ({ summit, declaration, slug }: Circulation): About => ({ summit, declaration, circulation: slug });

const end = (
  house: House,
  deed: Deed,
  found: Circulated,
  { objections, reason, how }: { objections: number; reason?: string | undefined; how?: Meeting | undefined },
  freezing: { writes: readonly Write[]; frozen?: Circulated['declaration']['frozen'] },
): Plan<Outcome> & { head: Declaration } => {
  const { circulation, declaration } = found;
  const passage = passageOf(deed, reason);
  const after = decided(circulation, objections, passage, how);
  const outcome = objections === 0 ? 'adopted' : 'objected';
  const { frozen } = freezing;
  const head = { ...passed('declaration', declaration, outcome, passage), ...(frozen ? { frozen } : {}) };
  return {
    writes: [
      ...circulationWrites(house, deed, found, after, { change: { silence: undefined }, holding: ['heard'] }),
      replace(house.table, declarationKind, head, deed.request, declaration),
      ...freezing.writes,
    ],
    answer: outcome,
    head,
  };
};

/**
 * What it takes to adopt the version that is circulated, by silence or by a meeting: sealed before it is written, and all of it in one transaction that
 * holds every gate to what was heard there.
 */
export const adopt = async (
  house: House,
  deed: Deed,
  found: Circulated,
  marked: readonly Write[],
  meeting?: { how: Meeting; reason?: string | undefined },
): Promise<Plan<Outcome> & { head: Declaration }> => {
  const how = meeting?.how ?? 'silence';
  const { table } = house;
  const { summit, declaration, text } = found.circulation;
  const before = await getTextVersion(table, summit, declaration, text.version);
  const { hashed } = await readBody(table, before);
  const version: TextVersion = await sealed(house, before, hashed, { at: deed.at, how });
  return end(
    house,
    deed,
    found,
    { objections: 0, ...meeting },
    {
      writes: [replace(table, textVersionKind, version, deed.request, before), ...marked],
      frozen: { ...text, at: toInstant(deed.at), how },
    },
  );
};

// The organizers are told once; that the clock looked again and found the same is no news to anybody.
const holdUp = async (house: House, deed: Deed, { circulation }: Found, waiting: number): Promise<Plan<Outcome>> => {
  const { summit, declaration, slug, rehearsal } = circulation;
  const write = replace(house.table, circulationKind, heldUp(circulation, waiting, deed.at), deed.request, circulation);
  if (circulation.heldUp) return { writes: [untraced(write)], answer: 'held up' };
  const mails = (await organizersOf(house.table, summit)).map((addressee): Letter => ({
    ...addressee,
    kind: 'circulation-held-up',
    rehearsal,
    summit,
    declaration,
    circulation: slug,
  }));
  return { writes: [write], answer: 'held up', mails };
};

// Whether it reached them is kept as the clock judges it, because mails are not kept for ever.
const marks = ({ table }: House, deed: Deed, { judged }: Found): Write[] =>
  judged
    .filter(({ asked, reach }) => canonical(asked.reach ?? {}) !== canonical(reach))
    .map(({ asked, reach }) => untraced(replace(table, askedKind, { ...asked, reach }, deed.request, asked)));

const decide = async (house: House, deed: Deed, found: Found): Promise<Plan<Outcome | 'more' | undefined>> => {
  // Another clock may have decided after the circulation was read and before its declaration was: there is nothing left to decide.
  const isDecided = found.declaration.state !== 'circulated';
  if (isDecided || !isDecidable(found.circulation, deed.at)) return { writes: [], answer: undefined };
  const objections = found.gates.reduce((sum, gate) => sum + gate.objections, 0);
  const waiting = unsettled(found.judged).length;
  if (objections === 0 && waiting > 0) return holdUp(house, deed, found, waiting);
  const unmarked = marks(house, deed, found);
  if (unmarked.length > mostMarks) return { writes: unmarked.slice(0, mostMarks), answer: 'more' };
  return objections > 0
    ? end(house, deed, found, { objections }, { writes: unmarked })
    : adopt(house, deed, found, unmarked);
};

const once = (house: House, about: About, now: Date): Promise<Outcome | 'more' | undefined> => {
  const deed: Deed = { caller: theClock, request: house.newId(), at: now };
  return perform(house, deed, {
    may: { deed: 'circulation:decide', of: about },
    read: () => find(house, about),
    decide: (found) => decide(house, deed, found),
  });
};

const see = async (house: House, { key }: Due, now: Date): Promise<Outcome | undefined> => {
  const circulation = await findRecord(house.table, circulationKind, key);
  if (!circulation || !isDecidable(circulation, now)) return undefined;
  let outcome: Outcome | 'more' | undefined;
  do outcome = await once(house, aboutOf(circulation), now);
  while (outcome === 'more');
  return outcome;
};

/**
 * The clock's round of circulations whose deadline has been past for a minute. Where an objection stands, the text is objected to; where everybody
 * was reached, or an organizer said why silence may do all the same, it is adopted and frozen; else it waits. An objection that passes its gate
 * meanwhile makes it read and decide again, so that adoption and objection never both succeed; however many clocks run, it is decided once.
 * Errors: what could not be done, together, after everything else was.
 */
export const decideCirculations = async (house: House, now: Date): Promise<Done<Outcome>> =>
  seeTo(await whatIsDue(house.table, now, { type: circulationKind.type }), (due) => see(house, due, now));
