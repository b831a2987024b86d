/** What mails say when the outcomes of a session have not come yet. */
export const en = {
  first: {
    subject: 'What came out of it? {session}, {summit}',
    opening: 'This session has been held, and no outcome of it has been filed yet:',
  },
  second: {
    subject: 'Still open: what came out of {session}, {summit}',
    opening: 'This session was held some days ago, and no outcome of it has been filed yet:',
  },
  ask: 'Please write down what it produced, one line for each outcome, and file it. A telephone is enough.',
  page: 'Write and file the outcomes here:',
  none: 'If it produced nothing, say so there, and why: “None, because …” is an answer.',
  last: 'You will not be reminded of this session again.',
};

/** The English words are the type: a key that another language lacks does not compile. */
export type AwaitedWords = typeof en;
