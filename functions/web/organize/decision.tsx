import { DomainError } from '../../../shared/domain/error.ts';
import { lifecycles } from '../../../shared/domain/lifecycle.ts';
import { type Decision, stateAfter } from '../../../shared/domain/proposal-decision.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Form } from '../../../shared/http/form.ts';
import { type Read, readOwn, send } from '../contract.ts';
import { Choices, Field, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { mayHere, type Planning, sessionRecord } from './planned.ts';
import { DecisionTag } from './proposal-list.tsx';
import { proposalName, proposalWords } from './proposed.ts';

const pathOf = (here: Planning): string => `${sessionRecord(here, proposalName(here))}/decision`;

/** What was decided about a proposal, for those who may know. */
export const readDecision = async (here: Planning): Promise<Read<Decision> | undefined> => {
  if (!mayHere(here, 'decision:read')) return undefined;
  try {
    return await readOwn<Decision>(here.asked, pathOf(here));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
};

/** The fields of a decision. */
export const decisionFields = ['decision', 'reference', 'place', 'note', 'reason'] as const;

/** A staged decision as its form shows it; what was released is decided anew. */
export const typedDecision = (decision: Decision | undefined): Form =>
  decision?.state === 'staged'
    ? {
        decision: decision.decision,
        reference: decision.reference ?? '',
        place: decision.place === undefined ? '' : String(decision.place),
        note: decision.note ?? '',
        reason: decision.reason ?? '',
      }
    : {};

const kindsFor = ({ state }: Session): Decision['decision'][] =>
  (['accept', 'waitlist', 'reject'] as const).filter((kind) =>
    (lifecycles.session[state] as readonly string[]).includes(stateAfter[kind]),
  );

interface FormProps {
  here: Planning;
  session: Session;
  shown: Shown;
  staged: Read<Decision> | undefined;
}

const DecisionForm = ({ here, session, shown, staged }: FormProps) => {
  const words = proposalWords(here.asked).decision;
  const kinds = kindsFor(session).map((kind) => [kind, words.kinds[kind]] as const);
  return (
    <form method="post" class="fields">
      <Carried asked={here.asked} form={shown.typed} tag={staged?.tag} />
      <button class="unseen" name="deed" value="decide" tabindex={-1} aria-hidden="true" />
      <Choices name="decision" legend={words.kind} options={kinds} shown={shown} />
      <div class="pairs">
        <Field name="reference" label={words.reference} hint={words.referenceHint} shown={shown} optional />
        <Field name="place" label={words.place} hint={words.placeHint} type="number" shown={shown} optional />
      </div>
      <Field name="note" label={words.note} hint={words.noteHint} shown={shown} long optional />
      <Field name="reason" label={words.reason} shown={shown} optional />
      <p class="row">
        <button class="button chief" name="deed" value="decide">
          {words.stage}
        </button>
        {staged ? (
          <button class="button" name="deed" value="back" formnovalidate>
            {words.back}
          </button>
        ) : null}
      </p>
    </form>
  );
};

/** What is decided about a proposal, and the form that decides. */
export const DecisionPart = ({
  here,
  session,
  shown,
  decision,
}: Omit<FormProps, 'staged'> & { decision: Read<Decision> | undefined }) => {
  const words = proposalWords(here.asked).decision;
  const staged = decision?.record.state === 'staged' ? decision : undefined;
  return (
    <section class="part" aria-labelledby="decision-title">
      <h2 id="decision-title">{words.title}</h2>
      <p class="minor">{words.lead}</p>
      {decision ? (
        <p>
          <DecisionTag asked={here.asked} decision={decision.record} />
        </p>
      ) : null}
      {kindsFor(session).length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <DecisionForm here={here} session={session} shown={shown} staged={staged} />
      )}
    </section>
  );
};

const filled = (form: Form, ...names: string[]): Form =>
  Object.fromEntries(names.flatMap((name) => (form[name]?.trim() ? [[name, form[name]]] : [])));

/** Stages a decision, or takes back what was staged. */
export const decide = async (here: Planning, form: Form): Promise<string> => {
  const { tag } = carried(form);
  if (form.deed === 'back') {
    await send(here.asked, { method: 'DELETE', path: pathOf(here), tag });
    return 'back';
  }
  const body = {
    decision: form.decision,
    ...filled(form, 'reference', 'note', 'reason'),
    ...(form.place ? { place: Number(form.place) } : {}),
  };
  await send(here.asked, { method: 'PUT', path: pathOf(here), body, tag });
  return 'staged';
};
