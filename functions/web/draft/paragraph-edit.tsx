import { send } from '../contract.ts';
import { Field } from '../field.tsx';
import { Printing } from './advice.tsx';
import type { DeedForm } from './deed.tsx';
import { type About, nameOf, paragraphHere } from './paragraph.tsx';
import { fill } from '../../../shared/words/dictionary.ts';
import { typedFrom, WordingFields, wordingFrom } from './wording.tsx';

const orNull = <T,>(value: T | undefined): T | null => value ?? null;

/** Changes what a paragraph says: two people meet only where they touch the same one. */
export const editForm: DeedForm<About> = {
  path: '/paragraphs/{paragraph}/edit',
  may: 'text:write',
  part: 'text',
  read: paragraphHere,
  title: (room, { paragraph }) => fill(room.words.paragraph.edit, { name: nameOf(room, paragraph) }),
  lead: (room, { paragraph }) => <Printing room={room} paragraph={paragraph} />,
  begins: ({ declaration: { language } }, { paragraph }) => ({ ...typedFrom(paragraph, language), reason: '' }),
  tag: (_, { tag }) => tag,
  fields: (room, { paragraph }, shown) => (
    <>
      <WordingFields room={room} shown={shown} part={paragraph.part} />
      <Field
        name="theme"
        label={room.words.paragraph.theme}
        hint={room.words.paragraph.themeHint}
        shown={shown}
        optional
      />
      {paragraph.points.length > 0 ? (
        <Field name="reason" label={room.words.reason} hint={room.words.paragraph.pointGone} shown={shown} optional />
      ) : null}
    </>
  ),
  button: ({ words }) => words.save,
  send: async ({ asked, record, declaration: { language } }, form, sent, { paragraph }) => {
    const { opening, heading, text, ...rest } = wordingFrom(form, language, paragraph);
    const body = {
      ...rest,
      opening: orNull(opening),
      heading: orNull(heading),
      text: orNull(text),
      theme: orNull(form.theme || undefined),
      ...(form.reason ? { reason: form.reason } : {}),
    };
    await send(asked, { method: 'PATCH', path: `${record}/paragraphs/${paragraph.slug}`, body, ...sent });
    return `?done=saved#${paragraph.slug}`;
  },
};
