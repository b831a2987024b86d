import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { wordsHere } from './here.ts';

/** Which language a text is shown in. */
export const shownAs = (text: Text, wanted: string): string => {
  const shown = inLanguage(text, wanted);
  return text[wanted] === undefined ? (Object.keys(text).find((tag) => text[tag] === shown) ?? wanted) : wanted;
};

/** Says which language a record is written in, where that is not the page's. */
export const WrittenIn = ({ asked, text }: { asked: Asked; text: Text }) => {
  const { language } = asked;
  const tag = shownAs(text, language);
  if (tag === language) return null;
  const names = { language: languageName(language, tag), wanted: languageName(language, language) };
  return <p class="minor">{fill(wordsHere(asked).writtenIn, names)}</p>;
};

/** What people wrote, in its paragraphs: the page's language or the nearest there is, which then says which it is. */
export const Paragraphs = ({ asked: { language }, text, lead }: { asked: Asked; text: Text; lead?: boolean }) => {
  const tag = shownAs(text, language);
  const foreign = tag === language ? {} : { lang: tag, dir: 'auto' as const };
  const parts = inLanguage(text, language)
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return (
    <>
      {parts.map((part, at) => (
        <p class={lead && at === 0 ? 'lead ink' : undefined} {...foreign}>
          {part}
        </p>
      ))}
    </>
  );
};
