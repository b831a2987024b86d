import type { Person } from '../../../shared/domain/person.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { FaultList, type Faults } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { SessionChecksBeside } from './checks-beside.tsx';
import { SeatFields, seatBody, seatFields } from './panelist-form.tsx';
import { personChosen, registered, searchPage } from './person-chosen.tsx';
import { type Found, lookedFor, lookIn, saveName } from './picker.tsx';
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
import { shownAs, tried } from './tried.ts';

const below = 'panelists/new';

const searching = (here: Planning, given: { faults?: Faults; name?: string } = {}): Promise<Page> => {
  const words = wordsOf(here.asked).person;
  const title = (reference: string): string => fill(words.findTitle, { reference });
  return searchPage(here, { below, title, lead: words.findLead }, given);
};

interface Given {
  person: Person;
  form?: Form;
  faults?: Faults;
  found?: Found | undefined;
}

const seatPage = async (here: Planning, { person, form, faults, found }: Given): Promise<Page> => {
  const { record: session } = await readSession(here);
  const words = wordsOf(here.asked).seat;
  const shown = shownAs(here.asked, form ?? { role: 'panelist', printedName: person.name }, faults);
  const title = fill(words.addTitle, { name: person.name });
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/${below}`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <div class="sides">
          <form method="post" class="fields body">
            <Carried asked={here.asked} form={shown.typed} />
            <button class="unseen" tabindex={-1} aria-hidden="true" />
            <SeatFields here={here} shown={shown} found={found} />
            <div class="row">
              <button class="button chief" name={saveName} value="yes">
                {words.add}
              </button>
              <a class="button" href={sessionsAt(here, session.slug)}>
                {workWords(here.asked).cancel}
              </a>
            </div>
          </form>
          <aside class="side">
            <SessionChecksBeside here={here} />
          </aside>
        </div>
      </>
    ),
  });
};

/** Looks for somebody, and then asks as what they sit on the panel. */
export const newPanelist = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'panelist:write');
  const person = await personChosen(here);
  return person ? seatPage(here, { person }) : searching(here);
};

/** Gives somebody a place on the panel, or registers them first. */
export const addPanelist = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'panelist:write');
  const form = await readForm(asked.request);
  const person = await personChosen(here);
  if (!person) return registered(here, form, (given) => searching(here, given));
  if (lookedFor(form)) return seatPage(here, { person, form, found: await lookIn(here, form) });
  return tried(
    asked,
    seatFields,
    async () => {
      const path = `${sessionRecord(here, sessionName(here))}/panelists`;
      const body = { person: person.id, ...seatBody(form) };
      await send(asked, { method: 'POST', path, body, key: carried(form).key });
      return goTo(`${sessionsAt(here, sessionName(here))}?done=added#panel`);
    },
    ({ faults }) => seatPage(here, { person, form, faults }),
  );
};
