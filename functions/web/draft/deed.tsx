import type { Child } from 'hono/jsx';
import type { DeedName } from '../../../shared/domain/access.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { FaultList, type Faults, type Shown, whole } from '../field.tsx';
import { Carried, carried, faultsFrom, isStale } from '../form.tsx';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { workWords } from '../workspace.ts';
import { type RoomPart, roomPage } from './frame.tsx';
import { type Room, roomOf } from './room.ts';

/** What a form sends with its body. */
export interface Sent {
  key: string | undefined;
  tag: string | undefined;
}

/** A deed that is done by a form of its own: what it is about is read anew each time that the form is shown. */
export interface DeedForm<T> {
  /** Below the declaration's address. */
  path: string;
  may: DeedName;
  part: RoomPart;
  read: (room: Room) => Promise<T> | T;
  title: (room: Room, about: T) => string;
  /** What stands between the title and the form. */
  lead?: (room: Room, about: T) => Child;
  /** What the form holds before anybody typed. */
  begins?: (room: Room, about: T) => Record<string, string>;
  fields: (room: Room, about: T, shown: Shown) => Child;
  /** The ETag that a change is made from. */
  tag?: (room: Room, about: T) => string | undefined;
  button: (room: Room) => string;
  isGrave?: true;
  /** What makes the form better where there is script. */
  scripts?: readonly string[];
  /** Does it, and says where to go then: below the declaration's address. */
  send: (room: Room, form: Form, sent: Sent, about: T) => Promise<string>;
}

interface Standing<T> {
  room: Room;
  about: T;
  form?: Form;
  faults?: Faults;
  now?: Record<string, string>;
  tag?: string | undefined;
  status?: number;
}

const below = '/{lang}/organize/{summit}/declarations/{declaration}';

const deedPage = <T,>(deed: DeedForm<T>, { room, about, form, faults = {}, now, tag, status }: Standing<T>): Page => {
  const { asked, words } = room;
  const title = deed.title(room, about);
  const shown: Shown = { typed: form ?? deed.begins?.(room, about) ?? {}, faults, words: asked.words, now };
  return roomPage(room, deed.part, {
    title: status === undefined ? title : fill(asked.words.withProblem, { title }),
    status,
    scripts: deed.scripts,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        {deed.lead?.(room, about)}
        <form method="post" class="fields">
          <Carried asked={asked} {...(form ? { form } : {})} tag={tag ?? deed.tag?.(room, about)} />
          {deed.fields(room, about, shown)}
          <div class="row">
            <button class={deed.isGrave ? 'button grave' : 'button chief'}>{deed.button(room)}</button>
            <a class="button" href={room.at}>
              {words.back}
            </a>
          </div>
        </form>
      </>
    ),
  });
};

/** Somebody else was faster: what was typed stays, beside what stands there now, and the next sending is made from that. */
const stalePage = async <T,>(asked: Asked, deed: DeedForm<T>, { form }: { form: Form }): Promise<Page> => {
  const room = await roomOf(asked, deed.may);
  const about = await deed.read(room);
  const { _tag: _, ...typed } = form;
  return deedPage(deed, {
    room,
    about,
    form: typed,
    faults: { [whole]: workWords(asked).stale },
    now: deed.begins?.(room, about) ?? {},
    tag: deed.tag?.(room, about),
    status: statusOf('stale'),
  });
};

const answer = async <T,>(asked: Asked, deed: DeedForm<T>): Promise<Page | Response> => {
  const room = await roomOf(asked, deed.may);
  const about = await deed.read(room);
  const form = await readForm(asked.request);
  try {
    return goTo(`${room.at}${await deed.send(room, form, carried(form), about)}`);
  } catch (error) {
    if (isStale(error)) return stalePage(asked, deed, { form });
    const faults = faultsFrom(asked, error, [...new Set([...Object.keys(form), ...fieldsOf(deed, room, about)])]);
    const status = error instanceof DomainError ? statusOf(error.code) : 500;
    return deedPage(deed, { room, about, form, faults, tag: carried(form).tag, status });
  }
};

// What is not ticked is not sent: such a field is known by what the form began with.
const fieldsOf = <T,>(deed: DeedForm<T>, room: Room, about: T): string[] =>
  Object.keys(deed.begins?.(room, about) ?? {});

/** The pages of a deed: its form, and what answers it. */
export const deedRoutes = <T,>(deed: DeedForm<T>): PageRoute[] => [
  {
    method: 'GET',
    path: `${below}${deed.path}`,
    may: deed.may,
    handle: async (asked) => {
      const room = await roomOf(asked, deed.may);
      return deedPage(deed, { room, about: await deed.read(room) });
    },
  },
  { method: 'POST', path: `${below}${deed.path}`, may: deed.may, handle: (asked) => answer(asked, deed) },
];

/** A page of the room that only shows. */
export const roomRoute = (path: string, handle: (room: Room) => Promise<Page>): PageRoute => ({
  method: 'GET',
  path: `${below}${path}`,
  may: 'read',
  handle: async (asked) => handle(await roomOf(asked)),
});

/** A deed of one button. Where it is refused, the page of its form says why. */
export const Button = ({
  room: { asked, at },
  to,
  label,
  name,
  tag,
  values = {},
}: {
  room: Room;
  to: string;
  label: Child;
  /** What the button is called for ears, where its label is a sign. */
  name?: string;
  tag?: string;
  values?: Record<string, string>;
}) => (
  <form method="post" action={`${at}${to}`}>
    <Carried asked={asked} tag={tag} />
    {Object.entries(values).map(([field, value]) => (
      <input type="hidden" name={field} value={value} />
    ))}
    <button class="button small" aria-label={name}>
      {label}
    </button>
  </form>
);
