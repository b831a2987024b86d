import type { Person } from '../../../shared/domain/person.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOpenly } from '../contract.ts';
import type { Asked, Page, PageRoute } from '../page.ts';
import { DataLine } from './data-line.tsx';
import { named, recordAt, wordsHere } from './here.ts';
import type { Sitting } from './organization-read.ts';
import { Sittings } from './sittings.tsx';
import { allSummits, type SummitCard } from './summit-list.tsx';
import { Provenance, Reported } from './provenance.tsx';

interface Shown {
  asked: Asked;
  person: Person;
  sittings: readonly Sitting[];
  summits: ReadonlyMap<string, SummitCard>;
}

const roleOf = (asked: Asked, role: string | undefined): string => {
  const roles: Record<string, string> = wordsHere(asked).session.roles;
  return roles[role ?? ''] ?? '';
};

const PersonPage = ({ asked, person, sittings, summits }: Shown) => {
  const { person: words, calendar, reported } = wordsHere(asked);
  const at = recordAt('people', person.id);
  return (
    <div class="stack">
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      {person.origin === 'reported' ? <Reported asked={asked} sentence={reported.person} by={person.sources} /> : null}
      <p class="minor">{sittings.length > 0 ? words.lead : words.none}</p>
      {sittings.length > 0 ? (
        <Sittings
          asked={asked}
          sittings={sittings}
          summits={summits}
          part={({ role }) => fill(words.as, { role: roleOf(asked, role) })}
        />
      ) : null}
      <Provenance asked={asked} of={[person]} />
      <DataLine
        asked={asked}
        ways={[
          { href: at, label: 'JSON' },
          { href: `${at}/programme.ics?lang=${asked.language}`, label: calendar },
        ]}
      />
    </div>
  );
};

const personPage = async (asked: Asked): Promise<Page> => {
  const at = recordAt('people', named(asked, 'person'));
  // First the person: whoever is not public has no lists either.
  const { record: person } = await readOpenly<Person>(asked, at);
  const [sittings, summits] = await Promise.all([
    readList<Sitting>(readOpenly, asked, `${at}/sessions`),
    allSummits(asked),
  ]);
  return {
    title: person.name,
    path: `/people/${person.id}`,
    rehearsal: person.rehearsal,
    part: 'organizations',
    open: { description: person.name, record: at },
    body: (
      <PersonPage
        asked={asked}
        person={person}
        sittings={sittings}
        summits={new Map(summits.map((summit) => [summit.slug, summit]))}
      />
    ),
  };
};

/** Somebody whose name is public. */
export const personRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/people/{person}', may: 'read', handle: personPage },
];
