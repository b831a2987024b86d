import { applyRelease } from '../../shared/operations/decision-apply.ts';
import type { Backstage } from '../runtime/backstage.ts';
import type { Errand, Image } from './app.ts';

/** Decisions that were released ask to be made known: once for each release. */
export const decisionErrand =
  ({ house, now }: Pick<Backstage, 'house' | 'now'>) =>
  ({ pk, sk }: Image): Errand => {
    const key = { pk: pk?.S ?? '', sk: sk?.S ?? '' };
    return { name: `decisions ${key.pk} ${key.sk}`, run: () => applyRelease(house, key, now()) };
  };
