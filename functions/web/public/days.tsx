import { undated } from '../../../shared/domain/release.ts';
import { counted } from '../../../shared/words/counted.ts';
import { dayAs } from '../../../shared/words/day.ts';
import type { Asked } from '../page.ts';
import { wordsHere } from './here.ts';

interface Props {
  asked: Asked;
  days: readonly string[];
  counts: Readonly<Record<string, number>>;
  chosen?: string | undefined;
  address: (day: string | undefined) => string;
  /** Whether all days may be seen together. */
  withAll?: boolean;
}

const Day = ({ asked: { language }, day, none }: { asked: Asked; day: string; none: string }) =>
  day === undated ? (
    <b>{none}</b>
  ) : (
    <>
      <span>{dayAs(language, 'weekday', day)}</span>
      <b>{dayAs(language, 'short', day)}</b>
    </>
  );

/** The days of a programme, each with how many sessions it has. */
export const Days = ({ asked, days, counts, chosen, address, withAll = false }: Props) => {
  const { programme } = wordsHere(asked);
  const number = (sessions: number): string => counted(asked.language, sessions, programme.count);
  const all = days.reduce((sum, day) => sum + (counts[day] ?? 0), 0);
  return (
    <nav aria-label={programme.days}>
      <div class="days">
        {withAll ? (
          <a href={address(undefined)} aria-current={chosen === undefined ? 'page' : undefined}>
            <b>{programme.all}</b>
            <span>{number(all)}</span>
          </a>
        ) : null}
        {days.map((day) => (
          <a href={address(day)} aria-current={day === chosen ? 'page' : undefined}>
            <Day asked={asked} day={day} none={programme.undated} />
            <span>{number(counts[day] ?? 0)}</span>
          </a>
        ))}
      </div>
    </nav>
  );
};
