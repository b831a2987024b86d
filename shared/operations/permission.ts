import { type Caller, type DeedName, may, mayAsk, mayDo, view } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import type { Whereabouts } from '../domain/role.ts';

/** Records by their nouns, the outermost first: what somebody has to know of before a deed on it is forbidden to them. */
export type Known = readonly (readonly [noun: string, record: Promise<object>])[];

/** What a deed is on the page that says who may do what, and where it would be done. */
export interface Permission<F = unknown> {
  deed: DeedName;
  /** Undefined where reading failed: then the place is what the address says. */
  of?: Whereabouts | ((found: F | undefined) => Whereabouts);
  /** Left out where everything that the deed is about is public. */
  knows?: () => Known;
}

/** Refuses as if nothing were there what the caller may not know of, also where the page gives them the deed. Errors: `not-found`. */
export const mustKnow = (caller: Caller, noun: string, record: object): void => {
  if (!view(caller, noun, record)) throw notFound(noun);
};

/** Refuses as if nothing were there what the caller may not know of. The same is read whether it is there or not. Errors: `not-found`. */
export const mayKnow = async (caller: Caller, known: Known): Promise<void> => {
  const found = await Promise.allSettled(known.map(([, record]) => record));
  for (const [at, result] of found.entries()) {
    if (result.status === 'rejected') throw result.reason;
    mustKnow(caller, known[at]?.[0] ?? '', result.value);
  }
};

/**
 * Judges a deed by the page. Who may not do it is refused as if nothing were there where they may not know of it.
 * Errors: `sign-in-required`, `not-found`, `forbidden`.
 */
export const permit = async <F>(
  caller: Caller,
  { deed, of = {}, knows }: Permission<F>,
  found: F | undefined,
): Promise<void> => {
  const place = typeof of === 'function' ? of(found) : of;
  if (may(caller, deed, place)) return;
  mayAsk(caller, deed);
  if (knows) await mayKnow(caller, knows());
  mayDo(caller, deed, place);
};
