import { sequenceTrail } from '../../shared/operations/trail.ts';
import type { Backstage } from '../runtime/backstage.ts';
import type { Errand, Image } from './app.ts';

/** An entry that waits asks for its chain to be sequenced: once for all that wait there. */
export const trailErrand =
  ({ house, signer, now }: Pick<Backstage, 'house' | 'signer' | 'now'>) =>
  ({ card }: Image): Errand => {
    const chain = card?.M?.chain?.S ?? '';
    return { name: `trail ${chain}`, run: () => sequenceTrail(house, signer, chain, now()) };
  };
