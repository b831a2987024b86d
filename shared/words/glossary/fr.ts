import type { Glossary } from './en.ts';

export const fr: Glossary = {
  participation: {
    term: 'Participation',
    means:
      'Une organisation prend part à un sommet : comme hôte, présidente, organisatrice, membre participant, observatrice ou soutien.',
  },
  observer: {
    term: 'Observateur',
    means:
      'Organisation qui prend part sans décider. Elle peut apporter son soutien à un texte ; elle ne le signe pas.',
  },
  panelist: {
    term: 'Intervenant',
    means: 'La place d’une personne parmi les intervenants d’une séance : qui siégeait, à quel titre, pour qui.',
  },
  rapporteur: { term: 'Rapporteur', means: 'La personne qui consigne ce qui est ressorti d’une séance.' },
  outcome: {
    term: 'Résultat',
    means:
      'Ce qu’une séance a produit : une recommandation, un engagement, une pratique, une demande ou un message clé.',
  },
  declaration: {
    term: 'Déclaration',
    means: 'Un texte tiré des résultats, adopté ou signé par ceux qui ont pris part.',
  },
  preambular: {
    term: 'Alinéa du préambule',
    means: 'Un alinéa de la partie introductive. Il n’a pas de numéro et commence par un participe : « Rappelant … ».',
  },
  operative: {
    term: 'Paragraphe du dispositif',
    means: 'Un paragraphe qui demande ou décide. Il a un numéro et commence par un verbe : « Demandent … ».',
  },
  authentic: {
    term: 'Texte faisant foi',
    means: 'Le texte dans la langue qui est signée. Tous les autres sont des traductions.',
  },
  amendment: {
    term: 'Amendement',
    means: 'Une modification d’un paragraphe, proposée par une organisation participante.',
  },
  silence: {
    term: 'Procédure d’approbation tacite',
    means:
      'Un texte est envoyé à ceux qui prennent part, avec un délai. Il est adopté sauf si quelqu’un fait objection d’ici là.',
  },
  objection: {
    term: 'Objection',
    means: 'Un « non » motivé, dans le délai. Il rompt le silence, et le texte n’est pas adopté.',
  },
  dissociation: {
    term: 'Désolidarisation',
    means: 'Une déclaration faite après la décision : le texte reste adopté, et l’organisation ne s’y associe pas.',
  },
  adoption: { term: 'Adoption', means: 'L’acte par lequel un texte devient celui de ceux qui ont pris part.' },
  frozen: {
    term: 'Texte figé',
    means: 'Une version qui ne change plus, pas d’un caractère. Son empreinte montre si une copie lui est identique.',
  },
  signature: {
    term: 'Signature',
    means: 'Une organisation s’engage sur un texte figé, par une personne qui en a le mandat.',
  },
  endorse: {
    term: 'Apporter son soutien',
    means: 'Un observateur soutient un texte sans le signer. Les soutiens sont comptés à part des signatures.',
  },
  mandate: {
    term: 'Mandat',
    means: 'Ce qui permet à cette personne d’engager cette organisation : une fonction, ou une délégation.',
  },
  reservation: { term: 'Réserve', means: 'Ce qu’un signataire n’accepte pas dans le texte qu’il signe.' },
  delivery: {
    term: 'Remise',
    means: 'Une version avec ses signatures telles qu’elles étaient, remise à un destinataire.',
  },
  uptake: {
    term: 'Suites données',
    means: 'Si les destinataires ont donné suite à un paragraphe : oui, en partie, ou non.',
  },
  claim: {
    term: 'Chiffre avancé',
    means: 'Un nombre que quelqu’un a imprimé. Il figure à côté de ce que montrent les documents enregistrés.',
  },
  reported: {
    term: 'Rapporté',
    means: 'Transcrit d’une source, qui est nommée. L’acte lui-même n’a pas eu lieu ici.',
  },
  rehearsal: {
    term: 'Répétition',
    means: 'Un sommet avec des personnes inventées, joué pour montrer comment cela fonctionne.',
  },
};
