import type { WorkspaceWords } from './en.ts';

export const fr: WorkspaceWords = {
  ways: {
    today: 'Aujourd’hui',
    sessions: 'Séances',
    board: 'Planning',
    proposals: 'Propositions',
    releases: 'Versions publiées',
    rooms: 'Salles',
    tracks: 'Filières',
    participations: 'Participation',
    desks: 'Guichets de désignation',
    declarations: 'Déclarations',
    roles: 'Rôles',
    mails: 'Courriels',
    rows: 'Coller un tableau',
    settings: 'Le sommet',
  },
  save: 'Enregistrer',
  cancel: 'Annuler',
  add: 'Ajouter',
  remove: 'Retirer',
  open: 'Ouvrir',
  none: 'Aucun',
  all: 'Tout',
  more: 'Afficher la suite',
  search: 'Rechercher',
  optional: 'facultatif',
  saved: 'Enregistré.',
  problem: 'Quelque chose est à corriger',
  stale:
    'Quelqu’un d’autre a modifié ceci depuis que vous l’avez ouvert. Ce qui s’y trouve maintenant est indiqué à chaque champ qui diffère ; rien de ce que vous avez saisi n’est perdu. Envoyez à nouveau pour le remplacer par votre saisie.',
};
