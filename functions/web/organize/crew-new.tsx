import { crewRoles } from '../../../shared/domain/crew.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { send } from '../contract.ts';
import { FaultList, type Faults, Field, Select, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { personChosen, registered, searchPage } from './person-chosen.tsx';
import {
  type Planning,
  planning,
  readSession,
  sessionName,
  sessionPage,
  sessionRecord,
  sessionsAt,
  wordsOf,
} from './planned.ts';
import { offered } from './session-body.ts';
import { deskPage } from './session-desk.tsx';
import { shownAs, tried } from './tried.ts';

const searching = (here: Planning, given: { faults?: Faults; name?: string } = {}): Promise<Page> => {
  const { crew: words } = wordsOf(here.asked);
  const title = (reference: string): string => fill(words.findTitle, { reference });
  return searchPage(here, { below: 'crew/new', title, lead: words.lead }, given);
};

/** How many pairs of languages the form has fields for. */
const pairs = [0, 1, 2] as const;

const Pair = ({ here, shown, at }: { here: Planning; shown: Shown; at: number }) => {
  const words = wordsOf(here.asked).crew;
  const options = offered.map((tag) => [tag, languageName(here.asked.language, tag)] as const);
  return (
    <div class="pairs">
      <Select
        name={`languages.${at}.from`}
        label={`${words.from} (${at + 1})`}
        shown={shown}
        none="—"
        options={options}
      />
      <Select name={`languages.${at}.to`} label={`${words.to} (${at + 1})`} shown={shown} none="—" options={options} />
    </div>
  );
};

const CrewForm = ({ here, shown }: { here: Planning; shown: Shown }) => {
  const words = wordsOf(here.asked).crew;
  return (
    <form method="post" class="fields">
      <Carried asked={here.asked} form={shown.typed} />
      <Select name="as" label={words.as} shown={shown} options={crewRoles.map((role) => [role, words.roles[role]])} />
      <div class="part" id="languages">
        <p class="hint">{words.pairHint}</p>
        {pairs.map((at) => (
          <Pair here={here} shown={shown} at={at} />
        ))}
      </div>
      <Field name="note" label={words.note} shown={shown} optional />
      <div class="row">
        <button class="button chief">{words.add}</button>
        <a class="button" href={sessionsAt(here, sessionName(here))}>
          {workWords(here.asked).cancel}
        </a>
      </div>
    </form>
  );
};

const crewPage = async (here: Planning, person: Person, form: Form = {}, faults: Faults = {}): Promise<Page> => {
  const { record: session } = await readSession(here);
  const title = fill(wordsOf(here.asked).crew.addTitle, { name: person.name });
  const shown = shownAs(here.asked, form, faults);
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/crew/new`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <CrewForm here={here} shown={shown} />
      </>
    ),
  });
};

/** Looks for somebody for the crew, and then asks as what. */
export const newCrew = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'crew:write');
  const person = await personChosen(here);
  return person ? crewPage(here, person) : searching(here);
};

const bodyOf = (form: Form, person: string) => ({
  person,
  as: form.as,
  languages: pairs.flatMap((at) => {
    const [from, to] = [form[`languages.${at}.from`], form[`languages.${at}.to`]];
    return from || to ? [{ from: from ?? '', to: to ?? '' }] : [];
  }),
  ...(form.note?.trim() ? { note: form.note } : {}),
});

/** Puts somebody in the crew, or registers them first. */
export const addCrew = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'crew:write');
  const form = await readForm(asked.request);
  const person = await personChosen(here);
  if (!person) return registered(here, form, (given) => searching(here, given));
  return tried(
    asked,
    ['as', 'note', ...pairs.flatMap((at) => [`languages.${at}.from`, `languages.${at}.to`])],
    async () => {
      const path = `${sessionRecord(here, sessionName(here))}/crew`;
      await send(asked, { method: 'POST', path, body: bodyOf(form, person.id), key: carried(form).key });
      return goTo(`${sessionsAt(here, sessionName(here))}?done=crew#crew`);
    },
    ({ faults }) => crewPage(here, person, form, faults),
  );
};

/** Gives somebody of the crew their time back. */
export const releaseCrew = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'crew:write');
  const { key } = carried(await readForm(asked.request));
  const path = `${sessionRecord(here, sessionName(here))}/crew/${asked.context.req.param('crew') ?? ''}/transitions`;
  return tried(
    asked,
    [],
    async () => {
      await send(asked, { method: 'POST', path, body: { to: 'released' }, key });
      return goTo(`${sessionsAt(here, sessionName(here))}?done=released#crew`);
    },
    ({ faults }) => deskPage(here, faults),
  );
};
