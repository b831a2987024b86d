import { isOpen, type Role } from '../../shared/domain/role.ts';
import { openRoleInvitation } from '../../shared/operations/role.ts';
import { mailWordsIn } from '../../shared/words/mail.ts';
import { moment } from '../../shared/words/moment.ts';
import { Fact } from './fact.tsx';
import { accountHere, type Asked, type Page, type PageRoute, signInFor } from './page.ts';
import { type Reach, ReachShown, reachOf } from './reach.tsx';

type Standing = 'open' | 'held' | 'taken' | 'expired' | 'ended';

const standing = (role: Role, account: string | undefined, now: Date): Standing => {
  if (isOpen(role, now)) return 'open';
  if (role.state === 'invited') return 'expired';
  if (role.state === 'ended') return 'ended';
  return account !== undefined && role.account === account ? 'held' : 'taken';
};

const Card = ({ asked: { language, words }, role, reach }: { asked: Asked; role: Role; reach: Reach }) => (
  <dl class="card facts">
    <Fact label={words.role.role} chief>
      {mailWordsIn(language).roles[role.role]}
    </Fact>
    <Fact label={words.role.what}>{words.role.may[role.role]}</Fact>
    <Fact label={words.role.where}>
      <ReachShown reach={reach} everywhere={words.me.everywhere} />
    </Fact>
    <Fact label={words.role.given}>
      {moment(language, role.given.at, 'UTC')} <span class="minor">UTC</span>
    </Fact>
    {role.state === 'invited' && role.expires ? (
      <Fact label={words.role.until}>
        {moment(language, role.expires, 'UTC')} <span class="minor">UTC</span>
      </Fact>
    ) : null}
  </dl>
);

const WayOn = ({ asked: { language, words, context }, stands }: { asked: Asked; stands: Standing }) => {
  const canSignIn = stands === 'open' || stands === 'taken';
  return (
    <p class="row">
      {canSignIn ? (
        // Whoever the service remembers may have another address than the invited one.
        <a class="button chief" href={signInFor(context.req.path, true)}>
          {words.role.accept}
        </a>
      ) : null}
      {stands === 'held' ? (
        <a class="button chief" href={`/${language}/me`}>
          {words.me.title}
        </a>
      ) : null}
    </p>
  );
};

const shown = async (asked: Asked, role: Role): Promise<Page> => {
  const [account, reach] = await Promise.all([accountHere(asked), reachOf(asked, role)]);
  const { words } = asked;
  const stands = standing(role, account, asked.stamp.at);
  const title = stands === 'open' ? words.role.title : words.role[`${stands}Title`];
  return {
    title,
    path: `/role/${asked.context.req.param('token')}`,
    body: (
      <div class="sides">
        <div class="head stack">
          <h1>{title}</h1>
          <p class="lead">{stands === 'open' ? words.role.how : words.role[stands]}</p>
        </div>
        <div class="side">
          <Card asked={asked} role={role} reach={reach} />
        </div>
        <div class="body stack">
          <WayOn asked={asked} stands={stands} />
        </div>
      </div>
    ),
  };
};

/** What the invitation to a role leads to. Opening it changes nothing: a role is accepted by signing in with the invited address. */
export const roleRoutes: PageRoute[] = [
  {
    method: 'GET',
    path: '/{lang}/role/{token}',
    may: 'read',
    handle: async (asked) => {
      const { site, context } = asked;
      return shown(asked, await openRoleInvitation(site.house, context.req.param('token') ?? ''));
    },
  },
];
