import { mailLanguageOf, type MailLanguage, mailLanguages } from '../../domain/language.ts';

/** The languages of the pages: those of the United Nations, as for mails. */
export const pageLanguages = mailLanguages;
export type PageLanguage = MailLanguage;

/** What each language calls itself. */
export const ownNames: Readonly<Record<PageLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  zh: '中文',
  ru: 'Русский',
};

export const isPageLanguage = (tag: string | undefined): tag is PageLanguage =>
  pageLanguages.some((language) => language === tag);

const weighed = (range: string): { tag: string; weight: number } => {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
};

/** The language of the pages that an Accept-Language header (RFC 9110) wants most; English where it wants none of them. */
export const wantedLanguage = (header: string | undefined): PageLanguage => {
  const wanted = (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map(weighed)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ tag }) => isPageLanguage(tag.split('-')[0]));
  return mailLanguageOf(wanted?.tag);
};

/** The languages of the workspaces. */
export const workspaceLanguages = ['en', 'fr', 'es'] as const satisfies readonly PageLanguage[];
export type WorkspaceLanguage = (typeof workspaceLanguages)[number];

export const isWorkspaceLanguage = (tag: string | undefined): tag is WorkspaceLanguage =>
  workspaceLanguages.some((language) => language === tag);
