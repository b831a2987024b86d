/** A name in an address: lower-case letters, digits and single hyphens, as people would say it. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const slugLength = 80;

/** A text without accents and case, letters of any script and digits only, words parted by one space: what a search by name compares. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "VC-D 12" → "vc-d-12". Empty when nothing of the Latin alphabet remains: then the address has to be given. */
export const slugOf = (text: string): string =>
  folded(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, slugLength)
    .replace(/-+$/, '');

/** The order of names in addresses: by code unit, without asking a collator, which a cold start would pay for. */
export const bySlug = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
