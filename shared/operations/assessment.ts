import { may, nameOf } from '../domain/access.ts';
import { afterRetracted, assess, type Assessment, type AssessmentDraft } from '../domain/assessment.ts';
import { DomainError } from '../domain/error.ts';
import { passed, type StateOf } from '../domain/lifecycle.ts';
import { dayOf } from '../domain/sign.ts';
import { assessmentKind, assessmentsLike, getAssessment } from '../table/assessment.ts';
import { getDeclaration, getWholeDeclaration } from '../table/declaration.ts';
import { insert, replace } from '../table/item.ts';
import { getSummit } from '../table/summit.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';

const assessing = ({ table }: House, summit: string, declaration: string): Permission => ({
  deed: 'assessment:write',
  of: { summit, declaration },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

const taken = ({ summit, declaration, slug }: Assessment): DomainError =>
  new DomainError(
    'already-recorded',
    'You have assessed this paragraph by this document already. Retract that assessment to say something else.',
    { conflictsWith: `/api/v1/summits/${summit}/declarations/${declaration}/assessments/${slug}` },
  );

/**
 * Records what an assessor finds. Errors: `invalid`, `not-found`, `not-frozen`, `not-checkable`, `already-recorded` by the same assessor for the
 * same paragraph, addressee and document.
 */
export const recordAssessment = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  draft: AssessmentDraft,
): Promise<Assessment> =>
  perform(house, deed, {
    may: assessing(house, summit, declaration),
    read: () => Promise.all([getWholeDeclaration(house.table, summit, declaration), getSummit(house.table, summit)]),
    decide: async ([whole, { zone }]) => {
      const first = assess(whole, draft, { on: dayOf(deed.at, zone ?? 'UTC'), enteredBy: nameOf(deed.caller) });
      const earlier = await assessmentsLike(house.table, first);
      const standing = earlier.find(({ state }) => state === 'recorded');
      if (standing) throw taken(standing);
      const made = afterRetracted(first, earlier);
      return {
        writes: [insert(house.table, assessmentKind, made, deed.request, () => taken(made))],
        answer: made,
        at: assessmentKind.key(made),
      };
    },
    again: reading(house, assessmentKind),
  });

/** Retracts an assessment: whoever made it, or an organizer. Errors: `not-found`, `wrong-state`, `forbidden`. */
export const passAssessment = (
  house: House,
  deed: Deed,
  { summit, declaration, assessment }: { summit: string; declaration: string; assessment: string },
  { to, reason }: { to: StateOf<'assessment'>; reason?: string | undefined },
): Promise<Assessment> =>
  perform(house, deed, {
    may: assessing(house, summit, declaration),
    read: () => getAssessment(house.table, summit, declaration, assessment),
    decide: (found) => {
      if (found.enteredBy !== nameOf(deed.caller) && !may(deed.caller, 'delivery:write', { summit, declaration }))
        throw new DomainError('forbidden', 'Only who made an assessment, or an organizer, takes it back.');
      const after = passed('assessment', found, to, passageOf(deed, reason));
      return {
        writes: [replace(house.table, assessmentKind, after, deed.request, found)],
        answer: next(after),
        at: assessmentKind.key(after),
      };
    },
    again: reading(house, assessmentKind),
  });
