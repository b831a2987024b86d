import type { PageRoute } from '../page.ts';
import { askRelease, releaseProgramme } from './release-confirm.tsx';
import { releaseList } from './release-list.tsx';
import { compareReleases, releaseDesk } from './release-page.tsx';

const list = '/{lang}/organize/{summit}/releases';

/** The releases of a programme: what would be released, and what was. */
export const releaseWorkRoutes: PageRoute[] = [
  { method: 'GET', path: list, may: 'release:draft', handle: releaseList },
  { method: 'GET', path: `${list}/draft`, may: 'release:write', handle: askRelease },
  { method: 'POST', path: `${list}/draft`, may: 'release:write', handle: releaseProgramme },
  { method: 'GET', path: `${list}/compare`, may: 'release:draft', handle: compareReleases },
  { method: 'GET', path: `${list}/{release}`, may: 'release:draft', handle: releaseDesk },
];
