import { Call } from '../../shared/domain/call.ts';
import { ConsentGiven } from '../../shared/domain/consent.ts';
import { Overridden, OverrideDraft } from '../../shared/domain/conflict.ts';
import { country } from '../../shared/domain/country.ts';
import { Group } from '../../shared/domain/declaration.ts';
import { Blackout, Hours, Period } from '../../shared/domain/hours.ts';
import { language } from '../../shared/domain/language.ts';
import { Letter, Recipient } from '../../shared/domain/letter.ts';
import { Population } from '../../shared/domain/organization.ts';
import { Correction, Source } from '../../shared/domain/origin.ts';
import { SourceLink } from '../../shared/domain/paragraph.ts';
import { ConflictShown } from '../../shared/domain/placement.ts';
import { PointDraft } from '../../shared/domain/paragraph-draft.ts';
import { Counted } from '../../shared/domain/participation.ts';
import { Alongside, CardPanelist, ProgrammeCard } from '../../shared/domain/release.ts';
import { ReleaseChange } from '../../shared/domain/release-changes.ts';
import { madeSlug, NamedOrganization, OrganizationRef, slug } from '../../shared/domain/record.ts';
import { Received } from '../../shared/domain/received.ts';
import { Rule } from '../../shared/domain/rule.ts';
import { OwnText, Proposed } from '../../shared/domain/session.ts';
import { Mandate, Reservation } from '../../shared/domain/signature.ts';
import { SourceDraft as SourceLinkDraft } from '../../shared/domain/source.ts';
import { Summit } from '../../shared/domain/summit.ts';
import { Waiver } from '../../shared/domain/waiver.ts';
import { instant, partialDate, zone } from '../../shared/domain/when.ts';
import type { Shared } from '../../shared/http/openapi-shelf.ts';
import { CountSchema } from '../../shared/contract/count.ts';
import { Carried, NumberedParagraph } from '../../shared/contract/text.ts';

const scalars = (): Shared['either'] => ({
  Slug: {
    schema: slug(),
    also: {
      description: 'A name in an address: lower-case letters, digits and single hyphens.',
      examples: ['vc-d-12'],
    },
  },
  MadeSlug: { schema: madeSlug(), also: { description: 'A name in an address that was made from two others.' } },
  PartialDate: {
    schema: partialDate(),
    also: {
      description: 'A day, a month or a year, as far as it is known. An unknown date is left out.',
      pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
      examples: ['2018-10-29', '2018-10', '2018'],
    },
  },
  Instant: {
    schema: instant(),
    also: {
      description: 'An instant (RFC 3339) with any offset; it is kept and answered in UTC.',
      examples: ['2027-03-10T09:00:00Z'],
    },
  },
  Language: {
    schema: language(),
    also: { description: 'A BCP 47 language tag in its canonical spelling.', maxLength: 35, examples: ['en', 'pt-BR'] },
  },
  Country: {
    schema: country(),
    also: { description: 'A country or territory: ISO 3166-1 alpha-2.', pattern: '^[A-Z]{2}$', examples: ['FR'] },
  },
  Rule: { schema: Rule(), also: { description: 'One thing that a track asks of its panels.' } },
  Call: { schema: Call(), also: { description: 'When a track takes proposals.' } },
  Period: { schema: Period(), also: { description: 'From one instant to another.' } },
  Blackout: { schema: Blackout(), also: { description: 'When a room cannot be used.' } },
  Hours: { schema: Hours(), also: { description: 'When a room is open, by the clock on the wall at the summit.' } },
  Override: { schema: OverrideDraft(), also: { description: 'Why a conflict is accepted.' } },
  TimeZone: { schema: zone(), also: { description: 'An IANA time zone.', examples: ['Europe/Paris'] } },
});

const about = (description: string) => ({ also: { description } });

/** The schemas that several records share, under the names that the document gives them. */
export const shared = (): Shared => ({
  either: scalars(),
  given: {
    SourceDraft: { schema: Source(), ...about('Where facts of the record were read.') },
    CorrectionDraft: {
      schema: Correction(),
      ...about('Where the record says something else than what was published.'),
    },
    OrganizationRef: {
      schema: OrganizationRef(),
      ...about('An organization, and how it is printed here; its name today when left out.'),
    },
    PopulationDraft: { schema: Population(), ...about('A population figure with what makes it comparable, or not.') },
    ConsentDraft: { schema: ConsentGiven(), ...about('That a name may be public.') },
    SourceLinkDraft: { schema: SourceLinkDraft(), ...about('Where a paragraph or a sub-point comes from.') },
    PointDraft: { schema: PointDraft(), ...about('A sub-point of a paragraph.') },
    RecipientDraft: { schema: Recipient(), ...about('Whom a mail goes to: a person by their id, or an address.') },
    ReceivedDraft: { schema: Received(), ...about('When and how something arrived that an organizer enters.') },
    MandateDraft: { schema: Mandate(), ...about('Why a person may bind an organization.') },
    ReservationDraft: { schema: Reservation(), ...about('What a signatory does not agree to.') },
    Group: { schema: Group(), ...about('Outcomes that become one paragraph.') },
  },
  shown: {
    Source: { schema: Source(), ...about('Where facts of the record were read.') },
    Correction: { schema: Correction(), ...about('Where the record says something else than what was published.') },
    NamedOrganization: { schema: NamedOrganization(), ...about('An organization, and how it was printed there.') },
    Population: { schema: Population(), ...about('A population figure with what makes it comparable, or not.') },
    Counted: { schema: Counted(), ...about('An organization as a count needs it, copied when the act was recorded.') },
    Count: { schema: CountSchema(), ...about('Organizations, cities, countries and people, each counted once.') },
    SourceLink: { schema: SourceLink(), ...about('Where a paragraph or a sub-point comes from.') },
    Paragraph: { schema: NumberedParagraph(), ...about('A paragraph under its stable id.') },
    Carriage: { schema: Carried(), ...about('An outcome that a declaration left out, with the reason.') },
    Letter: { schema: Letter(), ...about('What a mail says, as data: it is written out when it is sent.') },
    Recipient: { schema: Recipient(), ...about('Whom a mail goes to: a person by their id, or an address.') },
    Received: { schema: Received(), ...about('When and how something arrived that an organizer enters.') },
    Mandate: { schema: Mandate(), ...about('Why a person may bind an organization.') },
    Reservation: { schema: Reservation(), ...about('What a signatory does not agree to.') },
    ProgrammeCard: { schema: ProgrammeCard(), ...about('A session as a release shows it to everyone.') },
    CardPanelist: { schema: CardPanelist(), ...about('A place on a panel as everyone sees it.') },
    ReleaseChange: { schema: ReleaseChange(), ...about('What a release changes of a session.') },
    Alongside: { schema: Alongside(), ...about('A change that has to go along with others.') },
    Proposed: { schema: Proposed(), ...about('Who proposed a session in a call, and when.') },
    ProposedText: { schema: OwnText(), ...about('What one of several organizations proposed.') },
    Waiver: { schema: Waiver(), ...about('That a rule of the track is waived for a session.') },
    Conflict: { schema: ConflictShown(), ...about('What stands against a place.') },
    Overridden: { schema: Overridden(), ...about('A conflict that was accepted, and why.') },
    Passage: {
      schema: Summit().shape.history.unwrap().element,
      ...about('One passage from a state to the next.'),
    },
  },
});
