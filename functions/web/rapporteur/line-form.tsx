import { outcomeTypes } from '../../../shared/domain/outcome.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { Fault, type Shown, Select } from '../field.tsx';
import { Carried } from '../form.tsx';
import { nameIn } from '../named.ts';
import { signInFor } from '../page.ts';
import { recordAt, type Reporting, sessionAt } from './reporting.ts';

/** The languages that a line may be written in: those that are spoken there first. */
export const languagesFor = ({ asked, session }: Pick<Reporting, 'asked' | 'session'>): string[] => [
  ...new Set([...(session.languages?.spoken ?? []), asked.language, ...pageLanguages]),
];

const typeOptions = ({ words }: Reporting) => outcomeTypes.map((type) => [type, words.types[type]] as const);

/** The kind of an outcome, and how its text continues what a declaration says of that kind. */
export const KindField = ({ here, shown }: { here: Reporting; shown: Shown }) => (
  <Select name="type" label={here.words.type} options={typeOptions(here)} shown={shown} />
);

/** How the text of each kind goes on; the style shows the one that is chosen. */
export const Continues = ({ here: { words } }: { here: Reporting }) => (
  <ul class="continues hint" id="continues">
    {outcomeTypes.map((type) => (
      <li class={`for-${type}`}>{words.continues[type]}</li>
    ))}
  </ul>
);

/** Who keeps a commitment: an organization that has to do with the session. */
export const OwnerField = ({ here, shown }: { here: Reporting; shown: Shown }) => {
  const { asked, words, organizations } = here;
  const options = [...organizations.keys()].map((slug) => [slug, nameIn(asked, organizations, slug)] as const);
  return (
    <div class="of-commitment">
      <Select name="owner" label={words.owner} options={options} shown={shown} none={words.ownerNone} />
    </div>
  );
};

interface TicksProps {
  group: string;
  legend: string;
  options: readonly (readonly [value: string, label: string])[];
  shown: Shown;
}

const Ticks = ({ group, legend, options, shown: { typed, faults } }: TicksProps) =>
  options.length === 0 ? null : (
    <fieldset>
      <legend class="small">{legend}</legend>
      <Fault name={group} faults={faults} />
      {options.map(([value, label]) => (
        <label class="check">
          <input
            type="checkbox"
            name={`${group}.${value}`}
            value="yes"
            checked={typed[`${group}.${value}`] === 'yes'}
          />
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  );

/** Who said it, and what it serves: folded away, for most lines say neither. */
export const Attribution = ({ here, shown }: { here: Reporting; shown: Shown }) => {
  const { asked, words, session, instruments } = here;
  const panel = session.panel.map(
    ({ slug, printedName, unnamed }) => [slug, unnamed ? words.someone : printedName] as const,
  );
  const objectives = session.objectives.map(({ id, text }) => [id, inLanguage(text, asked.language)] as const);
  const texts = instruments.map(({ slug, name }) => [slug, inLanguage(name, asked.language)] as const);
  const isOpen = Object.keys(shown.typed).some((name) => /^(voicedBy|objectives)\./.test(name));
  if (panel.length + objectives.length + texts.length === 0) return null;
  return (
    <details class="more" open={isOpen || shown.typed.instrument !== undefined}>
      <summary>{words.more}</summary>
      <div class="part">
        <Ticks group="voicedBy" legend={words.voicedBy} options={panel} shown={shown} />
        <Ticks group="objectives" legend={words.serves} options={objectives} shown={shown} />
        {texts.length === 0 ? null : (
          <Select
            name="instrument"
            label={words.instrument}
            options={texts}
            shown={shown}
            none={words.instrumentNone}
          />
        )}
      </div>
    </details>
  );
};

const Line = ({ here: { words }, shown: { typed, faults } }: { here: Reporting; shown: Shown }) => (
  <div class="field">
    <label for="text">{words.line}</label>
    <Fault name="text" faults={faults} />
    <textarea
      id="text"
      name="text"
      rows={3}
      dir="auto"
      lang={typed.language}
      enterkeyhint="send"
      autocomplete="off"
      aria-describedby={faults.text === undefined ? 'text-hint continues' : 'text-hint continues text-fault'}
      aria-invalid={faults.text === undefined ? undefined : 'true'}
      aria-required="true"
    >
      {typed.text ?? ''}
    </textarea>
    <p class="hint" id="text-hint">
      {words.lineHintPlain}
    </p>
  </div>
);

/**
 * Where a line becomes an outcome. Everything that its script needs stands with it: whose lines they are, where they go, and what is said of them.
 */
export const LineForm = ({ here, shown }: { here: Reporting; shown: Shown }) => {
  const { asked, account, words, session } = here;
  const languages = languagesFor(here).map((tag) => [tag, languageName(asked.language, tag)] as const);
  return (
    <form
      class="fields line"
      method="post"
      id="write"
      action={sessionAt(asked, session)}
      data-account={account}
      data-outcomes={`/api/v1${recordAt(session)}/outcomes`}
      data-sign-in={signInFor(sessionAt(asked, session))}
      data-hint={words.lineHint}
      data-words={JSON.stringify(words.device)}
    >
      <Carried asked={asked} />
      <Line here={here} shown={shown} />
      <div class="pairs">
        <KindField here={here} shown={shown} />
        <Select name="language" label={words.language} options={languages} shown={shown} />
      </div>
      <Continues here={here} />
      <div class="field of-address">
        <label for="addressee">{words.addressee}</label>
        <p class="hint" id="addressee-hint">
          {words.addresseeHint}
        </p>
        <Fault name="addressee" faults={shown.faults} />
        <input
          id="addressee"
          name="addressee"
          value={shown.typed.addressee}
          dir="auto"
          autocomplete="off"
          aria-describedby="addressee-hint"
          aria-invalid={shown.faults.addressee === undefined ? undefined : 'true'}
        />
      </div>
      <OwnerField here={here} shown={shown} />
      <Attribution here={here} shown={shown} />
      <div class="row">
        <button class="button chief">{words.keep}</button>
      </div>
    </form>
  );
};
