import type { ProgrammeWords } from './mail-programme-en.ts';

export const es: ProgrammeWords = {
  subject: 'El programa ha cambiado para usted: {summit}',
  first: 'Usted figura en el programa: {summit}',
  opening: 'Se ha publicado el programa. Esto es lo que le concierne:',
  labels: {
    release: 'Publicación',
    note: 'Nota',
    what: 'Qué',
    was: 'Hasta ahora',
    is: 'Desde ahora',
  },
  kinds: {
    new: 'en el programa por primera vez',
    moved: 'otra hora u otra sala',
    cancelled: 'cancelada',
    'panel-changed': 'otras personas en el panel',
    changed: 'otros datos',
  },
  unplaced: 'hora y sala por anunciar',
  more: 'Otras sesiones que le conciernen, en el programa: {count}.',
  calendar: 'Para su calendario:',
  wrong: 'Si algo no es correcto, comuníqueselo a los organizadores.',
};
