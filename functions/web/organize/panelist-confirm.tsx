import type { Conflict } from '../../../shared/domain/conflict.ts';
import { localTime, toInstant } from '../../../shared/domain/when.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { Choices, FaultList, Field, Select, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { readSeat, seatAt, seatRecord } from './panelist-read.ts';
import { type Planning, planning, sessionName, sessionPage, sessionsAt, wordsOf } from './planned.ts';
import { readable } from './session-place.tsx';
import { instantOf, shownAs, tried, withProblem } from './tried.ts';

/** Another session that somebody has confirmed at the same time. */
interface Other {
  summit: string;
  session: string;
  reference: string;
}

// What a refusal named is carried in the form, so that the answer is about that and nothing else.
const othersIn = (form: Form): Other[] =>
  Object.entries(form)
    .filter(([name]) => name.startsWith('other.'))
    .map(([, value]) => value.split('|'))
    .map(([summit = '', session = '', reference = '']) => ({ summit, session, reference }));

const othersOf = (also: Readonly<Record<string, unknown>> | undefined): Other[] => {
  const conflicts = (also?.conflicts ?? []) as Conflict[];
  const met = conflicts.flatMap(({ with: other }) =>
    other ? [[`${other.summit} ${other.session}`, other] as const] : [],
  );
  return [...new Map(met).values()];
};

const Clash = ({ here, shown, others }: { here: Planning; shown: Shown; others: readonly Other[] }) => {
  const words = wordsOf(here.asked).seat;
  const sessions = others.map(({ reference }) => reference).join(', ');
  return (
    <div class="part" id="clash">
      <h2>{words.clash}</h2>
      <p>{words.clashLead}</p>
      {others.map(({ summit, session, reference }, at) => (
        <input type="hidden" name={`other.${at}`} value={`${summit}|${session}|${reference}`} />
      ))}
      <Choices
        name="holds"
        legend={words.clash}
        shown={shown}
        options={[
          ['instead', fill(words.instead, { sessions })],
          ['both', words.keep],
        ]}
      />
      <Field name="override.reason" label={words.reason} shown={shown} optional />
    </div>
  );
};

const ConfirmForm = ({ here, shown, others }: { here: Planning; shown: Shown; others: readonly Other[] }) => {
  const words = wordsOf(here.asked).seat;
  return (
    <form method="post" class="fields">
      <Carried asked={here.asked} form={shown.typed} />
      {others.length > 0 ? <Clash here={here} shown={shown} others={others} /> : null}
      <Field name="by.name" label={words.by} shown={shown} />
      <Choices
        name="by.as"
        legend={words.as}
        shown={shown}
        options={[
          ['bearer', words.bearer],
          ['office', words.office],
        ]}
      />
      <div class="pairs">
        <Select name="how" label={words.how} shown={shown} options={Object.entries(words.hows)} />
        <Field
          name="at"
          label={fill(words.at, { zone: here.summit.zone ?? 'UTC' })}
          type="datetime-local"
          shown={shown}
        />
      </div>
      <Select name="consent" label={words.consent} shown={shown} options={Object.entries(words.consents)} />
      <div class="row">
        <button class="button chief">{words.enter}</button>
        <a class="button" href={seatAt(here)}>
          {workWords(here.asked).cancel}
        </a>
      </div>
    </form>
  );
};

const page = async (here: Planning, shown: Shown, others: readonly Other[] = []): Promise<Page> => {
  const { session, seat } = await readSeat(here);
  const words = wordsOf(here.asked).seat;
  const title = fill(words.confirmTitle, { name: seat.printedName });
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/panelists/${seat.slug}/confirmation`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <p class="lead">{words.confirmLead}</p>
        <ConfirmForm here={here} shown={shown} others={others} />
      </>
    ),
  });
};

/** A confirmation that came by other means than the link, to be entered. */
export const askConfirmation = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'panelist:write');
  const at = localTime(toInstant(asked.stamp.at), here.summit.zone ?? 'UTC').slice(0, 16);
  return page(here, shownAs(asked, { at, how: 'email', consent: 'unsaid' }));
};

const consents: Readonly<Record<string, boolean>> = { yes: true, no: false };

const bodyOf = ({ summit }: Planning, form: Form) => {
  const consent = consents[form.consent ?? ''];
  const others = othersIn(form).map(({ summit: where, session }) => ({ summit: where, session }));
  return {
    by: { name: form['by.name'] ?? '', as: form['by.as'] },
    how: form.how,
    at: instantOf(form.at, summit.zone) ?? '',
    ...(consent === undefined ? {} : { consent }),
    ...(form.holds === 'instead' ? { insteadOf: others } : {}),
    ...(form.holds === 'both' ? { override: { reason: form['override.reason'] ?? '' } } : {}),
  };
};

const undecided = (here: Planning, form: Form): Record<string, string> => {
  const words = wordsOf(here.asked).seat;
  if (othersIn(form).length === 0) return {};
  if (!form.holds) return { holds: words.missing };
  return form.holds === 'both' && !form['override.reason']?.trim() ? { 'override.reason': words.missingReason } : {};
};

/** Enters a confirmation; where somebody is confirmed elsewhere at that time, asks which of the two holds. */
export const enterConfirmation = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'panelist:write');
  const form = await readForm(asked.request);
  const faults = undecided(here, form);
  if (Object.keys(faults).length > 0)
    return withProblem(asked, await page(here, shownAs(asked, form, faults), othersIn(form)), 422);
  return tried(
    asked,
    ['by.name', 'by.as', 'how', 'at', 'consent', 'override.reason', 'holds'],
    async () => {
      const path = `${seatRecord(here)}/confirmation`;
      await send(asked, { method: 'POST', path, body: bodyOf(here, form), key: carried(form).key });
      return goTo(`${sessionsAt(here, sessionName(here))}?done=confirmed#panel`);
    },
    ({ faults: wrong, error }) => {
      const others = othersOf(error.also);
      return page(here, shownAs(asked, form, readable(here, wrong)), others.length > 0 ? others : othersIn(form));
    },
  );
};
