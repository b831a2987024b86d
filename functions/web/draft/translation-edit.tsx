import { notFound } from '../../../shared/domain/error.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import type { Form } from '../../../shared/http/form.ts';
import { readOwn, send } from '../contract.ts';
import { Choices, Field, type Shown } from '../field.tsx';
import type { DeedForm } from './deed.tsx';
import { nameAt } from './paragraph.tsx';
import { namedIn, type Room } from './room.ts';
import { languageHere, type Pair, pairsIn, Since } from './translation.tsx';

interface About {
  language: string;
  pair: Pair;
  wording: string;
  tag: string;
}

const pathOf = ({ record }: Room, { pair, language }: Pick<About, 'pair' | 'language'>): string =>
  `${record}/paragraphs/${pair.paragraph.slug}/translations/${language.toLowerCase()}`;

const aboutHere = async (room: Room): Promise<About> => {
  const language = languageHere(room);
  const pair = (await pairsIn(room, language)).find((one) => one.paragraph.slug === namedIn(room, 'paragraph'));
  if (!pair) throw notFound('paragraph');
  const { record, tag } = await readOwn<{ wording: string }>(room.asked, pathOf(room, { pair, language }));
  return { language, pair, wording: record.wording, tag };
};

const begun = ({ pair: { translation, state }, wording }: About): Record<string, string> => ({
  wording,
  heading: translation?.heading ?? '',
  addressees: (translation?.addressees ?? []).map((one) => one ?? '').join('\n'),
  text: translation?.text ?? '',
  ...Object.fromEntries(
    (translation?.points ?? []).flatMap(({ id, text, addressees }) => [
      [`points.${id}`, text ?? ''],
      [`to.${id}`, addressees.map((one) => one ?? '').join('\n')],
    ]),
  ),
  ...Object.fromEntries((translation?.footnotes ?? []).map(({ id, text }) => [`footnotes.${id}`, text])),
  state: state === 'reviewed' ? 'reviewed' : 'draft',
});

const Original = ({ text, language }: { text: Text; language: string }) => (
  <p class="text" lang={language} dir="auto">
    {inLanguage(text, language)}
  </p>
);

const Fields = ({ room, about, shown }: { room: Room; about: About; shown: Shown }) => {
  const { words, declaration } = room;
  const { language, pair } = about;
  const { paragraph } = pair;
  const given = { shown, language, optional: true };
  const pairWith = (text: Text | undefined, name: string, label: string, isLine = false) =>
    text ? (
      <div class="compare">
        <Original text={text} language={declaration.language} />
        <Field name={name} label={label} {...given} long={!isLine} />
      </div>
    ) : null;
  const lines = (all: readonly Text[], name: string) =>
    pairWith(
      all.length > 0
        ? { [declaration.language]: all.map((one) => inLanguage(one, declaration.language)).join('; ') }
        : undefined,
      name,
      words.translation.addressees,
    );
  return (
    <>
      <input type="hidden" name="wording" value={shown.typed.wording ?? about.wording} />
      {pairWith(paragraph.heading, 'heading', words.paragraph.heading, true)}
      {lines(paragraph.addressees, 'addressees')}
      {pairWith(paragraph.text, 'text', words.paragraph.text)}
      {paragraph.points.map((point) => (
        <>
          {pairWith(point.text, `points.${point.id}`, `${words.paragraph.point} ${point.id}`)}
          {lines(point.addressees, `to.${point.id}`)}
        </>
      ))}
      {(paragraph.footnotes ?? []).map((note) =>
        pairWith(note.text, `footnotes.${note.id}`, `${words.paragraph.footnote} ${note.id}`),
      )}
      <Choices
        name="state"
        legend={words.translation.far}
        options={[
          ['draft', words.states.translation.draft],
          ['reviewed', words.states.translation.reviewed],
        ]}
        shown={shown}
      />
    </>
  );
};

const linesOf = (words: string | undefined): (string | null)[] =>
  (words ?? '').trim() === '' ? [] : (words ?? '').split('\n').map((one) => one.trim() || null);

const bodyFrom = (form: Form, { pair: { paragraph } }: About) => ({
  heading: form.heading?.trim() ? form.heading : null,
  text: form.text?.trim() ? form.text : null,
  addressees: linesOf(form.addressees),
  points: paragraph.points.flatMap(({ id }) => {
    const text = form[`points.${id}`];
    const addressees = linesOf(form[`to.${id}`]);
    return text?.trim() || addressees.length > 0 ? [{ id, ...(text?.trim() ? { text } : {}), addressees }] : [];
  }),
  footnotes: (paragraph.footnotes ?? []).flatMap(({ id }) => {
    const text = form[`footnotes.${id}`];
    return text?.trim() ? [{ id, text }] : [];
  }),
  state: form.state || undefined,
  // Of the words that were shown beside it: should those change meanwhile, it is stale at once.
  wording: form.wording || undefined,
});

/** Translates a paragraph into a language; nobody else's words are touched. */
export const translateForm: DeedForm<About> = {
  path: '/translations/{language}/{paragraph}',
  may: 'text:translate',
  part: 'translations',
  read: aboutHere,
  title: (room, { language, pair }) =>
    fill(room.words.translation.one, {
      language: languageName(room.asked.language, language),
      name: nameAt(room, pair.paragraph.slug),
    }),
  lead: (room, { pair }) => <Since room={room} pair={pair} />,
  begins: (_, about) => begun(about),
  tag: (_, { tag }) => tag,
  fields: (room, about, shown) => <Fields room={room} about={about} shown={shown} />,
  button: ({ words }) => words.save,
  send: async (room, form, sent, about) => {
    await send(room.asked, { method: 'PATCH', path: pathOf(room, about), body: bodyFrom(form, about), ...sent });
    return `/translations/${about.language.toLowerCase()}?done=saved#${about.pair.paragraph.slug}`;
  },
};
