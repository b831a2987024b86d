/** The day as of which this list was made: what was decided later is not in it. */
export const listedAsOf = '2026-11-22';

const listed =
  'AF AO BD BF BI BJ CD CF DJ ER ET GM GN GW HT KH KI KM LA LR LS MG ML MM MR MW MZ NE NP RW SB SD SL SN SO SS TD TG TL TV TZ UG YE ZM';

/**
 * The day from which a country is no longer a least developed one, where the General Assembly has set it: from 2023 on, also those to come (76/8 for
 * Bangladesh, the Lao People's Democratic Republic and Nepal).
 */
const graduated: Readonly<Record<string, string>> = {
  BT: '2023-12-13',
  ST: '2024-12-13',
  BD: '2026-11-24',
  LA: '2026-11-24',
  NP: '2026-11-24',
  SB: '2027-12-13',
  KH: '2029-12-19',
  SN: '2029-12-19',
};

const everListed: ReadonlySet<string> = new Set([...listed.split(' '), ...Object.keys(graduated)]);

/**
 * Whether a country (ISO 3166-1 alpha-2) is among the least developed on a day of 2023 or later.
 *
 * Source: United Nations Committee for Development Policy, "List of Least Developed Countries": 44 countries since 13 December 2024.
 */
export const isLeastDeveloped = (country: string, day: string): boolean =>
  everListed.has(country) && day < (graduated[country] ?? '9999-12-31');
