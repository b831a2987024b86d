import type { MailLanguage } from '../domain/language.ts';
import { ar } from './mail-ar.ts';
import { en, type MailWords } from './mail-en.ts';
import { es } from './mail-es.ts';
import { fr } from './mail-fr.ts';
import { ru } from './mail-ru.ts';
import { zh } from './mail-zh.ts';

const dictionaries: Record<MailLanguage, MailWords> = { en, fr, es, ar, zh, ru };

/** The words of mails in a language. */
export const mailWordsIn = (language: MailLanguage): MailWords => dictionaries[language];
