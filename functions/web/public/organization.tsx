import type { Membership } from '../../../shared/domain/membership.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { countryName } from '../../../shared/words/country.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { DataLine } from './data-line.tsx';
import { named, pageAt, recordAt, wordsHere } from './here.ts';
import { Commitments, Signatures } from './organization-acts.tsx';
import { OrganizationFacts } from './organization-facts.tsx';
import { type OrganizationShown, readOrganization, type Sitting } from './organization-read.ts';
import { Provenance, Reported } from './provenance.tsx';
import { Sittings } from './sittings.tsx';

const MembershipShown = ({ asked, one, slug, name }: { asked: Asked; one: Membership; slug: string; name: string }) => {
  const { organization: words, separator } = wordsHere(asked);
  const facts = [
    words.as[one.as],
    ...(one.status === undefined ? [] : [one.status]),
    ...(one.from === undefined ? [] : [fill(words.since, { date: dated(asked.language, one.from) })]),
    ...(one.to === undefined ? [] : [fill(words.until, { date: dated(asked.language, one.to) })]),
  ];
  return (
    <li>
      <a href={pageAt(asked, 'organizations', slug)}>
        <bdi>{name}</bdi>
      </a>
      <span class="minor">{facts.join(separator)}</span>
    </li>
  );
};

/** The way to more of a list. */
const Next = ({
  asked,
  organization,
  list,
  next,
}: OrganizationShown & { list: string; next: string | null | undefined }) =>
  next ? (
    <p>
      <a
        class="button small"
        href={`${pageAt(asked, 'organizations', organization.slug)}?${new URLSearchParams({ [list]: next }).toString()}`}
        rel="nofollow"
      >
        {wordsHere(asked).organization.next}
      </a>
    </p>
  ) : null;

const Memberships = (shown: OrganizationShown) => {
  const { asked, memberships, members } = shown;
  const { organization: words } = wordsHere(asked);
  return (
    <>
      {memberships.length > 0 ? (
        <section class="stack">
          <h2>{words.memberOf}</h2>
          <ul class="list">
            {memberships.map((one) => (
              <MembershipShown asked={asked} one={one} slug={one.in} name={one.inPrinted} />
            ))}
          </ul>
        </section>
      ) : null}
      {members.items.length > 0 ? (
        <section class="stack">
          <h2 id="members">{words.members}</h2>
          <ul class="list">
            {members.items.map((one) => (
              <MembershipShown asked={asked} one={one} slug={one.organization} name={one.printed} />
            ))}
          </ul>
          <Next {...shown} list="members" next={members.next} />
        </section>
      ) : null}
    </>
  );
};

const Sessions = (shown: OrganizationShown) => {
  const { asked, sittings, summits } = shown;
  const { organization: words, separator } = wordsHere(asked);
  if (sittings.items.length === 0) return null;
  const part = ({ as, panelists = [] }: Sitting): string =>
    [
      ...(as === 'lead' ? [words.leads] : as === 'partner' ? [words.partners] : []),
      ...(panelists.length > 0 ? [words.sits] : []),
    ].join(separator);
  return (
    <section class="stack">
      <h2 id="sessions">{words.sessions}</h2>
      <Sittings asked={asked} sittings={sittings.items} summits={summits} part={part} />
      <Next {...shown} list="sessions" next={sittings.next} />
    </section>
  );
};

const isSilent = ({ sittings, signatures, commitments }: OrganizationShown): boolean =>
  sittings.items.length + signatures.length + commitments.length === 0;

const OrganizationPage = (shown: OrganizationShown) => {
  const { asked, organization } = shown;
  const words = wordsHere(asked);
  const at = recordAt('organizations', organization.slug);
  const { country, kind } = organization;
  return (
    <div class="sides">
      <header class="head stack">
        <p class="row close">
          <span class="tag plain">{words.kinds[kind]}</span>
          {organization.origin === 'reported' ? <span class="tag warn">{words.reported.tag}</span> : null}
          {organization.state === 'retired' ? <span class="tag idle">{words.organization.retired}</span> : null}
        </p>
        <h1>
          <Said text={organization.name} language={asked.language} />
        </h1>
        {country === undefined ? null : <p class="lead">{countryName(asked.language, country)}</p>}
        {organization.origin === 'reported' ? (
          <Reported asked={asked} sentence={words.reported.organization} by={organization.sources} />
        ) : null}
      </header>
      <aside class="side" aria-label={words.facts.kind}>
        <div class="card stack">
          <OrganizationFacts {...shown} />
        </div>
      </aside>
      <div class="body stack">
        {isSilent(shown) ? <p class="none">{words.organization.nothing}</p> : null}
        <Sessions {...shown} />
        <Signatures {...shown} />
        <Commitments {...shown} />
        <Memberships {...shown} />
        <Provenance asked={asked} of={[organization]} />
        <DataLine
          asked={asked}
          ways={[
            { href: at, label: 'JSON' },
            { href: `${at}/programme.ics?lang=${asked.language}`, label: words.organization.calendar },
          ]}
        />
      </div>
    </div>
  );
};

// A page of a list that is no longer there is no reason to refuse the whole: the first one is.
const orFirst = async (asked: Asked): Promise<OrganizationShown | Response> => {
  try {
    return await readOrganization(asked);
  } catch (error) {
    const isPaged = new URL(asked.request.url).search !== '';
    if (!isPaged || !(error instanceof DomainError) || error.code === 'not-found') throw error;
    return goTo(pageAt(asked, 'organizations', named(asked, 'organization')));
  }
};

const organizationPage = async (asked: Asked): Promise<Page | Response> => {
  const shown = await orFirst(asked);
  if (shown instanceof Response) return shown;
  const { organization } = shown;
  const { kinds, separator, organizations } = wordsHere(asked);
  const { country, kind } = organization;
  const name = inLanguage(organization.name, asked.language);
  return {
    title: name,
    path: `/organizations/${organization.slug}`,
    rehearsal: organization.rehearsal,
    part: 'organizations',
    crumbs: [{ href: pageAt(asked, 'organizations'), label: organizations.title }],
    open: {
      description: [name, kinds[kind], ...(country === undefined ? [] : [countryName(asked.language, country)])].join(
        separator,
      ),
      record: recordAt('organizations', organization.slug),
      linked: {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: organization.rehearsal ? `${asked.words.site.rehearsal}: ${name}` : name,
        alternateName: organization.aliases,
        url: new URL(pageAt(asked, 'organizations', organization.slug), asked.site.site).href,
      },
    },
    body: <OrganizationPage {...shown} />,
  };
};

export const organizationRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/organizations/{organization}', may: 'read', handle: organizationPage },
];
