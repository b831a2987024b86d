import { readOwn } from '../contract.ts';
import { Checks } from './checks.tsx';
import { type Planning, type SessionChecks, sessionName, sessionRecord } from './planned.ts';

/** What the rules say of a session, beside a form that changes it. */
export const SessionChecksBeside = async ({ here }: { here: Planning }) => {
  const { record } = await readOwn<SessionChecks>(here.asked, `${sessionRecord(here, sessionName(here))}/checks`);
  return <Checks here={here} found={record} />;
};
