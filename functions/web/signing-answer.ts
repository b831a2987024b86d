import { DomainError, type FieldError } from '../../shared/domain/error.ts';
import type { FrozenText } from '../../shared/domain/frozen.ts';
import { Preparation } from '../../shared/domain/signing.ts';
import type { SigningQuestion } from '../../shared/domain/signing-question.ts';
import { limits } from '../../shared/domain/text.ts';
import { parsed } from '../../shared/http/body.ts';
import type { Form } from '../../shared/http/form.ts';
import { fill } from '../../shared/words/dictionary.ts';
import type { PageWords } from '../../shared/words/page/en.ts';
import type { Faults } from './field.tsx';

/** The text that would be signed, out of exactly what is hashed. */
export const frozenIn = ({ text }: Pick<SigningQuestion, 'text'>): FrozenText => JSON.parse(text.hashed) as FrozenText;

/** The fields of the office's form, in the order of the page, each with its limit and where it stands in a preparation. */
const texts = {
  signedBy: [limits.name, '/signedBy'],
  title: [limits.name, '/title'],
  decidedBy: [limits.name, '/mandate/decidedBy'],
  decidedOn: [10, '/mandate/decidedOn'],
  reservation: [limits.outcome, '/reservation'],
} as const;

const said = (form: Form, name: string): string => (form[name] ?? '').trim();

/** The field by which a reservation names a paragraph. */
export const aboutField = (id: string): string => `about-${id}`;

const about = (form: Form, question: SigningQuestion): string[] =>
  frozenIn(question)
    .paragraphs.map(({ id }) => id)
    .filter((id) => form[aboutField(id)] === 'yes');

/** What the form shows before anybody has typed: what was prepared before, if anything was. */
export const asPrepared = ({ prepared }: SigningQuestion): Form => {
  if (!prepared) return {};
  const { signedBy, title, mandate, reservation } = prepared;
  const named = (reservation?.paragraphs ?? []).map((id) => [aboutField(id), 'yes'] as const);
  return {
    signedBy,
    title,
    by: mandate.by,
    decidedBy: mandate.decidedBy ?? '',
    decidedOn: mandate.decidedOn ?? '',
    reservation: reservation?.text ?? '',
    ...Object.fromEntries(named),
  };
};

/** What a form of the office prepares. */
const draftIn = (
  form: Form,
  question: SigningQuestion,
  before: SigningQuestion['prepared'],
): Record<string, unknown> => {
  const [decidedBy, decidedOn, words] = ['decidedBy', 'decidedOn', 'reservation'].map((name) => said(form, name));
  // What the page does not ask for was said through the API, and stays.
  const { from, until, document } = before?.mandate ?? {};
  return {
    signedBy: said(form, 'signedBy'),
    title: said(form, 'title'),
    mandate: {
      by: form.by,
      ...(decidedBy ? { decidedBy } : {}),
      ...(decidedOn ? { decidedOn } : {}),
      ...(from && { from }),
      ...(until && { until }),
      ...(document && { document }),
    },
    ...(words ? { reservation: { text: words, paragraphs: about(form, question) } } : {}),
  };
};

/** What is missing in a form of the office. */
export const missingIn = (form: Form, question: SigningQuestion, { signing: { missing } }: PageWords): Faults => ({
  ...(said(form, 'signedBy') === '' ? { signedBy: missing.signedBy } : {}),
  ...(said(form, 'title') === '' ? { title: missing.title } : {}),
  ...(form.by === 'office' || form.by === 'delegation' ? {} : { by: missing.by }),
  ...(said(form, 'reservation') === '' && about(form, question).length > 0 ? { reservation: missing.reservation } : {}),
});

/** The preparation that a form without missing fields is. Errors: `invalid`. */
export const preparationIn = (form: Form, question: SigningQuestion): Preparation =>
  parsed(Preparation(), draftIn(form, question, question.prepared));

const fieldAt = (pointer: string): string => {
  const [found] = Object.entries(texts).find(([, [, at]]) => pointer.startsWith(at)) ?? [];
  return found ?? (pointer.startsWith('/mandate') ? 'by' : 'signedBy');
};

/** What the domain found wrong with a preparation, at the fields of the page. Throws what is no fault of a field. */
export const preparationFaults = (error: unknown, form: Form, { invitation }: PageWords): Faults => {
  if (!(error instanceof DomainError) || error.code !== 'invalid' || !error.errors) throw error;
  const worded = ({ pointer, detail }: FieldError): [string, string] => {
    const field = fieldAt(pointer);
    const limit = field in texts ? texts[field as keyof typeof texts][0] : Infinity;
    const isLong = Array.from(said(form, field)).length > limit;
    return [field, isLong ? fill(invitation.tooLong, { limit }) : fill(invitation.wrong, { detail })];
  };
  return Object.fromEntries(error.errors.map(worded));
};
