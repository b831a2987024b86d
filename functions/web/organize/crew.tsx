import { type Crew, isAssigned } from '../../../shared/domain/crew.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { findPeople } from '../../../shared/table/person.ts';
import { Carried } from '../form.tsx';
import { mayHere, type Planning, sessionsAt, type WholeSession, wordsOf } from './planned.ts';

/** Somebody of the crew, by name. */
export type NamedCrew = Crew & { name: string };

/** The names of a crew, for those who read it. */
export const withNames = async ({ asked }: Pick<Planning, 'asked'>, crew: readonly Crew[]): Promise<NamedCrew[]> => {
  const people = await findPeople(asked.site.house.table, [...new Set(crew.map(({ person }) => person))]);
  return crew.map((one) => ({
    ...one,
    name: people.find(({ id }) => id === one.person)?.name ?? wordsOf(asked).crew.unknown,
  }));
};

const pairsOf = ({ asked }: Planning, { languages }: Crew): string =>
  languages
    .map(({ from, to }) =>
      fill(wordsOf(asked).crew.pair, {
        from: languageName(asked.language, from),
        to: languageName(asked.language, to),
      }),
    )
    .join('; ');

const Member = ({ here, session, one }: { here: Planning; session: WholeSession; one: NamedCrew }) => {
  const words = wordsOf(here.asked).crew;
  return (
    <li>
      <span>
        <b>
          <bdi>{one.name}</bdi>
        </b>{' '}
        <span class="minor">
          {words.roles[one.as]} {pairsOf(here, one)}
          {one.note ? ` · ${one.note}` : ''}
        </span>
      </span>
      {mayHere(here, 'crew:write') ? (
        <form method="post" action={sessionsAt(here, session.slug, 'crew', one.slug)} data-live>
          <Carried asked={here.asked} />
          <button class="button small">{fill(words.release, { name: one.name })}</button>
        </form>
      ) : null}
    </li>
  );
};

interface CrewProps {
  here: Planning;
  session: WholeSession;
  crew: readonly NamedCrew[];
}

/** Whose time a session takes beside its panel. */
export const SessionCrew = ({ here, session, crew }: CrewProps) => {
  const words = wordsOf(here.asked).crew;
  const assigned = crew.filter(isAssigned);
  return (
    <section class="stack close" id="crew" aria-labelledby="crew-title">
      <div class="row apart">
        <h2 id="crew-title">{words.title}</h2>
        {mayHere(here, 'crew:write') ? (
          <a class="button small" href={sessionsAt(here, session.slug, 'crew', 'new')}>
            {words.add}
          </a>
        ) : null}
      </div>
      <p class="minor">{words.lead}</p>
      {assigned.length === 0 ? <p class="none">{words.none}</p> : null}
      <ul class="list apart">
        {assigned.map((one) => (
          <Member here={here} session={session} one={one} />
        ))}
      </ul>
    </section>
  );
};
