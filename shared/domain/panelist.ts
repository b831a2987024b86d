import * as z from 'zod';
import { DomainError, type FieldError } from './error.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { Consent, type Person } from './person.ts';
import { begun, NamedOrganization, OrganizationRef, recordFields, revised, slug } from './record.ts';
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
    nominatedBy: slug().optional(),
    unnamed: z.boolean().default(false).meta({ description: 'Somebody at risk: counted, and never named in public.' }),
    consent: Consent().optional().meta({ description: 'Without it the public does not see the name.' }),
    slug: slug().optional(),
    ...originFields('panelist'),
  }),
);
export type PanelistDraft = z.output<ReturnType<typeof PanelistDraft>>;

export const Panelist = once(() =>
  z.object({
    ...PanelistDraft().shape,
    ...recordFields('panelist'),
    summit: slug(),
    session: slug(),
    printedName: z.string(),
    organizations: z.array(NamedOrganization()),
  }),
);
export type Panelist = z.output<ReturnType<typeof Panelist>>;

type Named = PanelistDraft & Pick<Panelist, 'organizations'>;

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
): Panelist => ({
  ...begun('panelist', draft, id, faults(draft)),
  ...at,
  printedName: draft.printedName ?? person.name,
});

/** The changed place; whose it is stays. Errors: `invalid`. */
export const revisePanelist = (panelist: Panelist, draft: Named): Panelist => {
  const errors = faults(draft);
  if (draft.person !== panelist.person)
    errors.push({ pointer: '/person', detail: 'Leave the person; replace the panelist to seat another.' });
  return {
    ...revised(PanelistDraft(), panelist, draft, errors),
    printedName: draft.printedName ?? panelist.printedName,
  };
};

/** The printed order: by the given place, moderators and chairs first among equals, then by when they were seated. */
export const inPrintedOrder = (panel: readonly Panelist[]): Panelist[] =>
  panel.toSorted(
    (a, b) =>
      (a.order ?? panelLimit + 1) - (b.order ?? panelLimit + 1) ||
      Number(isChair(b.role)) - Number(isChair(a.role)) ||
      bySlug(a.slug, b.slug),
  );
