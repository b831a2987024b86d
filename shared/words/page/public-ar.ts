import { en, type PublicWords } from './public-en.ts';
export const ar: PublicWords = en;
