import { ar } from './ar.ts';
import { en, type PageWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { PageLanguage } from './language.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

const words: Record<PageLanguage, PageWords> = { en, fr, es, ar, zh, ru };

/** What the pages say in a language. */
export const pageWordsIn = (language: PageLanguage): PageWords => words[language];
