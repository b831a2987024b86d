import type { OutcomeDraft } from '../../shared/domain/outcome.ts';
import { filed } from '../passage.ts';
import type { Step } from '../seed.ts';
import { outcome, panelistId, type Sitting, type Written } from '../step.ts';
import { vcD12, vcD14 } from './programme.ts';
import type { PersonKey } from './register.ts';

type Said = Omit<Written<typeof OutcomeDraft>, 'voicedBy'> & { voicedBy?: PersonKey[] };

const governments = {
  en: 'national governments',
  fr: 'les gouvernements nationaux',
  es: 'los gobiernos nacionales',
};

// A text continues the opening word of its type: "Take note of" + "the one-stop desk …", "Call upon …" + "to open …".
const saidIn12: Said[] = [
  {
    type: 'practice',
    text: {
      en: 'the one-stop desk of Belmora, where a family that arrives registers, sees a doctor and finds a bed in one place and on one day',
      fr: 'le guichet unique de Belmora, où une famille qui arrive s’inscrit, voit un médecin et trouve un lit en un seul lieu et en un seul jour',
      es: 'la ventanilla única de Belmora, donde una familia que llega se inscribe, ve a un médico y encuentra una cama en un solo lugar y en un solo día',
    },
    voicedBy: ['noor'],
    objectives: ['1', '2'],
    clauses: [{ instrument: '2030-agenda', clause: 'sdg-11' }],
  },
  {
    type: 'key-message',
    text: {
      en: 'that cities open their doors first when people are driven from home, and that the response is still planned without them too often',
      fr: 'que les villes ouvrent leurs portes les premières quand des gens sont chassés de chez eux, et que la réponse est encore trop souvent préparée sans elles',
      es: 'que las ciudades son las primeras en abrir sus puertas cuando la gente es expulsada de su hogar, y que la respuesta se planifica todavía demasiado a menudo sin ellas',
    },
    voicedBy: ['tomas', 'baptiste'],
    objectives: ['1'],
    clauses: [{ instrument: 'action-agenda-on-internal-displacement' }],
  },
  {
    type: 'recommendation',
    text: {
      en: 'that the cities which receive displaced people have a seat where the response is planned, from the first day of a crisis',
      fr: 'que les villes qui accueillent des personnes déplacées siègent là où la réponse se prépare, dès le premier jour d’une crise',
      es: 'que las ciudades que acogen a personas desplazadas tengan un asiento allí donde se planifica la respuesta, desde el primer día de una crisis',
    },
    addressee: governments,
    voicedBy: ['tomas'],
    objectives: ['3'],
    clauses: [{ instrument: 'new-urban-agenda' }],
  },
  {
    type: 'recommendation',
    text: {
      en: 'that each city on a route of displacement name one contact point, and tell the other cities of the route',
    },
    voicedBy: ['baptiste'],
    objectives: ['4'],
  },
  {
    type: 'ask',
    text: {
      en: 'to open their emergency funds to cities directly',
      fr: 'à ouvrir directement aux villes leurs fonds d’urgence',
      es: 'a abrir directamente a las ciudades sus fondos de emergencia',
    },
    addressee: governments,
    voicedBy: ['noor', 'tomas'],
    objectives: ['3'],
  },
  {
    type: 'ask',
    text: {
      en: 'to count the people whom a city shelters when its yearly grant is reckoned',
      fr: 'à compter les personnes qu’une ville abrite dans le calcul de sa dotation annuelle',
      es: 'a contar a las personas que una ciudad acoge al calcular su asignación anual',
    },
    addressee: governments,
    voicedBy: ['noor'],
    objectives: ['3'],
    clauses: [{ instrument: '2030-agenda', clause: 'sdg-11' }],
  },
  {
    type: 'commitment',
    text: {
      en: 'keeping places free in the schools of Kestrel Bay for children who arrive during the year',
      fr: 'garder dans les écoles de Kestrel Bay des places libres pour les enfants qui arrivent en cours d’année',
      es: 'reservar plazas en las escuelas de Kestrel Bay para los niños que llegan durante el año',
    },
    owner: { organization: 'kestrel-bay' },
    voicedBy: ['baptiste'],
    objectives: ['2'],
  },
  {
    type: 'ask',
    text: { en: 'to lend to cities for shelter within weeks, and not within years' },
    addressee: { en: 'the development banks', fr: 'les banques de développement', es: 'los bancos de desarrollo' },
    voicedBy: ['odile'],
    objectives: ['3'],
  },
  {
    type: 'key-message',
    text: { en: 'that what people bring with them (still being worded)' },
    voicedBy: ['odile'],
    objectives: ['2'],
  },
];

const saidIn14: Said[] = [
  {
    type: 'commitment',
    text: {
      en: 'publishing each year, beginning with Quillemar and Sandrevel, how many people were sheltered and what it cost',
      fr: 'publier chaque année, à commencer par Quillemar et Sandrevel, combien de personnes ont été abritées et à quel coût',
      es: 'publicar cada año, empezando por Quillemar y Sandrevel, cuántas personas fueron acogidas y cuánto costó',
    },
    owner: { organization: 'sandrevel' },
    voicedBy: ['runa', 'tomas'],
    objectives: ['2'],
  },
  {
    type: 'recommendation',
    text: {
      en: 'that the cities of a route use one form, so that a family’s file can be passed on when the family consents',
    },
    voicedBy: ['runa'],
    objectives: ['1'],
    clauses: [{ instrument: 'global-compact-on-refugees' }],
  },
  {
    type: 'ask',
    text: { en: 'to accept the papers that another city of the route has issued' },
    addressee: governments,
    voicedBy: ['odile'],
    objectives: ['1'],
  },
];

const waves = (sitting: Sitting, said: readonly Said[]): Step[][] =>
  said.map(({ voicedBy = [], ...draft }, at) => [
    outcome(sitting, at + 1, { ...draft, voicedBy: voicedBy.map((key) => panelistId(sitting, key)) }),
  ]);

// The last word of VC-D 12 has not been found yet.
const stillDraft = saidIn12.length;

const filings = (sitting: Sitting, numbers: readonly number[]): Step[] =>
  numbers.map((number) => filed(sitting, number));

const numbersOf = (said: readonly Said[]): number[] => said.map((_, at) => at + 1);

/** One after the other, because an outcome's number is the next free one; the two sessions side by side. */
export const draftings: Step[][] = (() => {
  const [first, second] = [waves(vcD12, saidIn12), waves(vcD14, saidIn14)];
  return first.map((wave, at) => [...wave, ...(second[at] ?? [])]);
})();

export const allFiled: Step[] = [
  ...filings(
    vcD12,
    numbersOf(saidIn12).filter((number) => number !== stillDraft),
  ),
  ...filings(vcD14, numbersOf(saidIn14)),
];
