import type { Conflict } from './conflict.ts';
import { hoursOn, isWithin, joined, localDays, openSpans } from './hours.ts';
import { overlaps, type Span } from './ledger.ts';
import type { Room } from './room.ts';
import type { Session } from './session.ts';
import type { Track } from './track.ts';
import { localTime } from './when.ts';

/** What a session's place is judged by. */
export interface Ground {
  room: Room | undefined;
  track: Track | undefined;
}

type Found = Pick<Conflict, 'kind' | 'level' | 'detail'> & Partial<Conflict>;

const shownFrom = (span: Span, zone: string): string =>
  `from ${localTime(span.start, zone).replace('T', ' ')} to ${localTime(span.end, zone).replace('T', ' ')} (${zone})`;

const closed = ({ room, track }: Ground): Found[] => [
  ...(room?.state === 'closed'
    ? [
        {
          kind: 'room-closed' as const,
          level: 'block' as const,
          room: room.slug,
          detail: `The room "${room.slug}" is closed and takes no more sessions. Choose another room.`,
        },
      ]
    : []),
  ...(track?.state === 'closed'
    ? [
        {
          kind: 'track-closed' as const,
          level: 'block' as const,
          detail: `The track "${track.slug}" is closed and takes no more sessions. Choose another track.`,
        },
      ]
    : []),
];

const openings = ({ hours }: Room, zone: string, span: Span): string =>
  localDays(span, zone)
    .map((day) => {
      const open = hoursOn(hours, day).map(({ from, to }) => `from ${from} to ${to}`);
      return `on ${day} ${open.length > 0 ? open.join(' and ') : 'not at all'}`;
    })
    .join(', ');

const outsideHours = (room: Room, span: Span, zone: string): Found[] =>
  room.hours.length === 0 || isWithin(openSpans(room.hours, zone, span), span)
    ? []
    : [
        {
          kind: 'outside-hours',
          level: room.policy,
          room: room.slug,
          detail: `The room "${room.slug}" is open ${openings(room, zone, span)}, and this is ${shownFrom(span, zone)}. Choose another time or room.`,
        },
      ];

const blackedOut = (room: Room, span: Span, zone: string): Found[] =>
  room.blackouts
    .filter((blackout) => overlaps(blackout, span))
    .map(({ start, end, why }) => ({
      kind: 'blackout' as const,
      level: room.policy,
      room: room.slug,
      overlap: { start: start > span.start ? start : span.start, end: end < span.end ? end : span.end },
      detail: `The room "${room.slug}" cannot be used ${shownFrom({ start, end }, zone)}${why === undefined ? '' : ` (${why})`}. Choose another time or room.`,
    }));

const mostNamed = 5;

const outsideWindow = ({ slug, windows }: Track, span: Span, zone: string): Found[] => {
  const open = joined(windows);
  if (open.length === 0 || isWithin(open, span)) return [];
  const named = open.slice(0, mostNamed).map((one) => shownFrom(one, zone));
  const more = open.length > mostNamed ? `, and ${open.length - mostNamed} times more` : '';
  return [
    {
      kind: 'outside-window',
      level: 'block',
      detail: `The track "${slug}" is held ${named.join(', ')}${more}, and this is ${shownFrom(span, zone)}. Choose another time.`,
    },
  ];
};

const otherRoom = ({ slug, rooms }: Track, room: string | undefined): Found[] =>
  rooms.length === 0 || room === undefined || rooms.includes(room)
    ? []
    : [
        {
          kind: 'other-room',
          level: 'block',
          room,
          detail: `The track "${slug}" is held in ${rooms.map((one) => `"${one}"`).join(', ')}, and not in the room "${room}". Choose one of those.`,
        },
      ];

/** What of a room and a time is not as the room and the track want it, whatever else is placed. */
export const placeConflicts = (
  session: Pick<Session, 'slug' | 'room' | 'zone' | 'start' | 'end'>,
  ground: Ground,
): Conflict[] => {
  const { room, track } = ground;
  const { slug, start, end, zone = 'UTC' } = session;
  const found = closed(ground);
  if (start !== undefined && end !== undefined) {
    const span = { start, end };
    if (room) found.push(...outsideHours(room, span, zone), ...blackedOut(room, span, zone));
    if (track) found.push(...outsideWindow(track, span, zone));
  }
  if (track) found.push(...otherRoom(track, session.room));
  return found.map((one) => ({ session: slug, ...one }));
};
