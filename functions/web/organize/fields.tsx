import type { Child } from 'hono/jsx';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import type { WorkspaceLanguage } from '../../../shared/words/page/language.ts';
import { Fault, Field, type Shown } from '../field.tsx';

interface TextFieldsProps {
  name: string;
  label: string;
  /** "{label}, in {language}". */
  template: string;
  language: WorkspaceLanguage;
  languages: readonly string[];
  shown: Shown;
  hint?: string | undefined;
  long?: boolean;
  optional?: boolean;
}

/** A text, with one field for each language. The first is the one that is asked for. */
export const TextFields = ({
  name,
  label,
  template,
  language,
  languages,
  shown,
  hint,
  long = false,
  optional = false,
}: TextFieldsProps) => (
  <>
    {languages.map((tag, at) => (
      <Field
        name={`${name}.${tag}`}
        label={languages.length === 1 ? label : fill(template, { label, language: languageName(language, tag) })}
        language={tag}
        long={long}
        optional={optional || at > 0}
        shown={shown}
        {...(hint !== undefined && at === 0 ? { hint } : {})}
      />
    ))}
  </>
);

interface TicksProps {
  name: string;
  legend: string;
  hint?: string | undefined;
  options: readonly (readonly [value: string, label: Child])[];
  shown: Shown;
  isSmall?: boolean;
}

/** Several boxes of one kind: "rooms.hall" is ticked where "hall" is chosen. */
export const Ticks = ({ name, legend, hint, options, shown: { typed, faults }, isSmall = true }: TicksProps) => {
  const wrong = [name, ...options.map(([value]) => `${name}.${value}`)].filter((field) => field in faults);
  return (
    <fieldset
      id={name}
      class={wrong.length > 0 ? 'wrong' : undefined}
      aria-describedby={
        [...(hint ? [`${name}-hint`] : []), ...wrong.map((field) => `${field}-fault`)].join(' ') || undefined
      }
    >
      <legend class={isSmall ? 'small' : undefined}>{legend}</legend>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {wrong.map((field) => (
        <Fault name={field} faults={faults} />
      ))}
      <div class="row">
        {options.map(([value, label]) => (
          <label class="check">
            <input
              type="checkbox"
              id={`${name}.${value}`}
              name={`${name}.${value}`}
              value="yes"
              checked={typed[`${name}.${value}`] === 'yes'}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

interface RowsProps {
  name: string;
  legend: string;
  hint: string;
  /** How many rows beyond those that are filled in. */
  spare?: number;
  shown: Shown;
  row: (name: string, number: number) => Child;
}

/** A list of a few rows in a form: those that there are, and some to fill in. An emptied row is taken away. */
export const Rows = ({ name, legend, hint, spare = 2, shown: { typed, faults }, row }: RowsProps) => {
  const filled = Object.keys(typed).flatMap((field) => new RegExp(`^${name}\\.(\\d+)\\.`).exec(field)?.[1] ?? []);
  const count = Math.max(0, ...filled.map((at) => Number(at) + 1)) + spare;
  return (
    <fieldset class="part" id={name} aria-describedby={`${name}-hint`}>
      <legend>{legend}</legend>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <Fault name={name} faults={faults} />
      {Array.from({ length: count }, (_, at) => (
        <div class="pairs">{row(`${name}.${at}`, at + 1)}</div>
      ))}
    </fieldset>
  );
};
