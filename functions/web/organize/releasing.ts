import type { Alongside, Release } from '../../../shared/domain/release.ts';
import type { ReleaseChange } from '../../../shared/domain/release-changes.ts';
import { releaseWordsIn } from '../../../shared/words/workspace/release.ts';
import type { ReleaseWords } from '../../../shared/words/workspace/release-en.ts';
import { readList, readOwn } from '../contract.ts';
import type { Asked, Page } from '../page.ts';
import { partAt, workLanguage, workPage } from '../workspace.ts';
import type { Broken } from './decision-release.tsx';
import type { Planning } from './planned.ts';

/** The words of releases. */
export const releaseWords = (asked: Pick<Asked, 'language'>): ReleaseWords => releaseWordsIn(workLanguage(asked));

/** How many a change concerns. */
export interface Told {
  people: number;
  organizations: number;
}

/** What a release of the draft, or of chosen changes, would come to. */
export interface Preview {
  from: number;
  changes: ReleaseChange[];
  alongside: Alongside[];
  unchanged: string[];
  broken: Broken[];
  told: Told & { of: (Told & { session: string })[] };
}

/** A release as organizers read it. */
export type ReleaseShown = Pick<
  Release,
  'slug' | 'number' | 'at' | 'note' | 'sessions' | 'counts' | 'chosen' | 'rewritten'
> & { by?: string };

export const readPreview = async ({ asked, summit }: Planning, chosen?: readonly string[]): Promise<Preview> => {
  const query = chosen ? `?${new URLSearchParams({ changes: chosen.join(',') }).toString()}` : '';
  return (await readOwn<Preview>(asked, `/summits/${summit.slug}/draft${query}`)).record;
};

/** All releases, the latest first. */
export const readReleases = async ({ asked, summit }: Planning): Promise<ReleaseShown[]> =>
  (await readList<ReleaseShown>(readOwn, asked, `/summits/${summit.slug}/releases`)).toSorted(
    (a, b) => b.number - a.number,
  );

/** Where releases stand in the workspace, and what is below them. */
export const releasesAt = ({ asked, summit }: Pick<Planning, 'asked' | 'summit'>, ...parts: string[]): string =>
  [partAt(asked, summit.slug, 'releases'), ...parts].join('/');

/** A page about the programme's releases. `below` is its address below those of all. */
export const releasePage = (here: Planning, { below, ...page }: Page & { below: string }): Page => {
  const { asked, summit } = here;
  const crumbs = below === '' ? [] : [{ href: releasesAt(here), label: releaseWords(asked).title }];
  return workPage(asked, summit, 'releases', { path: `/organize/${summit.slug}/releases${below}`, crumbs, ...page });
};
