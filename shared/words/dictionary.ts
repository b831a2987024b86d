import { type FormLanguage, formLanguages } from '../domain/declaration.ts';
import { type Dictionary, en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const dictionaries: Record<FormLanguage, Dictionary> = { en, fr, es };

/** The words of the forms in a language. */
export const wordsIn = (language: FormLanguage): Dictionary => dictionaries[language];

/** The language of the forms nearest to a BCP 47 tag: "fr-CA" is served by "fr", and what has no words of its own by English. */
export const formLanguageOf = (tag: string): FormLanguage =>
  formLanguages.find((language) => language === tag.split('-')[0]) ?? 'en';

/** Puts values into the braces of a template: "{session}, outcome {number}". */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
