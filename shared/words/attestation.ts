import type { FormLanguage } from '../domain/declaration.ts';

/** What a signature that was given here is, in one sentence. */
export const attestation: Readonly<Record<FormLanguage, string>> = {
  en: 'Plenary attests who acted; the city’s own key did not sign.',
  fr: 'Plenary atteste qui a agi ; la ville n’a pas signé avec une clé qui lui soit propre.',
  es: 'Plenary da fe de quién actuó; la ciudad no firmó con una clave propia.',
};
