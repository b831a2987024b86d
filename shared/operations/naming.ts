import { DomainError, type FieldError, invalid, refuseAll } from '../domain/error.ts';
import { type Organization, printedName } from '../domain/organization.ts';
import type { NamedOrganization, OrganizationRef } from '../domain/record.ts';
import type { Pointed } from '../domain/rehearsal.ts';
import type { Table } from '../table/client.ts';
import { findInstruments } from '../table/instrument.ts';

/** References to organizations, each with its pointer in the draft. */
export const pointed = (field: string, refs: readonly OrganizationRef[]): { slug: string; pointer: string }[] =>
  refs.map(({ organization }, at) => ({ slug: organization, pointer: `/${field}/${at}/organization` }));

/** The organization of that slug among those that were looked up: a look-up that succeeds holds every one. */
export const named = (organizations: ReadonlyMap<string, Organization>, slug: string): Organization => {
  const found = organizations.get(slug);
  if (!found) throw new Error(`The organization ${slug} was not looked up.`);
  return found;
};

/** Those that were looked up, each with its pointer in the draft. */
export const pointedAt = (
  refs: readonly { slug: string; pointer: string }[],
  organizations: ReadonlyMap<string, Organization>,
): Pointed[] => refs.map(({ slug, pointer }) => ({ ...named(organizations, slug), pointer }));

/** The references with the name they are printed under: the given one, else the organization's name today. */
export const printedAs = (
  refs: readonly OrganizationRef[],
  organizations: ReadonlyMap<string, Organization>,
): NamedOrganization[] =>
  refs.map(({ organization, printed }) => ({
    organization,
    printed: printed ?? printedName(named(organizations, organization)),
  }));

/** Refuses names of instruments that there are none for. Errors: `invalid`, each with its pointer. */
export const instrumentsExist = async (
  table: Table,
  named: readonly { slug: string; pointer: string }[],
): Promise<void> => {
  const found = await findInstruments(
    table,
    named.map(({ slug }) => slug),
  );
  const errors: FieldError[] = named
    .filter(({ slug }) => !found.has(slug))
    .map(({ slug, pointer }) => ({
      pointer,
      detail: `There is no instrument "${slug}". List it first at /api/v1/instruments.`,
    }));
  refuseAll(errors);
};

/** Several look-ups of references at once; what is wrong with any of them is said together. */
export const together = async <T extends readonly unknown[]>(lookUps: {
  [K in keyof T]: Promise<T[K]>;
}): Promise<T> => {
  const results = await Promise.allSettled(lookUps);
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const fields = failed.flatMap((error) =>
    error instanceof Error && 'errors' in error && Array.isArray(error.errors) ? (error.errors as FieldError[]) : [],
  );
  const other = failed.find((error) => !(error instanceof Error && 'code' in error && error.code === 'invalid'));
  if (other) throw other;
  if (fields.length > 0) throw invalid(fields);
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
};

/** A draft with what it names. */
interface Found<D> {
  draft: D;
  /** The organizations, which have to be as invented or as real as where they are named. */
  organizations: readonly Pointed[];
}

/** A draft as far as what it names is known, and what it names that is not there. */
export interface Resolved<D> extends Found<D> {
  missing: readonly FieldError[];
}

/** Takes a look-up's missing names along, so that the domain says its own faults in the same refusal. `otherwise` stands in for the draft then. */
export const resolving = async <D>(lookUp: Promise<Found<D>>, otherwise: D): Promise<Resolved<D>> => {
  try {
    return { ...(await lookUp), missing: [] };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid')
      return { draft: otherwise, organizations: [], missing: error.errors ?? [] };
    throw error;
  }
};

/** References printed by their slugs: what stands in where one of them names nothing. */
export const bySlugs = (refs: readonly OrganizationRef[]): NamedOrganization[] =>
  refs.map(({ organization, printed }) => ({ organization, printed: printed ?? organization }));

/** A reference that may be left out: nothing, or what it names. Errors: `invalid` at the pointer. */
export const referred = async <R>(
  name: string | undefined,
  find: (name: string) => Promise<R | undefined>,
  pointer: string,
  what: string,
): Promise<R | undefined> => {
  if (name === undefined) return undefined;
  const found = await find(name);
  if (!found)
    throw invalid([{ pointer, detail: `There is no ${what} "${name}". Create it first, or leave the field out.` }]);
  return found;
};
