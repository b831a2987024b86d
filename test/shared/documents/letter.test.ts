import { expect, test } from 'vitest';
import { toHtml } from '../../../shared/documents/html.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { aDeclaration, aParagraph } from '../../builders.ts';
import { composed } from './material.ts';

const letter = aDeclaration({
  kind: 'open-letter',
  form: 'letter',
  state: 'issued',
  title: { en: 'Open the funds' },
  organ: { en: 'The mayors of Arvenne and Belmora' },
  addressedTo: ['The Ministers of Lorn', 'the Bank of Lorn'],
});
const paragraphs = [
  aParagraph({ part: 'preamble', opening: 'taking-note-of', slug: 'pr', text: { en: 'World River Report 2030' } }),
  aParagraph({
    order: 1,
    opening: 'call-upon',
    addressees: [{ en: 'the ministers' }, { en: 'the bank' }],
    text: { en: 'to open their funds' },
  }),
  aParagraph({ slug: 'p2', order: 2 }),
];
const document = composed({ declaration: letter, paragraphs });

test('a letter in Markdown', () => {
  expect(toMarkdown(document)).toBe(`# Open the funds

Arvenne City Summit 2031  
Open letter  
Issued by its chairs  
Addressed to: The Ministers of Lorn and the Bank of Lorn

To the Ministers of Lorn and the Bank of Lorn,

We, the mayors of Arvenne and Belmora, write to you as follows:

We take note of the World River Report 2030.

1. We ask the ministers and the bank to open their funds.

2. We recommend that each city names one desk.

Respectfully,

The mayors of Arvenne and Belmora
`);
});

test('a letter in plain text', () => {
  expect(toPlainText(document)).toBe(`Open the funds
Arvenne City Summit 2031
Open letter
Issued by its chairs
Addressed to: The Ministers of Lorn and the Bank of Lorn

To the Ministers of Lorn and the Bank of Lorn,

We, the mayors of Arvenne and Belmora, write to you as follows:

    We take note of the World River Report 2030.

1. We ask the ministers and the bank to open their funds.

2. We recommend that each city names one desk.

Respectfully,
The mayors of Arvenne and Belmora
`);
});

test('a letter in HTML', () => {
  expect(toHtml(document).split('<body>\n')[1]).toBe(`<main>
<div class="title">
<p class="summit">Arvenne City Summit 2031</p>
<h1>Open the funds</h1>
<p><bdi>Open letter</bdi></p>
<p><bdi>Issued by its chairs</bdi></p>
<p><bdi>Addressed to: The Ministers of Lorn and the Bank of Lorn</bdi></p>
</div>
<p>To the Ministers of Lorn and the Bank of Lorn,</p>
<p>We, the mayors of Arvenne and Belmora, write to you as follows:</p>
<div class="preambular" id="pr">
<p>We take note of the World River Report 2030.</p>
</div>
<div class="operative" id="p1">
<p><span class="number">1.</span> We ask the ministers and the bank to open their funds.</p>
</div>
<div class="operative" id="p2">
<p><span class="number">2.</span> We recommend that each city names one desk.</p>
</div>
<div class="close">
<p>Respectfully,</p>
<p>The mayors of Arvenne and Belmora</p>
</div>
</main>
</body>
</html>
`);
});

test('a letter to nobody in particular greets whom it may concern', () => {
  const { body } = composed({ declaration: { ...letter, addressedTo: [] }, paragraphs });
  expect(body).toMatchObject({ salutation: [{ words: 'To whom it may concern,' }] });
});
