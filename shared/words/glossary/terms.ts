import type { PageLanguage } from '../page/language.ts';
import { ar } from './ar.ts';
import { en, type Glossary } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

const glossaries: Record<PageLanguage, Glossary> = { en, fr, es, ar, zh, ru };

/**
 * The terms of art in a language, each in one form wherever the product uses it. They follow the usage of the United Nations: its Editorial Manual for the
 * parts of a resolution, treaty practice for "authentic", "signature" and "reservation", and the General Assembly's for the silence procedure.
 */
export const glossaryIn = (language: PageLanguage): Glossary => glossaries[language];
