import type { Child } from 'hono/jsx';
import type { Caller, DeedName } from '../../../shared/domain/access.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { getOrganization } from '../../../shared/table/organization.ts';
import { getSummit } from '../../../shared/table/summit.ts';
import { workspaceLanguages } from '../../../shared/words/page/language.ts';
import { type DeskWords, deskWordsIn } from '../../../shared/words/workspace/desk.ts';
import type { Asked, Page, Way } from '../page.ts';
import { enter, workLanguage } from '../workspace.ts';

/** The words of the network's workspace. */
export const deskWords = (asked: Pick<Asked, 'language'>): DeskWords => deskWordsIn(workLanguage(asked));

/** For whom somebody works, and at which summit. */
export interface Desking {
  asked: Asked;
  caller: Caller;
  organization: Organization;
  words: DeskWords;
}
export interface AtSummit extends Desking {
  summit: Summit;
}

/** A part of the address of a page. */
export const named = ({ context }: Pick<Asked, 'context'>, part: string): string => context.req.param(part) ?? '';

/** Where something of an organization's workspace stands. */
export const deskAt = ({ language }: Pick<Asked, 'language'>, ...parts: string[]): string =>
  `/${language}/desk/${parts.join('/')}`;

/** Lets in who acts for an organization. Errors: `sign-in-required`, `forbidden`, `not-found`. */
export const deskHere = async (asked: Asked, deed: DeedName = 'desk:read'): Promise<Desking> => {
  const slug = named(asked, 'organization');
  const caller = await enter(asked, deed, { organization: slug });
  const organization = await getOrganization(asked.site.house.table, slug);
  return { asked, caller, organization, words: deskWords(asked) };
};

/** The same at a summit. */
export const summitDesk = async (asked: Asked, deed: DeedName = 'desk:read'): Promise<AtSummit> => {
  const [slug, summit] = [named(asked, 'organization'), named(asked, 'summit')];
  const caller = await enter(asked, deed, { organization: slug, summit });
  const { table } = asked.site.house;
  const [organization, found] = await Promise.all([getOrganization(table, slug), getSummit(table, summit)]);
  return { asked, caller, organization, summit: found, words: deskWords(asked) };
};

/** The zone by whose clock the hours of a page are. */
export const zoneOf = ({ summit }: { summit?: Summit | undefined }): string => summit?.zone ?? 'UTC';

/** What an organization is called in the reader's language. */
export const nameOf = ({ asked, organization }: Pick<Desking, 'asked' | 'organization'>): string =>
  inLanguage(organization.name, asked.language);

const waysOf = (desking: Desking & { summit?: Summit | undefined }, here: string): Way[] => {
  const { asked, organization, summit, words } = desking;
  const at = (...parts: string[]): string => deskAt(asked, organization.slug, ...parts);
  const ways = [
    { href: at(), label: words.overview },
    ...(summit ? [{ href: at(summit.slug), label: <bdi>{inLanguage(summit.title, asked.language)}</bdi> }] : []),
    { href: at('colleagues'), label: words.colleaguesWay },
  ];
  return ways.map((way) => ({
    ...way,
    isHere: way.href === here || (way.href !== at() && here.startsWith(`${way.href}/`)),
  }));
};

interface DeskPage extends Omit<Page, 'path' | 'done'> {
  /** The page's address below the organization; one that answers a form has none in other languages. */
  at: readonly string[];
  answers?: boolean | undefined;
}

/** What was just done, as the address of the page says it. */
const doneIn = ({ request }: Asked, { done }: DeskWords): string | undefined => {
  const said = new URL(request.url).searchParams.get('done') ?? '';
  return Object.hasOwn(done, said) ? done[said as keyof typeof done] : undefined;
};

/** A page of an organization's workspace. */
export const deskPage = (
  desking: Desking & { summit?: Summit | undefined },
  { at, answers, ...page }: DeskPage,
): Page => {
  const { asked, organization, summit, words } = desking;
  const home = deskAt(asked, organization.slug);
  const address = [home, ...at].join('/');
  const crumbs =
    summit && at.length > 1
      ? [{ href: `${home}/${summit.slug}`, label: <bdi>{inLanguage(summit.title, asked.language)}</bdi> }]
      : [];
  return {
    ...page,
    ...(answers ? {} : { path: address.replace(/^\/\w+/, ''), done: doneIn(asked, words) }),
    crumbs,
    part: 'workspace',
    languages: workspaceLanguages,
    rehearsal: summit?.rehearsal ?? organization.rehearsal,
    workspace: { name: <bdi>{nameOf(desking)}</bdi>, home, ways: waysOf(desking, address) },
  };
};

/** A heading with what stands under it, or what is said where there is nothing. */
export const Section = ({
  id,
  title,
  none,
  children,
}: {
  id: string;
  title: string;
  none?: string | undefined;
  children?: Child;
}) => (
  <section class="stack close" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {none === undefined ? children : <p class="none">{none}</p>}
  </section>
);
