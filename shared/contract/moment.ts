import * as z from 'zod';
import { type Signature, signingCapacities } from '../domain/signature.ts';
import { type Moment, standing } from '../domain/standing.ts';
import { instant } from '../domain/when.ts';

/** As of which day, by the date of the act. */
export const asOf = () =>
  z.iso
    .date({ message: 'Give a day that exists, such as "2018-12-08".' })
    .optional()
    .meta({ description: 'By the date of the act.' });

/** As known at which instant, by the date of record. */
export const knownAt = () => instant().optional().meta({ description: 'By the date of record.' });

/** By what the acts on a declaration are listed. At a moment, those are listed that stood then: the same that a count counts. */
export const signatureFilters = () => ({
  capacity: z.enum(signingCapacities).optional(),
  asOf: asOf(),
  knownAt: knownAt(),
});

type Given<T> = { [K in keyof T]?: T[K] | undefined };

/** Whether the list of these filters has an act. */
export const keepsSignature =
  ({ capacity, asOf: day, knownAt: instant }: Given<Moment & Pick<Signature, 'capacity'>>) =>
  (act: Signature): boolean =>
    (capacity ?? act.capacity) === act.capacity &&
    ((day === undefined && instant === undefined) || standing(act, { asOf: day, knownAt: instant }));

/** An act as it stood at the moment that is asked for: what became of it later is no part of that. */
export const asThen =
  ({ asOf: day, knownAt: instant }: Given<Moment>) =>
  (act: Signature): Signature => {
    if (day === undefined && instant === undefined) return act;
    const { withdrawnOn: _, withdrawal: __, followed: ___, ...then } = act;
    return { ...then, state: 'valid' };
  };
