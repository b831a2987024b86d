import { DomainError } from '../../../shared/domain/error.ts';
import { momentIn } from '../../../shared/domain/moment.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import type { Form } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { type Faults, type Shown, whole } from '../field.tsx';
import { faultsFrom, isStale } from '../form.tsx';
import type { Asked, Page } from '../page.ts';
import { workWords } from '../workspace.ts';

/** Why a form was not done. */
export interface Refused {
  faults: Faults;
  error: DomainError;
  /** Somebody else changed the record meanwhile: the form is shown beside what stands there now. */
  isStale: boolean;
}

/** A page that answers a form which was not done. */
export const withProblem = ({ words }: Asked, page: Page, status: number): Page => ({
  ...page,
  status,
  path: undefined,
  done: undefined,
  title: fill(words.withProblem, { title: page.title }),
});

/** Does the deed of a form; when it is refused, shows the form again with what is wrong at its fields. Errors: those that are the whole page's to say. */
export const tried = async (
  asked: Asked,
  fields: readonly string[],
  deed: () => Promise<Response>,
  again: (refused: Refused) => Promise<Page>,
): Promise<Page | Response> => {
  try {
    return await deed();
  } catch (error) {
    const faults = isStale(error) ? { [whole]: workWords(asked).stale } : faultsFrom(asked, error, fields);
    if (!(error instanceof DomainError)) throw error;
    return withProblem(asked, await again({ faults, error, isStale: isStale(error) }), statusOf(error.code));
  }
};

/** What a form shows before anything is wrong with it. */
export const shownAs = ({ words }: Asked, typed: Form = {}, faults: Faults = {}, now?: Form): Shown => ({
  typed,
  faults,
  words,
  ...(now ? { now } : {}),
});

/** An hour that was typed by the clock on the wall, as an instant; what is no hour is left for the contract to refuse. */
export const instantOf = (typed: string | undefined, zone: string | undefined): string | undefined => {
  if (!typed) return undefined;
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed) ? momentIn(typed, zone ?? 'UTC', '') : undefined;
  return found && 'at' in found ? found.at : typed;
};
