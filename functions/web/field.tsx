import type { Child } from 'hono/jsx';
import type { PageWords } from '../../shared/words/page/en.ts';

/** What is wrong with which field, by the field's name, in words. */
export type Faults = Readonly<Record<string, string>>;

/** What a form shows: what was typed, and what is wrong with it. */
export interface Shown {
  typed: Readonly<Record<string, string>>;
  faults: Faults;
  words: PageWords;
  /** Where somebody else changed the record meanwhile: what stands there now, by the field. */
  now?: Readonly<Record<string, string>> | undefined;
}

const described = (name: string, hint: boolean, fault: boolean): string | undefined =>
  [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-fault`] : [])].join(' ') || undefined;

export const Fault = ({ name, faults }: { name: string; faults: Faults }) =>
  faults[name] ? (
    <p class="fault" id={`${name}-fault`}>
      {faults[name]}
    </p>
  ) : null;

/** What somebody else put into a field after this form was opened, beside what is typed in it. */
const Now = ({ name, shown: { typed, now, words } }: { name: string; shown: Shown }) =>
  now === undefined || (now[name] ?? '') === (typed[name] ?? '') ? null : (
    <p class="hint" id={`${name}-now`}>
      {words.site.now} <bdi>{now[name] || '—'}</bdi>
    </p>
  );

interface FieldProps {
  name: string;
  label: string;
  shown: Shown;
  hint?: string;
  optional?: boolean;
  type?: 'text' | 'email' | 'number' | 'date' | 'time' | 'datetime-local' | 'url' | 'search';
  autocomplete?: 'off' | 'email';
  long?: boolean;
  /** The language of what is typed, where the field is one of a text in several. */
  language?: string;
}

/** One field of text with its label, what helps to fill it in, and what is wrong with it. */
export const Field = ({
  name,
  label,
  shown,
  hint,
  optional,
  type,
  autocomplete = 'off',
  long,
  language,
}: FieldProps) => {
  const { typed, faults, words } = shown;
  const isWrong = faults[name] !== undefined;
  const given = {
    id: name,
    name,
    autocomplete,
    // An empty field begins where the language does.
    dir:
      type !== undefined && type !== 'text' && type !== 'search' ? 'ltr' : typed[name] || language ? 'auto' : undefined,
    lang: language,
    'aria-describedby': described(name, hint !== undefined, isWrong),
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-required': optional ? undefined : ('true' as const),
  };
  return (
    <div class="field">
      <label for={name}>
        {label} {optional ? <span class="optional">({words.invitation.optional})</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <Fault name={name} faults={faults} />
      <Now name={name} shown={shown} />
      {long ? (
        <textarea {...given} rows={4}>
          {typed[name] ?? ''}
        </textarea>
      ) : (
        <input {...given} type={type ?? 'text'} value={typed[name]} />
      )}
    </div>
  );
};

interface ChoicesProps {
  name: string;
  legend: string;
  options: readonly (readonly [value: string, label: string])[];
  shown: Shown;
}

/** A choice among a few, with none made beforehand. A single one is a box to tick. */
export const Choices = ({ name, legend, options, shown: { typed, faults } }: ChoicesProps) => (
  <fieldset class={faults[name] ? 'wrong' : undefined} aria-describedby={described(name, false, name in faults)}>
    <legend>{legend}</legend>
    <Fault name={name} faults={faults} />
    {options.map(([value, label], at) => (
      <label class="choice">
        <input
          type={options.length > 1 ? 'radio' : 'checkbox'}
          id={at === 0 ? name : `${name}-${value}`}
          name={name}
          value={value}
          checked={typed[name] === value}
        />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);

interface SelectProps {
  name: string;
  label: string;
  hint?: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
  shown: Shown;
  /** What stands first where nothing need be chosen. */
  none?: string | undefined;
}

/** A choice among many. */
export const Select = ({ name, label, hint, options, shown, none }: SelectProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    {hint ? (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    ) : null}
    <Fault name={name} faults={shown.faults} />
    <Now name={name} shown={shown} />
    <select
      id={name}
      name={name}
      aria-describedby={described(name, hint !== undefined, name in shown.faults)}
      aria-invalid={name in shown.faults ? 'true' : undefined}
    >
      {none === undefined ? null : <option value="">{none}</option>}
      {options.map(([value, text]) => (
        <option value={value} selected={shown.typed[name] === value}>
          {text}
        </option>
      ))}
    </select>
  </div>
);

/** A box to tick, with what ticking it means. */
export const Tick = ({
  name,
  label,
  hint,
  shown: { typed },
}: {
  name: string;
  label: string;
  hint: string;
  shown: Shown;
}) => (
  <div>
    <label class="choice">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        checked={typed[name] === 'yes'}
        aria-describedby={`${name}-hint`}
      />
      <span>{label}</span>
    </label>
    <p class="hint" id={`${name}-hint`}>
      {hint}
    </p>
  </div>
);

/** What is wrong with a form and with none of its fields. */
export const whole = '';

/** Everything that is wrong, first on the page, each leading to its field. */
export const FaultList = ({ shown: { faults, words } }: { shown: Shown }): Child =>
  Object.keys(faults).length === 0 ? null : (
    <div class="faults" role="alert">
      <h2>{words.invitation.problem}</h2>
      <ul>
        {Object.entries(faults).map(([name, fault]) => (
          <li>{name === whole ? fault : <a href={`#${name}`}>{fault}</a>}</li>
        ))}
      </ul>
    </div>
  );
