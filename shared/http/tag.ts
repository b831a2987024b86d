import { digest } from '../domain/digest.ts';
import { DomainError } from '../domain/error.ts';

/** The ETag of a representation: its record's version, and the digest of its bytes. */
export const tagOf = (version: number, bytes: string): string => `"${version}-${digest(bytes).slice(0, 16)}"`;

/**
 * The version that If-Match names: the part before the dash, with or without the weak mark, because an edge that compresses weakens tags.
 * Undefined without the header. Errors: `stale` for a tag that no record here ever had.
 */
export const versionIn = (ifMatch: string | undefined): number | '*' | undefined => {
  if (ifMatch === undefined) return undefined;
  if (ifMatch.trim() === '*') return '*';
  const [, version] = /^(?:W\/)?"(\d{1,15})(?:-[0-9a-f]*)?"$/.exec(ifMatch.trim()) ?? [];
  if (version === undefined)
    throw new DomainError(
      'stale',
      'If-Match does not hold an ETag of this record. Read the record and send the ETag it comes with.',
    );
  return Number(version);
};

/** Whether If-None-Match holds this tag: compared as a whole, but for the weak mark (RFC 9110, 13.1.2). */
export const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === tag);
