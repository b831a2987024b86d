import { declaration } from '../step.ts';

/** Ten of the eleven filed outcomes in seven paragraphs: groups with sub-points, one text merged from two sessions, one outcome left out. */
export const rehearsalDeclaration = declaration('rehearsal', {
  slug: 'rehearsal-declaration',
  title: {
    en: 'Quillemar Declaration on the Diplomacy of Cities in a Crisis',
    fr: 'Déclaration de Quillemar sur la diplomatie des villes en temps de crise',
    es: 'Declaración de Quillemar sobre la diplomacia de las ciudades en una crisis',
  },
  kind: 'declaration',
  language: 'en',
  organ: {
    en: 'the mayors and representatives of cities gathered in Quillemar',
    fr: 'les maires et les représentants de villes réunis à Quillemar',
    es: 'los alcaldes y representantes de ciudades reunidos en Quillemar',
  },
  carry: [
    'vc-d-12/1',
    'vc-d-12/2',
    'vc-d-12/3',
    {
      outcomes: ['vc-d-12/4', 'vc-d-14/2'],
      text: {
        en: 'that each city on a route of displacement name one contact point, and that the cities of the route use one form, so that a family’s file goes ahead of it when the family consents',
        fr: 'que chaque ville d’une route de déplacement désigne un point de contact, et que les villes de la route emploient un même formulaire, afin que le dossier d’une famille la précède si elle y consent',
        es: 'que cada ciudad de una ruta de desplazamiento designe un punto de contacto, y que las ciudades de la ruta usen un mismo formulario, para que el expediente de una familia la preceda si ella consiente',
      },
    },
    { outcomes: ['vc-d-12/7', 'vc-d-14/1'] },
    { outcomes: ['vc-d-12/5', 'vc-d-12/6'] },
    'vc-d-12/8',
  ],
  leaveOut: [
    {
      outcome: 'vc-d-14/3',
      reason: 'The cities of the route have to agree first on which papers these are.',
    },
  ],
});
