import type { Noun } from '../../shared/domain/lifecycle.ts';

/** A chapter of the reference: the operations of one noun. */
export interface Chapter {
  title: string;
  about: string;
}

/** Every noun of the API in the order of the reference, with a sentence on what it is. */
export const chapters: Readonly<Record<Noun, Chapter>> = {
  summit: {
    title: 'Summits',
    about:
      'One edition of a series, or a process without a meeting, such as a letter campaign. Everything else of an edition stands below it.',
  },
  participation: {
    title: 'Participations',
    about:
      'That an organization takes part in a summit, and in what capacities. It keeps a copy of what a count needs, so that a later change of the register changes no count.',
  },
  track: {
    title: 'Tracks',
    about:
      'A strand of sessions with rules of its own: how long they last, how large a panel may be, and what else it is asked for. A broken rule warns, or keeps a session from being accepted and released until it is waived.',
  },
  room: { title: 'Rooms', about: 'A place of the summit where sessions can be held.' },
  session: {
    title: 'Sessions',
    about:
      'One item of the programme, from a draft to its conclusion. Reading one answers its panel and its outcomes with it. The public sees it once it is accepted. Its checks say how it stands by the rules of its track; they are asked for at their own address, which is always current, and come with no other answer.',
  },
  panelist: {
    title: 'Panelists',
    about:
      'A person’s place on the panel of one session. The public sees a name once its bearer, or an office for them, has consented and the place is confirmed.',
  },
  crew: {
    title: 'Crew',
    about:
      'Whose time a session takes without a place on its panel: interpreters with their languages, technicians, its rapporteur. Organizers and schedulers see it.',
  },
  review: {
    title: 'Reviews',
    about: 'What a reviewer says of a proposal: a score and a note, for organizers and reviewers alone.',
  },
  decision: {
    title: 'Decisions',
    about:
      'What was decided about a proposal. Decisions are staged, and organizers alone know of them until all are released in one act.',
  },
  release: {
    title: 'Releases',
    about:
      'The programme as the public sees it, under a number. What was released stays as it was; the public sees the last one, and organizers the draft and what differs.',
  },
  desk: {
    title: 'Desks',
    about:
      'A network’s right to nominate people for a summit or one of its sessions: how many, until when, and whether an organizer decides on each. Organizers and the network’s delegates see it.',
  },
  nomination: {
    title: 'Nominations',
    about:
      'Somebody whom a network puts forward, for itself or for a member. Its delegates see their own, each with what became of it. Same address and same name is the same person, whoever nominates them.',
  },
  suggestion: {
    title: 'Suggestions',
    about:
      'That two people may be one, because they share an address or a name. An organizer merges them, which keeps every place of both, or dismisses it.',
  },
  invitation: {
    title: 'Invitations',
    about:
      'That a panelist was asked to take their place. A mail brings a link; whoever holds it sees what is asked, and confirms, declines or withdraws, as the panelist or as an office for them. Opening a link changes nothing, and nothing answers by itself: the name of whoever answers is typed by a person.',
  },
  outcome: {
    title: 'Outcomes',
    about:
      'What a session produced: a recommendation, a commitment, a practice, an ask or a key message. The public sees it once it is filed; from then on it stays as it is, because declarations cite it.',
  },
  declaration: {
    title: 'Declarations',
    about:
      'A text compiled from filed outcomes, each paragraph with the outcomes it comes from; or the record of one that a source reports. Reading one answers its paragraphs; the endings .md, .html and .txt answer the text itself.',
  },
  amendment: {
    title: 'Amendments',
    about:
      'What a participating organization proposes to change in a paragraph: replace, insert before or after, delete, against the words that it had before it. Collisions with others are found, and what is accepted is told.',
  },
  circulation: {
    title: 'Circulations',
    about:
      'A version sent to the participating organizations with a deadline. Unless one of them objects before it, silence adopts the text; the clock decides, once. A certificate says who was asked, who was reached, and when it was decided.',
  },
  objection: {
    title: 'Objections',
    about:
      'What breaks silence: a reasoned objection of an organization that was asked, received before the deadline. It can be withdrawn until then, and silence resumes.',
  },
  dissociation: {
    title: 'Dissociations',
    about: 'What an organization says against a text after the deadline: it is recorded, and the decision stands.',
  },
  corrigendum: {
    title: 'Corrigenda',
    about: 'An editorial mistake of a frozen text, recorded apart: the text itself stays as it was hashed.',
  },
  signature: {
    title: 'Signatures',
    about:
      'An organization’s act on a declaration: it signs the frozen text, or endorses it as an observer, through a person with a mandate. Plenary attests who acted and how; the city’s own key did not sign. On a reported declaration it is the act that a source reports.',
  },
  signing: {
    title: 'Signings',
    about:
      'A signature that needs no account: the office prepares it by a link, and the signatory gives it with a code that is sent to the address on file.',
  },
  delivery: {
    title: 'Deliveries',
    about:
      'Who handed which version to whom, where and when, with the signatures as they stood then. What was delivered stays as it was delivered.',
  },
  assessment: {
    title: 'Assessments',
    about:
      'Whether an addressee did what a paragraph asks of it: realized, partly or not, with the words of a source. A second assessor stands beside the first, and where they disagree shows.',
  },
  commitment: {
    title: 'Commitments',
    about: 'What an organization undertook, how it is measured and when it is due, with check-ins and their evidence.',
  },
  claim: {
    title: 'Claims',
    about:
      'A figure that somebody printed about a declaration or an organization, kept in their words and set against the records.',
  },
  organization: {
    title: 'Organizations',
    about: 'The register of cities, networks and other bodies, each findable by every name and alias.',
  },
  membership: {
    title: 'Memberships',
    about: 'One organization in another: a city in a network, a network as the section of another.',
  },
  consent: {
    title: 'Consents',
    about:
      'What somebody said about being named: in their own record, as sources reported them, or at one place. It stands apart from what is public, which only follows from it: a name withdrawn is shown nowhere from then on.',
  },
  person: {
    title: 'People',
    about:
      'Somebody who sits on panels, under an opaque id. Contact details stand apart: those who organize the summits that they were given for see them. All that is held on somebody can be exported, and erased.',
  },
  role: {
    title: 'Roles',
    about:
      'Who may do what, and where: given to an e-mail address, which is invited, or to a machine. Signing in with that address takes the role up; taking it away leaves the record, with who and when.',
  },
  instrument: {
    title: 'Instruments',
    about: 'Texts of others that sessions are about and declarations recall: agreements, agendas, reports.',
  },
};

/** What belongs to no noun. */
export const service: Chapter = { title: 'Service', about: 'The API about itself.' };

/** The title of a noun's chapter. */
export const titleOf = (noun: string | undefined): string =>
  (noun !== undefined && noun in chapters ? chapters[noun as Noun] : service).title;

/** The nouns of a declaration's own page: what it is drawn from, its text, how it is negotiated and signed, and what follows. */
export const negotiated: ReadonlySet<Noun> = new Set<Noun>([
  'outcome',
  'declaration',
  'amendment',
  'circulation',
  'objection',
  'dissociation',
  'corrigendum',
  'signature',
  'signing',
  'claim',
  'delivery',
  'assessment',
  'commitment',
]);
