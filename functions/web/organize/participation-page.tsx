import { capacities, type Participation } from '../../../shared/domain/participation.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { numeral } from '../../../shared/words/intl.ts';
import { readForm } from '../../../shared/http/form.ts';
import { readList, readOwn, send } from '../contract.ts';
import { carried, Carried } from '../form.tsx';
import { organizationsNamed, nameIn } from '../named.ts';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { doneHere } from './done.ts';
import { type Editing, openForm } from './editing.tsx';
import { participationSheet } from './participation-form.tsx';
import { Passing, withRefusal } from './passing.tsx';
import { recordPages } from './record-pages.ts';
import { organizeWords } from './words.ts';

type Names = Awaited<ReturnType<typeof organizationsNamed>>;

const tagFor: Readonly<Record<Participation['state'], string>> = {
  registered: 'tag good',
  attended: 'tag good',
  absent: 'tag idle',
  withdrawn: 'tag idle',
};

const Table = ({
  asked,
  summit,
  all,
  names,
}: {
  asked: Asked;
  summit: Summit;
  all: readonly Participation[];
  names: Names;
}) => {
  const { participation: w, organization } = organizeWords(asked);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={workWords(asked).ways.participations}>
      <table class="folds">
        <thead>
          <tr>
            <th scope="col">{organization.label}</th>
            <th scope="col">{w.capacity}</th>
            <th scope="col">{w.how}</th>
            <th scope="col">{w.state}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <tr>
              <th scope="row">
                <a href={`${partAt(asked, summit.slug, 'participations')}/${one.slug}`}>
                  <bdi>{nameIn(asked, names, one.organization)}</bdi>
                </a>
              </th>
              <td data-name={w.capacity}>{one.capacities.map((capacity) => w.capacities[capacity]).join(', ')}</td>
              <td data-name={w.how}>{w.ways[one.how]}</td>
              <td data-name={w.state}>
                <span class={tagFor[one.state]}>{w.states[one.state].name}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Filters = ({ asked, here, chosen }: { asked: Asked; here: string; chosen: string | null }) => {
  const { participation: w } = organizeWords(asked);
  return (
    <nav class="filters" aria-label={w.capacity}>
      <ul>
        <li>
          <a class="tag plain" href={here} aria-current={chosen === null ? 'true' : undefined}>
            {workWords(asked).all}
          </a>
        </li>
        {capacities.map((one) => (
          <li>
            <a class="tag plain" href={`${here}?capacity=${one}`} aria-current={chosen === one ? 'true' : undefined}>
              {w.capacities[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const listed = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  await enter(asked, 'participation:write', { summit: summit.slug });
  const here = partAt(asked, summit.slug, 'participations');
  const wanted = new URL(asked.request.url).searchParams.get('capacity');
  const chosen = capacities.find((one) => one === wanted) ?? null;
  const query = chosen === null ? '' : `?capacity=${chosen}`;
  const all = await readList<Participation>(readOwn, asked, `/summits/${summit.slug}/participations${query}`);
  const names = await organizationsNamed(
    asked.site.house.table,
    all.map(({ organization }) => organization),
  );
  const [{ participation: w }, { ways }] = [organizeWords(asked), workWords(asked)];
  return workPage(asked, summit, 'participations', {
    title: ways.participations,
    path: `/organize/${summit.slug}/participations`,
    done: doneHere(asked),
    body: (
      <>
        <h1>{ways.participations}</h1>
        <p class="lead">{w.lead}</p>
        <p class="row">
          <a class="button chief" href={`${here}/new`}>
            {w.add}
          </a>
          <a class="button" href={`${partAt(asked, summit.slug, 'rows')}?what=participations`}>
            {workWords(asked).ways.rows}
          </a>
        </p>
        <Filters asked={asked} here={here} chosen={chosen} />
        <p class="minor figures">{`${w.count}: ${numeral(asked.language, all.length)}`}</p>
        {all.length === 0 ? (
          <p class="none">{w.none}</p>
        ) : (
          <Table asked={asked} summit={summit} all={all} names={names} />
        )}
      </>
    ),
  });
};

const Removing = ({ asked, at, tag }: { asked: Asked; at: string; tag: string }) => {
  const { participation: w } = organizeWords(asked);
  return (
    <section class="part" aria-labelledby="remove">
      <h2 id="remove">{w.remove}</h2>
      <p>{w.removeDoes}</p>
      <form method="post" action={`/${asked.language}${at}/removal`}>
        <Carried asked={asked} tag={tag} />
        <button class="button grave">{w.remove}</button>
      </form>
    </section>
  );
};

const editingOf = async (asked: Asked, isNew: boolean): Promise<Editing<Participation>> => {
  const summit = await summitHere(asked);
  await enter(asked, 'participation:write', { summit: summit.slug });
  const { participation: w } = organizeWords(asked);
  const slug = isNew ? 'new' : (asked.context.req.param('participation') ?? '');
  const list = `/summits/${summit.slug}/participations`;
  const at = `/organize/${summit.slug}/participations/${slug}`;
  const [names, found] = await Promise.all([
    organizationsNamed(asked.site.house.table, isNew ? [] : [slug]),
    isNew ? undefined : readOwn<Participation>(asked, `${list}/${slug}`),
  ]);
  return {
    summit,
    part: 'participations',
    title: isNew ? w.add : nameIn(asked, names, slug),
    at,
    path: isNew ? list : `${list}/${slug}`,
    isNew,
    sheet: participationSheet(asked, isNew),
    start: { how: 'on-site', 'capacities.participating-member': 'yes' },
    crumbs: [{ href: partAt(asked, summit.slug, 'participations'), label: workWords(asked).ways.participations }],
    below: (record, shown) => (
      <>
        <Passing
          asked={asked}
          noun="participation"
          record={record}
          at={`${at}/state`}
          states={w.states}
          shown={shown}
        />
        <Removing asked={asked} at={at} tag={found?.tag ?? ''} />
      </>
    ),
  };
};

const removed = async (asked: Asked): Promise<Page | Response> => {
  const editing = await editingOf(asked, false);
  const { tag } = carried(await readForm(asked.request));
  try {
    await send(asked, { method: 'DELETE', path: editing.path, tag });
    return goTo(`${partAt(asked, editing.summit.slug, 'participations')}?done=removed`);
  } catch (error) {
    return withRefusal(asked, await openForm(asked, editing), error);
  }
};

/** Who takes part in a summit, and as what. */
export const participationPages: PageRoute[] = [
  ...recordPages<Participation>({
    at: '/{lang}/organize/{summit}/participations',
    noun: 'participation',
    may: 'participation:write',
    listed,
    editingOf,
  }),
  {
    method: 'POST',
    path: '/{lang}/organize/{summit}/participations/{participation}/removal',
    may: 'participation:write',
    handle: removed,
  },
];
