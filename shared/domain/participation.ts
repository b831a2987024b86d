import * as z from 'zod';
import { country } from './country.ts';
import { once } from './once.ts';
import { organizationKinds, Population, printedName, type Organization } from './organization.ts';
import { originFields } from './origin.ts';
import { begun, recordFields, revised, slug } from './record.ts';
import { limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** In what capacity an organization takes part in a summit. */
export const capacities = ['host', 'chair', 'convenor', 'participating-member', 'observer', 'supporter'] as const;

export const ParticipationDraft = once(() =>
  z.strictObject({
    organization: slug(),
    capacities: z.array(z.enum(capacities)).min(1).max(capacities.length),
    since: partialDate().optional(),
    how: z.enum(['on-site', 'remote', 'unknown']).default('unknown'),
    focalPoint: z.string().max(40).optional().meta({ description: 'The id of a person; never shown in public.' }),
    note: line(limits.line).optional(),
    slug: slug().optional().meta({ description: 'The slug of the organization.' }),
    ...originFields('participation'),
  }),
);
export type ParticipationDraft = z.output<ReturnType<typeof ParticipationDraft>>;

/** An organization as a count needs it, copied when the act was recorded, so that a later change of the register changes no count. */
export const Counted = once(() =>
  z.object({
    organization: slug(),
    printed: z.string(),
    kind: z.enum(organizationKinds),
    country: country().optional(),
    within: slug().optional(),
    population: Population().optional(),
  }),
);
export type Counted = z.output<ReturnType<typeof Counted>>;

/** The organization as a count needs it today. An office counts within the body it belongs to. */
export const countedAs = (organization: Organization, printed?: string): Counted => ({
  organization: organization.slug,
  printed: printed ?? printedName(organization),
  kind: organization.kind,
  country: organization.country,
  within: organization.within ?? organization.partOf,
  population: organization.population[0],
});

export const Participation = once(() =>
  z.object({ ...ParticipationDraft().shape, ...recordFields('participation'), summit: slug(), counted: Counted() }),
);
export type Participation = z.output<ReturnType<typeof Participation>>;

/** Registers that an organization takes part. Errors: `invalid`. */
export const registerParticipation = (
  summit: string,
  organization: Organization,
  draft: ParticipationDraft,
): Participation => ({
  ...begun('participation', draft, organization.slug),
  summit,
  counted: countedAs(organization),
});

export const reviseParticipation = (participation: Participation, draft: ParticipationDraft): Participation =>
  revised(
    ParticipationDraft(),
    participation,
    draft,
    draft.organization === participation.organization
      ? []
      : [{ pointer: '/organization', detail: 'Leave the organization as it is; register the other one by itself.' }],
  );

/** Whether it takes part, or took part: who is only expected does, who was absent or withdrew does not. */
export const takesPart = ({ state }: Pick<Participation, 'state'>): boolean =>
  state === 'registered' || state === 'attended';
