import { everyone, mayAsk } from '../../shared/domain/access.ts';
import type { Held } from '../../shared/domain/role.ts';
import { rolesOf } from '../../shared/table/role.ts';
import { mailWordsIn } from '../../shared/words/mail.ts';
import { accountHere, type Asked, type PageRoute, signInFor } from './page.ts';
import { type Reach, ReachShown, reachOf } from './reach.tsx';

type Holding = { role: Held['role']; reach: Reach };

const roleName = ({ language }: Asked, role: Held['role']): string =>
  (mailWordsIn(language).roles as Record<string, string>)[role] ?? role;

const Holdings = ({ asked, holdings }: { asked: Asked; holdings: readonly Holding[] }) => (
  <ul class="holdings">
    {holdings.map(({ role, reach }) => (
      <li>
        <h2>{roleName(asked, role)}</h2>
        <div>
          <ReachShown reach={reach} everywhere={asked.words.me.everywhere} />
        </div>
      </li>
    ))}
  </ul>
);

const Me = ({ asked, holdings }: { asked: Asked; holdings: readonly Holding[] }) => {
  const { language, words } = asked;
  return (
    <div class="stack">
      <h1>{words.me.title}</h1>
      <p class="lead">{holdings.length > 0 ? words.me.some : words.me.none}</p>
      {holdings.length > 0 ? <Holdings asked={asked} holdings={holdings} /> : null}
      <form method="post" action="/sign-out" class="row">
        <button class="button">{words.me.signOut}</button>
        <a href={signInFor(`/${language}/me`, true)}>{words.me.other}</a>
      </form>
    </div>
  );
};

/** Where the sign-in service lets people out, beyond this site: a browser follows a form only to where its page says. */
const wayOut = async ({ site }: Asked): Promise<string | undefined> => {
  const { end_session_endpoint: at } = await site.provider();
  return at && new URL(at).origin;
};

const answered = async (asked: Asked) => {
  const account = await accountHere(asked);
  if (account === undefined) mayAsk(everyone, 'me:read');
  const [{ roles }, formAction] = await Promise.all([rolesOf(asked.site.house.table, account ?? ''), wayOut(asked)]);
  const holdings = await Promise.all(roles.map(async (one) => ({ role: one.role, reach: await reachOf(asked, one) })));
  return {
    title: asked.words.me.title,
    path: '/me',
    formAction,
    scripts: ['sign-out'],
    body: <Me asked={asked} holdings={holdings} />,
  };
};

/** What somebody who is signed in may do here. */
export const meRoutes: PageRoute[] = [{ method: 'GET', path: '/{lang}/me', may: 'me:read', handle: answered }];
