import { isSeated, type Panelist } from '../../../shared/domain/panelist.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import { mailWordsIn } from '../../../shared/words/mail.ts';
import { Carried } from '../form.tsx';
import { workLanguage } from '../workspace.ts';
import { mayHere, type Planning, sessionsAt, type WholeSession, wordsOf } from './planned.ts';

const tones: Partial<Record<Panelist['state'], string>> = {
  nominated: 'idle',
  invited: 'warn',
  'no-answer': 'warn',
  confirmed: 'good',
};

/** How far somebody has come to taking a place. */
export const SeatState = ({ here: { asked }, state }: { here: Planning; state: Panelist['state'] }) => (
  <span class={`tag ${tones[state] ?? 'bad'}`}>{wordsOf(asked).panel.states[state]}</span>
);

/** What a place on a panel is called. */
export const roleName = ({ asked }: Planning, role: Panelist['role']): string =>
  mailWordsIn(asked.language).places[role];

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((part) => Array.from(part)[0] ?? [])
    .slice(0, 2)
    .join('');

interface SeatProps {
  here: Planning;
  session: WholeSession;
  panelist: Panelist;
}

/** Up or down by one: a form of one button each. */
const Mover = ({ here, session, panelist, by }: SeatProps & { by: 'up' | 'down' }) => {
  const words = wordsOf(here.asked).panel;
  return (
    <form method="post" action={sessionsAt(here, session.slug, 'panel')} data-live>
      <Carried asked={here.asked} />
      <input type="hidden" name="panelist" value={panelist.slug} />
      <button class="button small" name="move" value={by}>
        <span aria-hidden="true">{by === 'up' ? '↑' : '↓'}</span>
        <span class="unseen">{fill(words[by], { name: panelist.printedName })}</span>
      </button>
    </form>
  );
};

const named = ({ named: isNamed, unnamed, state }: Panelist): 'named' | 'unnamed' | 'notNamed' | undefined => {
  if (unnamed) return 'unnamed';
  if (isNamed) return 'named';
  return isSeated(state) ? 'notNamed' : undefined;
};

const Seat = ({ here, session, panelist, place }: SeatProps & { place?: { first: boolean; last: boolean } }) => {
  const words = wordsOf(here.asked).panel;
  const consent = named(panelist);
  return (
    <li class="person">
      <span class="face" aria-hidden="true">
        {initials(panelist.printedName)}
      </span>
      <div>
        <span class="minor">{roleName(here, panelist.role)}</span>
        <b>
          <a href={sessionsAt(here, session.slug, 'panelists', panelist.slug)}>
            <bdi>{panelist.printedName}</bdi>
          </a>
        </b>
        {panelist.printedTitle ? <bdi>{panelist.printedTitle}</bdi> : null}
        <span class="minor">{panelist.organizations.map(({ printed }) => printed).join(', ')}</span>
        <SeatState here={here} state={panelist.state} />
        {consent === 'notNamed' || consent === 'unnamed' ? <span class="minor">{words[consent]}</span> : null}
        {place ? (
          <div class="row close">
            {place.first ? null : <Mover here={here} session={session} panelist={panelist} by="up" />}
            {place.last ? null : <Mover here={here} session={session} panelist={panelist} by="down" />}
          </div>
        ) : null}
      </div>
    </li>
  );
};

const InviteAll = ({ here, session, waiting }: { here: Planning; session: WholeSession; waiting: number }) => {
  if (waiting === 0) return null;
  const words = wordsOf(here.asked).panel;
  return (
    <form method="post" action={sessionsAt(here, session.slug, 'panel')} data-live>
      <Carried asked={here.asked} />
      <button class="button small" name="invite" value="all">
        {fill(words.inviteAll[plural(workLanguage(here.asked), waiting)], { number: waiting })}
      </button>
    </form>
  );
};

/** The panel of a session, in printed order, with who left it below. */
export const SessionPanel = ({ here, session }: { here: Planning; session: WholeSession }) => {
  const words = wordsOf(here.asked).panel;
  const mayWrite = mayHere(here, 'panelist:write');
  const [seated, left] = [true, false].map((is) => session.panel.filter(({ state }) => isSeated(state) === is));
  const waiting = (seated ?? []).filter(({ state }) => state === 'nominated').length;
  return (
    <section class="stack" id="panel" aria-labelledby="panel-title">
      <div class="row apart">
        <h2 id="panel-title">{words.title}</h2>
        {mayWrite ? (
          <div class="row close">
            <InviteAll here={here} session={session} waiting={waiting} />
            <a class="button small" href={sessionsAt(here, session.slug, 'panelists', 'new')}>
              {words.add}
            </a>
          </div>
        ) : null}
      </div>
      {seated?.length ? (
        <ol class="people">
          {seated.map((panelist, at, all) => {
            const place = mayWrite ? { first: at === 0, last: at === all.length - 1 } : undefined;
            return <Seat here={here} session={session} panelist={panelist} {...(place ? { place } : {})} />;
          })}
        </ol>
      ) : (
        <p class="none">{words.none}</p>
      )}
      {left?.length ? (
        <details class="more">
          <summary>
            {words.left} <span class="count">{left.length}</span>
          </summary>
          <ul class="people">
            {left.map((panelist) => (
              <Seat here={here} session={session} panelist={panelist} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};
