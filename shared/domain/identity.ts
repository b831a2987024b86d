import { spelled } from './address.ts';
import { digest } from './digest.ts';
import { folded } from './slug.ts';

/** Who somebody is said to be. The invented are never taken for the real. */
export interface Alleged {
  name: string;
  email?: string | undefined;
  rehearsal: boolean;
}

/** Whether two names are the same but for accents, case and signs. A name without a letter is compared as it is. */
export const sameName = (one: string, other: string): boolean => nameOf(one) === nameOf(other);

const nameOf = (name: string): string => folded(name) || name.trim();

/**
 * Under what somebody is known: the digest of address and name together, because one office address often serves a mayor and her deputies, and
 * two people may bear one name. Undefined without an address.
 */
export const identityOf = ({ name, email, rehearsal }: Alleged): string | undefined =>
  email === undefined ? undefined : digest(JSON.stringify(['person', rehearsal, spelled(email), nameOf(name)]));

/** What is the same of two people who are not known to be one. */
export const likenesses = ['address', 'name'] as const;
export type Likeness = (typeof likenesses)[number];

/** Under what somebody is looked for among those who are like them, by what is alike. */
export const likenessesOf = ({ name, email }: Alleged): { why: Likeness; digest: string }[] => [
  { why: 'name', digest: digest(JSON.stringify(['name', nameOf(name)])) },
  ...(email === undefined
    ? []
    : [{ why: 'address' as const, digest: digest(JSON.stringify(['address', spelled(email)])) }]),
];
