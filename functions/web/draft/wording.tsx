import type { Form as TextForm } from '../../../shared/domain/declaration.ts';
import { openings, type Numbered, type Paragraph } from '../../../shared/domain/paragraph.ts';
import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import type { Spoken } from '../../../shared/domain/translation.ts';
import type { Form } from '../../../shared/http/form.ts';
import { formLanguageOf, wordsIn } from '../../../shared/words/dictionary.ts';
import { Field, Select, type Shown } from '../field.tsx';
import type { Room } from './room.ts';

// The words of a paragraph as a form has them, in the authentic language: lines for addressees, one more field for a new point and for a new footnote.

const linesOf = (words: string | undefined): string[] =>
  (words ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

// A name that the authentic language lacks stays in the one that it has.
const authentic = (text: Text, language: string): Text =>
  text[language] === undefined ? text : { [language]: text[language] };

const named = (lines: readonly string[], before: readonly Text[], language: string): Text[] =>
  lines.map((line) => {
    const known = before.find((one) => inLanguage(one, language) === line);
    return known ? authentic(known, language) : { [language]: line };
  });

const saidIn = (text: Text | undefined, language: string): string =>
  text?.[language] ?? (text ? inLanguage(text, language) : '');

type Words = Pick<Numbered<Spoken>, 'opening' | 'heading' | 'addressees' | 'text' | 'points' | 'footnotes' | 'theme'>;

/** How a form begins that says what a paragraph says. */
export const typedFrom = (paragraph: Words, language: string, prefix = ''): Record<string, string> => {
  const lines = (all: readonly Text[]): string => all.map((one) => inLanguage(one, language)).join('\n');
  const typed = {
    opening: paragraph.opening ?? '',
    heading: saidIn(paragraph.heading, language),
    addressees: lines(paragraph.addressees),
    text: saidIn(paragraph.text, language),
    theme: paragraph.theme ?? '',
    ...Object.fromEntries(
      paragraph.points.flatMap(({ id, text, addressees }, at) => [
        [`points.${at}.id`, id],
        [`points.${at}.text`, saidIn(text, language)],
        [`points.${at}.addressees`, lines(addressees)],
      ]),
    ),
    ...Object.fromEntries(
      (paragraph.footnotes ?? []).flatMap(({ id, text }, at) => [
        [`footnotes.${at}.id`, id],
        [`footnotes.${at}.text`, saidIn(text, language)],
      ]),
    ),
  };
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [`${prefix}${name}`, value]));
};

const most = 220;

const rows = (form: Form, name: string): number[] =>
  Array.from({ length: most }, (_, at) => at).filter((at) => form[`${name}.${at}.text`] !== undefined);

const blank = (value: string | undefined): string | undefined => (value?.trim() ? value : undefined);

/** What a form says that a paragraph is to say: as a body of the contract, without what is empty. */
export const wordingFrom = (
  form: Form,
  language: string,
  before: Pick<Paragraph, 'addressees' | 'points'> = { addressees: [], points: [] },
  prefix = '',
) => {
  const at = (name: string): string | undefined => blank(form[`${prefix}${name}`]);
  const said = (name: string): Text | undefined => {
    const words = at(name);
    return words === undefined ? undefined : { [language]: words };
  };
  const points = rows(form, `${prefix}points`).flatMap((index) => {
    const text = said(`points.${index}.text`);
    const id = at(`points.${index}.id`);
    const known = before.points.find((one) => one.id === id)?.addressees ?? [];
    return text
      ? [{ ...(id ? { id } : {}), text, addressees: named(linesOf(at(`points.${index}.addressees`)), known, language) }]
      : [];
  });
  const footnotes = rows(form, `${prefix}footnotes`).flatMap((index) => {
    const text = said(`footnotes.${index}.text`);
    return text ? [{ id: at(`footnotes.${index}.id`) ?? '', text }] : [];
  });
  return {
    opening: at('opening'),
    heading: said('heading'),
    addressees: named(linesOf(at('addressees')), before.addressees, language),
    text: said('text'),
    points,
    footnotes,
  };
};

const openingsIn = (part: Paragraph['part'], room: Room): [string, string][] => {
  const words = wordsIn(formLanguageOf(room.declaration.language)).openings[room.declaration.form];
  return openings
    .filter((one) => (part === 'preamble') === (one === 'recalling' || one === 'taking-note-of'))
    .map((one) => [one, words[one].words]);
};

interface WordingProps {
  room: Room;
  shown: Shown;
  part: Paragraph['part'] | undefined;
  prefix?: string;
}

const isOptionalOpening = (form: TextForm): boolean => form !== 'resolution';

/** The word that a paragraph opens with. */
export const OpeningField = ({ room, shown, part, prefix = '' }: WordingProps) => {
  const { words, declaration } = room;
  const options =
    part === undefined ? [...openingsIn('preamble', room), ...openingsIn('operative', room)] : openingsIn(part, room);
  return part === 'annex' ? null : (
    <Select
      name={`${prefix}opening`}
      label={words.paragraph.opening}
      hint={words.paragraph.openingHint}
      none={isOptionalOpening(declaration.form) ? words.paragraph.noOpening : words.choose}
      options={options}
      shown={shown}
    />
  );
};

const indexes = ({ typed }: Shown, name: string): number[] => {
  const there = rows(typed, name);
  return [...there, (there.at(-1) ?? -1) + 1];
};

const Points = ({ room: { words, declaration }, shown, prefix = '' }: WordingProps) => (
  <fieldset>
    <legend class="small">{words.paragraph.points}</legend>
    {indexes(shown, `${prefix}points`).map((at, _, all) => (
      <div class="part">
        <input type="hidden" name={`${prefix}points.${at}.id`} value={shown.typed[`${prefix}points.${at}.id`] ?? ''} />
        <Field
          name={`${prefix}points.${at}.text`}
          label={`${words.paragraph.point} ${at + 1}${at === all.at(-1) ? ` (${words.paragraph.new})` : ''}`}
          shown={shown}
          language={declaration.language}
          long
          optional
        />
        <Field
          name={`${prefix}points.${at}.addressees`}
          label={words.paragraph.addressees}
          shown={shown}
          language={declaration.language}
          long
          optional
        />
      </div>
    ))}
  </fieldset>
);

const Footnotes = ({ room: { words, declaration }, shown, prefix = '' }: WordingProps) => (
  <fieldset>
    <legend class="small">{words.paragraph.footnotes}</legend>
    <p class="hint">{words.paragraph.footnoteHint}</p>
    {indexes(shown, `${prefix}footnotes`).map((at) => (
      <div class="pairs">
        <Field name={`${prefix}footnotes.${at}.id`} label={words.paragraph.footnoteMark} shown={shown} optional />
        <Field
          name={`${prefix}footnotes.${at}.text`}
          label={words.paragraph.footnote}
          shown={shown}
          language={declaration.language}
          long
          optional
        />
      </div>
    ))}
  </fieldset>
);

/** The fields of what a paragraph says. */
export const WordingFields = (props: WordingProps) => {
  const { room, shown, prefix = '' } = props;
  const { words, declaration } = room;
  const { language } = declaration;
  return (
    <>
      <OpeningField {...props} />
      <Field
        name={`${prefix}addressees`}
        label={words.paragraph.addressees}
        hint={words.paragraph.addresseesHint}
        shown={shown}
        language={language}
        long
        optional
      />
      <Field
        name={`${prefix}text`}
        label={words.paragraph.text}
        hint={words.paragraph.textHint}
        shown={shown}
        language={language}
        long
        optional
      />
      <details
        class="more"
        open={
          Object.keys(shown.faults).length > 0 ||
          rows(shown.typed, `${prefix}points`).length > 0 ||
          rows(shown.typed, `${prefix}footnotes`).length > 0
        }
      >
        <summary>{words.paragraph.further}</summary>
        <Points {...props} />
        <Footnotes {...props} />
        <Field
          name={`${prefix}heading`}
          label={words.paragraph.heading}
          hint={words.paragraph.headingHint}
          shown={shown}
          language={language}
          optional
        />
      </details>
    </>
  );
};
