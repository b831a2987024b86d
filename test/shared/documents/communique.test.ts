import { expect, test } from 'vitest';
import { toHtml } from '../../../shared/documents/html.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { aDeclaration, aParagraph } from '../../builders.ts';
import { composed, threeParagraphs } from './material.ts';

const document = composed({
  declaration: aDeclaration({ kind: 'communique', form: 'communique', title: { en: 'Arvenne Communiqué' } }),
  paragraphs: [
    ...threeParagraphs.map((paragraph) => ({
      ...paragraph,
      sources: [],
      points: paragraph.points.map((point) => ({ ...point, sources: [] })),
    })),
    aParagraph({ slug: 'p3', order: 3, heading: { en: 'Money' } }),
    aParagraph({ slug: 'p4', order: 4, heading: { en: 'Money' }, opening: 'commit-to', text: { en: 'pay our part' } }),
  ],
});

test('a communiqué in Markdown: headed sections, points numbered through, each a sentence', () => {
  expect(toMarkdown(document)).toBe(`> **Draft, not adopted**

# Arvenne Communiqué

Arvenne City Summit 2031  
Communiqué

We, the participants in Arvenne City Summit 2031, state the following:

We recall the Global Compact for River Cities.

## Practices

1. We take note of the one-stop desk of Belmora.

## Calls

2. We call upon the development banks:

   (a) to open their funds;

   (b) to report each year.

## Money

3. We recommend that each city names one desk.

4. We commit to pay our part.
`);
});

test('a communiqué in plain text', () => {
  expect(toPlainText(document)).toBe(`Draft, not adopted

Arvenne Communiqué
Arvenne City Summit 2031
Communiqué

We, the participants in Arvenne City Summit 2031, state the following:

    We recall the Global Compact for River Cities.

Practices

1. We take note of the one-stop desk of Belmora.

Calls

2. We call upon the development banks:
    (a) to open their funds;
    (b) to report each year.

Money

3. We recommend that each city names one desk.

4. We commit to pay our part.
`);
});

test('a communiqué in HTML', () => {
  expect(toHtml(document).split('<main>\n')[1]).toBe(`<div class="title">
<p class="summit">Arvenne City Summit 2031</p>
<h1>Arvenne Communiqué</h1>
<p><bdi>Communiqué</bdi></p>
</div>
<p>We, the participants in Arvenne City Summit 2031, state the following:</p>
<div class="preambular" id="pr">
<p>We recall the Global Compact for River Cities.</p>
</div>
<h2>Practices</h2>
<div class="operative" id="p1">
<p><span class="number">1.</span> We take note of the one-stop desk of Belmora.</p>
</div>
<h2>Calls</h2>
<div class="operative" id="p2">
<p><span class="number">2.</span> We call upon the development banks:</p>
<p class="point" id="p2-s1"><span class="number">(a)</span> to open their funds;</p>
<p class="point" id="p2-s2"><span class="number">(b)</span> to report each year.</p>
</div>
<h2>Money</h2>
<div class="operative" id="p3">
<p><span class="number">3.</span> We recommend that each city names one desk.</p>
</div>
<div class="operative" id="p4">
<p><span class="number">4.</span> We commit to pay our part.</p>
</div>
</main>
</body>
</html>
`);
});
