import { source } from './source.ts';

// Pages that several seeds cite; a page that one seed cites stands there.

export const programme = source(
  'World Urban Forum, programme page of session VC-D 12',
  'https://worldurbanforum.org/event/wuf12/multilateral-city-diplomacy-crisis-situations-improving-multilevel-governance',
);

/** Who signed the communiqué of the Urban 20, and who endorsed it. */
export const wire = source(
  'EFE wire on the U20 communiqué, machine-translated (spainsnews.com)',
  'https://spainsnews.com/mayors-call-on-g20-to-prioritize-urban-perspective-in-its-agenda/',
);

export const statementPage = source(
  'UCLG, page of the U20 joint statement',
  'https://uclg.org/new/u20-25-cities-commit-to-work-with-the-g20-in-response-to-major-global-challenges/',
);

export const pressAddress = 'https://docslib.org/doc/1631854/press-release';
export const press = source('U20 press release of 2018', pressAddress);

export const resourceAddress =
  'https://migration4development.org/en/resources/marrakech-mayors-declaration-cities-working-together-migrants-and-refugees';
export const resource = source('Migration for Development, page of the Marrakech Mayors Declaration', resourceAddress);
