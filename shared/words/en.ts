import type { Openings } from './opening.ts';

// An outcome's text continues the opening word of its type, so that it can be printed as it was filed: "Call upon the ministers" + "to
// open …", "Commit to" + "open …" or "opening …", "Recommend" and "Underline" + "that …", "Take note of" + "the one-stop desk …".
const ours = {
  recalling: { words: 'We recall' },
  'taking-note-of': { words: 'We take note of' },
  'take-note-of': { words: 'We take note of' },
  underline: { words: 'We underline' },
  recommend: { words: 'We recommend' },
  'commit-to': { words: 'We commit to' },
};
const openings: Openings = {
  // The UN Editorial Manual: a preambular paragraph opens with a participle, an operative one with a verb in the present indicative.
  resolution: {
    recalling: { words: 'Recalling' },
    'taking-note-of': { words: 'Taking note of' },
    'take-note-of': { words: 'Take note of' },
    underline: { words: 'Underline' },
    recommend: { words: 'Recommend' },
    'commit-to': { words: 'Commit to' },
    'call-upon': { words: 'Call upon' },
  },
  communique: { ...ours, 'call-upon': { words: 'We call upon' } },
  letter: { ...ours, 'call-upon': { words: 'We ask' } },
};

export const en = {
  openings,
  formula: {
    resolution: 'We, {organ},',
    communique: 'We, {organ}, state the following:',
    letter: 'We, {organ}, write to you as follows:',
  },
  organ: 'the participants in {summit}',
  headings: {
    recalling: 'Background',
    'taking-note-of': 'Background',
    'take-note-of': 'Practices',
    underline: 'Key messages',
    recommend: 'Recommendations',
    'commit-to': 'Commitments',
    'call-upon': 'Calls',
  },
  salutation: 'To {addressees},',
  salutationToAll: 'To whom it may concern,',
  close: 'Respectfully,',
  comma: ',',
  semicolon: ';',
  colon: ':',
  stop: '.',
  point: '({letter})',
  kinds: {
    declaration: 'Declaration',
    charter: 'Charter',
    'call-to-action': 'Call to action',
    communique: 'Communiqué',
    statement: 'Statement',
    'open-letter': 'Open letter',
    petition: 'Petition',
  },
  states: {
    drafting: 'Draft, not adopted',
    circulated: 'Circulated, not adopted',
    objected: 'Objected to, not adopted',
    adopted: 'Adopted',
    'open-for-signature': 'Open for signature',
    issued: 'Issued by its chairs',
    closed: 'Closed for signature',
  },
  addressed: 'Addressed to: {addressees}',
  marks: {
    rehearsal:
      'Rehearsal: invented people and organizations, played through to show the product. Nobody real said or decided this.',
    reported: 'Reported by {sources}; this is not the text.',
    uncited: 'Reported; this is not the text.',
    translation: 'Translation. The authentic text is in {language}.',
    fallback: '[in {language}:]',
  },
  sources: {
    title: 'Sources',
    paragraph: 'Paragraph',
    source: 'Source',
    session: 'Session',
    relation: 'Relation',
    outcome: '{session}, outcome {number}',
    clause: '{instrument}, {clause}',
    preamble: 'Preamble {number}',
    verbatim: 'verbatim',
    merged: 'merged',
    derived: 'derived',
    namedBy: 'named by session',
  },
  leftOut: { title: 'What is left out, and why', outcome: 'Outcome', reason: 'Reason' },
  report: {
    abstract: 'Abstract (not the text)',
    organization: 'Organization',
    date: 'Date',
    signedBy: 'Signed by',
    undated: 'not given',
    fact: 'Fact',
    says: 'What it prints',
    inferred: '(inferred)',
  },
  capacities: { signatory: 'Signatories', observer: 'Endorsed as observers' },
  signatories: {
    complete: 'A source gives the complete list of signatories.',
    partial: 'The sources give a part of the list of signatories.',
    none: 'No source gives a list of signatories.',
  },
  acts: { valid: 'valid', suspended: 'suspended', withdrawn: 'withdrawn', void: 'void' },
  facts: {
    title: 'title',
    kind: 'kind',
    language: 'language',
    organ: 'who speaks',
    addressedTo: 'addressee',
    abstract: 'abstract',
    date: 'date',
    signatoryList: 'list of signatories',
  },
  verdicts: {
    'borne-out': 'Borne out by the records',
    'not-borne-out': 'Not borne out by the records',
    'cannot-be-checked': 'Cannot be checked: no complete list is at hand',
  },
  caveats: {
    'mixed-bases': 'the figures go by different bases',
    'missing-figures': 'some figures are missing',
    'two-different-acts': 'the number adds two different acts',
  },
};

/** The English words are the type: a key that another language lacks does not compile. */
export type Dictionary = typeof en;
