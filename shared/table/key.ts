/**
 * Every key of the one table. What is asked, and what answers it:
 *
 * | question | answered by |
 * | --- | --- |
 * | a session with its objectives, panel, organizations and outcomes | one Query: `SESSION#summit#session`, below `WENT` |
 * | when a room is taken, or a person; several at once | one BatchGet: `LEDGER#ROOM#summit#room#day`, `LEDGER#PERSON#person#day`, by UTC day |
 * | the reviews of a session | one Query: `REVIEWS#summit#session` |
 * | the decisions that are staged for a summit | one Query, by prefix: `DECISIONS#summit` |
 * | the release that a summit's programme stands at; all its releases | `PROGRAMME#summit`: the pointer, or a Query by prefix |
 * | a session as it was released; a whole release | `PROGRAMME#summit#batch`: one Get, or one Query |
 * | a day of a release | one Query of the index `list` |
 * | where a session's outcomes went | one Query: the same collection, from `WENT` on |
 * | a summit; its tracks, rooms, participations | `SUMMIT#summit`: the head, or a Query by prefix |
 * | a declaration with its paragraphs, their translations and what was left out | one Query: `DECLARATION#summit#declaration`, below `SIGNATURE` |
 * | which paragraphs come from an instrument, or from another text's paragraph | one Query each, by prefix: with what they come from |
 * | its signatories, a page; its claims | the same collection, by prefix |
 * | the gates of a declaration | one BatchGet: `GATE#summit#declaration#0` … `15` |
 * | its versions, circulations, who was asked, objections, dissociations, amendments, corrigenda | one Query each, by prefix: `DELIBERATION#summit#declaration` |
 * | what a version says | one Query: `VERSION#summit#declaration#digest` |
 * | the package of a version with so many signatures | one Get: `DELIBERATION#summit#declaration` |
 * | the signatures that are being prepared by link | one Query: `SIGNINGS#summit#declaration` |
 * | its deliveries, assessments, commitments with their check-ins | one Query each, by prefix: `FOLLOW-UP#summit#declaration` |
 * | an organization; its memberships; claims about it | `ORGANIZATION#organization`: the head, or a Query by prefix |
 * | what an organization signed and undertook, with the texts | one Query of the index `list`: `ORGANIZATION#organization#ACTS`; one BatchGet |
 * | an organization by any of its names, in any spelling of case and accents | one Query: `NAME#` and the first letters |
 * | an instrument, a person, a person's contact details | one Get each |
 * | what of a person is for few eyes: contact details, attributes, consents, every place they were given | one Query: `PRIVATE#person` |
 * | whose contact details were given for a summit | one Query: `CONTACTS#summit`, by prefix |
 * | the sessions or declarations of a summit; all summits, organizations, people, instruments | one Query of the index `list` |
 * | the sessions of an organization or a person; the members of an organization; the outcomes of a summit | one Query of the index `list` |
 * | the roles that a summit, an organization or the platform gave; those that wait for an address | one Query each: `ROLES#summit#organization`, `ADDRESS#digest` |
 * | a desk and how much of its quota is used | one BatchGet; its nominations: one Query, `DESK#summit#desk`, by prefix |
 * | who nominated somebody for a session | one Query: the session's collection, by prefix |
 * | who has this address and this name; who shares one of them at a summit | one Get each: `IDENTITY#digest`, `ALIKE#summit#…` |
 * | the roles of an account | one Query: `ACCOUNT#account`, beside the first read |
 * | the mails of a summit | one Query: `MAILS#summit` |
 * | what a link opens; what was asked of a panelist | one Get each: `LINK-TO#digest`, `INVITATION#summit#session` |
 * | what is due | four Queries of the index `list`: `DUE#shard`, below now |
 * | what else holds a person's data (mails, receipts, the trail) | one Query of the index `list`: `PERSON#person#DATA` |
 * | who has an address; whether it can be reached | `ADDRESS#digest`, by prefix; one Get |
 * | how often something was sent to somebody today | the condition of a write: `LIMIT#purpose#digest#day` |
 * | the trail of a summit, or of the platform, a page | one Query: `CHAIN#chain`, by prefix; the bodies in one BatchGet |
 * | the place of a signature's entry in its chain | one Query of the index `list`: `CHAIN#chain#id` |
 * | what waits to be chained; in which chains | one Query: `PENDING#chain`; one Query of the index `list` |
 * | every public key that the platform signed with | one Query: `KEYS` |
 * | whether this request was answered before | one Get: `RECEIPT#…`, beside the deed's first read |
 */
export interface Key {
  pk: string;
  sk: string;
}

/** Where an item stands in a list; without it, it stands in none. */
export interface Place {
  listPk: string;
  listSk: string;
}

const head = (pk: string, sk: string): Key => ({ pk, sk });

export const summitKey = (summit: string): Key => head(`SUMMIT#${summit}`, 'SUMMIT');
export const trackKey = (summit: string, track: string): Key => head(`SUMMIT#${summit}`, `TRACK#${track}`);
export const roomKey = (summit: string, room: string): Key => head(`SUMMIT#${summit}`, `ROOM#${room}`);
export const participationKey = (summit: string, organization: string): Key =>
  head(`SUMMIT#${summit}`, `PARTICIPATION#${organization}`);

export const sessionKey = (summit: string, session: string): Key => head(`SESSION#${summit}#${session}`, 'SESSION');
const within = ({ pk }: Key, sk: string): Key => ({ pk, sk });
export const panelistKey = (summit: string, session: string, panelist: string): Key =>
  within(sessionKey(summit, session), `PANELIST#${panelist}`);
// Zero-padded, so that a Query answers in the order of filing.
export const outcomeKey = (summit: string, session: string, outcome: string): Key =>
  within(sessionKey(summit, session), `OUTCOME#${outcome.padStart(3, '0')}`);
/** Somebody whose time a session takes, and who is no part of its panel. */
export const crewKey = (summit: string, session: string, crew: string): Key =>
  within(sessionKey(summit, session), `CREW#${crew}`);
export const tallyKey = (summit: string, session: string): Key => within(sessionKey(summit, session), 'TALLY');
/** That a session's outcomes are awaited. */
export const outcomesAwaitedKey = (summit: string, session: string): Key =>
  within(sessionKey(summit, session), 'AWAITED');
export const linkKey = (summit: string, session: string, organization: string): Key =>
  within(sessionKey(summit, session), `LINK#${organization}`);
// Who was nominated for a session, and by whom: what a network withdraws again, and what a panelist who declines gives back to it.
export const creditKey = (summit: string, session: string | undefined, person: string, organization: string): Key =>
  within(session === undefined ? summitKey(summit) : sessionKey(summit, session), `CREDIT#${person}#${organization}`);
/** Where an outcome went: to a paragraph or to one of its points, or nowhere. An outcome may stand in several. */
export const wentKey = (
  summit: string,
  session: string,
  outcome: string,
  declaration: string,
  batch: string,
  ...where: readonly string[]
): Key =>
  within(sessionKey(summit, session), ['WENT', outcome.padStart(3, '0'), declaration, batch, ...where].join('#'));
/** Everything of a session but where its outcomes went sorts below this. */
export const wentFrom = 'WENT';

/** That a session is called by another code than the one that its address was made of. */
export const referenceKey = (summit: string, slug: string): Key => head(`REFERENCE#${summit}#${slug}`, 'REFERENCE');
export const reviewKey = (summit: string, session: string, review: string): Key =>
  head(`REVIEWS#${summit}#${session}`, `REVIEW#${review}`);
/** What the reviews of a session come to. */
export const scoreKey = (summit: string, session: string): Key => head(`REVIEWS#${summit}#${session}`, 'SCORE');
/** What was decided about a proposal, before and after everybody learned of it. */
export const decisionKey = (summit: string, decision: string): Key =>
  head(`DECISIONS#${summit}`, `DECISION#${decision}`);
/** That decisions were released, and what of it is still to be done. */
export const decisionsReleaseKey = (summit: string, release: string): Key =>
  head(`DECISIONS#${summit}`, `RELEASE#${release}`);

/** How many releases of decisions there were, and which are not done with: whoever stages a decision meets whoever releases. */
export const decisionRegisterKey = (summit: string): Key => head(`DECISIONS#${summit}`, 'REGISTER');
/** In which order the sessions of a track wait. */
export const waitingListKey = (summit: string, track: string): Key => head(`DECISIONS#${summit}`, `WAITING#${track}`);

/** What takes a room's or a person's time on one UTC day. */
export const ledgerKey = (of: { summit: string; room: string } | { person: string }, day: string): Key =>
  head('room' in of ? `LEDGER#ROOM#${of.summit}#${of.room}#${day}` : `LEDGER#PERSON#${of.person}#${day}`, 'LEDGER');

/** Which release a summit's programme stands at. */
export const programmeKey = (summit: string): Key => head(`PROGRAMME#${summit}`, 'PROGRAMME');
export const releaseKey = (summit: string, release: string): Key =>
  head(`PROGRAMME#${summit}`, `RELEASE#${counted(release)}`);
/** That a release is being made: what lies under its batch belongs to no release yet. */
export const releaseAttemptKey = (summit: string, batch: string): Key =>
  head(`PROGRAMME#${summit}`, `ATTEMPT#${batch}`);
/** What is still to be told of a release, and to whom it was told. */
export const releaseTellingKey = (summit: string, release: string): Key =>
  head(`PROGRAMME#${summit}`, `TELLING#${counted(release)}`);
export const releaseToldKey = (summit: string, release: string, whom: string): Key =>
  head(`PROGRAMME#${summit}`, `TOLD#${counted(release)}#${whom}`);
/** A session as a release shows it. */
export const programmeCardKey = (summit: string, batch: string, session: string): Key =>
  head(`PROGRAMME#${summit}#${batch}`, `SESSION#${session}`);

export const organizationKey = (organization: string): Key => head(`ORGANIZATION#${organization}`, 'ORGANIZATION');
export const membershipKey = (organization: string, membership: string): Key =>
  within(organizationKey(organization), `MEMBERSHIP#${membership}`);
// Parted by the first two letters: a search needs at least those, and no single partition holds every name.
const namesUnder = (name: string): string => `NAME#${Array.from(name).slice(0, 2).join('')}`;
// A tab sorts before the space within a longer name, so that who is called just so comes first.
export const nameKey = (name: string, organization: string): Key => ({
  pk: namesUnder(name),
  sk: `${name}\t${organization}`,
});

export const personKey = (person: string): Key => head(`PERSON#${person}`, 'PERSON');
/** What of a person is for few eyes stands together, away from everything that is public. */
export const contactKey = (person: string): Key => head(`PRIVATE#${person}`, 'CONTACT');
export const attributesKey = (person: string): Key => within(contactKey(person), 'ATTRIBUTES');
/** When a person can be placed, and how. */
export const availabilityKey = (person: string): Key => within(contactKey(person), 'AVAILABILITY');
export const consentKey = (person: string, consent: string): Key => within(contactKey(person), `CONSENT#${consent}`);
/** A place that the person was given on a panel, whatever became of it. */
export const seatKey = (person: string, panelist: string): Key => within(contactKey(person), `SEAT#${panelist}`);
/** The same for a place in the crew of a session. */
export const dutyKey = (person: string, crew: string): Key => within(contactKey(person), `DUTY#${crew}`);
/** That somebody else turned out to be this person. */
export const mergedKey = (person: string, other: string): Key => within(contactKey(person), `MERGED#${other}`);
/** What is still to be done about the person's names and data. */
export const settlingKey = (person: string): Key => within(contactKey(person), 'SETTLING');
/** That a person's contact details were given for a summit. */
export const contactForKey = (summit: string, person: string): Key => head(`CONTACTS#${summit}`, `PERSON#${person}`);
/** When the contact details that were given for a summit are cleared. */
export const contactsKey = (summit: string): Key => head(`CONTACTS#${summit}`, 'EXPIRY');
export const instrumentKey = (instrument: string): Key => head(`INSTRUMENT#${instrument}`, 'INSTRUMENT');

export const declarationKey = (summit: string, declaration: string): Key =>
  head(`DECLARATION#${summit}#${declaration}`, 'DECLARATION');
export const paragraphKey = (summit: string, declaration: string, paragraph: string): Key =>
  within(declarationKey(summit, declaration), `PARAGRAPH#${paragraph}`);
/** A paragraph's words in another language: apart from it, so that who translates and who drafts never meet. */
export const translationKey = (summit: string, declaration: string, paragraph: string, language: string): Key =>
  within(declarationKey(summit, declaration), `PARAGRAPH-IN#${paragraph}#${language}`);
export const leftOutKey = (summit: string, declaration: string, session: string, outcome: string, batch: string): Key =>
  within(declarationKey(summit, declaration), `LEFT-OUT#${session}#${outcome.padStart(3, '0')}#${batch}`);
export const signatureKey = (summit: string, declaration: string, signature: string): Key =>
  within(declarationKey(summit, declaration), `SIGNATURE#${signature}`);
/** A declaration's text sorts below this; its signatories are as many as there are cities. */
export const signaturesFrom = 'SIGNATURE';

/** That a paragraph, or one of its points, comes from an instrument, or from another text's paragraph: kept with what it comes from. */
export const citationKey =
  (of: { instrument: string } | { summit: string; declaration: string; paragraph: string }) =>
  (...by: readonly string[]): Key =>
    'instrument' in of
      ? within(instrumentKey(of.instrument), ['CITED', ...by].join('#'))
      : within(declarationKey(of.summit, of.declaration), ['TEXT-CITED', of.paragraph, ...by].join('#'));

/** One of the gates that hot deeds on a declaration pass through, so that they meet on no shared item. */
export const gateKey = (summit: string, declaration: string, nth: number): Key =>
  head(`GATE#${summit}#${declaration}#${nth}`, 'GATE');

const deliberation = (summit: string, declaration: string, sk: string): Key =>
  head(`DELIBERATION#${summit}#${declaration}`, sk);
// Zero-padded, so that a Query answers in the order of counting.
const counted = (slug: string): string => `${slug.slice(0, 1)}${slug.slice(1).padStart(4, '0')}`;
export const textVersionKey = (summit: string, declaration: string, version: string): Key =>
  deliberation(summit, declaration, `VERSION#${counted(version)}`);
/** A piece of what a version says, under the digest of all of it: whoever writes it twice writes the same. */
export const versionPieceKey = (summit: string, declaration: string, digest: string, nth: number): Key =>
  head(`VERSION#${summit}#${declaration}#${digest}`, `PIECE#${String(nth).padStart(3, '0')}`);
/** A package that was built: of this version, with so many entries of the chain of signatures. */
export const packageKey = (summit: string, declaration: string, version: string, count: number): Key =>
  deliberation(summit, declaration, `PACKAGE#${counted(version)}#${String(count).padStart(12, '0')}`);
export const circulationKey = (summit: string, declaration: string, circulation: string): Key =>
  deliberation(summit, declaration, `CIRCULATION#${counted(circulation)}`);
/** That an organization was asked in a circulation, and whether that reached it. */
export const askedKey = (
  summit: string,
  declaration: string,
  organization: string,
  circulation: string,
  batch: string,
): Key => deliberation(summit, declaration, `ASKED#${organization}#${counted(circulation)}#${batch}`);
/** What is still to be told to those who were asked. */
export const tellingKey = (summit: string, declaration: string, circulation: string): Key =>
  deliberation(summit, declaration, `TELLING#${counted(circulation)}`);
export const objectionKey = (summit: string, declaration: string, objection: string): Key =>
  deliberation(summit, declaration, `OBJECTION#${objection}`);
export const dissociationKey = (summit: string, declaration: string, dissociation: string): Key =>
  deliberation(summit, declaration, `DISSOCIATION#${dissociation}`);
export const amendmentKey = (summit: string, declaration: string, amendment: string): Key =>
  deliberation(summit, declaration, `AMENDMENT#${amendment}`);
export const corrigendumKey = (summit: string, declaration: string, corrigendum: string): Key =>
  deliberation(summit, declaration, `CORRIGENDUM#${counted(corrigendum)}`);
/** A signature that an office prepares and a signatory gives by link. */
export const signingKey = (summit: string, declaration: string, signing: string): Key =>
  head(`SIGNINGS#${summit}#${declaration}`, `SIGNING#${signing}`);
/** The code that was sent last for it: what lies there is salted and hashed. */
export const signingCodeKey = (summit: string, declaration: string, signing: string): Key =>
  head(`SIGNINGS#${summit}#${declaration}`, `CODE#${signing}`);
/** That a signature is still to be told of. */
export const signatureTellingKey = (summit: string, declaration: string, signature: string): Key =>
  head(`SIGNINGS#${summit}#${declaration}`, `TELLING#${signature}`);

const followUp = (summit: string, declaration: string, sk: string): Key =>
  head(`FOLLOW-UP#${summit}#${declaration}`, sk);
export const deliveryKey = (summit: string, declaration: string, delivery: string): Key =>
  followUp(summit, declaration, `DELIVERY#${delivery}`);
export const assessmentKey = (summit: string, declaration: string, assessment: string): Key =>
  followUp(summit, declaration, `ASSESSMENT#${assessment}`);
export const commitmentKey = (summit: string, declaration: string, commitment: string): Key =>
  followUp(summit, declaration, `COMMITMENT#${commitment}`);
export const checkInKey = (summit: string, declaration: string, commitment: string, checkIn: string): Key =>
  followUp(summit, declaration, `CHECK-IN#${commitment}#${checkIn}`);

export const deskKey = (summit: string, desk: string): Key => head(`SUMMIT#${summit}`, `DESK#${desk}`);
/** How much of a desk's quota is used: beside the desk, whose own version stays what it was. */
export const deskCountKey = (summit: string, desk: string): Key => head(`DESK#${summit}#${desk}`, 'COUNT');
export const nominationKey = (summit: string, desk: string, nomination: string): Key =>
  head(`DESK#${summit}#${desk}`, `NOMINATION#${nomination}`);
/** That a desk's quota counts a person, and for how many nominations. */
export const nominatedKey = (summit: string, desk: string, person: string): Key =>
  head(`DESK#${summit}#${desk}`, `PERSON#${person}`);
/** Who has this address and this name, by the digest of both. */
export const identityKey = (digest: string): Key => head(`IDENTITY#${digest}`, 'IDENTITY');
/** Who was nominated for a summit under one address, or under one name, by the digest of it. */
export const alikeKey = (summit: string, why: string, digest: string): Key =>
  head(`ALIKE#${summit}#${why}#${digest}`, 'ALIKE');
export const suggestionKey = (summit: string, suggestion: string): Key =>
  head(`SUMMIT#${summit}`, `SUGGESTION#${suggestion}`);

/** A claim stands beside what it is about: a declaration or an organization. */
export const claimKey = (about: Key, claim: string): Key => within(about, `CLAIM#${claim}`);

/** A key as an address, for people: `session/arvenne-2031/vc-d-12/panelist/n03`. What a head's own sort key repeats is said once. */
export const addressOf = ({ pk, sk }: Key): string =>
  [pk, ...(pk.startsWith(`${sk}#`) ? [] : [sk])]
    .map((part) => part.split('#'))
    .flatMap(([noun = '', ...names]) => [noun.toLowerCase(), ...names])
    .filter((part) => part !== '')
    .join('/');

/** What stands together in a collection, as the Query that lists it. */
export interface Collection {
  pk: string;
  prefix: string;
}
const under = ({ pk }: Key, prefix: string): Collection => ({ pk, prefix });

export const collections = {
  publicKeys: () => under(publicKeyKey(''), 'KEY#'),
  tracksOf: (summit: string) => under(summitKey(summit), 'TRACK#'),
  roomsOf: (summit: string) => under(summitKey(summit), 'ROOM#'),
  participationsIn: (summit: string) => under(summitKey(summit), 'PARTICIPATION#'),
  crewOf: (summit: string, session: string) => under(sessionKey(summit, session), 'CREW#'),
  reviewsOf: (summit: string, session: string) => under(reviewKey(summit, session, ''), 'REVIEW#'),
  decisionsOf: (summit: string, session?: string) =>
    under(decisionKey(summit, ''), session === undefined ? 'DECISION#' : `DECISION#${session}-d`),
  releasesOf: (summit: string) => under(programmeKey(summit), 'RELEASE#'),
  releaseAttemptsOf: (summit: string) => under(programmeKey(summit), 'ATTEMPT#'),
  cardsOf: (summit: string, batch: string) => under(programmeCardKey(summit, batch, ''), 'SESSION#'),
  panelOf: (summit: string, session: string) => under(sessionKey(summit, session), 'PANELIST#'),
  desksOf: (summit: string) => under(summitKey(summit), 'DESK#'),
  nominationsAt: (summit: string, desk: string) => under(deskCountKey(summit, desk), 'NOMINATION#'),
  suggestionsOf: (summit: string) => under(summitKey(summit), 'SUGGESTION#'),
  creditsOf: (summit: string, session: string | undefined, person: string) =>
    under(creditKey(summit, session, person, ''), `CREDIT#${person}#`),
  outcomesOf: (summit: string, session: string) => under(sessionKey(summit, session), 'OUTCOME#'),
  signaturesOf: (summit: string, declaration: string) => under(declarationKey(summit, declaration), 'SIGNATURE#'),
  citationsOf: (of: Parameters<typeof citationKey>[0]) => {
    const { pk, sk } = citationKey(of)('');
    return { pk, prefix: sk };
  },
  versionsOf: (summit: string, declaration: string) => under(deliberation(summit, declaration, ''), 'VERSION#'),
  piecesOf: (summit: string, declaration: string, digest: string) =>
    under(versionPieceKey(summit, declaration, digest, 0), 'PIECE#'),
  circulationsOf: (summit: string, declaration: string) => under(deliberation(summit, declaration, ''), 'CIRCULATION#'),
  /** Everybody who was ever asked about a declaration, or one organization as often as it was. */
  askedAbout: (summit: string, declaration: string, organization?: string) =>
    under(deliberation(summit, declaration, ''), organization === undefined ? 'ASKED#' : `ASKED#${organization}#`),
  objectionsTo: (summit: string, declaration: string, organization?: string) =>
    under(
      deliberation(summit, declaration, ''),
      organization === undefined ? 'OBJECTION#' : `OBJECTION#${organization}-c`,
    ),
  dissociationsFrom: (summit: string, declaration: string, organization?: string) =>
    under(
      deliberation(summit, declaration, ''),
      organization === undefined ? 'DISSOCIATION#' : `DISSOCIATION#${organization}-c`,
    ),
  amendmentsTo: (summit: string, declaration: string) => under(deliberation(summit, declaration, ''), 'AMENDMENT#'),
  corrigendaOf: (summit: string, declaration: string) => under(deliberation(summit, declaration, ''), 'CORRIGENDUM#'),
  signingsOf: (summit: string, declaration: string) => under(signingKey(summit, declaration, ''), 'SIGNING#'),
  deliveriesOf: (summit: string, declaration: string) => under(followUp(summit, declaration, ''), 'DELIVERY#'),
  assessmentsOf: (summit: string, declaration: string) => under(followUp(summit, declaration, ''), 'ASSESSMENT#'),
  commitmentsOf: (summit: string, declaration: string) => under(followUp(summit, declaration, ''), 'COMMITMENT#'),
  checkInsOf: (summit: string, declaration: string, commitment?: string) =>
    under(followUp(summit, declaration, ''), commitment === undefined ? 'CHECK-IN#' : `CHECK-IN#${commitment}#`),
  membershipsOf: (organization: string) => under(organizationKey(organization), 'MEMBERSHIP#'),
  rolesOf: (whose: { summit?: string | undefined; organization?: string | undefined }) =>
    under(roleKey(whose, ''), 'ROLE#'),
  rolesAwaiting: (address: string) => under(awaitedKey(address, ''), 'ROLE#'),
  rolesHeldBy: (account: string) => under(accountKey(account, ''), 'ROLE#'),
  mailsOf: (summit: string | undefined) => under(mailKey(summit, ''), 'MAIL#'),
  peopleAt: (address: string) => under(addressKey(address, ''), 'PERSON#'),
  claimsAbout: (about: Key) => under(about, 'CLAIM#'),
  consentsOf: (person: string) => under(contactKey(person), 'CONSENT#'),
  contactsFor: (summit: string) => under(contactsKey(summit), 'PERSON#'),
  entriesOf: (chain: string) => under(chainKey(chain), 'ENTRY#'),
  bodiesOf: (chain: string) => under(chainKey(chain), 'BODY#'),
  /** What waits for its number, in order of time. */
  pendingIn: (chain: string) => under(pendingKey(chain, ''), 'ENTRY#'),
  /** Names that begin so; at least two letters, folded. */
  namesLike: (beginning: string): Collection => ({ pk: namesUnder(beginning), prefix: beginning }),
};

/** A role stands with those of its summit, of its organization, or of the platform. */
export const roleKey = (whose: { summit?: string | undefined; organization?: string | undefined }, role: string): Key =>
  head(`ROLES#${whose.summit ?? ''}#${whose.summit ? '' : (whose.organization ?? '')}`, `ROLE#${role}`);
/** What waits for an address to sign in, by the address's digest. */
export const awaitedKey = (address: string, role: string): Key => head(`ADDRESS#${address}`, `ROLE#${role}`);
export const firstKey: Key = head('FIRST', 'SECRETARIAT');

/** What an account may do: one Query beside the first read. */
export const accountKey = (account: string, role: string): Key => head(`ACCOUNT#${account}`, `ROLE#${role}`);

/** What was asked of a panelist, beside what was asked of the others of a session. */
export const invitationKey = (summit: string, session: string, panelist: string): Key =>
  head(`INVITATION#${summit}#${session}`, `PANELIST#${panelist}`);
/** What a link opens, by the SHA-256 of its token: nothing of the token itself is kept. */
export const tokenKey = (hash: string): Key => head(`LINK-TO#${hash}`, 'LINK-TO');
/** That an address asked for its link again, by the address's digest. */
export const askingKey = (address: string): Key => head(`ASKING#${address}`, 'ASKING');

/** A mail of a summit, or of the platform itself. */
export const mailKey = (summit: string | undefined, mail: string): Key =>
  head(summit === undefined ? 'MAILS' : `MAILS#${summit}`, `MAIL#${mail}`);
/** That somebody has an address; it is kept as its digest. */
export const addressKey = (address: string, person: string): Key => head(`ADDRESS#${address}`, `PERSON#${person}`);
/** That nothing arrives at an address. */
export const unreachableKey = (address: string): Key => head(`ADDRESS#${address}`, 'UNREACHABLE');
export const limitKey = (purpose: string, recipient: string, day: string): Key =>
  head(`LIMIT#${purpose}#${recipient}#${day}`, 'LIMIT');

/** The head of a chain: how far it goes. */
export const chainKey = (chain: string): Key => head(`CHAIN#${chain}`, 'HEAD');
export const entryKey = (chain: string, number: number): Key =>
  within(chainKey(chain), `ENTRY#${String(number).padStart(12, '0')}`);
/** A body lies beside the chain from before its entry has a number. */
export const bodyKey = (chain: string, entry: string, nth: number): Key =>
  within(chainKey(chain), `BODY#${entry}#${String(nth).padStart(2, '0')}`);
/** Lets a further person find a body that concerns several. */
export const concernKey = (body: Key, person: string): Key => within(body, `${body.sk}@${person}`);
export const pendingKey = (chain: string, entry: string): Key => head(`PENDING#${chain}`, `ENTRY#${entry}`);

/** A public key of the platform, by its name. */
export const publicKeyKey = (kid: string): Key => head('KEYS', `KEY#${kid}`);

export const receiptKey = (id: string): Key => head(`RECEIPT#${id}`, 'RECEIPT');
/** Lets a further person find a receipt that concerns several. */
export const receiptConcernKey = (id: string, person: string): Key => within(receiptKey(id), `CONCERN#${person}`);
/** An answer that is too large for its receipt, by the id of its request. */
export const answerKey = (request: string): Key => head(`RECEIPT#${request}`, 'ANSWER');
export const markerKey = (seed: string): Key => head(`SEEDED#${seed}`, 'SEEDED');

/** What holds the data of somebody who is only an address yet, by its digest. */
const dataAt = (address: string): string => `ADDRESS#${address}#DATA`;

/** The lists of the index, by their partition keys. */
export const lists = {
  summits: 'SUMMITS',
  organizations: 'ORGANIZATIONS',
  people: 'PEOPLE',
  instruments: 'INSTRUMENTS',
  sessionsOf: (summit: string) => `SUMMIT#${summit}#SESSIONS`,
  /** A day of a release, in the summit's zone. */
  cardsOn: (summit: string, batch: string, day: string) => `PROGRAMME#${summit}#${batch}#${day}`,
  outcomesOf: (summit: string) => `SUMMIT#${summit}#OUTCOMES`,
  declarationsOf: (summit: string) => `SUMMIT#${summit}#DECLARATIONS`,
  sessionsOfOrganization: (organization: string) => `ORGANIZATION#${organization}#SESSIONS`,
  /** What it signed and undertook, in every text. */
  actsOf: (organization: string) => `ORGANIZATION#${organization}#ACTS`,
  sessionsOfPerson: (person: string) => `PERSON#${person}#SESSIONS`,
  /** What is due, in order of time; spread, because all of it is written there. */
  dueIn: (shard: number) => `DUE#${shard}`,
  /** What holds a person's data outside of their own records; somebody who is only an address yet is `address:` and its digest. */
  dataOf: (person: string) =>
    person.startsWith('address:') ? dataAt(person.slice('address:'.length)) : `PERSON#${person}#DATA`,
  dataAt,
  chains: 'CHAINS',
  /** A chained entry that is asked for by its id. */
  entryBy: (chain: string, id: string) => `CHAIN#${chain}#${id}`,
  /** What waits to be chained, of every chain. */
  pending: 'PENDING',
  membersOf: (organization: string) => `ORGANIZATION#${organization}#MEMBERS`,
};
export const placeIn = (listPk: string, listSk: string): Place => ({ listPk, listSk });
