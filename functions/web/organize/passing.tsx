import { DomainError } from '../../../shared/domain/error.ts';
import { lifecycles, type Noun } from '../../../shared/domain/lifecycle.ts';
import { readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { Field, type Shown } from '../field.tsx';
import { Carried, carried, refusalWords } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { organizeWords } from './words.ts';

interface PassingProps {
  asked: Asked;
  noun: Noun;
  record: { state: string };
  /** Where the form is sent: below the language. */
  at: string;
  /** What each state is called, and what passing to it does. */
  states: Readonly<Record<string, { pass: string; does: string }>>;
  shown: Shown;
}

/** The states that a record can pass to, each with what that does. Where none follows, nothing stands there. */
export const Passing = ({ asked, noun, record, at, states, shown }: PassingProps) => {
  const next = (lifecycles[noun] as Readonly<Record<string, readonly string[]>>)[record.state] ?? [];
  const { passing } = organizeWords(asked);
  return (
    <>
      {next.map((to) => (
        <section class="part" aria-labelledby={`to-${to}`}>
          <h2 id={`to-${to}`}>{states[to]?.pass ?? to}</h2>
          <p>{states[to]?.does}</p>
          <form class="fields" method="post" action={`/${asked.language}${at}`}>
            <Carried asked={asked} />
            <input type="hidden" name="to" value={to} />
            <Field name={`reason-${to}`} label={passing.reason} optional shown={{ ...shown, now: undefined }} />
            <div class="row">
              <button class="button grave">{states[to]?.pass ?? to}</button>
            </div>
          </form>
        </section>
      ))}
    </>
  );
};

/** A deed was refused that has no fields of its own: the page that it was done from says why. */
export const withRefusal = (asked: Asked, page: Page, error: unknown): Page => {
  if (!(error instanceof DomainError)) throw error;
  if (['sign-in-required', 'bad-token', 'forbidden', 'not-found', 'unavailable'].includes(error.code)) throw error;
  return {
    ...page,
    title: fill(asked.words.withProblem, { title: page.title }),
    status: statusOf(error.code),
    done: undefined,
    body: (
      <>
        <div class="said bad" role="alert">
          {error.errors?.map(({ detail }) => detail).join(' ') ?? refusalWords(asked, error)}
        </div>
        {page.body}
      </>
    ),
  };
};

/** Passes a record to the state that its form names. Errors: those of the contract that are not about the passage. */
export const passed = async (
  asked: Asked,
  { path, back, again }: { path: string; back: string; again: () => Promise<Page> },
): Promise<Page | Response> => {
  const form = await readForm(asked.request);
  const { to = '' } = form;
  const reason = form[`reason-${to}`]?.trim() || undefined;
  try {
    await send(asked, { method: 'POST', path: `${path}/transitions`, body: { to, reason }, key: carried(form).key });
    return goTo(`${back}?done=passed`);
  } catch (error) {
    return withRefusal(asked, await again(), error);
  }
};
