import type { Child } from 'hono/jsx';
import { DomainError, type FieldError, invalid } from '../../../shared/domain/error.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readOwn, send } from '../contract.ts';
import { FaultList, type Faults, type Shown, whole } from '../field.tsx';
import { Carried, carried, faultsFrom, isStale } from '../form.tsx';
import { type Asked, goTo, type Page, type Way } from '../page.ts';
import { type Part, partAt, workPage, workWords } from '../workspace.ts';
import { doneHere } from './done.ts';
import { asChange, type Typed } from './typed.ts';
import { organizeWords } from './words.ts';

/** A record as a form shows it and sends it. */
export interface Sheet<R> {
  /** What stands in the fields for a record. */
  typedOf: (record: R) => Typed;
  /** What is sent for what is typed. Errors: `invalid`, for what only a form can have wrong. */
  bodyOf: (typed: Typed) => object | Promise<object>;
  /** What is typed, put in order as it is sent. */
  tidied?: (typed: Typed) => Typed;
  /** The place in the form of what the contract points at, where that is another. */
  placed?: (pointer: string, typed: Typed) => string;
  /** Fields that a browser may leave out of what it sends, such as boxes. */
  boxes?: readonly string[];
  fields: (shown: Shown) => Child;
}

/** A page with the form of one record: one that there is, or one that is to be. */
export interface Editing<R> {
  summit: Summit;
  part: Part;
  title: string;
  /** Below the language. */
  at: string;
  /** In the contract: the record, or for a new one the list that it is to stand in. */
  path: string;
  /** Whether there is such a record yet. */
  isNew: boolean;
  sheet: Sheet<R>;
  /** What stands in the fields of a new one. */
  start?: Typed;
  lead?: Child;
  /** What stands between the title and the form. */
  above?: Child | ((record: R) => Child);
  /** What stands below the form, such as the states that it can pass to. */
  below?: (record: R, shown: Shown) => Child;
  crumbs?: readonly Way[];
  button?: string;
  /** Where it leads once it is saved. */
  after?: (record: R) => string;
}

/** How the form stands: what is in it, and what is wrong with it. */
interface Standing<R> {
  record?: R | undefined;
  typed: Typed;
  faults?: Faults;
  tag?: string | undefined;
  form?: Form;
  now?: Typed;
  status?: number;
}

const pageOf = <R,>(asked: Asked, editing: Editing<R>, standing: Standing<R>): Page => {
  const { summit, part, title, at, sheet, lead, above, below, crumbs, button } = editing;
  const { record, typed, faults = {}, tag, form, now, status } = standing;
  const shown: Shown = { typed, faults, words: asked.words, now };
  const isWrong = Object.keys(faults).length > 0;
  return workPage(asked, summit, part, {
    title: isWrong ? fill(asked.words.withProblem, { title }) : title,
    path: at,
    status,
    crumbs,
    done: isWrong ? undefined : doneHere(asked),
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
        {typeof above === 'function' ? (record === undefined ? null : above(record)) : above}
        <form class="fields" method="post" action={`/${asked.language}${at}`}>
          <Carried asked={asked} {...(form ? { form } : {})} tag={tag} />
          {sheet.fields(shown)}
          <div class="row">
            <button class="button chief">{button ?? workWords(asked).save}</button>
          </div>
        </form>
        {record === undefined || !below ? null : below(record, shown)}
      </>
    ),
  });
};

/** The form as it is opened. Errors: those of reading the record. */
export const openForm = async <R,>(asked: Asked, editing: Editing<R>): Promise<Page> => {
  if (editing.isNew) return pageOf(asked, editing, { typed: editing.start ?? {} });
  const { record, tag } = await readOwn<R>(asked, editing.path);
  return pageOf(asked, editing, { record, typed: editing.sheet.typedOf(record), tag });
};

/** What the contract says most often of a field, in the words of the page. */
const inWords = (asked: Asked, detail: string): string => {
  const { faults: w } = organizeWords(asked);
  if (detail === 'Give this field; it is needed.') return w.needed;
  if (detail === 'Give a number here.') return w.number;
  return detail.startsWith('Give the text in at least one language') ? w.text : detail;
};

/** A refusal, with what it points at as the form calls it, and in the words of the page. */
export const inPlace = (asked: Asked, error: unknown, placed = (pointer: string): string => pointer): unknown =>
  error instanceof DomainError && error.code === 'invalid'
    ? invalid(
        (error.errors ?? []).map(({ pointer, detail }): FieldError => ({
          pointer: placed(pointer),
          detail: inWords(asked, detail),
        })),
      )
    : error;

/** The fields of a sent form as they stand in it: it was read so that the first of a name counts, which turned them round. */
export const namesIn = (typed: Typed): string[] => Object.keys(typed).toReversed();

// What could not be written in time stays in its form, too, to be sent again.
const faultsOf = (asked: Asked, error: unknown, fields: readonly string[]): Faults =>
  error instanceof DomainError && error.code === 'unavailable'
    ? { [whole]: asked.words.problems.unavailable.text }
    : faultsFrom(asked, error, fields);

/** What a refused form shows: what was typed, and what is wrong with it. Errors: whatever is not the form's to say. */
const refused = async <R,>(
  asked: Asked,
  editing: Editing<R>,
  form: Form,
  typed: Typed,
  error: unknown,
): Promise<Page> => {
  const { sheet, isNew, path } = editing;
  const faults = faultsOf(
    asked,
    inPlace(asked, error, (pointer) => sheet.placed?.(pointer, typed) ?? pointer),
    [...namesIn(typed), ...(sheet.boxes ?? [])],
  );
  const status = error instanceof DomainError ? statusOf(error.code) : 422;
  if (isNew) return pageOf(asked, editing, { typed, faults, form, status });
  const { record, tag } = await readOwn<R>(asked, path);
  if (!isStale(error)) return pageOf(asked, editing, { record, typed, faults, form, tag: carried(form).tag, status });
  const said = { [whole]: workWords(asked).stale };
  return pageOf(asked, editing, { record, typed, faults: said, form, tag, now: sheet.typedOf(record), status });
};

/** What a form sends that carries more than fields. */
export const typedIn = (form: Form): Typed =>
  Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('_')));

/** The form as it was sent: it is saved, or shown again with what was typed. Errors: whatever is not the form's to say. */
export const sentForm = async <R,>(asked: Asked, editing: Editing<R>): Promise<Page | Response> => {
  const { sheet, isNew, path, at, after, summit, part } = editing;
  const form = await readForm(asked.request);
  const typed = sheet.tidied?.(typedIn(form)) ?? typedIn(form);
  const { key, tag } = carried(form);
  try {
    const body = await sheet.bodyOf(typed);
    const { record } = isNew
      ? await send<R>(asked, { method: 'POST', path, body, key })
      : await send<R>(asked, { method: 'PATCH', path, body: asChange(body), tag });
    const back = after?.(record) ?? (isNew ? partAt(asked, summit.slug, part) : `/${asked.language}${at}`);
    return goTo(`${back}?done=${isNew ? 'added' : 'saved'}`);
  } catch (error) {
    return refused(asked, editing, form, typed, error);
  }
};
