import type { Desk } from '../../../shared/domain/desk.ts';
import { slugOf } from '../../../shared/domain/slug.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Field, type Shown, Tick } from '../field.tsx';
import type { Asked } from '../page.ts';
import { instantIn, shownAt, zoneOf } from './clock.ts';
import type { Sheet } from './editing.tsx';
import { organizationTyped } from './organization-choice.ts';
import { isTicked, lineIn, numberIn, plainFields } from './typed.ts';
import { organizeWords } from './words.ts';

const Fields = ({ asked, summit, isNew, shown }: { asked: Asked; summit: Summit; isNew: boolean; shown: Shown }) => {
  const { desk: w, organization } = organizeWords(asked);
  return (
    <>
      {isNew ? (
        <>
          <Field name="organization" label={w.network} hint={organization.hint} shown={shown} />
          <Field name="session" label={w.session} hint={w.sessionHint} optional shown={shown} />
        </>
      ) : null}
      <div class="pairs">
        <Field name="quota" label={w.quota} type="number" shown={shown} />
        <Field name="deadline" label={fill(w.deadline, { zone: zoneOf(summit) })} type="datetime-local" shown={shown} />
      </div>
      <p class="hint">{w.quotaHint}</p>
      <Tick name="approval" label={w.approval} hint={w.approvalHint} shown={shown} />
      <Field name="note" label={w.note} optional shown={shown} />
    </>
  );
};

/** A nomination desk as its form shows it. Whose it is and for which session stays once it is open. */
export const deskSheet = (asked: Asked, summit: Summit, isNew: boolean): Sheet<Desk> => ({
  typedOf: ({ quota, deadline, approval, note }) =>
    plainFields({ quota, deadline: shownAt(deadline, summit), approval: approval ? 'yes' : undefined, note }),
  bodyOf: async (typed) => {
    const session = lineIn(typed, 'session');
    return {
      ...(isNew
        ? {
            organization: await organizationTyped(asked, typed.organization, '/organization'),
            // A reference code says the session as well as its address does.
            session: session === undefined ? undefined : slugOf(session) || session,
          }
        : {}),
      quota: numberIn(typed, 'quota'),
      deadline: instantIn(typed, 'deadline', summit, organizeWords(asked).gap),
      approval: isTicked(typed, 'approval'),
      note: lineIn(typed, 'note'),
    };
  },
  boxes: ['organization', 'session', 'quota', 'deadline'],
  fields: (shown) => <Fields asked={asked} summit={summit} isNew={isNew} shown={shown} />,
});
