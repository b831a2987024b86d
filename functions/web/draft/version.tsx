import type { WordRun } from '../../../shared/domain/words-compared.ts';
import type { TextVersion } from '../../../shared/domain/text-version.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOwn, send } from '../contract.ts';
import { type DeedForm, roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { nameAt } from './paragraph.tsx';
import { namedIn, queried, type Room } from './room.ts';

/** An instant as the clock of the summit shows it. */
export const When = ({ room: { asked, summit }, at }: { room: Room; at: string }) => (
  <time datetime={at}>{moment(asked.language, at, summit.zone ?? 'UTC')}</time>
);

/** What changed, word by word. */
export const Changed = ({ runs, language }: { runs: readonly WordRun[]; language: string }) => (
  <p lang={language} dir="auto">
    {runs.map(({ kind, words }) =>
      kind === 'kept' ? words : kind === 'removed' ? <del>{words}</del> : <ins>{words}</ins>,
    )}
  </p>
);

/** Keeps the text as it is drafted now. */
export const saveForm: DeedForm<undefined> = {
  path: '/versions/save',
  may: 'text:write',
  part: 'versions',
  read: () => undefined,
  title: ({ words }) => words.version.save,
  lead: ({ words }) => <p class="lead">{words.version.saveLead}</p>,
  fields: () => null,
  button: ({ words }) => words.version.save,
  send: async ({ asked, record }, _, { key }) => {
    await send(asked, { method: 'POST', path: `${record}/versions`, body: {}, key });
    return '/versions?done=version';
  },
};

const Row = ({ room, version, before }: { room: Room; version: TextVersion; before: TextVersion | undefined }) => {
  const { words, at } = room;
  return (
    <tr>
      <th scope="row">{version.slug}</th>
      <td data-name={words.version.taken}>
        <When room={room} at={version.at} />
      </td>
      <td data-name={words.version.why}>{words.version.reasons[version.why]}</td>
      <td data-name={words.version.paragraphs} class="sum">
        {version.paragraphs}
      </td>
      <td data-name={words.version.hash}>
        <code class="hash">{version.hash.slice(0, 12)}</code>
        {version.frozen ? <span class="tag good">{words.version.frozen}</span> : null}
      </td>
      <td>
        {before ? (
          <a href={`${at}/versions/${version.slug}?from=${before.slug}`}>
            {fill(words.version.compare, { from: before.slug })}
          </a>
        ) : null}
      </td>
    </tr>
  );
};

/** The versions of the text, the last first. */
export const versionsRoute = roomRoute('/versions', async (room) => {
  const { words, asked, record, at } = room;
  const versions = await readList<TextVersion>(readOwn, asked, `${record}/versions`);
  const inTime = versions.toSorted((a, b) => Number(a.slug.slice(1)) - Number(b.slug.slice(1)));
  return roomPage(room, 'versions', {
    title: words.version.title,
    body: (
      <>
        <h1>{words.version.title}</h1>
        <p class="lead">{words.version.lead}</p>
        {room.can('text:write') && room.declaration.state === 'drafting' ? (
          <p>
            <a class="button" href={`${at}/versions/save`}>
              {words.version.save}
            </a>
          </p>
        ) : null}
        {inTime.length === 0 ? <p class="none">{words.version.none}</p> : null}
        {inTime.length > 0 ? (
          <div class="scroll" tabindex={0} role="region" aria-label={words.version.title}>
            <table class="folds">
              <thead>
                <tr>
                  <th scope="col">{words.version.one}</th>
                  <th scope="col">{words.version.taken}</th>
                  <th scope="col">{words.version.why}</th>
                  <th scope="col" class="sum">
                    {words.version.paragraphs}
                  </th>
                  <th scope="col">{words.version.hash}</th>
                  <th scope="col">{words.version.changes}</th>
                </tr>
              </thead>
              <tbody>
                {inTime.toReversed().map((version, index) => (
                  <Row room={room} version={version} before={inTime[inTime.length - 2 - index]} />
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
      </>
    ),
  });
});

interface Compared {
  from: string | null;
  to: string;
  language: string;
  paragraphs: {
    paragraph: string;
    change: 'kept' | 'changed' | 'inserted' | 'removed';
    moved: boolean;
    number: { was: number | null; is: number | null };
    parts: { pointer: string; runs: WordRun[] }[];
  }[];
}

/** A version beside an older one, word by word. */
export const comparisonRoute = roomRoute('/versions/{version}', async (room) => {
  const { words, asked, record } = room;
  const to = namedIn(room, 'version');
  const [from] = queried(asked, 'from');
  const query = from ? `?${new URLSearchParams({ from }).toString()}` : '';
  const { record: compared } = await readOwn<Compared>(
    asked,
    `${record}/versions/${encodeURIComponent(to)}/comparison${query}`,
  );
  const changed = compared.paragraphs.filter(({ change, moved }) => change !== 'kept' || moved);
  const title = fill(words.version.compared, { from: compared.from ?? '—', to });
  return roomPage(room, 'versions', {
    title,
    body: (
      <>
        <h1>{title}</h1>
        {changed.length === 0 ? <p class="none">{words.version.same}</p> : null}
        <ul class="list">
          {changed.map((one) => (
            <li class="stack close">
              <p class="row close">
                <span class="tag plain">{nameAt(room, one.paragraph)}</span>
                <span class="tag idle">{words.version.kinds[one.change]}</span>
                {one.moved ? <span class="tag idle">{words.version.moved}</span> : null}
              </p>
              {one.parts.map(({ runs }) => (
                <Changed runs={runs} language={compared.language} />
              ))}
            </li>
          ))}
        </ul>
      </>
    ),
  });
});
