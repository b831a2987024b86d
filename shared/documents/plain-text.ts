import { wordsIn } from '../words/dictionary.ts';
import type { Dictionary } from '../words/en.ts';
import type { Cited, DeclarationDocument, PrintedParagraph, ReportBody, TextBody } from './document.ts';
import { isolated, type Run } from './run.ts';

const run = ({ words, mark, note }: Run): string => {
  if (note !== undefined) return `[${note}]`;
  return mark ? `${mark} ${isolated(words)}` : isolated(words);
};
const runs = (all: readonly Run[]): string => all.map(run).join('');
const cite = ({ label, href }: Cited): string => (href ? `${isolated(label)} <${href}>` : isolated(label));
const labels = (all: readonly Cited[]): string => all.map(({ label }) => isolated(label)).join(', ');

const paragraph = ({ number, opening, rest, end, points }: PrintedParagraph): string => {
  const margin = number === null ? '    ' : `${number}. `;
  const lines = points.map(({ label, text, end }) => `    ${label} ${runs(text)}${end}`);
  return [`${margin}${[opening, runs(rest)].filter(Boolean).join(' ')}${end}`, ...lines].join('\n');
};

const list = (title: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : [[title, ...entries.map((entry) => `    ${entry}`)].join('\n')];

const text = (body: TextBody, { sources: names, leftOut, colon, notes }: Dictionary): string[] => [
  ...(body.salutation ? [runs(body.salutation)] : []),
  runs(body.formula),
  ...body.preamble.map(paragraph),
  ...body.sections.flatMap(({ heading, paragraphs }) => [
    ...(heading ? [run(heading)] : []),
    ...paragraphs.map(paragraph),
  ]),
  ...(body.close.length > 0 ? [body.close.map(runs).join('\n')] : []),
  ...body.annexes.flatMap(({ label, heading, paragraphs }) => [
    heading ? `${label}${colon} ${run(heading)}` : label,
    ...paragraphs.map(paragraph),
  ]),
  ...list(
    notes,
    body.notes.map(({ number, text: note }) => `[${number}] ${runs(note)}`),
  ),
  ...list(
    names.title,
    body.sources.map(
      ({ paragraph, source, sessions, relation }) =>
        `${paragraph.label}${colon} ${cite(source)}, ${relation === names.namedBy ? `${relation} ${labels(sessions)}` : relation}`,
    ),
  ),
  ...list(
    leftOut.title,
    body.leftOut.map(({ outcome, reason }) => `${cite(outcome)}${colon} ${isolated(reason)}`),
  ),
];

const report = (body: ReportBody, { report, sources, counts, claims, colon }: Dictionary): string[] => [
  ...(body.abstract.length > 0 ? [report.abstract, ...body.abstract.map(run)] : []),
  ...(body.signatories ? [body.signatories] : []),
  ...list(
    counts.title,
    body.counts.map(({ who, organizations, countries, people, remarks }) =>
      [
        `${who}${colon} ${counts.organizations} ${organizations}`,
        `${counts.countries} ${countries}`,
        `${counts.people} ${people}`,
        ...(remarks ? [isolated(remarks)] : []),
      ].join('; '),
    ),
  ),
  ...list(
    claims.title,
    body.claims.map((claim) => `“${isolated(claim.words)}” (${cite(claim.by)})${colon} ${claim.shown}`),
  ),
  ...body.acts.flatMap(({ heading, acts }) =>
    list(
      heading,
      acts.map(({ organization, date, signedBy, sources }) =>
        [
          isolated(organization),
          `${report.date}${colon} ${date}`,
          ...(signedBy ? [`${report.signedBy}${colon} ${isolated(signedBy)}`] : []),
          ...sources.map(cite),
        ].join('; '),
      ),
    ),
  ),
  ...list(
    sources.title,
    body.facts.map(
      ({ facts, source, says }) => `${facts}${colon} ${cite(source)}${says ? `${colon} “${isolated(says)}”` : ''}`,
    ),
  ),
];

/** The document as plain text: one line a paragraph, the table of sources as an indented list with its addresses. */
export const toPlainText = (document: DeclarationDocument): string => {
  const words = wordsIn(document.language);
  const blocks = [
    ...(document.marks.length > 0 ? [document.marks.map((mark) => mark.words).join('\n')] : []),
    [run(document.title), run(document.summit), ...document.lines].join('\n'),
    ...(document.body.kind === 'text' ? text(document.body, words) : report(document.body, words)),
  ];
  return `${blocks.join('\n\n')}\n`;
};
