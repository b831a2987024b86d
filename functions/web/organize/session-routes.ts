import type { PageRoute } from '../page.ts';
import { addCrew, newCrew, releaseCrew } from './crew-new.tsx';
import { changePanel } from './panel-deeds.ts';
import { askConfirmation, enterConfirmation } from './panelist-confirm.tsx';
import { askReplacement, askWithdrawal, replacePanelist, withdrawPanelist } from './panelist-leave.tsx';
import { addPanelist, newPanelist } from './panelist-new.tsx';
import { changePanelist, panelistPage } from './panelist-page.tsx';
import { sessionDesk } from './session-desk.tsx';
import { changeSession, createSession, editSession, newSession } from './session-edit.tsx';
import { sessionList } from './session-list.tsx';
import { askPlace, placeSession } from './session-place.tsx';
import { askState, passState } from './session-state.tsx';
import { askWaiver, waiveRule } from './waiver.tsx';

const list = '/{lang}/organize/{summit}/sessions';
const one = `${list}/{session}`;
const seat = `${one}/panelists/{panelist}`;

/** The sessions of a summit as organizers work on them: their facts, states, places, panels and crew. */
export const sessionWorkRoutes: PageRoute[] = [
  { method: 'GET', path: list, may: 'placement:read', handle: sessionList },
  { method: 'GET', path: `${list}/new`, may: 'session:write', handle: newSession },
  { method: 'POST', path: `${list}/new`, may: 'session:write', handle: createSession },
  { method: 'GET', path: one, may: 'placement:read', handle: sessionDesk },
  { method: 'GET', path: `${one}/edit`, may: 'session:write', handle: editSession },
  { method: 'POST', path: `${one}/edit`, may: 'session:write', handle: changeSession },
  { method: 'GET', path: `${one}/state`, may: 'session:write', handle: askState },
  { method: 'POST', path: `${one}/state`, may: 'session:write', handle: passState },
  { method: 'GET', path: `${one}/placement`, may: 'placement:write', handle: askPlace },
  { method: 'POST', path: `${one}/placement`, may: 'placement:write', handle: placeSession },
  { method: 'POST', path: `${one}/panel`, may: 'panelist:write', handle: changePanel },
  { method: 'GET', path: `${one}/panelists/new`, may: 'panelist:write', handle: newPanelist },
  { method: 'POST', path: `${one}/panelists/new`, may: 'panelist:write', handle: addPanelist },
  { method: 'GET', path: seat, may: 'panelist:write', handle: panelistPage },
  { method: 'POST', path: seat, may: 'panelist:write', handle: changePanelist },
  { method: 'GET', path: `${seat}/confirmation`, may: 'panelist:write', handle: askConfirmation },
  { method: 'POST', path: `${seat}/confirmation`, may: 'panelist:write', handle: enterConfirmation },
  { method: 'GET', path: `${seat}/replacement`, may: 'panelist:write', handle: askReplacement },
  { method: 'POST', path: `${seat}/replacement`, may: 'panelist:write', handle: replacePanelist },
  { method: 'GET', path: `${seat}/withdrawal`, may: 'panelist:write', handle: askWithdrawal },
  { method: 'POST', path: `${seat}/withdrawal`, may: 'panelist:write', handle: withdrawPanelist },
  { method: 'GET', path: `${one}/crew/new`, may: 'crew:write', handle: newCrew },
  { method: 'POST', path: `${one}/crew/new`, may: 'crew:write', handle: addCrew },
  { method: 'POST', path: `${one}/crew/{crew}`, may: 'crew:write', handle: releaseCrew },
  { method: 'GET', path: `${one}/waivers`, may: 'waiver:write', handle: askWaiver },
  { method: 'POST', path: `${one}/waivers`, may: 'waiver:write', handle: waiveRule },
];
