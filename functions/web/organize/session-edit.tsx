import type { Instrument } from '../../../shared/domain/instrument.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOwn, send } from '../contract.ts';
import type { Shown } from '../field.tsx';
import { carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { type Found, lookedFor, lookIn } from './picker.tsx';
import {
  type Planning,
  planning,
  readSession,
  sessionName,
  sessionPage,
  sessionRecord,
  sessionsAt,
  tracksOf,
  wordsOf,
} from './planned.ts';
import { changeOf, draftOf, typedOf } from './session-body.ts';
import { SessionForm } from './session-form.tsx';
import { shownAs, tried } from './tried.ts';

interface Given {
  shown: Shown;
  tag?: string | undefined;
  found?: Found | undefined;
  session?: Session;
}

const fieldsOf = (form: Form): string[] => [
  ...Object.keys(form).filter((name) => !name.startsWith('_') && !name.includes('.new.')),
  'title',
  'objectives',
  'lead',
  'partners',
  'instruments',
  'languages.spoken',
  'languages.interpreted',
];

const formPage = async (here: Planning, { shown, tag, found, session }: Given): Promise<Page> => {
  const [tracks, instruments] = await Promise.all([
    tracksOf(here),
    readList<Instrument>(readOwn, here.asked, '/instruments'),
  ]);
  const words = wordsOf(here.asked).form;
  const title = session ? fill(words.editTitle, { reference: session.reference }) : words.freshTitle;
  const own = { shown, tag, found, tracks, instruments, isThere: session !== undefined };
  return sessionPage(here, {
    title,
    below: session ? `/${session.slug}/edit` : '/new',
    ...(session ? { above: session } : {}),
    body: (
      <>
        <h1>{title}</h1>
        <SessionForm here={here} {...own} back={session ? sessionsAt(here, session.slug) : sessionsAt(here)} />
      </>
    ),
  });
};

/** A new session, to be filled in. */
export const newSession = async (asked: Asked): Promise<Page> =>
  formPage(await planning(asked, 'session:write'), { shown: shownAs(asked) });

/** Creates a session, or shows what its form looks for. */
export const createSession = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'session:write');
  const form = await readForm(asked.request);
  if (lookedFor(form)) return formPage(here, { shown: shownAs(asked, form), found: await lookIn(here, form) });
  return tried(
    asked,
    fieldsOf(form),
    async () => {
      const path = `/summits/${here.summit.slug}/sessions`;
      const { record } = await send<Session>(asked, { method: 'POST', path, body: draftOf(form), ...carried(form) });
      return goTo(`${sessionsAt(here, record.slug)}?done=created`);
    },
    ({ faults }) => formPage(here, { shown: shownAs(asked, form, faults) }),
  );
};

/** A session's facts, to be changed. */
export const editSession = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'session:write');
  const { record: session, tag } = await readSession(here);
  return formPage(here, { session, tag, shown: shownAs(asked, typedOf(session)) });
};

/** Changes the facts of a session, or shows what its form looks for. Who was overtaken sees what stands there now. */
export const changeSession = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'session:write');
  const form = await readForm(asked.request);
  const { record: session, tag: fresh } = await readSession(here);
  const { tag, key } = carried(form);
  if (lookedFor(form))
    return formPage(here, { session, tag, shown: shownAs(asked, form), found: await lookIn(here, form) });
  return tried(
    asked,
    fieldsOf(form),
    async () => {
      const path = sessionRecord(here, sessionName(here));
      await send(asked, { method: 'PATCH', path, body: changeOf(form, session), tag, key });
      return goTo(`${sessionsAt(here, session.slug)}?done=saved`);
    },
    ({ faults, isStale }) => {
      const now = isStale ? typedOf(session) : undefined;
      return formPage(here, { session, tag: isStale ? fresh : tag, shown: shownAs(asked, form, faults, now) });
    },
  );
};
