import * as z from 'zod';
import { once } from '../domain/once.ts';
import { Decision, DecisionRelease, inRounds } from '../domain/proposal-decision.ts';
import { madeSlug, slug } from '../domain/record.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { findRecord, type Kind, recordsOf, save, untraced } from './item.ts';
import { collections, decisionKey, decisionRegisterKey, decisionsReleaseKey } from './key.ts';
import type { Write } from './transact.ts';

export const decisionKind: Kind<Decision> = {
  type: 'decision',
  schema: 1,
  record: Decision,
  key: ({ summit, slug: name }) => decisionKey(summit, name),
};

/** As long as something of it is left to do, it stands among what is due. */
export const decisionReleaseKind: Kind<DecisionRelease> = {
  type: 'decision-release',
  schema: 1,
  record: DecisionRelease,
  key: ({ summit, slug: name }) => decisionsReleaseKey(summit, name),
  place: ({ summit, slug: name, due }) => (due === undefined ? undefined : duePlace(due, `${summit}/${name}`)),
  card: ({ summit, slug: name }) => ({ summit, slug: name }),
};

/** One for a summit. Its version rises with whatever is staged and released, so that a release holds what it was made from. */
const Register = once(() =>
  z.object({
    summit: slug(),
    version: z.int().positive(),
    last: z.int().nonnegative(),
    /** Releases of which something is left to do. */
    pending: z.array(madeSlug()),
  }),
);
export type Register = z.output<ReturnType<typeof Register>>;

export const registerKind: Kind<Register> = {
  type: 'decision-register',
  schema: 1,
  record: Register,
  key: ({ summit }) => decisionRegisterKey(summit),
};

/** The register of a summit; undefined before the first decision is staged. */
export const findRegister = (table: Table, summit: string): Promise<Register | undefined> =>
  findRecord(table, registerKind, decisionRegisterKey(summit));

/** The register after something was staged or released: who read it before is overtaken. What is done stands in the records themselves. */
export const turned = (
  table: Table,
  summit: string,
  { before, change = {} }: { before: Register | undefined; change?: Partial<Pick<Register, 'last' | 'pending'>> },
  request: string,
): Write => {
  const after = { summit, version: 1, last: before?.last ?? 0, pending: before?.pending ?? [], ...change };
  return untraced(save(table, registerKind, { before, after }, request));
};

/** Everything that was decided at a summit. */
export const allDecisions = async (table: Table, summit: string): Promise<Decision[]> =>
  recordsOf(decisionKind, await table.all(collections.decisionsOf(summit)));

/** What was decided about one session, the first first. */
export const decisionsOn = async (table: Table, summit: string, session: string): Promise<Decision[]> => {
  const found = recordsOf(decisionKind, await table.all(collections.decisionsOf(summit, session)));
  return inRounds(found.filter((decision) => decision.session === session));
};

/** Errors: `not-found`. */
export const getDecision = async (table: Table, summit: string, decision: string): Promise<Decision> =>
  (await findRecord(table, decisionKind, decisionKey(summit, decision))) ?? absent('decision');

/** Errors: `not-found`. */
export const getDecisionRelease = async (table: Table, summit: string, release: string): Promise<DecisionRelease> =>
  (await findRecord(table, decisionReleaseKind, decisionsReleaseKey(summit, release))) ?? absent('release');
