import type { Decision } from '../../../shared/domain/proposal-decision.ts';
import { readForm } from '../../../shared/http/form.ts';
import { getDecisionRelease } from '../../../shared/table/proposal-decision.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import { send } from '../contract.ts';
import { FaultList, type Faults } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { nameIn, organizationsNamed } from '../named.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { workLanguage, workWords } from '../workspace.ts';
import { DecisionRows } from './decision-list.tsx';
import { calledIn, type Planning, planning, sessionsAt, tracksOf } from './planned.ts';
import {
  decisionsAt,
  type ProposalCard,
  proposalPage,
  proposalWords,
  readDecisions,
  readProposals,
} from './proposed.ts';
import { type Refused, shownAs, tried } from './tried.ts';

const kinds = ['accept', 'waitlist', 'reject'] as const;

const Counts = ({ here, staged }: { here: Planning; staged: readonly Decision[] }) => {
  const words = proposalWords(here.asked).release;
  return (
    <ul>
      {kinds.map((kind) => {
        const number = staged.filter(({ decision }) => decision === kind).length;
        return number === 0 ? null : (
          <li>
            <b>{fill(words.counts[kind][plural(workLanguage(here.asked), number)], { number })}</b>
          </li>
        );
      })}
    </ul>
  );
};

const toldOf = (staged: readonly Decision[], proposals: readonly ProposalCard[]): string[] => {
  const concerned = new Set(staged.map(({ session }) => session));
  const proposed = proposals.flatMap((one) => (concerned.has(one.slug) && one.proposed ? [one.proposed] : []));
  return [...new Set(proposed.flatMap(({ by, with: others = [] }) => [by, ...others]))];
};

const Told = async ({ here, told }: { here: Planning; told: readonly string[] }) => {
  const { asked } = here;
  const words = proposalWords(asked).release;
  const known = await organizationsNamed(asked.site.house.table, told);
  return (
    <>
      <p>{fill(words.told[plural(workLanguage(asked), told.length)], { number: told.length })}</p>
      <p class="minor">
        {told
          .map((one) => nameIn(asked, known, one))
          .toSorted()
          .join(', ')}
      </p>
    </>
  );
};

/** A rule that a refusal names. */
export interface Broken {
  session: string;
  reference: string;
  sentence: string;
}

/** The sessions that rules hold back, each to be opened. */
export const BrokenList = ({ here, broken }: { here: Planning; broken: readonly Broken[] }) =>
  broken.length === 0 ? null : (
    <ul class="checks">
      {broken.map(({ session, reference, sentence }) => (
        <li class="block">
          <a href={sessionsAt(here, session)}>{reference}</a> <span lang="en">{sentence}</span>
        </li>
      ))}
    </ul>
  );

const trackIn = ({ request }: Asked): string | undefined => new URL(request.url).searchParams.get('track') || undefined;

const confirmPage = async (here: Planning, track: string | undefined, refused?: Refused): Promise<Page> => {
  const [all, proposals, tracks] = await Promise.all([
    readDecisions(here, '?state=staged'),
    readProposals(here),
    tracksOf(here),
  ]);
  const staged = all.filter((one) => (track ?? one.track) === one.track);
  const words = proposalWords(here.asked).release;
  const title = track ? fill(words.titleOf, { track: calledIn(here.asked, tracks, track) }) : words.title;
  const faults: Faults = refused?.faults ?? {};
  return proposalPage(here, {
    title,
    isDecision: true,
    below: '/decisions/release',
    body: (
      <>
        <FaultList shown={shownAs(here.asked, {}, faults)} />
        <h1>{title}</h1>
        <BrokenList here={here} broken={(refused?.error.also?.broken ?? []) as Broken[]} />
        {staged.length === 0 ? (
          <p class="none">{proposalWords(here.asked).decided.none}</p>
        ) : (
          <>
            <p class="lead">{words.lead}</p>
            <Counts here={here} staged={staged} />
            <Told here={here} told={toldOf(staged, proposals)} />
            <DecisionRows here={here} decisions={staged} proposals={proposals} />
            <form method="post" class="row">
              <Carried asked={here.asked} />
              {track ? <input type="hidden" name="track" value={track} /> : null}
              <button class="button grave">{words.deed}</button>
              <a class="button" href={decisionsAt(here)}>
                {workWords(here.asked).cancel}
              </a>
            </form>
          </>
        )}
      </>
    ),
  });
};

/** Says what a release of decisions comes to, before it is done. */
export const askDecisionRelease = async (asked: Asked): Promise<Page> =>
  confirmPage(await planning(asked, 'decision:release'), trackIn(asked));

/** Releases what is staged, in one act. */
export const releaseDecisions = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'decision:release');
  const form = await readForm(asked.request);
  const track = form.track || undefined;
  return tried(
    asked,
    [],
    async () => {
      const path = `/summits/${here.summit.slug}/decisions/release`;
      const body = track ? { track } : {};
      const { record } = await send<{ slug: string }>(asked, { method: 'POST', path, body, key: carried(form).key });
      return goTo(decisionsAt(here, 'releases', record.slug));
    },
    (refused) => confirmPage(here, track, refused),
  );
};

/** How far a release of decisions is, and what became of each. */
export const decisionProgress = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'decision:read');
  const { table } = asked.site.house;
  const [release, decisions, proposals] = await Promise.all([
    getDecisionRelease(table, here.summit.slug, asked.context.req.param('release') ?? ''),
    readDecisions(here),
    readProposals(here),
  ]);
  const words = proposalWords(asked).release;
  const own = release.decisions.flatMap((one) => decisions.find(({ slug }) => slug === one.decision) ?? []);
  const done = own.filter(({ state }) => state !== 'staged').length;
  const title = fill(words.progressTitle, { release: release.slug });
  const said = fill(words.progress, { done, all: own.length });
  return proposalPage(here, {
    title,
    isDecision: true,
    below: `/decisions/releases/${release.slug}`,
    body: (
      <>
        <h1>{title}</h1>
        <div class="stack close" role="status">
          <progress value={done} max={own.length} aria-label={said}>
            {said}
          </progress>
          <p>
            {said} {done < own.length ? words.going : words.over}
          </p>
        </div>
        {done < own.length ? (
          <p>
            <a class="button" href={decisionsAt(here, 'releases', release.slug)}>
              {words.again}
            </a>
          </p>
        ) : null}
        <h2>{words.became}</h2>
        <DecisionRows here={here} decisions={own} proposals={proposals} />
      </>
    ),
  });
};
