import { organizeWordsIn, type OrganizeWords } from '../../../shared/words/workspace/organize.ts';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';

/** The words of the organizer's pages about a summit itself. */
export const organizeWords = (asked: Pick<Asked, 'language'>): OrganizeWords => organizeWordsIn(workLanguage(asked));
