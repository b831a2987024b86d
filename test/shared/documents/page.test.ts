import { expect, test } from 'vitest';
import { documentCss } from '../../../shared/documents/css.ts';
import { toHtml } from '../../../shared/documents/html.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { aParagraph, aSource } from '../../builders.ts';
import { composed, threeParagraphs } from './material.ts';

const page = toHtml(composed({ paragraphs: threeParagraphs }));

test('the page can be served under a policy that allows its own stylesheet and nothing else', () => {
  expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:/);
  expect(page.match(/<link[^>]*>/g)).toEqual(['<link rel="stylesheet" href="/api/document.css">']);
});

test('the stylesheet asks for nothing elsewhere, is balanced, and styles every class of the page', () => {
  expect(documentCss).not.toMatch(/url\(|@import/);
  expect(documentCss.split('{')).toHaveLength(documentCss.split('}').length);
  const classes = new Set([...page.matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1]?.split(' ') ?? []));
  expect([...classes].filter((name) => !documentCss.includes(`.${name}`))).toEqual(['draft']);
});

test('every address within the page leads to an id in it', () => {
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
  const targets = [...page.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
  expect(targets).toEqual(['pr', 'p1', 'p2-s1', 'p2-s2']);
  expect(targets.filter((target) => !ids.has(target))).toEqual([]);
});

test.each([
  ['Markdown', toMarkdown],
  ['HTML', toHtml],
  ['plain text', toPlainText],
])('a thousand paragraphs render as %s, each with its sources', (_, render) => {
  const paragraphs = Array.from({ length: 1_000 }, (_, index) =>
    aParagraph({
      slug: `p${index}`,
      order: index,
      opening: 'call-upon',
      addressees: [{ en: 'the banks' }, { en: 'the ministers' }],
      text: { en: `to open <their> funds ${index}, ${'and more '.repeat(40)}` },
      sources: [aSource('1'), aSource('2')],
    }),
  );
  const rendered = render(composed({ paragraphs }));

  expect(rendered.match(/funds \d+, and more/g)).toHaveLength(1_000);
  expect(rendered.match(/outcome 2\b/g)?.length).toBeGreaterThanOrEqual(1_000);
});
