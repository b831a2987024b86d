import { Claim } from '../domain/claim.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { claimKey, type Collection, collections, declarationKey, type Key, organizationKey } from './key.ts';

/** What a claim can be about. */
export type Subject = { summit: string; declaration: string } | { organization: string };

const keyOf = (subject: Subject): Key =>
  'organization' in subject
    ? organizationKey(subject.organization)
    : declarationKey(subject.summit, subject.declaration);

/** Where the claims about a subject stand: beside it. */
export const claimsAbout = (subject: Subject): Collection => collections.claimsAbout(keyOf(subject));

export const claimKind = (subject: Subject): Kind<Claim> => ({
  type: 'claim',
  // 2: a claim may be bound to a count, and name its paragraph.
  schema: 2,
  record: Claim,
  key: ({ slug }) => claimKey(keyOf(subject), slug),
});

/** Errors: `not-found`. */
export const getClaim = async (table: Table, subject: Subject, claim: string): Promise<Claim> =>
  (await findRecord(table, claimKind(subject), claimKey(keyOf(subject), claim))) ?? absent('claim');

/** Every claim about a subject, retracted ones too. */
export const allClaims = async (table: Table, subject: Subject): Promise<Claim[]> =>
  recordsOf(claimKind(subject), await table.all(claimsAbout(subject)));
