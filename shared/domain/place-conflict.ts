import type { Conflict } from './conflict.ts';
import type { Room } from './room.ts';
import type { Session } from './session.ts';
import type { Track } from './track.ts';

/** What a session's place is judged by. */
export interface Ground {
  room: Room | undefined;
  track: Track | undefined;
}

/** What of a session's room and time is not as its room and its track want it, whatever else is placed. */
export const placeConflicts = (session: Session, { room, track }: Ground): Conflict[] => {
  const about = { session: session.slug, level: 'block' } as const;
  return [
    ...(room?.state === 'closed'
      ? [
          {
            ...about,
            kind: 'room-closed' as const,
            room: room.slug,
            detail: `The room "${room.slug}" is closed and takes no more sessions. Choose another room.`,
          },
        ]
      : []),
    ...(track?.state === 'closed'
      ? [
          {
            ...about,
            kind: 'track-closed' as const,
            detail: `The track "${track.slug}" is closed and takes no more sessions. Choose another track.`,
          },
        ]
      : []),
  ];
};
