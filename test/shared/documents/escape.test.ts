import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeclarationDocument } from '../../../shared/documents/document.ts';
import { toHtml } from '../../../shared/documents/html.ts';
import { escapeMarkdown, toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { plain } from '../../../shared/documents/run.ts';
import { aCarriage, aDeclaration, anInstrument, aSession, aSignature, aSummit } from '../../builders.ts';
import { runs } from '../../counts.ts';
import { composed, threeParagraphs } from './material.ts';

// A document in which every text that a person writes is the given one.
const said = (words: string): DeclarationDocument => {
  const text = { en: words };
  return composed({
    declaration: aDeclaration({ title: text, organ: text, addressedTo: [words], form: 'letter' }),
    summit: aSummit({ title: text }),
    paragraphs: threeParagraphs.map((paragraph) => ({
      ...paragraph,
      text,
      addressees: [text, text],
      heading: text,
      points: paragraph.points.map((point) => ({ ...point, text })),
    })),
    sessions: new Map([['vc-d-12', aSession({ reference: words, title: text })]]),
    instruments: new Map([['river-cities-compact', anInstrument({ name: text })]]),
    leftOut: [aCarriage({ reason: words })],
  });
};

const reported = (words: string): DeclarationDocument => {
  const source = { facts: [words], citation: words, says: words, how: 'printed' as const };
  return composed({
    declaration: aDeclaration({ origin: 'reported', sources: [source], abstract: { en: words } }),
    signatures: [aSignature({ printed: words, signedBy: words, sources: [source] })],
  });
};

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('\u2028', '\u202e', '\u2066', '\u0007', '\ud800', '\n', '\r', '\t'),
      fc.constantFrom(...[...Array(95).keys()].map((index) => String.fromCodePoint(32 + index))),
      fc.constantFrom('<script>', '&amp', '&#35;', '\n# ', '\n- ', '\n3. ', '![a](b)', '| --- |', '```', '://', 'www.'),
    ),
    { maxLength: 12 },
  )
  // A word at each end, so that nothing is trimmed away and the shape of the document stays comparable.
  .map((parts) => `x${parts.join('')}x`);

const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
const lines = (text: string): number => text.split('\n').length;

describe.each([
  ['a text', said],
  ['a report', reported],
])('whatever people wrote in %s', (_, made) => {
  test('HTML has the same tags', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const single = words.replace(/[\r\n]/g, ' ');
        expect(tags(toHtml(made(single)))).toEqual(tags(toHtml(made('x'))));
      }),
      runs(100, 400),
    );
  });

  test('plain text and Markdown have the same lines', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const single = words.replace(/[\r\n]/g, made === reported ? ' ' : '\n');
        expect(lines(toPlainText(made(single)))).toBe(lines(toPlainText(made('x'))));
        expect(lines(toMarkdown(made(single)))).toBe(lines(toMarkdown(made('x'))));
      }),
      runs(100, 400),
    );
  });
});

// What CommonMark and GFM act upon anywhere in a line.
const acting = /[\\`*_[\]<>|#~@$]|&[#a-z\d]|:\/\//i;

test('in Markdown no character of a text acts, and the backslashes taken away it is the text', () => {
  fc.assert(
    fc.property(hostile, (words) => {
      const escaped = escapeMarkdown(plain(words));
      const unescaped = escaped.replaceAll(/\\[!-/:-@[-`{-~]/g, '·');
      expect(unescaped).not.toMatch(acting);
      expect(escaped.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(plain(words));
    }),
    runs(300, 1_500),
  );
});

test.each([
  ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
  ['[a](b) ![c](d) <b>', '\\[a\\](b) !\\[c\\](d) \\<b\\>'],
  ['- item', '\\- item'],
  ['12. item', '12\\. item'],
  ['1) item', '1\\) item'],
  ['VC-D 12, 1.5 + 2', 'VC-D 12, 1.5 + 2'],
  ['a | b # c', 'a \\| b \\# c'],
  ['R&D &lt; &#60', 'R\\&D \\&lt; \\&\\#60'],
  [
    'see https://a.example and www.b.example, x@c.example',
    'see https\\://a.example and www\\.b.example, x\\@c.example',
  ],
  ['back\\slash', 'back\\\\slash'],
])('%s is escaped as %s', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('line breaks become spaces, and characters that hide or turn the text are taken out', () => {
  expect(plain(' one\n\n2. two\u2028three\u202e\u0007\u00a0%\ud800 ')).toBe('one 2. two three\u00a0%\ufffd');
});

test('only web addresses become links, and none ends the link or the cell it stands in', () => {
  const source = (url: string) => ({ facts: ['title'], citation: 'C', url, how: 'printed' as const });
  const urls = [
    'javascript:alert(1)',
    'https://a.example/x) y|<b>"',
    'not an address',
    'https://a.example/?a=1&copy;b',
  ];
  const document = composed({ declaration: aDeclaration({ origin: 'reported', sources: urls.map(source) }) });
  const links = (text: string) => text.split('\n').filter((line) => line.includes('title') && !line.includes('class'));
  expect(links(toMarkdown(document))).toEqual([
    '| title | C |  |',
    '| title | [C](https://a.example/x%29%20y%7C%3Cb%3E%22) |  |',
    '| title | C |  |',
    '| title | [C](https://a.example/?a=1\\&copy;b) |  |',
  ]);
  expect(tags(toHtml(document)).filter((tag) => tag.startsWith('<a'))).toEqual([
    '<a href="https://a.example/x)%20y|%3Cb%3E%22">',
    '<a href="https://a.example/?a=1&amp;copy;b">',
  ]);
});
