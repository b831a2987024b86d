import { readForm } from '../../../shared/http/form.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { Choices, FaultList } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { type Planning, planning, sessionRecord } from './planned.ts';
import { readProposal } from './proposal-page.tsx';
import {
  type ProposalCard,
  proposalName,
  proposalPage,
  proposalsAt,
  proposalWords,
  readProposals,
} from './proposed.ts';
import { shownAs, tried } from './tried.ts';

const isMergeable = ({ state }: ProposalCard): boolean => state === 'submitted' || state === 'waitlisted';

const page = async (here: Planning, shown = shownAs(here.asked)): Promise<Page> => {
  const session = await readProposal(here);
  const query = session.track ? `?track=${session.track}` : '';
  const others = (await readProposals(here, query)).filter((one) => one.slug !== session.slug && isMergeable(one));
  const words = proposalWords(here.asked).merge;
  const title = fill(words.title, { reference: session.reference });
  const options = others.map(
    (one) => [one.slug, `${one.reference}: ${inLanguage(one.title, here.asked.language)}`] as const,
  );
  return proposalPage(here, {
    title,
    above: session,
    below: `/proposals/${session.slug}/merge`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        {options.length === 0 ? (
          <p class="none">{words.none}</p>
        ) : (
          <form method="post" class="fields">
            <Carried asked={here.asked} form={shown.typed} />
            <Choices name="with" legend={words.other} options={options} shown={shown} />
            <div class="row">
              <button class="button chief">{words.deed}</button>
              <a class="button" href={proposalsAt(here, session.slug)}>
                {workWords(here.asked).cancel}
              </a>
            </div>
          </form>
        )}
      </>
    ),
  });
};

/** Asks which proposal becomes part of this one. */
export const askMerge = async (asked: Asked): Promise<Page> => page(await planning(asked, 'decision:write'));

/** Merges two proposals into one that has the texts of both. */
export const mergeProposal = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'decision:write');
  const form = await readForm(asked.request);
  return tried(
    asked,
    ['with'],
    async () => {
      const path = `${sessionRecord(here, proposalName(here))}/merge`;
      await send(asked, { method: 'POST', path, body: { with: form.with ?? '' }, key: carried(form).key });
      return goTo(`${proposalsAt(here, proposalName(here))}?done=merged`);
    },
    ({ faults }) => page(here, shownAs(asked, form, faults)),
  );
};
