import { mailLanguages } from '../../../shared/domain/language.ts';
import { isLive, type Told } from '../../../shared/domain/nomination.ts';
import { panelRoles } from '../../../shared/domain/panelist.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { hasCome } from '../../../shared/domain/when.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { ownNames } from '../../../shared/words/page/language.ts';
import { readList, readOwn, send } from '../contract.ts';
import { FaultList, Field, type Faults, Select } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { nameIn, organizationsNamed } from '../named.ts';
import { organizationTyped } from '../organize/organization-choice.ts';
import { shownAs, tried } from '../organize/tried.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { type AtSummit, deskAt, deskPage, named, summitDesk } from './frame.tsx';
import { type DeskInUse, quotaSaid } from './summit.tsx';

/** A desk with whom was nominated there, and where they may be. */
export interface AtDesk extends AtSummit {
  desk: DeskInUse;
}

/** Where a desk is read and written. */
export const recordOf = ({ summit, desk }: AtDesk): string => `/summits/${summit.slug}/desks/${desk.slug}`;

/** Where its page stands. */
export const pageOf = ({ asked, organization, summit, desk }: AtDesk): string =>
  deskAt(asked, organization.slug, summit.slug, 'nominations', desk.slug);

/** Reads the desk of a page. Errors: the contract's own: what is another network's is not there. */
export const deskInUse = async (asked: Asked, at: AtSummit): Promise<AtDesk> => {
  const path = `/summits/${at.summit.slug}/desks/${encodeURIComponent(named(asked, 'desk'))}`;
  return { ...at, desk: (await readOwn<DeskInUse>(asked, path)).record };
};

const stateSaid = ({ words }: AtDesk, { state, answer }: Told): string => {
  const { states, answers } = words.nominations;
  const told = answer && answer.state in answers ? answers[answer.state as keyof typeof answers] : undefined;
  return told === undefined ? states[state] : `${states[state]}: ${told}`;
};

const look = ({ state, answer }: Told): string =>
  answer?.state === 'confirmed' ? 'good' : isLive({ state }) ? 'warn' : 'idle';

const Withdrawing = ({ at, nomination }: { at: AtDesk; nomination: Told }) => (
  <form method="post" action={`${pageOf(at)}/${nomination.slug}`}>
    <Carried asked={at.asked} />
    <button class="button small" aria-label={fill(at.words.nominations.withdraw, { name: nomination.name })}>
      {at.words.nominations.deed}
    </button>
  </form>
);

interface Listed {
  at: AtDesk;
  nominations: readonly Told[];
  known: Awaited<ReturnType<typeof organizationsNamed>>;
}

const Row = ({ at, nomination, known }: { at: AtDesk; nomination: Told; known: Listed['known'] }) => {
  const { asked, words } = at;
  const w = words.nominations;
  return (
    <tr>
      <td data-name={w.who}>
        <bdi>{nomination.name}</bdi>
        {nomination.title ? (
          <span class="minor">
            {' '}
            <bdi>{nomination.title}</bdi>
          </span>
        ) : null}
      </td>
      <td data-name={w.for}>
        <bdi>{nameIn(asked, known, nomination.for)}</bdi>
      </td>
      <td data-name={w.where}>
        {nomination.session ?? w.pool} · {w.roles[nomination.role]}
      </td>
      <td data-name={w.state}>
        <span class={`tag ${look(nomination)}`}>{stateSaid(at, nomination)}</span>
      </td>
      <td>{isLive(nomination) ? <Withdrawing at={at} nomination={nomination} /> : null}</td>
    </tr>
  );
};

const Nominations = ({ at, nominations, known }: Listed) => {
  const w = at.words.nominations;
  if (nominations.length === 0) return <p class="none">{w.none}</p>;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={w.title}>
      <table class="folds">
        <thead>
          <tr>
            {[w.who, w.for, w.where, w.state, w.deed].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nominations.map((nomination) => (
            <Row at={at} nomination={nomination} known={known} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const fields = ['name', 'title', 'email', 'language', 'for', 'session', 'role'] as const;

const Nominating = ({
  at,
  sessions,
  form,
  faults,
}: {
  at: AtDesk;
  sessions: readonly Session[];
  form: Form;
  faults: Faults;
}) => {
  const { asked, desk, words } = at;
  const w = words.nominations;
  const shown = shownAs(asked, { role: 'panelist', language: asked.language, ...form }, faults);
  return (
    <form class="fields" method="post" action={pageOf(at)} novalidate>
      <FaultList shown={shown} />
      <h2>{w.new}</h2>
      <Carried asked={asked} form={form} />
      <Field name="name" label={w.name} shown={shown} />
      <Field name="title" label={w.printed} shown={shown} optional />
      <div class="pairs">
        <Field name="email" label={w.email} hint={w.emailHint} type="email" shown={shown} optional />
        <Select
          name="language"
          label={w.language}
          options={mailLanguages.map((tag) => [tag, ownNames[tag]])}
          shown={shown}
        />
      </div>
      <Field name="for" label={w.member} hint={w.memberHint} shown={shown} optional />
      {desk.session === undefined ? (
        <Select
          name="session"
          label={w.session}
          none={w.pool}
          options={sessions.map((one) => [one.slug, `${one.reference} · ${inLanguage(one.title, asked.language)}`])}
          shown={shown}
        />
      ) : null}
      <Select name="role" label={w.role} options={panelRoles.map((role) => [role, w.roles[role]])} shown={shown} />
      <div>
        <button class="button chief">{w.send}</button>
      </div>
    </form>
  );
};

const wayIn = ({ asked, desk, words }: AtDesk): string | undefined => {
  if (desk.state !== 'open' || hasCome(desk.deadline, asked.stamp.at)) return words.nominations.over;
  return undefined;
};

const shownPage = async (at: AtDesk, form: Form = {}, faults: Faults = {}): Promise<Page> => {
  const { asked, summit, desk, words } = at;
  const [nominations, sessions] = await Promise.all([
    readList<Told>(readOwn, asked, `${recordOf(at)}/nominations`),
    desk.session === undefined ? readList<Session>(readOwn, asked, `/summits/${summit.slug}/sessions`) : [],
  ]);
  const known = await organizationsNamed(
    asked.site.house.table,
    nominations.map((one) => one.for),
  );
  const over = wayIn(at);
  const title = words.nominations.title;
  return deskPage(at, {
    title,
    at: [summit.slug, 'nominations', desk.slug],
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{quotaSaid(at, desk).join(' · ')}</p>
        <progress
          value={String(desk.used)}
          max={String(desk.quota)}
          aria-label={fill(words.used, {
            used: desk.used,
            quota: desk.quota,
            left: Math.max(0, desk.quota - desk.used),
          })}
        ></progress>
        {desk.approval ? <p class="note">{words.approval}</p> : null}
        <Nominations at={at} nominations={nominations} known={known} />
        {over === undefined && desk.used >= desk.quota ? <p class="said warn">{words.nominations.full}</p> : null}
        {over === undefined ? (
          <>
            <Nominating at={at} sessions={sessions} form={form} faults={faults} />
            <p>
              <a href={`${pageOf(at)}/rows`}>{words.nominations.paste}</a>
            </p>
          </>
        ) : (
          <p class="note">{over}</p>
        )}
      </>
    ),
  });
};

/** A desk: how much of its quota is used, whom the network nominated and what became of that, and nominating somebody. */
export const nominationsPage = async (asked: Asked): Promise<Page> =>
  shownPage(await deskInUse(asked, await summitDesk(asked)));

const bodyOf = async (asked: Asked, form: Form): Promise<object> => {
  const typed = (name: (typeof fields)[number]): string | undefined => form[name]?.trim() || undefined;
  return {
    name: form.name?.trim() ?? '',
    title: typed('title'),
    email: typed('email'),
    language: typed('language'),
    for: await organizationTyped(asked, form.for, '/for'),
    session: typed('session'),
    role: typed('role'),
  };
};

/** Nominates somebody. */
export const nominate = async (asked: Asked): Promise<Page | Response> => {
  const [at, form] = [
    await deskInUse(asked, await summitDesk(asked, 'nomination:write')),
    await readForm(asked.request),
  ];
  return tried(
    asked,
    fields,
    async () => {
      const body = await bodyOf(asked, form);
      await send(asked, { method: 'POST', path: `${recordOf(at)}/nominations`, body, key: carried(form).key });
      return goTo(`${pageOf(at)}?done=nominated`);
    },
    ({ faults }) => shownPage(at, form, faults),
  );
};

/** Withdraws a nomination: its place is free again. */
export const withdraw = async (asked: Asked): Promise<Page | Response> => {
  const [at, form] = [
    await deskInUse(asked, await summitDesk(asked, 'nomination:write')),
    await readForm(asked.request),
  ];
  const path = `${recordOf(at)}/nominations/${encodeURIComponent(named(asked, 'nomination'))}/withdrawal`;
  return tried(
    asked,
    [],
    async () => {
      await send(asked, { method: 'POST', path, body: {}, key: carried(form).key });
      return goTo(`${pageOf(at)}?done=withdrawn`);
    },
    ({ faults }) => shownPage(at, {}, faults),
  );
};
