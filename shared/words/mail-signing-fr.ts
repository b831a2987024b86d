import type { SigningWords } from './mail-signing-en.ts';

export const fr: SigningWords = {
  attests: 'Plenary atteste qui a agi\u00a0; la clé de la ville elle-même n’a pas signé.',
  labels: {
    as: 'En qualité de',
    title: 'Titre du texte',
    version: 'Version',
    hash: 'SHA-256 du texte',
    signedBy: 'Signataire',
    position: 'Fonction',
    reservation: 'Réserve',
    about: 'Sur les paragraphes',
    none: 'aucune',
    code: 'Code',
    on: 'Date',
    proof: 'Par quelle voie',
    entry: 'Entrée dans la chaîne',
    says: 'Qui le dit',
  },
  capacities: { signatory: 'signataire', observer: 'observateur, qui appuie le texte' },
  proofs: {
    account: 'par un compte',
    link: 'par un lien de signature, avec un code',
    paper: 'sur papier',
    email: 'par courriel',
    floor: 'en séance',
    reported: 'rapportée par une source',
  },
  'signing-asked': {
    subject: 'Merci de préparer la signature de {organization}\u00a0: {declaration}',
    opening:
      'Votre organisation est invitée à signer ce texte, ou à l’appuyer. Votre bureau prépare la signature ici, sans compte\u00a0:',
    ask: 'Merci de lire le texte et d’indiquer comment imprimer le nom et la fonction de la personne qui signe, ce qui l’autorise à engager l’organisation, et une éventuelle réserve. Un code est ensuite envoyé à l’adresse connue de cette personne, qui signe avec ce code.',
    link: 'Lire le texte et préparer la signature ici\u00a0:',
    until: 'Le lien s’ouvre jusqu’au {utc} (UTC). Si vous ne faites rien, rien n’est signé.',
    private:
      'Le lien est réservé à votre bureau\u00a0: quiconque l’a peut modifier ce qui est préparé. À lui seul, il ne signe rien.',
  },
  'signing-code': {
    subject: 'Votre code pour signer\u00a0: {declaration}',
    opening: 'Votre bureau a préparé cette signature pour vous. Le code signe ceci et rien d’autre\u00a0:',
    reservation: 'Votre réserve\u00a0:',
    code: 'Votre code, valable {minutes} minutes\u00a0:',
    link: 'Lire le texte, et le signer avec le code, ici\u00a0:',
    unwanted:
      'Si vous ne voulez pas signer, ne faites rien et ne donnez le code à personne. Quiconque l’a peut signer pour vous.',
  },
  'signature-given': {
    subject: 'Signé pour {organization}\u00a0: {declaration}',
    opening: 'Une signature a été enregistrée pour votre organisation\u00a0:',
    after: 'Si c’est exact, vous n’avez rien à faire.',
    link: 'Ce n’était pas vous\u00a0? Dites-le ici, et la signature est suspendue jusqu’à la décision des organisateurs\u00a0:',
    until: 'Le lien s’ouvre jusqu’au {utc} (UTC). L’ouvrir ne change rien.',
  },
  'signature-receipt': {
    subject: 'Reçu\u00a0: la signature de {organization}, {declaration}',
    opening: 'Cette signature est enregistrée\u00a0:',
    place:
      'Elle figure dans la chaîne des signatures sous l’entrée ci-dessus. Son numéro dans la chaîne, et tout ce qui montre qu’elle y est encore, figure dans le reçu\u00a0:',
    check:
      'Gardez ce courriel, ou le reçu. Avec lui, chacun peut vérifier plus tard que la signature est encore dans la chaîne. Le texte signé, exactement tel qu’il a été haché\u00a0:',
    keys: 'Les clés de la plateforme\u00a0:',
  },
  'signature-disputed': {
    subject: '«\u00a0Ce n’était pas nous\u00a0»\u00a0: {organization}, {declaration}',
    opening:
      'Une personne informée de cette signature dit qu’elle n’est pas la leur. Elle est suspendue jusqu’à votre décision\u00a0:',
    after:
      'Merci de vérifier ce qui s’est passé, puis de confirmer la signature ou de la déclarer nulle. Si vous ne faites rien, elle reste suspendue et n’est pas comptée.',
    see: 'La signature\u00a0:',
  },
};
