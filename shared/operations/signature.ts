import { DomainError } from '../domain/error.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { reportSignature as reported, type Signature, type SignatureDraft } from '../domain/signature.ts';
import { toInstant } from '../domain/when.ts';
import { getDeclaration, getSignature, noteAbout, signatureKind } from '../table/declaration.ts';
import { getOrganizations } from '../table/organization.ts';
import { named, together } from './naming.ts';
import type { Deed, House } from './perform.ts';
import type { Permission } from './permission.ts';
import { create, discard, itself } from './record.ts';

const reporting = ({ table }: House, summit: string, declaration: string): Permission => ({
  deed: 'signature:report',
  of: { summit, declaration },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

const taken = ({ summit, declaration, slug, capacity }: Signature): DomainError =>
  new DomainError('already-signed', `This organization's act as ${capacity} is recorded already.`, {
    conflictsWith: `/api/v1/summits/${summit}/declarations/${declaration}/signatures/${slug}`,
  });

/** Records an act that a source reports. Errors: `invalid`, `not-found`, `not-frozen` on a declaration made here, `already-signed`. */
export const reportSignature = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  draft: SignatureDraft,
): Promise<Signature> =>
  create(house, deed, signatureKind, {
    may: reporting(house, summit, declaration),
    read: () =>
      together([
        getDeclaration(house.table, summit, declaration),
        getOrganizations(house.table, [{ slug: draft.organization, pointer: '/organization' }]),
      ]),
    decide: ([found, organizations]) => {
      const organization = named(organizations, draft.organization);
      keptApart(found, [{ ...organization, pointer: '/organization' }]);
      return reported(found, organization, toInstant(deed.at), draft);
    },
    taken,
    beside: () => [noteAbout(house.table, { summit, declaration }, 1)],
  });

/** Removes a reported act that was transcribed wrongly. */
export const removeSignature = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  signature: string,
): Promise<void> =>
  discard(house, deed, signatureKind, {
    ...itself(reporting(house, summit, declaration), () => getSignature(house.table, summit, declaration, signature)),
    beside: () => [noteAbout(house.table, { summit, declaration }, -1)],
  });
