import * as z from 'zod';
import { Overridden } from './conflict.ts';
import { DomainError, type FieldError, invalid } from './error.ts';
import { language } from './language.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, madeSlug, NamedOrganization, OrganizationRef, recordFields, revised, slug } from './record.ts';
import { slugOf } from './slug.ts';
import type { Summit } from './summit.ts';
import { limits, line, summary, text, title } from './text.ts';
import { Waiver } from './waiver.ts';
import { type Instant, instant, localTime, span, toInstant } from './when.ts';

/** What a session sets out to reach, stated before it. Its id stays, so that an outcome can name it. */
const Objective = once(() => z.strictObject({ id: slug().optional(), text: text(limits.outcome) }));

export const SessionDraft = once(() =>
  z.strictObject({
    reference: line(60).meta({
      description: 'The reference code as printed, such as "VC-D 12"; the address is made from it.',
    }),
    title: title(),
    summary: summary().optional(),
    objectives: z.array(Objective()).max(50).default([]),
    track: slug().optional(),
    room: slug().optional(),
    start: instant().optional(),
    end: instant().optional(),
    mode: z.enum(['on-site', 'hybrid', 'online']).optional(),
    languages: z
      .strictObject({
        spoken: z.array(language()).max(20).default([]),
        interpreted: z.array(language()).max(20).default([]),
      })
      .optional(),
    expected: z.int().min(1).max(1_000_000).optional().meta({ description: 'How many people are expected to come.' }),
    lead: z.array(OrganizationRef()).max(10).default([]),
    partners: z.array(OrganizationRef()).max(30).default([]),
    instruments: z.array(slug()).max(50).default([]).meta({ description: 'The texts of others that it is about.' }),
    noOutcome: text(limits.line)
      .optional()
      .meta({ description: 'Why it has no outcome: "none, because …" is an answer.' }),
    slug: slug().optional().meta({ description: 'Made from the reference code.' }),
    ...originFields('session'),
  }),
);
export type SessionDraft = z.output<ReturnType<typeof SessionDraft>>;

/** Who proposed a session in a call, and when: for its own organization and the organizers. */
export const Proposed = once(() =>
  z.object({
    by: slug(),
    at: z.string().meta({ description: 'When it was submitted; of a draft, when it was begun.' }),
    late: z.boolean().optional().meta({ description: 'It came after the soft deadline.' }),
    with: z.array(slug()).optional().meta({ description: 'Who proposed what was merged into it.' }),
    note: z.string().optional().meta({ description: 'What the organizers wrote with their decision.' }),
  }),
);

/** What one of several organizations proposed, before their proposals were merged. */
export const OwnText = once(() =>
  z.object({
    session: madeSlug(),
    organization: slug(),
    title: SessionDraft().shape.title,
    summary: SessionDraft().shape.summary,
    objectives: z.array(z.object({ id: slug(), text: Objective().shape.text })),
  }),
);

export const Session = once(() =>
  z.object({
    ...SessionDraft().shape,
    ...recordFields('session'),
    summit: slug(),
    rehearsal: z.boolean(),
    zone: z.string().optional(),
    local: z
      .object({ start: z.string(), end: z.string() })
      .optional()
      .meta({ description: 'What the clock on the wall shows in the zone.' }),
    objectives: z.array(z.object({ id: slug(), text: Objective().shape.text })),
    lead: z.array(NamedOrganization()),
    partners: z.array(NamedOrganization()),
    waivers: z
      .array(Waiver())
      .optional()
      .meta({ description: 'Which rules of its track are waived, by whom and why.' }),
    overridden: z
      .array(Overridden())
      .optional()
      .meta({ description: 'What stood against its place, and why it was placed there all the same.' }),
    proposed: Proposed().optional(),
    texts: z.array(OwnText()).optional().meta({ description: 'The proposals that were merged into it, as they were.' }),
    mergedInto: madeSlug().optional().meta({ description: 'The session that it was merged into.' }),
  }),
);
export type Session = z.output<ReturnType<typeof Session>>;

/**
 * The most organizations that one session can involve, as leads, as partners or through its panelists: a session in its next state is written
 * together with every list that it stands in, and the panel is as large again.
 */
export const organizationLimit = 40;

/** Refuses to involve more organizations than fit. Errors: `too-many-at-once`. */
export const mayInvolve = (organizations: Iterable<string>): void => {
  const many = new Set(organizations).size;
  if (many > organizationLimit)
    throw new DomainError(
      'too-many-at-once',
      `The session would involve ${many} organizations, and ${organizationLimit} fit. Name fewer partners, or fewer organizations for a panelist.`,
    );
};

/** The states in which the public may know of a session. */
export const publicSession: ReadonlySet<Session['state']> = new Set([
  'accepted',
  'scheduled',
  'held',
  'concluded',
  'cancelled',
]);

/** What is wrong with the times of a draft by themselves, whatever else is wrong with it. */
export const sessionOrder = ({
  start,
  end,
}: {
  start?: Instant | undefined;
  end?: Instant | undefined;
}): FieldError[] => {
  if (!start && !end) return [];
  if (!start) return [{ pointer: '/start', detail: 'Give the start too, or leave the end out.' }];
  if (!end) return [{ pointer: '/end', detail: 'Give the end too, or leave the start out.' }];
  return Date.parse(end) <= Date.parse(start)
    ? [{ pointer: '/end', detail: `Let it end after its start, ${start}.` }]
    : [];
};

/** What is wrong with when a session is held at a summit. */
export const timeFaults = (
  summit: Summit,
  { start, end }: { start?: Instant | undefined; end?: Instant | undefined },
): FieldError[] => {
  const unordered = sessionOrder({ start, end });
  if (!start || !end || unordered.length > 0 || !summit.zone) return unordered;
  // The end itself is no part of the session: one that ends at midnight ends on the day before.
  const lastSecond = toInstant(new Date(Date.parse(end) - 1_000));
  const [first, last] = [localTime(start, summit.zone).slice(0, 10), localTime(lastSecond, summit.zone).slice(0, 10)];
  const days = `the summit's days${summit.from ? ` from ${summit.from}` : ''}${summit.to ? ` to ${summit.to}` : ''} (${summit.zone})`;
  if (summit.from && first < span(summit.from).first)
    return [{ pointer: '/start', detail: `Let it start within ${days}; there it would start on ${first}.` }];
  if (summit.to && last > span(summit.to).last)
    return [{ pointer: '/end', detail: `Let it end within ${days}; there it would end on ${last}.` }];
  return [];
};

const repeats = (pointer: string, names: readonly (string | undefined)[], what: string): FieldError[] =>
  names.flatMap((name, at) =>
    name !== undefined && names.indexOf(name) < at
      ? [{ pointer: `${pointer}/${at}`, detail: `Name each ${what} once; "${name}" is there twice.` }]
      : [],
  );

const faults = (summit: Summit, draft: SessionDraft): FieldError[] => [
  ...timeFaults(summit, draft),
  ...repeats(
    '/objectives',
    draft.objectives.map(({ id }) => id),
    'objective',
  ),
  ...repeats(
    '/lead',
    draft.lead.map(({ organization }) => organization),
    'lead organization',
  ),
  ...repeats(
    '/partners',
    draft.partners.map(({ organization }) => organization),
    'partner',
  ),
  ...repeats('/instruments', draft.instruments, 'instrument'),
];

// An objective without an id gets the next number that no other has.
const withIds = (objectives: SessionDraft['objectives']): Session['objectives'] => {
  const taken = new Set(objectives.map(({ id }) => id));
  let next = 0;
  const free = (): string => {
    do next += 1;
    while (taken.has(String(next)));
    return String(next);
  };
  return objectives.map(({ id, text }) => ({ id: id ?? free(), text }));
};

/** What the clock on the wall shows: the zone is the summit's, once and for all, so that it can be kept with the instants. */
export const hours = (
  { zone }: Summit,
  { start, end }: Pick<SessionDraft, 'start' | 'end'>,
): Pick<Session, 'zone' | 'local'> => ({
  zone,
  local: zone && start && end ? { start: localTime(start, zone), end: localTime(end, zone) } : undefined,
});

/** A draft whose organizations have been looked up and named. */
export type NamedDraft = SessionDraft & Pick<Session, 'lead' | 'partners'>;

/** Accepts a session into a summit, as a draft (a reported one as it is reported). Errors: `invalid`. */
export const draftSession = (summit: Summit, draft: NamedDraft, missing: readonly FieldError[] = []): Session => {
  const address = slugOf(draft.reference);
  const errors = [...faults(summit, draft), ...missing];
  if (address === '')
    errors.push({
      pointer: '/reference',
      detail: 'Let the code have a Latin letter or a digit: the address is made from it.',
    });
  if (errors.length > 0 && address === '') throw invalid(errors);
  return {
    ...begun('session', draft, address, errors),
    objectives: withIds(draft.objectives),
    summit: summit.slug,
    rehearsal: summit.rehearsal,
    ...hours(summit, draft),
  };
};

/** The changed session. Its reference code stays, because people find it by that. Errors: `invalid`. */
export const reviseSession = (
  session: Session,
  summit: Summit,
  draft: NamedDraft,
  missing: readonly FieldError[] = [],
): Session => {
  const errors = [...faults(summit, draft), ...missing];
  if (slugOf(draft.reference) !== slugOf(session.reference))
    errors.push({
      pointer: '/reference',
      detail: `Leave the code "${session.reference}": it is found by that, and codes last as addresses do.`,
    });
  return {
    ...revised(SessionDraft(), session, draft, errors),
    objectives: withIds(draft.objectives),
    ...hours(summit, draft),
  };
};
