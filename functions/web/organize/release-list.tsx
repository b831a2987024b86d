import { changeKinds } from '../../../shared/domain/release.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import { moment } from '../../../shared/words/moment.ts';
import { FaultList, Select } from '../field.tsx';
import type { Asked, Page } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import { doneHere, mayHere, type Planning, planning } from './planned.ts';
import { ChangeTable } from './release-change.tsx';
import {
  type Preview,
  readPreview,
  readReleases,
  releasePage,
  releasesAt,
  type ReleaseShown,
  releaseWords,
} from './releasing.ts';
import { shownAs } from './tried.ts';

const at = ({ asked, summit }: Planning, release: ReleaseShown): string =>
  moment(asked.language, release.at, summit.zone ?? 'UTC');

/** What a release changed, in figures. */
export const Counts = ({ asked, release }: { asked: Asked; release: ReleaseShown }) => {
  const { kinds } = releaseWords(asked);
  return (
    <>
      {changeKinds
        .filter((kind) => (release.counts[kind] ?? 0) > 0)
        .map((kind) => `${kinds[kind]}: ${release.counts[kind]}`)
        .join(' · ')}
    </>
  );
};

const Draft = ({ here, preview, last }: { here: Planning; preview: Preview; last: ReleaseShown | undefined }) => {
  const { asked } = here;
  const words = releaseWords(asked);
  const number = preview.changes.length;
  if (number === 0) return <p class="none">{last ? fill(words.unchanged, { number: last.number }) : words.empty}</p>;
  const mayRelease = mayHere(here, 'release:write');
  return (
    <form action={releasesAt(here, 'draft')} class="stack">
      <p>
        <b>{fill(words.count[plural(workLanguage(asked), number)], { number })}</b> {mayRelease ? words.choose : ''}
      </p>
      <ChangeTable here={here} changes={preview.changes} told={preview.told.of} choosing={mayRelease} />
      {mayRelease ? (
        <p class="row">
          <button class="button">{words.chosen}</button>
          <button class="button chief" name="all" value="yes">
            {words.all}
          </button>
        </p>
      ) : null}
    </form>
  );
};

/** Two releases to be compared, an earlier one and a later. */
export const CompareForm = ({ here, releases }: { here: Planning; releases: readonly ReleaseShown[] }) => {
  const words = releaseWords(here.asked).compare;
  const options = releases.map(({ slug, number }) => [slug, String(number)] as const);
  const [later, earlier] = releases;
  if (!later || !earlier) return null;
  const shown = shownAs(here.asked, { from: earlier.slug, to: later.slug });
  return (
    <form class="filters" action={releasesAt(here, 'compare')}>
      <Select name="from" label={words.from} options={options} shown={shown} />
      <Select name="to" label={words.to} options={options} shown={shown} />
      <button class="button">{words.deed}</button>
    </form>
  );
};

const All = ({ here, releases }: { here: Planning; releases: readonly ReleaseShown[] }) => {
  const { columnsOf: columns, history } = releaseWords(here.asked);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={history}>
      <table class="folds">
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <tr>
              <td data-name={columns.release}>
                <a href={releasesAt(here, release.slug)}>{release.number}</a>
              </td>
              <td data-name={columns.at}>{at(here, release)}</td>
              <td data-name={columns.note}>
                <bdi>{release.note ?? '—'}</bdi>
              </td>
              <td data-name={columns.counts} class="minor">
                <Counts asked={here.asked} release={release} />
              </td>
              <td data-name={columns.sessions} class="figures">
                {release.sessions}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The draft of the programme beside its last release, and all releases; with what is wrong about a choice. */
export const listPage = async (here: Planning, shown = shownAs(here.asked)): Promise<Page> => {
  const { asked } = here;
  const [preview, releases] = await Promise.all([readPreview(here), readReleases(here)]);
  const words = releaseWords(asked);
  const [last] = releases;
  const said: Record<string, string> = { released: words.done, nothing: words.doneNothing };
  return releasePage(here, {
    title: words.title,
    below: '',
    isWide: true,
    done: said[doneHere(asked)],
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{words.title}</h1>
        <p class="lead">{last ? words.lead : words.leadFirst}</p>
        {last ? (
          <section class="card">
            <h2>{words.last}</h2>
            <p>
              <a href={releasesAt(here, last.slug)}>
                {fill(words.lastLine, { number: last.number, when: at(here, last) })}
              </a>
              {last.note ? (
                <>
                  {' '}
                  <bdi>{last.note}</bdi>
                </>
              ) : null}
            </p>
          </section>
        ) : null}
        <section class="stack">
          <h2>{words.draft}</h2>
          <Draft here={here} preview={preview} last={last} />
        </section>
        {releases.length > 0 ? (
          <section class="stack">
            <h2>{words.history}</h2>
            <All here={here} releases={releases} />
            {releases.length > 1 ? <h3>{words.compare.title}</h3> : null}
            <CompareForm here={here} releases={releases} />
          </section>
        ) : null}
      </>
    ),
  });
};

/** What can be released, and what was. */
export const releaseList = async (asked: Asked): Promise<Page> => listPage(await planning(asked, 'release:draft'));
