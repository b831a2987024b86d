import { expect, test } from 'vitest';
import { toHtml } from '../../../shared/documents/html.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { aDeclaration, aParagraph, aSignature } from '../../builders.ts';
import { composed } from './material.ts';

const courier = {
  facts: ['title', 'date', 'entries'],
  citation: 'Arvenne Courier',
  url: 'https://courier.example/a_(1)',
  how: 'printed' as const,
};
const list = {
  facts: ['signatoryList'],
  citation: 'Belmora city archive',
  how: 'inferred' as const,
  says: 'four cities',
};
const declaration = aDeclaration({
  origin: 'reported',
  sources: [courier, list, { ...courier, facts: ['abstract'] }],
  abstract: { en: 'The cities want funds.\n\nThey promise desks.' },
  date: '2018-10',
  signatoryList: 'partial',
});
const signatures = [
  aSignature({ capacity: 'observer', printed: 'Lorn', sources: [courier] }),
  aSignature({ on: '2018-10-30', signedBy: 'Lina Okafor-Brandt', sources: [list] }),
  aSignature({ printed: 'Tessaly-on-Sea', state: 'withdrawn', on: '2018' }),
];
// A reported declaration has no paragraphs; should any be stored, they are not its text.
const document = composed({ declaration, signatures, paragraphs: [aParagraph()] });

test('a reported declaration in Markdown: its abstract and acts, and never the form of a text', () => {
  expect(toMarkdown(document)).toBe(`> **Reported by Arvenne Courier and Belmora city archive; this is not the text.**

# Arvenne Declaration

Arvenne City Summit 2031  
Declaration  
October 2018

## Abstract (not the text)

The cities want funds.

They promise desks.

The sources give a part of the list of signatories.

## Signatories (2)

| Organization | Date | Signed by | Source |
| --- | --- | --- | --- |
| Belmora | 30 October 2018 | Lina Okafor-Brandt | Belmora city archive |
| Tessaly-on-Sea (withdrawn) | 2018 |  |  |

## Endorsed as observers (1)

| Organization | Date | Signed by | Source |
| --- | --- | --- | --- |
| Lorn | not given |  | [Arvenne Courier](https://courier.example/a_%281%29) |

## Sources

| Fact | Source | What it prints |
| --- | --- | --- |
| title, date, entries | [Arvenne Courier](https://courier.example/a_%281%29) |  |
| list of signatories (inferred) | Belmora city archive | four cities |
| abstract | [Arvenne Courier](https://courier.example/a_%281%29) |  |
`);
});

test('a reported declaration in plain text', () => {
  expect(toPlainText(document)).toBe(`Reported by Arvenne Courier and Belmora city archive; this is not the text.

Arvenne Declaration
Arvenne City Summit 2031
Declaration
October 2018

Abstract (not the text)

The cities want funds.

They promise desks.

The sources give a part of the list of signatories.

Signatories (2)
    Belmora; Date: 30 October 2018; Signed by: Lina Okafor-Brandt; Belmora city archive
    Tessaly-on-Sea (withdrawn); Date: 2018

Endorsed as observers (1)
    Lorn; Date: not given; Arvenne Courier <https://courier.example/a_(1)>

Sources
    title, date, entries: Arvenne Courier <https://courier.example/a_(1)>
    list of signatories (inferred): Belmora city archive: “four cities”
    abstract: Arvenne Courier <https://courier.example/a_(1)>
`);
});

test('a reported declaration in HTML', () => {
  expect(toHtml(document).split('<body>\n')[1]).toBe(`<header>
<p class="mark reported">Reported by Arvenne Courier and Belmora city archive; this is not the text.</p>
</header>
<main>
<div class="title">
<p class="summit">Arvenne City Summit 2031</p>
<h1>Arvenne Declaration</h1>
<p><bdi>Declaration</bdi></p>
<p><bdi>October 2018</bdi></p>
</div>
<h2>Abstract (not the text)</h2>
<p>The cities want funds.</p>
<p>They promise desks.</p>
<p>The sources give a part of the list of signatories.</p>
<section class="annex">
<h2>Signatories (2)</h2>
<table>
<thead><tr><th scope="col">Organization</th><th scope="col">Date</th><th scope="col">Signed by</th><th scope="col">Source</th></tr></thead>
<tbody>
<tr><td><bdi>Belmora</bdi></td><td>30 October 2018</td><td><bdi>Lina Okafor-Brandt</bdi></td><td><bdi>Belmora city archive</bdi></td></tr>
<tr><td><bdi>Tessaly-on-Sea (withdrawn)</bdi></td><td>2018</td><td></td><td></td></tr>
</tbody>
</table>
</section>
<section class="annex">
<h2>Endorsed as observers (1)</h2>
<table>
<thead><tr><th scope="col">Organization</th><th scope="col">Date</th><th scope="col">Signed by</th><th scope="col">Source</th></tr></thead>
<tbody>
<tr><td><bdi>Lorn</bdi></td><td>not given</td><td></td><td><a href="https://courier.example/a_(1)"><bdi>Arvenne Courier</bdi></a></td></tr>
</tbody>
</table>
</section>
<section class="annex">
<h2>Sources</h2>
<table>
<thead><tr><th scope="col">Fact</th><th scope="col">Source</th><th scope="col">What it prints</th></tr></thead>
<tbody>
<tr><td>title, date, entries</td><td><a href="https://courier.example/a_(1)"><bdi>Arvenne Courier</bdi></a></td><td></td></tr>
<tr><td>list of signatories (inferred)</td><td><bdi>Belmora city archive</bdi></td><td><bdi>four cities</bdi></td></tr>
<tr><td>abstract</td><td><a href="https://courier.example/a_(1)"><bdi>Arvenne Courier</bdi></a></td><td></td></tr>
</tbody>
</table>
</section>
</main>
</body>
</html>
`);
});

test('without a source it still says that this is not the text', () => {
  const { marks } = composed({ declaration: { ...declaration, sources: [] } });
  expect(marks).toEqual([{ kind: 'reported', words: 'Reported; this is not the text.' }]);
});
