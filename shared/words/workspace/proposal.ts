import type { WorkspaceLanguage } from '../page/language.ts';
import { en, type ProposalWords } from './proposal-en.ts';
import { es } from './proposal-es.ts';
import { fr } from './proposal-fr.ts';

const words: Record<WorkspaceLanguage, ProposalWords> = { en, fr, es };

/** What the workspace says of proposals in a language. */
export const proposalWordsIn = (language: WorkspaceLanguage): ProposalWords => words[language];
