import { en, type PublicWords } from './public-en.ts';
import { ar } from './public-ar.ts';
import { es } from './public-es.ts';
import { fr } from './public-fr.ts';
import type { PageLanguage } from './language.ts';
import { ru } from './public-ru.ts';
import { zh } from './public-zh.ts';

const words: Record<PageLanguage, PublicWords> = { en, fr, es, ar, zh, ru };

/** What the public site says in a language. */
export const publicWordsIn = (language: PageLanguage): PublicWords => words[language];
