import { type Caller, everyone, view } from '../../shared/domain/access.ts';
import { checkClaim } from '../../shared/domain/claim.ts';
import { heldOf } from '../../shared/domain/role.ts';
import { lifecycles } from '../../shared/domain/lifecycle.ts';
import { numbered } from '../../shared/domain/paragraph.ts';
import { composeDeclaration } from '../../shared/documents/declaration.ts';
import { toMarkdown } from '../../shared/documents/markdown.ts';
import { toPlainText } from '../../shared/documents/plain-text.ts';
import { declarationKind } from '../../shared/table/declaration.ts';
import { instrumentKind } from '../../shared/table/instrument.ts';
import type { Kind } from '../../shared/table/item.ts';
import { organizationKind } from '../../shared/table/organization.ts';
import { personKind } from '../../shared/table/person.ts';
import { sessionKind } from '../../shared/table/session.ts';
import { summitKind } from '../../shared/table/summit.ts';
import { actCounts, participationCounts, signaturesList } from '../../shared/contract/count.ts';
import { participationTable, signatureTable } from '../../shared/contract/count-table.ts';
import { amendment, corrigendum } from './reference-amendment.ts';
import { sessionChecks } from './reference-check.ts';
import { assessment, checkIn, commitment, commitmentWhole, delivery, uptake } from './reference-follow-up.ts';
import { asked, certificate, circulation, dissociation, objection, statement } from './reference-circulation.ts';
import { mail } from './reference-mail.ts';
import {
  claim,
  contact,
  crew,
  declaration,
  desk,
  instrument,
  invitation,
  leftOut,
  membership,
  nomination,
  organization,
  outcome,
  panelist,
  paragraphs,
  participation,
  person,
  question,
  role,
  room,
  session,
  signature,
  suggestion,
  summit,
  track,
  went,
} from './reference-records.ts';
import { decision, proposalCard, released, review, waitingList } from './reference-proposal.ts';
import { availability, moveAnswers, placement, shifted } from './reference-placement.ts';
import { attributes, consent, erasure, exported } from './reference-people.ts';
import { programme } from './reference-programme.ts';
import { schedule } from './reference-schedule.ts';
import { answered, nominationsTable, roomsTable, sessionsTable } from './reference-rows.ts';
import { chained, chainHead, receipt, signed } from './reference-signature.ts';
import { disputeAsked, signing, signingAsked } from './reference-signing.ts';
import {
  citation,
  compared,
  drafted as draftedParagraph,
  hashed,
  shown as shownParagraph,
  text as versionText,
  translation,
  version as textVersion,
} from './reference-text.ts';
import { trailEntry, trailHead } from './reference-trail.ts';
import { releaseExamples } from './reference-release.ts';

const secretariat: Caller = { kind: 'account', name: 'amira', roles: [{ role: 'secretariat' }] };

// As it travels: JSON has no undefined.
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const asMade = (kind: string, record: object): object => view(secretariat, kind, record) ?? {};
const asPublic = (kind: string, record: object): object => view(everyone, kind, record) ?? {};
const card = <R extends object>(kind: Kind<R>, record: R): object =>
  asPublic(kind.type, { ...kind.card?.(record), version: 1 });

const issued = { ...declaration, state: 'issued' as const };
const concluded = { ...session, state: 'concluded' as const };
const confirmed = { ...panelist, state: 'confirmed' as const };
const filed = { ...outcome, state: 'filed' as const };
const addressOf = `/api/v1/summits/${summit.slug}`;

const outcomeWhole = {
  ...asPublic('outcome', filed),
  went: went.map(({ declaration: slug, paragraph, point }) => ({
    declaration: slug,
    address: `${addressOf}/declarations/${slug}`,
    paragraph,
    point,
  })),
};

const wholeDeclaration = {
  ...asMade('declaration', declaration),
  paragraphs: numbered(paragraphs).map((one) => asMade('paragraph', one)),
  leftOutOutcomes: leftOut.map((one) => asMade('carriage', one)),
};

const signatures = [signature];
const at = '2027-02-03T09:00:00Z';
const reportedAddress = `${addressOf}/declarations/${signature.declaration}`;
const site = 'https://plenary.example';
const counts = actCounts(
  { address: reportedAddress, title: { en: 'River Call 2021' }, language: 'en', site },
  signatures,
  { at },
);
const claimCheck = checkClaim(claim, { acts: signatures });
const claimWhole = {
  ...asPublic('claim', claim),
  check: { ...claimCheck, list: signaturesList(reportedAddress, { capacity: 'signatory', knownAt: at }) },
};

const document = composeDeclaration(
  {
    declaration,
    paragraphs,
    leftOut,
    summit,
    sessions: new Map([[session.slug, session]]),
    instruments: new Map([[instrument.slug, instrument]]),
    signatures: [],
  },
  'en',
);

const documents = {
  'readDeclaration.md': toMarkdown(document),
  'readDeclaration.txt': toPlainText(document),
  'readTextVersion.md': toMarkdown(document),
  'readTextVersion.txt': toPlainText(document),
};

const { slug, reference, title, start, end, summit: of } = session;

const records: Record<string, unknown> = {
  Summit: asMade('summit', summit),
  SummitCard: card(summitKind, summit),
  Participation: asMade('participation', participation),
  ...programme,
  ParticipationsTable: (await participationTable(summit.slug, [participation])).document?.text,
  ParticipationCounts: participationCounts(
    { address: addressOf, title: summit.title, language: 'en', site },
    [participation],
    {},
  ),
  Track: asMade('track', track),
  Room: asMade('room', room),
  Session: asMade('session', session),
  SessionCard: card(sessionKind, concluded),
  SessionWhole: {
    ...asPublic('session', { ...concluded, released: 'r2' }),
    panel: [asPublic('panelist', confirmed)],
    outcomes: [asPublic('outcome', filed)],
  },
  SessionChecks: sessionChecks,
  Placement: placement,
  MoveAnswers: moveAnswers,
  Shifted: shifted,
  ProposalCard: proposalCard,
  Review: asMade('review', review),
  Decision: asMade('decision', decision),
  ReleasedDecisions: released,
  WaitingList: waitingList,
  Release: asMade('release', releaseExamples.release),
  Releasing: { ...asMade('release', releaseExamples.release), ...releaseExamples.releasing },
  ProgrammeCard: releaseExamples.card,
  ReleaseChanges: releaseExamples.changes,
  ReleasePreview: releaseExamples.preview,
  Sitting: { summit: of, session: slug, reference, title, state: 'concluded', start, end, as: 'lead' },
  Panelist: asMade('panelist', panelist),
  Crew: asMade('crew', crew),
  Invitation: asMade('invitation', invitation),
  Question: question,
  AskedAgain: { minutes: 2 },
  Desk: asMade('desk', desk),
  DeskWhole: { ...asMade('desk', desk), used: 3 },
  Nomination: asMade('nomination', nomination),
  Suggestion: asMade('suggestion', suggestion),
  RoomsTable: roomsTable,
  SessionsTable: sessionsTable,
  NominationsTable: nominationsTable,
  Pasted: answered,
  Outcome: asMade('outcome', outcome),
  OutcomeWhole: outcomeWhole,
  Declaration: asMade('declaration', declaration),
  DeclarationCard: card(declarationKind, issued),
  DeclarationWhole: wholeDeclaration,
  DeclarationCounts: counts,
  Paragraph: asMade('paragraph', shownParagraph),
  ParagraphDrafted: asMade('paragraph', draftedParagraph),
  ParagraphTranslation: translation,
  TextVersion: asMade('text-version', textVersion),
  TextVersionWhole: {
    ...asMade('text-version', textVersion),
    ...versionText,
    text: versionText.text.map((one) => asMade('paragraph', one)),
    leftOutOutcomes: wholeDeclaration.leftOutOutcomes,
  },
  HashedText: hashed,
  TextCompared: compared,
  Citation: citation,
  Amendment: asMade('amendment', amendment),
  Corrigendum: asMade('corrigendum', corrigendum),
  Circulation: asMade('circulation', circulation),
  Asked: asMade('asked', asked),
  Certificate: certificate,
  Statement: asMade('objection', statement),
  Objection: asMade('objection', objection),
  Dissociation: asMade('dissociation', dissociation),
  Signature: asMade('signature', signed),
  SignatureReceipt: receipt,
  Signing: asMade('signing', signing),
  SigningQuestion: signingAsked,
  DisputeQuestion: disputeAsked,
  SignatureChained: chained,
  SignatureChainHead: chainHead,
  SignaturesTable: (await signatureTable(summit.slug, signatures)).document?.text,
  Delivery: asMade('delivery', delivery),
  Assessment: asMade('assessment', assessment),
  Uptake: uptake,
  Commitment: asMade('commitment', commitment),
  CommitmentWhole: asMade('commitment', commitmentWhole),
  CheckIn: asMade('check-in', checkIn),
  Claim: asMade('claim', claim),
  ClaimWhole: claimWhole,
  Organization: asMade('organization', organization),
  OrganizationCard: card(organizationKind, organization),
  Membership: asMade('membership', membership),
  Person: asMade('person', person),
  PersonCard: card(personKind, person),
  Contact: asMade('contact', contact),
  Attributes: asMade('attributes', attributes),
  Availability: asMade('availability', availability),
  Consent: asMade('consent', consent),
  Export: exported,
  Erasure: erasure,
  Schedule: schedule,
  Instrument: asMade('instrument', instrument),
  InstrumentCard: card(instrumentKind, instrument),
  Role: asMade('role', role),
  Me: { account: role.account, roles: [heldOf(role)] },
  Bindings: { items: [asMade('role', role)] },
  Mail: mail,
  MailCard: mail,
  TrailEntry: trailEntry,
  TrailHead: trailHead,
  Health: { status: 'ok' },
  Lifecycles: { outcome: lifecycles.outcome, summit: lifecycles.summit },
};

/** An answer for each schema of the API, and for each document: what the domain makes of the request examples. */
export const examples = (): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(records).map(([name, value]) => [name, plain(value)])),
  ...documents,
});
