import { DomainError, notFound } from '../../../shared/domain/error.ts';
import type { Conflict } from '../../../shared/domain/conflict.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Field, FaultList, type Faults, Select, type Shown, whole } from '../field.tsx';
import { Carried, faultsFrom, isStale } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { Said } from '../said.tsx';
import { partAt, workPage } from '../workspace.ts';
import { formAt, minutesOf } from './chip.tsx';
import type { Names } from './conflict.tsx';
import { Standing, standingOf } from './done.tsx';
import { placed, swapped, takenOff, wantedIn, wantedWhere } from './move.ts';
import { boardWords, dayNamed, placeNamed } from './place.ts';
import { daysOf, isMovable, isOnDay, type Plan, queryOf, readPlan, viewOf } from './read.ts';
import { Refusal, type Refused, type Suggestion } from './refusal.tsx';

const fields = ['room', 'day', 'start', 'minutes', 'override.reason', 'swap'] as const;

interface FormProps {
  asked: Asked;
  plan: Plan;
  session: Session;
  shown: Shown;
  form?: Form | undefined;
}

const typedOf = ({ room, local, ...session }: Session, plan: Plan, day: string): Form => ({
  room: room ?? '',
  day: local?.start.slice(0, 10) ?? day,
  start: local?.start.slice(11, 16) ?? '',
  minutes: String(minutesOf({ room, local, ...session }, plan.tracks)),
});

const actionOf = ({ asked, plan, session }: FormProps): string =>
  formAt(asked, plan.summit.slug, session.slug, viewOf(asked, daysOf(plan)));

const PlaceForm = (props: FormProps) => {
  const { asked, plan, session, shown, form } = props;
  const words = boardWords(asked);
  const rooms = plan.rooms.filter(({ state, slug }) => state === 'open' || slug === session.room);
  const days = daysOf(plan).map((day) => [day, dayNamed(asked.language, day)] as const);
  return (
    <form class="fields" method="post" action={actionOf(props)} novalidate>
      <Carried asked={asked} {...(form ? { form } : {})} tag={`"${session.version}"`} />
      <Select
        name="room"
        label={words.form.room}
        shown={shown}
        none={words.noRoom}
        options={rooms.map(({ slug, name }) => [slug, inLanguage(name, asked.language)] as const)}
      />
      <Select name="day" label={words.form.day} shown={shown} options={days} />
      <div class="pairs">
        <Field
          name="start"
          label={words.form.start}
          hint={fill(words.form.startHint, { zone: plan.summit.zone ?? 'UTC' })}
          shown={shown}
          type="time"
        />
        <Field name="minutes" label={words.form.minutes} shown={shown} type="number" />
      </div>
      <div>
        <button class="button chief">{words.form.save}</button>
      </div>
    </form>
  );
};

const OffForm = (props: FormProps) => (
  <form method="post" action={actionOf(props)}>
    <Carried asked={props.asked} tag={`"${props.session.version}"`} />
    <input type="hidden" name="off" value="yes" />
    <button class="button">{boardWords(props.asked).form.off}</button>
  </form>
);

const SwapForm = (props: FormProps) => {
  const { asked, plan, session, shown } = props;
  const words = boardWords(asked).form;
  const day = session.local?.start.slice(0, 10) ?? '';
  const others = plan.sessions.filter((one) => one.slug !== session.slug && isMovable(one) && isOnDay(one, day));
  if (others.length === 0) return null;
  const options = others.map(
    (one) =>
      [one.slug, `${one.reference} · ${placeNamed(asked, plan.rooms, { room: one.room, ...one.local })}`] as const,
  );
  return (
    <form class="fields" method="post" action={actionOf(props)}>
      <h2>{words.swap}</h2>
      <Carried asked={asked} tag={`"${session.version}"`} />
      <Select name="swap" label={words.swapWith} hint={words.swapHint} shown={shown} options={options} />
      <div>
        <button class="button">{words.swapSave}</button>
      </div>
    </form>
  );
};

const Forms = (props: FormProps) => (
  <>
    <PlaceForm {...props} />
    {props.session.local ? <SwapForm {...props} /> : null}
    {props.session.start || props.session.room ? <OffForm {...props} /> : null}
  </>
);

const Ways = ({ asked, plan, session }: FormProps) => {
  const words = boardWords(asked).form;
  const board = partAt(asked, plan.summit.slug, 'board');
  return (
    <p class="row">
      <a href={`${board}${queryOf(viewOf(asked, daysOf(plan)))}`}>{words.board}</a>
      <a href={`${partAt(asked, plan.summit.slug, 'sessions')}/${session.slug}`}>{words.session}</a>
    </p>
  );
};

interface Told {
  names: Names;
  standing: Awaited<ReturnType<typeof standingOf>>;
  refused?: Refused | undefined;
  faults?: Faults;
  form?: Form;
}

const pageOf = (asked: Asked, plan: Plan, session: Session, told: Told): Page => {
  const words = boardWords(asked);
  const title = fill(words.form.title, { session: session.reference });
  const { refused, faults = {}, form, names, standing } = told;
  const typed = { ...typedOf(session, plan, viewOf(asked, daysOf(plan)).day), ...form };
  const props = { asked, plan, session, shown: { typed, faults, words: asked.words }, form };
  const isWrong = refused !== undefined || Object.keys(faults).length > 0;
  const page = {
    title: isWrong ? fill(asked.words.withProblem, { title }) : title,
    ...(form ? {} : { path: `/organize/${plan.summit.slug}/board/${session.slug}` }),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">
          <Said text={session.title} language={asked.language} />
        </p>
        {refused ? <Refusal asked={asked} plan={plan} names={names} refused={refused} /> : null}
        <FaultList shown={props.shown} />
        <div class="stack close">
          <p>
            <b>{words.form.now}</b>: {placeNamed(asked, plan.rooms, { room: session.room, ...session.local })}
          </p>
          <Standing plan={plan} {...standing} />
          {standing.placement.overridden?.map((one) => (
            <p class="note bad">{fill(words.form.overriddenBy, { detail: one.detail, reason: one.reason })}</p>
          ))}
        </div>
        {isMovable(session) ? <Forms {...props} /> : <p class="note">{words.form.stays}</p>}
        <Ways {...props} />
      </>
    ),
  };
  return workPage(asked, plan.summit, 'board', page, plan.caller);
};

const sessionIn = ({ sessions }: Plan, { context }: Asked): Session => {
  const found = sessions.find(({ slug }) => slug === context.req.param('session'));
  if (!found) throw notFound('session');
  return found;
};

/** Where a session is placed without script: the same choices as on the board. */
export const formPage = async (asked: Asked): Promise<Page> => {
  const plan = await readPlan(asked);
  const session = sessionIn(plan, asked);
  const standing = await standingOf(asked, session);
  return pageOf(asked, plan, session, { names: standing.names, standing });
};

const refusalOf = (asked: Asked, plan: Plan, session: Session, form: Form, error: DomainError): Refused => {
  const { conflicts = [], suggestions = [] } = (error.also ?? {}) as {
    conflicts?: Conflict[];
    suggestions?: Suggestion[];
  };
  const isPlace = form.off === undefined && form.swap === undefined;
  const wanted = isPlace ? wantedWhere(wantedIn(form), plan.summit.zone ?? 'UTC') : undefined;
  const stale = isStale(error);
  const text = stale || conflicts.length > 0 ? undefined : faultsFrom(asked, error, [])[whole];
  return { session, wanted, isStale: stale, text, conflicts, suggestions };
};

// A form has no end: what is wrong with it is so because of the start, or lasts too long from there.
const atFields = (error: unknown): unknown => {
  if (!(error instanceof DomainError) || !error.errors) return error;
  const errors = error.errors.map((one) => (one.pointer === '/end' ? { ...one, pointer: '/start' } : one));
  return new DomainError(error.code, error.message, { errors });
};

const refusedPage = async (asked: Asked, form: Form, error: unknown): Promise<Page> => {
  const plan = await readPlan(asked);
  const session = sessionIn(plan, asked);
  const faults = faultsFrom(asked, atFields(error), fields);
  if (!(error instanceof DomainError)) throw error;
  const standing = await standingOf(asked, session);
  const isOfFields = error.errors !== undefined;
  const refused = isOfFields ? undefined : refusalOf(asked, plan, session, form, error);
  const told = { names: standing.names, standing, refused, form: { ...form, ...again(form, plan) } };
  const page = pageOf(asked, plan, session, { ...told, faults: isOfFields ? faults : {} });
  return { ...page, status: statusOf(error.code) };
};

// One of the nearest places that is taken meanwhile stands in the form, to be changed a little.
const again = (form: Form, { summit }: Plan): Form => {
  if (!form.place) return {};
  const { start = '', room = '' } = wantedWhere(wantedIn(form), summit.zone ?? 'UTC');
  return { room, day: start.slice(0, 10), start: start.slice(11, 16) };
};

const reasonless = (asked: Asked): DomainError =>
  new DomainError('invalid', '', {
    errors: [{ pointer: '/override/reason', detail: boardWords(asked).refusal.reasonMissing }],
  });

const done = async (asked: Asked, form: Form): Promise<{ day: string; moved?: string; off?: string }> => {
  const at = { summit: asked.context.req.param('summit') ?? '', slug: asked.context.req.param('session') ?? '' };
  const { day = '' } = asked.context.req.query();
  if (form.off) {
    await takenOff(asked, at, form);
    return { day, off: at.slug };
  }
  if (form.swap) {
    const plan = await readPlan(asked);
    await swapped(asked, plan, sessionIn(plan, asked), form);
    return { day, moved: at.slug };
  }
  if (form.deed === 'override' && !form['override.reason']?.trim()) throw reasonless(asked);
  const { local } = await placed(asked, at, form);
  return { day: local?.start.slice(0, 10) ?? day, moved: at.slug };
};

/** Moves a session, or says why not: for who has no script, and for the board's own script, which takes from the answer what it shows. */
export const moveSession = async (asked: Asked): Promise<Page | Response> => {
  const form = await readForm(asked.request);
  try {
    const { day, ...what } = await done(asked, form);
    const view = viewOf(asked, []);
    return goTo(`${partAt(asked, asked.context.req.param('summit') ?? '', 'board')}${queryOf({ ...view, day }, what)}`);
  } catch (error) {
    return refusedPage(asked, form, error);
  }
};
