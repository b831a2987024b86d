import * as z from 'zod';
import { type Doing, passed, type StateOf } from './lifecycle.ts';
import { once } from './once.ts';
import { madeSlug, recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** That a name may be public: given by its bearer, or by an office recorded for them. */
export const ConsentGiven = once(() =>
  z.strictObject({
    by: z.enum(['bearer', 'office']),
    office: line(limits.name).optional().meta({ description: 'Who answered for the bearer, where an office did.' }),
    on: partialDate(),
    how: line(limits.line).optional(),
  }),
);
export type ConsentGiven = z.output<ReturnType<typeof ConsentGiven>>;

/** A place on a panel, as far as a consent has to name it. */
export interface Seat {
  summit: string;
  session: string;
  panelist: string;
}

/** The place that a panelist has. */
export const seatOf = ({ summit, session, slug }: Omit<Seat, 'panelist'> & { slug: string }): Seat => ({
  summit,
  session,
  panelist: slug,
});

/**
 * What is consented to: that the person's own record is public (`name`), that what sources reported of them stays (`reported`; refusing it is the
 * person's objection), or that they are printed at one place.
 */
export type ConsentTo = 'name' | 'reported' | Seat;

/** A consent, or a refusal, as it comes in. */
export const ConsentDraft = once(() =>
  ConsentGiven()
    .partial({ on: true })
    .extend({
      of: z
        .union([
          z.enum(['name', 'reported']),
          z.strictObject({ summit: slug(), session: madeSlug(), panelist: madeSlug() }),
        ])
        .meta({ description: 'The name in their own record, what sources reported of them, or one place on a panel.' }),
      state: z
        .enum(['given', 'refused'])
        .default('given')
        .meta({ description: 'A refusal is an objection where a source reported the name.' }),
    }),
);
export type ConsentDraft = z.output<ReturnType<typeof ConsentDraft>>;

/** What somebody said about being named. It stands apart from public records, which only say whether the name may be shown. */
export const Consent = once(() =>
  z.object({
    ...ConsentGiven().shape,
    ...recordFields('consent'),
    person: z.string(),
    summit: slug().optional(),
    session: madeSlug().optional(),
  }),
);
export type Consent = z.output<ReturnType<typeof Consent>>;

/** Its name in the address: what it is about, or the id of the place. */
export const consentSlug = (to: ConsentTo): string => (typeof to === 'string' ? to : to.panelist);

/**
 * What the person, or an office for them, says now, after what they said before. Said again it is renewed: who said it last counts.
 * A refusal after a consent withdraws it.
 */
export const stated = (
  before: Consent | undefined,
  { person, to }: { person: string; to: ConsentTo },
  state: 'given' | 'refused',
  given: ConsentGiven,
  doing: Doing,
): Consent => {
  const at = typeof to === 'string' ? {} : { summit: to.summit, session: to.session };
  if (!before) return { ...given, ...at, person, slug: consentSlug(to), state, version: 1 };
  const { office: _, how: __, ...kept } = before;
  const same = state === 'given' ? before.state === 'given' : before.state !== 'given';
  if (same) return { ...kept, ...given };
  return { ...passed('consent', kept, state === 'given' ? 'given' : 'withdrawn', doing), ...given };
};

/** Errors: `wrong-state`. */
export const withdrawn = (consent: Consent, doing: Doing): Consent => passed('consent', consent, 'withdrawn', doing);

type Standing = { state: StateOf<'consent'> } | undefined;

const isAgainst = (consent: Standing): boolean => consent !== undefined && consent.state !== 'given';

/** Whether the name is withheld everywhere: the person does not want to be named at all, or objects to what sources reported. */
export const isWithheld = (consents: readonly Pick<Consent, 'slug' | 'state'>[]): boolean =>
  consents.some((consent) => (consent.slug === 'name' || consent.slug === 'reported') && isAgainst(consent));

/** Whether a place may show the name, by all that its person said. */
export const isNamedAt = (
  place: { slug: string; origin: 'held' | 'reported'; unnamed: boolean },
  consents: readonly Consent[],
): boolean =>
  isNamed(place, { consent: consents.find(({ slug: one }) => one === place.slug), withheld: isWithheld(consents) });

/**
 * Whether a record may show the name. One held here needs the consent; one that a source reported needs no more than that nobody objects. Who is at
 * risk is named by neither.
 */
export const isNamed = (
  { origin, unnamed = false }: { origin: 'held' | 'reported'; unnamed?: boolean },
  { consent, withheld = false }: { consent: Standing; withheld?: boolean | undefined },
): boolean => !unnamed && !withheld && (origin === 'reported' ? !isAgainst(consent) : consent?.state === 'given');
