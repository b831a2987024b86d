import type { Form } from '../domain/declaration.ts';
import type { Opening } from '../domain/paragraph.ts';

/**
 * How a paragraph opens. `of` stands before what it names and `to` before each addressee, where the language has a preposition there that
 * an article may melt into ("prenons note" + "de" + "le guichet" → "du guichet").
 */
export interface OpeningWords {
  words: string;
  of?: string | undefined;
  to?: string | undefined;
}

/** In the resolution the organ's name governs the verb; a communiqué and a letter say "we" in each paragraph. */
export type Openings = Record<Form, Record<Opening, OpeningWords>>;
