import { nameOf } from '../domain/access.ts';
import { checkIn, type CheckIn, type CheckInDraft } from '../domain/check-in.ts';
import { type Commitment, type CommitmentDraft, passCommitment as passed, undertake } from '../domain/commitment.ts';
import type { Declaration } from '../domain/declaration.ts';
import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { dayOf } from '../domain/sign.ts';
import { toInstant } from '../domain/when.ts';
import type { Table } from '../table/client.ts';
import { checkInKind, commitmentKind, getCommitment } from '../table/commitment.ts';
import { getDeclaration, getWholeDeclaration } from '../table/declaration.ts';
import { insert, replace, unchanged } from '../table/item.ts';
import { getOrganizations } from '../table/organization.ts';
import { findOutcomes } from '../table/outcome.ts';
import { getSummit } from '../table/summit.ts';
import { named, printedAs, referred, together } from './naming.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import { mustKnow, type Permission } from './permission.ts';
import { create } from './record.ts';

interface Where {
  summit: string;
  declaration: string;
}

const knows = ({ table }: House, { summit, declaration }: Where): NonNullable<Permission['knows']> => {
  return () => [['declaration', getDeclaration(table, summit, declaration)]];
};

// Who speaks for an organization may undertake something for it, and yet know nothing of a text that is being drafted.
const getKnown = async ({ table }: House, { caller }: Deed, { summit, declaration }: Where): Promise<Declaration> => {
  const found = await getDeclaration(table, summit, declaration);
  mustKnow(caller, 'declaration', found);
  return found;
};

/** A commitment to a declaration that the caller knows of: without it, nothing is there. Errors: `not-found`. */
const getKnownCommitment = async (
  house: House,
  deed: Deed,
  of: Where & { commitment: string },
): Promise<Commitment> => {
  const [, found] = await together([
    getKnown(house, deed, of),
    getCommitment(house.table, of.summit, of.declaration, of.commitment),
  ]);
  return found;
};

const taken = ({ summit, declaration, slug }: Commitment): DomainError =>
  new DomainError('slug-taken', `There is already a commitment "${slug}". Choose another slug.`, {
    conflictsWith: `/api/v1/summits/${summit}/declarations/${declaration}/commitments/${slug}`,
  });

const takenBy = ({ summit, declaration, commitment, slug }: CheckIn): DomainError =>
  new DomainError('slug-taken', `There is already a check-in "${slug}". Choose another slug.`, {
    conflictsWith: `/api/v1/summits/${summit}/declarations/${declaration}/commitments/${commitment}/check-ins/${slug}`,
  });

const comesFrom = (table: Table, { summit, declaration }: Where, draft: CommitmentDraft) =>
  together([
    referred(
      draft.paragraph,
      async (slug) => {
        const { paragraphs } = await getWholeDeclaration(table, summit, declaration);
        return paragraphs.find((paragraph) => paragraph.slug === slug && !paragraph.gone);
      },
      '/paragraph',
      'paragraph',
    ),
    referred(
      draft.outcome,
      async (ref) => {
        const [session = '', outcome = ''] = ref.split('/');
        const filed = [...(await findOutcomes(table, summit, [{ session, outcome }])).values()];
        return filed.find(({ state }) => state === 'filed');
      },
      '/outcome',
      'outcome',
    ),
  ]);

/** Records what an organization undertakes: an organizer, or its own delegate. Errors: `invalid`, `not-found`, `slug-taken`. */
export const recordCommitment = (house: House, deed: Deed, of: Where, draft: CommitmentDraft): Promise<Commitment> => {
  const address = draft.slug ?? house.newId();
  return create(house, deed, commitmentKind, {
    may: {
      deed: 'commitment:write',
      of: { ...of, organization: draft.owner.organization },
      knows: knows(house, of),
    },
    read: () =>
      together([
        getKnown(house, deed, of),
        getOrganizations(house.table, [{ slug: draft.owner.organization, pointer: '/owner/organization' }]),
        comesFrom(house.table, of, draft),
      ]),
    decide: ([declaration, organizations]) => {
      const owner = named(organizations, draft.owner.organization);
      keptApart(declaration, [{ ...owner, pointer: '/owner/organization' }]);
      const [printed = { organization: owner.slug, printed: owner.slug }] = printedAs([draft.owner], organizations);
      return undertake(of, address, { ...draft, owner: printed });
    },
    taken,
  });
};

const ofOwner = (house: House, of: Where): Permission<Commitment> => ({
  deed: 'commitment:write',
  of: (found) => ({ ...of, organization: found?.owner.organization }),
  knows: knows(house, of),
});

/** Passes a commitment to what became of it. Errors: `not-found`, `wrong-state`, `invalid` where it is abandoned without a reason. */
export const passCommitment = (
  house: House,
  deed: Deed,
  { commitment, ...of }: Where & { commitment: string },
  { to, reason }: { to: StateOf<'commitment'>; reason?: string | undefined },
): Promise<Commitment> =>
  perform(house, deed, {
    may: ofOwner(house, of),
    read: () => getKnownCommitment(house, deed, { ...of, commitment }),
    decide: (found) => {
      const after = passed(found, to, passageOf(deed, reason));
      return {
        writes: [replace(house.table, commitmentKind, after, deed.request, found)],
        answer: next(after),
        at: commitmentKind.key(after),
      };
    },
    again: reading(house, commitmentKind),
  });

/** Checks in on an open commitment: what was said stays. Errors: `not-found`, `wrong-state`, `invalid`, `slug-taken`. */
export const recordCheckIn = (
  house: House,
  deed: Deed,
  { commitment, ...of }: Where & { commitment: string },
  draft: CheckInDraft,
): Promise<CheckIn> => {
  const address = draft.slug ?? house.newId();
  const may = ofOwner(house, of);
  return perform(house, deed, {
    may: {
      ...may,
      of: (found?: readonly [Commitment, unknown]) => ({ ...of, organization: found?.[0].owner.organization }),
    },
    read: () =>
      Promise.all([getKnownCommitment(house, deed, { ...of, commitment }), getSummit(house.table, of.summit)] as const),
    decide: ([found, { zone }]) => {
      const made = checkIn(found, address, draft, {
        today: dayOf(deed.at, zone ?? 'UTC'),
        recordedAt: toInstant(deed.at),
        enteredBy: nameOf(deed.caller),
      });
      return {
        writes: [
          unchanged(house.table, commitmentKind, found),
          insert(house.table, checkInKind, made, deed.request, () => takenBy(made)),
        ],
        answer: made,
        at: checkInKind.key(made),
      };
    },
    again: reading(house, checkInKind),
  });
};
