import { answerAskings } from '../../shared/operations/asking.ts';
import { askForOutcomes } from '../../shared/operations/awaited.ts';
import { applyDecisions } from '../../shared/operations/decision-apply.ts';
import { decideCirculations } from '../../shared/operations/decision.ts';
import { expireContacts } from '../../shared/operations/expiry.ts';
import { sweep } from '../../shared/operations/outbox.ts';
import { lapseInvitations } from '../../shared/operations/reminder.ts';
import { clearAttempts } from '../../shared/operations/release-attempt.ts';
import { tellOfReleases } from '../../shared/operations/release-told.ts';
import { tellOfSignatures } from '../../shared/operations/signature-told.ts';
import { settlePeople } from '../../shared/operations/settle.ts';
import { tellCirculations } from '../../shared/operations/telling.ts';
import { sequenceAll } from '../../shared/operations/trail.ts';
import type { Backstage } from '../runtime/backstage.ts';
import type { Work } from './app.ts';

/** Everything that comes due. What orders mail goes before what sends it, and the trail is numbered when all is done. */
export const works = ({ house, office, signer }: Pick<Backstage, 'house' | 'office' | 'signer'>): readonly Work[] => [
  { name: 'invitations', run: (now) => lapseInvitations(house, now) },
  { name: 'outcomes', run: (now) => askForOutcomes(house, now) },
  { name: 'askings', run: (now) => answerAskings(house, now) },
  { name: 'contacts', run: (now) => expireContacts(house, now) },
  { name: 'people', run: (now) => settlePeople(house, now) },
  { name: 'circulations', run: (now) => decideCirculations(house, now) },
  { name: 'notices', run: (now) => tellCirculations(house, now) },
  { name: 'releases', run: (now) => tellOfReleases(house, now) },
  { name: 'attempts', run: (now) => clearAttempts(house, now) },
  { name: 'signatures', run: (now) => tellOfSignatures(house, now) },
  { name: 'decisions', run: (now) => applyDecisions(house, now) },
  { name: 'mail', run: (now) => sweep(office, now) },
  { name: 'trail', run: (now) => sequenceAll(house, signer, now) },
];
