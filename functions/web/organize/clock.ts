import { invalid } from '../../../shared/domain/error.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { type Instant, instantsAt, localTime } from '../../../shared/domain/when.ts';
import type { Typed } from './typed.ts';

// Hours are typed as the clock on the wall shows them at the summit, and kept as instants.

/** The zone in which a summit's hours are typed; a process without a place goes by UTC. */
export const zoneOf = ({ zone }: Pick<Summit, 'zone'>): string => zone ?? 'UTC';

/** An instant as a field for hours shows it: "2031-03-10T09:00". */
export const shownAt = (at: Instant | undefined, summit: Pick<Summit, 'zone'>): string | undefined =>
  at === undefined ? undefined : localTime(at, zoneOf(summit));

/**
 * The instant of an hour that was typed; the first where the hour comes twice. What is no hour at all is left to the contract to refuse. Errors: `invalid`
 * where the clock passes over the hour, at the field's place in the body.
 */
export const instantIn = (
  typed: Typed,
  name: string,
  summit: Pick<Summit, 'zone'>,
  gap: string,
  pointer = `/${name.replaceAll('.', '/')}`,
): Instant | undefined => {
  const local = typed[name]?.trim().replace(' ', 'T');
  if (!local) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return local;
  const [first] = instantsAt(local, zoneOf(summit));
  if (first === undefined) throw invalid([{ pointer, detail: gap }]);
  return first;
};
