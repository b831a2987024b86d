import { en, type PublicWords } from './public-en.ts';
export const ru: PublicWords = en;
