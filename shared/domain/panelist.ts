import * as z from 'zod';
import { Confirmation } from './confirmation.ts';
import { type Conflict, Overridden, overridden, type Override } from './conflict.ts';
import { ConsentGiven, isNamed } from './consent.ts';
import { DomainError, type FieldError } from './error.ts';
import type { Doing } from './lifecycle.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import type { Person } from './person.ts';
import { begun, madeSlug, NamedOrganization, OrganizationRef, recordFields, revised, slug } from './record.ts';
import { bySlug } from './slug.ts';
import { limits, line } from './text.ts';
import { panelLimit, type Track } from './track.ts';

export const panelRoles = ['moderator', 'chair', 'panelist', 'keynote', 'discussant', 'rapporteur'] as const;

/** A person's place on one session's panel: a snapshot of who sat there, as what. */
export const PanelistDraft = once(() =>
  z.strictObject({
    person: z.string().max(40).meta({ description: 'The id of the person.' }),
    role: z.enum(panelRoles),
    order: z.int().min(1).max(panelLimit).optional().meta({ description: 'Place in the printed order.' }),
    printedName: line(limits.name).optional().meta({ description: "As printed; the person's name when left out." }),
    printedTitle: line(limits.name).optional(),
    organizations: z.array(OrganizationRef()).max(10).default([]),
    nominatedBy: z.array(slug()).max(10).default([]).meta({ description: 'The organizations that nominated them.' }),
    unnamed: z.boolean().default(false).meta({ description: 'Somebody at risk: counted, and never named in public.' }),
    consent: ConsentGiven().optional().meta({ description: 'Without it the public does not see the name.' }),
    slug: slug().optional(),
    ...originFields('panelist'),
  }),
);
export type PanelistDraft = z.output<ReturnType<typeof PanelistDraft>>;

/** What of a place is changed at its own address; the consent to be printed there has its own. */
export const PanelistChange = once(() => PanelistDraft().omit({ consent: true }));
export type PanelistChange = z.output<ReturnType<typeof PanelistChange>>;

export const Panelist = once(() =>
  z.object({
    ...PanelistChange().shape,
    ...recordFields('panelist'),
    summit: slug(),
    session: slug(),
    desk: madeSlug().optional().meta({ description: 'The desk through which the place was given.' }),
    printedName: z.string(),
    named: z.boolean().meta({ description: 'The name may be shown here.' }),
    organizations: z.array(NamedOrganization()),
    confirmation: Confirmation()
      .optional()
      .meta({ description: 'Who confirmed it, and how, where an organizer entered that.' }),
    overridden: z
      .array(Overridden())
      .optional()
      .meta({ description: 'Where else they are then, and why they were let be here all the same.' }),
  }),
);
export type Panelist = z.output<ReturnType<typeof Panelist>>;

type Named<D = PanelistDraft> = D & Pick<Panelist, 'organizations'>;

/** The roles of which a panel has one, where its track wants one. */
export const isChair = (role: Panelist['role']): boolean => role === 'moderator' || role === 'chair';

/** Whether the place is taken: somebody who declined, withdrew or was replaced has left it free. */
export const isSeated = (state: Panelist['state']): boolean => !['declined', 'withdrawn', 'replaced'].includes(state);

/** Those of a panel who have a place on it. */
export const seatedIn = (panel: readonly Panelist[]): Panelist[] => panel.filter(({ state }) => isSeated(state));

/** What a panel must keep to; the write's own condition holds it. */
export interface PanelRule {
  size: number;
  /** Undefined: as many moderators and chairs as there are. */
  chairs: number | undefined;
}

/** The rule of a panel: its track’s, or the house’s own bound where it is in none. */
export const panelRule = (track: Track | undefined): PanelRule => ({
  size: track?.panelSize ?? panelLimit,
  chairs: track?.oneChair ? 1 : undefined,
});

export const panelFull = (rule: PanelRule, seated: number): DomainError =>
  new DomainError(
    'panel-full',
    `The panel has ${seated} of ${rule.size} people. Withdraw or replace somebody first, or let the track allow more.`,
  );

export const chairTaken = (): DomainError =>
  new DomainError(
    'chair-taken',
    'The panel already has its moderator or chair. Give this person another role, or withdraw the other first.',
  );

export const personSeated = (): DomainError =>
  new DomainError(
    'person-seated',
    'This person already has a place on this panel. Change that place instead of adding another.',
  );

// A name and a consent belong to whoever bears them: somebody at risk has no public name to consent to.
const faults = (draft: PanelistDraft): FieldError[] =>
  draft.unnamed && draft.consent
    ? [{ pointer: '/consent', detail: 'Leave the consent out: somebody who stays unnamed is never printed.' }]
    : [];

/** Gives a person a place on a panel. Errors: `invalid`. */
export const seatPanelist = (
  at: { summit: string; session: string },
  id: string,
  person: Person,
  draft: Named,
): Panelist => {
  const { consent, ...fields } = draft;
  return {
    ...begun('panelist', fields, id, faults(draft)),
    ...at,
    printedName: draft.printedName ?? person.name,
    named: isNamed(draft, { consent: consent && { state: 'given' }, withheld: person.withheld }),
  };
};

// What was once said must not be undone by a slip: a name that was shown for a moment is known.
const staysUnnamed = (panelist: Panelist, draft: PanelistChange): FieldError[] =>
  panelist.unnamed && !draft.unnamed
    ? [
        {
          pointer: '/unnamed',
          detail: 'Who is at risk stays unnamed at this place. Withdraw it and give another, if that has changed.',
        },
      ]
    : [];

/** The changed place; whose it is stays. Errors: `invalid`. */
export const revisePanelist = (panelist: Panelist, draft: Named<PanelistChange>): Panelist => {
  const errors = staysUnnamed(panelist, draft);
  if (draft.person !== panelist.person)
    errors.push({ pointer: '/person', detail: 'Leave the person; replace the panelist to seat another.' });
  return {
    ...revised(PanelistChange(), panelist, draft, errors),
    printedName: draft.printedName ?? panelist.printedName,
    named: panelist.named && !draft.unnamed,
  };
};

/** The place with what stood against its being taken then, and was overridden; as it is, where nothing did. */
export const stoodFor = (
  panelist: Panelist,
  conflicts: readonly Conflict[],
  override: Override | undefined,
  passage: Doing,
): Panelist => {
  const own = conflicts.filter(({ by }) => by === panelist.slug);
  const fresh = overridden(own, override, passage);
  return fresh.length > 0 ? { ...panelist, overridden: [...(panelist.overridden ?? []), ...fresh] } : panelist;
};

/** The printed order: by the given place, moderators and chairs first among equals, then by when they were seated. */
export const inPrintedOrder = (panel: readonly Panelist[]): Panelist[] =>
  panel.toSorted(
    (a, b) =>
      (a.order ?? panelLimit + 1) - (b.order ?? panelLimit + 1) ||
      Number(isChair(b.role)) - Number(isChair(a.role)) ||
      bySlug(a.slug, b.slug),
  );
