import type { ProgrammeCard } from '../../../shared/domain/release.ts';
import { hasCome } from '../../../shared/domain/when.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { pageAt, wordsHere } from './here.ts';
import { inBrackets, type ReadersZone } from './zone.tsx';

/** What every session of a programme is shown with. */
export interface Setting {
  asked: Asked;
  summit: string;
  readers: ReadersZone;
  hues: ReadonlyMap<string, string>;
}

/** Where a session is read. The reader's zone goes with them. */
export const sessionAt = ({ asked, summit, readers }: Omit<Setting, 'hues'>, session: string): string =>
  `${pageAt(asked, 'summits', summit, 'sessions', session)}${readers.zone === undefined ? '' : `?zone=${encodeURIComponent(readers.zone)}`}`;

const isOn = (asked: Asked, { start, end, state }: ProgrammeCard): boolean =>
  state !== 'cancelled' && hasCome(start, asked.stamp.at) && !hasCome(end, asked.stamp.at);

/** Where it is held, in words. */
export const Where = ({ asked, card }: { asked: Asked; card: Pick<ProgrammeCard, 'roomName' | 'room' | 'mode'> }) => {
  const { programme } = wordsHere(asked);
  if (card.roomName) return <Said text={card.roomName} language={asked.language} />;
  return <>{card.room ?? (card.mode === 'online' ? programme.online : programme.noRoom)}</>;
};

/** When, and whether it takes place. */
export const When = ({ asked, readers, card }: Setting & { card: ProgrammeCard }) => {
  const { start, end, local, day, state } = card;
  const { programme } = wordsHere(asked);
  const hours = `${(local?.start ?? start ?? '').slice(11, 16)}–${(local?.end ?? end ?? '').slice(11, 16)}`;
  return (
    <>
      {start === undefined || end === undefined ? (
        programme.undated
      ) : (
        <>
          <time datetime={start}>{hours}</time>
          {readers.zone === undefined || day === undefined
            ? null
            : ` ${inBrackets(asked, start, end, readers.zone, day)}`}
        </>
      )}
      {state === 'cancelled' ? <b class="now"> {programme.cancelled}</b> : null}
      {isOn(asked, card) ? <b class="now"> {programme.now}</b> : null}
    </>
  );
};

/** The colour of a session's track. */
export const hueOf = ({ hues }: Pick<Setting, 'hues'>, { track }: Pick<ProgrammeCard, 'track'>): string | undefined =>
  track === undefined ? undefined : hues.get(track);
