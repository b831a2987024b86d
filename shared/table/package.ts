import type { Instant } from '../domain/when.ts';
import type { Table } from './client.ts';
import { packageKey } from './key.ts';
import { markOf, putNew } from './mark.ts';
import { Raced, transact } from './transact.ts';

/** Which package: of a frozen version, with so many entries of the chain of signatures. */
export interface PackageOf {
  summit: string;
  declaration: string;
  version: string;
  count: number;
}

/** A package as it was built, and what it is called in the file store. */
export interface BuiltPackage extends PackageOf {
  file: string;
  size: number;
  sha256: string;
  at: Instant;
}

/** The package as it was built; undefined where it was not yet. */
export const findPackage = async (
  table: Table,
  { summit, declaration, version, count }: PackageOf,
): Promise<BuiltPackage | undefined> => {
  const item = await table.get(packageKey(summit, declaration, version, count));
  return item && (item.package as BuiltPackage);
};

/** Notes that a package is built. The first that is noted stays; whoever comes later is answered that one. Errors: `unavailable`. */
export const notePackage = async (table: Table, built: BuiltPackage): Promise<BuiltPackage> => {
  const { summit, declaration, version, count } = built;
  const request = table.pace.token();
  const item = markOf(packageKey(summit, declaration, version, count), 'package', request, { package: built });
  try {
    await transact(table, [putNew(table, item)], request);
    return built;
  } catch (error) {
    const first = error instanceof Raced ? await findPackage(table, built) : undefined;
    if (!first) throw error;
    return first;
  }
};
