import { lifecycles } from '../../../shared/domain/lifecycle.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { FaultList, Field } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
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
import { shownAs, tried, withProblem } from './tried.ts';

const tones: Partial<Record<Session['state'], string>> = {
  draft: 'idle',
  submitted: 'warn',
  waitlisted: 'warn',
  accepted: 'good',
  scheduled: 'good',
  held: 'good',
  concluded: 'good',
};

/** The state of a session in a word. */
export const SessionState = ({ asked, state }: { asked: Asked; state: Session['state'] }) => (
  <span class={`tag ${tones[state] ?? 'bad'}`}>{wordsOf(asked).states[state]}</span>
);

const deeds = [
  'submitted',
  'accepted',
  'waitlisted',
  'rejected',
  'held',
  'concluded',
  'withdrawn',
  'cancelled',
] as const;
type Deed = (typeof deeds)[number];

// It is scheduled by being placed, and waits again by being taken off; proposals are merged from their own page.
const followsBy = (from: Session['state'], to: Deed): boolean =>
  (lifecycles.session[from] as readonly string[]).includes(to) && !(from === 'scheduled' && to === 'accepted');

const isGrave = (to: Deed): boolean => to === 'withdrawn' || to === 'cancelled' || to === 'rejected';

/** What can follow the state of a session: each with what it does. */
export const NextStates = ({ here, session }: { here: Planning; session: Session }) => {
  const words = wordsOf(here.asked).changes;
  const next = deeds.filter((to) => followsBy(session.state, to));
  return (
    <section class="stack close" aria-labelledby="next">
      <h2 id="next">{words.title}</h2>
      {session.state === 'accepted' ? <p class="minor">{words.place}</p> : null}
      {session.state === 'scheduled' ? <p class="minor">{words.takeOff}</p> : null}
      {next.length === 0 ? <p class="none">{words.final}</p> : null}
      <ul class="list apart">
        {next.map((to) => (
          <li>
            <span class="minor">{words.to[to].what}</span>
            <a
              class={`button small${isGrave(to) ? ' grave' : ''}`}
              href={`${sessionsAt(here, session.slug, 'state')}?to=${to}`}
            >
              {words.to[to].deed}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const deedIn = (to: string | null | undefined): Deed => deeds.find((one) => one === to) ?? 'cancelled';

const statePage = async (here: Planning, to: Deed, shown = shownAs(here.asked)): Promise<Page> => {
  const { record: session, tag } = await readSession(here);
  const words = wordsOf(here.asked);
  const { deed, what } = words.changes.to[to];
  const title = fill(words.changes.passTitle, { reference: session.reference, deed });
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/state`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <p class="lead">{what}</p>
        <form method="post" class="fields">
          <Carried asked={here.asked} form={shown.typed} tag={tag} />
          <input type="hidden" name="to" value={to} />
          <Field
            name="reason"
            label={words.changes.reason}
            hint={words.changes.reasonHint}
            shown={shown}
            optional={!isGrave(to)}
          />
          <div class="row">
            <button class={`button ${isGrave(to) ? 'grave' : 'chief'}`}>{deed}</button>
            <a class="button" href={sessionsAt(here, session.slug)}>
              {words.changes.back}
            </a>
          </div>
        </form>
      </>
    ),
  });
};

/** Asks before a session passes to its next state. */
export const askState = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'session:write');
  return statePage(here, deedIn(new URL(asked.request.url).searchParams.get('to')));
};

/** Passes a session to its next state. */
export const passState = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'session:write');
  const form = await readForm(asked.request);
  const to = deedIn(form.to);
  const { key, tag } = carried(form);
  if (isGrave(to) && !form.reason?.trim()) {
    const shown = shownAs(asked, form, { reason: wordsOf(asked).seat.missingReason });
    return withProblem(asked, await statePage(here, to, shown), 422);
  }
  return tried(
    asked,
    ['reason'],
    async () => {
      const path = `${sessionRecord(here, sessionName(here))}/transitions`;
      await send(asked, { method: 'POST', path, body: { to, reason: form.reason || undefined }, key, tag });
      return goTo(`${sessionsAt(here, sessionName(here))}?done=passed`);
    },
    ({ faults }) => statePage(here, to, shownAs(asked, form, faults)),
  );
};
