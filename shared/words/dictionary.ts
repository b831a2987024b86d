import { type FormLanguage, formLanguages } from '../domain/declaration.ts';
import type { MailLanguage } from '../domain/language.ts';
import { ar } from './ar.ts';
import { type Dictionary, en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

const dictionaries: Record<MailLanguage, Dictionary> = { en, fr, es, ar, zh, ru };

/** The words of the forms in a language: texts are drafted in some of them, and read in all. */
export const wordsIn = (language: MailLanguage): Dictionary => dictionaries[language];

/** The language of the forms nearest to a BCP 47 tag: "fr-CA" is served by "fr", and what has no words of its own by English. */
export const formLanguageOf = (tag: string): FormLanguage =>
  formLanguages.find((language) => language === tag.split('-')[0]) ?? 'en';

/** Puts values into the braces of a template: "{session}, outcome {number}". */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
