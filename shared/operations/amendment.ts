import { nameOf, seesDraft, view } from '../domain/access.ts';
import type { Amendment, AmendmentDraft } from '../domain/amendment.ts';
import { type Against, mayBeAmended, proposeAmendment } from '../domain/amendment-proposal.ts';
import { DomainError, type FieldError } from '../domain/error.ts';
import type { Letter } from '../domain/letter.ts';
import { inOrder, type Paragraph } from '../domain/paragraph.ts';
import type { Participation } from '../domain/participation.ts';
import { mustBeReceived } from '../domain/receiving.ts';
import { toInstant } from '../domain/when.ts';
import { allAmendments, amendmentKind } from '../table/amendment.ts';
import { declarationKind, getDeclaration, getText, type DraftedText } from '../table/declaration.ts';
import { insert, unchanged } from '../table/item.ts';
import { findParticipation } from '../table/participation.ts';
import { getTextVersion, readBody } from '../table/text-version.ts';
import { type Deed, type House, perform, type Plan, reading } from './perform.ts';
import { type Known, mustKnow } from './permission.ts';
import { recipientsOf } from './recipient.ts';

/** Which declaration's. */
export interface Of {
  summit: string;
  declaration: string;
}

/** What somebody has to know of before a deed on its amendments is refused to them in words. */
export const knowing = ({ table }: House, { summit, declaration }: Of): Known => [
  ['declaration', getDeclaration(table, summit, declaration)],
];

/** The mails to the organization whose amendment it is: those that are told for it, once each. */
export const toOrganization = async (
  { table }: House,
  { summit, declaration, organization, slug, rehearsal }: Amendment,
  what: { kind: 'amendment-received' } | { kind: 'amendment-decided'; decision: 'accepted' | 'rejected' | 'withdrawn' },
): Promise<Letter[]> => {
  const addressees = await recipientsOf(table, summit, organization);
  return addressees.map((one) => ({ ...one, rehearsal, summit, declaration, organization, amendment: slug, ...what }));
};

const followedBy = (paragraphs: readonly Paragraph[], { slug, part }: Paragraph): string | undefined => {
  const text = paragraphs.filter((one) => one.gone === undefined && one.part === part).toSorted(inOrder);
  return text[text.findIndex((one) => one.slug === slug) + 1]?.slug;
};

interface Base {
  against?: Against | undefined;
  faults: FieldError[];
}

const at = (pointer: string, detail: string): Base => ({ faults: [{ pointer, detail }] });

const inVersion = async (
  { table }: House,
  { caller }: Deed,
  { declaration }: DraftedText,
  version: string,
  paragraph: string,
): Promise<Base> => {
  const { summit, slug } = declaration;
  const found = await getTextVersion(table, summit, slug, version).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  });
  if (!found || !view(caller, 'text-version', found))
    return at('/base/version', `There is no version "${version}" of this text.`);
  const { paragraphs } = await readBody(table, found);
  const there = paragraphs.find((one) => one.slug === paragraph);
  return there
    ? { against: { paragraph: there, version, next: followedBy(paragraphs, there) }, faults: [] }
    : at('/paragraph', `There is no paragraph "${paragraph}" in ${version}. The list of paragraphs shows their ids.`);
};

const asItIs = ({ paragraphs }: DraftedText, paragraph: string, version: number | undefined): Base => {
  const there = paragraphs.find(({ slug }) => slug === paragraph);
  if (!there) return at('/paragraph', `There is no paragraph "${paragraph}". The list of paragraphs shows their ids.`);
  if (there.gone)
    return at(
      '/paragraph',
      there.gone.into ? `It was merged into "${there.gone.into}". Amend that one.` : 'It was removed from the text.',
    );
  if (version !== undefined && version !== there.version)
    throw new DomainError(
      'stale',
      `The paragraph has changed since: it is version ${there.version}. Read it again and propose your amendment to what it says now.`,
      { also: { version: there.version } },
    );
  return { against: { paragraph: there, next: followedBy(paragraphs, there) }, faults: [] };
};

/** What an amendment is made against: what it names, or what its author sees. */
const baseOf = (house: House, deed: Deed, text: DraftedText, draft: AmendmentDraft): Base | Promise<Base> => {
  const { version, paragraph } = draft.base ?? {};
  const isWorking = seesDraft(deed.caller, text.declaration);
  if (version !== undefined && paragraph !== undefined)
    return at('/base', 'Name the version of the text, or that of the paragraph, not both.');
  if (paragraph !== undefined && !isWorking)
    return at('/base/paragraph', 'Name the version of the text that you read, such as { "version": "v1" }.');
  const read = version ?? (isWorking ? undefined : text.declaration.text?.version);
  return read === undefined
    ? asItIs(text, draft.paragraph, paragraph)
    : inVersion(house, deed, text, read, draft.paragraph);
};

interface Found {
  text: DraftedText;
  participation: Participation | undefined;
}

const proposed = async (
  house: House,
  deed: Deed,
  { text, participation }: Found,
  draft: AmendmentDraft,
): Promise<Plan<Amendment>> => {
  const { declaration } = text;
  // A delegate may amend, and yet know nothing of a text that was never circulated.
  mustKnow(deed.caller, 'declaration', declaration);
  mayBeAmended(declaration);
  const whose = { organization: draft.organization, summit: declaration.summit };
  mustBeReceived(deed.caller, whose, draft.received, deed.at);
  const base = await baseOf(house, deed, text, draft);
  const amendment = proposeAmendment(declaration, house.newId(), draft, {
    ...base,
    against: base.against,
    participation,
    by: nameOf(deed.caller),
    at: toInstant(deed.at),
  });
  return {
    writes: [
      insert(house.table, amendmentKind, amendment, deed.request, () => taken()),
      // Nothing is proposed to a text that is frozen at the same moment.
      unchanged(house.table, declarationKind, declaration),
    ],
    mails: draft.received ? await toOrganization(house, amendment, { kind: 'amendment-received' }) : [],
    answer: amendment,
    at: amendmentKind.key(amendment),
  };
};

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

/**
 * Proposes an amendment for an organization that takes part: by its delegate, or as it arrived, by an organizer; then the organization is told.
 * Errors: `not-found`, `invalid`, `stale`, `text-closed` once the text is frozen, `not-checkable`.
 */
export const createAmendment = (house: House, deed: Deed, of: Of, draft: AmendmentDraft): Promise<Amendment> => {
  const { table } = house;
  return perform(house, deed, {
    may: { deed: 'amendment:write', of: { ...of, organization: draft.organization }, knows: () => knowing(house, of) },
    read: async (): Promise<Found> => {
      const [text, participation] = await Promise.all([
        getText(table, of.summit, of.declaration),
        findParticipation(table, of.summit, draft.organization),
      ]);
      return { text, participation };
    },
    decide: (found) => proposed(house, deed, found, draft),
    again: reading(house, amendmentKind),
  });
};

/** A text with everything that is proposed to it: what is read to tell how an amendment stands. */
export const getAmended = async (
  { table }: House,
  { summit, declaration }: Of,
): Promise<{ text: DraftedText; amendments: Amendment[] }> => {
  const [text, amendments] = await Promise.all([
    getText(table, summit, declaration),
    allAmendments(table, summit, declaration),
  ]);
  return { text, amendments };
};
