import { type DeclarationWords, en } from './declaration-en.ts';
import type { PageLanguage } from './language.ts';

const words: Partial<Record<PageLanguage, DeclarationWords>> = { en };

/** What the pages of a declaration say in a language. */
export const declarationWordsIn = (language: PageLanguage): DeclarationWords => words[language] ?? en;

export type { DeclarationWords };
