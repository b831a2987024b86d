import { DomainError } from './error.ts';
import { type Doing, passed } from './lifecycle.ts';
import { proposersOf } from './proposer.ts';
import { ownOf } from './proposal.ts';
import type { NamedOrganization } from './record.ts';
import type { Session } from './session.ts';
import { recordBytes } from './text.ts';

type OwnText = NonNullable<Session['texts']>[number];

const textOf = (session: Session): OwnText => {
  const { slug, title, summary, objectives } = session;
  return { session: slug, organization: ownOf(session).by, title, ...(summary ? { summary } : {}), objectives };
};

const textsOf = (session: Session): OwnText[] => session.texts ?? [textOf(session)];

// In the order in which they stand, the kept ones first.
const both = (kept: readonly NamedOrganization[], other: readonly NamedOrganization[]): NamedOrganization[] => {
  const first = new Set(kept.map(({ organization }) => organization));
  return [...kept, ...other.filter(({ organization }) => !first.has(organization))];
};

const tooMany = (what: string, count: number, most: number): DomainError =>
  new DomainError(
    'too-many-at-once',
    `Together they have ${count} ${what}, and ${most} fit. Take some out of one of them first.`,
  );

const fits = (session: Session): void => {
  if (session.lead.length > 10) throw tooMany('lead organizations', session.lead.length, 10);
  if (session.partners.length > 30) throw tooMany('partners', session.partners.length, 30);
  const bytes = new TextEncoder().encode(JSON.stringify(session)).length;
  if (bytes > recordBytes)
    throw new DomainError(
      'too-many-at-once',
      `Together their texts are ${Math.ceil(bytes / 1_000)} KB, and a record holds ${recordBytes / 1_000} KB. Shorten one of them first.`,
    );
};

const mayMerge = (kept: Session, other: Session): void => {
  for (const one of [kept, other]) {
    if (one.proposed === undefined)
      throw new DomainError(
        'wrong-state',
        `The session "${one.reference}" was not proposed by an organization; only proposals are merged.`,
      );
    if (one.state !== 'submitted' && one.state !== 'waitlisted')
      throw new DomainError(
        'wrong-state',
        one.mergedInto === undefined
          ? `The proposal "${one.reference}" is ${one.state}. Proposals are merged while they are submitted or wait.`
          : `The proposal "${one.reference}" was merged into "${one.mergedInto}" already.`,
        { also: { state: one.state } },
      );
  }
};

/**
 * Two proposals as one: the kept one has the texts of both, as they were, and is led and accompanied by the organizations of both; the other is
 * merged into it. What the kept session says itself stays for the organizers to write anew. Errors: `wrong-state`, `too-many-at-once`.
 */
export const mergeProposals = (kept: Session, other: Session, doing: Doing): { kept: Session; other: Session } => {
  mayMerge(kept, other);
  const { by, with: and = [], ...proposed } = ownOf(kept);
  const lead = both(kept.lead, other.lead);
  const leads = new Set(lead.map(({ organization }) => organization));
  const after: Session = {
    ...kept,
    lead,
    partners: both(kept.partners, other.partners).filter(({ organization }) => !leads.has(organization)),
    texts: [...textsOf(kept), ...textsOf(other)],
    proposed: {
      ...proposed,
      by,
      with: [...new Set([...and, ...proposersOf(other)])].filter((one) => one !== by),
    },
  };
  fits(after);
  return { kept: after, other: { ...passed('session', other, 'merged', doing), mergedInto: kept.slug } };
};
