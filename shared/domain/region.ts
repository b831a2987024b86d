/** The sub-regions of UN M49, with the region that each is part of and the countries and areas in it by ISO 3166-1 alpha-2. */
const table = {
  Africa: {
    'Northern Africa': 'DZ EG EH LY MA SD TN',
    'Sub-Saharan Africa':
      'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD ' +
      'TF TG TZ UG YT ZA ZM ZW',
  },
  Americas: {
    'Latin America and the Caribbean':
      'AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX ' +
      'TC TT UY VC VE VG VI',
    'Northern America': 'BM CA GL PM US',
  },
  Asia: {
    'Central Asia': 'KG KZ TJ TM UZ',
    'Eastern Asia': 'CN HK JP KP KR MN MO TW',
    'South-eastern Asia': 'BN ID KH LA MM MY PH SG TH TL VN',
    'Southern Asia': 'AF BD BT IN IR LK MV NP PK',
    'Western Asia': 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  },
  Europe: {
    'Eastern Europe': 'BG BY CZ HU MD PL RO RU SK UA',
    'Northern Europe': 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
    'Southern Europe': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
    'Western Europe': 'AT BE CH DE FR LI LU MC NL',
  },
  Oceania: {
    'Australia and New Zealand': 'AU CC CX HM NF NZ',
    Melanesia: 'FJ NC PG SB VU',
    Micronesia: 'FM GU KI MH MP NR PW UM',
    Polynesia: 'AS CK NU PF PN TK TO TV WF WS',
  },
} as const;

export type Region = keyof typeof table;

/** Where a country or area lies. */
export interface Lying {
  region: Region;
  subRegion: string;
}

const regions = new Map<string, Lying>(
  Object.entries(table).flatMap(([region, within]) =>
    Object.entries(within).flatMap(([subRegion, codes]) =>
      codes.split(' ').map((code): [string, Lying] => [code, { region: region as Region, subRegion }]),
    ),
  ),
);

/**
 * The region and sub-region of a country or area, by its code of ISO 3166-1 alpha-2.
 *
 * Source: United Nations Statistics Division, "Standard country or area codes for statistical use (M49)", geographic regions. Undefined for
 * Antarctica (AQ), which M49 puts in no region. M49 lists neither Kosovo (XK) nor Taiwan (TW) apart; somebody from there counts for where it lies,
 * which says nothing of its status.
 */
export const regionOf = (country: string): Lying | undefined => regions.get(country);
