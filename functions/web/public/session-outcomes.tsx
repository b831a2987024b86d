import type { Child } from 'hono/jsx';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Said } from '../said.tsx';
import { pageAt, wordsHere } from './here.ts';
import { OrganizationLink } from './organization-link.tsx';
import { seatName } from './session-panel.tsx';
import type { SessionShown, Went } from './session-read.ts';

/** A sentence around something that is more than text: "Kept by {name}" with the name as a link. */
const Around = ({ sentence, hole, children }: { sentence: string; hole: string; children: Child }) => {
  const [before = '', after = ''] = sentence.split(`{${hole}}`);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
};

const TextLink = ({ asked, summit, declarations, to: { declaration, paragraph } }: SessionShown & { to: Went }) => {
  const found = declarations.get(declaration);
  const page = pageAt(asked, 'summits', summit.slug, 'declarations', declaration);
  return (
    <a href={paragraph === undefined ? page : `${page}#${paragraph}`}>
      {found ? <Said text={found.title} language={asked.language} /> : <bdi>{declaration}</bdi>}
    </a>
  );
};

const WhereTo = (shown: SessionShown & { to: Went }) => {
  const { session: words } = wordsHere(shown.asked);
  const { reason } = shown.to;
  const sentence =
    reason === undefined ? words.carried : fill(words.notCarried, { declaration: '{declaration}', reason });
  return (
    <p class="minor" dir="auto">
      <Around sentence={sentence} hole="declaration">
        <TextLink {...shown} />
      </Around>
    </p>
  );
};

// Whoever voiced it and has left the panel since, or is not named, stays unnamed here.
const voices = ({ asked, session }: SessionShown, voicedBy: readonly string[]): string =>
  voicedBy
    .map((slug) => {
      const seat = session.panel.find((one) => one.slug === slug);
      return seat?.printedName === undefined ? wordsHere(asked).session.someone : seatName(asked, seat);
    })
    .join(wordsHere(asked).separator);

const clausesOf = ({ asked, instruments }: SessionShown, { clauses }: Outcome): string[] =>
  clauses.map(({ instrument, clause }) => {
    const found = instruments.get(instrument);
    const name = found ? inLanguage(found.name, asked.language) : instrument;
    const label = found?.clauses.find(({ id }) => id === clause)?.label ?? clause;
    return label === undefined ? name : `${name}, ${fill(wordsHere(asked).session.clause, { clause: label })}`;
  });

const servedBy = ({ asked, session }: SessionShown, { objectives }: Outcome): string[] =>
  objectives.flatMap((id) => {
    const found = session.objectives.find((one) => one.id === id);
    return found ? [inLanguage(found.text, asked.language)] : [];
  });

const Facts = (shown: SessionShown & { outcome: Outcome }) => {
  const { asked, outcome, organizations } = shown;
  const { session: words } = wordsHere(asked);
  const serves = [...servedBy(shown, outcome), ...clausesOf(shown, outcome)];
  return (
    <>
      {outcome.voicedBy.length > 0 ? (
        <p class="minor">{fill(words.voicedBy, { names: voices(shown, outcome.voicedBy) })}</p>
      ) : null}
      {outcome.addressee ? (
        <p class="minor">
          <Around sentence={words.addressee} hole="name">
            <Said text={outcome.addressee} language={asked.language} />
          </Around>
        </p>
      ) : null}
      {outcome.owner ? (
        <p class="minor">
          <Around sentence={words.owner} hole="name">
            <OrganizationLink asked={asked} known={organizations} named={outcome.owner} asPrinted={false} />
          </Around>
        </p>
      ) : null}
      {serves.length > 0 ? <p class="minor">{fill(words.serves, { objectives: serves.join(' · ') })}</p> : null}
    </>
  );
};

const OutcomeShown = (shown: SessionShown & { outcome: Outcome }) => {
  const { asked, outcome, went } = shown;
  const { session: words } = wordsHere(asked);
  const places = went.get(outcome.slug) ?? [];
  return (
    <li id={`outcome-${outcome.slug}`}>
      <p>
        <Said text={outcome.text} language={asked.language} />
      </p>
      <span class="tag good">{words.types[outcome.type]}</span>
      <Facts {...shown} />
      {places.length === 0 ? <p class="minor">{words.nowhere}</p> : null}
      {places.map((to) => (
        <WhereTo {...shown} to={to} />
      ))}
    </li>
  );
};

/** What came of it: each outcome with where it went; or that there is none, and why. Nothing before anything is filed. */
export const Outcomes = (shown: SessionShown) => {
  const { asked, session } = shown;
  const { session: words } = wordsHere(asked);
  const { outcomes, noOutcome } = session;
  if (outcomes.length === 0 && !noOutcome) return null;
  return (
    <section class="stack">
      <h2>{words.outcomes}</h2>
      {noOutcome ? (
        <p>
          <Around sentence={words.none} hole="reason">
            <Said text={noOutcome} language={asked.language} />
          </Around>
        </p>
      ) : null}
      {outcomes.length > 0 ? (
        <ol class="outcomes">
          {outcomes.map((outcome) => (
            <OutcomeShown {...shown} outcome={outcome} />
          ))}
        </ol>
      ) : null}
    </section>
  );
};
