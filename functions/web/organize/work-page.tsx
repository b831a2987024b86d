import { type Caller, may } from '../../../shared/domain/access.ts';
import type { Held } from '../../../shared/domain/role.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { mailWordsIn } from '../../../shared/words/mail.ts';
import { workspaceLanguages } from '../../../shared/words/page/language.ts';
import { readList, readOpenly } from '../contract.ts';
import { nameIn, organizationsNamed } from '../named.ts';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { type Part, partAt, whoWorks } from '../workspace.ts';
import { overviewOf } from './today-read.ts';
import { tasksOf } from './today-task.ts';
import { type Due, Tasks } from './today-tasks.tsx';
import { organizeWords } from './words.ts';

type Names = Awaited<ReturnType<typeof organizationsNamed>>;

/** Where somebody works: by which role, and the way there. */
interface Place {
  href: string;
  name: string;
  role: string;
}

const partOf: Partial<Record<Held['role'], Part>> = {
  organizer: 'today',
  scheduler: 'board',
  reviewer: 'proposals',
  drafter: 'declarations',
  translator: 'declarations',
  assessor: 'declarations',
};

const placeOf = (asked: Asked, held: Held, summits: readonly Summit[], names: Names): Place[] => {
  const { roles } = mailWordsIn(asked.language) as { roles: Readonly<Record<string, string>> };
  const role = roles[held.role] ?? held.role;
  const summit = summits.find(({ slug }) => slug === held.summit);
  const title = summit ? inLanguage(summit.title, asked.language) : '';
  if (held.role === 'delegate' && held.organization)
    return [
      { href: `/${asked.language}/desk/${held.organization}`, name: nameIn(asked, names, held.organization), role },
    ];
  if (!summit) return [];
  if (held.role === 'rapporteur')
    return [
      {
        href: `/${asked.language}/rapporteur/${summit.slug}/${held.session ?? ''}`,
        name: `${title} · ${held.session ?? ''}`,
        role,
      },
    ];
  const part = partOf[held.role];
  if (part === undefined) return [];
  const at = held.declaration === undefined ? '' : `/${held.declaration}`;
  const name = [title, ...((held.track ?? held.declaration) ? [held.track ?? held.declaration ?? ''] : [])].join(' · ');
  return [{ href: `${partAt(asked, summit.slug, part)}${at}`, name, role }];
};

const isTheirs = (caller: Caller, { slug }: Summit): boolean => may(caller, 'summit:change', { summit: slug });

/** The summits that somebody organizes and that are not over, the next first; the secretariat's are all. */
const organized = (caller: Caller, summits: readonly Summit[]): Summit[] =>
  summits
    .filter((summit) => summit.origin === 'held' && summit.state === 'announced' && isTheirs(caller, summit))
    .toSorted((a, b) => ((a.from ?? '~') < (b.from ?? '~') ? -1 : 1));

// Reading them is two round trips each: what is due in the next few is what today is about.
const mostSummits = 6;

const Places = ({ asked, places }: { asked: Asked; places: readonly Place[] }) => {
  const { work: w } = organizeWords(asked);
  return (
    <section class="stack" aria-labelledby="places">
      <h2 id="places">{w.places}</h2>
      {places.length === 0 ? <p class="none">{w.none}</p> : null}
      <ul class="cards">
        {places.map(({ href, name, role }) => (
          <li>
            <a class="card" href={href}>
              <h3>
                <bdi>{name}</bdi>
              </h3>
              <span class="minor">{role}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const rolesOf = (caller: Caller): readonly Held[] => (caller.kind === 'account' ? caller.roles : []);

const placesOf = async (asked: Asked, caller: Caller, summits: readonly Summit[]): Promise<Place[]> => {
  const roles = rolesOf(caller);
  const names = await organizationsNamed(
    asked.site.house.table,
    roles.flatMap(({ organization }) => organization ?? []),
  );
  const isSecretariat = roles.some(({ role }) => role === 'secretariat');
  const own = roles.flatMap((held) => placeOf(asked, held, summits, names));
  const all = isSecretariat
    ? summits
        .filter(({ origin }) => origin === 'held')
        .flatMap(({ slug }) => placeOf(asked, { role: 'organizer', summit: slug }, summits, names))
    : [];
  return [...new Map([...all, ...own].map((place) => [place.href, place])).values()];
};

const work = async (asked: Asked): Promise<Page> => {
  const caller = await whoWorks(asked);
  const summits = await readList<Summit>(readOpenly, asked, '/summits');
  const own = organized(caller, summits);
  const [places, overviews] = await Promise.all([
    placesOf(asked, caller, summits),
    Promise.all(own.slice(0, mostSummits).map((summit) => overviewOf(asked, summit))),
  ]);
  const due = overviews.flatMap((overview): Due[] =>
    tasksOf(overview, asked.stamp.at).map((task) => ({ task, summit: overview.summit })),
  );
  const { work: w, today } = organizeWords(asked);
  return {
    title: w.title,
    path: '/organize/',
    part: 'workspace',
    languages: workspaceLanguages,
    body: (
      <div class="stack">
        <h1>{w.title}</h1>
        {own.length === 0 ? null : (
          <section class="stack" aria-labelledby="needed">
            <h2 id="needed">{today.needed}</h2>
            <Tasks asked={asked} all={due} isSeveral />
          </section>
        )}
        <Places asked={asked} places={places} />
        {may(caller, 'summit:create') ? (
          <p>
            <a class="button chief" href={`/${asked.language}/organize/new`}>
              {w.create}
            </a>
          </p>
        ) : null}
      </div>
    ),
  };
};

/** Where somebody works, and what needs them. */
export const workPages: PageRoute[] = [
  { method: 'GET', path: '/{lang}/organize/', may: 'me:read', handle: work },
  {
    method: 'GET',
    path: '/{lang}/organize',
    may: 'me:read',
    handle: async ({ language }) => goTo(`/${language}/organize/`),
  },
];
