import { inLanguage } from '../../../shared/domain/text.ts';
import type { NamedOrganization } from '../../../shared/domain/record.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { languageName, listed } from '../../../shared/words/intl.ts';
import { Fact } from '../fact.tsx';
import { Said } from '../said.tsx';
import { workLanguage } from '../workspace.ts';
import { calledIn, mayHere, type Planning, sessionsAt, type WholeSession, wordsOf } from './planned.ts';

const Organizations = ({ here, all }: { here: Planning; all: readonly NamedOrganization[] }) => (
  <>
    {all.map(({ organization, printed }, at) => (
      <>
        {at > 0 ? ', ' : ''}
        <a href={`/${here.asked.language}/organizations/${organization}`}>
          <bdi>{printed}</bdi>
        </a>
      </>
    ))}
  </>
);

const tonguesOf = ({ asked }: Planning, tags: readonly string[] = []): string =>
  listed(
    workLanguage(asked),
    tags.map((tag) => languageName(asked.language, tag)),
  );

interface FactsProps {
  here: Planning;
  session: WholeSession;
  tracks: readonly Track[];
}

/** What a session is, in one list. */
export const SessionFacts = ({ here, session, tracks }: FactsProps) => {
  const { asked } = here;
  const { facts: words, modes } = wordsOf(asked);
  const { track, mode, languages, expected, lead, partners, instruments } = session;
  return (
    <section class="card stack close" aria-labelledby="facts">
      <h2 id="facts">{words.title}</h2>
      <dl class="facts">
        {track ? <Fact label={words.track}>{calledIn(asked, tracks, track)}</Fact> : null}
        {mode ? <Fact label={words.mode}>{modes[mode]}</Fact> : null}
        {languages?.spoken.length ? <Fact label={words.spoken}>{tonguesOf(here, languages.spoken)}</Fact> : null}
        {languages?.interpreted.length ? (
          <Fact label={words.interpreted}>{tonguesOf(here, languages.interpreted)}</Fact>
        ) : null}
        {expected ? <Fact label={words.expected}>{expected}</Fact> : null}
        {lead.length > 0 ? (
          <Fact label={words.lead}>
            <Organizations here={here} all={lead} />
          </Fact>
        ) : null}
        {partners.length > 0 ? (
          <Fact label={words.partners}>
            <Organizations here={here} all={partners} />
          </Fact>
        ) : null}
        {instruments.length > 0 ? <Fact label={words.instruments}>{instruments.join(', ')}</Fact> : null}
      </dl>
      <p class="row">
        {mayHere(here, 'session:write') ? (
          <a class="button small" href={sessionsAt(here, session.slug, 'edit')}>
            {words.edit}
          </a>
        ) : null}
        <a href={`/${asked.language}/summits/${here.summit.slug}/sessions/${session.slug}`}>{words.public}</a>
      </p>
    </section>
  );
};

/** What a session is about, in the words of who wrote it. */
export const SessionText = ({ here: { asked }, session }: { here: Planning; session: WholeSession }) => {
  const words = wordsOf(asked).facts;
  if (!session.summary && session.objectives.length === 0) return null;
  return (
    <details class="more">
      <summary>
        {[session.summary ? words.summary : '', session.objectives.length > 0 ? words.objectives : '']
          .filter(Boolean)
          .join(' · ')}
      </summary>
      <div class="stack close">
        {session.summary ? (
          <p>
            <Said text={session.summary} language={asked.language} />
          </p>
        ) : null}
        <ol>
          {session.objectives.map(({ text }) => (
            <li>
              <Said text={text} language={asked.language} />
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
};

/** A session's title in the reader's language, as plain text. */
export const titleOf = ({ asked }: Planning, { title }: Pick<WholeSession, 'title'>): string =>
  inLanguage(title, asked.language);
