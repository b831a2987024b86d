import { inLanguage, type Text } from '../../shared/domain/text.ts';
import type { PageLanguage } from '../../shared/words/page/language.ts';

/** Words that people wrote, in the page's language or the nearest there is, which then says which it is. */
export const Said = ({ text, language }: { text: Text; language: PageLanguage }) => {
  const shown = inLanguage(text, language);
  const [tag = language] = Object.entries(text).find(([, words]) => words === shown) ?? [];
  return text[language] === shown ? (
    <>{shown}</>
  ) : (
    <span lang={tag} dir="auto">
      {shown}
    </span>
  );
};
