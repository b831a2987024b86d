import type { MailWords } from './mail-en.ts';
import { es as awaited } from './mail-awaited-es.ts';
import { es as proposal } from './mail-proposal-es.ts';
import { es as programme } from './mail-programme-es.ts';
import { es as signing } from './mail-signing-es.ts';

export const es: MailWords = {
  rehearsal: 'Esto es un ensayo con personas inventadas: nada de esto es real y nada se ha enviado fuera.',
  greeting: 'Hola, {name}:',
  hello: 'Buenos días:',
  colon: ': ',
  comma: ', ',
  labels: {
    summit: 'Cumbre',
    session: 'Sesión',
    time: 'Hora local',
    utc: 'La misma en UTC',
    place: 'Función en el panel',
    printed: 'Se imprimiría así',
    person: 'Persona',
    role: 'Función',
    track: 'Línea temática',
    declaration: 'Declaración',
    text: 'Idioma',
    organization: 'Organización',
    by: 'Asignada por',
    takenBy: 'Retirada por',
    wordsNow: 'Texto hasta ahora',
    proposal: 'Propuesta',
    proposed: 'Texto propuesto',
    taken: 'Texto adoptado',
    reason: 'Motivo',
    decisionReason: 'Motivo de la decisión',
  },
  noTime: 'aún sin fijar',
  roles: {
    secretariat: 'Secretaría',
    organizer: 'Organización de la cumbre',
    scheduler: 'Programación de las sesiones',
    reviewer: 'Evaluación de propuestas',
    rapporteur: 'Relatoría',
    drafter: 'Redacción',
    translator: 'Traducción',
    assessor: 'Evaluación del seguimiento',
    delegate: 'Delegación',
  },
  places: {
    moderator: 'Moderación',
    chair: 'Presidencia',
    panelist: 'Panelista',
    keynote: 'Discurso principal',
    discussant: 'Comentarista',
    rapporteur: 'Relatoría',
  },
  someone: 'Panelista cuyo nombre no se publica',
  network: 'Su participación fue propuesta por: {network}.',
  unpublished: 'Su nombre no se publica mientras usted no lo autorice.',
  ask: 'Díganos, por favor, si participará, y compruebe cómo se imprimirían su nombre y su cargo. Puede corregirlos, declinar o proponer a otra persona. Su oficina puede responder en su nombre.',
  answer: 'Responda aquí:',
  replyBy: 'Responda, por favor, a más tardar el {time}, que en UTC es el {utc}.',
  silence:
    'Si no recibimos respuesta, le enviaremos recordatorios si el plazo lo permite. Después, el lugar constará como sin respuesta y los organizadores podrán dirigirse a otra persona.',
  private:
    'El enlace es solo suyo: quien lo tenga puede responder en su nombre. Compártalo, por favor, únicamente con su propia oficina.',
  see: 'Más información aquí:',
  closing: 'Enviado por Plenary en nombre de los organizadores de «{summit}».',
  closingPlain: 'Enviado por Plenary.',
  reference: 'Si nos escribe acerca de este mensaje, indique, por favor, {deed}.',
  'role-invitation': {
    subject: 'Su función: {role}, {where}',
    opening: 'Le invitamos a asumir esta función:',
    accept:
      'Para aceptar, inicie sesión con la dirección {address}. La invitación vale solo para esta dirección y una sola vez.',
    link: 'Inicie sesión aquí:',
    expires: 'Puede aceptarse hasta el {utc} (UTC). Si no hace nada, caduca entonces y no ocurre nada más.',
  },
  'role-taken': {
    subject: 'Ya no es su función: {role}, {where}',
    opening: 'Usted ya no tiene esta función:',
    after:
      'Lo que hizo en ella queda registrado tal como fue. No tiene que hacer nada. Si cree que se trata de un error, diríjase a quien la retiró.',
  },
  'panelist-invitation': {
    subject: '¿Participará en {session}? {summit}',
    opening: 'Le proponemos participar en el panel de una sesión:',
  },
  'panelist-reminder': {
    first: {
      subject: 'Recordatorio: ¿participará en {session}? {summit}',
      opening: 'Hace algún tiempo le propusimos participar en esta sesión. Aún no tenemos su respuesta:',
    },
    second: {
      subject: 'Último recordatorio: ¿participará en {session}? {summit}',
      opening:
        'Le propusimos participar en esta sesión y aún no tenemos su respuesta. Este es nuestro último recordatorio:',
    },
    silence:
      'Si para entonces no recibimos respuesta, el lugar constará como sin respuesta y los organizadores podrán dirigirse a otra persona.',
  },
  'panelist-link-again': {
    subject: 'Su nuevo enlace: {session}, {summit}',
    opening: 'Alguien, probablemente usted, pidió un nuevo enlace a su lugar en este panel:',
    after: 'Si no fue usted, no tiene que hacer nada: el enlace se envió únicamente a su dirección.',
    link: 'Vea cómo está todo y responda aquí:',
  },
  'panelist-answered': {
    confirmed: {
      subject: 'Participación confirmada: {name}, {session}',
      opening: 'Un miembro del panel participará:',
      after: 'No tiene que hacer nada.',
    },
    declined: {
      subject: 'Participación declinada: {name}, {session}',
      opening: 'Un miembro del panel no participará:',
      after:
        'El lugar vuelve a estar libre. Se puede proponer a otra persona mientras la mesa de nominaciones esté abierta.',
    },
  },
  'panelist-silent': {
    subject: 'Sin respuesta: {name}, {session}',
    opening: 'Un miembro del panel no respondió a tiempo:',
    after:
      'Aún es posible responder mientras el lugar no se dé a otra persona. Puede hablar con esta persona, o se puede proponer a otra mientras la mesa de nominaciones esté abierta. Si no hace nada, los organizadores decidirán sobre el lugar.',
  },
  silenceProcedure: {
    labels: {
      version: 'Versión',
      hash: 'SHA-256 del texto',
      deadline: 'Plazo en la sede',
      deadlineUtc: 'Plazo en UTC',
      channel: 'El único canal que cuenta',
      reason: 'Motivo',
      message: 'De parte de los organizadores',
    },
    here: 'este sistema, en la dirección de abajo',
    rule: 'Si ninguna organización consultada se opone antes de que venza el plazo, con un motivo, el texto queda adoptado. Quien esté de acuerdo no tiene que hacer nada.',
    read: 'Lea el texto aquí:',
    speak: 'Objete, o vea cómo va, aquí:',
    notices: {
      circulated: {
        subject: 'Para adopción tácita: {declaration}, {summit}',
        opening:
          'Este texto se ha enviado a las organizaciones participantes para su adopción por el procedimiento de silencio:',
        after: 'Las objeciones posteriores no impiden la adopción; se registran como disociaciones.',
      },
      extended: {
        subject: 'Plazo ampliado: {declaration}, {summit}',
        opening: 'Hay más tiempo para oponerse a este texto:',
        after: 'Una objeción ya planteada se mantiene.',
      },
      suspended: {
        subject: 'Suspendido: {declaration}, {summit}',
        opening:
          'El procedimiento de silencio de este texto está suspendido. Mientras tanto el plazo no corre, y se siguen recibiendo objeciones:',
        after: 'Se le avisará cuando continúe.',
      },
      resumed: {
        subject: 'Reanudado: {declaration}, {summit}',
        opening: 'El procedimiento de silencio de este texto continúa, con el tiempo que quedaba:',
        after: 'Una objeción ya planteada se mantiene.',
      },
      recalled: {
        subject: 'Retirado: {declaration}, {summit}',
        opening: 'Este texto se ha retirado para corregirlo, y no queda adoptado:',
        after: 'No tiene que hacer nada. El texto corregido se le enviará de nuevo, con un plazo entero.',
      },
      adopted: {
        subject: 'Adoptado: {declaration}, {summit}',
        opening: 'Nadie se opuso antes de que venciera el plazo. Este texto queda adoptado y fijado:',
        after: 'No tiene que hacer nada.',
      },
      objected: {
        subject: 'No adoptado: {declaration}, {summit}',
        opening: 'Al vencer el plazo se mantiene al menos una objeción. Este texto no queda adoptado:',
        after: 'El texto puede revisarse y enviársele de nuevo. No tiene que hacer nada.',
      },
    },
    heldUp: {
      subject: 'A la espera de usted: {declaration}, {summit}',
      opening:
        'El plazo ha vencido y nadie se opuso, pero no se llegó a todas las organizaciones. Este texto no se adopta hasta que usted registre por qué puede adoptarse:',
      after:
        'Mire a quién no se llegó. Para cada una registre cómo se le llegó de otro modo, o por qué el silencio puede valer como adopción; o retire el texto. Si no hace nada, nada se adopta.',
    },
    entered: {
      objection: {
        subject: 'Se registró una objeción en su nombre: {declaration}, {summit}',
        opening: 'Se registró una objeción en nombre de su organización, tal como llegó de ustedes:',
        after:
          'Si es de ustedes, no tiene que hacer nada. Si no lo es, avise a los organizadores antes de que venza el plazo.',
      },
      dissociation: {
        subject: 'Se registró una disociación en su nombre: {declaration}, {summit}',
        opening:
          'Se registró una declaración contra este texto en nombre de su organización, tal como llegó de ustedes. Llegó tarde para impedir la adopción y consta como disociación:',
        after: 'Si es de ustedes, no tiene que hacer nada. Si no lo es, avise a los organizadores.',
      },
    },
  },
  'substitute-proposed': {
    subject: 'Sustitución propuesta: {name}, {session}',
    opening: 'Un miembro del panel no participará y propone a otra persona para su lugar:',
    after:
      'Todavía no se ha consultado a la persona propuesta. Decida, por favor, si desea invitarla. Si no hace nada, el lugar queda libre.',
  },
  amendments: {
    replace: 'Sustituir este texto',
    'insert-before': 'Insertar un párrafo antes de este texto',
    'insert-after': 'Insertar un párrafo después de este texto',
    delete: 'Suprimir este texto',
  },
  'amendment-received': {
    subject: 'Registrada para {organization}: una enmienda a {declaration}',
    opening: 'Se ha registrado una enmienda en nombre de su organización, porque llegó por otra vía que este sistema:',
    after:
      'Se le comunicará lo que se decida. Si no es suya, o no es como la entendía, avise cuanto antes a los organizadores. Si no, no tiene que hacer nada.',
  },
  'amendment-decided': {
    accepted: {
      subject: 'Aceptada: la enmienda de {organization} a {declaration}',
      opening: 'Se ha aceptado una enmienda de su organización:',
      after: 'El texto lo dice así desde ahora. No tiene que hacer nada.',
    },
    rejected: {
      subject: 'No aceptada: la enmienda de {organization} a {declaration}',
      opening: 'No se ha aceptado una enmienda de su organización:',
      after:
        'El texto queda como está en este punto. Mientras se esté redactando, su organización puede proponer otra enmienda.',
    },
    withdrawn: {
      subject: 'Retirada: la enmienda de {organization} a {declaration}',
      opening:
        'Se ha registrado como retirada una enmienda de su organización, porque eso es lo que nos llegó de ella:',
      after: 'El texto queda como está en este punto. Si es un error, avise cuanto antes a los organizadores.',
    },
  },
  proposal,
  awaited,
  signing,
  programme,
};
