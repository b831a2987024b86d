import type { Whereabouts } from '../../shared/domain/role.ts';
import { inLanguage } from '../../shared/domain/text.ts';
import type { Table } from '../../shared/table/client.ts';
import { getOrganization } from '../../shared/table/organization.ts';
import { getSummit } from '../../shared/table/summit.ts';
import { languageName } from '../../shared/words/intl.ts';
import { mailWordsIn } from '../../shared/words/mail.ts';
import type { PageLanguage } from '../../shared/words/page/language.ts';
import type { Asked } from './page.ts';

/** A place where a role holds, part by part, as a person reads it. */
export type Reach = readonly { label: string; name: string }[];

const parts = [
  ['summit', 'summit'],
  ['organization', 'organization'],
  ['track', 'track'],
  ['session', 'session'],
  ['declaration', 'declaration'],
  ['language', 'text'],
] as const;

const nameOf = async (
  table: Table,
  language: PageLanguage,
  part: (typeof parts)[number][0],
  slug: string,
): Promise<string> => {
  if (part === 'summit') return inLanguage((await getSummit(table, slug)).title, language);
  if (part === 'organization') return inLanguage((await getOrganization(table, slug)).name, language);
  return part === 'language' ? languageName(language, slug) : slug;
};

/** Where a role holds: summits and organizations by their names, what is inside a summit as its address says it. */
export const reachOf = (
  { site, language }: Pick<Asked, 'site' | 'language'>,
  at: Omit<Whereabouts, 'panelist'>,
): Promise<Reach> => {
  const { labels } = mailWordsIn(language);
  return Promise.all(
    parts.flatMap(([part, label]) => {
      const slug = at[part];
      if (slug === undefined) return [];
      // A summit that is gone leaves its name in the address.
      const name = nameOf(site.house.table, language, part, slug).catch(() => slug);
      return [name.then((found) => ({ label: labels[label], name: found }))];
    }),
  );
};

/** The same as it is shown; a role that nothing narrows holds everywhere. */
export const ReachShown = ({ reach, everywhere }: { reach: Reach; everywhere: string }) => (
  <>
    {reach.length === 0 ? everywhere : null}
    {reach.map(({ label, name }) => (
      <div>
        <span class="minor">{label}</span> <bdi>{name}</bdi>
      </div>
    ))}
  </>
);
