import type { faultsFr } from './fault-fr.ts';

/** The same in Spanish. */
export const faultsEs: Readonly<Record<keyof typeof faultsFr, string>> = {
  'Give this field; it is needed.': 'Rellene este campo: es necesario.',
  'Give a text here.': 'Dé un texto aquí.',
  'Give a number here.': 'Dé un número aquí.',
  'Give a whole number here.': 'Dé un número entero aquí.',
  'Use one of: {values}.': 'Elija entre: {values}.',
  'Use at most {max}.': 'Dé como máximo {max}.',
  'Use at least {min}.': 'Dé como mínimo {min}.',
  'Use more than {min}.': 'Dé más de {min}.',
  'Give at least {min}.': 'Dé al menos {min}.',
  'Keep to {max} entries.': 'Quédese en {max} entradas como máximo.',
  'Shorten it to {max} characters.': 'Acórtelo a {max} caracteres.',
  'Shorten it to {max} characters; it has {length}.': 'Acórtelo a {max} caracteres; tiene {length}.',
  'Shorten the texts: together they are {size} KB, and a record holds {most} KB.':
    'Acorte los textos: juntos son {size} KB, y en una ficha caben {most}.',
  'Write something, or leave the field out.': 'Escriba algo, o deje el campo vacío.',
  'Give the text in at least one language, such as {example}.': 'Dé el texto al menos en un idioma.',
  'Remove the control character {code}.': 'Quite el carácter de control {code}.',
  'Remove the invisible character {code}.': 'Quite el carácter invisible {code}.',
  'Remove the invisible direction mark {code}: pages set the direction by the language.':
    'Quite la marca de dirección invisible {code}: las páginas siguen el sentido del idioma.',
  'Use a BCP 47 language tag such as "en" or "pt-BR".': 'Dé un código de idioma BCP 47, como «en» o «pt-BR».',
  'Use a BCP 47 language tag such as "en" or "pt-BR"; "{tag}" is not one.':
    'Dé un código de idioma BCP 47, como «en» o «pt-BR»; «{tag}» no lo es.',
  'Use a two-letter country code of ISO 3166-1, such as "CH".':
    'Dé un código de país de dos letras (ISO 3166-1), como «CH».',
  'Use an IANA time zone such as "Africa/Cairo".': 'Dé una zona horaria de la IANA, como «Africa/Cairo».',
  'Give the IANA time zone of the place, such as "Africa/Cairo": its sessions are shown in it.':
    'Dé la zona horaria del lugar, como «Africa/Cairo»: sus sesiones se muestran en ella.',
  'Use lower-case letters, digits and single hyphens, such as "vc-d-12".':
    'Use minúsculas, cifras y guiones simples, como «vc-d-12».',
  'Give a slug: none can be made from the name, which has no Latin letters or digits.':
    'Dé un nombre para la dirección: el nombre no tiene letras latinas ni cifras de las que sacarlo.',
  'Give a shorter slug: the one made of both names is too long.':
    'Dé un nombre más corto para la dirección: el que sale de los dos nombres es demasiado largo.',
  'Let the code have a Latin letter or a digit: it is found by those.':
    'Ponga en el código una letra latina o una cifra: por ellas se encuentra.',
  'Let the code have a Latin letter or a digit: the address is made from it.':
    'Ponga en el código una letra latina o una cifra: de él sale la dirección.',
  'Give a web address that begins with http:// or https://.':
    'Dé una dirección web que empiece por http:// o https://.',
  'Give an e-mail address such as "name@example.org".': 'Dé una dirección de correo, como «name@example.org».',
  'Give the e-mail address of a person, or the client id of a machine.':
    'Dé la dirección de correo de una persona, o el identificador de un programa.',
  'Give a day that exists, such as "{example}".': 'Dé un día que exista, por ejemplo «{example}».',
  'Give a date that exists, as "2018-10-29", "2018-10" or "2018"; leave it out when it is not known.':
    'Dé una fecha que exista, como «2018-10-29», «2018-10» o «2018»; déjela vacía si no se conoce.',
  'Give the hour of the clock on the wall, such as "{example}".':
    'Dé la hora local, la del reloj de la pared, por ejemplo «{example}».',
  'Give a day that is not in the future.': 'Dé un día que no esté por venir.',
  'Give an instant that is not in the future.': 'Dé un momento que no esté por venir.',
  'Give a deadline that is still to come.': 'Dé un plazo que aún esté por venir.',
  'Give a time that is still to come.': 'Dé un momento que aún esté por venir.',
  'Give a deadline later than {deadline}.': 'Dé un plazo posterior a {deadline}.',
  'Give a time before the session begins, {start}.': 'Dé un momento anterior al comienzo de la sesión, {start}.',
  'Give a day from {day} on: before, the text was not frozen.':
    'Dé un día a partir del {day}: antes, el texto no estaba fijado.',
  'Give the hours or the deadline, not both.': 'Dé las horas o el plazo, no ambos.',
  'Give the minutes or the end, not both.': 'Dé los minutos o el final, no ambos.',
  'Give the minutes or the end: its track does not say how long.':
    'Dé los minutos o el final: su eje no dice cuánto dura.',
  'Give the start too, or leave the end out.': 'Dé también el comienzo, o deje vacío el final.',
  'Give the end too, or leave the start out.': 'Dé también el final, o deje vacío el comienzo.',
  'Let it end after its start.': 'El final tiene que ser posterior al comienzo.',
  'Let it end after its start, {start}.': 'El final tiene que ser posterior al comienzo, {start}.',
  'Let it end on or after its first day, {from}.': 'El final no puede ser anterior al primer día, {from}.',
  'Let it start within {days}; there it would start on {first}.':
    'El comienzo tiene que caer dentro de {days}; así sería el {first}.',
  'Let it end within {days}; there it would end on {last}.':
    'El final tiene que caer dentro de {days}; así sería el {last}.',
  'Let it close after it opens; what comes after midnight are hours of the next day.':
    'El cierre tiene que ser posterior a la apertura; tras la medianoche son horas del día siguiente.',
  'Let the call end after it opens, {opens}.': 'La convocatoria tiene que terminar después de abrirse, {opens}.',
  'Let it be after the call opens, {opens}.': 'Dé un momento posterior a la apertura de la convocatoria, {opens}.',
  'Let it be no later than the hard deadline, {hard}.': 'Dé un momento no posterior al último plazo, {hard}.',
  'Say how many people: give "min", "max" or both.': 'Diga cuántas personas: como mínimo, como máximo o ambas cosas.',
  'Let "max" be as large as "min".': 'El número mayor no puede ser inferior al menor.',
  'Name each rule once; "{rule}" is there twice.': 'Nombre cada regla una vez; «{rule}» está dos veces.',
  'Name another language than that spoken.': 'Nombre un idioma distinto del que se habla.',
  'Name each pair of languages once.': 'Nombre cada par de idiomas una vez.',
  'Say out of which language they interpret into which.': 'Diga de qué idioma a cuál se interpreta.',
  'Name another organization than itself.': 'Nombre una organización distinta de ella misma.',
  'Name the person.': 'Nombre a la persona.',
  'Name somebody else: this person has the place already.': 'Nombre a otra persona: esta ya tiene el lugar.',
  'There is no organization "{slug}". Search for its name at /api/v1/organizations?name=…':
    'No hay ninguna organización «{slug}». Búsquela por su nombre en el registro.',
  'There is no {what} "{name}". Create it first, or leave the field out.':
    'Aquí no hay nada que se llame «{name}». Créelo primero, o deje el campo vacío.',
  'The room "{room}" is closed and takes no more sessions. Choose another room.':
    'La sala «{room}» está cerrada y no admite más sesiones. Elija otra.',
  'The track "{track}" is closed and takes no more sessions. Choose another track.':
    'El eje «{track}» está cerrado y no admite más sesiones. Elija otro.',
  'Change something: these are the words that it has.': 'Cambie algo: estas son las palabras que ya tiene.',
  'Give it in "{language}", the authentic language of this text.':
    'Délo en «{language}», el idioma auténtico de este texto.',
  'Give the words in "{language}", the authentic language.': 'Dé las palabras en «{language}», el idioma auténtico.',
  'Say how it opens, with one of {words}.': 'Diga con qué empieza: {words}.',
  'Say either what it stands before or what it stands after.': 'Diga o bien qué lo sigue, o bien qué lo precede.',
  'Say why it is rejected: the organization is told.': 'Diga por qué se rechaza: se comunica a la organización.',
  'Say why it is taken out: what it came from tells it.': 'Diga por qué se quita: su fuente lo dirá.',
  'Say whom the ask addresses: the text will call upon them.':
    'Diga a quién se dirige la petición: el texto le exhortará.',
  'Say who waived the {hours} hours, and why, or give them at least {least}.':
    'Diga quién renunció a las {hours} horas, y por qué, o conceda al menos {hours}.',
  'Say when and how it arrived from this organization: you are not its delegate.':
    'Diga cuándo y cómo llegó de esta organización: usted no la representa.',
  'Give the SHA-256 of the message or of the scanned paper, so that it can be shown later.':
    'Dé el SHA-256 del mensaje o del papel escaneado, para poder mostrarlo después.',
  'Say why this person may bind the organization: by their office, or by delegation.':
    'Diga por qué esta persona puede obligar a la organización: por su cargo, o por delegación.',
  'Give the title of who signs, as it is printed.': 'Dé el cargo de quien firma, tal como se imprime.',
  'Name whom it was handed to: an organization of the register, or its name.':
    'Diga a quién se entregó: una organización del registro, o su nombre.',
  'Give a score from 1 to 5, or declare a conflict of interest.':
    'Dé una nota de 1 a 5, o declare un conflicto de intereses.',
  'Leave the score out: with a conflict of interest none counts.':
    'Deje la nota vacía: con un conflicto de intereses no cuenta ninguna.',
  'Give words that stand in the frozen paragraph, letter by letter, in the authentic language.':
    'Dé palabras que estén en el párrafo fijado, letra por letra, en el idioma auténtico.',
  'Give more of the words around them: these stand in the paragraph {times} times.':
    'Dé más de las palabras que las rodean: estas están {times} veces en el párrafo.',
  'Give what shows that it is done: a link, or the SHA-256 of a document.':
    'Dé lo que muestra que está hecho: un enlace, o el SHA-256 de un documento.',
};
