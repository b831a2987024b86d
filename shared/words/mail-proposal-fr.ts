import type { ProposalWords } from './mail-proposal-en.ts';

export const fr: ProposalWords = {
  labels: { decision: 'Décision', code: 'Référence' },
  note: 'Les organisateurs écrivent\u00a0:',
  decisions: { accepted: 'acceptée', waitlisted: 'sur la liste d’attente', rejected: 'non retenue' },
  accepted: {
    subject: 'Acceptée\u00a0: {session}, {summit}',
    opening: 'Une proposition de votre organisation a été acceptée\u00a0:',
    after: 'Son lieu et son heure seront annoncés avec le programme. Vous n’avez rien à faire pour l’instant.',
  },
  waitlisted: {
    subject: 'Sur la liste d’attente\u00a0: {session}, {summit}',
    opening: 'Une proposition de votre organisation est sur la liste d’attente\u00a0:',
    after:
      'Vous serez informés de tout changement. Vous n’avez rien à faire\u00a0; si vous n’en voulez plus, merci de la retirer, afin qu’une autre puisse prendre la place.',
  },
  rejected: {
    subject: 'Non retenue\u00a0: {session}, {summit}',
    opening: 'Une proposition de votre organisation n’a pas été retenue\u00a0:',
    after: 'Vous n’avez rien à faire. Ce que vous avez proposé reste enregistré et n’est pas rendu public.',
  },
};
