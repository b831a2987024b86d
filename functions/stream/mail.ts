import { ring } from '../../shared/operations/outbox.ts';
import type { Backstage } from '../runtime/backstage.ts';
import type { Errand, Image } from './app.ts';

/** An entry of the outbox asks to be sent. What goes wrong is put off by the entry itself, so the errand does not come again for it. */
export const mailErrand =
  ({ office, now }: Pick<Backstage, 'office' | 'now'>) =>
  ({ pk, sk }: Image): Errand => {
    const key = { pk: pk?.S ?? '', sk: sk?.S ?? '' };
    return { name: `mail ${key.pk} ${key.sk}`, run: () => ring(office, key, now()) };
  };
