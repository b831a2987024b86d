import { ar } from './declaration-ar.ts';
import { type DeclarationWords, en } from './declaration-en.ts';
import { es } from './declaration-es.ts';
import { fr } from './declaration-fr.ts';
import { ru } from './declaration-ru.ts';
import { zh } from './declaration-zh.ts';
import type { PageLanguage } from './language.ts';

const words: Readonly<Record<PageLanguage, DeclarationWords>> = { en, fr, es, ar, zh, ru };

/** What the pages of a declaration say in a language. */
export const declarationWordsIn = (language: PageLanguage): DeclarationWords => words[language];

export type { DeclarationWords };
