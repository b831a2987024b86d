import type { Panelist } from '../domain/panelist.ts';
import { leftToDo } from '../domain/settling.ts';
import { toInstant } from '../domain/when.ts';
import { findRecord } from '../table/item.ts';
import { settlingKey } from '../table/key.ts';
import { saveSettling, settlingKind } from '../table/settling.ts';
import type { Write } from '../table/transact.ts';
import type { Deed, House } from './perform.ts';

/** Whether a place says a name no more that it said before. */
export const isHidden = ({ before, after }: { before?: Panelist; after: Panelist }): boolean =>
  before?.named === true && !after.named;

/** What is left to do where places say a name no more: what was released of them says it still, and is rewritten after the deed. */
export const hidingWrites = async (
  { table }: House,
  { request, at }: Deed,
  changes: readonly { before?: Panelist; after: Panelist }[],
): Promise<Write[]> => {
  const people = [...new Set(changes.filter(isHidden).map(({ after }) => after.person))];
  return Promise.all(
    people.map(async (person) => {
      const found = await findRecord(table, settlingKind, settlingKey(person));
      const doing = { request, since: toInstant(at) };
      return saveSettling(table, found, leftToDo(found, person, { erasing: false, names: false }, doing), request);
    }),
  );
};
