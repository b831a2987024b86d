/** What mails say about a proposal that was decided about. */
export const en = {
  labels: { decision: 'Decision', code: 'Reference' },
  note: 'The organizers write:',
  decisions: { accepted: 'accepted', waitlisted: 'on the waiting list', rejected: 'not accepted' },
  accepted: {
    subject: 'Accepted: {session}, {summit}',
    opening: 'A proposal of your organization was accepted:',
    after: 'Its place and time come with the programme. You need not do anything now.',
  },
  waitlisted: {
    subject: 'On the waiting list: {session}, {summit}',
    opening: 'A proposal of your organization is on the waiting list:',
    after:
      'You will be told when that changes. You need not do anything; if it is no longer wanted, please withdraw it, so that another can take the place.',
  },
  rejected: {
    subject: 'Not accepted: {session}, {summit}',
    opening: 'A proposal of your organization was not accepted:',
    after: 'You need not do anything. What you proposed stays recorded, and is not shown in public.',
  },
};

/** The English words are the type: a key that another language lacks does not compile. */
export type ProposalWords = typeof en;
