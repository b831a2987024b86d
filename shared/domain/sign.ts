import type { Declaration } from './declaration.ts';
import { DomainError, type FieldError } from './error.ts';
import type { Organization } from './organization.ts';
import { countedAs, type Participation } from './participation.ts';
import { printedName } from './organization.ts';
import { begun } from './record.ts';
import { mixed } from './rehearsal.ts';
import type { Mandate, proofs, Signature, SignatureDraft } from './signature.ts';
import { type Instant, localTime, span, toInstant } from './when.ts';

/** What somebody signs, for whom, and how that comes. */
export interface ToSign {
  declaration: Declaration;
  /** The zone of the summit, whose day is the date of the act. */
  zone: string;
  organization: Organization;
  /** How it takes part in the summit, if it does. */
  participation?: Participation | undefined;
  /** What it did on this declaration in this capacity before. */
  before: readonly Signature[];
  draft: SignatureDraft;
  proof: Exclude<(typeof proofs)[number], 'reported'>;
  /** Whether an organizer let it in: by a link that they sent, or by entering what arrived. Who did not attend may join so. */
  isInvited: boolean;
  now: Date;
}

/** Refuses what cannot be signed, or not now. Errors: `not-checkable`, `not-frozen`, `signing-closed`. */
export const mayBeSigned = ({
  origin,
  frozen,
  state,
}: Pick<Declaration, 'origin' | 'frozen' | 'state'>): { version: string; hash: string } => {
  if (origin === 'reported')
    throw new DomainError(
      'not-checkable',
      'This declaration is reported: its text is not here to be signed. An act that a source reports is recorded with "origin": "reported".',
    );
  if (!frozen)
    throw new DomainError('not-frozen', 'Its text is not frozen yet: it is adopted, or opened for signature, first.');
  if (state !== 'open-for-signature')
    throw new DomainError(
      'signing-closed',
      state === 'closed'
        ? 'It was open for signature, and is closed.'
        : 'It is not open for signature. Its organizers open it.',
      { also: { state } },
    );
  return { version: frozen.version, hash: frozen.hash };
};

/** The day of an instant, where the summit is. */
export const dayOf = (at: Instant | Date, zone: string): string =>
  localTime(toInstant(new Date(at)), zone).slice(0, 10);

/** The day of an act: the one on the paper, else the one on which it arrived, else today, where the summit is. */
export const actedOn = ({ on, received }: Pick<SignatureDraft, 'on' | 'received'>, zone: string, now: Date): string =>
  on ?? dayOf(received?.at ?? now, zone);

const dayFaults = ({
  draft,
  declaration: { frozen },
  zone,
  now,
}: Pick<ToSign, 'draft' | 'declaration' | 'zone' | 'now'>): FieldError[] => {
  const { on, received } = draft;
  if (on !== undefined && !received)
    return [{ pointer: '/on', detail: 'Leave it out: what is signed here is signed today.' }];
  const day = actedOn(draft, zone, now);
  const pointer = on === undefined ? '/received/at' : '/on';
  // When it arrived is judged by itself.
  if (on !== undefined && span(on).first > dayOf(now, zone))
    return [{ pointer, detail: 'Give a day that is not in the future.' }];
  if (frozen && span(day).last < dayOf(frozen.at, zone))
    return [{ pointer, detail: `Give a day from ${dayOf(frozen.at, zone)} on: before, the text was not frozen.` }];
  return [];
};

/** What is wrong with a mandate for an act of that day. A date that may be meant either way is not held against it. */
export const mandateFaults = (mandate: Mandate | undefined, day: string): FieldError[] => {
  if (!mandate)
    return [
      {
        pointer: '/mandate',
        detail: 'Say why this person may bind the organization: by their office, or by delegation.',
      },
    ];
  const { decidedOn, from, until } = mandate;
  const [first, last] = [span(day).first, span(day).last];
  return [
    ...(decidedOn !== undefined && span(decidedOn).first > last
      ? [{ pointer: '/mandate/decidedOn', detail: `Give a day that is not after the act, ${day}.` }]
      : []),
    ...(from !== undefined && span(from).first > last
      ? [{ pointer: '/mandate/from', detail: `The mandate begins after the act, ${day}: whoever held it then signs.` }]
      : []),
    ...(until !== undefined && span(until).last < first
      ? [
          {
            pointer: '/mandate/until',
            detail: `The mandate had ended before the act, ${day}: whoever holds it now signs.`,
          },
        ]
      : []),
  ];
};

const personFaults = ({ signedBy, title }: SignatureDraft): FieldError[] => [
  ...(signedBy === undefined ? [{ pointer: '/signedBy', detail: 'Say through whom it acts, as it is printed.' }] : []),
  ...(title === undefined ? [{ pointer: '/title', detail: 'Give the title of who signs, as it is printed.' }] : []),
];

const binding = new Set(['host', 'chair', 'convenor', 'participating-member']);

/** Who may act on it: a city and not its office; who takes part, in a capacity that fits; who does not, once an organizer lets it in. */
const organizationFaults = ({ organization, participation, isInvited, draft, declaration }: ToSign): FieldError[] => {
  const at = '/organization';
  const faults = mixed(declaration, [{ rehearsal: organization.rehearsal, pointer: at }]);
  if (organization.partOf !== undefined)
    faults.push({
      pointer: at,
      detail: `It is an office of ${organization.partOf}, and that one signs: see /api/v1/organizations/${organization.partOf}.`,
    });
  if (organization.state === 'retired') faults.push({ pointer: at, detail: 'It is not listed any more.' });
  const takesPart = participation && participation.state !== 'withdrawn';
  if (!takesPart && !isInvited)
    faults.push({
      pointer: at,
      detail:
        'It does not take part in this summit. Its organizers can let it in: they register it, or send it a link.',
    });
  if (
    takesPart &&
    draft.capacity === 'signatory' &&
    !participation.capacities.some((capacity) => binding.has(capacity))
  )
    faults.push({
      pointer: '/capacity',
      detail: `It takes part as ${participation.capacities.join(' and ')}, and endorses: choose "observer".`,
    });
  return faults;
};

/** What is wrong with who signs, through what mandate, and when: whoever the organization is. */
export const actFaults = (signing: Pick<ToSign, 'draft' | 'declaration' | 'zone' | 'now'>): FieldError[] => {
  const { draft, zone, now } = signing;
  return [...dayFaults(signing), ...personFaults(draft), ...mandateFaults(draft.mandate, actedOn(draft, zone, now))];
};

/** That an organization has acted in this capacity already. */
export const alreadySigned = ({ summit, declaration, slug, capacity }: Signature): DomainError =>
  new DomainError('already-signed', `This organization's act as ${capacity} is recorded already.`, {
    conflictsWith: `/api/v1/summits/${summit}/declarations/${declaration}/signatures/${slug}`,
  });

/** Whether it is over for good: no state follows, so whatever is read of it stays so. */
export const isOver = ({ state }: Signature): boolean => state === 'withdrawn' || state === 'void';

/** Refuses whose act in this capacity stands, or is suspended. Errors: `already-signed`. */
export const mustBeNew = (before: readonly Signature[]): void => {
  const standing = before.find((one) => !isOver(one));
  if (standing) throw alreadySigned(standing);
};

/**
 * The address of an act: one for each organization and capacity, so that its key lets no second one in. Who withdrew, or turned out not to have signed,
 * may sign anew: that is another act, the second, beside the first. Errors: `already-signed`.
 */
const slugAfter = (before: readonly Signature[], { organization, capacity }: SignatureDraft): string => {
  mustBeNew(before);
  return [organization, capacity, ...(before.length > 0 ? [before.length + 1] : [])].join('-');
};

/**
 * An organization signs the frozen version, or endorses it. What it is called and how many people it stands for are copied, and stay.
 * Errors: `not-checkable`, `not-frozen`, `signing-closed`, `already-signed`, `invalid` with every fault at once; `further` are found elsewhere.
 */
export const sign = (signing: ToSign, further: readonly FieldError[] = []): Signature => {
  const { declaration, organization, before, draft, proof, zone, now } = signing;
  const text = mayBeSigned(declaration);
  const slug = slugAfter(before, draft);
  const printed = draft.printed ?? printedName(organization);
  return {
    ...begun('signature', draft, slug, [...organizationFaults(signing), ...actFaults(signing), ...further]),
    summit: declaration.summit,
    declaration: declaration.slug,
    on: actedOn(draft, zone, now),
    printed,
    counted: countedAs(organization, printed),
    recordedAt: toInstant(now),
    proof,
    text,
  };
};
