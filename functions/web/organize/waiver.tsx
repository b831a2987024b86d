import { type RuleName, ruleNames } from '../../../shared/domain/rule.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { FaultList, type Faults, Field, Select } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { SessionChecksBeside } from './checks-beside.tsx';
import {
  type Planning,
  planning,
  readSession,
  sessionName,
  sessionPage,
  sessionRecord,
  sessionsAt,
  tracksOf,
  type WholeSession,
  wordsOf,
} from './planned.ts';
import { shownAs, tried } from './tried.ts';

const rulesOf = async (here: Planning, { track }: WholeSession): Promise<RuleName[]> => {
  const found = (await tracksOf(here)).find(({ slug }) => slug === track);
  return (found?.rules ?? []).map(({ rule }) => rule);
};

const ruleIn = ({ request }: Asked): string => {
  const asked = new URL(request.url).searchParams.get('rule');
  return ruleNames.find((rule) => rule === asked) ?? '';
};

const waiverPage = async (here: Planning, form: Form, faults: Faults = {}): Promise<Page> => {
  const { record: session } = await readSession(here);
  const rules = await rulesOf(here, session);
  const { waiver: words, checks } = wordsOf(here.asked);
  const shown = shownAs(here.asked, form, faults);
  const title = fill(words.title, { reference: session.reference });
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/waivers`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        <div class="sides">
          <form method="post" class="fields body">
            <Carried asked={here.asked} form={form} />
            <Select
              name="rule"
              label={words.rule}
              shown={shown}
              options={rules.map((rule) => [rule, checks.names[rule]])}
            />
            <Field name="reason" label={words.reason} shown={shown} />
            <div class="row">
              <button class="button chief">{words.waive}</button>
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

/** Asks why a rule is not asked of a session. */
export const askWaiver = async (asked: Asked): Promise<Page> =>
  waiverPage(await planning(asked, 'waiver:write'), { rule: ruleIn(asked) });

/** Waives a rule of the track for a session. */
export const waiveRule = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'waiver:write');
  const form = await readForm(asked.request);
  return tried(
    asked,
    ['rule', 'reason'],
    async () => {
      const path = `${sessionRecord(here, sessionName(here))}/waivers`;
      const body = { rule: form.rule, reason: form.reason ?? '' };
      await send(asked, { method: 'POST', path, body, key: carried(form).key });
      return goTo(`${sessionsAt(here, sessionName(here))}?done=waived#checks`);
    },
    ({ faults }) => waiverPage(here, form, faults),
  );
};
