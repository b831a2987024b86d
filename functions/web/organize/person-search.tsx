import { view } from '../../../shared/domain/access.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { folded } from '../../../shared/domain/slug.ts';
import { lists } from '../../../shared/table/key.ts';
import { cardOf } from '../../../shared/table/list.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import { type List, readOwn } from '../contract.ts';
import { Field } from '../field.tsx';
import { Carried } from '../form.tsx';
import { workLanguage } from '../workspace.ts';
import { type Planning, wordsOf } from './planned.ts';
import { shownAs } from './tried.ts';

/** How many people a search shows. */
const most = 12;

/** Somebody who was found, with what tells them from others of the name. Contact details are not looked at. */
interface FoundPerson {
  id: string;
  name: string;
  sits: string[];
}

export interface PeopleFound {
  name: string;
  people: FoundPerson[];
  more: boolean;
}

/** What is looked for, out of the address. */
export const nameWanted = ({ asked }: Planning): string =>
  new URL(asked.request.url).searchParams.get('q')?.trim() ?? '';

const isCalled = (wanted: string, { name }: Person): boolean => {
  const words = folded(name).split(' ');
  return folded(wanted)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
};

// Invented people are for rehearsals, and nobody else is: the two are never mixed up.
const isForHere = ({ summit }: Planning, { rehearsal, state, mergedInto }: Person): boolean =>
  rehearsal === summit.rehearsal && state === 'listed' && mergedInto === undefined;

const sitsOf = async ({ asked }: Planning, person: string): Promise<string[]> => {
  const { record } = await readOwn<List<{ reference: string }>>(asked, `/people/${person}/sessions?limit=3`);
  return record.items.map(({ reference }) => reference);
};

/** The people of a name, as whoever looks may see them. */
export const findPeople = async (here: Planning, name: string): Promise<PeopleFound | undefined> => {
  if (folded(name) === '') return undefined;
  const items = await here.asked.site.house.table.all({ pk: lists.people, index: 'list' });
  const known = items
    .map((item) => cardOf(item).card as unknown as Person)
    .filter((card) => isForHere(here, card) && isCalled(name, card) && view(here.caller, 'person', card));
  const people = await Promise.all(
    known.slice(0, most).map(async (one) => ({ id: one.id, name: one.name, sits: await sitsOf(here, one.id) })),
  );
  return { name, people, more: known.length > most };
};

interface SearchProps {
  here: Planning;
  found: PeopleFound | undefined;
  /** Where the form of one person stands, by their id. */
  to: (person: string) => string;
}

const Found = ({ here, found, to }: SearchProps & { found: PeopleFound }) => {
  const words = wordsOf(here.asked).person;
  const number = found.people.length;
  return (
    <div class="stack close">
      <p role="status">
        {number === 0 ? words.nothing : fill(words.found[plural(workLanguage(here.asked), number)], { number })}
      </p>
      <ul class="list apart">
        {found.people.map(({ id, name, sits }) => (
          <li>
            <span>
              <b>
                <bdi>{name}</bdi>
              </b>
              {sits.length > 0 ? <p class="minor">{fill(words.sits, { sessions: sits.join(', ') })}</p> : null}
            </span>
            <a class="button small" href={to(id)}>
              {fill(words.choose, { name })}
            </a>
          </li>
        ))}
      </ul>
      {found.more ? <p class="minor">{words.more}</p> : null}
    </div>
  );
};

/** Looks for a person by name, and registers who is not there yet. */
export const PersonSearch = ({ here, found, to }: SearchProps) => {
  const words = wordsOf(here.asked).person;
  const shown = shownAs(here.asked, { q: found?.name ?? '' });
  return (
    <>
      <form class="find" role="search">
        <Field name="q" label={words.search} shown={shown} type="search" optional />
        <button class="button">{words.find}</button>
      </form>
      {found ? <Found here={here} found={found} to={to} /> : null}
      {found ? (
        <form method="post" class="part">
          <Carried asked={here.asked} />
          <input type="hidden" name="name" value={found.name} />
          <h2>{fill(words.fresh, { name: found.name })}</h2>
          <p>
            <button class="button" name="deed" value="register">
              {fill(words.create, { name: found.name })}
            </button>
          </p>
        </form>
      ) : null}
    </>
  );
};
