import { en, type PublicWords } from './public-en.ts';
export const fr: PublicWords = en;
