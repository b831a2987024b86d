import type { ProgrammeWords } from './mail-programme-en.ts';

export const fr: ProgrammeWords = {
  subject: 'Le programme a changé pour vous : {summit}',
  first: 'Vous figurez au programme : {summit}',
  opening: 'Le programme a été publié. Voici ce qui vous concerne :',
  labels: {
    release: 'Publication',
    note: 'Remarque',
    what: 'Quoi',
    was: 'Jusqu’ici',
    is: 'Désormais',
  },
  kinds: {
    new: 'au programme pour la première fois',
    moved: 'autre horaire ou autre salle',
    cancelled: 'annulée',
    'panel-changed': 'autres intervenants',
    changed: 'autres précisions',
  },
  unplaced: 'horaire et salle à préciser',
  more: 'Autres sessions qui vous concernent, au programme : {count}.',
  calendar: 'Pour votre agenda :',
  wrong: 'Si quelque chose n’est pas exact, dites-le aux organisateurs.',
};
