import { expect, test } from 'vitest';
import { toHtml } from '../../../shared/documents/html.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { aCarriage, aDeclaration, aParagraph, aSummit } from '../../builders.ts';
import { composed, threeParagraphs } from './material.ts';

const unsourced = threeParagraphs.map((paragraph) => ({
  ...paragraph,
  sources: [],
  points: paragraph.points.map((point) => ({ ...point, sources: [] })),
}));

test('a resolution in French: participles, articles that melt, letters with one parenthesis, and marks where the text is missing', () => {
  expect(toMarkdown(composed({ paragraphs: unsourced }, 'fr')).replaceAll('\u00a0', '~')).toBe(`> **Projet, non adopté**

> **Traduction. Langue du texte faisant foi~: anglais.**

# \\[en anglais~:\\] Arvenne Declaration

Arvenne City Summit 2031  
Déclaration

Nous, les participants à la rencontre «~Arvenne City Summit 2031~»,

*Rappelant* \\[en anglais~:\\] the Global Compact for River Cities,

1. *Prenons note* du guichet unique de Belmora~;

2. *Appelons* les banques de développement~:

   a) à ouvrir leurs fonds~;

   b) \\[en anglais~:\\] to report each year.
`);
});

test('a communiqué in Spanish', () => {
  const declaration = aDeclaration({
    kind: 'communique',
    form: 'communique',
    language: 'es',
    title: { es: 'Comunicado de Arvenne' },
    organ: { es: 'Los alcaldes reunidos en Arvenne' },
  });
  const paragraphs = [
    aParagraph({
      slug: 'p3',
      order: 3,
      opening: 'call-upon',
      addressees: [{ es: 'el banco de Lorn' }, { es: 'los ministros' }],
      text: { es: 'a pagar su parte.' },
    }),
    ...unsourced,
  ];
  expect(toPlainText(composed({ declaration, paragraphs }, 'es'))).toBe(`Proyecto, no aprobado

Comunicado de Arvenne
Arvenne City Summit 2031
Comunicado

Nosotros, los alcaldes reunidos en Arvenne, declaramos lo siguiente:

    Recordamos [en inglés:] the Global Compact for River Cities.

Prácticas

1. Tomamos nota del servicio único de Belmora.

Llamamientos

2. Exhortamos a los bancos de desarrollo:
    a) a abrir sus fondos;
    b) [en inglés:] to report each year.

3. Exhortamos al banco de Lorn y a los ministros a pagar su parte.
`);
});

test('a missing text is given in the authentic language, with its own language and direction in HTML', () => {
  const paragraphs = [
    aParagraph({
      opening: 'call-upon',
      addressees: [{ ar: 'المصارف', en: 'the banks' }],
      text: { en: 'to pay', ar: 'أن تدفع' },
    }),
  ];
  const declaration = aDeclaration({ language: 'ar' });
  expect(toHtml(composed({ declaration, paragraphs }, 'fr'))).toContain(
    '<em>Appelons</em> [en arabe\u00a0:] <span lang="ar" dir="auto">المصارف</span> <span lang="ar" dir="auto">أن تدفع</span>.</p>',
  );
  expect(toPlainText(composed({ declaration, paragraphs }, 'fr'))).toContain(
    '1. Appelons [en arabe\u00a0:] \u2068المصارف\u2069 \u2068أن تدفع\u2069.\n',
  );
});

test('a regional variant is the language, and a text in no expected language is still printed', () => {
  const paragraphs = [
    aParagraph({ text: { 'en-GB': 'that harbours open' } }),
    aParagraph({ slug: 'p2', order: 1, text: { pt: 'que se abra' } }),
  ];
  expect(toPlainText(composed({ paragraphs, summit: aSummit({ title: { pt: 'Cimeira' } }) }))).toContain(`Cimeira
Declaration

We, the participants in Cimeira,

1. Recommend that harbours open;

2. Recommend [in Portuguese:] que se abra.
`);
});

test('why an outcome is left out is said in the language of the document; a reason that somebody gave stays as they gave it', () => {
  const leftOut = [
    aCarriage({ reason: 'Not chosen.', because: 'not-chosen' }),
    aCarriage({ reason: 'No text.', because: 'no-text' }),
    aCarriage({ reason: 'Said by 1.' }),
  ];
  const rows = (language: 'en' | 'fr' | 'es') => composed({ paragraphs: unsourced, leftOut }, language).body;

  expect(rows('fr')).toMatchObject({
    leftOut: [
      { reason: 'Il ne fait pas partie des résultats choisis pour ce texte.' },
      { reason: 'Il n’existe pas en anglais, la langue de cette déclaration.' },
      { reason: 'Said by 1.' },
    ],
  });
  expect(rows('es')).toMatchObject({
    leftOut: [{}, { reason: 'No tiene texto en inglés, el idioma de esta declaración.' }, {}],
  });
  expect(rows('en')).toMatchObject({
    leftOut: [{}, { reason: 'It has no text in English, the language of this declaration.' }, {}],
  });
});
