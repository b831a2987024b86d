import { DomainError, type FieldError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { passed } from '../domain/lifecycle.ts';
import { draftOutcome, mayFileOutcome, type Outcome, type OutcomeDraft, reviseOutcome } from '../domain/outcome.ts';
import { mixed } from '../domain/rehearsal.ts';
import { insert, replace, unchanged } from '../table/item.ts';
import { getOrganizations } from '../table/organization.ts';
import { getOutcome, outcomeKind } from '../table/outcome.ts';
import { getSession, getWholeSession, sessionKind, type WholeSession } from '../table/session.ts';
import { noteChange, takeOutcomeNumber } from '../table/tally.ts';
import { Raced } from '../table/transact.ts';
import { bySlugs, instrumentsExist, pointedAt, printedAs, type Resolved, resolving, together } from './naming.ts';
import { type Deed, type House, madeFrom, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { discard } from './record.ts';

const writing = ({ table }: House, summit: string, session: string, outcome?: string): Permission => ({
  deed: 'outcome:write',
  of: { summit, session },
  knows: () => [
    ['session', getSession(table, summit, session)],
    ...(outcome ? [['outcome', getOutcome(table, summit, session, outcome)] as const] : []),
  ],
});

type Named = OutcomeDraft & Pick<Outcome, 'owner'>;

/** The fields of an outcome's draft that name something of another collection. */
export const outcomeNames = ['owner', 'clauses'] as const;
type OutcomeNames = Pick<OutcomeDraft, (typeof outcomeNames)[number]>;

const resolved = <D extends OutcomeNames>({ table }: House, draft: D): Promise<Resolved<D & Pick<Named, 'owner'>>> => {
  const { owner } = draft;
  const refs = owner ? [{ slug: owner.organization, pointer: '/owner/organization' }] : [];
  const named = async () => {
    const [organizations] = await together([
      getOrganizations(table, refs),
      instrumentsExist(
        table,
        draft.clauses.map(({ instrument }, at) => ({ slug: instrument, pointer: `/clauses/${at}/instrument` })),
      ),
    ]);
    return {
      draft: { ...draft, owner: owner && printedAs([owner], organizations)[0] },
      organizations: pointedAt(refs, organizations),
    };
  };
  return resolving(named(), { ...draft, owner: owner && bySlugs([owner])[0] });
};

/** What an outcome's draft names that is not there, each with its pointer. */
export const unknownToOutcome = async (house: House, draft: OutcomeNames): Promise<readonly FieldError[]> =>
  (await resolved(house, draft)).missing;

const panelOf = ({ panel }: WholeSession): Set<string> => new Set(panel.map(({ slug }) => slug));

/** Drafts an outcome under the session's next number. Errors: `invalid`, `not-found`, `wrong-state`, `outcomes-full`. */
export const createOutcome = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  draft: OutcomeDraft,
): Promise<Outcome> => {
  const { table } = house;
  return perform(house, deed, {
    may: writing(house, summit, slug),
    read: () => together([getWholeSession(table, summit, slug), resolved(house, draft)]),
    decide: ([whole, { draft: named, organizations, missing }]) => {
      const number = whole.tally.lastOutcome + 1;
      const outcome = draftOutcome(whole.session, panelOf(whole), number, named, [
        ...missing,
        ...mixed(whole.session, organizations),
      ]);
      const writes = [
        // Whose number was taken takes the next one.
        insert(table, outcomeKind, outcome, deed.request, () => new Raced()),
        takeOutcomeNumber(table, whole.session, Number(outcome.slug), deed.request),
        unchanged(table, sessionKind, whole.session),
      ];
      return { writes, answer: outcome, at: outcomeKind.key(outcome) };
    },
    again: reading(house, outcomeKind),
  });
};

export const changeOutcome = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  number: string,
  patched: (outcome: Outcome) => OutcomeDraft,
): Promise<Outcome> => {
  const { table } = house;
  return perform(house, deed, {
    may: writing(house, summit, slug, number),
    read: () => Promise.all([getOutcome(table, summit, slug, number), getWholeSession(table, summit, slug)]),
    decide: async ([found, whole]) => {
      madeFrom(deed, found);
      const { draft, organizations, missing } = await resolved(house, patched(found));
      const faults = [...missing, ...mixed(whole.session, organizations)];
      const changed = reviseOutcome(found, whole.session, panelOf(whole), draft, faults);
      return {
        // The session, and whoever changes it from a reading of the whole, have to know which objectives and panelists are named.
        writes: [
          replace(table, outcomeKind, changed, deed.request, found),
          unchanged(table, sessionKind, whole.session),
          noteChange(table, whole.session, deed.request),
        ],
        answer: next(changed),
      };
    },
  });
};

/** Files an outcome: from then on it stays as it is. Errors: `wrong-state` while its session has not been held. */
export const passOutcome = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  number: string,
  to: { to: StateOf<'outcome'>; reason?: string | undefined },
): Promise<Outcome> => {
  const { table } = house;
  return perform(house, deed, {
    may: writing(house, summit, slug, number),
    read: () => Promise.all([getOutcome(table, summit, slug, number), getSession(table, summit, slug)]),
    decide: ([found, session]) => {
      const changed = passed('outcome', found, to.to, passageOf(deed, to.reason));
      mayFileOutcome(session);
      return {
        writes: [replace(table, outcomeKind, changed, deed.request, found), unchanged(table, sessionKind, session)],
        answer: next(changed),
        at: outcomeKind.key(changed),
      };
    },
    again: reading(house, outcomeKind),
  });
};

/** Removes an outcome that is still a draft; its number is not given again. Errors: `wrong-state`. */
export const removeOutcome = (house: House, deed: Deed, summit: string, slug: string, number: string): Promise<void> =>
  discard(house, deed, outcomeKind, {
    may: writing(house, summit, slug, number),
    read: () => getOutcome(house.table, summit, slug, number),
    record: (found) => found,
    judge: (found) => {
      if (found.state === 'filed')
        throw new DomainError('wrong-state', 'The outcome is filed and stays: declarations may cite it.', {
          also: { state: found.state },
        });
    },
  });
