import * as z from 'zod';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { language } from './language.ts';
import { once } from './once.ts';
import { firstState } from './lifecycle.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';

export const crewRoles = ['interpreter', 'technician', 'rapporteur'] as const;

/** Out of which language somebody interprets into which. */
const LanguagePair = once(() => z.strictObject({ from: language(), to: language() }));

/** Somebody whose time a session takes without a place on its panel: no part of panel rules, and never printed. */
export const CrewDraft = once(() =>
  z.strictObject({
    person: z.string().max(40).meta({ description: 'The id of the person.' }),
    as: z.enum(crewRoles),
    languages: z
      .array(LanguagePair())
      .max(20)
      .default([])
      .meta({ description: 'For an interpreter, and for nobody else: out of which language into which.' }),
    note: line(limits.line).optional(),
  }),
);
export type CrewDraft = z.output<ReturnType<typeof CrewDraft>>;

export const Crew = once(() =>
  z.object({ ...CrewDraft().shape, ...recordFields('crew'), slug: madeSlug(), summit: slug(), session: madeSlug() }),
);
export type Crew = z.output<ReturnType<typeof Crew>>;

/** Whether the session takes their time. */
export const isAssigned = ({ state }: Pick<Crew, 'state'>): boolean => state === 'assigned';

const faults = ({ as, languages }: CrewDraft): FieldError[] => {
  if (as === 'interpreter' && languages.length === 0)
    return [{ pointer: '/languages', detail: 'Say out of which language they interpret into which.' }];
  if (as !== 'interpreter' && languages.length > 0)
    return [{ pointer: '/languages', detail: `Leave the languages out: a ${as} interprets nothing.` }];
  const named = languages.map(({ from, to }) => `${from} ${to}`);
  return languages.flatMap(({ from, to }, at) => {
    if (from === to) return [{ pointer: `/languages/${at}/to`, detail: 'Name another language than that spoken.' }];
    if (named.indexOf(`${from} ${to}`) < at)
      return [{ pointer: `/languages/${at}`, detail: 'Name each pair of languages once.' }];
    return [];
  });
};

/** Puts a person in the crew of a session, once in each role. Errors: `invalid`, `already-recorded`. */
export const assignCrew = (
  at: { summit: string; session: string },
  id: string,
  draft: CrewDraft,
  crew: readonly Crew[],
): Crew => {
  refuseAll(faults(draft));
  const own = crew.find((one) => isAssigned(one) && one.person === draft.person && one.as === draft.as);
  if (own)
    throw new DomainError(
      'already-recorded',
      `This person is in the crew as ${draft.as} already. Release them first.`,
      {
        conflictsWith: `/api/v1/summits/${at.summit}/sessions/${at.session}/crew/${own.slug}`,
      },
    );
  return { ...draft, ...at, slug: id, version: 1, state: firstState('crew') };
};
