import { DomainError } from '../../../shared/domain/error.ts';
import { inPrintedOrder, isSeated, type Panelist } from '../../../shared/domain/panelist.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { whole } from '../field.tsx';
import { carried, refusalWords } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { type Planning, planning, readSession, sessionName, sessionRecord, sessionsAt, wordsOf } from './planned.ts';
import { deskPage } from './session-desk.tsx';
import { tried, withProblem } from './tried.ts';

const moved = (panel: readonly Panelist[], name: string | undefined, by: number): Panelist[] => {
  const from = panel.findIndex(({ slug }) => slug === name);
  const [one, other] = [panel[from], panel[from + by]];
  if (!one || !other) return [...panel];
  return panel.map((each) => (each === one ? other : each === other ? one : each));
};

/** Puts somebody one place up or down in the printed order. */
const reorder = async (here: Planning, form: Form): Promise<Response> => {
  const { record: session } = await readSession(here);
  const seated = inPrintedOrder(session.panel.filter(({ state }) => isSeated(state)));
  const after = moved(seated, form.panelist, form.move === 'up' ? -1 : 1);
  for (const [at, { slug, order }] of after.entries()) {
    if (order === at + 1) continue;
    const path = `${sessionRecord(here, session.slug)}/panelists/${slug}`;
    await send(here.asked, { method: 'PATCH', path, body: { order: at + 1 }, tag: '*' });
  }
  return goTo(`${sessionsAt(here, session.slug)}?done=order#panel`);
};

interface Invited {
  number: number;
  /** Who could not be asked, and why. */
  refused: { name: string; error: DomainError }[];
}

const inviteEach = async (here: Planning, form: Form): Promise<Invited> => {
  const { record: session } = await readSession(here);
  const invited: Invited = { number: 0, refused: [] };
  for (const { slug, printedName } of session.panel.filter(({ state }) => state === 'nominated')) {
    const path = `${sessionRecord(here, session.slug)}/panelists/${slug}/invitation`;
    const { key } = carried(form);
    try {
      await send(here.asked, { method: 'POST', path, body: {}, key });
      invited.number += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      invited.refused.push({ name: printedName, error });
    }
  }
  return invited;
};

/** Invites everybody who was only nominated; who could not be asked is named, and the others are asked all the same. */
const inviteAll = async (here: Planning, form: Form): Promise<Page | Response> => {
  const { asked } = here;
  const { number, refused } = await inviteEach(here, form);
  const [first] = refused;
  if (!first) return goTo(`${sessionsAt(here, sessionName(here))}?done=invited&number=${number}#panel`);
  const words = wordsOf(asked).panel;
  const said = refused.map(({ name, error }) => fill(words.notInvited, { name, why: refusalWords(asked, error) }));
  return withProblem(asked, await deskPage(here, { [whole]: said.join(' ') }), statusOf(first.error.code));
};

/** What is done to the panel as a whole: its order, and asking everybody. */
export const changePanel = async (asked: Asked): Promise<Page | Response> => {
  const form = await readForm(asked.request);
  const here = await planning(asked, form.invite ? 'invitation:send' : 'panelist:write');
  if (form.invite) return inviteAll(here, form);
  return tried(
    asked,
    [],
    () => reorder(here, form),
    ({ faults }) => deskPage(here, faults),
  );
};
