import type { Crew } from './crew.ts';
import type { Room } from './room.ts';
import type { Session } from './session.ts';

/** The room that a session is to be held in, as far as it has to suffice. */
export type Setting = Pick<Room, 'slug' | 'name' | 'capacity' | 'podiumSeats' | 'booths'> & {
  /** The languages that it is equipped for; left out where that is not recorded. */
  languages?: readonly string[] | undefined;
};

/** Somebody of the crew, as far as languages go. */
export type Interpreting = Pick<Crew, 'as' | 'state' | 'languages'>;

/** What is said of a session's room or crew. */
export interface Remark {
  check: 'language' | 'podium' | 'audience';
  isWell: boolean;
  sentence: string;
  language?: string;
}

const names = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;

const base = (tag: string): string => tag.split('-')[0] ?? tag;

const interprets = (crew: readonly Interpreting[], { languages }: Session, to: string): boolean => {
  const heard = [...(languages?.spoken ?? []), ...(languages?.interpreted ?? [])].map(base);
  return crew.some(
    (one) =>
      one.as === 'interpreter' &&
      one.state === 'assigned' &&
      one.languages.some((pair) => base(pair.to) === base(to) && heard.includes(base(pair.from))),
  );
};

const boothFault = (room: Setting, tag: string, at: number, many: number): string | undefined => {
  if (room.booths === undefined) return `it is not recorded how many booths the room "${room.slug}" has`;
  if (at < room.booths) return undefined;
  const languages = many === 1 ? '1 interpreted language' : `${many} interpreted languages`;
  return `the room "${room.slug}" has ${room.booths === 1 ? '1 booth' : `${room.booths} booths`} for ${languages}`;
};

const equipmentFault = ({ slug, languages }: Setting, tag: string): string | undefined =>
  languages && !languages.some((one) => base(one) === base(tag))
    ? `the room "${slug}" is not equipped for it`
    : undefined;

/** Whether each language that is offered in interpretation has a booth, a room that is equipped for it, and an interpreter. */
const languageRemarks = (session: Session, room: Setting | undefined, crew: readonly Interpreting[]): Remark[] => {
  const offered = session.languages?.interpreted ?? [];
  return offered.map((language, at) => {
    const faults = [
      room && boothFault(room, language, at, offered.length),
      room && equipmentFault(room, language),
      interprets(crew, session, language) ? undefined : 'nobody of the crew interprets into it',
    ].filter((fault) => fault !== undefined);
    const name = names(language);
    return {
      check: 'language',
      language,
      isWell: faults.length === 0,
      sentence:
        faults.length === 0
          ? `Interpretation into ${name} is provided for.`
          : `Interpretation into ${name} is offered, but ${faults.join(', and ')}: provide for it, or do not offer it.`,
    };
  });
};

const podium = (seated: number, { slug, podiumSeats }: Setting): Remark[] => {
  if (podiumSeats === undefined) return [];
  const isWell = seated <= podiumSeats;
  const is = `The panel has ${seated === 1 ? '1 person' : `${seated} people`} and the podium of the room "${slug}" ${podiumSeats === 1 ? '1 seat' : `${podiumSeats} seats`}`;
  return [{ check: 'podium', isWell, sentence: `${is}${isWell ? '' : ': add seats, or choose another room'}.` }];
};

const audience = ({ expected }: Session, { slug, capacity }: Setting): Remark[] => {
  if (expected === undefined || capacity === undefined) return [];
  const isWell = expected <= capacity;
  const is = `${expected} people are expected and the room "${slug}" holds ${capacity}`;
  return [{ check: 'audience', isWell, sentence: `${is}${isWell ? '' : ': choose a larger room'}.` }];
};

/** What of a session's room and crew does not suffice for what it wants; and what does, where that can be told. */
export const remarksOn = (
  session: Session,
  { room, crew, seated }: { room: Setting | undefined; crew: readonly Interpreting[]; seated: number },
): Remark[] => {
  // Who meets online alone needs no seats and no booths.
  const place = session.mode === 'online' ? undefined : room;
  return [
    ...languageRemarks(session, place, crew),
    ...(place ? [...podium(seated, place), ...audience(session, place)] : []),
  ];
};
