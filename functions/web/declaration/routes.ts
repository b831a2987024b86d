import type { PageRoute } from '../page.ts';
import { listPage } from './list.tsx';
import { declarationPage } from './page.tsx';
import { paragraphPage } from './paragraph.tsx';
import { signatoriesPage } from './signatories.tsx';
import { uptakePage } from './uptake.tsx';
import { verifyPage } from './verify.tsx';
import { versionsPage } from './versions.tsx';

const list = '/{lang}/summits/{summit}/declarations';
const one = `${list}/{declaration}`;

const reading = (path: string, handle: PageRoute['handle']): PageRoute => ({
  method: 'GET',
  path,
  may: 'read',
  handle,
});

/** The declarations that the public reads and checks. */
export const declarationRoutes: PageRoute[] = [
  reading(list, listPage),
  reading(one, declarationPage),
  reading(`${one}/paragraphs/{paragraph}`, paragraphPage),
  reading(`${one}/versions`, versionsPage),
  reading(`${one}/signatories`, signatoriesPage),
  reading(`${one}/uptake`, uptakePage),
  reading('/{lang}/verify', verifyPage),
];
