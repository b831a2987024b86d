import * as z from 'zod';
import { language } from './language.ts';
import { once } from './once.ts';
import { panelRoles } from './panelist.ts';
import { madeSlug, NamedOrganization, recordFields, slug } from './record.ts';
import { limits, line } from './text.ts';

/** The states in which the programme shows a session. What was withdrawn after it was released is `cancelled` there. */
export const cardStates = ['accepted', 'scheduled', 'held', 'concluded', 'cancelled'] as const;

const words = once(() => z.record(z.string(), z.string()));

/** A place on a panel as everyone sees it: a name only with consent, once it is confirmed. */
export const CardPanelist = once(() =>
  z.object({
    slug: madeSlug(),
    role: z.enum(panelRoles),
    state: z.string(),
    order: z.int().optional(),
    person: z.string().optional(),
    printedName: z.string().optional(),
    printedTitle: z.string().optional(),
    organizations: z.array(NamedOrganization()),
    unnamed: z.boolean(),
    toBeConfirmed: z.boolean().optional(),
  }),
);
export type CardPanelist = z.output<ReturnType<typeof CardPanelist>>;

/** A session as a release shows it to everyone. It does not change, unless a name has to go. */
export const ProgrammeCard = once(() =>
  z.object({
    slug: madeSlug(),
    reference: z.string(),
    title: words(),
    summary: words().optional(),
    state: z.enum(cardStates),
    mode: z.enum(['on-site', 'hybrid', 'online']).optional(),
    track: slug().optional(),
    trackTitle: words().optional(),
    room: slug().optional(),
    roomName: words().optional(),
    start: z.string().optional(),
    end: z.string().optional(),
    local: z.object({ start: z.string(), end: z.string() }).optional(),
    zone: z.string().optional(),
    day: z.string().optional().meta({ description: "The day of its start, in the summit's zone." }),
    languages: z.object({ spoken: z.array(language()), interpreted: z.array(language()) }).optional(),
    lead: z.array(NamedOrganization()),
    partners: z.array(NamedOrganization()),
    instruments: z.array(slug()),
    objectives: z.array(z.object({ id: slug(), text: words() })),
    panel: z.array(CardPanelist()).meta({ description: 'In printed order.' }),
    rehearsal: z.boolean(),
    reportedBy: z
      .array(z.string())
      .optional()
      .meta({ description: 'Who reports it, where it is not held here: then it is in no release.' }),
  }),
);
export type ProgrammeCard = z.output<ReturnType<typeof ProgrammeCard>>;

/** What a release keeps of a session beside its card, for nobody's eyes: whom it concerns, and from which versions it was made. */
export interface Released {
  card: ProgrammeCard;
  /** The version of the session. */
  version: number;
  /** Who sits where, by the slug of the place: also those who are not named. */
  panelists: Record<string, { person: string; state: string; version: number }>;
  /** Whose time the session takes beside its panel, by the slug of their place in the crew. */
  crew: Record<string, string>;
}

/** The kinds of change that a release makes to a session. */
export const changeKinds = ['new', 'moved', 'cancelled', 'panel-changed', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The place under which sessions without a start are found. */
export const undated = 'undated';

/** A change that had to go with those that were chosen. */
export const Alongside = once(() =>
  z.object({
    session: madeSlug(),
    with: z.array(madeSlug()).meta({ description: 'The sessions that it would meet otherwise.' }),
    why: z.enum(['room', 'person']).meta({ description: 'Of what there would be two at once.' }),
  }),
);
export type Alongside = z.output<ReturnType<typeof Alongside>>;

export const ReleaseDraft = once(() =>
  z.strictObject({
    note: line(limits.line).optional().meta({ description: 'What everyone is told of it.' }),
    changes: z
      .array(madeSlug())
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'The sessions whose changes are released; the rest stays as last released.' }),
    from: z.int().min(0).optional().meta({
      description: 'The number of the release that it follows, 0 for the first; refused when there is a later.',
    }),
  }),
);
export type ReleaseDraft = z.output<ReturnType<typeof ReleaseDraft>>;

/** The programme under a number, as everyone reads it from then on. Its cards lie under its batch. */
export const Release = once(() =>
  z.object({
    ...recordFields('release'),
    summit: slug(),
    number: z.int().positive(),
    note: z.string().optional(),
    at: z.string(),
    by: z.string(),
    batch: z.string(),
    rehearsal: z.boolean(),
    sessions: z.int().min(0),
    days: z
      .record(z.string(), z.int())
      .meta({ description: 'How many sessions each day has; "undated" are those without a start.' }),
    counts: z.record(z.enum(changeKinds), z.int()).meta({ description: 'How many changes of each kind it made.' }),
    chosen: z.array(madeSlug()).optional().meta({ description: 'The changes that were chosen, where some were.' }),
    alongside: z.array(Alongside()).meta({ description: 'What had to go with them.' }),
    rewritten: z
      .array(z.object({ at: z.string(), why: z.enum(['erasure', 'consent']), cards: z.int() }))
      .optional()
      .meta({ description: 'That names were taken out of it since, when and why.' }),
  }),
);
export type Release = z.output<ReturnType<typeof Release>>;

/** Which release a summit's programme stands at. */
export const Programme = once(() =>
  z.object({
    summit: slug(),
    version: z.int().positive(),
    number: z.int().positive(),
    slug: madeSlug(),
    batch: z.string(),
    at: z.string(),
    note: z.string().optional(),
    sessions: z.int().min(0),
    days: z.record(z.string(), z.int()),
  }),
);
export type Programme = z.output<ReturnType<typeof Programme>>;

/** The release that follows another; the first follows none. */
export const nextNumber = (current: Pick<Programme, 'number'> | undefined): number => (current?.number ?? 0) + 1;
export const releaseSlug = (number: number): string => `r${number}`;
