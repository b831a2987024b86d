import { en, type PublicWords } from './public-en.ts';
export const zh: PublicWords = en;
