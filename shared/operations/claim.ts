import { type Claim, type ClaimDraft, recordClaim as recorded, reviseClaim } from '../domain/claim.ts';
import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { claimKind, getClaim, type Subject } from '../table/claim.ts';
import { getDeclaration, getWholeDeclaration, noteAbout } from '../table/declaration.ts';
import { getOrganization } from '../table/organization.ts';
import type { Write } from '../table/transact.ts';
import { referred, together } from './naming.ts';
import type { Deed, House } from './perform.ts';
import type { Permission } from './permission.ts';
import { change, create, discard, itself, pass } from './record.ts';

/** The API path of what a claim is about. */
export const pathOf = (subject: Subject): string =>
  'organization' in subject
    ? `/api/v1/organizations/${subject.organization}`
    : `/api/v1/summits/${subject.summit}/declarations/${subject.declaration}`;

const writing = ({ table }: House, subject: Subject): Permission => ({
  deed: 'claim:write',
  of: subject,
  ...('declaration' in subject
    ? { knows: () => [['declaration', getDeclaration(table, subject.summit, subject.declaration)]] }
    : {}),
});

const printedIn = ({ table }: House, subject: { summit: string; declaration: string }, draft: ClaimDraft) =>
  referred(
    draft.paragraph,
    async (slug) => {
      const { paragraphs } = await getWholeDeclaration(table, subject.summit, subject.declaration);
      return paragraphs.find((paragraph) => paragraph.slug === slug && !paragraph.gone);
    },
    '/paragraph',
    'paragraph',
  );

const exists = async (house: House, subject: Subject, draft: ClaimDraft): Promise<void> => {
  await ('organization' in subject
    ? getOrganization(house.table, subject.organization)
    : together([getDeclaration(house.table, subject.summit, subject.declaration), printedIn(house, subject, draft)]));
};

// An organization is never removed, so nothing needs to be held for it.
const noted = ({ table }: House, subject: Subject, by: 1 | -1): Write[] =>
  'organization' in subject ? [] : [noteAbout(table, subject, by)];

/** Records a figure that somebody printed. Errors: `invalid`, `not-found` of what it is about, `slug-taken`. */
export const recordClaim = (house: House, deed: Deed, subject: Subject, draft: ClaimDraft): Promise<Claim> => {
  const claim = recorded(pathOf(subject), house.newId(), draft);
  return create(house, deed, claimKind(subject), {
    may: writing(house, subject),
    read: () => exists(house, subject, draft),
    decide: () => claim,
    beside: () => noted(house, subject, 1),
    taken: ({ slug }) =>
      new DomainError('slug-taken', `There is already a claim "${slug}" about this. Choose another slug.`, {
        conflictsWith: `${pathOf(subject)}/claims/${slug}`,
      }),
  });
};

/** Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changeClaim = (
  house: House,
  deed: Deed,
  subject: Subject,
  claim: string,
  patched: (claim: Claim) => ClaimDraft,
): Promise<Claim> =>
  change(house, deed, claimKind(subject), {
    ...itself(writing(house, subject), () => getClaim(house.table, subject, claim)),
    decide: (found) => reviseClaim(found, patched(found)),
  });

/** Errors: `not-found`, `wrong-state`. */
export const passClaim = (
  house: House,
  deed: Deed,
  subject: Subject,
  claim: string,
  to: { to: StateOf<'claim'>; reason?: string | undefined },
): Promise<Claim> =>
  pass(
    house,
    deed,
    claimKind(subject),
    'claim',
    to,
    itself(writing(house, subject), () => getClaim(house.table, subject, claim)),
  );

/** Removes a claim that was transcribed wrongly. Errors: `not-found`, `stale`, `precondition-required`. */
export const removeClaim = (house: House, deed: Deed, subject: Subject, claim: string): Promise<void> =>
  discard(house, deed, claimKind(subject), {
    ...itself(writing(house, subject), () => getClaim(house.table, subject, claim)),
    beside: () => noted(house, subject, -1),
  });
