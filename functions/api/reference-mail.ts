import { claimed, type Mail, ordered, sent } from '../../shared/domain/mail.ts';
import { invitation } from './reference-records.ts';

// The mail of the invitation in the examples, all of it invented.

const at = new Date(Date.parse(invitation.sent.at));
const { summit, session, panelist, person, replyBy, rehearsal } = invitation;

const waiting = ordered(
  '0m7k2c9xq3b5d8f1g4h',
  { kind: 'panelist-invitation', to: { person }, language: 'en', rehearsal, summit, session, panelist, replyBy },
  { request: '5f0c1a4e-8f1d-4f0e-9d7b-0d2a7f1c6b58', at },
);

export const mail: Mail = { ...sent(claimed(waiting, at), '0107018f3c2a41d7-000000', at), version: 3 };
