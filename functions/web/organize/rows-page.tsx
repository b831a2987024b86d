import { DomainError } from '../../../shared/domain/error.ts';
import type { Pasted } from '../../../shared/domain/pasted.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { readTable } from '../../../shared/documents/csv.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { fetchOwn, send } from '../contract.ts';
import { FaultList, Select } from '../field.tsx';
import { carried, faultsFrom } from '../form.tsx';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { doneHere } from './done.ts';
import { RowsForm, seenName, seenOf, type Standing } from './rows-form.tsx';
import { type Chosen, chosenTable, queryOf, tables } from './rows-table.ts';
import { organizeWords } from './words.ts';

const Tabs = ({ asked, here, chosen }: { asked: Asked; here: string; chosen: Chosen }) => {
  const { rows: w } = organizeWords(asked);
  return (
    <nav class="tabs" aria-label={w.which}>
      {tables.map((table) => (
        <a href={`${here}?what=${table}`} aria-current={chosen.table === table ? 'page' : undefined}>
          {w.tables[table]}
        </a>
      ))}
    </nav>
  );
};

const AtDesk = ({ asked, here, chosen }: { asked: Asked; here: string; chosen: Chosen }) => {
  const { rows: w } = organizeWords(asked);
  if (chosen.desks.length === 0) return <p class="none">{w.noDesk}</p>;
  const typed = { desk: chosen.desk?.slug ?? '' };
  return (
    <form class="filters" method="get" action={here}>
      <input type="hidden" name="what" value="nominations" />
      <Select
        name="desk"
        label={w.desk}
        options={chosen.desks.map(({ slug }) => [slug, slug])}
        shown={{ typed, faults: {}, words: asked.words }}
      />
      <button class="button">{w.choose}</button>
    </form>
  );
};

interface Here {
  summit: Summit;
  chosen: Chosen;
}

const pageOf = (asked: Asked, { summit, chosen }: Here, standing: Standing, status = 200): Page => {
  const here = partAt(asked, summit.slug, 'rows');
  const { rows: w } = organizeWords(asked);
  const title = workWords(asked).ways.rows;
  const isWrong = Object.keys(standing.faults).length > 0;
  return workPage(asked, summit, 'rows', {
    title: isWrong ? fill(asked.words.withProblem, { title }) : title,
    path: `/organize/${summit.slug}/rows`,
    status,
    done: isWrong || standing.read ? undefined : doneHere(asked),
    body: (
      <>
        <FaultList shown={{ typed: {}, faults: standing.faults, words: asked.words }} />
        <h1>{title}</h1>
        <p class="lead">{w.lead}</p>
        <Tabs asked={asked} here={here} chosen={chosen} />
        {chosen.table === 'nominations' ? <AtDesk asked={asked} here={here} chosen={chosen} /> : null}
        {chosen.path === undefined ? null : (
          <>
            <p>
              <a href={`${here}/table?${queryOf(chosen)}`}>{w.download}</a> <span class="minor">{w.downloadHint}</span>
            </p>
            <RowsForm asked={asked} table={chosen.table} action={`${here}?${queryOf(chosen)}`} standing={standing} />
          </>
        )}
      </>
    ),
  });
};

const hereOf = async (asked: Asked): Promise<Here> => {
  const summit = await summitHere(asked);
  await enter(asked, 'session:write', { summit: summit.slug });
  return { summit, chosen: await chosenTable(asked, summit) };
};

const howFar = ({ also }: DomainError): Standing['late'] => {
  const { written, rows } = also ?? {};
  return typeof written === 'number' && typeof rows === 'number' ? { written, all: rows } : undefined;
};

/** What was pasted, refused as a whole or stopped by time: it stands in the form as it was sent. */
const stopped = (asked: Asked, here: Here, rows: string, form: Form, error: unknown): Page => {
  if (!(error instanceof DomainError)) throw error;
  const late = error.code === 'unavailable' ? howFar(error) : undefined;
  if (late) return pageOf(asked, here, { rows, form, faults: {}, late }, statusOf(error.code));
  const faults = faultsFrom(asked, error, ['rows']);
  return pageOf(asked, here, { rows, form, faults }, statusOf(error.code));
};

const isLeft = ({ counts }: Pasted): boolean => counts.wrong + counts.clash + counts['over-quota'] > 0;

const pasted = async (asked: Asked): Promise<Page | Response> => {
  const [here, form] = [await hereOf(asked), await readForm(asked.request)];
  const { path } = here.chosen;
  const rows = form.file?.trim() ? form.file : (form.rows ?? '');
  if (path === undefined) return pageOf(asked, here, { rows, faults: {} });
  if (rows.trim() === '') {
    const faults = { rows: organizeWords(asked).rows.nothing };
    return pageOf(asked, here, { rows, form, faults }, statusOf('invalid'));
  }
  const confirm = form.do === 'confirm' && form[seenName] === seenOf(rows);
  try {
    const asking = { method: 'POST', path, body: { rows, confirm }, key: carried(form).key } as const;
    const [{ record }, sheet] = await Promise.all([send<Pasted>(asked, asking), readTable(rows)]);
    if (!confirm || isLeft(record))
      return pageOf(asked, here, { rows, form, faults: {}, read: { pasted: record, sheet } });
    return goTo(`${partAt(asked, here.summit.slug, 'rows')}?${queryOf(here.chosen)}&done=written`);
  } catch (error) {
    return stopped(asked, here, rows, form, error);
  }
};

/** The same columns with what there is: a table to begin from, and to paste back. */
const downloaded = async (asked: Asked): Promise<Page | Response> => {
  const here = await hereOf(asked);
  if (here.chosen.path === undefined) return pageOf(asked, here, { rows: '', faults: {} });
  const answer = await fetchOwn(asked, here.chosen.path);
  const headers = new Headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  for (const name of ['content-type', 'content-disposition']) headers.set(name, answer.headers.get(name) ?? '');
  return new Response(answer.body, { headers });
};

const at = '/{lang}/organize/{summit}/rows';

/** What people keep in spreadsheets, pasted or uploaded. */
export const rowsPages: PageRoute[] = [
  {
    method: 'GET',
    path: at,
    may: 'session:write',
    handle: async (asked) => pageOf(asked, await hereOf(asked), { rows: '', faults: {} }),
  },
  { method: 'POST', path: at, may: 'session:write', handle: pasted },
  { method: 'GET', path: `${at}/table`, may: 'session:write', handle: downloaded },
];
