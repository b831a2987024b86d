import type { Session } from '../../../shared/domain/session.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName, listed } from '../../../shared/words/intl.ts';
import { moment } from '../../../shared/words/moment.ts';
import { Fact } from '../fact.tsx';
import { Said } from '../said.tsx';
import { workLanguage } from '../workspace.ts';
import { calledIn, type Planning } from './planned.ts';
import { proposalWords } from './proposed.ts';

type Text = Pick<Session, 'title' | 'summary' | 'objectives'>;

const Objectives = ({ here: { asked }, objectives }: { here: Planning; objectives: Session['objectives'] }) =>
  objectives.length === 0 ? null : (
    <>
      <h3>{proposalWords(asked).one.objectives}</h3>
      <ol>
        {objectives.map(({ text }) => (
          <li>
            <Said text={text} language={asked.language} />
          </li>
        ))}
      </ol>
    </>
  );

const Words = ({ here, text }: { here: Planning; text: Text }) => (
  <>
    {text.summary ? (
      <p>
        <Said text={text.summary} language={here.asked.language} />
      </p>
    ) : null}
    <Objectives here={here} objectives={text.objectives} />
  </>
);

/** What is proposed, and what of it each of several organizations proposed before theirs were merged. */
export const ProposalText = ({ here, session }: { here: Planning; session: Session }) => {
  const words = proposalWords(here.asked).one;
  if (!session.summary && session.objectives.length === 0 && !session.texts) return null;
  return (
    <section class="text stack">
      <Words here={here} text={session} />
      {session.texts?.map((own) => (
        <details class="more">
          <summary>{fill(words.texts, { organization: own.organization })}</summary>
          <h3>
            <Said text={own.title} language={here.asked.language} />
          </h3>
          <Words here={here} text={own} />
        </details>
      ))}
    </section>
  );
};

const tongues = ({ asked }: Planning, tags: readonly string[]): string =>
  listed(
    workLanguage(asked),
    tags.map((tag) => languageName(asked.language, tag)),
  );

interface FactsProps {
  here: Planning;
  session: Session;
  tracks: readonly Track[];
  by: string;
}

/** Who proposed it, when, and for which track. */
export const ProposalFacts = ({ here, session, tracks, by }: FactsProps) => {
  const { asked, summit } = here;
  const words = proposalWords(asked).one;
  const { proposed, track, partners, languages } = session;
  return (
    <dl class="card facts">
      <Fact label={words.by}>
        <bdi>{by}</bdi>
      </Fact>
      {proposed ? <Fact label={words.at}>{moment(asked.language, proposed.at, summit.zone ?? 'UTC')}</Fact> : null}
      {track ? <Fact label={words.track}>{calledIn(asked, tracks, track)}</Fact> : null}
      {partners.length > 0 ? (
        <Fact label={words.partners}>{partners.map(({ printed }) => printed).join(', ')}</Fact>
      ) : null}
      {languages?.spoken.length ? <Fact label={words.spoken}>{tongues(here, languages.spoken)}</Fact> : null}
      {languages?.interpreted.length ? (
        <Fact label={words.interpreted}>{tongues(here, languages.interpreted)}</Fact>
      ) : null}
    </dl>
  );
};
