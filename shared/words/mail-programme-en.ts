/** What mails say about a release of the programme. */
export const en = {
  subject: 'The programme has changed for you: {summit}',
  first: 'You are in the programme: {summit}',
  opening: 'The programme was released. This is what concerns you:',
  labels: {
    release: 'Release',
    note: 'Note',
    what: 'What',
    was: 'Until now',
    is: 'Now',
  },
  kinds: {
    new: 'in the programme for the first time',
    moved: 'another time or another room',
    cancelled: 'cancelled',
    'panel-changed': 'other people on the panel',
    changed: 'other details',
  },
  unplaced: 'time and room to be announced',
  more: 'More sessions that concern you, in the programme: {count}.',
  calendar: 'For your calendar:',
  wrong: 'If something is not right, please tell the organizers.',
};

/** The English words are the type: a key that another language lacks does not compile. */
export type ProgrammeWords = typeof en;
