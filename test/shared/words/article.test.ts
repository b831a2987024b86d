import { describe, expect, test } from 'vitest';
import { after, midSentence, withArticle } from '../../../shared/words/article.ts';

describe('a preposition', () => {
  test.each([
    ['fr', 'de', 'le guichet', 'du guichet'],
    ['fr', 'de', 'Le Havre', 'du Havre'],
    ['fr', 'de', 'les guichets', 'des guichets'],
    ['fr', 'de', 'la plateforme', 'de la plateforme'],
    ['fr', 'de', 'une plateforme', 'd’une plateforme'],
    ['fr', 'de', 'l’atelier', 'de l’atelier'],
    ['es', 'de', 'el servicio', 'del servicio'],
    ['es', 'a', 'el banco', 'al banco'],
    ['es', 'a', 'El Puerto', 'a El Puerto'],
    ['es', 'a', 'los bancos', 'a los bancos'],
    ['en', undefined, 'the desk', 'the desk'],
  ] as const)('in %s: %s + "%s"', (language, preposition, words, expected) => {
    expect(after(language, preposition, words)).toBe(expected);
  });
});

describe('the name of an instrument in a sentence', () => {
  test.each([
    ['en', 'New Urban Agenda (A/RES/71/256)', 'the New Urban Agenda (A/RES/71/256)'],
    ['en', 'Global Compact on Refugees', 'the Global Compact on Refugees'],
    ['en', 'Pact for the Future', 'the Pact for the Future'],
    ['en', '2030 Agenda for Sustainable Development', 'the 2030 Agenda for Sustainable Development'],
    ['en', 'World Migration Report 2024', 'the World Migration Report 2024'],
    ['en', 'The New Urban Agenda', 'the New Urban Agenda'],
    ['en', 'Our Common Agenda', 'Our Common Agenda'],
    ['en', 'Transforming our world: the 2030 Agenda', 'Transforming our world: the 2030 Agenda'],
    ['en', 'General Assembly resolution 71/256', 'General Assembly resolution 71/256'],
    ['en', 'the New Urban Agenda', 'the New Urban Agenda'],
    ['fr', 'Pacte mondial sur les réfugiés', 'le Pacte mondial sur les réfugiés'],
    ['fr', 'Accord de Paris', 'l’Accord de Paris'],
    ['fr', 'Le Pacte', 'le Pacte'],
    ['es', 'Nueva Agenda Urbana', 'la Nueva Agenda Urbana'],
    ['ar', 'الخطة', 'الخطة'],
  ])('in %s: %s', (tag, name, expected) => {
    expect(withArticle(tag, name)).toBe(expected);
  });
});

test('an organ does not capitalize its article in the middle of a sentence', () => {
  expect([
    midSentence('en', 'The mayors gathered in Arvenne'),
    midSentence('fr', 'Les maires réunis à Arvenne'),
    midSentence('es', 'Los alcaldes reunidos en Arvenne'),
    midSentence('en', 'Theatres for Arvenne'),
  ]).toEqual([
    'the mayors gathered in Arvenne',
    'les maires réunis à Arvenne',
    'los alcaldes reunidos en Arvenne',
    'Theatres for Arvenne',
  ]);
});
