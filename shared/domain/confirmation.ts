import * as z from 'zod';
import { once } from './once.ts';
import { madeSlug, slug } from './record.ts';
import { documentHash } from './sha256.ts';
import { limits, line } from './text.ts';
import { instant } from './when.ts';

/** Who answers for a panelist: they themselves, or their office. */
export const Giver = once(() =>
  z
    .strictObject({
      name: line(limits.name).meta({ description: 'The name of whoever answers, typed by them.' }),
      as: z.enum(['bearer', 'office']).meta({ description: 'For themselves, or as the office of the panelist.' }),
    })
    .meta({ description: 'Who answers. Never filled in beforehand.' }),
);

/** The sessions whose places somebody gives up for another at the same time. */
export const InsteadOf = once(() =>
  z
    .array(z.strictObject({ summit: slug(), session: madeSlug() }))
    .max(5)
    .default([])
    .meta({ description: 'Confirmed places at the same time that are withdrawn for this one.' }),
);

/** A confirmation that did not come by the link: who gave it, how, when, and what shows it. */
export const Confirmation = once(() =>
  z.strictObject({
    by: Giver(),
    how: z.enum(['email', 'paper', 'floor', 'phone']),
    at: instant().meta({ description: 'When it was given.' }),
    document: documentHash('The SHA-256 of the message or of the scanned paper.'),
  }),
);
export type Confirmation = z.output<ReturnType<typeof Confirmation>>;
