import { headerLine } from '../domain/header.ts';
import {
  isAmendmentLetter,
  isAwaitedLetter,
  isAsking,
  isPanelLetter,
  isProgrammeLetter,
  isProposalLetter,
  isSignatureLetter,
  isSigningLetter,
  isSilenceLetter,
  type PanelLetter,
  type RoleLetter,
} from '../domain/letter.ts';
import type { Material } from '../domain/material.ts';
import { fill } from '../words/dictionary.ts';
import type { MailWords } from '../words/mail-en.ts';
import { moment, stretch } from '../words/moment.ts';
import { awaitedSaid } from './letter-awaited.ts';
import { silenceLetter } from './letter-silence.ts';
import { named, pageAt, type Part, type Said } from './letter-part.ts';
import { programmeSaid } from './letter-programme.ts';
import { amendmentSaid } from './letter-amendment.ts';
import { proposalSaid } from './letter-proposal.ts';
import { signatureSaid, signingSaid } from './letter-signing.ts';

/** A session by its code and its title. */
export const sessionName = (material: Material): string => {
  const { session } = material;
  return session ? `${headerLine(session.reference)} · ${named(material, session.title)}` : '';
};

const timesOf = ({ session, language }: Material, { labels, noTime }: MailWords): [string, string][] => {
  if (!session?.start || !session.end) return [[labels.time, noTime]];
  const utc: [string, string] = [labels.utc, `${stretch(language, session.start, session.end, 'UTC')} (UTC)`];
  const { zone } = session;
  return zone ? [[labels.time, `${stretch(language, session.start, session.end, zone)} (${zone})`], utc] : [utc];
};

const whoOf = ({ panelist }: Material, words: MailWords): string =>
  panelist?.unnamed ? words.someone : headerLine(panelist?.printedName ?? '');

const panelFacts = (material: Material, words: MailWords, isTheirs: boolean): Part => {
  const { labels, places } = words;
  const { panelist } = material;
  const printed = [panelist?.printedName, panelist?.printedTitle].flatMap((part) => (part ? [headerLine(part)] : []));
  return {
    facts: [
      [labels.summit, named(material, material.summit?.title)],
      [labels.session, sessionName(material)],
      ...timesOf(material, words),
      ...(isTheirs ? [] : [[labels.person, whoOf(material, words)] as const]),
      ...(panelist ? [[labels.place, places[panelist.role]] as const] : []),
      ...(isTheirs && !panelist?.unnamed ? [[labels.printed, printed.join(', ')] as const] : []),
    ],
  };
};

const go = (words: string, to: string | undefined): Part[] => (to === undefined ? [] : [{ go: words, to }]);

/** By when, on the wall of the session's place and in UTC. */
const byWhen = ({ language, session, summit }: Material, words: MailWords, replyBy: string): Part => ({
  say: fill(words.replyBy, {
    time: `${moment(language, replyBy, session?.zone ?? summit?.zone ?? 'UTC')} (${session?.zone ?? summit?.zone ?? 'UTC'})`,
    utc: moment(language, replyBy, 'UTC'),
  }),
});

const heading = (template: string, material: Material, words: MailWords): string =>
  headerLine(
    fill(template, {
      session: sessionName(material),
      summit: named(material, material.summit?.title),
      name: whoOf(material, words),
    }),
  );

const byWhom = (material: Material, words: MailWords): Part[] => {
  const network = material.networks.map((name) => named(material, name)).join(words.comma);
  return network === '' ? [] : [{ say: fill(words.network, { network }) }];
};

const asking = (material: Material, words: MailWords, replyBy: string): Said => {
  const { letter } = material;
  const again = words['panelist-link-again'];
  const kind =
    letter.kind === 'panelist-reminder'
      ? words['panelist-reminder'][letter.which]
      : letter.kind === 'panelist-link-again'
        ? again
        : words['panelist-invitation'];
  const isAgain = letter.kind === 'panelist-link-again';
  const silence = letter.kind === 'panelist-invitation' ? words.silence : words['panelist-reminder'].silence;
  return {
    subject: heading(kind.subject, material, words),
    parts: [
      { say: kind.opening },
      panelFacts(material, words, true),
      ...byWhom(material, words),
      ...(isAgain ? [] : [{ say: words.ask }]),
      ...go(isAgain ? again.link : words.answer, material.link),
      ...(isAgain ? [{ say: again.after }] : [byWhen(material, words, replyBy), { say: silence }]),
      ...(material.panelist?.unnamed ? [] : [{ say: words.unpublished }]),
      { say: words.private },
    ],
  };
};

type TellingLetter = Exclude<PanelLetter, { replyBy: string }>;

const telling = (material: Material, words: MailWords, letter: TellingLetter): Said => {
  const kind = letter.kind === 'panelist-answered' ? words['panelist-answered'][letter.answer] : words[letter.kind];
  const page = letter.page && pageAt(material, letter.page);
  return {
    subject: heading(kind.subject, material, words),
    parts: [{ say: kind.opening }, panelFacts(material, words, false), { say: kind.after }, ...go(words.see, page)],
  };
};

const rolePart = (material: Material, words: MailWords, letter: RoleLetter): Said => {
  const { labels, roles } = words;
  const { language, site, link, summit, session, reach } = material;
  const kind = words[letter.kind];
  const reached = reach.map(({ part, name }) => [labels[part], named(material, name)] as const);
  const facts = [
    [labels.role, roles[letter.role]] as const,
    ...(summit ? [[labels.summit, named(material, summit.title)] as const] : []),
    ...(session ? [[labels.session, sessionName(material)] as const] : []),
    ...reached,
    ...(letter.text ? [[labels.text, letter.text] as const] : []),
    [letter.kind === 'role-taken' ? labels.takenBy : labels.by, headerLine(letter.by)] as const,
  ];
  const where = [...(summit ? [named(material, summit.title)] : []), ...reached.map(([, name]) => name)];
  const subject = headerLine(
    fill(kind.subject, { role: roles[letter.role], where: where.length > 0 ? where.join(', ') : 'Plenary' }),
  );
  const parts: Part[] = [{ say: kind.opening }, { facts }];
  if (letter.kind === 'role-taken') return { subject, parts: [...parts, { say: words['role-taken'].after }] };
  const { accept, link: label, expires } = words['role-invitation'];
  const address = 'address' in letter.to ? letter.to.address : '';
  return {
    subject,
    parts: [
      ...parts,
      { say: fill(accept, { address: headerLine(address) }) },
      { go: label, to: link ?? `${site}/${language}/` },
      { say: fill(expires, { utc: moment(language, letter.expires, 'UTC') }) },
    ],
  };
};

/** What a letter says, in the words of its language. */
export const said = (material: Material, words: MailWords): Said => {
  const { letter } = material;
  if (isAsking(letter)) return asking(material, words, letter.replyBy);
  if (isAwaitedLetter(letter)) return awaitedSaid(material, words, letter);
  if (isProgrammeLetter(letter)) return programmeSaid(material, words, letter);
  if (isSilenceLetter(letter)) return silenceLetter(material, words, letter);
  if (isAmendmentLetter(letter)) return amendmentSaid(material, words, letter);
  if (isProposalLetter(letter)) return proposalSaid(material, words, letter);
  if (isSigningLetter(letter)) return signingSaid(material, words, letter);
  if (isSignatureLetter(letter)) return signatureSaid(material, words, letter);
  return isPanelLetter(letter) ? telling(material, words, letter) : rolePart(material, words, letter);
};
