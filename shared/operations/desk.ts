import { type Desk, type DeskDraft, openDesk, reviseDesk } from '../domain/desk.ts';
import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { changeQuota, deskKind, getDesk, insertCount } from '../table/desk.ts';
import { unchanged } from '../table/item.ts';
import { getOrganizations } from '../table/organization.ts';
import { findSession, sessionKind } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { noteChange } from '../table/tally.ts';
import { named, referred, together } from './naming.ts';
import type { Deed, House } from './perform.ts';
import type { Permission } from './permission.ts';
import { change, create, itself, pass } from './record.ts';

const writing = ({ table }: House, summit: string, desk: string): Permission => ({
  deed: 'desk:write',
  of: { summit },
  knows: () => [['desk', getDesk(table, summit, desk)]],
});

const taken = ({ summit, slug }: Desk): DomainError =>
  new DomainError('slug-taken', `The summit already has a desk "${slug}". Change that one, or choose another slug.`, {
    conflictsWith: `/api/v1/summits/${summit}/desks/${slug}`,
  });

const networkOf = ({ organization }: DeskDraft) => ({ slug: organization, pointer: '/organization' });

/** Opens a desk for a network. Errors: `invalid`, `not-found` of the summit, `slug-taken`. */
export const createDesk = (house: House, deed: Deed, summit: string, draft: DeskDraft): Promise<Desk> => {
  const { table } = house;
  return create(house, deed, deskKind, {
    may: { deed: 'desk:write', of: { summit } },
    read: () =>
      together([
        getSummit(table, summit),
        getOrganizations(table, [networkOf(draft)]),
        referred(draft.session, (slug) => findSession(table, summit, slug), '/session', 'session'),
      ]),
    decide: ([of, organizations]) => {
      keptApart(of, [{ ...named(organizations, draft.organization), pointer: '/organization' }]);
      return openDesk(of, draft);
    },
    taken,
    beside: (desk, [, , session]) => [
      insertCount(table, desk, deed.request),
      // A session that people are nominated for is not removed as if nothing depended on it.
      ...(session ? [unchanged(table, sessionKind, session), noteChange(table, session, deed.request)] : []),
    ],
  });
};

/** Changes a desk; its quota stays above what is used. Errors: `not-found`, `stale`, `precondition-required`, `invalid`, `quota-used`. */
export const changeDesk = (
  house: House,
  deed: Deed,
  summit: string,
  desk: string,
  patched: (desk: Desk) => DeskDraft,
): Promise<Desk> =>
  change(house, deed, deskKind, {
    ...itself(writing(house, summit, desk), () => getDesk(house.table, summit, desk)),
    decide: (found) => reviseDesk(found, patched(found)),
    beside: (after, before) => (after.quota === before.quota ? [] : [changeQuota(house.table, after, deed.request)]),
  });

/** Closes a desk. Errors: `not-found`, `wrong-state`. */
export const passDesk = (
  house: House,
  deed: Deed,
  summit: string,
  desk: string,
  to: { to: StateOf<'desk'>; reason?: string | undefined },
): Promise<Desk> =>
  pass(
    house,
    deed,
    deskKind,
    'desk',
    to,
    itself(writing(house, summit, desk), () => getDesk(house.table, summit, desk)),
  );
