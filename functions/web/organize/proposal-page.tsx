import type { Session } from '../../../shared/domain/session.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { readOwn } from '../contract.ts';
import { FaultList, type Faults } from '../field.tsx';
import { nameIn, organizationsNamed } from '../named.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { Said } from '../said.tsx';
import { decide, decisionFields, DecisionPart, readDecision, typedDecision } from './decision.tsx';
import { doneHere, mayHere, type Planning, planning, sessionsAt, tracksOf } from './planned.ts';
import { ProposalFacts, ProposalText } from './proposal-text.tsx';
import { proposalName, proposalPage, proposalsAt, proposalWords } from './proposed.ts';
import { giveReview, readReviews, reviewFaults, reviewFields, ReviewForm, ReviewList, typedReview } from './review.tsx';
import { SessionState } from './session-state.tsx';
import { titleOf } from './session-facts.tsx';
import { type Refused, shownAs, tried } from './tried.ts';

/** A proposal as the contract reads it. */
export const readProposal = async (here: Planning): Promise<Session> =>
  (await readOwn<Session>(here.asked, `/summits/${here.summit.slug}/proposals/${proposalName(here)}`)).record;

interface Sent {
  form: Form;
  refused: Refused;
}

// Of the two forms on the page, the one that was sent shows what was typed and what is wrong with it.
const shownFor = (here: Planning, deeds: readonly string[], now: Form, sent: Sent | undefined) => {
  if (!sent || !deeds.includes(sent.form.deed ?? '')) return shownAs(here.asked, now);
  return shownAs(here.asked, sent.form, sent.refused.faults, sent.refused.isStale ? now : undefined);
};

const doneWords = ({ asked }: Planning): string | undefined => {
  const words = proposalWords(asked);
  const said: Record<string, string> = {
    review: words.reviews.done,
    staged: words.decision.staged,
    back: words.decision.takenBack,
    merged: words.merge.done,
  };
  return said[doneHere(asked)];
};

const Ways = ({ here, session }: { here: Planning; session: Session }) => {
  const words = proposalWords(here.asked);
  const isMergeable = session.state === 'submitted' || session.state === 'waitlisted';
  return (
    <p class="row">
      {mayHere(here, 'decision:write') && isMergeable ? (
        <a class="button small" href={proposalsAt(here, session.slug, 'merge')}>
          {words.merge.open}
        </a>
      ) : null}
      {mayHere(here, 'session:write') ? (
        <a class="button small" href={sessionsAt(here, session.slug)}>
          {words.one.session}
        </a>
      ) : null}
    </p>
  );
};

const page = async (here: Planning, sent?: Sent): Promise<Page> => {
  const { asked } = here;
  const [session, reviews, decision, tracks] = await Promise.all([
    readProposal(here),
    readReviews(here),
    readDecision(here),
    tracksOf(here),
  ]);
  const proposer = session.proposed?.by ?? '';
  const known = await organizationsNamed(asked.site.house.table, [proposer]);
  const words = proposalWords(asked);
  const faults: Faults = sent?.refused.faults ?? {};
  // Whoever reads its reviews judges it; the contract refuses whoever has a part in it.
  const isReviewer = reviews.all !== undefined && session.state === 'submitted';
  return proposalPage(here, {
    title: `${session.reference} · ${titleOf(here, session)}`,
    below: `/proposals/${session.slug}`,
    done: doneWords(here),
    body: (
      <>
        <FaultList shown={shownAs(asked, {}, faults)} />
        <div class="sides session">
          <header class="head stack">
            <p class="row close">
              <span class="tag plain">{session.reference}</span>
              <SessionState asked={asked} state={session.state} />
              {session.proposed?.late ? <span class="tag warn">{words.late}</span> : null}
            </p>
            <h1>
              <Said text={session.title} language={asked.language} />
            </h1>
          </header>
          <aside class="side stack" aria-label={words.one.by}>
            <ProposalFacts here={here} session={session} tracks={tracks} by={nameIn(asked, known, proposer)} />
            <Ways here={here} session={session} />
          </aside>
          <div class="body stack">
            <ProposalText here={here} session={session} />
            <section class="stack" aria-labelledby="reviews">
              <h2 id="reviews">{words.reviews.title}</h2>
              <ReviewList here={here} reviews={reviews} />
              {isReviewer ? (
                <ReviewForm
                  here={here}
                  own={reviews.own}
                  shown={shownFor(here, ['review'], typedReview(reviews.own?.record), sent)}
                />
              ) : null}
            </section>
            {mayHere(here, 'decision:write') ? (
              <DecisionPart
                here={here}
                session={session}
                decision={decision}
                shown={shownFor(here, ['decide', 'back'], typedDecision(decision?.record), sent)}
              />
            ) : null}
          </div>
        </div>
      </>
    ),
  });
};

/** A proposal, with what reviewers say and what organizers decide. */
export const proposalDesk = async (asked: Asked): Promise<Page> => page(await planning(asked, 'review:read'));

/** Gives a review, or stages a decision. */
export const judgeProposal = async (asked: Asked): Promise<Page | Response> => {
  const form = await readForm(asked.request);
  const isReview = form.deed === 'review';
  const here = await planning(asked, isReview ? 'review:write' : 'decision:write');
  return tried(
    asked,
    isReview ? reviewFields : decisionFields,
    async () => {
      const done = isReview ? await giveReview(here, form).then(() => 'review') : await decide(here, form);
      return goTo(`${proposalsAt(here, proposalName(here))}?done=${done}`);
    },
    (refused) =>
      page(here, {
        form,
        refused: isReview ? { ...refused, faults: reviewFaults(refused.faults) } : refused,
      }),
  );
};
