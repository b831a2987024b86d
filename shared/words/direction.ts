import type { MailLanguage } from '../domain/language.ts';

/** The direction in which a language is written. */
export const directionOf = (language: MailLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
