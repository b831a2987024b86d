import * as z from 'zod';
import { once } from './once.ts';
import { slug } from './record.ts';

/** That those who were asked in a circulation are still to be told something. */
export const Telling = once(() =>
  z.object({
    summit: slug(),
    declaration: slug(),
    circulation: slug(),
    version: z.int().positive(),
    due: z.string().optional().meta({ description: 'Since when; nothing is to be told without it.' }),
  }),
);
export type Telling = z.output<ReturnType<typeof Telling>>;
