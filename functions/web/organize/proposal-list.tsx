import type { Decision } from '../../../shared/domain/proposal-decision.ts';
import type { Score } from '../../../shared/domain/review.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { numeral } from '../../../shared/words/intl.ts';
import { nameIn, organizationsNamed } from '../named.ts';
import type { Asked, Page } from '../page.ts';
import { Said } from '../said.tsx';
import { calledIn, mayHere, type Planning, planning, tracksOf } from './planned.ts';
import {
  decisionsAt,
  type ProposalCard,
  proposalPage,
  proposalsAt,
  proposalWords,
  readDecisions,
  readProposals,
} from './proposed.ts';
import { SessionState } from './session-state.tsx';

/** What reviewers make of a proposal, in figures. */
export const ScoreShown = ({ asked, score }: { asked: Asked; score: Score | undefined }) => {
  const words = proposalWords(asked);
  if (!score) return <>—</>;
  if (score.mean === null) return <span class="minor">{words.unscored}</span>;
  const given = { mean: new Intl.NumberFormat(asked.language).format(score.mean), count: score.count };
  return (
    <>
      <span aria-hidden="true">{fill(words.score, given)}</span>
      <span class="unseen">{fill(words.scoreSaid, { ...given, count: numeral(asked.language, score.count) })}</span>
    </>
  );
};

/** What is decided, staged or known. */
export const DecisionTag = ({ asked, decision }: { asked: Asked; decision: Decision | undefined }) => {
  const words = proposalWords(asked).decision;
  if (!decision) return <>—</>;
  const tone = { accept: 'good', waitlist: 'warn', reject: 'bad' }[decision.decision];
  return (
    <>
      <span class={`tag ${tone}`}>{words.past[decision.decision]}</span>{' '}
      <span class="minor">{words.states[decision.state]}</span>
    </>
  );
};

interface RowsProps {
  here: Planning;
  proposals: readonly ProposalCard[];
  decisions: readonly Decision[];
  called: (organization: string) => string;
  label: string;
}

// The latest decision stands last.
const decisionOn = (decisions: readonly Decision[], slug: string): Decision | undefined =>
  decisions.findLast(({ session }) => session === slug);

const Rows = ({ here, proposals, decisions, called, label }: RowsProps) => {
  const { asked } = here;
  const words = proposalWords(asked);
  const { columns } = words;
  const isOrganizer = mayHere(here, 'decision:read');
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={label}>
      <table class="folds">
        <thead>
          <tr>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.score}</th>
            {isOrganizer ? <th scope="col">{columns.decision}</th> : null}
          </tr>
        </thead>
        <tbody>
          {proposals.map((one) => (
            <tr>
              <td data-name={columns.reference}>{one.reference}</td>
              <td data-name={columns.title}>
                <a href={proposalsAt(here, one.slug)}>
                  <Said text={one.title} language={asked.language} />
                </a>
              </td>
              <td data-name={columns.by}>
                <bdi>{called(one.proposed?.by ?? '')}</bdi>
              </td>
              <td data-name={columns.state}>
                <SessionState asked={asked} state={one.state} />
                {one.proposed?.late ? <span class="tag warn">{words.late}</span> : null}
              </td>
              <td data-name={columns.score} class="figures">
                <ScoreShown asked={asked} score={one.score} />
              </td>
              {isOrganizer ? (
                <td data-name={columns.decision}>
                  <DecisionTag asked={asked} decision={decisionOn(decisions, one.slug)} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const best = (a: ProposalCard, b: ProposalCard): number =>
  (b.score?.mean ?? 0) - (a.score?.mean ?? 0) || (a.reference < b.reference ? -1 : 1);

/** What was proposed, track by track, the best first; a reviewer sees what is theirs to judge. */
export const proposalList = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'review:read');
  const [proposals, decisions, tracks] = await Promise.all([readProposals(here), readDecisions(here), tracksOf(here)]);
  const known = await organizationsNamed(
    asked.site.house.table,
    proposals.flatMap(({ proposed }) => proposed?.by ?? []),
  );
  const words = proposalWords(asked);
  const inTracks = [...new Set(proposals.map(({ track }) => track))].toSorted();
  const isOrganizer = mayHere(here, 'decision:read');
  return proposalPage(here, {
    title: words.title,
    below: '/proposals',
    isWide: true,
    body: (
      <>
        <div class="row apart">
          <h1>{words.title}</h1>
          {isOrganizer ? (
            <a class="button" href={decisionsAt(here)}>
              {words.decisions}
            </a>
          ) : null}
        </div>
        <p class="lead">{words.lead}</p>
        {proposals.length === 0 ? <p class="none">{words.none}</p> : null}
        {inTracks.map((track) => {
          const label = track ? calledIn(asked, tracks, track) : words.noTrack;
          return (
            <section class="stack close">
              <div class="row apart">
                <h2>{label}</h2>
                {isOrganizer && track ? <a href={decisionsAt(here, 'waiting', track)}>{words.waiting}</a> : null}
              </div>
              <Rows
                here={here}
                label={label}
                proposals={proposals.filter((one) => one.track === track).toSorted(best)}
                decisions={decisions}
                called={(organization) => nameIn(asked, known, organization)}
              />
            </section>
          );
        })}
      </>
    ),
  });
};
