import * as z from 'zod';
import { country } from './country.ts';
import type { FieldError } from './error.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, chosenSlug, recordFields, revised, slug } from './record.ts';
import { staysInvented } from './rehearsal.ts';
import { folded } from './slug.ts';
import { inLanguage, limits, line, name } from './text.ts';
import { partialDate, span } from './when.ts';

export const organizationKinds = [
  'city',
  'metropolitan-authority',
  'province',
  'city-network',
  'local-government-association',
  'un-agency',
  'intergovernmental-body',
  'national-government',
  'ngo',
  'academia',
  'foundation',
  'private',
] as const;

/** A population figure with what makes it comparable, or not: the year (absent: not given) and the area it was counted over. */
export const Population = once(() =>
  z.strictObject({
    value: z.int().positive(),
    year: z.int().min(1800).max(2200).optional(),
    basis: z.enum(['own-area', 'agglomeration', 'metropolis', 'unknown']),
    source: line(limits.line),
    note: line(limits.line).optional(),
  }),
);
export type Population = z.output<ReturnType<typeof Population>>;

/** The point that stands for a place on a map. Its source is named, as for every fact: nobody's coordinates are guessed. */
export const Position = once(() =>
  z.strictObject({
    latitude: z.number().min(-90).max(90).meta({ description: 'Degrees north, WGS 84.' }),
    longitude: z.number().min(-180).max(180).meta({ description: 'Degrees east, WGS 84.' }),
    source: line(limits.line).meta({ description: 'Who gives it.' }),
  }),
);
export type Position = z.output<ReturnType<typeof Position>>;

export const OrganizationDraft = once(() =>
  z.strictObject({
    slug: slug().optional(),
    name: name(),
    rehearsal: z
      .boolean()
      .default(false)
      .meta({ description: 'Invented, for a rehearsal; never mixed up with somebody real.' }),
    aliases: z.array(line(limits.name)).max(30).default([]).meta({ description: 'Other names it is found by.' }),
    kind: z.enum(organizationKinds),
    country: country().optional(),
    tier: z
      .enum(['local', 'metropolitan', 'regional', 'national'])
      .optional()
      .meta({ description: 'Tier of government.' }),
    identifiers: z
      .strictObject({
        wikidata: z
          .string()
          .regex(/^Q[1-9]\d*$/, { message: 'A Wikidata item looks like "Q71".' })
          .optional(),
        geonames: z.int().positive().optional(),
        ror: z
          .string()
          .regex(/^0[a-z0-9]{8}$/, { message: 'A ROR id looks like "03yrm5c26".' })
          .optional(),
        unlocode: z
          .string()
          .regex(/^[A-Z]{2}[A-Z2-9]{3}$/, { message: 'A UN/LOCODE looks like "CHGVA".' })
          .optional(),
      })
      .optional(),
    founded: partialDate().optional(),
    dissolved: partialDate().optional(),
    succeededBy: slug().optional(),
    partOf: slug().optional().meta({ description: 'The organization it is an office of: that one signs.' }),
    within: slug()
      .optional()
      .meta({ description: 'The larger authority whose area it lies in: a total counts its people once.' }),
    population: z.array(Population()).max(20).default([]).meta({ description: 'The figure to be used first.' }),
    position: Position().optional().meta({ description: 'Where a map shows it.' }),
    ...originFields('organization'),
  }),
);
export type OrganizationDraft = z.output<ReturnType<typeof OrganizationDraft>>;

export const Organization = once(() => z.object({ ...OrganizationDraft().shape, ...recordFields('organization') }));
export type Organization = z.output<ReturnType<typeof Organization>>;

/** Organizations that stand for a place and its people. */
export const isLocalGovernment = (kind: Organization['kind']): boolean =>
  kind === 'city' || kind === 'metropolitan-authority' || kind === 'province';

const faults = (draft: OrganizationDraft, slug: string): FieldError[] => {
  const errors: FieldError[] = [];
  if (draft.founded && draft.dissolved && span(draft.dissolved).last < span(draft.founded).first)
    errors.push({ pointer: '/dissolved', detail: `Let it end on or after its founding, ${draft.founded}.` });
  for (const field of ['succeededBy', 'partOf', 'within'] as const)
    if (draft[field] !== undefined && draft[field] === slug)
      errors.push({ pointer: `/${field}`, detail: 'Name another organization than itself.' });
  return errors;
};

/** Lists an organization. Errors: `invalid`. */
export const listOrganization = (draft: OrganizationDraft): Organization => {
  const slug = chosenSlug(draft.slug, inLanguage(draft.name));
  return begun('organization', draft, slug, faults(draft, slug));
};

export const reviseOrganization = (organization: Organization, draft: OrganizationDraft): Organization =>
  revised(OrganizationDraft(), organization, draft, [
    ...faults(draft, organization.slug),
    ...staysInvented(organization, draft),
  ]);

// Folding can lengthen a name (one ligature is eighteen letters), and a name is a key of at most 1,024 bytes.
const searched = (name: string): string => Array.from(folded(name)).slice(0, limits.name).join('');

/** Every name it is found by, folded, each once. */
export const searchNames = (organization: Pick<Organization, 'name' | 'aliases'>): string[] =>
  [...new Set([...Object.values(organization.name), ...organization.aliases].map(searched))].filter(
    (found) => found.length > 0,
  );

/** How it is printed where nothing else was said. */
export const printedName = (organization: Pick<Organization, 'name'>): string => inLanguage(organization.name);
