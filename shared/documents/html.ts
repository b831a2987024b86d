import { wordsIn } from '../words/dictionary.ts';
import type { Dictionary } from '../words/en.ts';
import { directionOf } from '../words/direction.ts';
import type { Cited, DeclarationDocument, PrintedParagraph, ReportBody, TextBody } from './document.ts';
import { markup, type Piece } from './markup.ts';
import type { Run } from './run.ts';

const run = ({ words, language, mark, note }: Run): Piece => {
  if (note !== undefined) return markup`<sup><a href="#note-${String(note)}">${String(note)}</a></sup>`;
  if (!language) return words;
  return markup`${mark ? `${mark} ` : ''}<span lang="${language}" dir="auto">${words}</span>`;
};
const runs = (all: readonly Run[]): Piece[] => all.map(run);

const apart = (words: string): Piece => (words ? markup`<bdi>${words}</bdi>` : '');
const cite = ({ label, href }: Cited): Piece => (href ? markup`<a href="${href}">${apart(label)}</a>` : apart(label));
const cites = (all: readonly Cited[]): Piece[] =>
  all.flatMap((cited, index) => [index > 0 ? ', ' : '', cite(cited), ...(cited.title ? [' ', run(cited.title)] : [])]);

// What the text comes from stands beside it and is no part of it.
const from = (all: readonly Cited[]): Piece => (all.length > 0 ? markup` <small>${cites(all)}</small>` : '');

const paragraph =
  (italic: boolean) =>
  ({ id, number, opening, rest, end, points, from: sources }: PrintedParagraph): Piece => {
    const numeral = number === null ? '' : markup`<span class="number">${number}.</span> `;
    const opened = italic && opening ? markup`<em>${opening}</em>` : opening;
    const lines = points.map(
      (point) =>
        markup`<p class="point" id="${point.id}"><span class="number">${point.label}</span> ${runs(point.text)}${
          point.end
        }${from(point.from)}</p>\n`,
    );
    return markup`<div class="${number === null ? 'preambular' : 'operative'}" id="${id}">
<p>${numeral}${opened}${opening && rest.length > 0 ? ' ' : ''}${runs(rest)}${end}${from(sources)}</p>
${lines}</div>\n`;
  };

const heading = (words: Piece): Piece => markup`<h2>${words}</h2>\n`;
const block = (content: Piece | readonly Piece[]): Piece => markup`<p>${content}</p>\n`;

const row = (cells: readonly (Piece | Piece[])[]): Piece =>
  markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;

const table = (title: string, heads: readonly string[], rows: readonly Piece[]): Piece =>
  rows.length === 0
    ? ''
    : markup`<section class="annex">
${heading(title)}<table>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>\n`;

const close = (lines: readonly Run[][]): Piece =>
  lines.length === 0 ? '' : markup`<div class="close">\n${lines.map((line) => block(runs(line)))}</div>\n`;

const text = (body: TextBody, italic: boolean, { sources, leftOut, notes }: Dictionary): Piece[] => [
  body.salutation ? block(runs(body.salutation)) : '',
  block(runs(body.formula)),
  ...body.preamble.map(paragraph(italic)),
  ...body.sections.flatMap((section) => [
    section.heading ? heading(run(section.heading)) : '',
    ...section.paragraphs.map(paragraph(italic)),
  ]),
  close(body.close),
  ...body.annexes.flatMap((annex) => [
    heading(annex.heading ? markup`${annex.label}. ${run(annex.heading)}` : annex.label),
    ...annex.paragraphs.map(paragraph(italic)),
  ]),
  body.notes.length > 0
    ? markup`<section class="notes">
${heading(notes)}${body.notes.map(
        (note) =>
          markup`<p id="note-${String(note.number)}"><span class="number">${String(note.number)}</span> ${runs(note.text)}</p>\n`,
      )}</section>\n`
    : '',
  table(
    sources.title,
    [sources.paragraph, sources.source, sources.session, sources.relation],
    body.sources.map(({ paragraph, source, sessions, relation }) =>
      row([cite(paragraph), cite(source), cites(sessions), relation]),
    ),
  ),
  table(
    leftOut.title,
    [leftOut.outcome, leftOut.reason],
    body.leftOut.map(({ outcome, reason }) => row([cite(outcome), apart(reason)])),
  ),
];

const report = (body: ReportBody, { report, sources, counts, claims }: Dictionary): Piece[] => [
  body.abstract.length > 0 ? heading(report.abstract) : '',
  ...body.abstract.map((part) => block(run(part))),
  body.signatories ? block(body.signatories) : '',
  table(
    counts.title,
    [counts.who, counts.organizations, counts.countries, counts.people, counts.remarks],
    body.counts.map(({ who, organizations, countries, people, remarks }) =>
      row([who, organizations, countries, people, apart(remarks)]),
    ),
  ),
  table(
    claims.title,
    [claims.claim, claims.by, claims.shown],
    body.claims.map((claim) => row([apart(claim.words), cite(claim.by), apart(claim.shown)])),
  ),
  ...body.acts.map(({ heading, acts }) =>
    table(
      heading,
      [report.organization, report.date, report.signedBy, sources.source],
      acts.map(({ organization, date, signedBy, sources }) =>
        row([apart(organization), date, apart(signedBy), cites(sources)]),
      ),
    ),
  ),
  table(
    sources.title,
    [report.fact, sources.source, report.says],
    body.facts.map(({ facts, source, says }) => row([facts, cite(source), apart(says)])),
  ),
];

const marked = ({ marks }: DeclarationDocument): Piece =>
  marks.length === 0
    ? ''
    : markup`<header>
${marks.map(({ kind, words }) => markup`<p class="mark ${kind}">${words}</p>\n`)}</header>\n`;

/**
 * The document as a complete HTML page. It asks for one stylesheet, `documentCss` at /api/document.css, and has no inline style or script,
 * so that it can be served under `default-src 'self'`. Each paragraph's id is its stable slug, each point's that slug and its own id.
 */
export const toHtml = (document: DeclarationDocument): string => {
  const { language, form, title, summit, lines, body } = document;
  const words = wordsIn(language);
  return markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.words} · ${summit.words}</title>
<link rel="stylesheet" href="/api/document.css">
</head>
<body>
${marked(document)}<main>
<div class="title">
<p class="summit">${run(summit)}</p>
<h1>${run(title)}</h1>
${lines.map((line) => block(apart(line)))}</div>
${body.kind === 'text' ? text(body, form === 'resolution', words) : report(body, words)}</main>
</body>
</html>\n`.html;
};
