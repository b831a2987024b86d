import type { PageRoute } from '../page.ts';
import { boardPage } from './board.tsx';
import { formPage, moveSession } from './form.tsx';

const board = '/{lang}/organize/{summit}/board';

/** Where sessions get their rooms and times. */
export const boardRoutes: PageRoute[] = [
  { method: 'GET', path: board, may: 'placement:read', handle: boardPage },
  { method: 'GET', path: `${board}/{session}`, may: 'placement:read', handle: formPage },
  { method: 'POST', path: `${board}/{session}`, may: 'placement:write', handle: moveSession },
];
