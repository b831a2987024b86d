/** A term of art: what it is called, and what it means here. */
export interface Term {
  term: string;
  means: string;
}

/** The terms of art, in the order of the chain that they stand in. */
export const en = {
  participation: {
    term: 'Participation',
    means:
      'An organization takes part in a summit: as host, chair, convenor, participating member, observer or supporter.',
  },
  observer: {
    term: 'Observer',
    means: 'An organization that takes part without deciding. It may endorse a text; it does not sign it.',
  },
  panelist: {
    term: 'Panelist',
    means: 'Somebody’s place on the panel of one session: who sat there, as what, for whom.',
  },
  rapporteur: { term: 'Rapporteur', means: 'Whoever writes down what came out of a session.' },
  outcome: {
    term: 'Outcome',
    means: 'What a session produced: a recommendation, a commitment, a practice, a request or a key message.',
  },
  declaration: { term: 'Declaration', means: 'A text drawn from outcomes, adopted or signed by those who took part.' },
  preambular: {
    term: 'Preambular paragraph',
    means: 'A paragraph of the opening part. It has no number and begins with a participle: “Recalling …”.',
  },
  operative: {
    term: 'Operative paragraph',
    means: 'A paragraph that asks or decides something. It has a number and begins with a verb: “Call upon …”.',
  },
  authentic: { term: 'Authentic text', means: 'The text in the language that is signed. All others are translations.' },
  amendment: { term: 'Amendment', means: 'A change to a paragraph, proposed by an organization that takes part.' },
  silence: {
    term: 'Silence procedure',
    means: 'A text is sent to those who take part, with a deadline. It is adopted unless somebody objects by then.',
  },
  objection: {
    term: 'Objection',
    means: 'A reasoned “no” within the deadline. It breaks the silence, and the text is not adopted.',
  },
  dissociation: {
    term: 'Dissociation',
    means: 'A statement after the decision: the text stays adopted, and the organization does not stand behind it.',
  },
  adoption: { term: 'Adoption', means: 'The act by which a text becomes the text of those who took part.' },
  frozen: {
    term: 'Frozen text',
    means: 'A version that never changes again, not by a character. Its digest shows whether a copy is the same.',
  },
  signature: {
    term: 'Signature',
    means: 'An organization binds itself to a frozen text, through a person with a mandate.',
  },
  endorse: {
    term: 'Endorse',
    means: 'An observer supports a text without signing it. Those who endorse are counted apart from those who signed.',
  },
  mandate: { term: 'Mandate', means: 'Why this person may bind this organization: an office, or a delegation.' },
  reservation: { term: 'Reservation', means: 'What a signatory does not accept of the text that it signs.' },
  delivery: { term: 'Delivery', means: 'A version with its signatures as they stood, handed to an addressee.' },
  uptake: {
    term: 'Uptake',
    means: 'Whether those addressed acted on a paragraph: they did, in part, or they did not.',
  },
  claim: { term: 'Claim', means: 'A number that somebody printed. It stands beside what the records show.' },
  reported: {
    term: 'Reported',
    means: 'Written down from a source, which is named. The act itself did not happen here.',
  },
  rehearsal: { term: 'Rehearsal', means: 'A summit with invented people, played through to show how this works.' },
} satisfies Record<string, Term>;

export type TermName = keyof typeof en;
export type Glossary = Record<TermName, Term>;
