import { en, type DraftWords } from './draft-en.ts';

export const fr: DraftWords = en;
