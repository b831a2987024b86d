import * as z from 'zod';
import { DomainError, type FieldError } from './error.ts';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, NamedOrganization, OrganizationRef, recordFields, revised, slug } from './record.ts';
import type { Session } from './session.ts';
import { limits, text } from './text.ts';

export const outcomeTypes = ['recommendation', 'commitment', 'practice', 'ask', 'key-message'] as const;

/** The most outcomes one session can hold. */
export const outcomeLimit = 200;

/** What a session produced. The text continues the opening word of its type: an ask "to open its funds", a recommendation "that …". */
export const OutcomeDraft = once(() =>
  z.strictObject({
    type: z.enum(outcomeTypes),
    text: text(limits.outcome),
    voicedBy: z
      .array(slug())
      .max(40)
      .default([])
      .meta({ description: 'The panelists who voiced it, where it is attributed.' }),
    addressee: text(limits.name).optional().meta({ description: 'Whom an ask or a recommendation addresses.' }),
    owner: OrganizationRef().optional().meta({ description: 'Who keeps a commitment.' }),
    objectives: z
      .array(slug())
      .max(50)
      .default([])
      .meta({ description: 'The objectives of the session that it serves.' }),
    clauses: z
      .array(z.strictObject({ instrument: slug(), clause: slug().optional() }))
      .max(20)
      .default([]),
    slug: slug().optional().meta({ description: 'Its number within the session.' }),
    ...originFields('outcome'),
  }),
);
export type OutcomeDraft = z.output<ReturnType<typeof OutcomeDraft>>;

export const Outcome = once(() =>
  z.object({
    ...OutcomeDraft().shape,
    ...recordFields('outcome'),
    summit: slug(),
    session: slug(),
    owner: NamedOrganization().optional(),
  }),
);
export type Outcome = z.output<ReturnType<typeof Outcome>>;

type Named = OutcomeDraft & Pick<Outcome, 'owner'>;

/** "vc-d-12/3": how a declaration names an outcome. */
export const outcomeRef = ({ session, slug }: Pick<Outcome, 'session' | 'slug'>): string => `${session}/${slug}`;

const drafting: ReadonlySet<Session['state']> = new Set(['accepted', 'scheduled', 'held', 'concluded']);
const filing: ReadonlySet<Session['state']> = new Set(['held', 'concluded']);

/** Whether outcomes of a session can be drafted now, and whether they can be filed. */
export const takesDrafts = ({ origin, state }: Session): boolean => origin === 'reported' || drafting.has(state);
export const takesFilings = ({ origin, state }: Session): boolean => origin === 'reported' || filing.has(state);

/** Outcomes are drafted from a session's acceptance on. Errors: `wrong-state`. */
export const mayDraftOutcome = (session: Session): void => {
  if (takesDrafts(session)) return;
  throw new DomainError(
    'wrong-state',
    `The session is ${session.state}; its outcomes can be drafted once it is accepted.`,
    { also: { state: session.state, allowed: [...drafting] } },
  );
};

/** The session as one of which somebody says that it has no outcome, and why; or takes that back. Errors: `wrong-state`. */
export const sayNone = (session: Session, because: Session['noOutcome']): Session => {
  mayDraftOutcome(session);
  const { noOutcome: _, ...rest } = session;
  return because === undefined ? rest : { ...rest, noOutcome: because };
};

/** … and filed after it took place. Errors: `wrong-state`. */
export const mayFileOutcome = (session: Session): void => {
  if (takesFilings(session)) return;
  throw new DomainError('wrong-state', `The session is ${session.state}; its outcomes can be filed once it was held.`, {
    also: { state: session.state, allowed: [...filing] },
  });
};

const faults = (session: Session, panel: ReadonlySet<string>, draft: OutcomeDraft): FieldError[] => {
  const objectives = new Set(session.objectives.map(({ id }) => id));
  const unknown = (field: string, names: readonly string[], among: ReadonlySet<string>, what: string): FieldError[] =>
    names.flatMap((name, at) =>
      among.has(name) ? [] : [{ pointer: `/${field}/${at}`, detail: `Name ${what}; "${name}" is none.` }],
    );
  return [
    ...(draft.type === 'ask' && !draft.addressee
      ? [{ pointer: '/addressee', detail: 'Say whom the ask addresses: the text will call upon them.' }]
      : []),
    ...unknown('objectives', draft.objectives, objectives, 'an objective of this session'),
    ...unknown('voicedBy', draft.voicedBy, panel, "a panelist of this session, by the panelist's slug"),
  ];
};

/** Drafts an outcome under its number. `panel` holds the slugs of the session's panelists. Errors: `invalid`, `wrong-state`. */
export const draftOutcome = (
  session: Session,
  panel: ReadonlySet<string>,
  number: number,
  draft: Named,
  missing: readonly FieldError[] = [],
): Outcome => {
  mayDraftOutcome(session);
  if (number > outcomeLimit)
    throw new DomainError(
      'outcomes-full',
      `The session has had ${outcomeLimit} outcomes, as many as it can hold. Change one of them instead.`,
    );
  if (session.noOutcome)
    throw new DomainError(
      'wrong-state',
      'The session says that it has no outcome, and why. Remove "noOutcome" from the session first.',
    );
  return {
    ...begun('outcome', draft, String(number), [...faults(session, panel, draft), ...missing]),
    summit: session.summit,
    session: session.slug,
  };
};

/** The changed outcome. What is filed stays as it was filed: declarations cite it. Errors: `invalid`, `wrong-state`. */
export const reviseOutcome = (
  outcome: Outcome,
  session: Session,
  panel: ReadonlySet<string>,
  draft: Named,
  missing: readonly FieldError[] = [],
): Outcome => {
  if (outcome.state === 'filed' && outcome.origin === 'held')
    throw new DomainError(
      'wrong-state',
      'The outcome is filed and stays as it was filed: declarations cite it. File another one that says it better.',
      { also: { state: outcome.state } },
    );
  return revised(OutcomeDraft(), outcome, draft, [...faults(session, panel, draft), ...missing]);
};
