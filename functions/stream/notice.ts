import { tellAsked } from '../../shared/operations/telling.ts';
import type { Backstage } from '../runtime/backstage.ts';
import type { Errand, Image } from './app.ts';

/** Something that everybody who was asked in a circulation is to be told asks to be told: once for each circulation. */
export const noticeErrand =
  ({ house, now }: Pick<Backstage, 'house' | 'now'>) =>
  ({ pk, sk }: Image): Errand => {
    const key = { pk: pk?.S ?? '', sk: sk?.S ?? '' };
    return { name: `notice ${key.pk} ${key.sk}`, run: () => tellAsked(house, key, now()) };
  };
