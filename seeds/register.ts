import { cities } from './cities.ts';
import { instruments } from './instruments.ts';
import { citiesOfTheBoard, memberClaims, memberships, networks } from './networks.ts';
import type { Seed } from './seed.ts';

/** What the summits share: networks with their memberships and printed figures, cities, and the texts of others. */
export const register: Seed = {
  name: 'register',
  waves: [
    [...networks, ...cities, ...citiesOfTheBoard, ...instruments],
    [...memberships, ...memberClaims],
  ],
};
