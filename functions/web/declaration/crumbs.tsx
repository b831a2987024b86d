import { Said } from '../said.tsx';
import type { Asked, Way } from '../page.ts';
import { pageOf, textPage, wordsHere } from './here.ts';
import type { ReadText } from './reading.ts';

/** The pages above those of a text. */
export const crumbsAbove = (asked: Asked, { summit }: Pick<ReadText, 'summit'>): Way[] => [
  { href: pageOf(asked, 'summits', summit.slug), label: <Said text={summit.title} language={asked.language} /> },
  { href: pageOf(asked, 'summits', summit.slug, 'declarations'), label: wordsHere(asked).declarations },
];

/** The same with the text itself, for the pages below it. */
export const crumbsTo = (asked: Asked, text: Pick<ReadText, 'summit' | 'declaration' | 'place'>): Way[] => [
  ...crumbsAbove(asked, text),
  { href: textPage(asked, text.place), label: <Said text={text.declaration.title} language={asked.language} /> },
];
