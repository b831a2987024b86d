import type { FrozenParagraph } from '../../shared/domain/frozen.ts';
import type { SigningQuestion } from '../../shared/domain/signing-question.ts';
import { codeMinutes } from '../../shared/domain/signing-code.ts';
import { fill } from '../../shared/words/dictionary.ts';
import { Choices, Fault, Field, type Shown, Tick } from './field.tsx';
import { aboutField, frozenIn } from './signing-answer.ts';

interface Props {
  question: SigningQuestion;
  shown: Shown;
  /** The address of the page, to which each form adds what it does. */
  here: string;
}

const beginning = (words: string): string => {
  const letters = Array.from(words);
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : words;
};

const About = ({ paragraph, shown }: { paragraph: FrozenParagraph; shown: Shown }) => {
  const { signing } = shown.words;
  const name = aboutField(paragraph.id);
  const { number, opening, text = '' } = paragraph;
  return (
    <label class="choice">
      <input type="checkbox" name={name} value="yes" checked={shown.typed[name] === 'yes'} />
      <span>
        {number === null
          ? fill(signing.preamble, { words: beginning(`${opening} ${text}`.trim()) })
          : fill(signing.paragraph, { number })}
      </span>
    </label>
  );
};

/** The office's form. Nothing is filled in but what the office itself prepared before: programs that send forms prepare nothing. */
export const PreparationForm = ({ question, shown, here }: Props) => {
  const { signing } = shown.words;
  return (
    <form method="post" action={`${here}/preparation`} class="fields" novalidate>
      <h2>{question.prepared ? signing.change : signing.prepare}</h2>
      <Field name="signedBy" label={signing.name} shown={shown} />
      <Field name="title" label={signing.position} shown={shown} />
      <Choices
        name="by"
        legend={signing.mandate}
        options={[
          ['office', signing.by.office],
          ['delegation', signing.by.delegation],
        ]}
        shown={shown}
      />
      <Field name="decidedBy" label={signing.decidedBy} shown={shown} optional />
      <Field name="decidedOn" label={signing.decidedOn} hint={signing.dayHint} shown={shown} optional />
      <Field
        name="reservation"
        label={signing.reservation}
        hint={signing.reservationHint}
        shown={shown}
        optional
        long
      />
      <fieldset class="part">
        <legend>{signing.about}</legend>
        {frozenIn(question).paragraphs.map((paragraph) => (
          <About paragraph={paragraph} shown={shown} />
        ))}
      </fieldset>
      <div>
        <button class={question.prepared ? 'button' : 'button chief'}>{signing.save}</button>
      </div>
    </form>
  );
};

/** Asks for the code. A form that is sent as it stands sends none: that all is right is ticked by a person. */
export const CodeForm = ({ question, shown, here }: Props) => {
  const { signing } = shown.words;
  return (
    <form method="post" action={`${here}/code`} class="fields" novalidate>
      <h2>{signing.codeTitle}</h2>
      <p>{fill(signing.codeLead, { minutes: codeMinutes })}</p>
      <input type="hidden" name="hash" value={question.text.hash} />
      <div class={shown.faults.ready ? 'wrong' : undefined}>
        <Fault name="ready" faults={shown.faults} />
        <Tick name="ready" label={signing.ready} hint={signing.readyHint} shown={shown} />
      </div>
      <div>
        <button class="button">{signing.sendCode}</button>
      </div>
    </form>
  );
};

/** Signs with the code. The hash of what this page showed goes with it. */
export const SignForm = ({ question, shown, here }: Props) => {
  const { signing } = shown.words;
  return (
    <form method="post" action={`${here}/signature`} class="fields" novalidate>
      <h2>{signing.signTitle}</h2>
      <input type="hidden" name="hash" value={question.text.hash} />
      <Field name="code" label={signing.code} hint={signing.codeHint} shown={shown} />
      <div>
        <button class="button chief">{signing.sign}</button>
      </div>
    </form>
  );
};
