import type { Decision } from '../../../shared/domain/proposal-decision.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import type { Asked, Page } from '../page.ts';
import { calledIn, type Planning, planning, tracksOf } from './planned.ts';
import { DecisionTag } from './proposal-list.tsx';
import {
  decisionsAt,
  type ProposalCard,
  proposalPage,
  proposalsAt,
  proposalWords,
  readDecisions,
  readProposals,
} from './proposed.ts';

interface ListProps {
  here: Planning;
  decisions: readonly Decision[];
  proposals: readonly ProposalCard[];
}

const named = ({ asked }: Planning, proposals: readonly ProposalCard[], slug: string): string => {
  const found = proposals.find((one) => one.slug === slug);
  return found ? `${found.reference}: ${inLanguage(found.title, asked.language)}` : slug;
};

/** What was decided about which proposal. */
export const DecisionRows = ({ here, decisions, proposals }: ListProps) => (
  <ul class="list apart">
    {decisions.map((one) => (
      <li>
        <span>
          <a href={proposalsAt(here, one.session)}>
            <bdi>{named(here, proposals, one.session)}</bdi>
          </a>
          {one.reason ? <p class="minor">{one.reason}</p> : null}
        </span>
        <span>
          <DecisionTag asked={here.asked} decision={one} />
        </span>
      </li>
    ))}
  </ul>
);

const Releases = ({ here, staged }: { here: Planning; staged: readonly [track: string, name: string][] }) => {
  const words = proposalWords(here.asked).decided;
  return (
    <p class="row">
      <a class="button chief" href={decisionsAt(here, 'release')}>
        {words.all}
      </a>
      {staged.map(([track, name]) => (
        <a class="button" href={`${decisionsAt(here, 'release')}?track=${track}`}>
          {fill(words.of, { track: name })}
        </a>
      ))}
    </p>
  );
};

/** What is decided: what nobody else knows yet, and what was released. */
export const decisionList = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'decision:read');
  const [decisions, proposals, tracks] = await Promise.all([readDecisions(here), readProposals(here), tracksOf(here)]);
  const words = proposalWords(asked).decided;
  const staged = decisions.filter(({ state }) => state === 'staged');
  const others = decisions.filter(({ state }) => state !== 'staged');
  const inTracks = [...new Set(staged.flatMap(({ track }) => track ?? []))];
  const releases = [...new Set(others.flatMap(({ release }) => release ?? []))];
  return proposalPage(here, {
    title: words.title,
    below: '/decisions',
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <section class="stack close">
          <h2>{words.staged}</h2>
          {staged.length === 0 ? (
            <p class="none">{words.none}</p>
          ) : (
            <Releases here={here} staged={inTracks.map((track) => [track, calledIn(asked, tracks, track)])} />
          )}
          <DecisionRows here={here} decisions={staged} proposals={proposals} />
        </section>
        <section class="stack close">
          <h2>{words.released}</h2>
          {others.length === 0 ? <p class="none">{words.noneReleased}</p> : null}
          <p class="row close">
            {releases.map((release) => (
              <a href={decisionsAt(here, 'releases', release)}>{fill(words.releases, { release })}</a>
            ))}
          </p>
          <DecisionRows here={here} decisions={others} proposals={proposals} />
        </section>
      </>
    ),
  });
};
