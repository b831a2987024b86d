import type { Asked } from '../page.ts';
import { organizeWords } from './words.ts';

/** What was just done, as the address of the page says it. */
export const doneHere = (asked: Asked): string | undefined => {
  const said = new URL(asked.request.url).searchParams.get('done') ?? '';
  const { done } = organizeWords(asked);
  return Object.hasOwn(done, said) ? done[said as keyof typeof done] : undefined;
};
