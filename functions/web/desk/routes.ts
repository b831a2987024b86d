import type { PageRoute } from '../page.ts';
import { circulatedPage, sayOnText } from './circulated.tsx';
import { colleaguesPage, dismiss, invite } from './colleague.tsx';
import { homePage } from './home.tsx';
import { networkPage } from './network.tsx';
import { nominate, nominationsPage, withdraw } from './nomination.tsx';
import { proposalPage, propose } from './proposal.tsx';
import { paste, rowsPage } from './rows.tsx';
import { sendLink, signingPage } from './signing.tsx';
import { summitPage } from './summit.tsx';

const organization = '/{lang}/desk/{organization}';
const summit = `${organization}/{summit}`;
const desk = `${summit}/nominations/{desk}`;

/** Where those work who act for an organization. */
export const deskRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/desk', may: 'me:read', handle: homePage },
  { method: 'GET', path: '/{lang}/desk/', may: 'me:read', handle: homePage },
  { method: 'GET', path: organization, may: 'desk:read', handle: networkPage },
  { method: 'GET', path: `${organization}/colleagues`, may: 'role:give', handle: colleaguesPage },
  { method: 'POST', path: `${organization}/colleagues`, may: 'role:give', handle: invite },
  { method: 'POST', path: `${organization}/colleagues/{role}`, may: 'role:take', handle: dismiss },
  { method: 'GET', path: summit, may: 'desk:read', handle: summitPage },
  { method: 'GET', path: `${desk}/rows`, may: 'nomination:write', handle: rowsPage },
  { method: 'POST', path: `${desk}/rows`, may: 'nomination:write', handle: paste },
  { method: 'GET', path: desk, may: 'nomination:read', handle: nominationsPage },
  { method: 'POST', path: desk, may: 'nomination:write', handle: nominate },
  { method: 'POST', path: `${desk}/{nomination}`, may: 'nomination:write', handle: withdraw },
  { method: 'GET', path: `${summit}/proposals/{proposal}`, may: 'proposal:read', handle: proposalPage },
  { method: 'POST', path: `${summit}/proposals/{proposal}`, may: 'proposal:write', handle: propose },
  { method: 'GET', path: `${summit}/texts/{declaration}`, may: 'objection:write', handle: circulatedPage },
  { method: 'POST', path: `${summit}/texts/{declaration}`, may: 'objection:write', handle: sayOnText },
  { method: 'GET', path: `${summit}/signing/{declaration}`, may: 'signing:send', handle: signingPage },
  { method: 'POST', path: `${summit}/signing/{declaration}`, may: 'signing:send', handle: sendLink },
];
