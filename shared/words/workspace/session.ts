import type { WorkspaceLanguage } from '../page/language.ts';
import { en, type SessionWords } from './session-en.ts';
import { es } from './session-es.ts';
import { fr } from './session-fr.ts';

const words: Record<WorkspaceLanguage, SessionWords> = { en, fr, es };

/** What the workspace says of sessions in a language. */
export const sessionWordsIn = (language: WorkspaceLanguage): SessionWords => words[language];
