import { Field, type Shown } from '../field.tsx';
import { Carried } from '../form.tsx';
import { Said } from '../said.tsx';
import { type Reporting, sessionAt } from './reporting.ts';

/** That nothing came out of a session, and why: an answer as any other, as long as there is no outcome. */
export const NoneForm = ({ here, shown }: { here: Reporting; shown: Shown }) => {
  const { asked, session, words } = here;
  if (session.outcomes.length > 0) return null;
  return (
    <details class="more" id="none" open={shown.faults.because !== undefined}>
      <summary>{words.isNone.title}</summary>
      <form class="fields" method="post" action={`${sessionAt(asked, session)}/none`}>
        <Carried asked={asked} />
        <input type="hidden" name="language" value={asked.language} />
        <Field name="because" label={words.isNone.label} hint={words.isNone.hint} shown={shown} long />
        <div class="row">
          <button class="button">{words.isNone.send}</button>
        </div>
      </form>
    </details>
  );
};

/** What was said of a session that has no outcome, with the way back. */
export const NoneSaid = ({ here: { asked, session, words } }: { here: Reporting }) =>
  session.noOutcome === undefined ? null : (
    <section class="card stack" id="none">
      <p>
        <b>{words.isNone.said}</b> <Said text={session.noOutcome} language={asked.language} />
      </p>
      <form method="post" action={`${sessionAt(asked, session)}/none`}>
        <Carried asked={asked} />
        <button class="button small">{words.isNone.back}</button>
      </form>
    </section>
  );
