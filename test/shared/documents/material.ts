import { composeDeclaration } from '../../../shared/documents/declaration.ts';
import type { DeclarationDocument } from '../../../shared/documents/document.ts';
import type { DeclarationMaterial } from '../../../shared/documents/material.ts';
import type { FormLanguage } from '../../../shared/domain/declaration.ts';
import type { Paragraph } from '../../../shared/domain/paragraph.ts';
import { aDeclaration, anInstrument, aParagraph, aSession, aSource, aSummit } from '../../builders.ts';

/** Everything that a declaration of the Arvenne summit is made from. */
const material = (given: Partial<DeclarationMaterial> = {}): DeclarationMaterial => ({
  declaration: aDeclaration(),
  paragraphs: [],
  summit: aSummit(),
  sessions: new Map([['vc-d-12', aSession()]]),
  instruments: new Map([['river-cities-compact', anInstrument()]]),
  leftOut: [],
  ...given,
});

export const composed = (given: Partial<DeclarationMaterial>, language: FormLanguage = 'en'): DeclarationDocument =>
  composeDeclaration(material(given), language);

/** A recital, a practice, and an ask with two points. */
export const threeParagraphs: Paragraph[] = [
  aParagraph({
    slug: 'pr',
    part: 'preamble',
    opening: 'recalling',
    text: { en: 'Global Compact for River Cities' },
    sources: [{ kind: 'instrument', instrument: 'river-cities-compact', namedBy: ['vc-d-12'] }],
  }),
  aParagraph({
    slug: 'p1',
    order: 1,
    opening: 'take-note-of',
    text: {
      en: 'the one-stop desk of Belmora.',
      fr: 'le guichet unique de Belmora.',
      es: 'el servicio único de Belmora',
    },
    sources: [aSource('1')],
  }),
  aParagraph({
    slug: 'p2',
    order: 2,
    opening: 'call-upon',
    addressees: [{ en: 'The development banks', fr: 'Les banques de développement', es: 'los bancos de desarrollo' }],
    text: undefined,
    points: [
      {
        id: 's1',
        text: { en: 'to open their funds;', fr: 'à ouvrir leurs fonds', es: 'a abrir sus fondos' },
        addressees: [],
        sources: [aSource('2')],
      },
      { id: 's2', text: { en: 'to report each year.' }, addressees: [], sources: [aSource('3', 'merged')] },
    ],
  }),
];
