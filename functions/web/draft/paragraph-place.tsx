import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { Field, Select, type Shown } from '../field.tsx';
import type { DeedForm } from './deed.tsx';
import { type About, nameOf, paragraphHere, paragraphOptions } from './paragraph.tsx';
import { queried, type Room } from './room.ts';
import { typedFrom, WordingFields, wordingFrom } from './wording.tsx';

const parts = ['preamble', 'operative', 'annex'] as const;

const PlaceFields = ({ room, shown, except }: { room: Room; shown: Shown; except?: string }) => {
  const { words } = room;
  return (
    <div class="pairs">
      <Select
        name="part"
        label={words.paragraph.part}
        options={parts.map((one) => [one, words.paragraph.parts[one]])}
        shown={shown}
        none={words.paragraph.asBeside}
      />
      <Select
        name="after"
        label={words.paragraph.after}
        options={paragraphOptions(room, ({ slug }) => slug !== except)}
        shown={shown}
        none={words.paragraph.atEnd}
      />
    </div>
  );
};

// Where it stands follows from what it stands behind; the part is needed only at an end.
const placeFrom = ({ after, before, part }: Readonly<Record<string, string>>): Record<string, string> => ({
  ...(after ? { after } : {}),
  ...(before ? { before } : {}),
  ...(part ? { part } : {}),
});

/** Puts a paragraph into the text that no outcome says; the drafters say why. */
export const insertForm: DeedForm<undefined> = {
  path: '/paragraphs/new',
  may: 'text:write',
  part: 'text',
  read: () => undefined,
  title: ({ words }) => words.paragraph.insert,
  lead: ({ words }) => <p class="lead">{words.paragraph.insertLead}</p>,
  begins: ({ asked }) => ({ after: queried(asked, 'after')[0] ?? '', part: '' }),
  fields: (room, _, shown) => (
    <>
      <PlaceFields room={room} shown={shown} />
      <WordingFields room={room} shown={shown} part={undefined} />
      <Field name="sources" label={room.words.paragraph.why} hint={room.words.paragraph.whyHint} shown={shown} />
    </>
  ),
  button: ({ words }) => words.paragraph.insert,
  send: async ({ asked, record, declaration: { language } }, form, { key }) => {
    const body = {
      ...wordingFrom(form, language),
      ...placeFrom(form),
      sources: form.sources?.trim() ? [{ kind: 'drafters', reason: form.sources }] : [],
    };
    const { record: made } = await send<{ slug: string }>(asked, {
      method: 'POST',
      path: `${record}/paragraphs`,
      body,
      key,
    });
    return `?done=inserted#${made.slug}`;
  },
};

/** Moves a paragraph up, down, or to any place. */
export const moveForm: DeedForm<About> = {
  path: '/paragraphs/{paragraph}/move',
  may: 'text:write',
  part: 'text',
  read: paragraphHere,
  title: (room, { paragraph }) => fill(room.words.paragraph.move, { name: nameOf(room, paragraph) }),
  begins: () => ({ after: '', part: '' }),
  tag: (_, { tag }) => tag,
  fields: (room, { paragraph }, shown) => <PlaceFields room={room} shown={shown} except={paragraph.slug} />,
  button: ({ words }) => words.paragraph.moveButton,
  send: async ({ asked, record }, form, sent, { paragraph }) => {
    await send(asked, {
      method: 'POST',
      path: `${record}/paragraphs/${paragraph.slug}/move`,
      body: placeFrom(form),
      ...sent,
    });
    return `#${paragraph.slug}`;
  },
};

/** Takes a paragraph out of the text; what it came from stands nowhere then, for the reason that is given. */
export const removeForm: DeedForm<About> = {
  path: '/paragraphs/{paragraph}/remove',
  may: 'text:write',
  part: 'text',
  read: paragraphHere,
  title: (room, { paragraph }) => fill(room.words.paragraph.remove, { name: nameOf(room, paragraph) }),
  lead: ({ words }) => <p class="lead">{words.paragraph.removeLead}</p>,
  begins: () => ({ reason: '' }),
  tag: (_, { tag }) => tag,
  fields: ({ words }, _, shown) => <Field name="reason" label={words.reason} shown={shown} />,
  button: ({ words }) => words.paragraph.removeButton,
  isGrave: true,
  send: async ({ asked, record }, form, sent, { paragraph }) => {
    const query = new URLSearchParams(form.reason ? { reason: form.reason } : {}).toString();
    await send(asked, { method: 'DELETE', path: `${record}/paragraphs/${paragraph.slug}?${query}`, ...sent });
    return '?done=removed';
  },
};

const two = ['parts.0.', 'parts.1.'] as const;

/** Splits a paragraph in two: the first keeps its id. */
export const splitForm: DeedForm<About> = {
  path: '/paragraphs/{paragraph}/split',
  may: 'text:write',
  part: 'text',
  read: paragraphHere,
  title: (room, { paragraph }) => fill(room.words.paragraph.split, { name: nameOf(room, paragraph) }),
  lead: ({ words }) => <p class="lead">{words.paragraph.splitLead}</p>,
  begins: ({ declaration: { language } }, { paragraph }) => ({
    ...typedFrom(paragraph, language, two[0]),
    ...typedFrom({ ...paragraph, text: undefined, points: [], footnotes: [], heading: undefined }, language, two[1]),
  }),
  tag: (_, { tag }) => tag,
  fields: (room, { paragraph }, shown) => (
    <div class="compare">
      {two.map((prefix, at) => (
        <fieldset>
          <legend>{at === 0 ? room.words.paragraph.first : room.words.paragraph.second}</legend>
          <WordingFields room={room} shown={shown} part={paragraph.part} prefix={prefix} />
        </fieldset>
      ))}
    </div>
  ),
  button: ({ words }) => words.paragraph.splitButton,
  send: async ({ asked, record, declaration: { language } }, form, sent, { paragraph }) => {
    const parts = two.map((prefix) => wordingFrom(form, language, paragraph, prefix));
    await send(asked, {
      method: 'POST',
      path: `${record}/paragraphs/${paragraph.slug}/split`,
      body: { parts },
      ...sent,
    });
    return `?done=split#${paragraph.slug}`;
  },
};

/** Merges the paragraph with others: what they come from, and their points, go with them. */
export const mergeForm: DeedForm<About> = {
  path: '/paragraphs/{paragraph}/merge',
  may: 'text:write',
  part: 'text',
  read: paragraphHere,
  title: (room, { paragraph }) => fill(room.words.paragraph.merge, { name: nameOf(room, paragraph) }),
  lead: ({ words }) => <p class="lead">{words.paragraph.mergeLead}</p>,
  begins: () => ({ with: '', text: '' }),
  tag: (_, { tag }) => tag,
  fields: (room, { paragraph }, shown) => (
    <>
      <Select
        name="with"
        label={room.words.paragraph.mergeWith}
        options={room.paragraphs
          .filter(({ slug, part }) => slug !== paragraph.slug && part === paragraph.part)
          .map((one) => [
            `${one.slug} ${one.version}`,
            paragraphOptions(room, ({ slug }) => slug === one.slug)[0]?.[1] ?? one.slug,
          ])}
        shown={shown}
        none={room.words.choose}
      />
      <Field
        name="text"
        label={room.words.paragraph.together}
        hint={room.words.paragraph.togetherHint}
        shown={shown}
        language={room.declaration.language}
        long
        optional
      />
    </>
  ),
  button: ({ words }) => words.paragraph.mergeButton,
  send: async (room, form, sent, { paragraph }) => {
    const { asked, record, declaration, paragraphs } = room;
    const [other = '', version = ''] = (form.with ?? '').split(' ');
    const found = paragraphs.find(({ slug }) => slug === other);
    const points = [...paragraph.points, ...(found?.points ?? [])];
    const footnotes = [...(paragraph.footnotes ?? []), ...(found?.footnotes ?? [])];
    const typed = typedFrom({ ...paragraph, points, footnotes, text: undefined }, declaration.language);
    const wording = form.text
      ? { wording: wordingFrom({ ...typed, text: form.text }, declaration.language, { ...paragraph, points }) }
      : {};
    const body = { with: other ? [{ paragraph: other, version: Number(version) }] : [], ...wording };
    await send(asked, { method: 'POST', path: `${record}/paragraphs/${paragraph.slug}/merge`, body, ...sent });
    return `?done=merged#${paragraph.slug}`;
  },
};
