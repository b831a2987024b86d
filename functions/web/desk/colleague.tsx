import { mayWithin } from '../../../shared/domain/access.ts';
import { mailLanguages } from '../../../shared/domain/language.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { ownNames } from '../../../shared/words/page/language.ts';
import { readList, readOwn, send } from '../contract.ts';
import { FaultList, Field, type Faults, Select } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { shownAs, tried } from '../organize/tried.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { deskAt, deskHere, type Desking, deskPage, named } from './frame.tsx';

// Who acts for an organization everywhere gives the role everywhere; who does so at one summit gives it there.
interface Giving {
  /** The list of roles, below /api/v1. */
  path: string;
  /** What a role given there has beside itself. */
  body: object;
}

const givenBy = ({ caller, organization }: Desking): Giving[] => {
  const wide = { path: `/organizations/${organization.slug}/roles`, body: {} };
  if (caller.kind !== 'account' || mayGiveEverywhere(caller, organization.slug)) return [wide];
  return caller.roles.flatMap(({ role, summit, organization: of }) =>
    role === 'delegate' && summit !== undefined && of === organization.slug
      ? [{ path: `/summits/${summit}/roles`, body: { organization: organization.slug } }]
      : [],
  );
};

const mayGiveEverywhere = (caller: Extract<Desking['caller'], { kind: 'account' }>, organization: string): boolean =>
  caller.roles.some(
    ({ role, summit, organization: of }) =>
      (role === 'delegate' && of === organization && summit === undefined) || role === 'secretariat',
  );

interface Listed {
  path: string;
  roles: Role[];
}

const rolesOf = ({ asked, organization }: Desking, giving: readonly Giving[]): Promise<Listed[]> =>
  Promise.all(
    giving.map(async ({ path }) => {
      const roles = await readList<Role>(readOwn, asked, `${path}?role=delegate`);
      return { path, roles: roles.filter((one) => (one.organization ?? organization.slug) === organization.slug) };
    }),
  );

const Colleague = ({ desking, path, role }: { desking: Desking; path: string; role: Role }) => {
  const { asked, organization, words } = desking;
  const name = role.email ?? role.client ?? role.account ?? role.slug;
  const w = words.colleagues;
  const mayEnd = role.state !== 'ended' && mayWithin(desking.caller, 'role:take', { organization: organization.slug });
  return (
    <li>
      <div>
        <bdi>{name}</bdi>{' '}
        <span class={`tag ${role.state === 'held' ? 'good' : role.state === 'invited' ? 'warn' : 'idle'}`}>
          {w.states[role.state]}
        </span>
      </div>
      {mayEnd ? (
        <form method="post" action={deskAt(asked, organization.slug, 'colleagues', role.slug)}>
          <Carried asked={asked} />
          <input type="hidden" name="path" value={path} />
          <button class="button small">{fill(w.end, { name })}</button>
        </form>
      ) : null}
    </li>
  );
};

const shownPage = async (desking: Desking, form: Form = {}, faults: Faults = {}): Promise<Page> => {
  const { asked, organization, words } = desking;
  const w = words.colleagues;
  const giving = givenBy(desking);
  const lists = await rolesOf(desking, giving);
  const shown = shownAs(asked, { writeIn: asked.language, ...form }, faults);
  const isAlone = lists.every(({ roles }) => roles.length === 0);
  return deskPage(desking, {
    title: w.title,
    at: ['colleagues'],
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{w.title}</h1>
        <p class="lead">{w.lead}</p>
        {isAlone ? <p class="none">{w.none}</p> : null}
        <ul class="list apart">
          {lists.flatMap(({ path, roles }) =>
            roles.map((role) => <Colleague desking={desking} path={path} role={role} />),
          )}
        </ul>
        <form class="fields" method="post" action={deskAt(asked, organization.slug, 'colleagues')} novalidate>
          <h2>{w.new}</h2>
          <Carried asked={asked} form={form} />
          <Field name="email" label={w.email} hint={w.emailHint} type="email" shown={shown} />
          <Select
            name="writeIn"
            label={w.language}
            options={mailLanguages.map((tag) => [tag, ownNames[tag]])}
            shown={shown}
          />
          <div>
            <button class="button chief">{w.send}</button>
          </div>
        </form>
      </>
    ),
  });
};

/** Who acts for an organization. */
export const colleaguesPage = async (asked: Asked): Promise<Page> => shownPage(await deskHere(asked, 'role:give'));

/** Invites a colleague to the same role. */
export const invite = async (asked: Asked): Promise<Page | Response> => {
  const [desking, form] = [await deskHere(asked, 'role:give'), await readForm(asked.request)];
  const back = deskAt(asked, desking.organization.slug, 'colleagues');
  return tried(
    asked,
    ['email', 'writeIn'],
    async () => {
      const [first = { path: `/organizations/${desking.organization.slug}/roles`, body: {} }] = givenBy(desking);
      const body = {
        role: 'delegate',
        email: form.email?.trim() ?? '',
        writeIn: form.writeIn || undefined,
        ...first.body,
      };
      await send(asked, { method: 'POST', path: first.path, body, key: carried(form).key });
      return goTo(`${back}?done=invited`);
    },
    ({ faults }) => shownPage(desking, form, faults),
  );
};

/** Takes a role away. */
export const dismiss = async (asked: Asked): Promise<Page | Response> => {
  const [desking, form] = [await deskHere(asked, 'role:take'), await readForm(asked.request)];
  const path = givenBy(desking).find((one) => one.path === form.path)?.path ?? '/roles';
  return tried(
    asked,
    [],
    async () => {
      const at = `${path}/${encodeURIComponent(named(asked, 'role'))}/transitions`;
      await send(asked, { method: 'POST', path: at, body: { to: 'ended' }, key: carried(form).key });
      return goTo(`${deskAt(asked, desking.organization.slug, 'colleagues')}?done=ended`);
    },
    ({ faults }) => shownPage(desking, {}, faults),
  );
};
