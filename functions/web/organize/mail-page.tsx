import type { Mail } from '../../../shared/domain/mail.ts';
import { mailStates } from '../../../shared/domain/mail.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { findPeople } from '../../../shared/table/person.ts';
import { moment } from '../../../shared/words/moment.ts';
import { directionOf } from '../../../shared/words/direction.ts';
import { type List, readOwn } from '../contract.ts';
import { Fact } from '../fact.tsx';
import type { Asked, Page, PageRoute } from '../page.ts';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { zoneOf } from './clock.ts';
import { organizeWords } from './words.ts';

type Card = Omit<Mail, 'message'>;

const tagFor: Readonly<Record<Mail['state'], string>> = {
  pending: 'tag warn',
  claimed: 'tag warn',
  sent: 'tag good',
  kept: 'tag idle',
  failed: 'tag bad',
};

const State = ({ asked, mail }: { asked: Asked; mail: Card }) => {
  const { mail: w } = organizeWords(asked);
  return mail.returned ? (
    <span class="tag bad">{w.returned[mail.returned.kind]}</span>
  ) : (
    <span class={tagFor[mail.state]}>{w.states[mail.state]}</span>
  );
};

/** What a letter is about, as its addresses say it. */
const about = ({ letter }: Card): string =>
  (['session', 'declaration', 'organization', 'release', 'role'] as const)
    .flatMap((part) => (letter as Partial<Record<typeof part, string>>)[part] ?? [])
    .join(' · ');

const toWhom = ({ letter: { to } }: Card, people: readonly Person[]): string =>
  'address' in to ? to.address : (people.find(({ id }) => id === to.person)?.name ?? to.person);

const idsIn = (mails: readonly Card[]): string[] =>
  mails.flatMap(({ letter: { to } }) => ('person' in to ? [to.person] : []));

const Line = ({
  asked,
  summit,
  mail,
  people,
}: {
  asked: Asked;
  summit: Summit;
  mail: Card;
  people: readonly Person[];
}) => {
  const { mail: w } = organizeWords(asked);
  return (
    <li>
      <a href={`${partAt(asked, summit.slug, 'mails')}/${mail.id}`}>{w.kinds[mail.letter.kind]}</a>
      <span class="minor">
        <bdi>{toWhom(mail, people)}</bdi>
        {about(mail) === '' ? null : ` · ${about(mail)}`} · {moment(asked.language, mail.at, zoneOf(summit))}
      </span>
      <State asked={asked} mail={mail} />
    </li>
  );
};

const Filters = ({ asked, here, chosen }: { asked: Asked; here: string; chosen: string | undefined }) => {
  const { mail: w } = organizeWords(asked);
  return (
    <nav class="filters" aria-label={w.state}>
      <ul>
        <li>
          <a class="tag plain" href={here} aria-current={chosen === undefined ? 'true' : undefined}>
            {workWords(asked).all}
          </a>
        </li>
        {mailStates.map((state) => (
          <li>
            <a class="tag plain" href={`${here}?state=${state}`} aria-current={chosen === state ? 'true' : undefined}>
              {w.states[state]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const listed = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  await enter(asked, 'mail:read', { summit: summit.slug });
  const given = new URL(asked.request.url).searchParams;
  const chosen = mailStates.find((state) => state === given.get('state'));
  const query = new URLSearchParams({
    limit: '40',
    ...(chosen === undefined ? {} : { state: chosen }),
    ...(given.has('cursor') ? { cursor: given.get('cursor') ?? '' } : {}),
  });
  const { record } = await readOwn<List<Card>>(asked, `/summits/${summit.slug}/mails?${query.toString()}`);
  const people = await findPeople(asked.site.house.table, idsIn(record.items));
  const here = partAt(asked, summit.slug, 'mails');
  const [{ mail: w }, { ways, more }] = [organizeWords(asked), workWords(asked)];
  const next = new URLSearchParams({ ...(chosen === undefined ? {} : { state: chosen }), cursor: record.next ?? '' });
  return workPage(asked, summit, 'mails', {
    title: ways.mails,
    path: `/organize/${summit.slug}/mails`,
    body: (
      <>
        <h1>{ways.mails}</h1>
        <p class="lead">{summit.rehearsal ? w.leadRehearsal : w.lead}</p>
        <Filters asked={asked} here={here} chosen={chosen} />
        {record.items.length === 0 ? (
          <p class="none">{w.none}</p>
        ) : (
          <ul class="tasks">
            {record.items.map((mail) => (
              <Line asked={asked} summit={summit} mail={mail} people={people} />
            ))}
          </ul>
        )}
        {record.next ? (
          <p>
            <a class="button" href={`${here}?${next.toString()}`}>
              {more}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
};

const Facts = ({
  asked,
  summit,
  mail,
  people,
}: {
  asked: Asked;
  summit: Summit;
  mail: Mail;
  people: readonly Person[];
}) => {
  const { mail: w } = organizeWords(asked);
  const at = (instant: string): string => moment(asked.language, instant, zoneOf(summit));
  return (
    <dl class="card facts">
      <Fact label={w.to}>
        <bdi>{toWhom(mail, people)}</bdi>
      </Fact>
      {about(mail) === '' ? null : <Fact label={w.about}>{about(mail)}</Fact>}
      <Fact label={w.state}>
        <State asked={asked} mail={mail} />
      </Fact>
      <Fact label={w.ordered}>{at(mail.at)}</Fact>
      <Fact label={w.tries}>{mail.tries}</Fact>
      {mail.sent ? <Fact label={w.states.sent}>{at(mail.sent.at)}</Fact> : null}
      {mail.due ? <Fact label={w.due}>{at(mail.due)}</Fact> : null}
      {mail.returned ? <Fact label={w.returned[mail.returned.kind]}>{at(mail.returned.at)}</Fact> : null}
      {mail.failure ? <Fact label={w.why}>{w.failures[mail.failure]}</Fact> : null}
      {mail.trouble ? <Fact label={w.trouble}>{mail.trouble}</Fact> : null}
    </dl>
  );
};

/** A mail as its recipient would read it: its text, paragraph by paragraph. */
const Message = ({ asked, mail }: { asked: Asked; mail: Mail }) => {
  const { mail: w } = organizeWords(asked);
  if (!mail.message) return <p class="none">{mail.state === 'kept' ? w.withoutMessage : w.onlyOutside}</p>;
  const language = mail.letter.language ?? 'en';
  return (
    <article class="text" lang={language} dir={directionOf(language)}>
      <h2>{mail.message.subject}</h2>
      {mail.message.text
        .trim()
        .split('\n\n')
        .map((paragraph) => (
          <p>{paragraph.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))}</p>
        ))}
    </article>
  );
};

const one = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  await enter(asked, 'mail:read', { summit: summit.slug });
  const id = asked.context.req.param('mail') ?? '';
  const { record: mail } = await readOwn<Mail>(asked, `/summits/${summit.slug}/mails/${id}`);
  const people = await findPeople(asked.site.house.table, idsIn([mail]));
  const { mail: w } = organizeWords(asked);
  const title = w.kinds[mail.letter.kind];
  return workPage(asked, summit, 'mails', {
    title,
    path: `/organize/${summit.slug}/mails/${id}`,
    crumbs: [{ href: partAt(asked, summit.slug, 'mails'), label: workWords(asked).ways.mails }],
    body: (
      <>
        <h1>{title}</h1>
        <Facts asked={asked} summit={summit} mail={mail} people={people} />
        <Message asked={asked} mail={mail} />
      </>
    ),
  });
};

const at = '/{lang}/organize/{summit}/mails';

/** What a summit sent, and what became of it. */
export const mailPages: PageRoute[] = [
  { method: 'GET', path: at, may: 'mail:read', handle: listed },
  { method: 'GET', path: `${at}/{mail}`, may: 'mail:read', handle: one },
];
