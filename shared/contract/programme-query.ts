import * as z from 'zod';
import { language, mailLanguages } from '../domain/language.ts';
import { slug } from '../domain/record.ts';
import { type ProgrammeCard, undated } from '../domain/release.ts';
import type { Showing } from '../documents/programme.ts';

/** What a programme is narrowed down to. */
export const programmeFilters = () => ({
  day: z
    .union([z.literal(undated), z.iso.date()], {
      error: `Give a day that exists, such as "2027-03-10", or "${undated}".`,
    })
    .optional()
    .meta({ description: `A day in the summit's zone; "${undated}" for what has no time.` }),
  track: slug().optional(),
  room: slug().optional(),
  organization: slug().optional().meta({ description: 'One that leads, is a partner, or has somebody on the panel.' }),
  language: language().optional().meta({ description: 'Spoken or interpreted.' }),
  release: slug().optional().meta({ description: 'An earlier release, such as "r2"; the current one when left out.' }),
});
export type ProgrammeFilters = Partial<Record<keyof ReturnType<typeof programmeFilters>, string | undefined>>;

/** In which language a feed says what it says itself, and which of a text's languages it takes first. */
export const feedLanguage = () => ({ lang: z.enum(mailLanguages).optional() });

/** Whether an organization has to do with a session, as far as the card says. */
export const involves = ({ lead, partners, panel }: ProgrammeCard, organization: string): boolean =>
  [...lead, ...partners, ...panel.flatMap(({ organizations }) => organizations)].some(
    (one) => one.organization === organization,
  );

const isHeardIn = ({ languages }: ProgrammeCard, tag: string): boolean =>
  [...(languages?.spoken ?? []), ...(languages?.interpreted ?? [])].includes(tag);

/** Whether a session is asked for. */
export const fits =
  ({ day, track, room, organization, language: tag }: ProgrammeFilters) =>
  ({ card }: Showing): boolean =>
    (day ?? card.day ?? undated) === (card.day ?? undated) &&
    (track ?? card.track) === card.track &&
    (room ?? card.room) === card.room &&
    (!organization || involves(card, organization)) &&
    (!tag || isHeardIn(card, tag));
