/**
 * What the contract says at a field of a form, and how that is said in French. The contract speaks English: {names} stand for what it fills in, and are
 * said again as they are.
 */
export const faultsFr = {
  'Give this field; it is needed.': 'Remplissez ce champ : il est nécessaire.',
  'Give a text here.': 'Donnez un texte ici.',
  'Give a number here.': 'Donnez un nombre ici.',
  'Give a whole number here.': 'Donnez un nombre entier ici.',
  'Use one of: {values}.': 'Choisissez parmi : {values}.',
  'Use at most {max}.': 'Donnez au plus {max}.',
  'Use at least {min}.': 'Donnez au moins {min}.',
  'Use more than {min}.': 'Donnez plus de {min}.',
  'Give at least {min}.': 'Donnez-en au moins {min}.',
  'Keep to {max} entries.': 'Restez à {max} entrées au plus.',
  'Shorten it to {max} characters.': 'Raccourcissez à {max} caractères.',
  'Shorten it to {max} characters; it has {length}.': 'Raccourcissez à {max} caractères ; il y en a {length}.',
  'Shorten the texts: together they are {size} KB, and a record holds {most} KB.':
    'Raccourcissez les textes : ensemble ils font {size} Ko, et une fiche en contient {most}.',
  'Write something, or leave the field out.': 'Écrivez quelque chose, ou laissez le champ vide.',
  'Give the text in at least one language, such as {example}.': 'Donnez le texte dans une langue au moins.',
  'Remove the control character {code}.': 'Retirez le caractère de commande {code}.',
  'Remove the invisible character {code}.': 'Retirez le caractère invisible {code}.',
  'Remove the invisible direction mark {code}: pages set the direction by the language.':
    'Retirez la marque de direction invisible {code} : les pages suivent le sens de la langue.',
  'Use a BCP 47 language tag such as "en" or "pt-BR".': 'Donnez un code de langue BCP 47, tel que « en » ou « pt-BR ».',
  'Use a BCP 47 language tag such as "en" or "pt-BR"; "{tag}" is not one.':
    'Donnez un code de langue BCP 47, tel que « en » ou « pt-BR » ; « {tag} » n’en est pas un.',
  'Use a two-letter country code of ISO 3166-1, such as "CH".':
    'Donnez un code de pays de deux lettres (ISO 3166-1), tel que « CH ».',
  'Use an IANA time zone such as "Africa/Cairo".': 'Donnez un fuseau horaire de l’IANA, tel que « Africa/Cairo ».',
  'Give the IANA time zone of the place, such as "Africa/Cairo": its sessions are shown in it.':
    'Donnez le fuseau horaire du lieu, tel que « Africa/Cairo » : ses séances y sont affichées.',
  'Use lower-case letters, digits and single hyphens, such as "vc-d-12".':
    'Utilisez des minuscules, des chiffres et des traits d’union simples, comme « vc-d-12 ».',
  'Give a slug: none can be made from the name, which has no Latin letters or digits.':
    'Donnez un nom d’adresse : le nom n’a ni lettre latine ni chiffre dont on puisse le tirer.',
  'Give a shorter slug: the one made of both names is too long.':
    'Donnez un nom d’adresse plus court : celui qui vient des deux noms est trop long.',
  'Let the code have a Latin letter or a digit: it is found by those.':
    'Mettez dans le code une lettre latine ou un chiffre : c’est par là qu’on le trouve.',
  'Let the code have a Latin letter or a digit: the address is made from it.':
    'Mettez dans le code une lettre latine ou un chiffre : l’adresse en est tirée.',
  'Give a web address that begins with http:// or https://.':
    'Donnez une adresse web qui commence par http:// ou https://.',
  'Give an e-mail address such as "name@example.org".':
    'Donnez une adresse électronique, telle que « name@example.org ».',
  'Give the e-mail address of a person, or the client id of a machine.':
    'Donnez l’adresse électronique d’une personne, ou l’identifiant d’un programme.',
  'Give a day that exists, such as "{example}".': 'Donnez un jour qui existe, par exemple « {example} ».',
  'Give a date that exists, as "2018-10-29", "2018-10" or "2018"; leave it out when it is not known.':
    'Donnez une date qui existe, comme « 2018-10-29 », « 2018-10 » ou « 2018 » ; laissez vide si elle n’est pas connue.',
  'Give the hour of the clock on the wall, such as "{example}".':
    'Donnez l’heure locale, celle de l’horloge au mur, par exemple « {example} ».',
  'Give a day that is not in the future.': 'Donnez un jour qui n’est pas à venir.',
  'Give an instant that is not in the future.': 'Donnez un moment qui n’est pas à venir.',
  'Give a deadline that is still to come.': 'Donnez une échéance encore à venir.',
  'Give a time that is still to come.': 'Donnez un moment encore à venir.',
  'Give a deadline later than {deadline}.': 'Donnez une échéance après {deadline}.',
  'Give a time before the session begins, {start}.': 'Donnez un moment avant le début de la séance, {start}.',
  'Give a day from {day} on: before, the text was not frozen.':
    'Donnez un jour à partir du {day} : avant, le texte n’était pas arrêté.',
  'Give the hours or the deadline, not both.': 'Donnez les heures ou l’échéance, pas les deux.',
  'Give the minutes or the end, not both.': 'Donnez les minutes ou la fin, pas les deux.',
  'Give the minutes or the end: its track does not say how long.':
    'Donnez les minutes ou la fin : la filière ne dit pas la durée.',
  'Give the start too, or leave the end out.': 'Donnez aussi le début, ou laissez la fin vide.',
  'Give the end too, or leave the start out.': 'Donnez aussi la fin, ou laissez le début vide.',
  'Let it end after its start.': 'La fin doit venir après le début.',
  'Let it end after its start, {start}.': 'La fin doit venir après le début, {start}.',
  'Let it end on or after its first day, {from}.': 'La fin ne peut précéder le premier jour, {from}.',
  'Let it start within {days}; there it would start on {first}.':
    'Le début doit tomber dans {days} ; ce serait le {first}.',
  'Let it end within {days}; there it would end on {last}.': 'La fin doit tomber dans {days} ; ce serait le {last}.',
  'Let it close after it opens; what comes after midnight are hours of the next day.':
    'La fermeture doit venir après l’ouverture ; après minuit, ce sont les heures du lendemain.',
  'Let the call end after it opens, {opens}.': 'L’appel doit se terminer après son ouverture, {opens}.',
  'Let it be after the call opens, {opens}.': 'Donnez un moment après l’ouverture de l’appel, {opens}.',
  'Let it be no later than the hard deadline, {hard}.': 'Donnez un moment avant la dernière échéance, {hard}.',
  'Say how many people: give "min", "max" or both.': 'Dites combien de personnes : au moins, au plus, ou les deux.',
  'Let "max" be as large as "min".': 'Le plus grand nombre ne peut être inférieur au plus petit.',
  'Name each rule once; "{rule}" is there twice.': 'Nommez chaque règle une fois ; « {rule} » y est deux fois.',
  'Name another language than that spoken.': 'Nommez une autre langue que celle qui est parlée.',
  'Name each pair of languages once.': 'Nommez chaque paire de langues une fois.',
  'Say out of which language they interpret into which.':
    'Dites de quelle langue vers quelle langue se fait l’interprétation.',
  'Name another organization than itself.': 'Nommez une autre organisation qu’elle-même.',
  'Name the person.': 'Nommez la personne.',
  'Name somebody else: this person has the place already.':
    'Nommez quelqu’un d’autre : cette personne a déjà la place.',
  'There is no organization "{slug}". Search for its name at /api/v1/organizations?name=…':
    'Il n’y a pas d’organisation « {slug} ». Cherchez-la par son nom dans le registre.',
  'There is no {what} "{name}". Create it first, or leave the field out.':
    'Il n’y a rien ici du nom de « {name} ». Créez-le d’abord, ou laissez le champ vide.',
  'The room "{room}" is closed and takes no more sessions. Choose another room.':
    'La salle « {room} » est fermée et ne prend plus de séance. Choisissez-en une autre.',
  'The track "{track}" is closed and takes no more sessions. Choose another track.':
    'La filière « {track} » est fermée et ne prend plus de séance. Choisissez-en une autre.',
  'Change something: these are the words that it has.': 'Changez quelque chose : ce sont les mots qui y sont déjà.',
  'Give it in "{language}", the authentic language of this text.':
    'Donnez-le en « {language} », la langue authentique de ce texte.',
  'Give the words in "{language}", the authentic language.':
    'Donnez les mots en « {language} », la langue authentique.',
  'Say how it opens, with one of {words}.': 'Dites par quoi il s’ouvre : {words}.',
  'Say either what it stands before or what it stands after.': 'Dites soit ce qui le suit, soit ce qui le précède.',
  'Say why it is rejected: the organization is told.': 'Dites pourquoi c’est rejeté : l’organisation en est informée.',
  'Say why it is taken out: what it came from tells it.': 'Dites pourquoi c’est retiré : sa source le dira.',
  'Say whom the ask addresses: the text will call upon them.':
    'Dites à qui s’adresse la demande : le texte les y invitera.',
  'Say who waived the {hours} hours, and why, or give them at least {least}.':
    'Dites qui a renoncé aux {hours} heures, et pourquoi, ou accordez-en au moins {hours}.',
  'Say when and how it arrived from this organization: you are not its delegate.':
    'Dites quand et comment c’est arrivé de cette organisation : vous n’êtes pas sa déléguée ou son délégué.',
  'Give the SHA-256 of the message or of the scanned paper, so that it can be shown later.':
    'Donnez le SHA-256 du message ou du papier numérisé, pour pouvoir le montrer plus tard.',
  'Say why this person may bind the organization: by their office, or by delegation.':
    'Dites pourquoi cette personne engage l’organisation : par sa fonction, ou par délégation.',
  'Give the title of who signs, as it is printed.': 'Donnez la fonction de qui signe, comme elle s’imprime.',
  'Name whom it was handed to: an organization of the register, or its name.':
    'Dites à qui le texte a été remis : une organisation du registre, ou son nom.',
  'Give a score from 1 to 5, or declare a conflict of interest.':
    'Donnez une note de 1 à 5, ou déclarez un conflit d’intérêts.',
  'Leave the score out: with a conflict of interest none counts.':
    'Laissez la note vide : avec un conflit d’intérêts, aucune ne compte.',
  'Give words that stand in the frozen paragraph, letter by letter, in the authentic language.':
    'Donnez des mots qui sont dans le paragraphe arrêté, lettre pour lettre, dans la langue authentique.',
  'Give more of the words around them: these stand in the paragraph {times} times.':
    'Donnez davantage des mots qui les entourent : ceux-ci sont {times} fois dans le paragraphe.',
  'Give what shows that it is done: a link, or the SHA-256 of a document.':
    'Donnez ce qui montre que c’est fait : un lien, ou le SHA-256 d’un document.',
} as const;
