import { readForm } from '../../../shared/http/form.ts';
import type { Form } from '../../../shared/http/form.ts';
import { send } from '../contract.ts';
import { carried } from '../form.tsx';
import { tried } from '../organize/tried.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { linesOf, outcomeBody } from './body.ts';
import { recordAt, reporting, type Reporting, sessionAt } from './reporting.ts';
import { beginning, sessionPage } from './session-page.tsx';

/** The page of a session, as it is asked for. */
export const shownSession = async (asked: Asked): Promise<Page> => {
  const here = await reporting(asked);
  return sessionPage(here, beginning(here));
};

/** The page again after a form of it was refused: its records are read anew, for part of what was wanted may have been done. */
export const again =
  (asked: Asked, form: Form) =>
  async ({ faults }: { faults: Readonly<Record<string, string>> }): Promise<Page> => {
    const here = await reporting(asked);
    return sessionPage(here, { ...beginning(here), ...form }, faults);
  };

const backTo = ({ asked, session }: Reporting, done: string, more: Record<string, string> = {}): Response =>
  goTo(`${sessionAt(asked, session)}?${new URLSearchParams({ ...more, done }).toString()}`);

/** Keeps each line that was typed as an outcome. What comes after one that is refused stays in the form. */
export const writeLines = async (asked: Asked): Promise<Page | Response> => {
  const here = await reporting(asked);
  const form = await readForm(asked.request);
  const lines = linesOf(form.text ?? '');
  const path = `${recordAt(here.session)}/outcomes`;
  let at = 0;
  const keepAll = async (): Promise<Response> => {
    // Nothing typed is refused as an empty line is.
    for (const line of lines.length === 0 ? [''] : lines) {
      const key = carried(form).key && `${carried(form).key}-${at}`;
      await send(asked, { method: 'POST', path, body: outcomeBody(form, line), key });
      at += 1;
    }
    return backTo(here, 'kept', { type: form.type ?? '', in: form.language ?? '' });
  };
  const fields = [...Object.keys(form), 'text', 'addressee'];
  return tried(asked, fields, keepAll, (refused) =>
    // A new key: these are other lines than those that were sent with the old one.
    again(asked, { ...form, text: lines.slice(at).join('\n') })(refused),
  );
};

/** Files one outcome, or every draft in the order in which they were written. */
export const fileOutcomes = async (asked: Asked): Promise<Page | Response> => {
  const here = await reporting(asked);
  const form = await readForm(asked.request);
  const { key } = carried(form);
  const drafts = here.session.outcomes.filter(({ state }) => state === 'draft').map(({ slug }) => slug);
  const wanted = form.outcome === undefined ? drafts : [form.outcome];
  const fileAll = async (): Promise<Response> => {
    for (const outcome of wanted)
      await send(asked, {
        method: 'POST',
        path: `${recordAt(here.session)}/outcomes/${outcome}/transitions`,
        body: { to: 'filed' },
        key: key && `${key}-${outcome}`,
      });
    return backTo(here, 'filed');
  };
  return tried(asked, [], fileAll, again(asked, {}));
};

/** Says that there is none, and why; or takes that back. */
export const sayNone = async (asked: Asked): Promise<Page | Response> => {
  const here = await reporting(asked);
  const form = await readForm(asked.request);
  const { because, language = asked.language } = form;
  const body = because === undefined ? {} : { because: { [language]: because } };
  const deed = async (): Promise<Response> => {
    await send(asked, { method: 'POST', path: `${recordAt(here.session)}/no-outcome`, body, key: carried(form).key });
    return backTo(here, because === undefined ? 'back' : 'none');
  };
  return tried(asked, ['because'], deed, again(asked, { because: because ?? '' }));
};
