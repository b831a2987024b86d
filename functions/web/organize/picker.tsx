import type { Organization } from '../../../shared/domain/organization.ts';
import type { NamedOrganization, OrganizationRef } from '../../../shared/domain/record.ts';
import { folded } from '../../../shared/domain/slug.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Form } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { type List, readOwn } from '../contract.ts';
import { Fault, Field, type Shown } from '../field.tsx';
import type { Asked } from '../page.ts';
import { type Planning, wordsOf } from './planned.ts';

// Organizations are chosen in the form itself: a button looks for a name and shows the form again with what was found; nothing else of it is lost, and
// nothing is written.

/** What looking for a name brought, by the field that it was looked for in. */
export interface Found {
  field: string;
  /** What was looked for. */
  name: string;
  organizations: Pick<Organization, 'slug' | 'name' | 'country'>[];
}

/** How many a search shows. */
const most = 12;

/** The button that looks, by the field that it looks in. */
const lookName = 'look';

/** The button that saves: whoever presses Enter in a search looks, and saves nothing. */
export const saveName = 'save';

/** In which field of a form something is looked for, if anything is. */
export const lookedFor = (form: Form): string | undefined => {
  if (form[lookName]) return form[lookName];
  if (form[saveName]) return undefined;
  return Object.entries(form)
    .find(([name, typed]) => name.startsWith('find.') && typed.trim() !== '')?.[0]
    .slice('find.'.length);
};

/** Looks for what was typed beside a field. */
export const lookIn = async ({ asked, summit }: Planning, form: Form): Promise<Found | undefined> => {
  const field = lookedFor(form);
  if (field === undefined) return undefined;
  const name = form[`find.${field}`]?.trim() ?? '';
  if (folded(name).length < 2) return { field, name: '', organizations: [] };
  const query = new URLSearchParams({ name, limit: '100' });
  const { record } = await readOwn<List<Organization>>(asked, `/organizations?${query.toString()}`);
  // Invented organizations are for rehearsals, and for nothing else.
  const fitting = record.items.filter(({ rehearsal }) => (rehearsal ?? false) === summit.rehearsal);
  return { field, name, organizations: fitting.slice(0, most) };
};

const places = (typed: Form, field: string): number[] =>
  [...new Set(Object.keys(typed).flatMap((name) => new RegExp(`^${field}\\.(\\d+)\\.`).exec(name)?.[1] ?? []))]
    .map(Number)
    .toSorted((a, b) => a - b);

/** The organizations that a form names in a field, without those that are taken out. */
export const chosenIn = (form: Form, field: string): OrganizationRef[] => [
  ...places(form, field).flatMap((at) => {
    const organization = form[`${field}.${at}.organization`];
    if (!organization || form[`${field}.${at}.gone`]) return [];
    const printed = form[`${field}.${at}.printed`];
    return [{ organization, ...(printed ? { printed } : {}) }];
  }),
  ...Object.keys(form)
    .filter((name) => name.startsWith(`${field}.new.`))
    .map((name) => ({ organization: name.slice(`${field}.new.`.length) })),
];

/** Organizations as a form holds them. */
export const asChosen = (field: string, organizations: readonly (NamedOrganization | OrganizationRef)[]): Form =>
  Object.fromEntries(
    organizations.flatMap(({ organization, printed }, at) => [
      [`${field}.${at}.organization`, organization],
      ...(printed ? [[`${field}.${at}.printed`, printed] as const] : []),
    ]),
  );

interface PickerProps {
  asked: Asked;
  field: string;
  legend: string;
  shown: Shown;
  found: Found | undefined;
}

const Chosen = ({ asked, field, shown }: Omit<PickerProps, 'legend' | 'found'>) => {
  const words = wordsOf(asked).picker;
  const chosen = chosenIn(shown.typed, field);
  if (chosen.length === 0) return <p class="minor">{words.none}</p>;
  return (
    <ul class="list apart">
      {chosen.map(({ organization, printed = organization }, at) => (
        <li id={`${field}.${at}.organization`}>
          <span>
            <bdi>{printed}</bdi>
            <Fault name={`${field}.${at}.organization`} faults={shown.faults} />
            <input type="hidden" name={`${field}.${at}.organization`} value={organization} />
            {printed === organization ? null : <input type="hidden" name={`${field}.${at}.printed`} value={printed} />}
          </span>
          <label class="check">
            <input type="checkbox" name={`${field}.${at}.gone`} value="yes" /> {fill(words.remove, { name: printed })}
          </label>
        </li>
      ))}
    </ul>
  );
};

const Results = ({ asked, field, found }: { asked: Asked; field: string; found: Found }) => {
  const words = wordsOf(asked).picker;
  if (found.organizations.length === 0)
    return (
      <p class="fault" role="alert">
        {found.name === '' ? words.short : fill(words.nothing, { name: found.name })}
      </p>
    );
  return (
    <div class="stack close" role="status">
      <p class="minor">{words.found}</p>
      {found.organizations.map(({ slug, name, country }) => (
        <label class="check">
          <input type="checkbox" name={`${field}.new.${slug}`} value="yes" />
          <span>
            {fill(words.add, { name: inLanguage(name, asked.language) })}{' '}
            {country ? <span class="minor">{country}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
};

/** The organizations of a field: those chosen, and a search for others. */
export const Picker = ({ asked, field, legend, shown, found }: PickerProps) => {
  const words = wordsOf(asked).picker;
  return (
    <fieldset class="part" id={field} tabindex={-1}>
      <legend class="small">{legend}</legend>
      <Fault name={field} faults={shown.faults} />
      <Chosen asked={asked} field={field} shown={shown} />
      {found?.field === field ? <Results asked={asked} field={field} found={found} /> : null}
      <div class="find">
        <Field name={`find.${field}`} label={words.search} shown={shown} type="search" optional />
        <button class="button" name={lookName} value={field} formnovalidate>
          {words.find}
          <span class="unseen">: {legend}</span>
        </button>
      </div>
    </fieldset>
  );
};
