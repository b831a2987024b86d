import * as z from 'zod';
import { language } from './language.ts';
import { once } from './once.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';

export const crewRoles = ['interpreter', 'technician', 'rapporteur'] as const;

/** Somebody whose time a session takes without a place on its panel: no part of panel rules, and never printed. */
export const CrewDraft = once(() =>
  z.strictObject({
    person: z.string().max(40).meta({ description: 'The id of the person.' }),
    as: z.enum(crewRoles),
    languages: z
      .array(z.strictObject({ from: language(), to: language() }))
      .max(20)
      .default([])
      .meta({ description: 'For an interpreter: out of which language into which.' }),
    note: line(limits.line).optional(),
  }),
);
export type CrewDraft = z.output<ReturnType<typeof CrewDraft>>;

export const Crew = once(() =>
  z.object({ ...CrewDraft().shape, ...recordFields('crew'), slug: madeSlug(), summit: slug(), session: madeSlug() }),
);
export type Crew = z.output<ReturnType<typeof Crew>>;
