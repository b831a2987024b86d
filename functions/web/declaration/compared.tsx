import type { ParagraphCompared, PartCompared } from '../../../shared/domain/text-compared.ts';
import { openings } from '../../../shared/domain/paragraph.ts';
import { fill, wordsIn } from '../../../shared/words/dictionary.ts';
import type { Asked } from '../page.ts';
import { type Place, textPage, wordsHere } from './here.ts';

/** What one version says and another does not. */
export interface Compared {
  from: string | null;
  to: string;
  language: string;
  paragraphs: ParagraphCompared[];
}

// A term of the form is kept by its name; a reader sees its words.
const wordsFor = (asked: Asked, pointer: string, words: string): string => {
  const opening = openings.find((one) => one === words);
  return pointer === '/opening' && opening ? wordsIn(asked.language).openings.resolution[opening].words : words;
};

const nameOf = (asked: Asked, pointer: string): string | undefined => {
  const { parts } = wordsHere(asked).compare;
  const [, first = ''] = pointer.split('/');
  if (pointer === '/text' || (first === 'points' && pointer.split('/').length === 3)) return undefined;
  return (parts as Partial<Record<string, string>>)[first];
};

const PartShown = ({ asked, language, part }: { asked: Asked; language: string; part: PartCompared }) => {
  // The order of points is their ids, which say nothing to a reader.
  if (part.pointer === '/points') return null;
  const name = nameOf(asked, part.pointer);
  return (
    <p>
      {name === undefined ? null : <span class="minor">{name}: </span>}
      <span lang={language} dir="auto">
        {part.runs.map(({ kind, words }) => {
          const said = wordsFor(asked, part.pointer, words);
          if (kind === 'kept') return said;
          return kind === 'inserted' ? <ins>{said}</ins> : <del>{said}</del>;
        })}
      </span>
    </p>
  );
};

const changeTags = { inserted: 'good', removed: 'bad', changed: 'warn', kept: 'idle' } as const;

/** What became of a paragraph from one version to another, word by word. */
export const ParagraphChange = ({
  asked,
  place,
  language,
  compared,
  isLinked = true,
}: {
  asked: Asked;
  place: Place;
  language: string;
  compared: ParagraphCompared;
  isLinked?: boolean;
}) => {
  const { compare: words, number: numbered, inPreamble } = wordsHere(asked);
  const { change, moved, number, parts, paragraph, splitFrom, mergedInto } = compared;
  const at = number.is ?? number.was;
  const label = at === null ? inPreamble : fill(numbered, { number: at });
  return (
    <div class="stack close" id={isLinked ? `change-${paragraph}` : undefined}>
      <p class="row close">
        {isLinked && change !== 'removed' ? (
          <a href={textPage(asked, place, 'paragraphs', paragraph)}>{label}</a>
        ) : (
          label
        )}
        {change === 'kept' ? null : <span class={`tag ${changeTags[change]}`}>{words[change]}</span>}
        {moved ? <span class="tag idle">{words.moved}</span> : null}
        {splitFrom ? <span class="minor">{words.split}</span> : null}
        {mergedInto === undefined ? null : <span class="minor">{words.merged}</span>}
        {number.was !== null && number.is !== null && number.was !== number.is ? (
          <span class="minor">{fill(words.renumbered, { was: number.was, is: number.is })}</span>
        ) : null}
      </p>
      {parts.map((part) => (
        <PartShown asked={asked} language={language} part={part} />
      ))}
    </div>
  );
};
