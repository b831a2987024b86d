import type { PageRoute } from '../page.ts';
import { deskPages } from './desk-page.tsx';
import { mailPages } from './mail-page.tsx';
import { participationPages } from './participation-page.tsx';
import { rolePages } from './role-page.tsx';
import { roomPages } from './room-page.tsx';
import { rowsPages } from './rows-page.tsx';
import { summitPages } from './summit-page.tsx';
import { templatePages } from './template-page.tsx';
import { todayPages } from './today-page.tsx';
import { trackPages } from './track-page.tsx';
import { workPages } from './work-page.tsx';

/** The organizer's pages about a summit itself: what needs them, what it is, where and by which rules it is held, and who does what. */
export const summitOrganizing: PageRoute[] = [
  ...workPages,
  ...templatePages,
  ...todayPages,
  ...summitPages,
  ...roomPages,
  ...trackPages,
  ...participationPages,
  ...deskPages,
  ...rolePages,
  ...mailPages,
  ...rowsPages,
];
