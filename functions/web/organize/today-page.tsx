import { inLanguage } from '../../../shared/domain/text.ts';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { doneHere } from './done.ts';
import { Chain, stagesOf } from './today-chain.tsx';
import { judgedOf, overviewOf } from './today-read.ts';
import { tasksOf } from './today-task.ts';
import { Tasks } from './today-tasks.tsx';
import { organizeWords } from './words.ts';

const today = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  const caller = await enter(asked, 'release:draft', { summit: summit.slug });
  const [overview, judged] = await Promise.all([overviewOf(asked, summit), judgedOf(asked, summit)]);
  const [{ today: w }, { at: now }] = [organizeWords(asked), asked.stamp];
  const due = tasksOf(overview, now, judged).map((task) => ({ task, summit }));
  const page: Page = {
    title: `${workWords(asked).ways.today} · ${inLanguage(summit.title, asked.language)}`,
    path: `/organize/${summit.slug}/`,
    done: doneHere(asked),
    body: (
      <>
        <h1>{workWords(asked).ways.today}</h1>
        <p class="lead">{inLanguage(summit.title, asked.language)}</p>
        <section class="stack" aria-labelledby="needed">
          <h2 id="needed">{w.needed}</h2>
          <Tasks asked={asked} all={due} />
        </section>
        <Chain asked={asked} summit={summit.slug} stages={stagesOf(overview, judged, now)} />
      </>
    ),
  };
  return workPage(asked, summit, 'today', page, caller);
};

/** What needs somebody at a summit today, and how far it is. */
export const todayPages: PageRoute[] = [
  { method: 'GET', path: '/{lang}/organize/{summit}/', may: 'release:draft', handle: today },
  {
    method: 'GET',
    path: '/{lang}/organize/{summit}',
    may: 'release:draft',
    handle: async (asked) => goTo(partAt(asked, asked.context.req.param('summit') ?? '', 'today')),
  },
];
