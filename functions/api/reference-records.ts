import { ClaimDraft, recordClaim } from '../../shared/domain/claim.ts';
import { carriages, identified } from '../../shared/domain/carriage.ts';
import { type Compilation, compile } from '../../shared/domain/compile.ts';
import { beginDeclaration, DeclarationDraft } from '../../shared/domain/declaration.ts';
import { decideAnswer } from '../../shared/domain/answer.ts';
import { assignCrew, CrewDraft } from '../../shared/domain/crew.ts';
import { DeskDraft, openDesk } from '../../shared/domain/desk.ts';
import { InstrumentDraft, listInstrument } from '../../shared/domain/instrument.ts';
import { AnswerDraft, InvitationDraft, invite } from '../../shared/domain/invitation.ts';
import { openUntil } from '../../shared/domain/opening.ts';
import { MembershipDraft, recordMembership } from '../../shared/domain/membership.ts';
import { answerOf, nominate, NominationDraft } from '../../shared/domain/nomination.ts';
import { listOrganization, OrganizationDraft } from '../../shared/domain/organization.ts';
import { draftOutcome, type Outcome, OutcomeDraft, outcomeRef } from '../../shared/domain/outcome.ts';
import { PanelistDraft, seatPanelist } from '../../shared/domain/panelist.ts';
import { ParticipationDraft, registerParticipation } from '../../shared/domain/participation.ts';
import { type Contact, ContactDraft, PersonDraft, registerPerson } from '../../shared/domain/person.ts';
import { questionOf } from '../../shared/domain/question.ts';
import type { NamedOrganization, OrganizationRef } from '../../shared/domain/record.ts';
import { openRoom, RoomDraft } from '../../shared/domain/room.ts';
import { acceptRole, giveRole, RoleDraft } from '../../shared/domain/role.ts';
import { draftSession, SessionDraft } from '../../shared/domain/session.ts';
import { reportSignature, SignatureDraft } from '../../shared/domain/signature.ts';
import { announceSummit, SummitDraft } from '../../shared/domain/summit.ts';
import { suggest } from '../../shared/domain/suggestion.ts';
import { openTrack, TrackDraft } from '../../shared/domain/track.ts';
import { routes } from '../../shared/contract/routes.ts';

// What the domain makes of the request examples. All names are invented.

const asked = (path: string, method = 'POST'): unknown =>
  routes.find((route) => route.path === path && route.method === method)?.example?.();

const summitPath = '/summits/{summit}';
const panelistPath = `${summitPath}/sessions/{session}/panelists/{panelist}`;
const declarationPath = `${summitPath}/declarations/{declaration}`;

export const summit = announceSummit(SummitDraft().parse(asked('/summits')));
export const organization = listOrganization(OrganizationDraft().parse(asked('/organizations')));
export const instrument = listInstrument(InstrumentDraft().parse(asked('/instruments')));
export const track = openTrack(summit.slug, TrackDraft().parse(asked(`${summitPath}/tracks`)));
export const room = openRoom(summit.slug, RoomDraft().parse(asked(`${summitPath}/rooms`)));
export const participation = registerParticipation(
  summit.slug,
  organization,
  ParticipationDraft().parse(asked(`${summitPath}/participations`)),
);
export const membership = recordMembership(
  { slug: organization.slug, printed: 'Arvenne' },
  { printed: 'League of River Cities' },
  MembershipDraft().parse(asked('/organizations/{organization}/memberships')),
);

const panelistDraft = PanelistDraft().parse(asked(`${summitPath}/sessions/{session}/panelists`));
export const person = registerPerson(panelistDraft.person, PersonDraft().parse(asked('/people')));
export const contact: Contact = {
  ...ContactDraft().parse(asked('/people/{person}/contact', 'PATCH')),
  person: person.id,
  version: 1,
};

const printed = (refs: readonly OrganizationRef[]): NamedOrganization[] =>
  refs.map(({ organization: slug }) => ({ organization: slug, printed: 'Arvenne' }));

const sessionDraft = SessionDraft().parse(asked(`${summitPath}/sessions`));
export const session = draftSession(summit, {
  ...sessionDraft,
  lead: printed(sessionDraft.lead),
  partners: printed(sessionDraft.partners),
});
export const panelist = seatPanelist({ summit: summit.slug, session: session.slug }, 'm3x1k20b1q7r5t9w3yz', person, {
  ...panelistDraft,
  organizations: printed(panelistDraft.organizations),
});

export const crew = assignCrew(
  { summit: summit.slug, session: session.slug },
  'm3x1k20g8v2x5z7b9dg',
  CrewDraft().parse(asked(`${summitPath}/sessions/{session}/crew`)),
  [],
);

export const invitation = invite(
  'm3x1k20e4h6j8k1m3np',
  panelist,
  { replyBy: InvitationDraft().parse(asked(`${panelistPath}/invitation`)).replyBy ?? '', rehearsal: summit.rehearsal },
  { at: '2027-01-20T09:00:00Z', by: '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161' },
);
const invited = { invitation, panelist: { ...panelist, state: 'invited' as const }, session, person };
export const question = questionOf(
  {
    ...invited,
    ...decideAnswer(invited, AnswerDraft().parse(asked('/invitations/{token}/answer')), {
      at: '2027-01-22T15:30:00Z',
      by: `link:${person.id}`,
    }),
    summit,
    room,
  },
  { until: openUntil(invitation, new Date('2027-01-20T09:00:00Z')) },
);

const concluded = { ...session, state: 'concluded' as const };
const outcomeOf = (number: number, draft: unknown): Outcome =>
  draftOutcome(concluded, new Set(), number, { ...OutcomeDraft().parse(draft), owner: undefined });

export const outcome = outcomeOf(1, asked(`${summitPath}/sessions/{session}/outcomes`));

const recommended = (number: number, en: string): Outcome =>
  outcomeOf(number, { type: 'recommendation', text: { en } });
const filed = [
  outcome,
  recommended(2, 'that gauges upstream and downstream are read on one scale'),
  recommended(3, 'that warnings cross a border within the hour'),
  recommended(4, 'that funds for floods be opened to cities'),
].map((one): Outcome => ({ ...one, state: 'filed' }));

const declarationDraft = DeclarationDraft().parse(asked(`${summitPath}/declarations`));
const compilation: Compilation = compile(declarationDraft, 'en', {
  outcomes: new Map(filed.map((one) => [outcomeRef(one), one])),
  sessions: new Map([[session.slug, concluded]]),
  instruments: new Map([[instrument.slug, instrument]]),
});
const begun = { ...beginDeclaration(summit, declarationDraft), batch: 'c41d09e7f2a86b3550e1d7aa' };
export const paragraphs = identified(begun, compilation.paragraphs).map((one) => ({ ...one, translations: [] }));
const carried = carriages(begun, paragraphs, compilation.leftOut);
export const leftOut = carried.filter(({ reason }) => reason !== undefined);
export const went = carried.filter((one) => one.outcome === outcome.slug);
export const declaration = { ...begun, placed: carried.length - leftOut.length, leftOut: leftOut.length };

export const signature = reportSignature(
  { ...declaration, slug: 'river-call-2021', origin: 'reported' },
  organization,
  '2027-02-01T10:00:00Z',
  SignatureDraft().parse({
    organization: organization.slug,
    capacity: 'signatory',
    origin: 'reported',
    sources: [{ facts: ['organization', 'capacity'], citation: 'A news page (invented)' }],
  }),
);
export const claim = recordClaim(
  `/api/v1/summits/${summit.slug}/declarations/river-call-2021`,
  'm3x1k20c8s2u6v0x4za',
  ClaimDraft().parse(asked(`${declarationPath}/claims`)),
);

export const desk = openDesk(summit, DeskDraft().parse(asked(`${summitPath}/desks`)));
const accepted = nominate(
  { ...desk, approval: false },
  'm3x1k20e1b4d7f9h2jc',
  NominationDraft().parse(asked(`${summitPath}/desks/{desk}/nominations`)),
  { person: person.id, panelist: panelist.slug },
);
export const nomination = { ...accepted, answer: answerOf(panelist) };
const alike = suggest(summit.slug, person.id, 'm3x1k20f2c5e8g0k3md', ['name']);
export const suggestion = {
  ...alike,
  names: alike.people.map((id) => ({ id, name: person.name })),
};

const given = giveRole(
  'm3x1k20d9t3v7w1y5zb',
  { summit: summit.slug },
  RoleDraft().parse(asked(`${summitPath}/roles`)),
  new Date('2027-01-10T09:00:00Z'),
  '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161',
);
const account = '8a7b6c5d-4e3f-4210-8fed-cba987654321';
export const role = { ...acceptRole(given, account, new Date('2027-01-11T08:00:00Z')), account };
