import * as z from 'zod';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, recordFields, revised } from './record.ts';
import { staysInvented } from './rehearsal.ts';
import { limits, line, summary } from './text.ts';
import { partialDate } from './when.ts';

/** That a name may be public: given by its bearer or by an office recorded for them. */
export const Consent = once(() =>
  z.strictObject({ by: z.enum(['bearer', 'office']), on: partialDate(), how: line(limits.line).optional() }),
);

export const PersonDraft = once(() =>
  z.strictObject({
    name: line(limits.name),
    rehearsal: z
      .boolean()
      .default(false)
      .meta({ description: 'Invented, for a rehearsal; never mixed up with somebody real.' }),
    biography: summary().optional(),
    consent: Consent().optional().meta({ description: 'Without it the public does not see the name.' }),
    ...originFields('person'),
  }),
);
export type PersonDraft = z.output<ReturnType<typeof PersonDraft>>;

const idOnly = once(() => {
  const { slug: _, ...fields } = recordFields('person');
  return fields;
});

export const Person = once(() => z.object({ ...PersonDraft().shape, ...idOnly(), id: z.string() }));
export type Person = z.output<ReturnType<typeof Person>>;

/** Contact details stand in an item of their own that public routes cannot reach. */
export const ContactDraft = once(() =>
  z.strictObject({
    emails: z
      .array(z.email({ message: 'Give an e-mail address such as "name@example.org".' }).max(254))
      .max(10)
      .default([]),
    phones: z.array(line(50)).max(10).default([]),
    office: line(limits.name).optional(),
    note: line(limits.line).optional(),
  }),
);
export type ContactDraft = z.output<ReturnType<typeof ContactDraft>>;

/** An address to which nothing can be delivered: mail to it came back, or its owner complained of one. */
const Undeliverable = once(() =>
  z.object({ address: z.string(), since: z.string(), kind: z.enum(['bounce', 'complaint']) }),
);
export type Undeliverable = z.output<ReturnType<typeof Undeliverable>>;

export const Contact = once(() =>
  z.object({
    ...ContactDraft().shape,
    undeliverable: z.array(Undeliverable()).optional(),
    person: z.string(),
    version: z.int().min(0),
  }),
);
export type Contact = z.output<ReturnType<typeof Contact>>;

/** Registers a person under an opaque id. Errors: `invalid`. */
export const registerPerson = (id: string, draft: PersonDraft): Person => {
  const { slug: _, ...person } = begun('person', draft, id);
  return { ...person, id };
};

export const revisePerson = (person: Person, draft: PersonDraft): Person => {
  const faults = staysInvented(person, draft);
  const named = { ...draft, slug: person.id };
  const { slug: _, ...changed } = revised(PersonDraft(), { ...person, slug: person.id }, named, faults);
  return changed;
};
