import { wordsIn } from '../words/dictionary.ts';
import type { Dictionary } from '../words/en.ts';
import type { Cited, DeclarationDocument, PrintedParagraph, ReportBody, TextBody } from './document.ts';
import { isolated, type Run } from './run.ts';

// CommonMark lets a backslash make any ASCII punctuation a mere character. These begin or end something wherever they stand: the pipe divides
// GFM's table cells, "@", "://" and "www." make a bare link, "$" begins mathematics where GitHub renders, and "&" a character reference (without
// its semicolon too, because the form may add one).
const active = /[\\`*_[\]<>|#~@$]|&(?=[#a-z\d])|:(?=\/\/)|(?<=www)\./gi;

/** A text as Markdown that renders as that text: nothing in it marks up, links or begins a block. One line in, one line out. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(active, '\\$&')
    // A list or a heading's underline can only begin where the line does.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\');

const words = (text: string): string => escapeMarkdown(isolated(text));
const run = ({ words: said, mark, note }: Run): string => {
  if (note !== undefined) return `[^${note}]`;
  return mark ? `${escapeMarkdown(mark)} ${words(said)}` : words(said);
};
const runs = (all: readonly Run[]): string => all.map(run).join('');

// Addresses are in their normal form already; in the parentheses of a link, what could still end it or the table cell is percent-encoded.
const destination = (href: string): string =>
  href
    .replace(/[()<>\\|`]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '\\&');

// Paragraphs have no anchors in Markdown: their numbers say where they are.
const cite = ({ label, href }: Cited): string =>
  href && !href.startsWith('#') ? `[${words(label)}](${destination(href)})` : words(label);
const cites = (all: readonly Cited[]): string =>
  all.map((cited) => (cited.title ? `${cite(cited)} ${run(cited.title)}` : cite(cited))).join(', ');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly string[][]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

const listing = (title: string, heads: readonly string[], rows: readonly string[][]): string[] =>
  rows.length === 0 ? [] : [`## ${title}`, table(heads, rows)];

const paragraph =
  (emphasis: string) =>
  ({ number, opening, rest, end, points }: PrintedParagraph): string => {
    const margin = number === null ? '' : `${number}. `;
    const opened = opening && `${emphasis}${opening}${emphasis}`;
    const lines = points.map(({ label, text, end }) => `${' '.repeat(margin.length)}${label} ${runs(text)}${end}`);
    return [`${margin}${[opened, runs(rest)].filter(Boolean).join(' ')}${end}`, ...lines].join('\n\n');
  };

const text = (body: TextBody, emphasis: string, { sources, leftOut }: Dictionary): string[] => [
  ...(body.salutation ? [runs(body.salutation)] : []),
  runs(body.formula),
  ...body.preamble.map(paragraph(emphasis)),
  ...body.sections.flatMap(({ heading, paragraphs }) => [
    ...(heading ? [`## ${run(heading)}`] : []),
    ...paragraphs.map(paragraph(emphasis)),
  ]),
  ...body.close.map(runs),
  ...body.annexes.flatMap(({ label, heading, paragraphs }) => [
    `## ${heading ? `${label}. ${run(heading)}` : label}`,
    ...paragraphs.map(paragraph(emphasis)),
  ]),
  ...body.notes.map(({ number, text: note }) => `[^${number}]: ${runs(note)}`),
  ...listing(
    sources.title,
    [sources.paragraph, sources.source, sources.session, sources.relation],
    body.sources.map(({ paragraph, source, sessions, relation }) => [
      words(paragraph.label),
      cite(source),
      cites(sessions),
      relation,
    ]),
  ),
  ...listing(
    leftOut.title,
    [leftOut.outcome, leftOut.reason],
    body.leftOut.map(({ outcome, reason }) => [cite(outcome), words(reason)]),
  ),
];

const report = (body: ReportBody, { report, sources, counts, claims }: Dictionary): string[] => [
  ...(body.abstract.length > 0 ? [`## ${report.abstract}`, ...body.abstract.map(run)] : []),
  ...(body.signatories ? [body.signatories] : []),
  ...listing(
    counts.title,
    [counts.who, counts.organizations, counts.countries, counts.people, counts.remarks],
    body.counts.map(({ who, organizations, countries, people, remarks }) => [
      who,
      organizations,
      countries,
      people,
      words(remarks),
    ]),
  ),
  ...listing(
    claims.title,
    [claims.claim, claims.by, claims.shown],
    body.claims.map((claim) => [words(claim.words), cite(claim.by), words(claim.shown)]),
  ),
  ...body.acts.flatMap(({ heading, acts }) =>
    listing(
      heading,
      [report.organization, report.date, report.signedBy, sources.source],
      acts.map(({ organization, date, signedBy, sources }) => [
        words(organization),
        date,
        words(signedBy),
        cites(sources),
      ]),
    ),
  ),
  ...listing(
    sources.title,
    [report.fact, sources.source, report.says],
    body.facts.map(({ facts, source, says }) => [words(facts), cite(source), words(says)]),
  ),
];

/** The document as Markdown (CommonMark with GFM's tables). The opening words of a resolution are in italics, as the UN prints them. */
export const toMarkdown = (document: DeclarationDocument): string => {
  const dictionary = wordsIn(document.language);
  const emphasis = document.form === 'resolution' ? '*' : '';
  const { body } = document;
  const blocks = [
    ...document.marks.map((mark) => `> **${words(mark.words)}**`),
    `# ${run(document.title)}`,
    [run(document.summit), ...document.lines.map(words)].join('  \n'),
    ...(body.kind === 'text' ? text(body, emphasis, dictionary) : report(body, dictionary)),
  ];
  return `${blocks.join('\n\n')}\n`;
};
