import type { FormLanguage } from '../domain/declaration.ts';
import type { MailLanguage } from '../domain/language.ts';
import { formLanguageOf } from './dictionary.ts';

type Melting = readonly (readonly [pattern: RegExp, melted: string])[];

// "de" + "le" is "du" before any noun; Spanish keeps "de El Salvador" apart, so only the small article melts there.
const melting: Partial<Record<MailLanguage, Readonly<Record<string, Melting>>>> = {
  fr: {
    de: [
      [/^le /i, 'du '],
      [/^les /i, 'des '],
      [/^(?=[aeiouàâäéèêëîïôöùûü])/i, 'd’'],
    ],
  },
  es: { de: [[/^el /, 'del ']], a: [[/^el /, 'al ']] },
};

/** The words after a preposition, with the article melted into it: "de" + "le guichet" is "du guichet". No preposition, no change. */
export const after = (language: MailLanguage, preposition: string | undefined, words: string): string => {
  if (!preposition) return words;
  const melts = melting[language]?.[preposition]?.find(([pattern]) => pattern.test(words));
  return melts ? words.replace(melts[0], melts[1]) : `${preposition} ${words}`;
};

const leading: Record<FormLanguage, RegExp> = {
  en: /^(?:The|An?) /,
  fr: /^(?:Les? |La |L[’'])/,
  es: /^(?:El|La|Los|Las) /,
};

/** A name in the middle of a sentence: its leading article is not capitalized ("We, the mayors gathered in …"). `tag` is the name's language. */
export const midSentence = (tag: string, name: string): string =>
  name.replace(leading[formLanguageOf(tag)], (article) => article.toLowerCase());

const kinds =
  /(?:Agenda|Compact|Pact|Declaration|Agreement|Framework|Convention|Covenant|Charter|Protocol|Accord|Treaty|Programme|Plan|Goals|Principles|Guidelines|Commitment|Report|Communiqué)$/;

// What kind of text it is says the last word before "of", "for", "on" …: the New Urban *Agenda*, the Global *Compact* on Refugees.
const english = (name: string): string => {
  const head = name.split(/ (?:of|for|on|to|in|against|concerning|relating|\()|,/)[0]?.replace(/ \d{4}$/, '') ?? '';
  return kinds.test(head) && !/^(?:Our|Their|Its) |:/.test(head) ? `the ${name}` : name;
};

// French and Spanish put that word first, and it has a gender.
const first: Record<'fr' | 'es', Melting> = {
  fr: [
    [/^(?=(?:Pacte|Programme|Cadre|Protocole|Rapport|Traité|Plan|Nouveau|Communiqué) )/, 'le '],
    [/^(?=(?:Convention|Déclaration|Charte|Nouvelle) )/, 'la '],
    [/^(?=(?:Accord|Agenda|Engagement) )/, 'l’'],
    [/^(?=(?:Objectifs|Principes) )/, 'les '],
  ],
  es: [
    [
      /^(?=(?:Pacto|Acuerdo|Marco|Protocolo|Informe|Tratado|Plan|Programa|Convenio|Nuevo|Compromiso|Comunicado) )/,
      'el ',
    ],
    [/^(?=(?:Agenda|Declaración|Convención|Carta|Nueva) )/, 'la '],
    [/^(?=(?:Objetivos|Principios) )/, 'los '],
  ],
};

/**
 * The name of an instrument as a sentence has it: "Recalling" + "the New Urban Agenda". A name that is a title rather than a description
 * ("Our Common Agenda", "Transforming our world: …") or that has its article already stays without one. `tag` is the name's language.
 */
export const withArticle = (tag: string, name: string): string => {
  const language = formLanguageOf(tag);
  const opened = midSentence(tag, name);
  if (opened !== name || !/^[\p{Lu}\d]/u.test(name) || tag.split('-')[0] !== language) return opened;
  if (language === 'en') return english(name);
  const match = first[language].find(([pattern]) => pattern.test(name));
  return match ? name.replace(match[0], match[1]) : name;
};
