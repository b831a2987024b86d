import type { WorkspaceLanguage } from '../page/language.ts';
import { type DeskWords, en } from './desk-en.ts';
import { es } from './desk-es.ts';
import { fr } from './desk-fr.ts';

export type { DeskWords };

const words: Record<WorkspaceLanguage, DeskWords> = { en, fr, es };

/** What the network's workspace says in a language. */
export const deskWordsIn = (language: WorkspaceLanguage): DeskWords => words[language];
