import type { OutcomeBody } from './body.ts';

// What is written on a telephone is kept on it the moment that it is written, and leaves it only when the service has answered for it. Each line is sent with
// one Idempotency-Key for as long as its words stay the same, so that sending it again acts once.

/** A line as it is kept. */
export interface Line {
  /** Its Idempotency-Key. */
  key: string;
  /** When it was written, in milliseconds since 1970, and which of that instant: lines are sent in this order. */
  at: number;
  turn: number;
  body: OutcomeBody;
  /** When it was first sent, where no answer came. */
  sent?: number;
  /** Why the service did not take it. */
  refused?: string;
}

/** Where lines are kept: the browser's storage. */
export interface Shelf {
  readonly length: number;
  key: (at: number) => string | null;
  getItem: (name: string) => string | null;
  setItem: (name: string, value: string) => void;
  removeItem: (name: string) => void;
}

/** The lines of one account for one session. */
export interface Place {
  shelf: Shelf;
  account: string;
  /** Where they go. */
  outcomes: string;
}

const prefixOf = ({ account, outcomes }: Place): string => `plenary line ${account} ${outcomes} `;

// Each line lies by itself: two windows that write at once overwrite nothing of each other's.
const nameOf = (place: Place, { key }: Line): string => prefixOf(place) + key;

const parsed = (text: string | null): Line[] => {
  try {
    return text === null ? [] : [JSON.parse(text) as Line];
  } catch {
    return [];
  }
};

/** What is kept, in the order in which it was written. */
export const keptLines = (place: Place): Line[] => {
  const names = Array.from({ length: place.shelf.length }, (_, at) => place.shelf.key(at) ?? '');
  return names
    .filter((name) => name.startsWith(prefixOf(place)))
    .flatMap((name) => parsed(place.shelf.getItem(name)))
    .toSorted((one, other) => one.at - other.at || one.turn - other.turn);
};

/** Keeps a line, as new or as it is now. Throws where the device can hold no more. */
export const keepLine = (place: Place, line: Line): void =>
  place.shelf.setItem(nameOf(place, line), JSON.stringify(line));

/** Lets a line go. */
export const dropLine = (place: Place, line: Line): void => place.shelf.removeItem(nameOf(place, line));

/** What the service said to a line, or that it said nothing. */
export type Answer = { status: number; reason?: string } | undefined;

/** How a round of sending ended: everything has its answer, or what is in the way. */
export type Round = 'done' | 'offline' | 'later' | 'signed-out';

/** How a line is sent; `isThere` tells whether one that was sent long ago has arrived. */
export interface Way {
  post: (line: Line) => Promise<Answer>;
  isThere: (line: Line) => Promise<boolean | undefined>;
  now: () => number;
}

// The service knows a key for a day. A line that was sent before that, and of which nobody knows whether it arrived, is looked for first.
const forgottenAfter = 20 * 60 * 60 * 1_000;

const isLong = ({ sent }: Line, now: number): boolean => sent !== undefined && now - sent > forgottenAfter;

const roundAt = (status: number): Round | undefined => {
  if (status === 401) return 'signed-out';
  return status >= 500 || status === 429 || status === 408 ? 'later' : undefined;
};

const sendLine = async (place: Place, way: Way, line: Line): Promise<Round | undefined> => {
  if (isLong(line, way.now())) {
    const found = await way.isThere(line);
    if (found === undefined) return 'offline';
    if (found) {
      dropLine(place, line);
      return undefined;
    }
  }
  keepLine(place, { ...line, sent: line.sent ?? way.now() });
  const answer = await way.post(line);
  if (!answer) return 'offline';
  const round = roundAt(answer.status);
  if (answer.status < 300) dropLine(place, line);
  // What was refused did nothing, and stays with its reason.
  else if (!round) keepLine(place, { ...line, refused: answer.reason ?? String(answer.status) });
  return round;
};

/** Sends what is kept, one after another, until all has its answer or something is in the way. A line that is refused keeps no other from its turn. */
export const sendLines = async (place: Place, way: Way, told: () => void): Promise<Round> => {
  for (const line of keptLines(place).filter(({ refused }) => refused === undefined)) {
    const stopped = await sendLine(place, way, line);
    told();
    if (stopped) return stopped;
  }
  return 'done';
};
