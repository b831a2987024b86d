import * as z from 'zod';
import { country } from './country.ts';
import type { FieldError } from './error.ts';
import { keptDays } from './expiry.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, chosenSlug, recordFields, revised, slug } from './record.ts';
import { inLanguage, limits, line, name, summary, title } from './text.ts';
import { isPartialDate, type PartialDate, partialDate, span, zone } from './when.ts';

/** One edition of a series, or a process without a meeting (a letter campaign). */
export const SummitDraft = once(() =>
  z.strictObject({
    slug: slug().optional(),
    title: title(),
    summary: summary().optional(),
    series: line(limits.name).optional(),
    edition: z.int().positive().optional(),
    kind: z.enum(['meeting', 'process']).default('meeting'),
    rehearsal: z
      .boolean()
      .default(false)
      .meta({ description: 'Played through with invented people, and marked so everywhere.' }),
    zone: zone().optional().meta({ description: 'IANA zone; a meeting held here needs one.' }),
    from: partialDate().optional(),
    to: partialDate().optional(),
    place: name().optional(),
    country: country().optional(),
    follows: slug().optional().meta({ description: 'The summit before it in its series.' }),
    beside: z
      .array(line(limits.name))
      .max(20)
      .default([])
      .meta({ description: 'The event it stands beside, such as the G20.' }),
    attendanceList: z.enum(['complete', 'partial', 'none']).optional().meta({
      description:
        'How much of the list of participants is recorded; a claim can be checked only against a complete one.',
    }),
    contactsKeptFor: z
      .int()
      .min(0)
      .max(3_650)
      .optional()
      .meta({ description: `For how many days contact details are kept after it is over; ${keptDays} when left out.` }),
    ...originFields('summit'),
  }),
);
export type SummitDraft = z.output<ReturnType<typeof SummitDraft>>;

export const Summit = once(() => z.object({ ...SummitDraft().shape, ...recordFields('summit') }));
export type Summit = z.output<ReturnType<typeof Summit>>;

/** What is wrong with the days of a draft by themselves, whatever else is wrong with it. */
export const summitOrder = ({
  from,
  to,
}: {
  from?: PartialDate | undefined;
  to?: PartialDate | undefined;
}): FieldError[] =>
  from && to && isPartialDate(from) && isPartialDate(to) && span(to).last < span(from).first
    ? [{ pointer: '/to', detail: `Let it end on or after its first day, ${from}.` }]
    : [];

const faults = (draft: SummitDraft): FieldError[] => {
  const errors = summitOrder(draft);
  if (draft.origin === 'held' && draft.kind === 'meeting' && !draft.zone)
    errors.push({
      pointer: '/zone',
      detail: 'Give the IANA time zone of the place, such as "Africa/Cairo": its sessions are shown in it.',
    });
  return errors;
};

/** Accepts a summit. Errors: `invalid`. */
export const announceSummit = (draft: SummitDraft): Summit =>
  begun('summit', draft, chosenSlug(draft.slug, inLanguage(draft.title)), faults(draft));

/** The changed summit. Errors: `invalid`. */
export const reviseSummit = (summit: Summit, draft: SummitDraft): Summit => {
  const errors = faults(draft);
  if (draft.rehearsal !== summit.rehearsal)
    errors.push({
      pointer: '/rehearsal',
      detail: 'A rehearsal stays one, and a real summit stays real: create another summit.',
    });
  if (summit.zone !== undefined && draft.zone !== summit.zone)
    errors.push({ pointer: '/zone', detail: `Leave the zone "${summit.zone}": its sessions are placed in it.` });
  return revised(SummitDraft(), summit, draft, errors);
};
