import type { Child } from 'hono/jsx';
import type { Question } from '../../shared/domain/question.ts';
import { Choices, Field, type Shown, Tick } from './field.tsx';

type Props = { question: Question; shown: Shown };

const Confirming = ({ question, shown }: Props) => {
  const { invitation: words } = shown.words;
  return (
    <div class="confirming part">
      {question.consentTo ? <Tick name="consent" label={words.consent} hint={words.consentHint} shown={shown} /> : null}
      <fieldset class="part">
        <legend>{words.corrections}</legend>
        <p class="hint">{words.correctionsHint}</p>
        <Field name="printedName" label={words.name} shown={shown} />
        <Field name="printedTitle" label={words.position} shown={shown} optional />
        <Field name="biography" label={words.biography} shown={shown} optional long />
      </fieldset>
    </div>
  );
};

const Declining = ({ shown }: Pick<Props, 'shown'>) => {
  const { invitation: words } = shown.words;
  return (
    <fieldset class="declining part">
      <legend>{words.declining}</legend>
      <Field name="reason" label={words.reason} shown={shown} optional long />
      <fieldset class="part">
        <legend>{words.substitute}</legend>
        <Field name="substituteName" label={words.substituteName} shown={shown} optional />
        <Field name="substituteTitle" label={words.substituteTitle} shown={shown} optional />
        <Field name="substituteEmail" label={words.substituteEmail} shown={shown} optional type="email" />
      </fieldset>
    </fieldset>
  );
};

/**
 * The form that answers a link. Nothing that decides is filled in beforehand, neither the answer nor who gives it: programs that open links and
 * send their forms answer nothing.
 */
export const AnswerForm = ({ question, shown, children }: Props & { children?: Child }) => {
  const { invitation: words } = shown.words;
  const { canAnswer } = question;
  const isChange = canAnswer.includes('withdraw');
  const by = [
    ['bearer', words.bearer],
    ['office', words.office],
  ] as const;
  return (
    <form method="post" class="fields" novalidate>
      {children}
      <Choices
        name="answer"
        legend={isChange ? words.change : words.answer}
        options={canAnswer.map((one) => [one, words[one]] as const)}
        shown={shown}
      />
      {canAnswer.includes('confirm') ? <Confirming question={question} shown={shown} /> : null}
      <Declining shown={shown} />
      <Choices name="as" legend={words.who} options={by} shown={shown} />
      <Field name="by" label={words.by} hint={words.byHint} shown={shown} />
      <div>
        <button class="button chief">{words.send}</button>
      </div>
    </form>
  );
};
