import { folded } from './slug.ts';

// What people call themselves is theirs. These are only known to be one word in several languages; every other word stands for itself.
const alike: readonly string[] = [
  'woman female f w femme feminin femenino mujer mulher feminino frau weiblich donna женщина женский امراه امرأة انثي 女 女性',
  'man male m homme masculin masculino hombre homem mann mannlich uomo мужчина мужской رجل ذكر 男 男性',
];

const groups = new Map<string, string>(
  alike.flatMap((words, at) => words.split(' ').map((word): [string, string] => [folded(word), `alike ${at}`])),
);

// Ways to say that one does not say.
const nothing = new Set(
  [
    '',
    'undisclosed',
    'not disclosed',
    'prefer not to say',
    'rather not say',
    'no answer',
    'not given',
    'unknown',
    'n a',
  ].map(folded),
);

/** How many have to have declared before a judgement is made that says nothing of one of them. */
export const fewestDeclared = 3;

/**
 * Whether at most so many percent of those who declared a gender declared the same, as near as their number allows. Who says nothing never counts
 * against a panel, and nothing of the counts leaves here.
 */
export const balanceOf = (declared: readonly string[], most: number): 'too-few' | 'kept' | 'broken' => {
  const words = declared.map(folded).filter((word) => !nothing.has(word));
  if (words.length < fewestDeclared) return 'too-few';
  const counts = new Map<string, number>();
  for (const word of words) {
    const group = groups.get(word) ?? word;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  // Of three people two are alike at best, whatever is asked for.
  const allowed = Math.max(Math.floor((words.length * most) / 100), Math.ceil(words.length / 2));
  return Math.max(...counts.values()) <= allowed ? 'kept' : 'broken';
};
