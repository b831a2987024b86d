import { tellOfRelease } from '../../shared/operations/release-told.ts';
import type { Backstage } from '../runtime/backstage.ts';
import type { Errand, Image } from './app.ts';

/** A release asks that those whom it concerns are told. */
export const releaseErrand =
  ({ house, now }: Pick<Backstage, 'house' | 'now'>) =>
  ({ pk, sk }: Image): Errand => {
    const key = { pk: pk?.S ?? '', sk: sk?.S ?? '' };
    return { name: `release ${key.pk} ${key.sk}`, run: () => tellOfRelease(house, key, now()) };
  };
