import type { Form } from '../../../shared/http/form.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { send } from '../contract.ts';
import { Field, type Shown } from '../field.tsx';
import type { DraftWords } from '../../../shared/words/workspace/draft.ts';
import { languageName } from '../../../shared/words/intl.ts';
import type { DeedForm } from './deed.tsx';

const pageLanguages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;

/** The languages that a head's title is asked for in: the authentic one, and those of the United Nations. */
const languagesOf = (authentic: string): string[] => [...new Set([authentic, ...pageLanguages])];

const textFrom = (form: Form, name: string, languages: readonly string[]): Record<string, string> | undefined => {
  const said = Object.fromEntries(
    languages.flatMap((tag) => (form[`${name}.${tag}`]?.trim() ? [[tag, form[`${name}.${tag}`] ?? '']] : [])),
  );
  return Object.keys(said).length > 0 ? said : undefined;
};

/** What a form says of whom a text addresses: one a line. */
export const linesIn = (form: Form, name: string): string[] =>
  (form[name] ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The title in the authentic language, and below it in the others. */
export const TextFields = ({
  name,
  label,
  authentic,
  shown,
  words,
  language,
  optional,
}: {
  name: string;
  label: string;
  authentic: string;
  shown: Shown;
  words: DraftWords;
  language: string;
  optional?: boolean;
}) => {
  const [first = authentic, ...others] = languagesOf(authentic);
  const labelled = (tag: string): string => `${label} (${languageName(language, tag)})`;
  return (
    <>
      <Field
        name={`${name}.${first}`}
        label={labelled(first)}
        shown={shown}
        language={first}
        {...(optional ? { optional } : {})}
      />
      <details class="more">
        <summary>{`${label}: ${words.otherLanguages}`}</summary>
        {others.map((tag) => (
          <Field name={`${name}.${tag}`} label={labelled(tag)} shown={shown} language={tag} optional />
        ))}
      </details>
    </>
  );
};

/** Who speaks and to whom, under which title: translations of it may come at any time. */
export const headForm: DeedForm<undefined> = {
  path: '/head',
  may: 'declaration:change',
  part: 'text',
  read: () => undefined,
  title: ({ words }) => words.head.title,
  begins: ({ declaration }) => ({
    ...Object.fromEntries(Object.entries(declaration.title).map(([tag, said]) => [`title.${tag}`, said])),
    ...Object.fromEntries(Object.entries(declaration.organ ?? {}).map(([tag, said]) => [`organ.${tag}`, said])),
    addressedTo: declaration.addressedTo.join('\n'),
    ...(declaration.abstract ? { abstract: inLanguage(declaration.abstract, declaration.language) } : {}),
  }),
  tag: ({ tag }) => tag,
  fields: (room, _, shown) => {
    const { words, asked, declaration } = room;
    const given = { authentic: declaration.language, shown, words, language: asked.language };
    return (
      <>
        <TextFields name="title" label={words.head.name} {...given} />
        <TextFields name="organ" label={words.head.organ} {...given} optional />
        <Field
          name="addressedTo"
          label={words.head.addressedTo}
          hint={words.head.linesHint}
          shown={shown}
          long
          optional
        />
      </>
    );
  },
  button: ({ words }) => words.save,
  send: async ({ asked, record, declaration }, form, sent) => {
    const { title: before, organ: was, language } = declaration;
    const languages = [...new Set([...languagesOf(language), ...Object.keys(before), ...Object.keys(was ?? {})])];
    // A language that a form leaves empty is taken out.
    const merged = (old: Record<string, string>, now: Record<string, string> | undefined) =>
      now && { ...Object.fromEntries(Object.keys(old).map((tag) => [tag, null])), ...now };
    const body = {
      title: merged(before, textFrom(form, 'title', languages)) ?? null,
      organ: merged(was ?? {}, textFrom(form, 'organ', languages)) ?? null,
      addressedTo: linesIn(form, 'addressedTo'),
    };
    await send(asked, { method: 'PATCH', path: record, body, ...sent });
    return '?done=saved';
  },
};
