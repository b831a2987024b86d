import type { Declaration } from '../shared/domain/declaration.ts';
import type { Instrument } from '../shared/domain/instrument.ts';
import type { Outcome } from '../shared/domain/outcome.ts';
import type { Carriage, Paragraph, SourceLink } from '../shared/domain/paragraph.ts';
import type { Session } from '../shared/domain/session.ts';
import type { Signature } from '../shared/domain/signature.ts';
import type { Summit } from '../shared/domain/summit.ts';

// Records for tests: a whole record from the few fields that a test is about. Cities, people and organizations are invented.

const held = { version: 1, origin: 'held' as const, sources: [], corrections: [] };

/** When a session sits that has to have a time. */
export const inTheMorning = { start: '2031-03-10T08:00:00Z', end: '2031-03-10T09:30:00Z' };

/** The Arvenne summit. */
export const aSummit = (given: Partial<Summit> = {}): Summit => ({
  ...held,
  slug: 'arvenne-2031',
  state: 'announced',
  title: { en: 'Arvenne City Summit 2031' },
  kind: 'meeting',
  rehearsal: false,
  zone: 'Europe/Paris',
  beside: [],
  ...given,
});

/** Session VC-D 12 of the Arvenne summit, concluded. */
export const aSession = (given: Partial<Session> = {}): Session => ({
  ...held,
  slug: 'vc-d-12',
  state: 'concluded',
  summit: 'arvenne-2031',
  rehearsal: false,
  reference: 'VC-D 12',
  title: { en: 'Cities that take people in' },
  objectives: [],
  mode: 'on-site',
  lead: [],
  partners: [],
  instruments: [],
  ...given,
});

/** An instrument that sessions name. */
export const anInstrument = (given: Partial<Instrument> = {}): Instrument => ({
  ...held,
  slug: 'river-cities-compact',
  state: 'listed',
  name: { en: 'Global Compact for River Cities' },
  aliases: [],
  kind: 'agreement',
  clauses: [],
  ...given,
});

/** A filed ask of session VC-D 12. */
export const anOutcome = (given: Partial<Outcome> = {}): Outcome => ({
  ...held,
  slug: '1',
  state: 'filed',
  summit: 'arvenne-2031',
  session: 'vc-d-12',
  type: 'ask',
  text: { en: 'to open their funds to cities.' },
  addressee: { en: 'the development banks' },
  voicedBy: [],
  objectives: [],
  clauses: [],
  ...given,
});

/** A declaration in drafting, compiled here. */
export const aDeclaration = (given: Partial<Declaration> = {}): Declaration => ({
  ...held,
  slug: 'arvenne-declaration',
  state: 'drafting',
  summit: 'arvenne-2031',
  title: { en: 'Arvenne Declaration' },
  kind: 'declaration',
  form: 'resolution',
  language: 'en',
  addressedTo: [],
  rehearsal: false,
  placed: 0,
  leftOut: 0,
  batch: 'b1',
  ...given,
});

/** An operative paragraph, "Recommend that …", without sources. */
export const aParagraph = (given: Partial<Paragraph> = {}): Paragraph => ({
  slug: 'p1',
  version: 1,
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  batch: 'b1',
  order: 0,
  part: 'operative',
  opening: 'recommend',
  addressees: [],
  text: { en: 'that each city names one desk' },
  points: [],
  sources: [],
  ...given,
});

/** The link back to an outcome of session VC-D 12. */
export const aSource = (outcome: string, relation: 'verbatim' | 'merged' | 'derived' = 'verbatim'): SourceLink => ({
  kind: 'outcome',
  session: 'vc-d-12',
  outcome,
  version: 1,
  relation,
});

/** An outcome that was left out. */
export const aCarriage = (given: Partial<Carriage> = {}): Carriage => ({
  version: 1,
  summit: 'arvenne-2031',
  session: 'vc-d-12',
  outcome: '9',
  declaration: 'arvenne-declaration',
  batch: 'b1',
  reason: 'Said better by outcome 1.',
  ...given,
});

/** A reported signature of the invented city of Belmora. */
export const aSignature = (given: Partial<Signature> = {}): Signature => ({
  ...held,
  origin: 'reported',
  slug: 'belmora-signatory',
  state: 'valid',
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  organization: 'belmora',
  capacity: 'signatory',
  printed: 'Belmora',
  counted: { organization: 'belmora', printed: 'Belmora', kind: 'city' },
  recordedAt: '2031-05-01T09:00:00Z',
  ...given,
});
