import type { Dictionary } from './en.ts';
import type { Openings } from './opening.ts';

// The text continues the opening word as in English: "Exhortamos a los ministros" + "a abrir …" (so a letter invites rather than "pedimos",
// which would want "que"), "Nos comprometemos a" + "abrir …", "Recomendamos" + "que …", "Tomamos nota de" + "el servicio …" (→ "del").
const ours = {
  'take-note-of': { words: 'Tomamos nota', of: 'de' },
  underline: { words: 'Subrayamos' },
  recommend: { words: 'Recomendamos' },
  'commit-to': { words: 'Nos comprometemos a' },
  'call-upon': { words: 'Exhortamos', to: 'a' },
};
const recitals = { recalling: { words: 'Recordamos' }, 'taking-note-of': { words: 'Tomamos nota', of: 'de' } };
const openings: Openings = {
  resolution: {
    ...ours,
    recalling: { words: 'Recordando' },
    'taking-note-of': { words: 'Tomando nota', of: 'de' },
  },
  communique: { ...ours, ...recitals },
  letter: { ...ours, ...recitals, 'call-upon': { words: 'Invitamos', to: 'a' } },
};

export const es: Dictionary = {
  openings,
  formula: {
    resolution: 'Nosotros, {organ},',
    communique: 'Nosotros, {organ}, declaramos lo siguiente:',
    letter: 'Nosotros, {organ}, les escribimos lo siguiente:',
  },
  organ: 'los participantes en «{summit}»',
  headings: {
    recalling: 'Antecedentes',
    'taking-note-of': 'Antecedentes',
    'take-note-of': 'Prácticas',
    underline: 'Mensajes clave',
    recommend: 'Recomendaciones',
    'commit-to': 'Compromisos',
    'call-upon': 'Llamamientos',
  },
  salutation: 'A la atención de: {addressees}',
  salutationToAll: 'A quien corresponda:',
  close: 'Atentamente,',
  comma: ',',
  semicolon: ';',
  colon: ':',
  stop: '.',
  point: '{letter})',
  kinds: {
    declaration: 'Declaración',
    charter: 'Carta',
    'call-to-action': 'Llamamiento a la acción',
    communique: 'Comunicado',
    statement: 'Posicionamiento',
    'open-letter': 'Carta abierta',
    petition: 'Petición',
  },
  states: {
    drafting: 'Proyecto, no aprobado',
    circulated: 'Texto distribuido, no aprobado',
    objected: 'Texto objetado, no aprobado',
    adopted: 'Texto aprobado',
    'open-for-signature': 'Texto abierto a la firma',
    issued: 'Texto publicado por la presidencia',
    closed: 'Texto cerrado a la firma',
  },
  addressed: 'Destinatarios: {addressees}',
  marks: {
    rehearsal:
      'Ensayo: personas y organizaciones inventadas, representadas para mostrar el producto. Nadie real dijo ni decidió esto.',
    reported: 'Según {sources}; este no es el texto.',
    uncited: 'Referido por terceros; este no es el texto.',
    translation: 'Traducción. Idioma del texto auténtico: {language}.',
    fallback: '[en {language}:]',
  },
  sources: {
    title: 'Fuentes',
    paragraph: 'Párrafo',
    source: 'Fuente',
    session: 'Sesión',
    relation: 'Relación',
    outcome: '{session}, resultado {number}',
    clause: '{instrument}, {clause}',
    preamble: 'Preámbulo {number}',
    verbatim: 'literal',
    merged: 'fusionado',
    derived: 'derivado',
    namedBy: 'citado por la sesión',
  },
  leftOut: { title: 'Lo que no se recoge, y por qué', outcome: 'Resultado', reason: 'Motivo' },
  report: {
    abstract: 'Resumen (no es el texto)',
    organization: 'Organización',
    date: 'Fecha',
    signedBy: 'Firmado por',
    undated: 'no indicada',
    fact: 'Dato',
    says: 'Lo que publica',
    inferred: '(deducido)',
  },
  capacities: { signatory: 'Signatarios', observer: 'Apoyos como observadores' },
  signatories: {
    complete: 'Una fuente da la lista completa de signatarios.',
    partial: 'Las fuentes dan una parte de la lista de signatarios.',
    none: 'Ninguna fuente da una lista de signatarios.',
  },
  acts: { valid: 'válida', suspended: 'suspendida', withdrawn: 'retirada', void: 'nula' },
  facts: {
    title: 'título',
    kind: 'clase',
    language: 'idioma',
    organ: 'quién habla',
    addressedTo: 'destinatario',
    abstract: 'resumen',
    date: 'fecha',
    signatoryList: 'lista de signatarios',
  },
  verdicts: {
    'borne-out': 'Confirmado por los registros',
    'not-borne-out': 'No confirmado por los registros',
    'cannot-be-checked': 'No se puede comprobar: no hay una lista completa',
  },
  caveats: {
    'mixed-bases': 'las cifras tienen bases distintas',
    'missing-figures': 'faltan cifras',
    'two-different-acts': 'el número suma dos actos distintos',
  },
};
