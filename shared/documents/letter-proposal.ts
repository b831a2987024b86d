import { headerLine } from '../domain/header.ts';
import type { ProposalLetter } from '../domain/letter.ts';
import type { Material } from '../domain/material.ts';
import { stateAfter } from '../domain/proposal-decision.ts';
import { fill } from '../words/dictionary.ts';
import type { MailWords } from '../words/mail-en.ts';
import { named, pageAt, type Part, type Said } from './letter-part.ts';

// What organizers wrote is quoted, so that no line of it looks like one of ours.
const noted = (note: string | undefined, words: string): Part[] =>
  note === undefined
    ? []
    : [
        { say: words },
        {
          say: note
            .split('\n')
            .map((line) => `> ${line.trim()}`)
            .join('\n'),
        },
      ];

/** What is said to who proposed a session, of what was decided about it. */
export const proposalSaid = (material: Material, words: MailWords, letter: ProposalLetter): Said => {
  const { decision, session, summit, reach } = material;
  const { labels, proposal } = words;
  const state = stateAfter[decision?.decision ?? 'reject'];
  const { subject, opening, after } = proposal[state];
  const title = named(material, session?.title);
  const code = headerLine(session?.reference ?? '');
  const organization = reach.find(({ part }) => part === 'organization')?.name;
  return {
    subject: headerLine(fill(subject, { session: `${code} · ${title}`, summit: named(material, summit?.title) })),
    parts: [
      { say: opening },
      {
        facts: [
          [labels.summit, named(material, summit?.title)],
          ...(organization ? [[labels.organization, named(material, organization)] as const] : []),
          [labels.session, title],
          [proposal.labels.code, code],
          [proposal.labels.decision, proposal.decisions[state]],
        ],
      },
      ...noted(decision?.note, proposal.note),
      { say: after },
      {
        go: words.see,
        to: pageAt(material, `/desk/${letter.organization}/${letter.summit}/proposals/${letter.session}`),
      },
    ],
  };
};
