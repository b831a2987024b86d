import { DomainError } from '../../../shared/domain/error.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import { folded } from '../../../shared/domain/slug.ts';
import { limits } from '../../../shared/domain/text.ts';
import { countryName } from '../../../shared/words/country.ts';
import { type List, type Read, readOpenly } from '../contract.ts';
import type { Asked, Page, PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { DataLine } from './data-line.tsx';
import { pageAt, recordAt, wordsHere } from './here.ts';

type Card = Pick<Organization, 'slug' | 'name' | 'kind' | 'country' | 'origin' | 'rehearsal' | 'state'>;

interface Shown {
  asked: Asked;
  /** The beginning of a name, as it was typed. */
  typed: string;
  isTooShort: boolean;
  isLost: boolean;
  items: readonly Card[];
  next: string | undefined;
}

const pageSize = 40;

const listAt = (name: string, cursor: string | null): string => {
  const query = new URLSearchParams({
    limit: String(pageSize),
    ...(name === '' ? {} : { name }),
    ...(cursor ? { cursor } : {}),
  });
  return `/organizations?${query.toString()}`;
};

type Answered = Read<List<Card>> & { isLost: boolean };

// A page that is no longer there is answered by the first.
const pageOf = async (asked: Asked, name: string, cursor: string | null): Promise<Answered> => {
  try {
    return { ...(await readOpenly<List<Card>>(asked, listAt(name, cursor))), isLost: false };
  } catch (error) {
    if (!cursor || !(error instanceof DomainError)) throw error;
    return { ...(await readOpenly<List<Card>>(asked, listAt(name, null))), isLost: true };
  }
};

const read = async (asked: Asked): Promise<Shown> => {
  const { searchParams } = new URL(asked.request.url);
  const typed = (searchParams.get('q') ?? '').trim().slice(0, limits.name);
  const isTooShort = typed !== '' && Array.from(folded(typed)).length < 2;
  // What the contract would refuse as a name finds nothing, and is no fault of the page.
  const name = isTooShort ? '' : folded(typed);
  const { record, next, isLost } = await pageOf(asked, name, searchParams.get('cursor')?.slice(0, 2_000) ?? null);
  return { asked, typed, isTooShort, isLost, items: record.items, next };
};

const Search = ({ asked, typed, isTooShort }: Shown) => {
  const { organizations: words } = wordsHere(asked);
  return (
    <form class="find" role="search" method="get" action={pageAt(asked, 'organizations')}>
      <div class="field">
        <label for="q">{words.search}</label>
        {isTooShort ? (
          <p class="fault" id="q-fault">
            {words.short}
          </p>
        ) : null}
        <input
          type="search"
          id="q"
          name="q"
          value={typed}
          maxlength={limits.name}
          aria-invalid={isTooShort ? 'true' : undefined}
          aria-describedby={isTooShort ? 'q-fault' : undefined}
        />
      </div>
      <button class="button">{words.find}</button>
    </form>
  );
};

const CardShown = ({ asked, card }: { asked: Asked; card: Card }) => {
  const { kinds, reported, organization } = wordsHere(asked);
  const { slug, name, kind, country, origin, rehearsal, state } = card;
  return (
    <li>
      <span>
        <a href={pageAt(asked, 'organizations', slug)}>
          <Said text={name} language={asked.language} />
        </a>
        <br />
        <span class="minor">
          {kinds[kind]}
          {country === undefined ? '' : ` · ${countryName(asked.language, country)}`}
        </span>
      </span>
      <span class="row close">
        {rehearsal ? <span class="tag idle">{asked.words.site.rehearsal}</span> : null}
        {origin === 'reported' ? <span class="tag warn">{reported.tag}</span> : null}
        {state === 'retired' ? <span class="tag idle">{organization.retired}</span> : null}
      </span>
    </li>
  );
};

const Pages = ({ asked, typed, next }: Shown) => {
  const { organizations: words } = wordsHere(asked);
  const isFirst = !new URL(asked.request.url).searchParams.get('cursor');
  const address = (cursor?: string): string => {
    const query = new URLSearchParams({ ...(typed === '' ? {} : { q: typed }), ...(cursor ? { cursor } : {}) });
    return `${pageAt(asked, 'organizations')}${query.size > 0 ? `?${query.toString()}` : ''}`;
  };
  if (isFirst && next === undefined) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      <div class="row">
        {isFirst ? null : (
          <a class="button small" href={address()}>
            {words.first}
          </a>
        )}
        {next === undefined ? null : (
          <a class="button small" href={address(next)} rel="next nofollow">
            {words.next}
          </a>
        )}
      </div>
    </nav>
  );
};

const Organizations = (shown: Shown) => {
  const { asked, items, isLost } = shown;
  const { organizations: words } = wordsHere(asked);
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Search {...shown} />
      {isLost ? <p class="said warn">{words.lost}</p> : null}
      {items.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <ul class="list apart">
          {items.map((card) => (
            <CardShown asked={asked} card={card} />
          ))}
        </ul>
      )}
      <Pages {...shown} />
      <DataLine asked={asked} ways={[{ href: recordAt('organizations'), label: 'JSON' }]} />
    </div>
  );
};

const organizationsPage = async (asked: Asked): Promise<Page> => {
  const { organizations: words } = wordsHere(asked);
  return {
    title: words.title,
    path: '/organizations',
    part: 'organizations',
    open: { description: words.lead, record: '/organizations' },
    body: <Organizations {...await read(asked)} />,
  };
};

/** The register, to be looked through and searched by name. */
export const organizationsRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/organizations', may: 'read', handle: organizationsPage },
];
