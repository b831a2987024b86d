import { en as awaited } from './mail-awaited-en.ts';
import { en as proposal } from './mail-proposal-en.ts';
import { en as programme } from './mail-programme-en.ts';
import { en as signing } from './mail-signing-en.ts';

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
    scheduler: 'Scheduler',
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
  silenceProcedure: {
    labels: {
      version: 'Version',
      hash: 'SHA-256 of the text',
      deadline: 'Deadline there',
      deadlineUtc: 'Deadline in UTC',
      channel: 'The one channel that counts',
      reason: 'Reason',
      message: 'From the organizers',
    },
    here: 'this system, at the address below',
    rule: 'Unless an organization that was asked objects before the deadline, with a reason, the text is adopted. Whoever agrees need not do anything.',
    read: 'Read the text here:',
    speak: 'Object, or see how it stands, here:',
    notices: {
      circulated: {
        subject: 'For adoption by silence: {declaration}, {summit}',
        opening: 'This text was sent to the organizations that take part, to be adopted by silence:',
        after: 'Later objections do not stop the adoption; they are recorded as dissociations.',
      },
      extended: {
        subject: 'Longer deadline: {declaration}, {summit}',
        opening: 'There is more time to object to this text:',
        after: 'An objection that was raised before stands.',
      },
      suspended: {
        subject: 'Suspended: {declaration}, {summit}',
        opening:
          'The silence procedure for this text is suspended. As long as it is, the time does not run, and objections are still taken:',
        after: 'You will be told when it goes on.',
      },
      resumed: {
        subject: 'Resumed: {declaration}, {summit}',
        opening: 'The silence procedure for this text goes on, with the time that was left:',
        after: 'An objection that was raised before stands.',
      },
      recalled: {
        subject: 'Recalled: {declaration}, {summit}',
        opening: 'This text was taken back to be corrected, and is not adopted:',
        after:
          'You need not do anything. The corrected text will be sent to you anew, with a whole deadline of its own.',
      },
      adopted: {
        subject: 'Adopted: {declaration}, {summit}',
        opening: 'Nobody objected before the deadline. This text is adopted, and fixed from now on:',
        after: 'You need not do anything.',
      },
      objected: {
        subject: 'Not adopted: {declaration}, {summit}',
        opening: 'At least one objection stands at the deadline. This text is not adopted:',
        after: 'The text may be revised and sent to you anew. You need not do anything.',
      },
    },
    heldUp: {
      subject: 'Waits for you: {declaration}, {summit}',
      opening:
        'The deadline is past and nobody objected, but not everybody was reached. This text is not adopted until you have recorded why it may be:',
      after:
        'Please look who was not reached. For each of them record how it was reached otherwise, or why silence may adopt all the same; or recall the circulation. If you do nothing, nothing is adopted.',
    },
    entered: {
      objection: {
        subject: 'An objection was entered for you: {declaration}, {summit}',
        opening: 'An objection was entered in the name of your organization, as it arrived from you:',
        after:
          'If it is yours, you need not do anything. If it is not, please tell the organizers before the deadline.',
      },
      dissociation: {
        subject: 'A dissociation was entered for you: {declaration}, {summit}',
        opening:
          'A statement against this text was entered in the name of your organization, as it arrived from you. It came too late to stop the adoption, and is on record as a dissociation:',
        after: 'If it is yours, you need not do anything. If it is not, please tell the organizers.',
      },
    },
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
  proposal,
  awaited,
  signing,
  programme,
};

/** The English words are the type: a key that another language lacks does not compile. */
export type MailWords = typeof en;
