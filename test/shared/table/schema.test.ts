import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { digest } from '../../../shared/domain/digest.ts';
import { ordered } from '../../../shared/domain/ordered.ts';
import { amendmentKind } from '../../../shared/table/amendment.ts';
import { assessmentKind } from '../../../shared/table/assessment.ts';
import { askedKind } from '../../../shared/table/asked.ts';
import { attributesKind } from '../../../shared/table/attributes.ts';
import { availabilityKind } from '../../../shared/table/availability.ts';
import { circulationKind } from '../../../shared/table/circulation.ts';
import { claimKind } from '../../../shared/table/claim.ts';
import { checkInKind, commitmentKind } from '../../../shared/table/commitment.ts';
import { consentKind } from '../../../shared/table/consent.ts';
import { crewKind } from '../../../shared/table/crew.ts';
import { corrigendumKind } from '../../../shared/table/corrigendum.ts';
import { citationKind } from '../../../shared/table/citation.ts';
import { declarationKind, leftOutKind, signatureKind } from '../../../shared/table/declaration.ts';
import { deliveryKind } from '../../../shared/table/delivery.ts';
import { dissociationKind } from '../../../shared/table/dissociation.ts';
import { deskKind } from '../../../shared/table/desk.ts';
import { expiryKind } from '../../../shared/table/expiry.ts';
import { instrumentKind } from '../../../shared/table/instrument.ts';
import { invitationKind } from '../../../shared/table/invitation.ts';
import type { Kind } from '../../../shared/table/item.ts';
import { membershipKind } from '../../../shared/table/membership.ts';
import { decisionKind, decisionReleaseKind, registerKind } from '../../../shared/table/proposal-decision.ts';
import { reviewKind } from '../../../shared/table/review.ts';
import { waitingListKind } from '../../../shared/table/waiting-list.ts';
import { nominationKind } from '../../../shared/table/nomination.ts';
import { objectionKind } from '../../../shared/table/objection.ts';
import { organizationKind } from '../../../shared/table/organization.ts';
import { outcomeKind, wentKind } from '../../../shared/table/outcome.ts';
import { panelistKind } from '../../../shared/table/panelist.ts';
import { paragraphKind, translationKind } from '../../../shared/table/paragraph.ts';
import { mailKind } from '../../../shared/table/outbox.ts';
import { participationKind } from '../../../shared/table/participation.ts';
import { contactKind, personKind } from '../../../shared/table/person.ts';
import { programmeKind, releaseKind } from '../../../shared/table/release.ts';
import { roleKind } from '../../../shared/table/role.ts';
import { roomKind } from '../../../shared/table/room.ts';
import { sessionKind } from '../../../shared/table/session.ts';
import { suggestionKind } from '../../../shared/table/suggestion.ts';
import { settlingKind } from '../../../shared/table/settling.ts';
import { signingKind } from '../../../shared/table/signing.ts';
import { summitKind } from '../../../shared/table/summit.ts';
import { tellingKind } from '../../../shared/table/telling.ts';
import { textVersionKind } from '../../../shared/table/text-version.ts';
import { trackKind } from '../../../shared/table/track.ts';

const kinds = [
  summitKind,
  participationKind,
  trackKind,
  roomKind,
  sessionKind,
  panelistKind,
  crewKind,
  deskKind,
  nominationKind,
  reviewKind,
  decisionKind,
  decisionReleaseKind,
  releaseKind,
  programmeKind,
  registerKind,
  waitingListKind,
  suggestionKind,
  outcomeKind,
  wentKind,
  declarationKind,
  paragraphKind,
  translationKind,
  textVersionKind,
  citationKind,
  leftOutKind,
  signatureKind,
  amendmentKind,
  corrigendumKind,
  circulationKind,
  askedKind,
  tellingKind,
  objectionKind,
  dissociationKind,
  claimKind({ organization: 'arvenne' }),
  deliveryKind,
  assessmentKind,
  commitmentKind,
  checkInKind,
  organizationKind,
  membershipKind,
  personKind,
  contactKind,
  consentKind,
  attributesKind,
  availabilityKind,
  settlingKind,
  expiryKind,
  instrumentKind,
  invitationKind,
  mailKind,
  signingKind,
  roleKind,
] as unknown as Kind<object>[];

// What of a schema decides how a record lies in the table: its fields, their types and defaults; not its limits or descriptions.
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  const told = [
    'description',
    'minLength',
    'maxLength',
    'pattern',
    'format',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'maxItems',
    'minItems',
    '$schema',
  ];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field, inner]) => !told.includes(field) || typeof inner === 'object')
      .map(([field, inner]) => [field, shapeOf(inner)]),
  );
};

const fingerprint = ({ record }: Kind<object>): string =>
  digest(JSON.stringify(ordered(shapeOf(z.toJSONSchema(record(), { unrepresentable: 'any' }))))).slice(0, 12);

// Readers take what was written under today's schema as it lies. So whoever changes the shape of a record raises its schema's number, says in
// `upcast` how an older record becomes one of today, and writes both down here.
const known: Record<string, { schema: number; shape: string }> = {
  summit: { schema: 1, shape: 'd68d0d457754' },
  participation: { schema: 1, shape: '9d972280623a' },
  track: { schema: 2, shape: 'b4ac9941d5cc' },
  room: { schema: 2, shape: 'f33454fd48bb' },
  session: { schema: 2, shape: 'df8c21f2ee1f' },
  panelist: { schema: 3, shape: 'f9c650128938' },
  crew: { schema: 1, shape: 'fbf519f0de1c' },
  desk: { schema: 1, shape: 'c90e6cbf1749' },
  nomination: { schema: 1, shape: '4ea78ea72a30' },
  review: { schema: 1, shape: 'c21b33a1822f' },
  decision: { schema: 1, shape: 'ac55e06b6c64' },
  release: { schema: 1, shape: '7e4d633ee7ed' },
  programme: { schema: 1, shape: '7a38a381dc2e' },
  'decision-release': { schema: 1, shape: '11468fc0e9c3' },
  'decision-register': { schema: 1, shape: '424227e7d1d5' },
  'waiting-list': { schema: 1, shape: '120accb5b6d5' },
  suggestion: { schema: 1, shape: 'd63c01262639' },
  outcome: { schema: 1, shape: 'd9ca1e434cda' },
  went: { schema: 1, shape: '6d750a83cccc' },
  declaration: { schema: 2, shape: 'd4ee60c016e7' },
  paragraph: { schema: 2, shape: 'c72a812df82b' },
  translation: { schema: 1, shape: 'd715498fcb90' },
  citation: { schema: 1, shape: 'b16c5ee937bc' },
  'left-out': { schema: 1, shape: '6d750a83cccc' },
  signature: { schema: 2, shape: '278030499a47' },
  amendment: { schema: 1, shape: '4d026a040ee8' },
  corrigendum: { schema: 1, shape: '5c76a345bc7c' },
  circulation: { schema: 1, shape: 'c9bec6195d7f' },
  asked: { schema: 1, shape: 'a59146a43ed2' },
  telling: { schema: 1, shape: 'd21af0a57a06' },
  objection: { schema: 1, shape: '7d2cb0835542' },
  dissociation: { schema: 1, shape: '13c1bc716aed' },
  claim: { schema: 2, shape: '606896f34974' },
  delivery: { schema: 1, shape: '895b691b2f89' },
  assessment: { schema: 1, shape: 'e975a10cf139' },
  commitment: { schema: 1, shape: '35b7756bba2b' },
  'check-in': { schema: 1, shape: '453c92ca0890' },
  organization: { schema: 1, shape: 'd8f974524850' },
  membership: { schema: 1, shape: '241b41a1fbc1' },
  person: { schema: 1, shape: 'ed6128e8f3c4' },
  signing: { schema: 1, shape: 'b54df3d8416b' },
  outbox: { schema: 3, shape: '18aaad32226a' },
  contact: { schema: 2, shape: '31b62836f794' },
  availability: { schema: 1, shape: '5bd1454f1802' },
  attributes: { schema: 1, shape: '503aa1b4b584' },
  settling: { schema: 1, shape: '8f73d760742e' },
  expiry: { schema: 1, shape: '7f349ed45a8b' },
  consent: { schema: 1, shape: 'fa7e9c8c0124' },
  instrument: { schema: 1, shape: '8baf3e2d0457' },
  invitation: { schema: 1, shape: '6a8281193219' },
  'text-version': { schema: 1, shape: '6a21992fea2f' },
  role: { schema: 2, shape: '46b950f8db62' },
};

describe("a record's schema", () => {
  test.each(kinds.map((kind) => [kind.type, kind] as const))(
    '%s has the shape that its number stands for',
    (type, kind) => {
      expect({ schema: kind.schema, shape: fingerprint(kind) }).toEqual(known[type]);
    },
  );

  test('a field more is another shape, and a longer limit is not', () => {
    const kind = (record: z.ZodObject): Kind<object> => ({
      type: 'x',
      schema: 1,
      record: () => record,
      key: () => ({ pk: 'x', sk: 'x' }),
    });

    expect(fingerprint(kind(z.object({ a: z.string().max(5) })))).toBe(
      fingerprint(kind(z.object({ a: z.string().max(9) }))),
    );
    expect(fingerprint(kind(z.object({ a: z.string() })))).not.toBe(
      fingerprint(kind(z.object({ a: z.string(), b: z.string() }))),
    );
  });
});
