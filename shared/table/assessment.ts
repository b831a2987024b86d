import { Assessment } from '../domain/assessment.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { assessmentKey, collections } from './key.ts';

export const assessmentKind: Kind<Assessment> = {
  type: 'assessment',
  schema: 1,
  record: Assessment,
  key: ({ summit, declaration, slug }) => assessmentKey(summit, declaration, slug),
};

/** Errors: `not-found`. */
export const getAssessment = async (
  table: Table,
  summit: string,
  declaration: string,
  assessment: string,
): Promise<Assessment> =>
  (await findRecord(table, assessmentKind, assessmentKey(summit, declaration, assessment))) ?? absent('assessment');

/** Every assessment of a declaration, retracted ones too. */
export const allAssessments = async (table: Table, summit: string, declaration: string): Promise<Assessment[]> =>
  recordsOf(assessmentKind, await table.all(collections.assessmentsOf(summit, declaration)));

/** Those that begin with a name: one and what was made anew after it was retracted. */
export const assessmentsLike = async (
  table: Table,
  { summit, declaration, slug }: Assessment,
): Promise<Assessment[]> => {
  const { pk, sk } = assessmentKey(summit, declaration, slug);
  return recordsOf(assessmentKind, await table.all({ pk, prefix: sk }));
};
