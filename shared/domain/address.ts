import * as z from 'zod';
import { once } from './once.ts';

/** The one spelling of an address: two that differ in nothing else are the same to everybody. */
export const spelled = (address: string): string => address.trim().toLowerCase();

/** An e-mail address as somebody wrote it. */
export const writtenAddress = once(() =>
  z
    .string()
    .trim()
    .max(254)
    .check(z.email({ message: 'Give an e-mail address such as "name@example.org".' })),
);

/** The same in its one spelling. */
export const address = once(() => writtenAddress().overwrite(spelled));
