import type { Session } from '../../../shared/domain/session.ts';
import type { Text } from '../../../shared/domain/text.ts';
import type { Form } from '../../../shared/http/form.ts';
import type { WholeSession } from './planned.ts';
import { asChosen, chosenIn } from './picker.tsx';

// What a form says of a session, and the form that says what a session is: each the other's way back.

/** Languages that are offered to be ticked; others are typed by their tag. */
export const offered = ['en', 'fr', 'es', 'ar', 'zh', 'ru', 'pt', 'de', 'it', 'tr', 'hi', 'ja', 'ko', 'sw'] as const;

export type Tongues = 'spoken' | 'interpreted';
const isOffered = (tag: string): boolean => (offered as readonly string[]).includes(tag);

const textsOf = (field: string, text: Text | undefined): Form =>
  Object.fromEntries(Object.entries(text ?? {}).map(([tag, words]) => [`${field}.${tag}`, words]));

const tonguesOf = (how: Tongues, tags: readonly string[]): Form => ({
  ...Object.fromEntries(tags.filter(isOffered).map((tag) => [`languages.${how}.${tag}`, 'yes'])),
  [`languages.${how}.other`]: tags.filter((tag) => !isOffered(tag)).join(', '),
});

/** A session as its form shows it. */
export const typedOf = (session: Session | WholeSession): Form => ({
  reference: session.reference,
  ...textsOf('title', session.title),
  ...textsOf('summary', session.summary),
  ...Object.assign(
    {},
    ...session.objectives.map(({ id, text }, at) => ({
      [`objectives.${at}.id`]: id,
      ...textsOf(`objectives.${at}.text`, text),
    })),
  ),
  mode: session.mode ?? '',
  track: session.track ?? '',
  expected: session.expected === undefined ? '' : String(session.expected),
  ...tonguesOf('spoken', session.languages?.spoken ?? []),
  ...tonguesOf('interpreted', session.languages?.interpreted ?? []),
  ...asChosen('lead', session.lead),
  ...asChosen('partners', session.partners),
  ...Object.fromEntries(session.instruments.map((slug) => [`instruments.${slug}`, 'yes'])),
});

/** The languages that the texts of a form are in. */
export const languagesIn = (form: Form): string[] => [
  ...new Set(
    Object.keys(form).flatMap((name) => /^(?:title|summary|objectives\.\d+\.text)\.(.+)$/.exec(name)?.[1] ?? []),
  ),
];

const textIn = (form: Form, field: string): Text =>
  Object.fromEntries(
    Object.entries(form)
      .filter(([name, words]) => name.startsWith(`${field}.`) && words.trim() !== '')
      .map(([name, words]) => [name.slice(field.length + 1), words]),
  );

/** How many objectives a form has fields for. */
export const objectivesIn = (form: Form): number =>
  Object.keys(form).reduce((most, name) => Math.max(most, Number(/^objectives\.(\d+)\./.exec(name)?.[1] ?? -1) + 1), 0);

const objectiveIn = (form: Form, at: number) => {
  const id = form[`objectives.${at}.id`];
  return { ...(id ? { id } : {}), text: textIn(form, `objectives.${at}.text`) };
};

const tonguesIn = (form: Form, how: Tongues): string[] => [
  ...offered.filter((tag) => form[`languages.${how}.${tag}`]),
  ...(form[`languages.${how}.other`] ?? '').split(/[\s,;]+/).filter((tag) => tag !== ''),
];

/** Where each objective of the body stands in the form: those that were emptied are in no body. */
const objectivesKept = (form: Form): number[] =>
  Array.from({ length: objectivesIn(form) }, (_, at) => at).filter(
    (at) => Object.keys(textIn(form, `objectives.${at}.text`)).length > 0,
  );

const unless = <T>(value: T, isEmpty: boolean): T | null => (isEmpty ? null : value);

/** What a form says of a session, whole: what it leaves empty is gone. */
export const bodyOf = (form: Form) => {
  const summary = textIn(form, 'summary');
  return {
    title: textIn(form, 'title'),
    summary: unless(summary, Object.keys(summary).length === 0),
    objectives: objectivesKept(form).map((at) => objectiveIn(form, at)),
    mode: form.mode || null,
    track: form.track || null,
    expected: form.expected ? Number(form.expected) : null,
    languages: { spoken: tonguesIn(form, 'spoken'), interpreted: tonguesIn(form, 'interpreted') },
    lead: chosenIn(form, 'lead'),
    partners: chosenIn(form, 'partners'),
    instruments: Object.keys(form).flatMap((name) => /^instruments\.(.+)$/.exec(name)?.[1] ?? []),
  };
};

/** A new session says nothing of what it leaves empty. */
export const draftOf = (form: Form) => ({
  reference: form.reference ?? '',
  ...Object.fromEntries(Object.entries(bodyOf(form)).filter(([, value]) => value !== null)),
});

// A merge patch keeps what it does not name: a language that was emptied is named with nothing.
const emptied = (before: Text | undefined, after: Text | null): Record<string, string | null> | null =>
  after && { ...Object.fromEntries(Object.keys(before ?? {}).map((tag) => [tag, null])), ...after };

/** The change from a session to what a form says of it. */
export const changeOf = (form: Form, session: Session) => {
  const body = bodyOf(form);
  return {
    ...body,
    reference: form.reference ?? '',
    title: emptied(session.title, body.title),
    summary: emptied(session.summary, body.summary),
  };
};
