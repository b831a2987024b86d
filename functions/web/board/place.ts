import type { Room } from '../../../shared/domain/room.ts';
import { localTime } from '../../../shared/domain/when.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { type BoardWords, boardWordsIn } from '../../../shared/words/workspace/board.ts';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import { roomNamed } from './read.ts';

const made = new Map<string, Intl.DateTimeFormat>();
const formatFor = (language: string, weekday: 'long' | 'short'): Intl.DateTimeFormat => {
  const key = `${language} ${weekday}`;
  const found =
    made.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      weekday,
      day: 'numeric',
      ...(weekday === 'long' ? { month: 'long' } : {}),
    });
  made.set(key, found);
  return found;
};

/** A day of the calendar in words: "Thursday 6 March". */
export const dayNamed = (language: string, day: string): string =>
  formatFor(language, 'long').format(new Date(`${day}T00:00:00Z`));

/** The board's words for whoever asks. */
export const boardWords = (asked: Pick<Asked, 'language'>): BoardWords => boardWordsIn(workLanguage(asked));

/** Where and when, by the clock on the wall. */
export interface Where {
  room?: string | undefined;
  /** "2031-03-10T09:00" */
  start?: string | undefined;
  end?: string | undefined;
}

/** The clock on the wall at two instants. */
export const localOf = (
  { room, start, end }: { room?: string | undefined; start: string; end: string },
  zone: string,
): Where => ({ room, start: localTime(start, zone), end: localTime(end, zone) });

/** A place in words: "Room A, Thursday 6 March, 09:00–10:30". */
export const placeNamed = (asked: Pick<Asked, 'language'>, rooms: readonly Room[], where: Where): string => {
  const words = boardWords(asked);
  const { room, start, end } = where;
  if (start === undefined) return words.unplaced;
  const hours = end === undefined ? start.slice(11, 16) : `${start.slice(11, 16)}–${end.slice(11, 16)}`;
  const time = `${dayNamed(asked.language, start.slice(0, 10))}, ${hours}`;
  return fill(words.place, { room: roomNamed(rooms, room, asked.language) ?? words.noRoom, time });
};
