import type { WorkspaceLanguage } from '../page/language.ts';
import { en, type OrganizeWords } from './organize-en.ts';
import { es } from './organize-es.ts';
import { fr } from './organize-fr.ts';

export type { OrganizeWords } from './organize-en.ts';

const words: Record<WorkspaceLanguage, OrganizeWords> = { en, fr, es };

/** What the organizer's pages about a summit itself say in a language. */
export const organizeWordsIn = (language: WorkspaceLanguage): OrganizeWords => words[language];
