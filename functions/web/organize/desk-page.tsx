import type { Desk } from '../../../shared/domain/desk.ts';
import type { Told } from '../../../shared/domain/nomination.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOwn, send } from '../contract.ts';
import { carried } from '../form.tsx';
import { nameIn, organizationsNamed } from '../named.ts';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { zoneOf } from './clock.ts';
import { deskSheet } from './desk-form.tsx';
import { Nominations } from './desk-nomination.tsx';
import { doneHere } from './done.ts';
import { type Editing, openForm } from './editing.tsx';
import { Passing, withRefusal } from './passing.tsx';
import { recordPages } from './record-pages.ts';
import { organizeWords } from './words.ts';

type Names = Awaited<ReturnType<typeof organizationsNamed>>;

/** A desk's name: its network, and the session that it is for. */
const titleOf = (asked: Asked, names: Names, { organization, session }: Desk): string =>
  [nameIn(asked, names, organization), ...(session === undefined ? [] : [session])].join(' · ');

const Desks = ({
  asked,
  summit,
  desks,
  names,
}: {
  asked: Asked;
  summit: Summit;
  desks: readonly Desk[];
  names: Names;
}) => {
  const { desk: w } = organizeWords(asked);
  return (
    <ul class="tasks">
      {desks.map((desk) => (
        <li>
          <a href={`${partAt(asked, summit.slug, 'desks')}/${desk.slug}`}>
            <bdi>{titleOf(asked, names, desk)}</bdi>
          </a>
          <span class="minor">
            {fill(w.card, {
              quota: desk.quota,
              time: moment(asked.language, desk.deadline, zoneOf(summit)),
            })}
            {desk.approval ? ` · ${w.approval}` : null}
          </span>
          <span class={desk.state === 'open' ? 'tag good' : 'tag idle'}>{w.states[desk.state].name}</span>
        </li>
      ))}
    </ul>
  );
};

const listed = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  await enter(asked, 'desk:write', { summit: summit.slug });
  const desks = await readList<Desk>(readOwn, asked, `/summits/${summit.slug}/desks`);
  const names = await organizationsNamed(
    asked.site.house.table,
    desks.map(({ organization }) => organization),
  );
  const [{ desk: w }, { ways }] = [organizeWords(asked), workWords(asked)];
  return workPage(asked, summit, 'desks', {
    title: ways.desks,
    path: `/organize/${summit.slug}/desks`,
    done: doneHere(asked),
    body: (
      <>
        <h1>{ways.desks}</h1>
        <p class="lead">{w.lead}</p>
        <p class="row">
          <a class="button chief" href={`${partAt(asked, summit.slug, 'desks')}/new`}>
            {w.add}
          </a>
        </p>
        {desks.length === 0 ? (
          <p class="none">{w.none}</p>
        ) : (
          <Desks asked={asked} summit={summit} desks={desks} names={names} />
        )}
      </>
    ),
  });
};

const Used = ({ asked, desk }: { asked: Asked; desk: Desk & { used?: number } }) => {
  const { desk: w } = organizeWords(asked);
  const used = desk.used ?? 0;
  const said = fill(desk.session === undefined ? w.usedPeople : w.usedPlaces, { used, quota: desk.quota });
  return (
    <div class="card stack close">
      <p class="figures">{said}</p>
      <progress value={String(used)} max={String(desk.quota)} aria-label={said}></progress>
    </div>
  );
};

const editingOf = async (asked: Asked, isNew: boolean): Promise<Editing<Desk>> => {
  const summit = await summitHere(asked);
  await enter(asked, 'desk:write', { summit: summit.slug });
  const { desk: w } = organizeWords(asked);
  const slug = isNew ? 'new' : (asked.context.req.param('desk') ?? '');
  const list = `/summits/${summit.slug}/desks`;
  const at = `/organize/${summit.slug}/desks/${slug}`;
  const [desk, nominations] = await Promise.all([
    isNew ? undefined : readOwn<Desk>(asked, `${list}/${slug}`).then(({ record }) => record),
    isNew ? [] : readList<Told>(readOwn, asked, `${list}/${slug}/nominations`),
  ]);
  const names = await organizationsNamed(asked.site.house.table, desk ? [desk.organization] : []);
  return {
    summit,
    part: 'desks',
    title: desk ? titleOf(asked, names, desk) : w.add,
    at,
    path: desk ? `${list}/${slug}` : list,
    isNew,
    sheet: deskSheet(asked, summit, isNew),
    start: {},
    crumbs: [{ href: partAt(asked, summit.slug, 'desks'), label: workWords(asked).ways.desks }],
    above: (record) => (
      <>
        <Used asked={asked} desk={record} />
        <Nominations
          asked={asked}
          desk={record}
          all={nominations}
          shown={{ typed: {}, faults: {}, words: asked.words }}
        />
        <h2>{w.settings}</h2>
      </>
    ),
    below: (record, shown) => (
      <Passing asked={asked} noun="desk" record={record} at={`${at}/state`} states={w.states} shown={shown} />
    ),
  };
};

const decided = async (asked: Asked): Promise<Page | Response> => {
  const nomination = asked.context.req.param('nomination') ?? '';
  const editing = await editingOf(asked, false);
  const form = await readForm(asked.request);
  const reason = form[`reason-${nomination}`]?.trim() || undefined;
  const path = `${editing.path}/nominations/${nomination}/decision`;
  try {
    await send(asked, { method: 'POST', path, body: { to: form.to, reason }, key: carried(form).key });
    return goTo(`/${asked.language}${editing.at}?done=decided`);
  } catch (error) {
    return withRefusal(asked, await openForm(asked, editing), error);
  }
};

/** The desks at which networks nominate, and what they nominated. */
export const deskPages: PageRoute[] = [
  ...recordPages<Desk>({
    at: '/{lang}/organize/{summit}/desks',
    noun: 'desk',
    may: 'desk:write',
    listed,
    editingOf,
  }),
  {
    method: 'POST',
    path: '/{lang}/organize/{summit}/desks/{desk}/nominations/{nomination}',
    may: 'nomination:decide',
    handle: decided,
  },
];
