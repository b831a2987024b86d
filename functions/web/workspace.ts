import { type Caller, type DeedName, everyone, mayAsk, mayList, mayWithin } from '../../shared/domain/access.ts';
import type { Whereabouts } from '../../shared/domain/role.ts';
import type { Summit } from '../../shared/domain/summit.ts';
import { inLanguage } from '../../shared/domain/text.ts';
import { rolesOf } from '../../shared/table/role.ts';
import { getSummit } from '../../shared/table/summit.ts';
import { isWorkspaceLanguage, type WorkspaceLanguage, workspaceLanguages } from '../../shared/words/page/language.ts';
import type { WorkspaceWords } from '../../shared/words/workspace/en.ts';
import { workspaceWordsIn } from '../../shared/words/workspace/words.ts';
import { accountHere, type Asked, type Page, type Workspace } from './page.ts';

/** Who works here, with the roles that they hold. Errors: `sign-in-required`. */
export const whoWorks = async (asked: Asked): Promise<Caller> => {
  const account = await accountHere(asked);
  if (account === undefined) mayAsk(everyone, 'me:read');
  const { roles, address } = await rolesOf(asked.site.house.table, account ?? '');
  return { kind: 'account', name: account ?? '', roles, address };
};

/**
 * Lets in who may do this deed somewhere within a place: what a page shows and does is the contract's to allow, one by one; this says at the door that a
 * page is not for somebody at all. Errors: `sign-in-required`, `forbidden`.
 */
export const enter = async (asked: Asked, deed: DeedName, place: Whereabouts): Promise<Caller> => {
  const caller = await whoWorks(asked);
  mayList(caller, deed, place);
  return caller;
};

/** The language of a workspace. Other languages are led to English before a page is made. */
export const workLanguage = ({ language }: Pick<Asked, 'language'>): WorkspaceLanguage =>
  isWorkspaceLanguage(language) ? language : 'en';

/** The words that all workspaces share. */
export const workWords = (asked: Pick<Asked, 'language'>): WorkspaceWords => workspaceWordsIn(workLanguage(asked));

/** The parts of a summit's workspace, in the order of its ways: each with its address below /{lang}/organize/{summit}. */
const parts = {
  today: '/',
  proposals: '/proposals',
  sessions: '/sessions',
  board: '/board',
  releases: '/releases',
  declarations: '/declarations',
  participations: '/participations',
  desks: '/desks',
  rooms: '/rooms',
  tracks: '/tracks',
  rows: '/rows',
  mails: '/mails',
  roles: '/roles',
  settings: '/settings',
} as const;
export type Part = keyof typeof parts;

/** Where a part of a summit's workspace stands. */
export const partAt = ({ language }: Pick<Asked, 'language'>, summit: string, part: Part): string =>
  `/${language}/organize/${summit}${parts[part]}`;

/** The deeds that a part is there for: whoever may do none of them there is shown no way to it. */
const deedsOf: Partial<Record<Part, readonly DeedName[]>> = {
  board: ['placement:write'],
  proposals: ['review:write', 'decision:read'],
  declarations: ['text:write', 'text:translate', 'assessment:write'],
};

const isTheirs = (caller: Caller, { slug }: Summit, part: Part): boolean =>
  (deedsOf[part] ?? ['summit:change']).some((deed) => mayWithin(caller, deed, { summit: slug }));

const workspaceOf = (asked: Asked, summit: Summit, here: Part, caller: Caller | undefined): Workspace => {
  const shown = (Object.keys(parts) as Part[]).filter(
    (part) => !caller || part === here || isTheirs(caller, summit, part),
  );
  return {
    name: inLanguage(summit.title, asked.language),
    home: partAt(asked, summit.slug, shown.includes('today') ? 'today' : here),
    ways: shown.map((part) => ({
      href: partAt(asked, summit.slug, part),
      label: workWords(asked).ways[part],
      isHere: part === here,
    })),
  };
};

/** The summit in whose workspace a page stands. Errors: `not-found`. */
export const summitHere = (asked: Asked): Promise<Summit> =>
  getSummit(asked.site.house.table, asked.context.req.param('summit') ?? '');

/** A page of a summit's workspace. `caller` says who works there, where not everybody there may go everywhere: they are shown the ways that are theirs. */
export const workPage = (asked: Asked, summit: Summit, here: Part, page: Page, caller?: Caller): Page => ({
  ...page,
  part: 'workspace',
  languages: workspaceLanguages,
  rehearsal: summit.rehearsal,
  workspace: workspaceOf(asked, summit, here, caller),
});
