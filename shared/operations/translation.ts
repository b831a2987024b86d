import { standingParagraph } from '../domain/edit.ts';
import { invalid } from '../domain/error.ts';
import type { Paragraph } from '../domain/paragraph.ts';
import { type Translation, type TranslationChange, translated, untranslated } from '../domain/translation.ts';
import { type DraftedText, getDeclaration, getText } from '../table/declaration.ts';
import { besideWords } from '../table/gate.ts';
import { insert, replace } from '../table/item.ts';
import { translationKind } from '../table/paragraph.ts';
import { Raced } from '../table/transact.ts';
import { mustBeHeld } from './freezing.ts';
import type { Where } from './paragraph.ts';
import { type Deed, type House, madeFrom, next, perform } from './perform.ts';

/** A paragraph and what it says in another language; a version of 0 where nobody has translated it. */
export interface InLanguage {
  paragraph: Paragraph;
  translation: Translation;
  /** The language that it is translated from. */
  authentic: string;
}

/** A paragraph in another language than the authentic one. Errors: `not-found`, `wrong-state`, `invalid` for the authentic language. */
export const inTranslation = (text: DraftedText, id: string, language: string): InLanguage => {
  const paragraph = standingParagraph(text, id);
  if (language === text.declaration.language)
    throw invalid([
      {
        pointer: '',
        detail: `Change the paragraph itself: "${language}" is the authentic language, and others are translated from it.`,
      },
    ]);
  const found = text.translations.find((one) => one.paragraph === id && one.language === language);
  return { paragraph, translation: found ?? untranslated(paragraph, language), authentic: text.declaration.language };
};

/**
 * Changes the translation of a paragraph into one language; no other language and not the paragraph itself is touched. Also while the text is
 * circulated and once it is frozen: what was hashed has the authentic words alone, and a version keeps the translations that it was taken with.
 * Errors: `not-found`, `stale`, `precondition-required`, `not-checkable`, `wrong-state` of a paragraph that is gone, `invalid`.
 */
export const changeTranslation = (
  house: House,
  deed: Deed,
  { summit, declaration }: Where,
  { paragraph: id, language }: { paragraph: string; language: string },
  patched: (translation: Translation) => TranslationChange,
): Promise<InLanguage> => {
  const { table } = house;
  return perform(house, deed, {
    may: {
      deed: 'text:translate',
      of: { summit, declaration, language },
      knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
    },
    read: () => getText(table, summit, declaration),
    decide: (text) => {
      const { paragraph, translation: before, authentic } = inTranslation(text, id, language);
      madeFrom(deed, before);
      mustBeHeld(text.declaration);
      const after = translated(paragraph, before, patched(before), authentic);
      // What a paragraph was written with has no item of its own yet: then this is its first.
      const isKept = before.version > 0 && !text.within.includes(before);
      const write = isKept
        ? replace(table, translationKind, after, deed.request, before)
        : insert(table, translationKind, next(after), deed.request, () => new Raced());
      return {
        writes: [besideWords(table, { summit, declaration }, `${id} ${language}`, deed.request), write],
        answer: { paragraph, translation: next(after), authentic },
      };
    },
  });
};
