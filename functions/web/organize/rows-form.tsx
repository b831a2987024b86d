import type { Pasted } from '../../../shared/domain/pasted.ts';
import { digest } from '../../../shared/domain/digest.ts';
import type { Sheet } from '../../../shared/domain/rows.ts';
import type { Form } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Fault, type Faults } from '../field.tsx';
import { Carried } from '../form.tsx';
import type { Asked } from '../page.ts';
import { countsSaid, Preview, toWrite, writeSaid } from './rows-preview.tsx';
import type { TableName } from './rows-table.ts';
import { organizeWords } from './words.ts';

/** How a paste stands: what was pasted, what it comes to, and how far writing it came. */
export interface Standing {
  rows: string;
  faults: Faults;
  form?: Form | undefined;
  read?: { pasted: Pasted; sheet: Sheet } | undefined;
  /** Time was over before all was written. */
  late?: { written: number; all: number } | undefined;
}

/** What of a paste was previewed: another text is previewed again before it is written. */
export const seenName = '_seen';
export const seenOf = (rows: string): string => digest(rows).slice(0, 16);

const Late = ({ asked, late: { written, all } }: { asked: Asked; late: { written: number; all: number } }) => {
  const { rows: w } = organizeWords(asked);
  const said = fill(w.late, { written, all });
  return (
    <div class="said warn stack" role="status">
      <p>{said}</p>
      <progress value={String(written)} max={String(all)} aria-label={said}></progress>
      <div class="row">
        <button class="button chief" name="do" value="confirm">
          {w.goOn}
        </button>
      </div>
    </div>
  );
};

const Result = ({ asked, read }: { asked: Asked; read: NonNullable<Standing['read']> }) => {
  const { rows: w } = organizeWords(asked);
  const { pasted } = read;
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">{pasted.confirmed ? w.result : w.preview}</h2>
      <p class="figures">
        {pasted.confirmed ? `${fill(w.written, { count: pasted.written })} ` : ''}
        {countsSaid(asked, pasted)}
      </p>
      {!pasted.confirmed && toWrite(pasted) > 0 ? (
        <div class="row">
          <button class="button chief" name="do" value="confirm">
            {writeSaid(asked, pasted)}
          </button>
          <span class="minor">{w.partly}</span>
        </div>
      ) : null}
      <Preview asked={asked} {...read} />
    </section>
  );
};

/** The form of a paste: what it comes to, and what was pasted, to be mended and looked at again. */
export const RowsForm = ({
  asked,
  table,
  action,
  standing: { rows, faults, form, read, late },
}: {
  asked: Asked;
  table: TableName;
  action: string;
  standing: Standing;
}) => {
  const { rows: w } = organizeWords(asked);
  return (
    <form class="stack" method="post" action={action} enctype="multipart/form-data">
      <Carried asked={asked} {...(form && !read?.pasted.confirmed ? { form } : {})} />
      <input type="hidden" name={seenName} value={seenOf(rows)} />
      {late ? <Late asked={asked} late={late} /> : null}
      {read ? <Result asked={asked} read={read} /> : null}
      <div class="compare">
        <div class="field">
          <label for="rows">{w.rows}</label>
          <p class="hint" id="rows-hint">
            {w.hints[table]}
          </p>
          <Fault name="rows" faults={faults} />
          <textarea
            class="rows"
            id="rows"
            name="rows"
            rows={10}
            dir="auto"
            aria-describedby={faults.rows ? 'rows-hint rows-fault' : 'rows-hint'}
            aria-invalid={faults.rows ? 'true' : undefined}
          >
            {`\n${rows}`}
          </textarea>
        </div>
        <div class="field">
          <label for="file">{w.file}</label>
          <p class="hint" id="file-hint">
            {w.fileHint}
          </p>
          <input
            type="file"
            id="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-describedby="file-hint"
          />
        </div>
      </div>
      <div class="row">
        <button
          class={read && toWrite(read.pasted) > 0 && !read.pasted.confirmed ? 'button' : 'button chief'}
          name="do"
          value="preview"
        >
          {w.look}
        </button>
      </div>
    </form>
  );
};
