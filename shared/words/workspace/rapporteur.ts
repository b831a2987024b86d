import type { WorkspaceLanguage } from '../page/language.ts';
import { en, type RapporteurWords } from './rapporteur-en.ts';
import { es } from './rapporteur-es.ts';
import { fr } from './rapporteur-fr.ts';

export type { RapporteurWords };

const words: Record<WorkspaceLanguage, RapporteurWords> = { en, fr, es };

/** What the rapporteur's pages say in a language. */
export const rapporteurWordsIn = (language: WorkspaceLanguage): RapporteurWords => words[language];
