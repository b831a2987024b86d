import type { Numbered } from '../../../shared/domain/paragraph.ts';
import type { Spoken } from '../../../shared/domain/translation.ts';
import { adviceOn, advised, endingOf, type Worded } from '../../../shared/words/advice.ts';
import { fill, formLanguageOf, wordsIn } from '../../../shared/words/dictionary.ts';
import type { Room } from './room.ts';

const wordedAs = ({ declaration, paragraphs }: Room, one: Numbered<Spoken>): Worded => {
  const { language: tag, form } = declaration;
  return {
    form,
    language: formLanguageOf(tag),
    part: one.part,
    opening: one.opening,
    hasAddressees: one.addressees.length > 0,
    text: one.text?.[tag],
    points: one.points.map(({ text }) => text[tag] ?? ''),
    isLast: paragraphs.findLast(({ part }) => part === 'operative')?.slug === one.slug,
  };
};

/** How the United Nations would word it, beside a paragraph. */
export const Advice = ({ room, paragraph }: { room: Room; paragraph: Numbered<Spoken> }) => {
  const { words } = room;
  const found = adviceOn(wordedAs(room, paragraph));
  return found.length === 0 ? null : (
    <div class="note quiet">
      <p class="minor">{words.advice.title}</p>
      <ul class="minor">
        {found.map((one) => (
          <li>
            {one.point === undefined ? null : `${fill(words.advice.point, { number: one.point + 1 })} `}
            {advised(one, words.advice.kinds)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** With which word a paragraph opens and in which mark it ends, said where it is written. */
export const Printing = ({ room, paragraph }: { room: Room; paragraph: Numbered<Spoken> }) => {
  const worded = wordedAs(room, paragraph);
  const opening = worded.opening && wordsIn(worded.language).openings[worded.form][worded.opening].words;
  return (
    <p class="hint">
      {fill(opening ? room.words.advice.prints : room.words.advice.ends, {
        opening: opening ?? '',
        end: endingOf(worded).trim(),
      })}
    </p>
  );
};
