import { en, type DraftWords } from './draft-en.ts';

export const es: DraftWords = en;
