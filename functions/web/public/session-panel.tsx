import { isChair } from '../../../shared/domain/panelist.ts';
import type { Asked } from '../page.ts';
import { pageAt, wordsHere } from './here.ts';
import { OrganizationLinks } from './organization-link.tsx';
import type { Seat, SessionShown } from './session-read.ts';

const address = /^(?:m|mr|mrs|ms|mme|dr|prof|sr|sra|h\.?e|hon)\.?$/i;

/** The first letters of a name, for the round at its side. */
const initials = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !address.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => Array.from(word ?? '')[0] ?? '').join('');
};

/** What everyone may call somebody on a panel. */
export const seatName = (asked: Asked, { printedName, toBeConfirmed }: Seat): string => {
  const { session } = wordsHere(asked);
  return printedName ?? (toBeConfirmed ? session.toBeConfirmed : session.unnamed);
};

const Name = ({ asked, people, seat }: SessionShown & { seat: Seat }) => {
  const name = <bdi>{seatName(asked, seat)}</bdi>;
  if (seat.printedName === undefined) return <i>{name}</i>;
  return seat.person !== undefined && people.has(seat.person) ? (
    <a href={pageAt(asked, 'people', seat.person)}>{name}</a>
  ) : (
    name
  );
};

const Person = (shown: SessionShown & { seat: Seat; at: number }) => {
  const { asked, session, organizations, seat, at } = shown;
  const { printedName, printedTitle, role } = seat;
  return (
    <li class={`person hue-${(at % 8) + 1}`}>
      <span class="face" aria-hidden="true">
        {printedName === undefined ? '–' : initials(printedName)}
      </span>
      <div>
        {role === 'panelist' ? null : (
          <span class={`tag ${isChair(role) ? '' : 'idle'}`}>{wordsHere(asked).session.roles[role]}</span>
        )}
        <b>
          <Name {...shown} seat={seat} />
        </b>
        {printedTitle === undefined ? null : (
          <span>
            <bdi>{printedTitle}</bdi>
          </span>
        )}
        {seat.organizations.length > 0 ? (
          <span class="minor">
            <OrganizationLinks
              asked={asked}
              known={organizations}
              named={seat.organizations}
              asPrinted={session.origin === 'reported'}
            />
          </span>
        ) : null}
      </div>
    </li>
  );
};

/** Who sits on it, in printed order. */
export const Panel = (shown: SessionShown) => {
  const { asked, session } = shown;
  const { session: words } = wordsHere(asked);
  return (
    <section class="stack">
      <h2>{words.panel}</h2>
      {session.panel.length === 0 ? (
        <p class="minor">{words.noPanel}</p>
      ) : (
        <ul class="people">
          {session.panel.map((seat, at) => (
            <Person {...shown} seat={seat} at={at} />
          ))}
        </ul>
      )}
    </section>
  );
};
