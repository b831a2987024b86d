import { type Asked, goTo, type PageRoute } from '../page.ts';
import { whoWorks } from '../workspace.ts';
import { minePage } from './mine.tsx';
import { changeOutcome, removeOutcome, shownOutcome } from './outcome-edit.tsx';
import { mineAt } from './reporting.ts';
import { fileOutcomes, sayNone, shownSession, writeLines } from './write.ts';

const withStroke = async (asked: Asked): Promise<Response> => {
  await whoWorks(asked);
  return goTo(mineAt(asked));
};

const mine = '/{lang}/rapporteur';
const session = `${mine}/{summit}/{session}`;
const outcome = `${session}/outcomes/{outcome}`;

/** Where what a session produced is written down and filed. */
export const rapporteurRoutes: PageRoute[] = [
  { method: 'GET', path: mine, may: 'me:read', handle: withStroke },
  { method: 'GET', path: `${mine}/`, may: 'me:read', handle: minePage },
  { method: 'GET', path: session, may: 'outcome:write', handle: shownSession },
  { method: 'POST', path: session, may: 'outcome:write', handle: writeLines },
  { method: 'POST', path: `${session}/file`, may: 'outcome:write', handle: fileOutcomes },
  { method: 'POST', path: `${session}/none`, may: 'outcome:write', handle: sayNone },
  { method: 'GET', path: outcome, may: 'outcome:write', handle: shownOutcome },
  { method: 'POST', path: outcome, may: 'outcome:write', handle: changeOutcome },
  { method: 'POST', path: `${outcome}/remove`, may: 'outcome:write', handle: removeOutcome },
];
