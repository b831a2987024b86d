import * as z from 'zod';
import { writtenAddress } from './address.ts';
import { ConsentGiven, isNamed } from './consent.ts';
import { invalid } from './error.ts';
import { mailLanguages } from './language.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, recordFields, revised, slug } from './record.ts';
import { staysInvented } from './rehearsal.ts';
import { limits, line, summary } from './text.ts';

export const PersonDraft = once(() =>
  z.strictObject({
    name: line(limits.name),
    rehearsal: z
      .boolean()
      .default(false)
      .meta({ description: 'Invented, for a rehearsal; never mixed up with somebody real.' }),
    biography: summary().optional(),
    consent: ConsentGiven().optional().meta({ description: 'Without it the public does not see the name.' }),
    ...originFields('person'),
  }),
);
export type PersonDraft = z.output<ReturnType<typeof PersonDraft>>;

/** What of a person is changed at their own address; consents have addresses of their own. */
export const PersonChange = once(() => PersonDraft().omit({ consent: true }));
export type PersonChange = z.output<ReturnType<typeof PersonChange>>;

const idOnly = once(() => {
  const { slug: _, ...fields } = recordFields('person');
  return fields;
});

export const Person = once(() =>
  z.object({
    ...PersonChange().shape,
    ...idOnly(),
    id: z.string(),
    named: z.boolean().meta({ description: 'The name may be shown.' }),
    mergedInto: z.string().optional().meta({ description: 'The id of whom this turned out to be.' }),
    withheld: z.literal(true).optional().meta({ description: 'The name is shown nowhere, whatever a place says.' }),
  }),
);
export type Person = z.output<ReturnType<typeof Person>>;

/** Contact details stand in an item of their own that public routes cannot reach. */
export const ContactDraft = once(() =>
  z.strictObject({
    emails: z.array(writtenAddress()).max(10).default([]),
    phones: z.array(line(50)).max(10).default([]),
    office: line(limits.name).optional(),
    note: line(limits.line).optional(),
    language: z.enum(mailLanguages).default('en').meta({ description: 'The language of mails to them.' }),
    summits: z.array(slug()).max(20).default([]).meta({
      description:
        'For which summits the details were given: their organizers see them, until some time after the last.',
    }),
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
  const { consent, ...fields } = draft;
  const { slug: _, ...person } = begun('person', fields, id);
  return { ...person, id, named: isNamed(draft, { consent: consent && { state: 'given' } }) };
};

/** The changed person; whether the name may be shown is not changed so. Errors: `invalid`. */
export const revisePerson = (person: Person, draft: PersonChange): Person => {
  const faults = staysInvented(person, draft);
  const named = { ...draft, slug: person.id };
  const { slug: _, ...changed } = revised(PersonChange(), { ...person, slug: person.id }, named, faults);
  return changed;
};

/** The address that somebody gave first and that mail still reaches. */
export const reachable = ({ emails, undeliverable = [] }: Contact): string | undefined =>
  emails.find((email) => !undeliverable.some(({ address }) => address === email));

/** Whoever can be given a place, on a panel or in a crew. Errors: `invalid`. */
export const placeable = (person: Person | undefined): Person => {
  if (!person) throw invalid([{ pointer: '/person', detail: 'Name the person.' }]);
  if (person.state === 'erased')
    throw invalid([{ pointer: '/person', detail: 'Name somebody else: this person’s data was erased.' }]);
  if (person.mergedInto !== undefined)
    throw invalid([{ pointer: '/person', detail: `This person is known as "${person.mergedInto}" now.` }]);
  return person;
};
