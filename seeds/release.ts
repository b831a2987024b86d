import { ReleaseDraft, releaseSlug } from '../shared/domain/release.ts';
import { releaseProgramme } from '../shared/operations/release.ts';
import { releaseKey } from '../shared/table/key.ts';
import type { Step } from './seed.ts';
import { lies, type Written } from './step.ts';

/** A release of a summit's programme, under its number. */
export const released = (summit: string, number: number, draft: Written<typeof ReleaseDraft>): Step => ({
  name: `release ${number}`,
  adds: 'release',
  isDone: lies(releaseKey(summit, releaseSlug(number))),
  act: (house, deed) => releaseProgramme(house, deed, summit, ReleaseDraft().parse({ ...draft, from: number - 1 })),
});
