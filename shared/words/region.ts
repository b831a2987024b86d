import type { MailLanguage } from '../domain/language.ts';
import type { Region } from '../domain/region.ts';

/**
 * The regions' names in the six languages of the United Nations.
 *
 * Source: United Nations Statistics Division, "Standard country or area codes for statistical use (M49)", in each language, as its tables stand in
 * the repository `datasets/country-codes`.
 */
const names: Readonly<Record<MailLanguage, Readonly<Record<Region, string>>>> = {
  en: { Africa: 'Africa', Americas: 'Americas', Asia: 'Asia', Europe: 'Europe', Oceania: 'Oceania' },
  fr: { Africa: 'Afrique', Americas: 'Amériques', Asia: 'Asie', Europe: 'Europe', Oceania: 'Océanie' },
  es: { Africa: 'África', Americas: 'Américas', Asia: 'Asia', Europe: 'Europa', Oceania: 'Oceanía' },
  ar: { Africa: 'أفريقيا', Americas: 'الأمريكتان', Asia: 'آسيا', Europe: 'أوروبا', Oceania: 'أوقيانوسيا' },
  zh: { Africa: '非洲', Americas: '美洲', Asia: '亚洲', Europe: '欧洲', Oceania: '大洋洲' },
  ru: { Africa: 'Африка', Americas: 'Северная и Южная Америка', Asia: 'Азия', Europe: 'Европа', Oceania: 'Океания' },
};

// Who names no country, and whoever is in Antarctica, which M49 puts in no region.
const none: Readonly<Record<MailLanguage, string>> = {
  en: 'Region not known',
  fr: 'Région non connue',
  es: 'Región no conocida',
  ar: 'منطقة غير معروفة',
  zh: '区域不详',
  ru: 'Регион неизвестен',
};

/** What a region of UN M49 is called; undefined stands for none. */
export const namedRegion = (language: MailLanguage, region: Region | undefined): string =>
  region === undefined ? none[language] : names[language][region];
