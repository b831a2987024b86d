import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../shared/documents/html.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { aCarriage, aDeclaration, aParagraph, aSource } from '../../builders.ts';
import { composed, threeParagraphs } from './material.ts';

describe('a resolution', () => {
  const document = composed({ paragraphs: threeParagraphs, leftOut: [aCarriage(), aCarriage({ reason: undefined })] });

  test('in Markdown', () => {
    expect(toMarkdown(document)).toBe(`> **Draft, not adopted**

# Arvenne Declaration

Arvenne City Summit 2031  
Declaration

We, the participants in Arvenne City Summit 2031,

*Recalling* the Global Compact for River Cities,

1. *Take note of* the one-stop desk of Belmora;

2. *Call upon* the development banks:

   (a) to open their funds;

   (b) to report each year.

## Sources

| Paragraph | Source | Session | Relation |
| --- | --- | --- | --- |
| Preamble 1 | [Global Compact for River Cities](/api/v1/instruments/river-cities-compact) | [VC-D 12](/api/v1/summits/arvenne-2031/sessions/vc-d-12) | named by session |
| 1 | [VC-D 12, outcome 1](/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/1) | [VC-D 12](/api/v1/summits/arvenne-2031/sessions/vc-d-12) Cities that take people in | verbatim |
| 2 (a) | [VC-D 12, outcome 2](/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/2) | [VC-D 12](/api/v1/summits/arvenne-2031/sessions/vc-d-12) Cities that take people in | verbatim |
| 2 (b) | [VC-D 12, outcome 3](/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/3) | [VC-D 12](/api/v1/summits/arvenne-2031/sessions/vc-d-12) Cities that take people in | merged |

## What is left out, and why

| Outcome | Reason |
| --- | --- |
| [VC-D 12, outcome 9](/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/9) | Said better by outcome 1. |
`);
  });

  test('in HTML', () => {
    expect(toHtml(document)).toBe(`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Arvenne Declaration · Arvenne City Summit 2031</title>
<link rel="stylesheet" href="/api/document.css">
</head>
<body>
<header>
<p class="mark draft">Draft, not adopted</p>
</header>
<main>
<div class="title">
<p class="summit">Arvenne City Summit 2031</p>
<h1>Arvenne Declaration</h1>
<p><bdi>Declaration</bdi></p>
</div>
<p>We, the participants in Arvenne City Summit 2031,</p>
<div class="preambular" id="pr">
<p><em>Recalling</em> the Global Compact for River Cities, <small><a href="/api/v1/instruments/river-cities-compact"><bdi>Global Compact for River Cities</bdi></a></small></p>
</div>
<div class="operative" id="p1">
<p><span class="number">1.</span> <em>Take note of</em> the one-stop desk of Belmora; <small><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/1"><bdi>VC-D 12, outcome 1</bdi></a></small></p>
</div>
<div class="operative" id="p2">
<p><span class="number">2.</span> <em>Call upon</em> the development banks:</p>
<p class="point" id="p2-s1"><span class="number">(a)</span> to open their funds; <small><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/2"><bdi>VC-D 12, outcome 2</bdi></a></small></p>
<p class="point" id="p2-s2"><span class="number">(b)</span> to report each year. <small><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/3"><bdi>VC-D 12, outcome 3</bdi></a></small></p>
</div>
<section class="annex">
<h2>Sources</h2>
<table>
<thead><tr><th scope="col">Paragraph</th><th scope="col">Source</th><th scope="col">Session</th><th scope="col">Relation</th></tr></thead>
<tbody>
<tr><td><a href="#pr"><bdi>Preamble 1</bdi></a></td><td><a href="/api/v1/instruments/river-cities-compact"><bdi>Global Compact for River Cities</bdi></a></td><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12"><bdi>VC-D 12</bdi></a></td><td>named by session</td></tr>
<tr><td><a href="#p1"><bdi>1</bdi></a></td><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/1"><bdi>VC-D 12, outcome 1</bdi></a></td><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12"><bdi>VC-D 12</bdi></a> Cities that take people in</td><td>verbatim</td></tr>
<tr><td><a href="#p2-s1"><bdi>2 (a)</bdi></a></td><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/2"><bdi>VC-D 12, outcome 2</bdi></a></td><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12"><bdi>VC-D 12</bdi></a> Cities that take people in</td><td>verbatim</td></tr>
<tr><td><a href="#p2-s2"><bdi>2 (b)</bdi></a></td><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/3"><bdi>VC-D 12, outcome 3</bdi></a></td><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12"><bdi>VC-D 12</bdi></a> Cities that take people in</td><td>merged</td></tr>
</tbody>
</table>
</section>
<section class="annex">
<h2>What is left out, and why</h2>
<table>
<thead><tr><th scope="col">Outcome</th><th scope="col">Reason</th></tr></thead>
<tbody>
<tr><td><a href="/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/9"><bdi>VC-D 12, outcome 9</bdi></a></td><td><bdi>Said better by outcome 1.</bdi></td></tr>
</tbody>
</table>
</section>
</main>
</body>
</html>
`);
  });

  test('in plain text', () => {
    expect(toPlainText(document)).toBe(`Draft, not adopted

Arvenne Declaration
Arvenne City Summit 2031
Declaration

We, the participants in Arvenne City Summit 2031,

    Recalling the Global Compact for River Cities,

1. Take note of the one-stop desk of Belmora;

2. Call upon the development banks:
    (a) to open their funds;
    (b) to report each year.

Sources
    Preamble 1: Global Compact for River Cities </api/v1/instruments/river-cities-compact>, named by session VC-D 12
    1: VC-D 12, outcome 1 </api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/1>, verbatim
    2 (a): VC-D 12, outcome 2 </api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/2>, verbatim
    2 (b): VC-D 12, outcome 3 </api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/3>, merged

What is left out, and why
    VC-D 12, outcome 9 </api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/9>: Said better by outcome 1.
`);
  });
});

test('a paragraph of an annex that opens with no word begins with its own', () => {
  const annex = aParagraph({ slug: 'a1', part: 'annex', opening: undefined, text: { en: 'The desks of the basin' } });
  const document = composed({ paragraphs: [annex] });

  expect(toMarkdown(document)).toContain('\n1. The desks of the basin.\n');
  expect(toHtml(document)).toContain('<p><span class="number">1.</span> The desks of the basin.</p>');
  expect(toPlainText(document)).toContain('\n1. The desks of the basin.\n');
});

test('its organ speaks, and paragraphs are numbered by their order, whatever order they come in', () => {
  const declaration = aDeclaration({
    organ: { en: 'The mayors gathered in Arvenne,' },
    state: 'adopted',
    addressedTo: ['The Assembly of Lorn', 'Belmora'],
  });
  const paragraphs = [
    aParagraph({ slug: 'p2', order: 2, text: { en: 'that nobody is turned away, …' } }),
    aParagraph({ slug: 'p1', order: 1, opening: 'commit-to', text: { en: 'opening one desk each;' } }),
  ];
  expect(toPlainText(composed({ declaration, paragraphs }))).toBe(`Arvenne Declaration
Arvenne City Summit 2031
Declaration
Adopted
Addressed to: The Assembly of Lorn and Belmora

We, the mayors gathered in Arvenne,

1. Commit to opening one desk each;

2. Recommend that nobody is turned away, ….
`);
});

test('a rehearsal says so first, in every format and form', () => {
  const mark =
    'Rehearsal: invented people and organizations, played through to show the product. Nobody real said or decided this.';
  for (const form of ['resolution', 'communique', 'letter'] as const) {
    const document = composed({ declaration: aDeclaration({ rehearsal: true, form }), paragraphs: threeParagraphs });
    expect(toMarkdown(document).split('\n')[0]).toBe(`> **${mark}**`);
    expect(toPlainText(document).split('\n').slice(0, 2)).toEqual([mark, 'Draft, not adopted']);
    expect(toHtml(document)).toContain(`<body>\n<header>\n<p class="mark rehearsal">${mark}</p>\n`);
  }
});

test('sub-points go on past the alphabet, and the ones before the last paragraph all end in semicolons', () => {
  const points = Array.from({ length: 28 }, (_, index) => ({
    id: `s${index + 1}`,
    text: { en: `that ${index + 1}` },
    addressees: [],
    sources: [],
  }));
  const paragraphs = [
    aParagraph({ text: undefined, points }),
    aParagraph({ slug: 'p2', order: 1, heading: { en: 'Money' } }),
  ];
  const lines = toPlainText(composed({ paragraphs })).split('\n').slice(8);
  expect(lines).toHaveLength(1 + 28 + 5);
  expect([lines[0], lines[1], lines[26], lines[27], ...lines.slice(28)]).toEqual([
    '1. Recommend:',
    '    (a) that 1;',
    '    (z) that 26;',
    '    (aa) that 27;',
    '    (bb) that 28;',
    '',
    'Money',
    '',
    '2. Recommend that each city names one desk.',
    '',
  ]);
});

test('points with addressees of their own name them', () => {
  const point = (id: string, addressee: string) => ({
    id,
    text: { en: 'to act' },
    addressees: [{ en: addressee }],
    sources: [],
  });
  const paragraphs = [
    aParagraph({
      opening: 'call-upon',
      text: undefined,
      points: [point('s1', 'The banks'), point('s2', 'the states')],
    }),
  ];
  expect(toPlainText(composed({ paragraphs }))).toContain(
    '1. Call upon:\n    (a) the banks to act;\n    (b) the states to act.\n',
  );
});

test('a session or instrument that is not at hand is named by its slug', () => {
  const recital = {
    kind: 'instrument' as const,
    instrument: 'river-cities-compact',
    clause: '34',
    namedBy: ['a', 'b'],
  };
  const { body } = composed({
    paragraphs: [aParagraph({ sources: [aSource('1', 'derived'), recital] })],
    sessions: new Map(),
    instruments: new Map(),
  });
  const session = (slug: string) => ({ label: slug, href: `/api/v1/summits/arvenne-2031/sessions/${slug}` });
  expect(body).toMatchObject({
    sources: [
      {
        paragraph: { label: '1', href: '#p1' },
        source: { label: 'vc-d-12, outcome 1', href: '/api/v1/summits/arvenne-2031/sessions/vc-d-12/outcomes/1' },
        sessions: [session('vc-d-12')],
        relation: 'derived',
      },
      {
        paragraph: { label: '1', href: '#p1' },
        source: { label: 'river-cities-compact, 34', href: '/api/v1/instruments/river-cities-compact' },
        sessions: [session('a'), session('b')],
        relation: 'named by session',
      },
    ],
  });
});
