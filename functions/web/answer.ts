import { type FieldError, DomainError } from '../../shared/domain/error.ts';
import { AnswerDraft } from '../../shared/domain/invitation.ts';
import type { Question } from '../../shared/domain/question.ts';
import { address } from '../../shared/domain/address.ts';
import { characterFault, inLanguage, limits } from '../../shared/domain/text.ts';
import { parsed } from '../../shared/http/body.ts';
import type { Form } from '../../shared/http/form.ts';
import { fill } from '../../shared/words/dictionary.ts';
import type { PageLanguage } from '../../shared/words/page/language.ts';
import type { PageWords } from '../../shared/words/page/en.ts';
import { givenUpIn } from './elsewhere.tsx';
import type { Faults } from './field.tsx';

/** The fields of text, in the order of the page, each with its limit and where it stands in an answer. */
const texts = {
  by: [limits.name, '/by/name'],
  printedName: [limits.name, '/corrections/printedName'],
  printedTitle: [limits.name, '/corrections/printedTitle'],
  biography: [limits.summary, '/corrections/biography'],
  reason: [limits.line, '/reason'],
  substituteName: [limits.name, '/substitute/name'],
  substituteTitle: [limits.name, '/substitute/title'],
  substituteEmail: [254, '/substitute/email'],
} as const;
type TextField = keyof typeof texts;

const said = (form: Form, name: string): string => (form[name] ?? '').trim();
const isEmail = (text: string): boolean => address().safeParse(text).success;

/** What the form shows before anybody has typed: what would be printed, and nobody's answer. */
export const asPrinted = ({ panelist, person }: Question, language: PageLanguage): Form => ({
  printedName: panelist.printedName,
  printedTitle: panelist.printedTitle ?? '',
  biography: person.biography ? inLanguage(person.biography, language) : '',
});

// A text without a fault in what is shown of the page: what is not shown for an answer is not judged, nor sent.
const read = (form: Form): TextField[] => {
  const confirming: TextField[] = ['printedName', 'printedTitle', 'biography'];
  const declining: TextField[] = ['reason', 'substituteName', 'substituteTitle', 'substituteEmail'];
  return ['by', ...(form.answer === 'confirm' ? confirming : form.answer ? declining : [])];
};

const wrongText = (form: Form, name: TextField, { invitation }: PageWords): string | undefined => {
  const text = said(form, name);
  const [limit] = texts[name];
  if (Array.from(text).length > limit) return fill(invitation.tooLong, { limit });
  return characterFault(text) === undefined ? undefined : invitation.characters;
};

const missing = (form: Form, question: Question, { missing }: PageWords['invitation']): Faults => {
  const isNamed = said(form, 'substituteName') !== '';
  const isHalf = !isNamed && (said(form, 'substituteTitle') !== '' || said(form, 'substituteEmail') !== '');
  return {
    ...(question.canAnswer.some((one) => one === form.answer) ? {} : { answer: missing.answer }),
    ...(form.as === 'bearer' || form.as === 'office' ? {} : { as: missing.as }),
    ...(said(form, 'by') === '' ? { by: missing.by } : {}),
    ...(form.answer === 'confirm' && said(form, 'printedName') === '' ? { printedName: missing.printedName } : {}),
    ...(form.answer !== 'confirm' && isHalf ? { substituteName: missing.substituteName } : {}),
  };
};

const order = ['answer', 'as', ...Object.keys(texts)];

/** What is wrong with a form, field by field in the order of the page. */
export const faultsIn = (form: Form, question: Question, words: PageWords): Faults => {
  const found: Record<string, string> = { ...missing(form, question, words.invitation) };
  for (const name of read(form)) {
    const wrong = wrongText(form, name, words);
    if (wrong) found[name] ??= wrong;
  }
  const email = said(form, 'substituteEmail');
  if (form.answer !== 'confirm' && email !== '' && !isEmail(email)) found.substituteEmail ??= words.invitation.email;
  return Object.fromEntries(order.flatMap((name) => (found[name] ? [[name, found[name]]] : [])));
};

const changed = (form: Form, question: Question, language: PageLanguage): Record<string, unknown> | undefined => {
  const before = asPrinted(question, language);
  const isOther = (name: TextField): boolean => said(form, name) !== '' && said(form, name) !== before[name]?.trim();
  // A name that is printed as the person is called is corrected in both places.
  const named = question.panelist.printedName === question.person.name ? 'name' : 'printedName';
  const corrections = {
    ...(isOther('printedName') ? { [named]: said(form, 'printedName') } : {}),
    ...(isOther('printedTitle') ? { printedTitle: said(form, 'printedTitle') } : {}),
    ...(isOther('biography') ? { biography: { [language]: said(form, 'biography') } } : {}),
  };
  return Object.keys(corrections).length > 0 ? corrections : undefined;
};

const substitute = (form: Form): Record<string, unknown> | undefined => {
  const [name, title, email] = (['substituteName', 'substituteTitle', 'substituteEmail'] as const).map((field) =>
    said(form, field),
  );
  return name ? { name, ...(title ? { title } : {}), ...(email ? { email } : {}) } : undefined;
};

/** The answer that a form without faults gives. Errors: `invalid`, where the domain is stricter than the form. */
export const answerIn = (form: Form, question: Question, language: PageLanguage): AnswerDraft => {
  const [corrections, other, reason] = [changed(form, question, language), substitute(form), said(form, 'reason')];
  return parsed(AnswerDraft(), {
    answer: form.answer,
    by: { name: said(form, 'by'), as: form.as },
    ...(form.answer === 'confirm'
      ? {
          consent: form.consent === 'yes',
          ...(corrections ? { corrections } : {}),
          insteadOf: givenUpIn(said(form, 'instead')),
        }
      : { ...(reason ? { reason } : {}), ...(other ? { substitute: other } : {}) }),
  });
};

const fieldAt = (pointer: string): string =>
  Object.entries(texts).find(([, [, at]]) => pointer.startsWith(at))?.[0] ??
  (pointer === '/corrections/name' ? 'printedName' : 'answer');

const worded = ({ pointer, detail }: FieldError, { invitation }: PageWords): [string, string] => [
  fieldAt(pointer),
  fill(invitation.wrong, { detail }),
];

/** What the domain found wrong with an answer, at the fields of the page. */
export const faultsOf = (error: unknown, words: PageWords): Faults => {
  if (!(error instanceof DomainError) || error.code !== 'invalid' || !error.errors) throw error;
  return Object.fromEntries(error.errors.map((fault) => worded(fault, words)));
};
