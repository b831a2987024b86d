import { digest } from '../domain/digest.ts';
import { bySlug } from '../domain/slug.ts';

/**
 * A UUID that follows from an address and stays with it: version 8 of RFC 9562 (5.8), whose bits are whatever its maker says; here they are those of
 * the address's SHA-256.
 */
export const guidOf = (address: string): string => {
  const hex = digest(address);
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
};

// What a signed integer of 32 bits holds: some readers keep ids in one.
const idLimit = 2 ** 31 - 1;

const idOf = (address: string): number => (parseInt(digest(address).slice(0, 12), 16) % idLimit) + 1;

/**
 * A positive integer for each address, unlike any other's here. It follows from the address alone, so that it stays; only where two meet (once in
 * 170 programmes of 5,000 sessions) the later by its name moves on.
 */
export const idsOf = (addresses: readonly string[]): Map<string, number> => {
  const taken = new Set<number>();
  const free = (id: number): number => (taken.has(id) ? free((id % idLimit) + 1) : id);
  return new Map(
    [...new Set(addresses)].toSorted(bySlug).map((address) => {
      const id = free(idOf(address));
      taken.add(id);
      return [address, id];
    }),
  );
};

/** An id as the six letters and digits that readers of schedules take for a session's code. */
export const codeOf = (id: number): string => id.toString(36).toUpperCase().padStart(6, '0');
