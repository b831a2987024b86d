import { dayOf } from '../../../shared/domain/sign.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { TextVersion } from '../../../shared/domain/text-version.ts';
import { allTextVersions } from '../../../shared/table/text-version.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated, numeral } from '../../../shared/words/intl.ts';
import { readOpenly } from '../contract.ts';
import type { Asked, Page } from '../page.ts';
import { type Compared, ParagraphChange } from './compared.tsx';
import { crumbsTo } from './crumbs.tsx';
import { type Place, placeOf, queryOf, textPath, textRecord, wordsHere } from './here.ts';
import { openly, type ReadText, readText } from './reading.ts';

/** The versions that were given out, the first first. */
export const readVersions = async (asked: Asked): Promise<TextVersion[]> => {
  const { summit, declaration } = placeOf(asked);
  const all = openly('text-version', await allTextVersions(asked.site.house.table, summit, declaration));
  return all.toSorted((a, b) => Number(a.slug.slice(1)) - Number(b.slug.slice(1)));
};

/** Errors: `not-found` where either is none that was given out. */
export const compare = async (asked: Asked, place: Place, to: string, from: string | undefined): Promise<Compared> => {
  const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  const path = `${textPath(place, 'versions', to, 'comparison')}${query}`;
  return (await readOpenly<Compared>(asked, path)).record;
};

/** Which two are compared: as asked for, else the last with the one that was given out before it. */
const chosen = (asked: Asked, versions: readonly TextVersion[]): { from: string; to: string } | undefined => {
  const query = queryOf(asked);
  const [last, before] = [versions.at(-1), versions.at(-2)];
  const [from, to] = [query.get('from') || before?.slug, query.get('to') || last?.slug];
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
};

interface Props {
  asked: Asked;
  text: ReadText;
  versions: readonly TextVersion[];
}

const VersionRow = ({ asked, text, version }: Pick<Props, 'asked' | 'text'> & { version: TextVersion }) => {
  const { compare: words } = wordsHere(asked);
  const { slug, at, why, hash, frozen } = version;
  return (
    <tr>
      <th scope="row">
        {slug} {frozen ? <span class="tag good">{words.frozen}</span> : null}
      </th>
      <td data-name={words.at}>
        <time datetime={at}>{dated(asked.language, dayOf(at, text.summit.zone ?? 'UTC'))}</time> · {words.why[why]}
      </td>
      <td>
        <code class="hash">{hash}</code>
        <span class="minor">
          <a href={textRecord(text.place, 'versions', `${slug}.md`)}>Markdown</a> ·{' '}
          <a href={textRecord(text.place, 'versions', slug, 'text')}>{words.hashed}</a>
        </span>
      </td>
    </tr>
  );
};

const Choice = ({ asked, versions, pair }: Omit<Props, 'text'> & { pair: { from: string; to: string } }) => {
  const { compare: words } = wordsHere(asked);
  return (
    <form class="filters" method="get">
      {(['from', 'to'] as const).map((name) => (
        <div class="field">
          <label for={name}>{words[name]}</label>
          <select id={name} name={name}>
            {versions.map(({ slug }) => (
              <option selected={slug === pair[name]}>{slug}</option>
            ))}
          </select>
        </div>
      ))}
      <button class="button">{words.compare}</button>
    </form>
  );
};

const Changes = ({ asked, text, compared }: Pick<Props, 'asked' | 'text'> & { compared: Compared }) => {
  const { compare: words } = wordsHere(asked);
  const changed = compared.paragraphs.filter(({ change, moved }) => change !== 'kept' || moved);
  const kept = compared.paragraphs.length - changed.length;
  return (
    <section class="stack">
      <h2>{fill(words.heading, { from: compared.from ?? '', to: compared.to })}</h2>
      {changed.length === 0 ? <p class="none">{words.same}</p> : null}
      <ul class="list">
        {changed.map((one) => (
          <li>
            <ParagraphChange asked={asked} place={text.place} language={compared.language} compared={one} />
          </li>
        ))}
      </ul>
      {kept > 0 ? <p class="minor">{fill(words.unchanged, { number: numeral(asked.language, kept) })}</p> : null}
    </section>
  );
};

const Table = ({ asked, text, versions }: Props) => {
  const { compare: words, hash } = wordsHere(asked);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.title}>
      <table class="folds">
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.at}</th>
            <th scope="col">{hash}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <VersionRow asked={asked} text={text} version={version} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The versions of a text, and two of them compared word by word. */
export const versionsPage = async (asked: Asked): Promise<Page> => {
  const [text, versions] = await Promise.all([readText(asked), readVersions(asked)]);
  const { compare: words } = wordsHere(asked);
  const pair = chosen(asked, versions);
  const compared = pair && (await compare(asked, text.place, pair.to, pair.from));
  const title = inLanguage(text.declaration.title, asked.language);
  return {
    title: `${words.title}: ${title}`,
    path: textPath(text.place, 'versions'),
    rehearsal: text.declaration.rehearsal,
    part: 'declarations',
    crumbs: crumbsTo(asked, text),
    open: { description: `${title}. ${words.lead}`, record: `${textPath(text.place)}/versions` },
    body: (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {versions.length === 0 ? (
          <p class="none">{words.none}</p>
        ) : (
          <Table asked={asked} text={text} versions={versions} />
        )}
        {pair && versions.length > 1 ? <Choice asked={asked} versions={versions} pair={pair} /> : null}
        {compared ? <Changes asked={asked} text={text} compared={compared} /> : null}
      </div>
    ),
  };
};
