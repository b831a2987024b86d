import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { Fault, Field, Select, type Shown, Tick } from '../field.tsx';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import { TextFields } from './fields.tsx';
import { countryOptions, zoneOptions } from './summit-form.tsx';
import { type Template, templates } from './template.ts';
import { organizeWords } from './words.ts';

const Contents = ({ asked, template: { rooms, tracks } }: { asked: Asked; template: Template }) => {
  const { template: w } = organizeWords(asked);
  const named = (names: readonly string[]): string => names.join(', ');
  return (
    <span class="minor">
      {rooms.length === 0
        ? w.noRooms
        : fill(w.rooms, { rooms: named(rooms.map(({ name }) => inLanguage(name, asked.language))) })}{' '}
      {fill(w.tracks, { tracks: named(tracks.map(({ title }) => inLanguage(title, asked.language))) })}
    </span>
  );
};

/** The templates to choose from, each with what it begins with. */
const TemplateChoice = ({ asked, shown: { typed, faults } }: { asked: Asked; shown: Shown }) => {
  const { template: w } = organizeWords(asked);
  return (
    <fieldset
      class={faults.template ? 'wrong' : undefined}
      aria-describedby={faults.template ? 'template-fault' : undefined}
    >
      <legend>{w.which}</legend>
      <Fault name="template" faults={faults} />
      {templates.map((template, at) => (
        <label class="choice">
          <input
            type="radio"
            id={at === 0 ? 'template' : `template-${template.name}`}
            name="template"
            value={template.name}
            checked={typed.template === template.name}
          />
          <span class="stack close">
            <b>{w.templates[template.name].name}</b>
            <span>{w.templates[template.name].about}</span>
            <Contents asked={asked} template={template} />
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const OtherLanguages = ({ asked, shown, own }: { asked: Asked; shown: Shown; own: string }) => {
  const words = organizeWords(asked);
  const language = workLanguage(asked);
  const others = pageLanguages.filter((one) => one !== own);
  const inAll = { template: words.inLanguage, language, languages: others, shown, optional: true };
  const isFilled = others.some((one) => shown.typed[`title.${one}`] || shown.typed[`place.${one}`]);
  return (
    <details class="more" open={isFilled}>
      <summary>{words.template.others}</summary>
      <div class="fields stack">
        <p class="hint">{words.template.othersHint}</p>
        <TextFields {...inAll} name="title" label={words.summit.title} />
        <TextFields {...inAll} name="place" label={words.summit.place} />
      </div>
    </details>
  );
};

/** What a new summit is asked for: the template, and the little that only people know. */
export const TemplateFields = ({ asked, shown }: { asked: Asked; shown: Shown }) => {
  const words = organizeWords(asked);
  const [w, s] = [words.template, words.summit];
  const own = workLanguage(asked);
  const inOwn = { language: languageName(own, own) };
  return (
    <>
      <TemplateChoice asked={asked} shown={shown} />
      <Field
        name={`title.${own}`}
        label={fill(words.inLanguage, { label: s.title, ...inOwn })}
        language={own}
        shown={shown}
      />
      <div class="pairs">
        <Field name="from" label={s.from} type="date" optional shown={shown} />
        <Field name="to" label={s.to} type="date" optional shown={shown} />
      </div>
      <Select name="zone" label={s.zone} hint={s.zoneHint} options={zoneOptions()} none={s.noZone} shown={shown} />
      <div class="pairs">
        <Field
          name={`place.${own}`}
          label={fill(words.inLanguage, { label: s.place, ...inOwn })}
          language={own}
          optional
          shown={shown}
        />
        <Select name="country" label={s.country} options={countryOptions(asked)} none="—" shown={shown} />
      </div>
      <Field name="callUntil" label={w.callUntil} hint={w.callUntilHint} type="date" optional shown={shown} />
      <OtherLanguages asked={asked} shown={shown} own={own} />
      <Tick name="rehearsal" label={w.rehearsal} hint={w.rehearsalHint} shown={shown} />
      <Field name="slug" label={words.slug} hint={words.slugHint} optional shown={shown} />
    </>
  );
};
