import type { Instrument } from '../../../shared/domain/instrument.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { FaultList, Fault, Field, Select, type Shown } from '../field.tsx';
import { Carried } from '../form.tsx';
import { workWords } from '../workspace.ts';
import { type Found, Picker, saveName } from './picker.tsx';
import { calledIn, type Planning, wordsOf } from './planned.ts';
import { languagesIn, objectivesIn, offered, type Tongues } from './session-body.ts';

/** Languages in which texts are offered to be written, beside those that they are in. */
const writing = ['en', 'fr', 'es', 'ar', 'zh', 'ru', 'pt'] as const;

interface FormProps {
  here: Planning;
  shown: Shown;
  tag?: string | undefined;
  tracks: readonly Track[];
  instruments: readonly Instrument[];
  found?: Found | undefined;
  /** Whether the session is there already: then its code stays. */
  isThere: boolean;
  back: string;
}

const tonguesOf = ({ here: { asked }, shown }: FormProps): string[] => {
  const known = languagesIn(shown.typed);
  const next = shown.typed.tongue && shown.typed.look === 'language' ? [shown.typed.tongue] : [];
  return [...new Set([...(known.length > 0 ? known : [asked.language]), ...next])];
};

const Texts = (props: FormProps) => {
  const { here, shown } = props;
  const words = wordsOf(here.asked).form;
  const tongues = tonguesOf(props);
  const called = (tag: string): string => languageName(here.asked.language, tag);
  const others = writing.filter((tag) => !tongues.includes(tag));
  return (
    <fieldset id="title" tabindex={-1}>
      <legend>{words.text}</legend>
      <Fault name="title" faults={shown.faults} />
      {tongues.map((tag, at) => (
        <>
          <Field
            name={`title.${tag}`}
            label={fill(words.title, { language: called(tag) })}
            shown={shown}
            language={tag}
            optional={at > 0}
          />
          <Field
            name={`summary.${tag}`}
            label={fill(words.summary, { language: called(tag) })}
            shown={shown}
            language={tag}
            long
            optional
          />
        </>
      ))}
      <div class="find">
        <Select
          name="tongue"
          label={words.addLanguage}
          shown={shown}
          options={others.map((tag) => [tag, called(tag)])}
        />
        <button class="button" name="look" value="language" formnovalidate>
          {words.add}
          <span class="unseen">: {words.addLanguage}</span>
        </button>
      </div>
    </fieldset>
  );
};

const Objectives = (props: FormProps) => {
  const { here, shown } = props;
  const words = wordsOf(here.asked).form;
  const there = objectivesIn(shown.typed);
  const tongues = tonguesOf(props);
  const label = (at: number, tag: string): string =>
    fill(at < there ? words.objective : words.nextObjective, {
      number: at + 1,
      language: languageName(here.asked.language, tag),
    });
  return (
    <fieldset id="objectives" tabindex={-1}>
      <legend>{words.objectives}</legend>
      <p class="hint">{words.objectivesHint}</p>
      <Fault name="objectives" faults={shown.faults} />
      {Array.from({ length: there + 1 }, (_, at) => (
        <>
          {shown.typed[`objectives.${at}.id`] ? (
            <input type="hidden" name={`objectives.${at}.id`} value={shown.typed[`objectives.${at}.id`]} />
          ) : null}
          {tongues.map((tag) => (
            <Field
              name={`objectives.${at}.text.${tag}`}
              label={label(at, tag)}
              shown={shown}
              language={tag}
              long
              optional
            />
          ))}
        </>
      ))}
    </fieldset>
  );
};

const Languages = ({ here, shown, how }: { here: Planning; shown: Shown; how: Tongues }) => {
  const words = wordsOf(here.asked).form;
  const name = `languages.${how}`;
  return (
    <fieldset class="part" id={name} tabindex={-1}>
      <legend class="small">{words[how]}</legend>
      <Fault name={name} faults={shown.faults} />
      <div class="row">
        {offered.map((tag) => (
          <label class="check">
            <input
              type="checkbox"
              name={`${name}.${tag}`}
              value="yes"
              checked={shown.typed[`${name}.${tag}`] === 'yes'}
            />
            {languageName(here.asked.language, tag)}
          </label>
        ))}
      </div>
      <Field name={`${name}.other`} label={words.otherLanguages} hint={words.otherHint} shown={shown} optional />
    </fieldset>
  );
};

const Instruments = ({ here, shown, instruments }: FormProps) => (
  <details class="more" open={instruments.some(({ slug }) => shown.typed[`instruments.${slug}`] === 'yes')}>
    <summary>{wordsOf(here.asked).form.instruments}</summary>
    <fieldset class="part" id="instruments" tabindex={-1}>
      <legend class="unseen">{wordsOf(here.asked).form.instruments}</legend>
      <Fault name="instruments" faults={shown.faults} />
      {instruments.map(({ slug }) => (
        <label class="check">
          <input
            type="checkbox"
            name={`instruments.${slug}`}
            value="yes"
            checked={shown.typed[`instruments.${slug}`] === 'yes'}
          />
          {calledIn(here.asked, instruments, slug)}
        </label>
      ))}
    </fieldset>
  </details>
);

const Held = ({ here, shown, tracks }: FormProps) => {
  const { form: words, modes } = wordsOf(here.asked);
  return (
    <fieldset>
      <legend>{words.facts}</legend>
      <div class="pairs">
        <Select
          name="track"
          label={words.track}
          shown={shown}
          none={words.noTrack}
          options={tracks.map(({ slug }) => [slug, calledIn(here.asked, tracks, slug)])}
        />
        <Select name="mode" label={words.mode} shown={shown} none={words.unsaid} options={Object.entries(modes)} />
        <Field name="expected" label={words.expected} shown={shown} type="number" optional />
      </div>
      <Languages here={here} shown={shown} how="spoken" />
      <Languages here={here} shown={shown} how="interpreted" />
    </fieldset>
  );
};

/** The facts of a session, to be filled in. */
export const SessionForm = (props: FormProps) => {
  const { here, shown, tag, found, isThere, back } = props;
  const { asked } = here;
  const words = wordsOf(asked).form;
  return (
    <>
      <FaultList shown={shown} />
      <form method="post" class="fields">
        <Carried asked={asked} form={shown.typed} tag={tag} />
        {/* Enter in a field saves; it does not look for anything. */}
        <button class="unseen" tabindex={-1} aria-hidden="true" />
        <Field
          name="reference"
          label={words.reference}
          hint={isThere ? words.referenceStays : words.referenceHint}
          shown={shown}
        />
        <Texts {...props} />
        <Objectives {...props} />
        <Held {...props} />
        <fieldset>
          <legend>{words.organizations}</legend>
          <Picker asked={asked} field="lead" legend={words.lead} shown={shown} found={found} />
          <Picker asked={asked} field="partners" legend={words.partners} shown={shown} found={found} />
        </fieldset>
        <Instruments {...props} />
        <div class="row">
          <button class="button chief" name={saveName} value="yes">
            {isThere ? workWords(asked).save : words.create}
          </button>
          <a class="button" href={back}>
            {workWords(asked).cancel}
          </a>
        </div>
      </form>
    </>
  );
};
