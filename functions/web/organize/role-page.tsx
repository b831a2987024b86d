import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { mailWordsIn } from '../../../shared/words/mail.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOwn, send } from '../contract.ts';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { zoneOf } from './clock.ts';
import { doneHere } from './done.ts';
import { type Editing, openForm, sentForm } from './editing.tsx';
import { roleSheet } from './role-form.tsx';
import { withRefusal } from './passing.tsx';
import { organizeWords } from './words.ts';

const within = (role: Role): string =>
  [role.track, role.session, role.declaration, role.language, role.organization]
    .filter((part) => part !== undefined)
    .join(' · ');

const roleName = (asked: Asked, { role }: Role): string => mailWordsIn(asked.language).roles[role];

const Ending = ({ asked, summit, role }: { asked: Asked; summit: Summit; role: Role }) => {
  const { role: w } = organizeWords(asked);
  const of = { role: roleName(asked, role), whom: role.email ?? role.client ?? '' };
  return (
    <form method="post" action={`${partAt(asked, summit.slug, 'roles')}/${role.slug}/state`}>
      <Carried asked={asked} />
      <input type="hidden" name="to" value="ended" />
      <button class="button small grave" aria-label={fill(w.endOne, of)}>
        {w.end}
      </button>
    </form>
  );
};

const Holder = ({ asked, summit, role }: { asked: Asked; summit: Summit; role: Role }) => {
  const { role: w } = organizeWords(asked);
  const at = moment(asked.language, role.given.at, zoneOf(summit));
  return (
    <li>
      <div class="row apart">
        <div>
          <b>{roleName(asked, role)}</b> <bdi>{role.email ?? role.client}</bdi>
          <p class="minor">{[within(role), fill(w.given, { time: at })].filter((part) => part !== '').join(' · ')}</p>
        </div>
        <div class="row close">
          <span class={role.state === 'held' ? 'tag good' : role.state === 'invited' ? 'tag warn' : 'tag idle'}>
            {w.states[role.state]}
          </span>
          {role.state === 'ended' ? null : <Ending asked={asked} summit={summit} role={role} />}
        </div>
      </div>
    </li>
  );
};

const listed = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  await enter(asked, 'role:give', { summit: summit.slug });
  const roles = await readList<Role>(readOwn, asked, `/summits/${summit.slug}/roles`);
  const [{ role: w }, { ways }] = [organizeWords(asked), workWords(asked)];
  const standing = roles.toSorted((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended'));
  return workPage(asked, summit, 'roles', {
    title: ways.roles,
    path: `/organize/${summit.slug}/roles`,
    done: doneHere(asked),
    body: (
      <>
        <h1>{ways.roles}</h1>
        <p class="lead">{w.lead}</p>
        <p class="row">
          <a class="button chief" href={`${partAt(asked, summit.slug, 'roles')}/new`}>
            {w.give}
          </a>
        </p>
        {roles.length === 0 ? (
          <p class="none">{w.none}</p>
        ) : (
          <ul class="list">
            {standing.map((role) => (
              <Holder asked={asked} summit={summit} role={role} />
            ))}
          </ul>
        )}
      </>
    ),
  });
};

const givingIn = async (asked: Asked): Promise<Editing<Role>> => {
  const summit = await summitHere(asked);
  await enter(asked, 'role:give', { summit: summit.slug });
  const [tracks, declarations] = await Promise.all([
    readList<Track>(readOwn, asked, `/summits/${summit.slug}/tracks`),
    readList<Declaration>(readOwn, asked, `/summits/${summit.slug}/declarations`),
  ]);
  const { role: w } = organizeWords(asked);
  return {
    summit,
    part: 'roles',
    title: w.give,
    at: `/organize/${summit.slug}/roles/new`,
    path: `/summits/${summit.slug}/roles`,
    isNew: true,
    sheet: roleSheet(asked, { tracks, declarations }),
    start: { writeIn: asked.language },
    crumbs: [{ href: partAt(asked, summit.slug, 'roles'), label: workWords(asked).ways.roles }],
    button: w.invite,
  };
};

const ended = async (asked: Asked): Promise<Page | Response> => {
  const { summit, role } = asked.context.req.param() as { summit: string; role: string };
  await enter(asked, 'role:take', { summit });
  const form = await readForm(asked.request);
  const path = `/summits/${summit}/roles/${role}/transitions`;
  try {
    await send(asked, { method: 'POST', path, body: { to: form.to }, key: carried(form).key });
    return goTo(`${partAt(asked, summit, 'roles')}?done=passed`);
  } catch (error) {
    return withRefusal(asked, await listed(asked), error);
  }
};

const at = '/{lang}/organize/{summit}/roles';

/** Who may do what at a summit. */
export const rolePages: PageRoute[] = [
  { method: 'GET', path: at, may: 'role:give', handle: listed },
  {
    method: 'GET',
    path: `${at}/new`,
    may: 'role:give',
    handle: async (asked) => openForm(asked, await givingIn(asked)),
  },
  {
    method: 'POST',
    path: `${at}/new`,
    may: 'role:give',
    handle: async (asked) => sentForm(asked, await givingIn(asked)),
  },
  { method: 'POST', path: `${at}/{role}/state`, may: 'role:take', handle: ended },
];
