import type { WorkspaceLanguage } from '../page/language.ts';
import { en, type ReleaseWords } from './release-en.ts';
import { es } from './release-es.ts';
import { fr } from './release-fr.ts';

const words: Record<WorkspaceLanguage, ReleaseWords> = { en, fr, es };

/** What the workspace says of releases in a language. */
export const releaseWordsIn = (language: WorkspaceLanguage): ReleaseWords => words[language];
