import * as z from 'zod';
import { once } from './once.ts';

/** Everything that can be held on somebody, with what it is and why it is held. */
export const holdings = {
  person: {
    what: 'Their record: the name and biography that the programme prints; and each under which they were known before, whose own data is exported by its id.',
    why: 'So that panels name them; public only as far as they consented.',
  },
  contact: {
    what: 'How they, or their office, are reached.',
    why: 'To invite them and to tell them of changes; cleared some time after the last summit that it was given for.',
  },
  attributes: {
    what: 'What they said of themselves.',
    why: 'To tell how panels are composed, as a sum over many; nobody has to say anything.',
  },
  availability: {
    what: 'When they can be placed, and how long they need from one room to another.',
    why: 'So that nobody is placed where they cannot be.',
  },
  consents: {
    what: 'What they said about being named, and who said it.',
    why: 'To show why a name is public, or is not.',
  },
  places: {
    what: 'Every place on a panel that they were given, also those they left.',
    why: 'So that the record says who sat there, as what.',
  },
  crew: {
    what: 'Every session in whose crew they are or were.',
    why: 'So that their time is claimed once.',
  },
  invitations: {
    what: 'What was asked of them, and what they, or their office, answered.',
    why: 'To know who will come.',
  },
  nominations: {
    what: 'By which network they were put forward.',
    why: 'To credit the network, and to keep to its quota.',
  },
  signings: {
    what: 'Signatures that they were asked for by link, and what was prepared for them.',
    why: 'So that the link and the code reach nobody else.',
  },
  mails: { what: 'Mails to them: of which kind, when, and whether they arrived.', why: 'So that none is sent twice.' },
  receipts: {
    what: 'Answers to requests that concerned them.',
    why: 'So that a request sent again acts once; forgotten after a day.',
  },
  trail: {
    what: 'What was changed about them, by which account, as it was before and after.',
    why: 'So that what organizers do can be checked.',
  },
  identity: {
    what: 'A digest of their name and address together.',
    why: 'So that two networks that nominate them mean the same person.',
  },
  roles: { what: 'Roles that were given to an address of theirs.', why: 'To know who may do what.' },
  erasure: { what: 'That an erasure was asked for.', why: 'To finish it, and to show that it was done.' },
} as const;

export type Holding = keyof typeof holdings;

/** A part of what is held on somebody. */
export const Held = once(() =>
  z.object({
    part: z.enum(Object.keys(holdings) as [Holding]),
    what: z.string().meta({ description: 'What it is.' }),
    why: z.string().meta({ description: 'Why it is held.' }),
    held: z.array(z.record(z.string(), z.unknown())).meta({ description: 'All of it, or what of it this page has.' }),
  }),
);
export type Held = z.output<ReturnType<typeof Held>>;

/** What is held on somebody, part by part. Parts of which there is nothing are named, too: then nothing is held. */
export const heldOf = (held: Partial<Record<Holding, readonly object[]>>): Held[] =>
  (Object.keys(holdings) as Holding[])
    .filter((part) => held[part] !== undefined)
    .map((part) => ({ part, ...holdings[part], held: [...(held[part] ?? [])] as Record<string, unknown>[] }));
