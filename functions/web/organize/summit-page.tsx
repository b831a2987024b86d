import type { Summit } from '../../../shared/domain/summit.ts';
import { readList, readOpenly } from '../contract.ts';
import { Fact } from '../fact.tsx';
import type { Asked, Page, PageRoute } from '../page.ts';
import { enter, summitHere, workWords } from '../workspace.ts';
import { type Editing, openForm, sentForm } from './editing.tsx';
import { Passing, passed } from './passing.tsx';
import { summitSheet } from './summit-form.tsx';
import { organizeWords } from './words.ts';

const Standing = ({ asked, summit }: { asked: Asked; summit: Summit }) => {
  const { summit: w } = organizeWords(asked);
  return (
    <dl class="card facts across">
      <Fact label={w.state}>
        <span class={summit.state === 'announced' ? 'tag good' : 'tag idle'}>{w.states[summit.state].name}</span>
      </Fact>
      <Fact label={w.kind}>{w.kinds[summit.kind]}</Fact>
      {summit.zone === undefined ? null : <Fact label={w.zone}>{summit.zone}</Fact>}
      <Fact label={w.address}>
        <a href={`/${asked.language}/summits/${summit.slug}`}>{`/summits/${summit.slug}`}</a>
      </Fact>
    </dl>
  );
};

const editingOf = async (asked: Asked): Promise<Editing<Summit>> => {
  const [summit, all] = await Promise.all([
    summitHere(asked),
    readList<Summit>(readOpenly, asked, '/summits'),
    enter(asked, 'summit:change', { summit: asked.context.req.param('summit') }),
  ]);
  const { summit: w } = organizeWords(asked);
  const at = `/organize/${summit.slug}/settings`;
  const others = all.filter(({ slug, rehearsal }) => slug !== summit.slug && rehearsal === summit.rehearsal);
  return {
    summit,
    part: 'settings',
    title: workWords(asked).ways.settings,
    at,
    path: `/summits/${summit.slug}`,
    isNew: false,
    sheet: summitSheet(asked, summit, others),
    above: <Standing asked={asked} summit={summit} />,
    below: (record, shown) => (
      <Passing asked={asked} noun="summit" record={record} at={`${at}/state`} states={w.states} shown={shown} />
    ),
  };
};

const shown = async (asked: Asked): Promise<Page> => openForm(asked, await editingOf(asked));

/** What a summit is, and where it stands. */
export const summitPages: PageRoute[] = [
  { method: 'GET', path: '/{lang}/organize/{summit}/settings', may: 'summit:change', handle: shown },
  {
    method: 'POST',
    path: '/{lang}/organize/{summit}/settings',
    may: 'summit:change',
    handle: async (asked) => sentForm(asked, await editingOf(asked)),
  },
  {
    method: 'POST',
    path: '/{lang}/organize/{summit}/settings/state',
    may: 'summit:change',
    handle: async (asked) => {
      const editing = await editingOf(asked);
      return passed(asked, {
        path: editing.path,
        back: `/${asked.language}${editing.at}`,
        again: () => openForm(asked, editing),
      });
    },
  },
];
