import { rolesOf } from '../../../shared/table/role.ts';
import { findSummit } from '../../../shared/table/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { workspaceLanguages } from '../../../shared/words/page/language.ts';
import { nameIn, organizationsNamed } from '../named.ts';
import type { Asked, Page } from '../page.ts';
import { whoWorks } from '../workspace.ts';
import { deskAt, deskWords } from './frame.tsx';

/** For whom somebody acts: everywhere, or at one summit. */
interface Acting {
  organization: string;
  summit?: string | undefined;
}

const actingFor = async (asked: Asked): Promise<Acting[]> => {
  const caller = await whoWorks(asked);
  const { roles } = await rolesOf(asked.site.house.table, caller.kind === 'account' ? caller.name : '');
  const all = roles.flatMap(({ role, organization, summit }) =>
    role === 'delegate' && organization !== undefined ? [{ organization, summit }] : [],
  );
  const wide = new Set(all.filter(({ summit }) => summit === undefined).map(({ organization }) => organization));
  return all.filter(({ organization, summit }) => summit === undefined || !wide.has(organization));
};

/** The organizations that an account acts for. */
export const homePage = async (asked: Asked): Promise<Page> => {
  const words = deskWords(asked);
  const { table } = asked.site.house;
  const acting = await actingFor(asked);
  const known = await organizationsNamed(
    table,
    acting.map(({ organization }) => organization),
  );
  const summits = await Promise.all(acting.map(async ({ summit }) => (summit ? findSummit(table, summit) : undefined)));
  return {
    title: words.title,
    path: '/desk/',
    part: 'workspace',
    languages: workspaceLanguages,
    body: (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {acting.length === 0 ? <p class="none">{words.none}</p> : null}
        <ul class="cards">
          {acting.map(({ organization, summit }, at) => (
            <li>
              <a class="card" href={deskAt(asked, organization, ...(summit ? [summit] : []))}>
                <h2>
                  <bdi>{nameIn(asked, known, organization)}</bdi>
                </h2>
                <span class="minor">
                  {summit ? inLanguage(summits[at]?.title ?? { en: summit }, asked.language) : words.everywhere}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    ),
  };
};
