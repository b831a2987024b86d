import type { Code } from '../../domain/error.ts';
import { fill } from '../dictionary.ts';
import type { WorkspaceLanguage } from '../page/language.ts';
import { faultsEs } from './fault-es.ts';
import { faultsFr } from './fault-fr.ts';
import { refusalsEs } from './refusal-es.ts';
import { refusalsFr } from './refusal-fr.ts';

// The contract refuses in English. What forms meet most is said in the other languages of the workspaces, by the sentence or by its code.

const faults: Partial<Record<WorkspaceLanguage, Readonly<Record<string, string>>>> = { fr: faultsFr, es: faultsEs };
const refusals: Partial<Record<WorkspaceLanguage, Partial<Record<Code, string>>>> = { fr: refusalsFr, es: refusalsEs };

/** A sentence with {names} as what finds them: `Use at most {max}.` finds "Use at most 5." */
const finding = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)')}$`,
    's',
  );

const finders = new Map<WorkspaceLanguage, (readonly [found: RegExp, words: string])[]>();

const findersIn = (language: WorkspaceLanguage): (readonly [found: RegExp, words: string])[] => {
  const known = finders.get(language);
  if (known) return known;
  const made = Object.entries(faults[language] ?? {}).map(([said, words]) => [finding(said), words] as const);
  finders.set(language, made);
  return made;
};

/** What is wrong with a field, as the contract says it, in a language of the workspaces; what has no words there stays as it is said. */
export const faultIn = (language: WorkspaceLanguage, said: string): string => {
  for (const [found, words] of findersIn(language)) {
    const match = found.exec(said);
    if (match) return fill(words, match.groups ?? {});
  }
  return said;
};

/** Why a whole deed is refused, in a language of the workspaces; `said` is the contract's own sentence. */
export const refusalIn = (language: WorkspaceLanguage, code: Code, said: string): string => {
  const words = refusals[language]?.[code];
  return words === undefined ? said : fill(words, { detail: said });
};
