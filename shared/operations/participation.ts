import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import {
  type Participation,
  type ParticipationDraft,
  registerParticipation as registered,
  reviseParticipation,
} from '../domain/participation.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { replace } from '../table/item.ts';
import { getOrganizations } from '../table/organization.ts';
import { getParticipation, participationKind } from '../table/participation.ts';
import { findPerson } from '../table/person.ts';
import { getSummit } from '../table/summit.ts';
import { named, referred, together } from './naming.ts';
import { type Deed, type House, madeFrom, next, perform } from './perform.ts';
import type { Permission } from './permission.ts';
import { create, discard, itself, pass } from './record.ts';

const writing = (summit: string): Permission => ({ deed: 'participation:write', of: { summit } });

const taken = ({ summit, slug }: Participation): DomainError =>
  new DomainError(
    'already-recorded',
    'This organization takes part already. Add the capacity to its participation instead.',
    {
      conflictsWith: `/api/v1/summits/${summit}/participations/${slug}`,
    },
  );

const focalPoint = (house: House, draft: ParticipationDraft) =>
  referred(draft.focalPoint, (id) => findPerson(house.table, id), '/focalPoint', 'person');

export const registerParticipation = (
  house: House,
  deed: Deed,
  summit: string,
  draft: ParticipationDraft,
): Promise<Participation> =>
  create(house, deed, participationKind, {
    may: writing(summit),
    read: () =>
      together([
        getSummit(house.table, summit),
        getOrganizations(house.table, [{ slug: draft.organization, pointer: '/organization' }]),
        focalPoint(house, draft),
      ]),
    decide: ([of, organizations]) => {
      const organization = named(organizations, draft.organization);
      keptApart(of, [{ ...organization, pointer: '/organization' }]);
      return registered(summit, organization, draft);
    },
    taken,
  });

export const changeParticipation = (
  house: House,
  deed: Deed,
  summit: string,
  organization: string,
  patched: (participation: Participation) => ParticipationDraft,
): Promise<Participation> =>
  perform(house, deed, {
    may: writing(summit),
    read: () => getParticipation(house.table, summit, organization),
    decide: async (found) => {
      madeFrom(deed, found);
      const draft = patched(found);
      const changed = reviseParticipation(found, draft);
      await focalPoint(house, draft);
      return { writes: [replace(house.table, participationKind, changed, deed.request, found)], answer: next(changed) };
    },
  });

export const passParticipation = (
  house: House,
  deed: Deed,
  summit: string,
  organization: string,
  to: { to: StateOf<'participation'>; reason?: string | undefined },
): Promise<Participation> =>
  pass(
    house,
    deed,
    participationKind,
    'participation',
    to,
    itself(writing(summit), () => getParticipation(house.table, summit, organization)),
  );

export const removeParticipation = (house: House, deed: Deed, summit: string, organization: string): Promise<void> =>
  discard(
    house,
    deed,
    participationKind,
    itself(writing(summit), () => getParticipation(house.table, summit, organization)),
  );
