import type { ReleaseChange } from '../../../shared/domain/release-changes.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readOwn } from '../contract.ts';
import { FaultList, whole } from '../field.tsx';
import type { Asked, Page } from '../page.ts';
import { type Planning, planning } from './planned.ts';
import { ChangeTable } from './release-change.tsx';
import { CompareForm } from './release-list.tsx';
import { readReleases, releasePage, releasesAt, type ReleaseShown, releaseWords } from './releasing.ts';
import { shownAs } from './tried.ts';

const changesIn = async ({ asked, summit }: Planning, to: string, from?: string): Promise<ReleaseChange[]> => {
  const path = `/summits/${summit.slug}/releases/${to}/changes${from ? `?from=${from}` : ''}`;
  return (await readOwn<{ changes: ReleaseChange[] }>(asked, path)).record.changes;
};

/** A release: when it was, by whom, and what it changed. */
export const releaseDesk = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'release:draft');
  const name = asked.context.req.param('release') ?? '';
  const path = `/summits/${here.summit.slug}/releases/${name}`;
  const [{ record: release }, changes] = await Promise.all([readOwn<ReleaseShown>(asked, path), changesIn(here, name)]);
  const words = releaseWords(asked).one;
  const when = (at: string): string => moment(asked.language, at, here.summit.zone ?? 'UTC');
  const title = fill(words.title, { number: release.number });
  return releasePage(here, {
    title,
    below: `/${release.slug}`,
    isWide: true,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{fill(words.lead, { when: when(release.at), by: release.by ?? '' })}</p>
        {release.note ? (
          <p>
            <bdi>{release.note}</bdi>
          </p>
        ) : null}
        {release.chosen ? <p class="minor">{words.chosen}</p> : null}
        {release.rewritten?.map(({ at, cards }) => (
          <p class="note">{fill(words.rewritten, { when: when(at), number: cards })}</p>
        ))}
        <h2>{words.since}</h2>
        {changes.length === 0 ? <p class="none">{words.none}</p> : <ChangeTable here={here} changes={changes} />}
      </>
    ),
  });
};

/** Any two releases, beside each other. */
export const compareReleases = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'release:draft');
  const query = new URL(asked.request.url).searchParams;
  const releases = await readReleases(here);
  const numberOf = (slug: string | null): number => releases.find((one) => one.slug === slug)?.number ?? 0;
  const [from, to] = [query.get('from'), query.get('to')].toSorted((a, b) => numberOf(a) - numberOf(b));
  const words = releaseWords(asked).compare;
  const isTwo = numberOf(from ?? null) > 0 && numberOf(from ?? null) < numberOf(to ?? null);
  const changes = isTwo ? await changesIn(here, to ?? '', from ?? '') : [];
  const title = isTwo ? fill(words.pageTitle, { from: numberOf(from ?? null), to: numberOf(to ?? null) }) : words.title;
  return releasePage(here, {
    title,
    below: '/compare',
    isWide: true,
    body: (
      <>
        {isTwo ? null : <FaultList shown={shownAs(asked, {}, { [whole]: words.order })} />}
        <h1>{title}</h1>
        <CompareForm here={here} releases={releases} />
        {isTwo && changes.length === 0 ? <p class="none">{words.none}</p> : null}
        {changes.length > 0 ? <ChangeTable here={here} changes={changes} /> : null}
        <p>
          <a href={releasesAt(here)}>{releaseWords(asked).history}</a>
        </p>
      </>
    ),
  });
};
