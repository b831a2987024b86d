export const en = {
  rehearsal: 'This is a rehearsal with invented people: nothing here is real, and nothing was sent outside.',
  greeting: 'Dear {name},',
  hello: 'Good day,',
  colon: ': ',
  comma: ', ',
  labels: {
    summit: 'Summit',
    session: 'Session',
    time: 'Time there',
    utc: 'The same in UTC',
    place: 'Role on the panel',
    printed: 'Would be printed as',
    person: 'Person',
    role: 'Role',
    track: 'Track',
    declaration: 'Declaration',
    text: 'Language',
    organization: 'Organization',
    by: 'Given by',
    takenBy: 'Taken away by',
    wordsNow: 'Words until now',
    proposal: 'Proposal',
    proposed: 'Words proposed',
    taken: 'Words taken',
    reason: 'Reason',
    decisionReason: 'Reason for the decision',
  },
  noTime: 'not settled yet',
  roles: {
    secretariat: 'Secretariat',
    organizer: 'Organizer',
    reviewer: 'Reviewer',
    rapporteur: 'Rapporteur',
    drafter: 'Drafter',
    translator: 'Translator',
    assessor: 'Assessor',
    delegate: 'Delegate',
  },
  places: {
    moderator: 'Moderator',
    chair: 'Chair',
    panelist: 'Panelist',
    keynote: 'Keynote speaker',
    discussant: 'Discussant',
    rapporteur: 'Rapporteur',
  },
  someone: 'A panelist who stays unnamed',
  network: 'You were proposed by {network}.',
  unpublished: 'Until you agree, your name is not published.',
  ask: 'Please say whether you will take part, and check how your name and title would be printed. You can correct them, say no, or propose somebody else. Your office may answer for you.',
  answer: 'Answer here:',
  replyBy: 'Please answer by {time}, which is {utc} in UTC.',
  silence:
    'If we hear nothing, we will remind you, as far as there is time. After that the place counts as not answered, and the organizers may ask somebody else.',
  private: 'The link is yours alone: whoever has it can answer for you. Please pass it on to your own office only.',
  see: 'See more here:',
  closing: 'Sent by Plenary for the organizers of {summit}.',
  closingPlain: 'Sent by Plenary.',
  reference: 'If you write to us about this mail, please quote {deed}.',
  'role-invitation': {
    subject: 'Your role: {role}, {where}',
    opening: 'You are invited to take up this role:',
    accept: 'To accept, sign in with the address {address}. The invitation is for this address only, and works once.',
    link: 'Sign in here:',
    expires: 'It can be accepted until {utc} (UTC). If you do nothing, it expires then, and nothing else happens.',
  },
  'role-taken': {
    subject: 'No longer your role: {role}, {where}',
    opening: 'You no longer have this role:',
    after:
      'What you did in it stays recorded as it was. You need not do anything. If you take this for a mistake, please ask whoever took it away.',
  },
  'panelist-invitation': {
    subject: 'Will you take part in {session}? {summit}',
    opening: 'You are asked to take part in the panel of a session:',
  },
  'panelist-reminder': {
    first: {
      subject: 'Reminder: will you take part in {session}? {summit}',
      opening: 'Some time ago we asked you to take part in this session. We have no answer from you yet:',
    },
    second: {
      subject: 'Last reminder: will you take part in {session}? {summit}',
      opening: 'We asked you to take part in this session, and have no answer from you yet. This is our last reminder:',
    },
    silence: 'If we hear nothing by then, the place counts as not answered, and the organizers may ask somebody else.',
  },
  'panelist-link-again': {
    subject: 'Your new link: {session}, {summit}',
    opening: 'Somebody, probably you, asked for a new link to your place on this panel:',
    after: 'If it was not you, you need not do anything: the link was sent to your address only.',
    link: 'See where things stand, and answer here:',
  },
  'panelist-answered': {
    confirmed: {
      subject: 'Confirmed: {name}, {session}',
      opening: 'A panelist will take part:',
      after: 'You need not do anything.',
    },
    declined: {
      subject: 'Declined: {name}, {session}',
      opening: 'A panelist will not take part:',
      after: 'The place is free again. Somebody else can be nominated as long as the desk is open.',
    },
  },
  'panelist-silent': {
    subject: 'No answer: {name}, {session}',
    opening: 'A panelist has not answered in time:',
    after:
      'An answer is still possible as long as the place is not given to somebody else. You may speak to this person, or somebody else can be nominated as long as the desk is open. If you do nothing, the organizers decide about the place.',
  },
  'substitute-proposed': {
    subject: 'A substitute is proposed: {name}, {session}',
    opening: 'A panelist will not take part, and proposes somebody else for the place:',
    after:
      'Who is proposed has not been asked yet. Please decide whether to ask them. If you do nothing, the place stays free.',
  },
  amendments: {
    replace: 'Replace the words',
    'insert-before': 'Insert a paragraph before these words',
    'insert-after': 'Insert a paragraph after these words',
    delete: 'Delete the words',
  },
  'amendment-received': {
    subject: 'Recorded for {organization}: an amendment to {declaration}',
    opening:
      'An amendment was recorded in the name of your organization, because it arrived by other ways than through this system:',
    after:
      'You will be told what is decided. If it is not yours, or not as you meant it, please tell the organizers at once. Else you need not do anything.',
  },
  'amendment-decided': {
    accepted: {
      subject: 'Accepted: the amendment of {organization} to {declaration}',
      opening: 'An amendment of your organization was accepted:',
      after: 'The text says so from now on. You need not do anything.',
    },
    rejected: {
      subject: 'Not accepted: the amendment of {organization} to {declaration}',
      opening: 'An amendment of your organization was not accepted:',
      after:
        'The text stays as it is in this. As long as it is being drafted, your organization may propose another amendment.',
    },
    withdrawn: {
      subject: 'Withdrawn: the amendment of {organization} to {declaration}',
      opening: 'An amendment of your organization was recorded as withdrawn, because that is what arrived from it:',
      after: 'The text stays as it is in this. If this is a mistake, please tell the organizers at once.',
    },
  },
};

/** The English words are the type: a key that another language lacks does not compile. */
export type MailWords = typeof en;
