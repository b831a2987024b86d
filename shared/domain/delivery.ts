import * as z from 'zod';
import type { Count, DeclarationCounts } from './count.ts';
import type { Declaration } from './declaration.ts';
import { digest } from './digest.ts';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { type Doing, firstState, passed } from './lifecycle.ts';
import { once } from './once.ts';
import { canonical } from './ordered.ts';
import { type Organization, printedName } from './organization.ts';
import { recordFields, slug } from './record.ts';
import { documentHash } from './sha256.ts';
import { dayOf } from './sign.ts';
import { slugOf } from './slug.ts';
import { limits, line } from './text.ts';

const day = () => z.iso.date({ message: 'Give a day that exists, such as "2031-12-08".' });

/** Who handed the frozen text to whom, where and when. */
export const DeliveryDraft = once(() =>
  z.strictObject({
    to: z
      .strictObject({
        organization: slug().optional().meta({ description: 'The organization, where it is in the register.' }),
        name: line(limits.name).optional().meta({ description: 'The body as it is named; needed for any other.' }),
      })
      .meta({ description: 'Whom it was handed to.' }),
    on: day().optional().meta({ description: 'The day; today, at the summit, when left out.' }),
    place: line(limits.name).meta({ description: 'Where.' }),
    by: line(limits.name).meta({ description: 'Who handed it over, as printed.' }),
    textVersion: slug().optional().meta({ description: 'Which version; the frozen one when left out.' }),
    note: line(limits.line).optional(),
  }),
);
export type DeliveryDraft = z.output<ReturnType<typeof DeliveryDraft>>;

/** What the addressee said of it: that it arrived, or an answer. */
export const DeliveryAnswer = once(() =>
  z.strictObject({
    on: day().meta({ description: 'The day that it bears.' }),
    words: line(2_000).optional().meta({ description: 'What it says.' }),
    from: line(limits.name).optional().meta({ description: 'Who gave it, as printed.' }),
    document: documentHash('The SHA-256 of the document that shows it.'),
  }),
);
export type DeliveryAnswer = z.output<ReturnType<typeof DeliveryAnswer>>;

const Tally = once(() =>
  z.object({ organizations: z.int(), cities: z.int(), countries: z.int(), people: z.int(), of: z.int() }),
);

export const Delivery = once(() =>
  z.object({
    ...DeliveryDraft().omit({ to: true, on: true, textVersion: true }).shape,
    ...recordFields('delivery'),
    summit: slug(),
    declaration: slug(),
    to: z.object({ organization: slug().optional(), printed: z.string() }),
    on: z.string(),
    textVersion: slug(),
    textHash: z.string().meta({ description: 'SHA-256 of the authentic text of that version.' }),
    recordedAt: z.string().meta({ description: 'When it was recorded: the signatures are those that stood then.' }),
    signatures: z
      .object({ count: z.int().min(0), hash: z.string() })
      .meta({ description: 'How far the chain of signatures went: how many entries, and the hash of the last.' }),
    counts: z
      .object({ signatories: Tally(), observers: Tally(), together: Tally() })
      .meta({ description: 'What these entries come to.' }),
    package: z
      .object({ sha256: z.string(), size: z.int() })
      .optional()
      .meta({ description: 'The package that was handed over, by its SHA-256 and its size in bytes.' }),
    receipt: DeliveryAnswer().optional(),
    reply: DeliveryAnswer().optional(),
  }),
);
export type Delivery = z.output<ReturnType<typeof Delivery>>;

/** A delivery as far as it says what was handed to whom: what one that is sent again has to say, too. */
export type Handing = Pick<
  Delivery,
  'slug' | 'summit' | 'declaration' | 'to' | 'on' | 'place' | 'by' | 'note' | 'textVersion' | 'textHash'
>;

const frozenOf = ({ origin, frozen }: Declaration, wanted: string | undefined): NonNullable<Declaration['frozen']> => {
  if (origin === 'reported')
    throw new DomainError(
      'not-checkable',
      'This declaration is reported: its text is not here, so it is never handed to anybody from here.',
    );
  if (frozen && (wanted ?? frozen.version) === frozen.version) return frozen;
  throw new DomainError(
    'not-frozen',
    frozen
      ? `Only a frozen text can be delivered. The frozen version is "${frozen.version}": name it, or leave the field out.`
      : 'Only a frozen text can be delivered, and this one is not frozen yet.',
  );
};

// A name in a script without Latin letters makes no address: its digest does.
const addressee = (name: string): string => slugOf(name) || `body-${digest(name).slice(0, 8)}`;

/**
 * What is handed over, once the draft is judged: only the frozen text, on no day before it was frozen and none to come.
 * Errors: `not-checkable` on a reported declaration, `not-frozen`, `invalid`.
 */
export const handing = (
  declaration: Declaration,
  draft: DeliveryDraft,
  { organization, at, zone }: { organization: Organization | undefined; at: Date; zone: string },
): Handing => {
  const frozen = frozenOf(declaration, draft.textVersion);
  const [today, since] = [dayOf(at, zone), dayOf(frozen.at, zone)];
  const on = draft.on ?? today;
  const printed = draft.to.name ?? (organization && printedName(organization));
  const errors: FieldError[] = [];
  if (printed === undefined)
    errors.push({
      pointer: '/to',
      detail: 'Name whom it was handed to: an organization of the register, or its name.',
    });
  if (on > today) errors.push({ pointer: '/on', detail: 'Give a day that is not in the future.' });
  if (on < since)
    errors.push({ pointer: '/on', detail: `Give ${since} or a later day: the text was frozen on that day.` });
  refuseAll(errors);
  return {
    slug: `${organization?.slug ?? addressee(printed ?? '')}-${on}-${frozen.version}`,
    summit: declaration.summit,
    declaration: declaration.slug,
    to: { organization: organization?.slug, printed: printed ?? '' },
    on,
    place: draft.place,
    by: draft.by,
    note: draft.note,
    textVersion: frozen.version,
    textHash: frozen.hash,
  };
};

const said = ({ to, on, place, by, note, textVersion, textHash }: Handing): string =>
  canonical(JSON.parse(JSON.stringify({ to, on, place, by, note, textVersion, textHash })));

/** Whether a delivery that is recorded already is this very one, sent again. */
export const isSame = (recorded: Handing, sent: Handing): boolean => said(recorded) === said(sent);

const tally = ({ organizations, cities, countries, people }: Count): z.output<ReturnType<typeof Tally>> => ({
  organizations,
  cities,
  countries,
  people: people.total,
  of: people.of,
});

/** A delivery with the signatures as they stood. */
export const deliver = (
  handed: Handing,
  {
    at,
    signatures,
    counts,
    package: sent,
  }: {
    at: string;
    signatures: Delivery['signatures'];
    counts: DeclarationCounts;
    package?: Delivery['package'];
  },
): Delivery => ({
  ...handed,
  version: 1,
  state: firstState('delivery'),
  recordedAt: at,
  signatures,
  counts: {
    signatories: tally(counts.signatories),
    observers: tally(counts.observers),
    together: tally(counts.together),
  },
  package: sent,
});

/** The two answers that a delivery can get, each with the state it leads to. */
export const answers = { receipt: 'received', reply: 'replied' } as const;

/** A delivery with its receipt or its reply: what was handed over stays as it is. Errors: `wrong-state`, `invalid`. */
export const answerDelivery = (
  delivery: Delivery,
  which: keyof typeof answers,
  answer: DeliveryAnswer,
  { today, ...doing }: Doing & { today: string },
): Delivery => {
  const after = passed('delivery', delivery, answers[which], doing);
  const errors: FieldError[] = [];
  if (answer.on < delivery.on)
    errors.push({ pointer: '/on', detail: `Give ${delivery.on} or a later day: it was handed over on that day.` });
  if (answer.on > today) errors.push({ pointer: '/on', detail: 'Give a day that is not in the future.' });
  refuseAll(errors);
  return { ...after, [which]: answer };
};
