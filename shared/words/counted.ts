import type { MailLanguage } from '../domain/language.ts';
import { fill } from './dictionary.ts';
import { numeral } from './intl.ts';

/** What is said of a number of things, by the plural forms of a language (Unicode's CLDR): English has two, Russian three, Arabic six. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const rules = new Map<MailLanguage, Intl.PluralRules>();
const ruleOf = (language: MailLanguage): Intl.PluralRules => {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return rule;
};

/** "1 session", "74 sessions", "2 сессии". */
export const counted = (language: MailLanguage, number: number, forms: Forms): string =>
  fill(forms[ruleOf(language).select(number)] ?? forms.other, { number: numeral(language, number) });
