import type { MailWords } from './mail-en.ts';
import { fr as awaited } from './mail-awaited-fr.ts';
import { fr as proposal } from './mail-proposal-fr.ts';
import { fr as programme } from './mail-programme-fr.ts';
import { fr as signing } from './mail-signing-fr.ts';

export const fr: MailWords = {
  rehearsal:
    'Ceci est une répétition avec des personnes inventées\u00a0: rien n’y est réel, et rien n’a été envoyé à l’extérieur.',
  greeting: 'Bonjour {name},',
  hello: 'Bonjour,',
  colon: '\u00a0: ',
  comma: ', ',
  labels: {
    summit: 'Sommet',
    session: 'Séance',
    time: 'Heure sur place',
    utc: 'La même en UTC',
    place: 'Rôle dans le panel',
    printed: 'Serait imprimé ainsi',
    person: 'Personne',
    role: 'Rôle',
    track: 'Volet',
    declaration: 'Déclaration',
    text: 'Langue',
    organization: 'Organisation',
    by: 'Confié par',
    takenBy: 'Retiré par',
    wordsNow: 'Texte jusqu’ici',
    proposal: 'Proposition',
    proposed: 'Texte proposé',
    taken: 'Texte retenu',
    reason: 'Motif',
    decisionReason: 'Motif de la décision',
  },
  noTime: 'pas encore fixée',
  roles: {
    secretariat: 'Secrétariat',
    organizer: 'Organisation du sommet',
    scheduler: 'Mise en place du programme',
    reviewer: 'Évaluation des propositions',
    rapporteur: 'Rapport de séance',
    drafter: 'Rédaction',
    translator: 'Traduction',
    assessor: 'Évaluation des suites données',
    delegate: 'Délégation',
  },
  places: {
    moderator: 'Modération',
    chair: 'Présidence',
    panelist: 'Panéliste',
    keynote: 'Allocution principale',
    discussant: 'Discutant(e)',
    rapporteur: 'Rapport de séance',
  },
  someone: 'Panéliste dont le nom n’est pas publié',
  network: 'Votre participation a été proposée par\u00a0: {network}.',
  unpublished: 'Votre nom n’est pas publié tant que vous n’y avez pas consenti.',
  ask: 'Merci de nous dire si vous participerez et de vérifier comment votre nom et votre titre seraient imprimés. Vous pouvez les corriger, décliner ou proposer quelqu’un d’autre. Votre cabinet peut répondre pour vous.',
  answer: 'Répondre ici\u00a0:',
  replyBy: 'Merci de répondre avant le {time}, soit le {utc} en UTC.',
  silence:
    'Sans réponse, nous vous enverrons des rappels si le délai le permet. Ensuite, la place sera considérée comme restée sans réponse, et les organisateurs pourront s’adresser à quelqu’un d’autre.',
  private:
    'Ce lien est personnel\u00a0: quiconque le possède peut répondre à votre place. Merci de ne le transmettre qu’à votre cabinet.',
  see: 'En savoir plus ici\u00a0:',
  closing: 'Envoyé par Plenary pour les organisateurs de la rencontre «\u00a0{summit}\u00a0».',
  closingPlain: 'Envoyé par Plenary.',
  reference: 'Si vous nous écrivez au sujet de ce message, merci d’indiquer {deed}.',
  'role-invitation': {
    subject: 'Votre rôle\u00a0: {role}, {where}',
    opening: 'Nous vous invitons à prendre ce rôle\u00a0:',
    accept:
      'Pour accepter, connectez-vous avec l’adresse {address}. L’invitation ne vaut que pour cette adresse, et une seule fois.',
    link: 'Se connecter ici\u00a0:',
    expires:
      'Elle peut être acceptée jusqu’au {utc} (UTC). Si vous ne faites rien, elle expire alors, et rien d’autre ne se passe.',
  },
  'role-taken': {
    subject: 'Ce n’est plus votre rôle\u00a0: {role}, {where}',
    opening: 'Vous n’avez plus ce rôle\u00a0:',
    after:
      'Ce que vous y avez fait reste enregistré tel quel. Vous n’avez rien à faire. Si vous pensez qu’il s’agit d’une erreur, adressez-vous à la personne qui l’a retiré.',
  },
  'panelist-invitation': {
    subject: 'Participerez-vous à {session}\u00a0? {summit}',
    opening: 'Nous vous proposons de participer au panel d’une séance\u00a0:',
  },
  'panelist-reminder': {
    first: {
      subject: 'Rappel\u00a0: participerez-vous à {session}\u00a0? {summit}',
      opening:
        'Nous vous avons proposé il y a quelque temps de participer à cette séance. Nous n’avons pas encore de réponse de votre part\u00a0:',
    },
    second: {
      subject: 'Dernier rappel\u00a0: participerez-vous à {session}\u00a0? {summit}',
      opening:
        'Nous vous avons proposé de participer à cette séance et n’avons pas encore de réponse de votre part. Ceci est notre dernier rappel\u00a0:',
    },
    silence:
      'Sans réponse d’ici là, la place sera considérée comme restée sans réponse, et les organisateurs pourront s’adresser à quelqu’un d’autre.',
  },
  'panelist-link-again': {
    subject: 'Votre nouveau lien\u00a0: {session}, {summit}',
    opening: 'Quelqu’un, sans doute vous, a demandé un nouveau lien vers votre place dans ce panel\u00a0:',
    after: 'Si ce n’était pas vous, vous n’avez rien à faire\u00a0: le lien n’a été envoyé qu’à votre adresse.',
    link: 'Voir où en sont les choses et répondre ici\u00a0:',
  },
  'panelist-answered': {
    confirmed: {
      subject: 'Participation confirmée\u00a0: {name}, {session}',
      opening: 'Un membre du panel participera\u00a0:',
      after: 'Vous n’avez rien à faire.',
    },
    declined: {
      subject: 'Participation déclinée\u00a0: {name}, {session}',
      opening: 'Un membre du panel ne participera pas\u00a0:',
      after:
        'La place est de nouveau libre. Quelqu’un d’autre peut être proposé tant que le bureau de nomination est ouvert.',
    },
  },
  'panelist-silent': {
    subject: 'Sans réponse\u00a0: {name}, {session}',
    opening: 'Un membre du panel n’a pas répondu à temps\u00a0:',
    after:
      'Une réponse reste possible tant que la place n’est pas donnée à quelqu’un d’autre. Vous pouvez parler à cette personne, ou quelqu’un d’autre peut être proposé tant que le bureau de nomination est ouvert. Si vous ne faites rien, les organisateurs décideront de la place.',
  },
  silenceProcedure: {
    labels: {
      version: 'Version',
      hash: 'SHA-256 du texte',
      deadline: 'Échéance sur place',
      deadlineUtc: 'Échéance en UTC',
      channel: 'La seule voie qui compte',
      reason: 'Motif',
      message: 'De la part des organisateurs',
    },
    here: 'ce système, à l’adresse ci-dessous',
    rule: 'Si aucune organisation consultée ne s’y oppose avant l’échéance, en donnant un motif, le texte est adopté. Qui est d’accord n’a rien à faire.',
    read: 'Lire le texte ici :',
    speak: 'Faire objection, ou voir où cela en est, ici\u00a0:',
    notices: {
      circulated: {
        subject: 'Pour adoption tacite : {declaration}, {summit}',
        opening:
          'Ce texte a été envoyé aux organisations participantes pour être adopté par la procédure d’approbation tacite :',
        after: 'Les objections ultérieures n’empêchent pas l’adoption ; elles sont consignées comme dissociations.',
      },
      extended: {
        subject: 'Échéance prolongée : {declaration}, {summit}',
        opening: 'Il reste plus de temps pour s’opposer à ce texte :',
        after: 'Une objection déjà soulevée reste valable.',
      },
      suspended: {
        subject: 'Suspendue : {declaration}, {summit}',
        opening:
          'La procédure d’approbation tacite de ce texte est suspendue. Pendant ce temps, le délai ne court pas et les objections sont toujours reçues :',
        after: 'Vous serez informés de la reprise.',
      },
      resumed: {
        subject: 'Reprise : {declaration}, {summit}',
        opening: 'La procédure d’approbation tacite de ce texte reprend, avec le temps qui restait :',
        after: 'Une objection déjà soulevée reste valable.',
      },
      recalled: {
        subject: 'Retiré : {declaration}, {summit}',
        opening: 'Ce texte a été repris pour être corrigé, et n’est pas adopté :',
        after: 'Vous n’avez rien à faire. Le texte corrigé vous sera envoyé de nouveau, avec un délai entier.',
      },
      adopted: {
        subject: 'Adopté : {declaration}, {summit}',
        opening: 'Personne ne s’est opposé avant l’échéance. Ce texte est adopté, et désormais fixé :',
        after: 'Vous n’avez rien à faire.',
      },
      objected: {
        subject: 'Non adopté : {declaration}, {summit}',
        opening: 'Au moins une objection demeure à l’échéance. Ce texte n’est pas adopté :',
        after: 'Le texte peut être révisé et vous être envoyé de nouveau. Vous n’avez rien à faire.',
      },
    },
    heldUp: {
      subject: 'En attente de vous : {declaration}, {summit}',
      opening:
        'L’échéance est passée et personne ne s’est opposé, mais toutes les organisations n’ont pas été jointes. Ce texte n’est pas adopté tant que vous n’avez pas consigné pourquoi il peut l’être :',
      after:
        'Veuillez voir qui n’a pas été joint. Pour chacune, consignez comment elle a été jointe autrement, ou pourquoi le silence peut valoir adoption malgré tout ; ou retirez le texte. Si vous ne faites rien, rien n’est adopté.',
    },
    entered: {
      objection: {
        subject: 'Une objection a été consignée pour vous : {declaration}, {summit}',
        opening: 'Une objection a été consignée au nom de votre organisation, telle qu’elle est arrivée de vous :',
        after:
          'Si elle est de vous, vous n’avez rien à faire. Sinon, veuillez prévenir les organisateurs avant l’échéance.',
      },
      dissociation: {
        subject: 'Une dissociation a été consignée pour vous : {declaration}, {summit}',
        opening:
          'Une prise de position contre ce texte a été consignée au nom de votre organisation, telle qu’elle est arrivée de vous. Arrivée trop tard pour empêcher l’adoption, elle figure comme dissociation :',
        after: 'Si elle est de vous, vous n’avez rien à faire. Sinon, veuillez prévenir les organisateurs.',
      },
    },
  },
  'substitute-proposed': {
    subject: 'Remplacement proposé\u00a0: {name}, {session}',
    opening: 'Un membre du panel ne participera pas et propose quelqu’un d’autre pour sa place\u00a0:',
    after:
      'La personne proposée n’a pas encore été sollicitée. Merci de décider s’il faut la solliciter. Si vous ne faites rien, la place reste libre.',
  },
  amendments: {
    replace: 'Remplacer ce texte',
    'insert-before': 'Insérer un paragraphe avant ce texte',
    'insert-after': 'Insérer un paragraphe après ce texte',
    delete: 'Supprimer ce texte',
  },
  'amendment-received': {
    subject: 'Enregistré pour {organization}\u00a0: un amendement à {declaration}',
    opening:
      'Un amendement a été enregistré au nom de votre organisation, parce qu’il est arrivé par une autre voie que ce système\u00a0:',
    after:
      'Vous serez informé de la décision. S’il ne vient pas de vous, ou n’est pas tel que vous l’entendiez, merci de le dire sans attendre aux organisateurs. Sinon, vous n’avez rien à faire.',
  },
  'amendment-decided': {
    accepted: {
      subject: 'Accepté\u00a0: l’amendement de {organization} à {declaration}',
      opening: 'Un amendement de votre organisation a été accepté\u00a0:',
      after: 'Le texte le dit désormais ainsi. Vous n’avez rien à faire.',
    },
    rejected: {
      subject: 'Non retenu\u00a0: l’amendement de {organization} à {declaration}',
      opening: 'Un amendement de votre organisation n’a pas été accepté\u00a0:',
      after:
        'Le texte reste tel quel sur ce point. Tant qu’il est en rédaction, votre organisation peut proposer un autre amendement.',
    },
    withdrawn: {
      subject: 'Retiré\u00a0: l’amendement de {organization} à {declaration}',
      opening:
        'Un amendement de votre organisation a été enregistré comme retiré, car c’est ce qui nous est parvenu d’elle\u00a0:',
      after:
        'Le texte reste tel quel sur ce point. S’il s’agit d’une erreur, merci de le dire sans attendre aux organisateurs.',
    },
  },
  proposal,
  awaited,
  signing,
  programme,
};
