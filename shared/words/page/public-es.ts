import { en, type PublicWords } from './public-en.ts';
export const es: PublicWords = en;
