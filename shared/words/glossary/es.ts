import type { Glossary } from './en.ts';

export const es: Glossary = {
  participation: {
    term: 'Participación',
    means:
      'Una organización toma parte en una cumbre: como anfitriona, presidenta, convocante, miembro participante, observadora o colaboradora.',
  },
  observer: {
    term: 'Observador',
    means: 'Organización que toma parte sin decidir. Puede apoyar un texto; no lo firma.',
  },
  panelist: {
    term: 'Panelista',
    means: 'El lugar de una persona en el panel de una sesión: quién estuvo, en calidad de qué, por quién.',
  },
  rapporteur: { term: 'Relator', means: 'Quien deja por escrito lo que resultó de una sesión.' },
  outcome: {
    term: 'Resultado',
    means:
      'Lo que produjo una sesión: una recomendación, un compromiso, una práctica, una petición o un mensaje clave.',
  },
  declaration: {
    term: 'Declaración',
    means: 'Un texto elaborado a partir de los resultados, aprobado o firmado por quienes tomaron parte.',
  },
  preambular: {
    term: 'Párrafo del preámbulo',
    means: 'Un párrafo de la parte inicial. No lleva número y empieza con un gerundio: «Recordando …».',
  },
  operative: {
    term: 'Párrafo de la parte dispositiva',
    means: 'Un párrafo que pide o decide algo. Lleva número y empieza con un verbo: «Exhortan …».',
  },
  authentic: {
    term: 'Texto auténtico',
    means: 'El texto en el idioma que se firma. Todos los demás son traducciones.',
  },
  amendment: {
    term: 'Enmienda',
    means: 'Un cambio en un párrafo, propuesto por una organización participante.',
  },
  silence: {
    term: 'Procedimiento de acuerdo tácito',
    means: 'Se envía un texto a quienes toman parte, con un plazo. Queda aprobado si nadie objeta hasta entonces.',
  },
  objection: {
    term: 'Objeción',
    means: 'Un «no» razonado, dentro del plazo. Rompe el silencio, y el texto no se aprueba.',
  },
  dissociation: {
    term: 'Desvinculación',
    means: 'Una declaración posterior a la decisión: el texto sigue aprobado, y la organización no lo respalda.',
  },
  adoption: { term: 'Aprobación', means: 'El acto por el que un texto pasa a ser el de quienes tomaron parte.' },
  frozen: {
    term: 'Texto fijado',
    means: 'Una versión que ya no cambia, ni en un carácter. Su huella muestra si una copia es igual.',
  },
  signature: {
    term: 'Firma',
    means: 'Una organización se obliga respecto de un texto fijado, por medio de una persona con mandato.',
  },
  endorse: {
    term: 'Apoyar',
    means: 'Un observador respalda un texto sin firmarlo. Los apoyos se cuentan aparte de las firmas.',
  },
  mandate: {
    term: 'Mandato',
    means: 'Por qué esta persona puede obligar a esta organización: un cargo, o una delegación.',
  },
  reservation: { term: 'Reserva', means: 'Lo que un signatario no acepta del texto que firma.' },
  delivery: {
    term: 'Entrega',
    means: 'Una versión con sus firmas tal como estaban, entregada a un destinatario.',
  },
  uptake: {
    term: 'Seguimiento',
    means: 'Si los destinatarios actuaron conforme a un párrafo: sí, en parte, o no.',
  },
  claim: {
    term: 'Cifra afirmada',
    means: 'Un número que alguien imprimió. Figura junto a lo que muestran los registros.',
  },
  reported: {
    term: 'Recogido de una fuente',
    means: 'Transcrito de una fuente, que se nombra. El acto mismo no tuvo lugar aquí.',
  },
  rehearsal: {
    term: 'Ensayo',
    means: 'Una cumbre con personas inventadas, representada para mostrar cómo funciona.',
  },
};
