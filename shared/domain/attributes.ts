import * as z from 'zod';
import { once } from './once.ts';
import { line } from './text.ts';
import { partialDate } from './when.ts';

/** What somebody says of themselves, in their own words. Nobody has to; published only as a sum over many. */
export const AttributesDraft = once(() =>
  z.strictObject({
    gender: line(100).optional().meta({ description: 'In their own words; left out where they do not say.' }),
    age: line(50).optional().meta({ description: 'An age or a group of ages.' }),
    region: line(100).optional().meta({ description: 'Where they come from.' }),
    by: z.enum(['bearer', 'office']).default('bearer').meta({ description: 'Who declared it.' }),
    on: partialDate().optional(),
  }),
);
export type AttributesDraft = z.output<ReturnType<typeof AttributesDraft>>;

export const Attributes = once(() =>
  z.object({ ...AttributesDraft().shape, person: z.string(), version: z.int().min(0) }),
);
export type Attributes = z.output<ReturnType<typeof Attributes>>;
