import { type Desk, quotaUsed } from '../domain/desk.ts';
import { DomainError } from '../domain/error.ts';
import { isLive, type Nomination, NominationDraft } from '../domain/nomination.ts';
import { chairTaken, isChair, panelFull, type PanelRule, seatedIn } from '../domain/panelist.ts';
import { draftOf } from '../domain/record.ts';
import { type Pasted } from '../domain/pasted.ts';
import { changedColumns, filled, type Placed } from '../domain/rows.ts';
import { nominationColumns, type NominationSetting, nomineeOf } from '../domain/rows-nomination.ts';
import type { Table } from '../table/client.ts';
import { type DeskInUse, getDesk, getDeskInUse } from '../table/desk.ts';
import { type Foreseen, foreseenAt } from '../table/foreseen.ts';
import { listNominations } from '../table/nomination.ts';
import { getWholeSession } from '../table/session.ts';
import { allTracks } from '../table/track.ts';
import { organizationsIn } from './called.ts';
import { createNomination } from './nomination.ts';
import { together } from './naming.ts';
import { ruleOf } from './panelist.ts';
import type { Deed, House } from './perform.ts';
import { type Asked, type Judged, pasteRows, type Wanted } from './rows.ts';
import { judgeEach, saidOnce, wrongCells } from './rows-judged.ts';

interface Beside {
  inUse: DeskInUse;
  nominations: Nomination[];
  setting: NominationSetting;
}
type Placing = readonly Placed<NominationSetting>[];

const addressOf = ({ summit, desk, slug }: Nomination): string =>
  `/api/v1/summits/${summit}/desks/${desk}/nominations/${slug}`;

// Who it is, is no change: an address and a name can be spelt in several ways.
const telling = new Set(['name', 'email', 'session']);

const nominatedOtherwise = (nomination: Nomination, columns: readonly string[]): DomainError =>
  new DomainError(
    'already-recorded',
    `They are nominated already, with something else in: ${columns.join(', ')}. Withdraw that nomination and make it anew to change it.`,
    { conflictsWith: addressOf(nomination) },
  );

// A list that is pasted again must not bring back who has left it.
const endedBefore = (nomination: Nomination): DomainError =>
  new DomainError(
    'already-recorded',
    `They were nominated here before, and that nomination is ${nomination.state}. Nominate them by themselves if they are to be asked again.`,
    { conflictsWith: addressOf(nomination) },
  );

const judge = (
  { inUse: { desk }, nominations, setting }: Beside,
  header: Placing,
  { sheet, checked }: Asked,
): Judged[] => {
  const once = saidOnce();
  const nominated = (all: readonly Nomination[]) => new Map(all.map((one) => [nomineeOf(one, desk), one]));
  const live = nominated(nominations.filter(isLive));
  const ended = nominated(nominations.filter((one) => !isLive(one)));
  return judgeEach(sheet, header, nominationColumns, (line, cells) => {
    const plain = filled({}, header, cells, setting);
    const errors = wrongCells(header, cells, plain);
    if (errors.length > 0) return { row: { line, says: 'wrong', errors } };
    const draft = checked(NominationDraft(), plain.draft);
    const who = nomineeOf(draft, desk);
    const [said, known] = [once(who, line, draft), live.get(who)];
    if (known) {
      const before = draftOf(NominationDraft(), known);
      const after = checked(NominationDraft(), filled(before, header, cells, setting).draft);
      const changes = changedColumns(before, after, header).filter((column) => !telling.has(column));
      if (changes.length > 0) throw nominatedOtherwise(known, changes);
    }
    if (known || said === 'again') return { row: { line, says: 'known', ...(known ? { slug: known.slug } : {}) } };
    const before = ended.get(who);
    if (before) throw endedBefore(before);
    return {
      row: { line, says: 'new' },
      act: (house, deed) => createNomination(house, deed, desk.summit, desk.slug, draft),
    };
  });
};

interface Panel {
  rule: PanelRule;
  seated: number;
  chairs: number;
}

const panelsOf = async (table: Table, { summit }: Desk, sessions: readonly string[]): Promise<Map<string, Panel>> => {
  const names = [...new Set(sessions)];
  if (names.length === 0) return new Map();
  const [tracks, ...wholes] = await Promise.all([
    allTracks(table, summit),
    ...names.map((session) => getWholeSession(table, summit, session)),
  ]);
  return new Map(
    wholes.map(({ session, panel }) => {
      const seated = seatedIn(panel);
      const chairs = seated.filter(({ role }) => isChair(role)).length;
      return [session.slug, { rule: ruleOf(session, tracks), seated: seated.length, chairs }];
    }),
  );
};

/** A desk and its panels, as the rows before have left them. */
interface Run {
  inUse: DeskInUse;
  identities: Set<string>;
  panels: ReadonlyMap<string, Panel>;
}

// Whom an earlier row has counted at the desk of a summit is not counted again.
const countedIn = ({ inUse: { desk }, identities }: Run, one: Foreseen): number =>
  desk.session === undefined && one.identities.some((identity) => identities.has(identity)) ? 0 : one.uses;

const refusalIn = (run: Run, one: Foreseen): DomainError | undefined => {
  const { desk, used } = run.inUse;
  if (used + countedIn(run, one) > desk.quota) return quotaUsed(desk, used);
  for (const { session, role } of one.seats) {
    const panel = run.panels.get(session);
    if (!panel) continue;
    if (panel.seated >= panel.rule.size) return panelFull(panel.rule, panel.seated);
    if (isChair(role) && panel.rule.chairs !== undefined && panel.chairs >= panel.rule.chairs) return chairTaken();
  }
  return undefined;
};

const take = (run: Run, one: Foreseen): void => {
  run.inUse.used += countedIn(run, one);
  for (const identity of one.identities) run.identities.add(identity);
  for (const { session, role } of one.seats) {
    const panel = run.panels.get(session);
    if (!panel) continue;
    panel.seated += 1;
    if (isChair(role)) panel.chairs += 1;
  }
};

// Each row could be written alone; one after the other they use the quota up, and fill the panels.
const oneAfterTheOther = async (
  table: Table,
  { inUse }: Beside,
  wanted: readonly Wanted[],
): Promise<(DomainError | undefined)[]> => {
  const all = wanted.map(({ actions }) => foreseenAt(inUse.desk, actions));
  const sessions = all.flatMap(({ seats }) => seats.map(({ session }) => session));
  const run: Run = {
    inUse: { ...inUse },
    identities: new Set(),
    panels: await panelsOf(table, inUse.desk, sessions),
  };
  return all.map((one) => {
    const refusal = refusalIn(run, one);
    if (!refusal) take(run, one);
    return refusal;
  });
};

/**
 * Answers pasted rows of nominations, and writes those that nominate somebody new where that is confirmed: in their order, so that the desk's quota
 * goes to the first. Errors: those of pasteRows, `not-found`.
 */
export const pasteNominations = (
  house: House,
  deed: Deed,
  { summit, desk }: { summit: string; desk: string },
  asked: Asked,
): Promise<Pasted> =>
  pasteRows<Beside, NominationSetting>(house, deed, asked, {
    columns: nominationColumns,
    may: {
      deed: 'nomination:write',
      of: (found) => ({ summit, session: found?.inUse.desk.session, organization: found?.inUse.desk.organization }),
      knows: () => [['desk', getDesk(house.table, summit, desk)]],
    },
    read: async (header) => {
      const [inUse, nominations, organization] = await together([
        getDeskInUse(house.table, summit, desk),
        listNominations(house.table, summit, desk),
        organizationsIn(house.table, asked.sheet, header, ['for']),
      ]);
      return { inUse, nominations, setting: { organization } };
    },
    judge: (beside, header) => judge(beside, header, asked),
    together: (beside, wanted) => oneAfterTheOther(house.table, beside, wanted),
    atOnce: 1,
  });
