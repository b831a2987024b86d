import type { WorkspaceWords } from './en.ts';

export const es: WorkspaceWords = {
  ways: {
    today: 'Hoy',
    sessions: 'Sesiones',
    board: 'Tablero',
    proposals: 'Propuestas',
    releases: 'Versiones publicadas',
    rooms: 'Salas',
    tracks: 'Ejes',
    participations: 'Quién participa',
    desks: 'Mesas de designación',
    declarations: 'Declaraciones',
    roles: 'Funciones',
    mails: 'Correos',
    rows: 'Pegar una tabla',
    settings: 'La cumbre',
  },
  save: 'Guardar',
  cancel: 'Cancelar',
  add: 'Añadir',
  remove: 'Quitar',
  open: 'Abrir',
  none: 'Ninguno',
  all: 'Todo',
  more: 'Mostrar más',
  search: 'Buscar',
  optional: 'opcional',
  saved: 'Guardado.',
  problem: 'Hay algo que corregir',
  stale:
    'Otra persona ha cambiado esto después de que usted lo abriera. Lo que hay ahora se muestra en cada campo que difiere; nada de lo que ha escrito se pierde. Envíelo de nuevo para poner lo suyo en su lugar.',
};
