import type { Placement } from '../../../shared/domain/placement.ts';
import type { Room } from '../../../shared/domain/room.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { FaultList, type Faults, Field, Select, type Shown, whole } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { English } from './checks.tsx';
import {
  calledIn,
  mayHere,
  onTheWall,
  type Planning,
  planning,
  readSession,
  roomsOf,
  sessionName,
  sessionPage,
  sessionRecord,
  sessionsAt,
  type WholeSession,
  whenOf,
  wordsOf,
} from './planned.ts';
import { type Refused, shownAs, tried } from './tried.ts';

type Conflict = Placement['warnings'][number];

interface ShownProps {
  here: Planning;
  session: WholeSession;
  placement: Placement;
  rooms: readonly Room[];
}

const Warnings = ({ here, conflicts }: { here: Planning; conflicts: readonly Conflict[] }) =>
  conflicts.length === 0 ? null : (
    <div class="note">
      <p>{wordsOf(here.asked).place.warnings}</p>
      <ul>
        {conflicts.map(({ detail }) => (
          <li>
            <English asked={here.asked}>{onTheWall(here, detail)}</English>
          </li>
        ))}
      </ul>
    </div>
  );

/** Where and when a session is planned, with what stands against it all the same. */
export const PlaceShown = ({ here, session, placement, rooms }: ShownProps) => {
  const { place: words, noRoom } = wordsOf(here.asked);
  const { room, start, overridden = [], held, warnings, claimed } = placement;
  return (
    <section class="card stack close" id="place" aria-labelledby="place-title">
      <h2 id="place-title">{words.title}</h2>
      {start ? (
        <>
          <p class="when">{whenOf(here, placement)}</p>
          <p>{room ? <bdi>{calledIn(here.asked, rooms, room)}</bdi> : noRoom}</p>
          {claimed.length > 0 ? <p class="minor">{fill(words.claimed, { number: claimed.length })}</p> : null}
        </>
      ) : (
        <p class="none">{words.none}</p>
      )}
      {overridden.map(({ reason, detail }) => (
        <p class="note">
          {fill(words.overridden, { reason })} <English asked={here.asked}>{onTheWall(here, detail)}</English>
        </p>
      ))}
      <Warnings here={here} conflicts={[...warnings, ...held]} />
      {mayHere(here, 'placement:write') ? (
        <p>
          <a class="button small" href={sessionsAt(here, session.slug, 'placement')}>
            {words.change}
          </a>
        </p>
      ) : null}
    </section>
  );
};

/** A free place that a refusal names. */
interface Suggestion {
  room?: string;
  start: string;
  end: string;
}

/** What the refusal of a place says beside its sentence. */
interface Against {
  conflicts: Conflict[];
  suggestions?: Suggestion[];
}

const Nearest = ({ here, rooms, against }: { here: Planning; rooms: readonly Room[]; against: Against }) => {
  const words = wordsOf(here.asked).place;
  const { suggestions } = against;
  if (!suggestions) return null;
  return (
    <section class="part" aria-labelledby="near">
      <h2 id="near">{words.near}</h2>
      <p class="minor">{suggestions.length > 0 ? words.nearHint : words.noneNear}</p>
      {suggestions.map(({ room, start, end }) => (
        <p>
          <button class="button" name="offer" value={`${room ?? ''}|${start}|${end}`}>
            {fill(room ? words.at : words.atTime, {
              room: calledIn(here.asked, rooms, room),
              when: whenOf(here, { start, end }),
            })}
          </button>
        </p>
      ))}
    </section>
  );
};

const InTheWay = ({ here, against }: { here: Planning; against: Against }) => {
  const words = wordsOf(here.asked).place;
  const met = new Map(against.conflicts.flatMap(({ with: other }) => (other ? [[other.session, other] as const] : [])));
  return (
    <>
      {[...met.values()].map(({ summit, session, reference }) => (
        <p>
          <a href={`/${here.asked.language}/organize/${summit}/sessions/${session}`}>
            {fill(words.other, { reference })}
          </a>
        </p>
      ))}
    </>
  );
};

interface FormProps {
  here: Planning;
  shown: Shown;
  tag: string;
  rooms: readonly Room[];
  session: WholeSession;
  against: Against | undefined;
}

// An hour that comes twice is typed as an instant, which a picker of hours does not take.
const startType = ({ typed, faults }: Shown): 'text' | 'datetime-local' =>
  faults.start !== undefined || /[Z+]/.test(typed.start ?? '') ? 'text' : 'datetime-local';

const PlaceForm = ({ here, shown, tag, rooms, session, against }: FormProps) => {
  const words = wordsOf(here.asked).place;
  return (
    <form method="post" class="fields">
      <Carried asked={here.asked} form={shown.typed} tag={tag} />
      <button class="unseen" name="deed" value="place" tabindex={-1} aria-hidden="true" />
      {against ? <InTheWay here={here} against={against} /> : null}
      {against ? <Nearest here={here} rooms={rooms} against={against} /> : null}
      <Select
        name="room"
        label={words.room}
        shown={shown}
        none={words.noRoom}
        options={rooms.map(({ slug }) => [slug, calledIn(here.asked, rooms, slug)])}
      />
      <div class="pairs">
        <Field
          name="start"
          label={fill(words.start, { zone: here.summit.zone ?? 'UTC' })}
          type={startType(shown)}
          shown={shown}
        />
        <Field name="minutes" label={words.minutes} hint={words.minutesHint} type="number" shown={shown} optional />
      </div>
      {(against || shown.typed['override.reason']) && mayHere(here, 'placement:override') ? (
        <Field name="override.reason" label={words.override} hint={words.overrideHint} shown={shown} optional />
      ) : null}
      <div class="row">
        <button class="button chief" name="deed" value="place">
          {words.put}
        </button>
        {session.start ? (
          <button class="button" name="deed" value="off" formnovalidate>
            {words.off}
          </button>
        ) : null}
        <a class="button" href={sessionsAt(here, session.slug)}>
          {workWords(here.asked).cancel}
        </a>
      </div>
    </form>
  );
};

const minutesOf = ({ start, end }: Partial<Suggestion>): string =>
  start && end ? String((Date.parse(end) - Date.parse(start)) / 60_000) : '';

const typedOf = (session: WholeSession): Form => ({
  room: session.room ?? '',
  start: session.local?.start.slice(0, 16) ?? '',
  minutes: session.start && session.end ? minutesOf({ start: session.start, end: session.end }) : '',
});

// An hour that has to be typed as an instant stays one; what is in the way is told by the clock on the wall.
export const readable = (here: Planning, faults: Faults = {}): Faults =>
  faults[whole] === undefined ? faults : { ...faults, [whole]: onTheWall(here, faults[whole]) };

const placePage = async (here: Planning, form?: Form, refused?: Refused): Promise<Page> => {
  const [{ record: session, tag }, rooms] = await Promise.all([readSession(here), roomsOf(here)]);
  const now = refused?.isStale ? typedOf(session) : undefined;
  const shown = shownAs(here.asked, form ?? typedOf(session), readable(here, refused?.faults), now);
  const against = refused?.error.also?.conflicts ? (refused.error.also as unknown as Against) : undefined;
  const title = fill(wordsOf(here.asked).place.formTitle, { reference: session.reference });
  const kept = form && !refused?.isStale ? (carried(form).tag ?? tag) : tag;
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/placement`,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <PlaceForm here={here} shown={shown} tag={kept} rooms={rooms} session={session} against={against} />
      </>
    ),
  });
};

/** Where and when a session is to be held, to be filled in. */
export const askPlace = async (asked: Asked): Promise<Page> => placePage(await planning(asked, 'placement:write'));

/** A place that was offered is taken as it was offered. */
const draftOf = (form: Form) => {
  const [room, start, end] = (form.offer ?? '').split('|');
  if (start) return { ...(room ? { room } : {}), start, end };
  const reason = form['override.reason'];
  return {
    ...(form.room ? { room: form.room } : {}),
    start: form.start ?? '',
    ...(form.minutes ? { minutes: Number(form.minutes) } : {}),
    ...(reason ? { override: { reason } } : {}),
  };
};

const placed = async (here: Planning, form: Form): Promise<Response> => {
  const { asked } = here;
  const path = `${sessionRecord(here, sessionName(here))}/placement`;
  const { tag } = carried(form);
  const isOff = form.deed === 'off' && !form.offer;
  await (isOff
    ? send(asked, { method: 'DELETE', path, tag })
    : send<Placement>(asked, { method: 'PUT', path: `${path}?suggest=3`, body: draftOf(form), tag }));
  return goTo(`${sessionsAt(here, sessionName(here))}?done=${isOff ? 'off' : 'placed'}`);
};

/** Places a session, moves it or takes it off; a refusal shows what is in the way, and the nearest places that are free. */
export const placeSession = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'placement:write');
  const form = await readForm(asked.request);
  return tried(
    asked,
    ['room', 'start', 'minutes', 'override.reason'],
    () => placed(here, form),
    (refused) => placePage(here, form, refused),
  );
};
