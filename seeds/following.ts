import { packing } from '../shared/contract/package-file.ts';
import { AssessmentDraft } from '../shared/domain/assessment.ts';
import { CheckInDraft } from '../shared/domain/check-in.ts';
import { CommitmentDraft } from '../shared/domain/commitment.ts';
import { DeliveryAnswer, DeliveryDraft } from '../shared/domain/delivery.ts';
import { SignatureDraft } from '../shared/domain/signature.ts';
import type { Instant } from '../shared/domain/when.ts';
import { recordAssessment } from '../shared/operations/assessment.ts';
import { recordCheckIn, recordCommitment } from '../shared/operations/commitment.ts';
import { answerDelivery, recordDelivery } from '../shared/operations/delivery.ts';
import { openForSignature } from '../shared/operations/freezing.ts';
import { signDeclaration } from '../shared/operations/sign.ts';
import { allAssessments } from '../shared/table/assessment.ts';
import { getDeclaration } from '../shared/table/declaration.ts';
import { getDelivery } from '../shared/table/delivery.ts';
import * as at from '../shared/table/key.ts';
import { paragraphAt, type Played, type Text } from './negotiation.ts';
import type { Step } from './seed.ts';
import { lies, type Written } from './step.ts';

const key = ({ summit, declaration }: Text) => [summit, declaration] as const;

export const opened = (text: Text, played: Instant, reason: string): Step => ({
  name: `declaration ${text.declaration} open for signature`,
  at: played,
  isDone: async (table) => (await getDeclaration(table, ...key(text))).state === 'open-for-signature',
  act: (house, deed) => openForSignature(house, deed, ...key(text), { reason }),
});

/** An organization signs what is frozen here; an organizer enters what arrived. */
export const signed = (
  text: Text,
  {
    played,
    reserves,
    ...draft
  }: Played<Written<typeof SignatureDraft>> & { reserves?: { number: number; text: string } },
): Step => ({
  name: `signature ${text.declaration} ${draft.organization} ${draft.capacity}`,
  adds: 'signature',
  at: played,
  isDone: lies(at.signatureKey(...key(text), `${draft.organization}-${draft.capacity}`)),
  act: async (house, deed) => {
    const reservation = reserves && {
      text: reserves.text,
      paragraphs: [await paragraphAt(house, text, reserves.number)],
    };
    return signDeclaration(house, deed, ...key(text), SignatureDraft().parse({ ...draft, reservation }));
  },
});

export const delivered = (
  text: Text,
  slug: string,
  { played, ...draft }: Played<Written<typeof DeliveryDraft>>,
): Step => ({
  name: `delivery ${text.declaration} ${slug}`,
  adds: 'delivery',
  at: played,
  isDone: lies(at.deliveryKey(...key(text), slug)),
  act: (house, deed) =>
    recordDelivery(house, deed, ...key(text), DeliveryDraft().parse(draft), packing(house, deed.at)),
});

export const deliveryAnswered = (
  text: Text,
  delivery: string,
  which: 'receipt' | 'reply',
  { played, ...answer }: Played<Written<typeof DeliveryAnswer>>,
): Step => ({
  name: `delivery ${text.declaration} ${delivery} ${which}`,
  at: played,
  isDone: async (table) =>
    (await getDelivery(table, ...key(text), delivery)).history?.some(
      ({ to }) => to === (which === 'receipt' ? 'received' : 'replied'),
    ) ?? false,
  act: (house, deed) => answerDelivery(house, deed, { ...text, delivery }, which, DeliveryAnswer().parse(answer)),
});

export const assessed = (
  text: Text,
  { played, number, ...draft }: Played<Omit<Written<typeof AssessmentDraft>, 'paragraph'>> & { number: number },
): Step => ({
  name: `assessment ${text.declaration} ${number} ${draft.assessor}`,
  adds: 'assessment',
  at: played,
  isDone: async (table) =>
    (await allAssessments(table, ...key(text))).some(
      ({ assessor, source }) => assessor === draft.assessor && source.title === draft.source.title,
    ),
  act: async (house, deed) => {
    const paragraph = await paragraphAt(house, text, number);
    // Two who assess the same stand beside each other by their accounts.
    const caller = {
      kind: 'account' as const,
      name: `seeds of ${draft.assessor}`,
      roles: [{ role: 'secretariat' as const }],
    };
    return recordAssessment(house, { ...deed, caller }, ...key(text), AssessmentDraft().parse({ ...draft, paragraph }));
  },
});

export const commitment = (
  text: Text,
  { played, number, ...draft }: Played<Written<typeof CommitmentDraft>> & { slug: string; number: number },
): Step => ({
  name: `commitment ${text.declaration} ${draft.slug}`,
  adds: 'commitment',
  at: played,
  isDone: lies(at.commitmentKey(...key(text), draft.slug)),
  act: async (house, deed) => {
    const paragraph = await paragraphAt(house, text, number);
    return recordCommitment(house, deed, text, CommitmentDraft().parse({ ...draft, paragraph }));
  },
});

export const checkedIn = (
  text: Text,
  on: string,
  { played, ...draft }: Played<Written<typeof CheckInDraft>> & { slug: string },
): Step => ({
  name: `check-in ${text.declaration} ${on} ${draft.slug}`,
  adds: 'check-in',
  at: played,
  isDone: lies(at.checkInKey(...key(text), on, draft.slug)),
  act: (house, deed) => recordCheckIn(house, deed, { ...text, commitment: on }, CheckInDraft().parse(draft)),
});
