import type { capacities } from '../../../shared/domain/participation.ts';
import type { DeclarationKind } from '../../../shared/domain/declaration.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import type { Text } from '../../../shared/domain/text.ts';

// What a summit begins with, as data: only structure, and nothing about anybody.

/** A room of a template. */
export interface TemplateRoom {
  slug: string;
  name: Text;
  podiumSeats: number;
  booths: number;
  changeover: number;
}

/** A track of a template; one that takes proposals asks until when. */
export interface TemplateTrack {
  slug: string;
  title: Text;
  minutes?: number;
  panelSize: number;
  oneChair: boolean;
  takesProposals: boolean;
  rules: readonly Rule[];
}

export interface Template {
  name: 'forum' | 'mayors' | 'letter';
  kind: 'meeting' | 'process';
  rooms: readonly TemplateRoom[];
  tracks: readonly TemplateTrack[];
  /** As what organizations take part. */
  capacities: readonly (typeof capacities)[number][];
  /** What is to come out of it. */
  declaration: DeclarationKind;
}

const plenary: TemplateRoom = {
  slug: 'plenary-hall',
  name: {
    en: 'Plenary hall',
    fr: 'Salle plénière',
    es: 'Sala plenaria',
    ar: 'القاعة العامة',
    zh: '全体会议厅',
    ru: 'Зал пленарных заседаний',
  },
  podiumSeats: 10,
  booths: 6,
  changeover: 30,
};

const room = (letter: 'A' | 'B' | 'C'): TemplateRoom => ({
  slug: `room-${letter.toLowerCase()}`,
  name: {
    en: `Room ${letter}`,
    fr: `Salle ${letter}`,
    es: `Sala ${letter}`,
    ar: `القاعة ${letter}`,
    zh: `${letter} 厅`,
    ru: `Зал ${letter}`,
  },
  podiumSeats: 8,
  booths: 2,
  changeover: 15,
});

const opening: TemplateTrack = {
  slug: 'plenaries',
  title: {
    en: 'Plenary sessions',
    fr: 'Séances plénières',
    es: 'Sesiones plenarias',
    ar: 'الجلسات العامة',
    zh: '全体会议',
    ru: 'Пленарные заседания',
  },
  minutes: 90,
  panelSize: 10,
  oneChair: true,
  takesProposals: false,
  rules: [],
};

const fromCities: TemplateTrack = {
  slug: 'voices-from-cities',
  title: {
    en: 'Voices from cities',
    fr: 'Paroles de villes',
    es: 'Voces de las ciudades',
    ar: 'أصوات من المدن',
    zh: '城市之声',
    ru: 'Голоса городов',
  },
  minutes: 60,
  panelSize: 6,
  oneChair: true,
  takesProposals: true,
  rules: [
    { rule: 'panel-size', min: 3, max: 6, level: 'block' },
    { rule: 'regions', least: 2, level: 'warn' },
    { rule: 'one-per-organization', level: 'block' },
  ],
};

const fromNetworks: TemplateTrack = {
  slug: 'networks',
  title: {
    en: 'Sessions of city networks',
    fr: 'Séances des réseaux de villes',
    es: 'Sesiones de las redes de ciudades',
    ar: 'جلسات شبكات المدن',
    zh: '城市网络会议',
    ru: 'Заседания сетей городов',
  },
  minutes: 90,
  panelSize: 8,
  oneChair: true,
  takesProposals: true,
  rules: [
    { rule: 'countries', least: 3, level: 'warn' },
    { rule: 'one-lead-per-organization', level: 'warn' },
    { rule: 'gender-balance', most: 70, level: 'warn' },
  ],
};

const mayorsTable: TemplateTrack = {
  slug: 'mayors-round-tables',
  title: {
    en: 'Round tables of mayors',
    fr: 'Tables rondes des maires',
    es: 'Mesas redondas de alcaldías',
    ar: 'الموائد المستديرة لرؤساء البلديات',
    zh: '市长圆桌会议',
    ru: 'Круглые столы мэров',
  },
  minutes: 90,
  panelSize: 12,
  oneChair: true,
  takesProposals: false,
  rules: [
    { rule: 'moderator', level: 'block' },
    { rule: 'tiers', of: ['local'], level: 'block' },
    { rule: 'regions', least: 3, level: 'warn' },
  ],
};

const contributions: TemplateTrack = {
  slug: 'contributions',
  title: {
    en: 'Contributions',
    fr: 'Contributions',
    es: 'Contribuciones',
    ar: 'المساهمات',
    zh: '意见征集',
    ru: 'Предложения',
  },
  panelSize: 40,
  oneChair: false,
  takesProposals: true,
  rules: [],
};

/** The templates to choose from. */
export const templates: readonly Template[] = [
  {
    name: 'forum',
    kind: 'meeting',
    rooms: [plenary, room('A'), room('B'), room('C')],
    tracks: [opening, fromCities, fromNetworks],
    capacities: ['host', 'convenor', 'participating-member', 'observer', 'supporter'],
    declaration: 'declaration',
  },
  {
    name: 'mayors',
    kind: 'meeting',
    rooms: [plenary, room('A')],
    tracks: [opening, mayorsTable],
    capacities: ['host', 'chair', 'participating-member', 'observer'],
    declaration: 'communique',
  },
  {
    name: 'letter',
    kind: 'process',
    rooms: [],
    tracks: [contributions],
    capacities: ['convenor', 'participating-member', 'supporter'],
    declaration: 'open-letter',
  },
];

/** The template of a name. */
export const templateOf = (name: string | undefined): Template | undefined =>
  templates.find((one) => one.name === name);
