import type { WorkspaceLanguage } from '../page/language.ts';
import { en, type WorkspaceWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const words: Record<WorkspaceLanguage, WorkspaceWords> = { en, fr, es };

/** What every workspace says in a language. */
export const workspaceWordsIn = (language: WorkspaceLanguage): WorkspaceWords => words[language];
