import type { AwaitedWords } from './mail-awaited-en.ts';

export const fr: AwaitedWords = {
  first: {
    subject: 'Qu’en est-il ressorti\u00a0? {session}, {summit}',
    opening: 'Cette séance a eu lieu et aucun de ses résultats n’a encore été déposé\u00a0:',
  },
  second: {
    subject: 'Toujours attendu\u00a0: les résultats de {session}, {summit}',
    opening: 'Cette séance a eu lieu il y a quelques jours et aucun de ses résultats n’a encore été déposé\u00a0:',
  },
  ask: 'Merci de noter ce qu’elle a produit, une ligne par résultat, et de le déposer. Un téléphone suffit.',
  page: 'Noter et déposer les résultats ici\u00a0:',
  none: 'Si elle n’a rien produit, dites-le au même endroit, et pourquoi\u00a0: «\u00a0Aucun, parce que …\u00a0» est une réponse.',
  last: 'Vous ne recevrez plus de rappel au sujet de cette séance.',
};
