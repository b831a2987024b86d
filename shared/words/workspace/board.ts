import type { WorkspaceLanguage } from '../page/language.ts';
import { type BoardWords, en } from './board-en.ts';
import { es } from './board-es.ts';
import { fr } from './board-fr.ts';

export type { BoardWords };

const words: Record<WorkspaceLanguage, BoardWords> = { en, fr, es };

/** What the board says in a language. */
export const boardWordsIn = (language: WorkspaceLanguage): BoardWords => words[language];
