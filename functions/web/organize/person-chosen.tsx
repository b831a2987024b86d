import type { Person } from '../../../shared/domain/person.ts';
import type { Form } from '../../../shared/http/form.ts';
import { readOwn, send } from '../contract.ts';
import { FaultList, type Faults } from '../field.tsx';
import { carried } from '../form.tsx';
import { goTo, type Page } from '../page.ts';
import { findPeople, nameWanted, PersonSearch } from './person-search.tsx';
import { type Planning, readSession, sessionPage } from './planned.ts';
import { shownAs, tried } from './tried.ts';

// A place on a panel and one in the crew begin the same: somebody is looked for, or registered, and then has a form.

/** Whom a form is about, out of the address. */
export const personChosen = async ({ asked }: Planning): Promise<Person | undefined> => {
  const id = new URL(asked.request.url).searchParams.get('person');
  return id ? (await readOwn<Person>(asked, `/people/${encodeURIComponent(id)}`)).record : undefined;
};

/** The page that looks for somebody. `below` is its address below the session. */
export const searchPage = async (
  here: Planning,
  { below, title, lead }: { below: string; title: (reference: string) => string; lead: string },
  given: { faults?: Faults; name?: string } = {},
): Promise<Page> => {
  const { record: session } = await readSession(here);
  const found = await findPeople(here, given.name ?? nameWanted(here));
  const named = title(session.reference);
  return sessionPage(here, {
    title: named,
    above: session,
    below: `/${session.slug}/${below}`,
    body: (
      <>
        <FaultList shown={shownAs(here.asked, {}, given.faults)} />
        <h1>{named}</h1>
        <p class="lead">{lead}</p>
        <PersonSearch here={here} found={found} to={(person) => `?person=${person}`} />
      </>
    ),
  });
};

/** Registers somebody who was not found, and goes on to their form. */
export const registered = (
  here: Planning,
  form: Form,
  again: (given: { faults: Faults; name: string }) => Promise<Page>,
): Promise<Page | Response> => {
  const { asked, summit } = here;
  const name = form.name ?? '';
  return tried(
    asked,
    [],
    async () => {
      const body = { name, rehearsal: summit.rehearsal };
      const { record } = await send<Person>(asked, { method: 'POST', path: '/people', body, key: carried(form).key });
      return goTo(`${new URL(asked.request.url).pathname}?person=${record.id}`);
    },
    ({ faults }) => again({ faults, name }),
  );
};
