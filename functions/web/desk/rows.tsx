import { readTable } from '../../../shared/documents/csv.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import type { Pasted } from '../../../shared/domain/pasted.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { send } from '../contract.ts';
import { FaultList } from '../field.tsx';
import { carried, faultsFrom } from '../form.tsx';
import { RowsForm, seenOf, type Standing } from '../organize/rows-form.tsx';
import { shownAs } from '../organize/tried.ts';
import { organizeWords } from '../organize/words.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { deskPage, summitDesk } from './frame.tsx';
import { type AtDesk, deskInUse, pageOf, recordOf } from './nomination.tsx';

const pasting = (at: AtDesk, standing: Standing): Page => {
  const { asked, summit, desk, words } = at;
  const title = words.nominations.paste;
  return deskPage(at, {
    title,
    at: [summit.slug, 'nominations', desk.slug, 'rows'],
    body: (
      <>
        <FaultList shown={shownAs(asked, {}, standing.faults)} />
        <h1>{title}</h1>
        <p class="lead">{organizeWords(asked).rows.lead}</p>
        <RowsForm asked={asked} table="nominations" action={`${pageOf(at)}/rows`} standing={standing} />
        <p>
          <a href={pageOf(at)}>{words.nominations.title}</a>
        </p>
      </>
    ),
  });
};

/** Where many are nominated at once, from a table. */
export const rowsPage = async (asked: Asked): Promise<Page> =>
  pasting(await deskInUse(asked, await summitDesk(asked, 'nomination:write')), { rows: '', faults: {} });

const howFar = ({ also }: DomainError): Standing['late'] => {
  const { written, rows } = also ?? {};
  return typeof written === 'number' && typeof rows === 'number' ? { written, all: rows } : undefined;
};

const stopped = (at: AtDesk, rows: string, form: Form, error: unknown): Page => {
  if (!(error instanceof DomainError)) throw error;
  const late = error.code === 'unavailable' ? howFar(error) : undefined;
  const faults = late ? {} : faultsFrom(at.asked, error, ['rows']);
  return { ...pasting(at, { rows, form, faults, late }), status: statusOf(error.code) };
};

/** The field that says what of a paste was seen. */
const seenName = '_seen';

const isLeft = ({ counts }: Pasted): boolean => counts.wrong + counts.clash + counts['over-quota'] > 0;

/** Shows what pasted rows come to, and writes them once that was seen. */
export const paste = async (asked: Asked): Promise<Page | Response> => {
  const [at, form] = [
    await deskInUse(asked, await summitDesk(asked, 'nomination:write')),
    await readForm(asked.request),
  ];
  const rows = form.file?.trim() ? form.file : (form.rows ?? '');
  if (rows.trim() === '') {
    const faults = { rows: organizeWords(asked).rows.nothing };
    return { ...pasting(at, { rows, form, faults }), status: statusOf('invalid') };
  }
  const confirm = form.do === 'confirm' && form[seenName] === seenOf(rows);
  try {
    const path = `${recordOf(at)}/nominations.csv`;
    const asking = { method: 'POST', path, body: { rows, confirm }, key: carried(form).key } as const;
    const [{ record }, sheet] = await Promise.all([send<Pasted>(asked, asking), readTable(rows)]);
    if (!confirm || isLeft(record)) return pasting(at, { rows, form, faults: {}, read: { pasted: record, sheet } });
    return goTo(`${pageOf(at)}?done=written`);
  } catch (error) {
    return stopped(at, rows, form, error);
  }
};
