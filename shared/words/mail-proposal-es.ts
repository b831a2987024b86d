import type { ProposalWords } from './mail-proposal-en.ts';

export const es: ProposalWords = {
  labels: { decision: 'Decisión', code: 'Referencia' },
  note: 'Los organizadores escriben:',
  decisions: { accepted: 'aceptada', waitlisted: 'en lista de espera', rejected: 'no aceptada' },
  accepted: {
    subject: 'Aceptada: {session}, {summit}',
    opening: 'Se aceptó una propuesta de su organización:',
    after: 'Su lugar y su hora se anunciarán con el programa. Por ahora no tiene que hacer nada.',
  },
  waitlisted: {
    subject: 'En lista de espera: {session}, {summit}',
    opening: 'Una propuesta de su organización está en la lista de espera:',
    after:
      'Le avisaremos cuando eso cambie. No tiene que hacer nada; si ya no la desean, retírenla, por favor, para que otra pueda ocupar el lugar.',
  },
  rejected: {
    subject: 'No aceptada: {session}, {summit}',
    opening: 'No se aceptó una propuesta de su organización:',
    after: 'No tiene que hacer nada. Lo que propusieron queda registrado y no se hace público.',
  },
};
