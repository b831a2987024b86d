import type { WorkspaceLanguage } from '../page/language.ts';
import { type DraftWords, en } from './draft-en.ts';
import { es } from './draft-es.ts';
import { fr } from './draft-fr.ts';

export type { DraftWords };

const words: Record<WorkspaceLanguage, DraftWords> = { en, fr, es };

/** What the drafting room says in a language. */
export const draftWordsIn = (language: WorkspaceLanguage): DraftWords => words[language];
