import { notFound } from '../domain/error.ts';

/** For a record that has to be there: what `get` does where `find` answers undefined. Errors: `not-found`. */
export const absent = (what: string): never => {
  throw notFound(what);
};
