import type * as z from 'zod';
import { ClaimDraft } from '../shared/domain/claim.ts';
import { DeclarationDraft } from '../shared/domain/declaration.ts';
import { DeskDraft } from '../shared/domain/desk.ts';
import { InvitationDraft } from '../shared/domain/invitation.ts';
import { InstrumentDraft } from '../shared/domain/instrument.ts';
import { MembershipDraft } from '../shared/domain/membership.ts';
import { NominationDraft } from '../shared/domain/nomination.ts';
import { OrganizationDraft } from '../shared/domain/organization.ts';
import { OutcomeDraft } from '../shared/domain/outcome.ts';
import { PanelistDraft } from '../shared/domain/panelist.ts';
import { ParticipationDraft } from '../shared/domain/participation.ts';
import { ContactDraft, PersonDraft } from '../shared/domain/person.ts';
import { RoleDraft, type Scope } from '../shared/domain/role.ts';
import { RoomDraft } from '../shared/domain/room.ts';
import { SessionDraft } from '../shared/domain/session.ts';
import { SignatureDraft } from '../shared/domain/signature.ts';
import { slugOf } from '../shared/domain/slug.ts';
import { SummitDraft } from '../shared/domain/summit.ts';
import { TrackDraft } from '../shared/domain/track.ts';
import { recordClaim } from '../shared/operations/claim.ts';
import { compileDeclaration } from '../shared/operations/declaration.ts';
import { createDesk } from '../shared/operations/desk.ts';
import { createInstrument } from '../shared/operations/instrument.ts';
import { sendInvitation } from '../shared/operations/invitation.ts';
import { createMembership } from '../shared/operations/membership.ts';
import { createNomination } from '../shared/operations/nomination.ts';
import { createOrganization } from '../shared/operations/organization.ts';
import { createOutcome } from '../shared/operations/outcome.ts';
import { registerPanelist } from '../shared/operations/panelist.ts';
import { registerParticipation } from '../shared/operations/participation.ts';
import { changeContact } from '../shared/operations/contact.ts';
import { createPerson } from '../shared/operations/person.ts';
import { giveRole } from '../shared/operations/role.ts';
import { createRoom } from '../shared/operations/room.ts';
import { createSession } from '../shared/operations/session.ts';
import { reportSignature } from '../shared/operations/signature.ts';
import { createSummit } from '../shared/operations/summit.ts';
import { createTrack } from '../shared/operations/track.ts';
import { type Subject } from '../shared/table/claim.ts';
import type { Table } from '../shared/table/client.ts';
import * as at from '../shared/table/key.ts';
import { idOf, type Step } from './seed.ts';

/** A draft as somebody writes it: what has a default may be left out. */
export type Written<Draft extends () => z.ZodType> = z.input<ReturnType<Draft>>;
type Named<Draft extends () => z.ZodType> = Written<Draft> & { slug: string };

/** Whether something lies at a key. */
export const lies =
  (key: at.Key) =>
  async (table: Table): Promise<boolean> =>
    (await table.get(key)) !== undefined;

export const organization = (draft: Named<typeof OrganizationDraft>): Step => ({
  name: `organization ${draft.slug}`,
  adds: 'organization',
  isDone: lies(at.organizationKey(draft.slug)),
  act: (house, deed) => createOrganization(house, deed, OrganizationDraft().parse(draft)),
});

export const membership = (of: string, draft: Written<typeof MembershipDraft>): Step => ({
  name: `membership ${of} ${draft.in} ${draft.as}`,
  adds: 'membership',
  isDone: lies(at.membershipKey(of, `${draft.in}-${draft.as}`)),
  act: (house, deed) => createMembership(house, deed, of, MembershipDraft().parse(draft)),
});

const claimKey = (subject: Subject, slug: string): at.Key =>
  at.claimKey(
    'organization' in subject
      ? at.organizationKey(subject.organization)
      : at.declarationKey(subject.summit, subject.declaration),
    slug,
  );

export const claim = (subject: Subject, draft: Named<typeof ClaimDraft>): Step => ({
  name: `claim ${Object.values(subject).join(' ')} ${draft.slug}`,
  adds: 'claim',
  isDone: lies(claimKey(subject, draft.slug)),
  act: (house, deed) => recordClaim(house, deed, subject, ClaimDraft().parse(draft)),
});

export const instrument = (draft: Named<typeof InstrumentDraft>): Step => ({
  name: `instrument ${draft.slug}`,
  adds: 'instrument',
  isDone: lies(at.instrumentKey(draft.slug)),
  act: (house, deed) => createInstrument(house, deed, InstrumentDraft().parse(draft)),
});

export const summit = (draft: Named<typeof SummitDraft>): Step => ({
  name: 'summit',
  adds: 'summit',
  isDone: lies(at.summitKey(draft.slug)),
  act: (house, deed) => createSummit(house, deed, SummitDraft().parse(draft)),
});

export const track = (of: string, draft: Named<typeof TrackDraft>): Step => ({
  name: `track ${draft.slug}`,
  adds: 'track',
  isDone: lies(at.trackKey(of, draft.slug)),
  act: (house, deed) => createTrack(house, deed, of, TrackDraft().parse(draft)),
});

export const room = (of: string, draft: Named<typeof RoomDraft>): Step => ({
  name: `room ${draft.slug}`,
  adds: 'room',
  isDone: lies(at.roomKey(of, draft.slug)),
  act: (house, deed) => createRoom(house, deed, of, RoomDraft().parse(draft)),
});

export const participation = (of: string, draft: Written<typeof ParticipationDraft>): Step => ({
  name: `participation ${draft.organization}`,
  adds: 'participation',
  isDone: lies(at.participationKey(of, draft.organization)),
  act: (house, deed) => registerParticipation(house, deed, of, ParticipationDraft().parse(draft)),
});

const personStep = (key: string): string => `person ${key}`;

/** The id of the person whom a seed knows by `key`. */
const personId = (seed: string, key: string): string => idOf(seed, personStep(key));

export const person = (seed: string, key: string, draft: Written<typeof PersonDraft>): Step => ({
  name: personStep(key),
  adds: 'person',
  isDone: lies(at.personKey(personId(seed, key))),
  act: (house, deed) => createPerson(house, deed, PersonDraft().parse(draft)),
});

export const contact = (seed: string, key: string, draft: Written<typeof ContactDraft>): Step => ({
  name: `contact ${key}`,
  adds: 'contact',
  isDone: lies(at.contactKey(personId(seed, key))),
  act: (house, deed) =>
    changeContact(house, { ...deed, ifMatch: '*' }, personId(seed, key), () => ContactDraft().parse(draft)),
});

export const session = (of: string, draft: Written<typeof SessionDraft>): Step => ({
  name: `session ${draft.reference}`,
  adds: 'session',
  isDone: lies(at.sessionKey(of, slugOf(draft.reference))),
  act: (house, deed) => createSession(house, deed, of, SessionDraft().parse(draft)),
});

/** Where a session stands, for what belongs to it. */
export interface Sitting {
  summit: string;
  session: string;
}

const panelistStep = ({ session }: Sitting, key: string): string => `panelist ${session} ${key}`;

/** The slug of the panelist who is the person of that key. */
export const panelistId = (sitting: Sitting, key: string): string => idOf(sitting.summit, panelistStep(sitting, key));

export const panelist = (
  sitting: Sitting,
  key: string,
  draft: Omit<Written<typeof PanelistDraft>, 'person'>,
): Step => ({
  name: panelistStep(sitting, key),
  adds: 'panelist',
  isDone: lies(at.panelistKey(sitting.summit, sitting.session, panelistId(sitting, key))),
  act: (house, deed) =>
    registerPanelist(
      house,
      deed,
      sitting.summit,
      sitting.session,
      PanelistDraft().parse({ ...draft, person: personId(sitting.summit, key) }),
    ),
});

/** A role waits for whoever signs in with its address: each address is given one in its seed. */
export const role = (seed: string, scope: Scope, draft: Written<typeof RoleDraft> & { email: string }): Step => {
  const name = `role ${draft.role} ${draft.email}`;
  return {
    name,
    adds: 'role',
    isDone: lies(at.roleKey(scope, idOf(seed, name))),
    act: (house, deed) => giveRole(house, deed, scope, RoleDraft().parse(draft)),
  };
};

/** The desk of a network for a whole summit. */
export const desk = (of: string, draft: Omit<Written<typeof DeskDraft>, 'session'>): Step => ({
  name: `desk ${draft.organization}`,
  adds: 'desk',
  isDone: lies(at.deskKey(of, draft.organization)),
  act: (house, deed) => createDesk(house, deed, of, DeskDraft().parse(draft)),
});

/** A desk puts somebody forward whom the seed knows already. */
export const nomination = (
  { summit, desk: by }: { summit: string; desk: string },
  key: string,
  draft: Written<typeof NominationDraft>,
): Step => {
  const name = `nomination ${by} ${key}`;
  return {
    name,
    adds: 'nomination',
    isDone: lies(at.nominationKey(summit, by, idOf(summit, name))),
    act: (house, deed) =>
      createNomination(house, deed, summit, by, NominationDraft().parse({ ...draft, person: personId(summit, key) })),
  };
};

/** Asks the panelist of that key; in a rehearsal the mail is kept for the organizers to read. */
export const invitation = (sitting: Sitting, key: string, draft: Written<typeof InvitationDraft>): Step => {
  const place = { ...sitting, panelist: panelistId(sitting, key) };
  return {
    name: `invitation ${sitting.session} ${key}`,
    adds: 'invitation',
    isDone: lies(at.invitationKey(place.summit, place.session, place.panelist)),
    act: (house, deed) => sendInvitation(house, deed, place, InvitationDraft().parse(draft)),
  };
};

/** Outcomes get the next free number: those of one session belong in waves of their own, in the order of their numbers. */
export const outcome = ({ summit, session }: Sitting, number: number, draft: Written<typeof OutcomeDraft>): Step => ({
  name: `outcome ${session} ${number}`,
  adds: 'outcome',
  isDone: lies(at.outcomeKey(summit, session, String(number))),
  act: (house, deed) => createOutcome(house, deed, summit, session, OutcomeDraft().parse(draft)),
});

export const declaration = (of: string, draft: Named<typeof DeclarationDraft>): Step => ({
  name: `declaration ${draft.slug}`,
  adds: 'declaration',
  isDone: lies(at.declarationKey(of, draft.slug)),
  act: (house, deed) => compileDeclaration(house, deed, of, DeclarationDraft().parse(draft)),
});

export const signature = (of: string, to: string, draft: Written<typeof SignatureDraft>): Step => ({
  name: `signature ${to} ${draft.organization} ${draft.capacity}`,
  adds: 'signature',
  isDone: lies(at.signatureKey(of, to, `${draft.organization}-${draft.capacity}`)),
  act: (house, deed) => reportSignature(house, deed, of, to, SignatureDraft().parse(draft)),
});
