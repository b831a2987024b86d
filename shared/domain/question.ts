import * as z from 'zod';
import { answersLeft } from './answer.ts';
import { answers, type Invitation } from './invitation.ts';
import { statesOf } from './lifecycle.ts';
import { once } from './once.ts';
import type { Opening } from './opening.ts';
import { type Panelist, panelRoles } from './panelist.ts';
import type { Person } from './person.ts';
import { NamedOrganization } from './record.ts';
import type { Room } from './room.ts';
import type { Session } from './session.ts';
import type { Summit } from './summit.ts';
import { storedText } from './text.ts';

/** What whoever holds a link is shown: what is asked, and where things stand. Nothing of anybody else's. */
export const Question = once(() =>
  z.object({
    state: z.enum(statesOf('panelist')).meta({ description: 'Where the place stands.' }),
    canAnswer: z.array(z.enum(answers)).meta({ description: 'What can still be answered.' }),
    replyBy: z.string().meta({ description: 'Until when an answer is asked for.' }),
    until: z.string().meta({ description: 'Until when the link opens.' }),
    rehearsal: z.boolean(),
    summit: z.object({ slug: z.string(), title: storedText(), place: storedText().optional() }),
    session: z.object({
      slug: z.string(),
      reference: z.string(),
      title: storedText(),
      state: z.enum(statesOf('session')),
      mode: z.enum(['on-site', 'hybrid', 'online']).optional(),
      start: z.string().optional(),
      end: z.string().optional(),
      zone: z.string().optional(),
      local: z.object({ start: z.string(), end: z.string() }).optional(),
      room: storedText().optional().meta({ description: 'The room, as it is called.' }),
    }),
    panelist: z.object({
      slug: z.string(),
      role: z.enum(panelRoles),
      printedName: z.string(),
      printedTitle: z.string().optional(),
      organizations: z.array(NamedOrganization()),
      unnamed: z.boolean().meta({ description: 'Stays unnamed in public: no consent is asked for.' }),
    }),
    person: z.object({ name: z.string(), biography: storedText().optional() }),
    consentTo: z
      .literal('name-and-title')
      .optional()
      .meta({ description: 'What consent is asked for; nothing where the place stays unnamed.' }),
    answers: z
      .array(
        z.object({
          answer: z.enum(answers),
          at: z.string(),
          by: z.object({ name: z.string(), as: z.enum(['bearer', 'office']) }),
          consent: z.boolean(),
          reason: z.string().optional(),
        }),
      )
      .meta({ description: 'What was answered, and by whom, the latest last.' }),
  }),
);
export type Question = z.output<ReturnType<typeof Question>>;

/** The records that a link leads to. */
export interface Behind {
  invitation: Invitation;
  panelist: Panelist;
  session: Session;
  summit: Summit;
  person: Person;
  room?: Room | undefined;
}

const sittingOf = ({ session, room }: Behind): Question['session'] => {
  const { slug, reference, title, state, mode, start, end, zone, local } = session;
  return { slug, reference, title, state, mode, start, end, zone, local, room: room?.name };
};

const placeOf = ({ panelist }: Behind): Question['panelist'] => {
  const { slug, role, printedName, printedTitle, organizations, unnamed } = panelist;
  return { slug, role, printedName, printedTitle, organizations, unnamed };
};

/** What the bearer of a link is asked, and what was answered so far. */
export const questionOf = (behind: Behind, { until }: Pick<Opening, 'until'>): Question => {
  const { invitation, panelist, summit, person } = behind;
  return {
    state: panelist.state,
    canAnswer: answersLeft(behind),
    replyBy: invitation.replyBy,
    until,
    rehearsal: invitation.rehearsal,
    summit: { slug: summit.slug, title: summit.title, place: summit.place },
    session: sittingOf(behind),
    panelist: placeOf(behind),
    person: { name: person.name, biography: person.biography },
    consentTo: panelist.unnamed ? undefined : 'name-and-title',
    answers: invitation.answers.map(({ answer, at, by, consent, reason }) => ({ answer, at, by, consent, reason })),
  };
};
