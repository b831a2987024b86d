import { getText } from '../../../shared/table/declaration.ts';
import { inOrder, type Paragraph } from '../../../shared/domain/paragraph.ts';
import {
  authenticWords,
  standingOf,
  type Standing,
  type Translation,
  wordingOf,
} from '../../../shared/domain/translation.ts';
import { compareWords } from '../../../shared/domain/words-compared.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { nameAt } from './paragraph.tsx';
import { namedIn, type Room } from './room.ts';
import { State } from './state.tsx';
import { Changed } from './version.tsx';

const unitedNations = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;

/** A paragraph beside its translation, with how that stands. */
export interface Pair {
  paragraph: Paragraph;
  translation: Translation | undefined;
  state: Standing['state'];
}

/** Every paragraph of the text beside its translation into a language: who is in the room reads them as they are drafted. */
export const pairsIn = async ({ asked, summit, declaration }: Room, language: string): Promise<Pair[]> => {
  const { paragraphs, translations } = await getText(asked.site.house.table, summit.slug, declaration.slug);
  const of = new Map(translations.filter((one) => one.language === language).map((one) => [one.paragraph, one]));
  return paragraphs
    .filter(({ gone }) => !gone)
    .toSorted(inOrder)
    .map((paragraph) => {
      const translation = of.get(paragraph.slug);
      const state = translation ? standingOf(translation, wordingOf(paragraph, declaration.language)) : 'missing';
      return { paragraph, translation, state };
    });
};

const isTheirs = ({ can }: Room, language: string): boolean => can('text:translate', { language });

/** The language that an address names; addresses are in lower case. */
export const languageHere = (room: Room): string => {
  const [tag] = Intl.getCanonicalLocales(namedIn(room, 'language'));
  return tag ?? '';
};

const translatorsOf = ({ caller }: Room): string[] =>
  caller.kind === 'account'
    ? caller.roles.flatMap(({ role, language }) => (role === 'translator' && language ? [language] : []))
    : [];

/** The languages of the text, and how far each is. */
export const translationsRoute = roomRoute('/translations', async (room) => {
  const { words, asked, at, paragraphs, declaration } = room;
  const there = paragraphs.flatMap(({ translations }) => translations.map(({ language }) => language));
  const languages = [...new Set([...there, ...translatorsOf(room), ...unitedNations])].filter(
    (one) => one !== declaration.language,
  );
  const counted = (language: string, state: string): number =>
    paragraphs.filter(({ translations }) =>
      translations.some((one) => one.language === language && one.state === state),
    ).length;
  return roomPage(room, 'translations', {
    title: words.translation.title,
    body: (
      <>
        <h1>{words.translation.title}</h1>
        <p class="lead">
          {fill(words.translation.lead, { language: languageName(asked.language, declaration.language) })}
        </p>
        <ul class="list apart">
          {languages.map((language) => {
            const [reviewed, draft, stale] = [
              counted(language, 'reviewed'),
              counted(language, 'draft'),
              counted(language, 'stale'),
            ];
            return (
              <li>
                <div class="stack close">
                  <a href={`${at}/translations/${language.toLowerCase()}`}>{languageName(asked.language, language)}</a>
                  <span class="minor">
                    {fill(words.translation.counted, {
                      reviewed,
                      draft,
                      stale,
                      missing: paragraphs.length - reviewed - draft - stale,
                    })}
                  </span>
                </div>
                {isTheirs(room, language) ? <span class="tag good">{words.translation.yours}</span> : null}
              </li>
            );
          })}
        </ul>
      </>
    ),
  });
});

/** What changed in the authentic words since a translation was made from them. */
export const Since = ({ room, pair: { paragraph, translation, state } }: { room: Room; pair: Pair }) => {
  const { words, declaration } = room;
  if (state !== 'stale') return null;
  const is = authenticWords(paragraph, declaration.language);
  const was = translation?.from && Object.fromEntries(translation.from.map(({ part, words: said }) => [part, said]));
  if (!was) return <p class="note">{words.translation.sinceUnknown}</p>;
  const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((part) => was[part] !== is[part]);
  return (
    <div class="note">
      <p class="minor">{words.translation.since}</p>
      {parts.map((part) => (
        <Changed
          runs={compareWords(was[part] ?? '', is[part] ?? '', declaration.language)}
          language={declaration.language}
        />
      ))}
    </div>
  );
};

const said = (parts: Readonly<Record<string, string>>): string[] => Object.values(parts);

const wordsOf = ({ heading, addressees, text, points, footnotes }: Translation): string[] =>
  [
    heading,
    ...addressees,
    text,
    ...points.flatMap((one) => [one.text, ...one.addressees]),
    ...footnotes.map((one) => one.text),
  ].filter((one) => typeof one === 'string');

const Side = ({ all, language }: { all: readonly string[]; language: string }) => (
  <div class="stack close" lang={language} dir="auto">
    {all.map((one) => (
      <p>{one}</p>
    ))}
  </div>
);

/** The authentic text and a translation side by side. */
export const sideBySideRoute = roomRoute('/translations/{language}', async (room) => {
  const { words, asked, at, declaration } = room;
  const language = languageHere(room);
  const pairs = await pairsIn(room, language);
  const name = languageName(asked.language, language);
  const title = fill(words.translation.into, { language: name });
  return roomPage(room, 'translations', {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <ol role="list" class="stack">
          {pairs.map((pair) => {
            const { paragraph, translation, state } = pair;
            return (
              <li id={paragraph.slug} class="card stack close">
                <p class="row close">
                  <span class="tag plain">{nameAt(room, paragraph.slug)}</span>
                  <State of="translation" state={state} words={words} />
                  {isTheirs(room, language) ? (
                    <a class="button small" href={`${at}/translations/${language.toLowerCase()}/${paragraph.slug}`}>
                      {state === 'missing' ? words.translation.write : words.edit}
                      <span class="unseen">: {nameAt(room, paragraph.slug)}</span>
                    </a>
                  ) : null}
                </p>
                <div class="compare">
                  <Side all={said(authenticWords(paragraph, declaration.language))} language={declaration.language} />
                  {translation ? (
                    <Side all={wordsOf(translation)} language={language} />
                  ) : (
                    <p class="gap">{words.states.translation.missing}</p>
                  )}
                </div>
                <Since room={room} pair={pair} />
              </li>
            );
          })}
        </ol>
      </>
    ),
  });
});
