import type { Person } from '../../../shared/domain/person.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { FaultList, type Faults, Field } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { readSeat, seatAt, seatRecord } from './panelist-read.ts';
import { personChosen, registered, searchPage } from './person-chosen.tsx';
import { type Planning, planning, sessionName, sessionPage, sessionsAt, wordsOf } from './planned.ts';
import { shownAs, tried } from './tried.ts';

// Two ways to leave a panel: the place is free again, or somebody else has it, in one deed.

const withdrawalPage = async (here: Planning, form: Form = {}, faults: Faults = {}): Promise<Page> => {
  const { session, seat, tag } = await readSeat(here);
  const words = wordsOf(here.asked);
  const shown = shownAs(here.asked, form, faults);
  const title = fill(words.seat.withdrawTitle, { name: seat.printedName });
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/panelists/${seat.slug}/withdrawal`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <p class="lead">{words.seat.withdrawLead}</p>
        <form method="post" class="fields">
          <Carried asked={here.asked} form={form} tag={tag} />
          <Field name="reason" label={words.changes.reason} hint={words.changes.reasonHint} shown={shown} optional />
          <div class="row">
            <button class="button grave">{words.seat.withdraw}</button>
            <a class="button" href={seatAt(here)}>
              {workWords(here.asked).cancel}
            </a>
          </div>
        </form>
      </>
    ),
  });
};

/** Asks before somebody is withdrawn from a panel. */
export const askWithdrawal = async (asked: Asked): Promise<Page> =>
  withdrawalPage(await planning(asked, 'panelist:write'));

/** Withdraws somebody from a panel. */
export const withdrawPanelist = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'panelist:write');
  const form = await readForm(asked.request);
  return tried(
    asked,
    ['reason'],
    async () => {
      const body = { to: 'withdrawn', ...(form.reason?.trim() ? { reason: form.reason } : {}) };
      await send(asked, { method: 'POST', path: `${seatRecord(here)}/transitions`, body, ...carried(form) });
      return goTo(`${sessionsAt(here, sessionName(here))}?done=withdrawn#panel`);
    },
    ({ faults }) => withdrawalPage(here, form, faults),
  );
};

const searching = async (here: Planning, given: { faults?: Faults; name?: string } = {}): Promise<Page> => {
  const { seat } = await readSeat(here);
  const words = wordsOf(here.asked).seat;
  const title = (): string => fill(words.replaceTitle, { name: seat.printedName });
  return searchPage(here, { below: `panelists/${seat.slug}/replacement`, title, lead: words.replaceLead }, given);
};

const replacementPage = async (here: Planning, person: Person, form: Form = {}, faults: Faults = {}) => {
  const { session, seat } = await readSeat(here);
  const words = wordsOf(here.asked);
  const shown = shownAs(here.asked, { printedName: person.name, ...form }, faults);
  const title = fill(words.seat.addTitle, { name: person.name });
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/panelists/${seat.slug}/replacement`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <p class="lead">{words.seat.replaceLead}</p>
        <form method="post" class="fields">
          <Carried asked={here.asked} form={form} />
          <div class="pairs">
            <Field name="printedName" label={words.seat.printedName} shown={shown} />
            <Field name="printedTitle" label={words.seat.printedTitle} shown={shown} optional />
          </div>
          <Field name="reason" label={words.changes.reason} hint={words.changes.reasonHint} shown={shown} optional />
          <div class="row">
            <button class="button chief">{words.seat.add}</button>
            <a class="button" href={seatAt(here)}>
              {workWords(here.asked).cancel}
            </a>
          </div>
        </form>
      </>
    ),
  });
};

/** Looks for who takes a place over, and then asks how they are printed. */
export const askReplacement = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'panelist:write');
  const person = await personChosen(here);
  return person ? replacementPage(here, person) : searching(here);
};

const filled = (form: Form, ...names: string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (form[name]?.trim() ? [[name, form[name]]] : [])));

/** Gives a place to somebody else, in one deed. */
export const replacePanelist = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'panelist:write');
  const form = await readForm(asked.request);
  const person = await personChosen(here);
  if (!person) return registered(here, form, (given) => searching(here, given));
  return tried(
    asked,
    ['printedName', 'printedTitle', 'reason'],
    async () => {
      const body = { person: person.id, ...filled(form, 'printedName', 'printedTitle', 'reason') };
      await send(asked, { method: 'POST', path: `${seatRecord(here)}/replacement`, body, key: carried(form).key });
      const said = new URLSearchParams({ done: 'replaced', name: person.name });
      return goTo(`${sessionsAt(here, sessionName(here))}?${said.toString()}#panel`);
    },
    ({ faults }) => replacementPage(here, person, form, faults),
  );
};
