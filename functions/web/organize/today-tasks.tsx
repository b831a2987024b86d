import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { dayMs, hasCome } from '../../../shared/domain/when.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { numeral, plural } from '../../../shared/words/intl.ts';
import { moment } from '../../../shared/words/moment.ts';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import { zoneOf } from './clock.ts';
import type { Task } from './today-task.ts';
import { organizeWords } from './words.ts';

/** A task, with the summit that it is at. */
export interface Due {
  task: Task;
  summit: Summit;
}

const grave: ReadonlySet<Task['what']> = new Set(['objections', 'suspended', 'bounced', 'broken']);

const By = ({ asked, by, summit }: { asked: Asked; by: string; summit: Summit }) => {
  const { today: w } = organizeWords(asked);
  const said = fill(w.by, { time: moment(asked.language, by, zoneOf(summit)) });
  const isPressing = hasCome(by, new Date(asked.stamp.at.getTime() + dayMs));
  return <span class={isPressing ? 'late' : undefined}>{said}</span>;
};

/** What needs somebody, each with the way to where it is done. */
export const Tasks = ({
  asked,
  all,
  isSeveral = false,
}: {
  asked: Asked;
  all: readonly Due[];
  isSeveral?: boolean;
}) => {
  const { today: w } = organizeWords(asked);
  if (all.length === 0) return <p class="none">{w.nothing}</p>;
  return (
    <ul class="tasks">
      {all.map(({ task: { what, count, at, of, by }, summit }) => (
        <li>
          <a href={`/${asked.language}/organize/${summit.slug}${at}`}>
            {fill(w.tasks[what][plural(workLanguage(asked), count)], {
              count: numeral(asked.language, count),
              of: of ? inLanguage(of, asked.language) : '',
            })}
          </a>
          {isSeveral || by !== undefined ? (
            <span class="minor">
              {isSeveral ? <bdi>{inLanguage(summit.title, asked.language)}</bdi> : null}
              {isSeveral && by !== undefined ? ' · ' : null}
              {by === undefined ? null : <By asked={asked} by={by} summit={summit} />}
            </span>
          ) : null}
          <span class={grave.has(what) ? 'tag bad' : 'tag warn'}>{numeral(asked.language, count)}</span>
        </li>
      ))}
    </ul>
  );
};
