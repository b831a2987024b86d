import { DomainError } from '../domain/error.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { alreadySigned } from '../domain/sign.ts';
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

/** Records an act that a source reports. Errors: `invalid` on a declaration made here, too; `not-found`, `already-signed`. */
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
    taken: alreadySigned,
    beside: () => [noteAbout(house.table, { summit, declaration }, 1)],
  });

const mustBeReported = ({ origin }: Signature): void => {
  if (origin === 'held')
    throw new DomainError(
      'in-use',
      'This act was done here and stands in the chain of signatures: it is never removed. The organization can withdraw it.',
    );
};

/** Removes a reported act that was transcribed wrongly. Errors: `in-use` for one that was done here. */
export const removeSignature = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  signature: string,
): Promise<void> =>
  discard(house, deed, signatureKind, {
    ...itself(reporting(house, summit, declaration), () => getSignature(house.table, summit, declaration, signature)),
    judge: mustBeReported,
    beside: () => [noteAbout(house.table, { summit, declaration }, -1)],
  });
