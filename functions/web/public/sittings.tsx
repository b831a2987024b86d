import type { Child } from 'hono/jsx';
import { dated } from '../../../shared/words/intl.ts';
import { localTime } from '../../../shared/domain/when.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { pageAt, wordsHere } from './here.ts';
import type { Sitting } from './organization-read.ts';
import type { SummitCard } from './summit-list.tsx';

interface Props {
  asked: Asked;
  sittings: readonly Sitting[];
  summits: ReadonlyMap<string, SummitCard>;
  /** What whoever the list is about has to do with a session. */
  part: (sitting: Sitting) => Child;
}

const dayAt = ({ start }: Sitting, summit: SummitCard | undefined): string | undefined =>
  start && localTime(start, summit?.zone ?? 'UTC').slice(0, 10);

const SittingShown = ({ asked, sitting, summits, part }: Omit<Props, 'sittings'> & { sitting: Sitting }) => {
  const { language, words } = asked;
  const summit = summits.get(sitting.summit);
  const day = dayAt(sitting, summit);
  return (
    <li>
      <a href={pageAt(asked, 'summits', sitting.summit, 'sessions', sitting.session)}>
        <Said text={sitting.title} language={language} />
      </a>
      <span class="minor">
        {part(sitting)}
        {' · '}
        {summit ? <Said text={summit.title} language={language} /> : sitting.summit}
        {day === undefined ? '' : ` · ${dated(language, day)}`}
        {' · '}
        <bdi>{sitting.reference}</bdi>
      </span>
      {summit?.rehearsal || sitting.origin === 'reported' || sitting.state === 'cancelled' ? (
        <span class="row close">
          {summit?.rehearsal ? <span class="tag idle">{words.site.rehearsal}</span> : null}
          {sitting.origin === 'reported' ? <span class="tag warn">{wordsHere(asked).reported.tag}</span> : null}
          {sitting.state === 'cancelled' ? <span class="tag bad">{wordsHere(asked).programme.cancelled}</span> : null}
        </span>
      ) : null}
    </li>
  );
};

/** Sessions of an organization or of a person, each with its part in them. */
export const Sittings = ({ sittings, ...props }: Props) => (
  <ul class="list">
    {sittings.map((sitting) => (
      <SittingShown {...props} sitting={sitting} />
    ))}
  </ul>
);
