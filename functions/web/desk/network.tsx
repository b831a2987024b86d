import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Membership } from '../../../shared/domain/membership.ts';
import type { Participation } from '../../../shared/domain/participation.ts';
import { folded } from '../../../shared/domain/slug.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { findParticipation } from '../../../shared/table/participation.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { listed } from '../../../shared/words/intl.ts';
import { readList, readOpenly } from '../contract.ts';
import { nameIn, organizationsNamed } from '../named.ts';
import type { Asked, Page } from '../page.ts';
import { Commitments, Signatures } from '../public/organization-acts.tsx';
import { type OrganizationShown, readOrganization } from '../public/organization-read.ts';
import { pageAt } from '../public/here.ts';
import { Said } from '../said.tsx';
import { workLanguage } from '../workspace.ts';
import { deskAt, deskHere, type Desking, deskPage, nameOf, Section } from './frame.tsx';

/** As many members as are shown at once. */
const mostMembers = 40;

type SummitCard = Pick<Summit, 'slug' | 'title' | 'origin' | 'state' | 'rehearsal'>;

/** A summit with how the organization takes part in it. */
interface Attended {
  summit: SummitCard;
  participation: Participation | undefined;
  open: Declaration[];
}

const attendedBy = async ({ asked, organization }: Desking, summits: readonly SummitCard[]): Promise<Attended[]> => {
  const held = summits.filter(({ origin, state }) => origin === 'held' && state !== 'cancelled');
  return Promise.all(
    held.map(async (summit) => {
      const [participation, declarations] = await Promise.all([
        findParticipation(asked.site.house.table, summit.slug, organization.slug),
        readList<Declaration>(readOpenly, asked, `/summits/${summit.slug}/declarations`),
      ]);
      return { summit, participation, open: declarations.filter(({ state }) => state === 'open-for-signature') };
    }),
  );
};

/** In which capacities an organization takes part, in words. */
export const partSaid = ({ asked, words }: Desking, participation: Participation | undefined): string =>
  participation && participation.state !== 'withdrawn'
    ? fill(words.takesPart, {
        capacities: listed(
          workLanguage(asked),
          participation.capacities.map((one) => words.capacities[one]),
        ),
      })
    : words.noPart;

const Summits = ({ desking, attended }: { desking: Desking; attended: readonly Attended[] }) => {
  const { asked, organization, words } = desking;
  return (
    <Section id="summits" title={words.summits} none={attended.length === 0 ? words.noSummits : undefined}>
      <ul class="tasks">
        {attended.map(({ summit, participation }) => (
          <li>
            <a href={deskAt(asked, organization.slug, summit.slug)}>
              <Said text={summit.title} language={asked.language} />
            </a>
            <span class="minor">{partSaid(desking, participation)}</span>
            {summit.rehearsal ? <span class="tag idle">{asked.words.site.rehearsal}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Open = ({ desking, attended }: { desking: Desking; attended: readonly Attended[] }) => {
  const { asked, organization, words } = desking;
  const open = attended.flatMap((one) => one.open);
  return (
    <Section id="open" title={words.open} none={open.length === 0 ? words.openNone : undefined}>
      <ul class="list">
        {open.map(({ summit, slug, title }) => (
          <li>
            <a href={deskAt(asked, organization.slug, summit, 'signing', slug)}>
              <Said text={title} language={asked.language} />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** The members of a network that are called so, by the beginning of a word of their name. */
const called = (members: readonly Membership[], q: string): Membership[] => {
  const sought = folded(q);
  return members
    .filter(
      ({ state, printed }) => state === 'current' && (sought === '' || ` ${folded(printed)}`.includes(` ${sought}`)),
    )
    .toSorted((a, b) => a.printed.localeCompare(b.printed));
};

const Members = async ({ desking, members }: { desking: Desking; members: readonly Membership[] }) => {
  const { asked, words } = desking;
  const q = new URL(asked.request.url).searchParams.get('q') ?? '';
  const all = called(members, q);
  const shown = all.slice(0, mostMembers);
  const known = await organizationsNamed(
    asked.site.house.table,
    shown.map(({ organization }) => organization),
  );
  return (
    <Section id="members" title={words.members} none={members.length === 0 ? words.membersNone : undefined}>
      <form class="find" method="get" role="search">
        <div class="field">
          <label for="q">{words.search}</label>
          <input id="q" type="search" name="q" value={q} dir="auto" />
        </div>
        <button class="button">{words.find}</button>
      </form>
      {all.length > shown.length ? (
        <p class="minor">{fill(words.membersMore, { shown: shown.length, count: all.length })}</p>
      ) : null}
      {all.length === 0 ? <p class="none">{words.membersFound}</p> : null}
      <ul class="list">
        {shown.map(({ organization, from }) => (
          <li>
            <a href={pageAt(asked, 'organizations', organization)}>
              <bdi>{nameIn(asked, known, organization)}</bdi>
            </a>{' '}
            {from ? <span class="minor">{fill(words.since, { year: from.slice(0, 4) })}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Body = async ({ desking, shown }: { desking: Desking; shown: OrganizationShown }) => {
  const { asked, organization } = desking;
  const [attended, members] = await Promise.all([
    attendedBy(desking, [...shown.summits.values()]),
    readList<Membership>(readOpenly, asked, `/organizations/${organization.slug}/members`),
  ]);
  return (
    <>
      <h1>
        <bdi>{nameOf(desking)}</bdi>
      </h1>
      <Summits desking={desking} attended={attended} />
      <Open desking={desking} attended={attended} />
      <Signatures {...shown} />
      <Commitments {...shown} />
      {await Members({ desking, members })}
    </>
  );
};

/** What an organization does: its summits, what it may sign and has signed, what it undertook, and who is in it. */
export const networkPage = async (asked: Asked): Promise<Page> => {
  const desking = await deskHere(asked);
  const shown = await readOrganization(asked);
  return deskPage(desking, { title: nameOf(desking), at: [], body: await Body({ desking, shown }) });
};
