import type { Session } from '../../../shared/domain/session.ts';
import { readPairs } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import { send } from '../contract.ts';
import { FaultList, Field, type Shown, whole } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workLanguage, workWords } from '../workspace.ts';
import { BrokenList } from './decision-release.tsx';
import { type Planning, planning } from './planned.ts';
import { ChangeTable, toldSaid } from './release-change.tsx';
import { listPage } from './release-list.tsx';
import { type Preview, readPreview, releasePage, releasesAt, releaseWords } from './releasing.ts';
import { shownAs, tried, withProblem } from './tried.ts';

/** What is to be released: chosen changes, or, where nothing is chosen, all. */
type Chosen = readonly string[] | undefined;

const chosenIn = (pairs: Iterable<readonly [string, string]>): { chosen: Chosen; isAll: boolean } => {
  const all = [...pairs];
  const changes = all.filter(([name]) => name === 'change').map(([, value]) => value);
  const isAll = all.some(([name]) => name === 'all');
  return { chosen: isAll || changes.length === 0 ? undefined : [...new Set(changes)], isAll };
};

const Alongside = ({ here, preview }: { here: Planning; preview: Preview }) => {
  const words = releaseWords(here.asked).confirm;
  if (preview.alongside.length === 0) return null;
  const called = new Map(preview.changes.map(({ session, reference }) => [session, reference]));
  const name = (session: string): string => called.get(session) ?? session;
  return (
    <section class="said warn">
      <h2>{words.along}</h2>
      <ul>
        {preview.alongside.map(({ session, with: others, why }) => (
          <li>
            {fill(words.alongLine, {
              session: name(session),
              others: others.map(name).join(', '),
              why: words.why[why],
            })}
          </li>
        ))}
      </ul>
    </section>
  );
};

interface FormProps {
  here: Planning;
  shown: Shown;
  chosen: Chosen;
  preview: Preview;
}

const Confirm = ({ here, shown, chosen, preview }: FormProps) => {
  const words = releaseWords(here.asked).confirm;
  return (
    <form method="post" class="fields">
      <Carried asked={here.asked} form={shown.typed} />
      <input type="hidden" name="from" value={String(preview.from)} />
      {chosen ? (
        chosen.map((change) => <input type="hidden" name="change" value={change} />)
      ) : (
        <input type="hidden" name="all" value="yes" />
      )}
      <Field name="note" label={words.note} hint={words.noteHint} shown={shown} optional />
      <div class="row">
        <button class="button chief">{words.deed}</button>
        <a class="button" href={releasesAt(here)}>
          {workWords(here.asked).cancel}
        </a>
      </div>
    </form>
  );
};

const Coming = async ({ here, chosen, preview }: Omit<FormProps, 'shown'>) => {
  const { asked } = here;
  const words = releaseWords(asked).confirm;
  const left = chosen ? (await readPreview(here)).changes.length - preview.changes.length : 0;
  return (
    <section class="stack">
      <h2>{words.what}</h2>
      <ChangeTable here={here} changes={preview.changes} told={preview.told.of} />
      <p>{fill(words.told, toldSaid(asked, preview.told))}</p>
      {left > 0 ? <p class="minor">{fill(words.rest[plural(workLanguage(asked), left)], { number: left })}</p> : null}
      {preview.unchanged.length > 0 ? (
        <p class="note">{fill(words.same, { sessions: preview.unchanged.join(', ') })}</p>
      ) : null}
    </section>
  );
};

const page = async (here: Planning, chosen: Chosen, shown = shownAs(here.asked)): Promise<Page> => {
  const preview = await readPreview(here, chosen);
  const words = releaseWords(here.asked);
  const title = chosen ? words.confirm.titleChosen : words.confirm.title;
  const isNothing = preview.changes.length === 0;
  return releasePage(here, {
    title,
    below: '/draft',
    isWide: true,
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <p class="lead">{isNothing ? fill(words.unchanged, { number: preview.from }) : words.confirm.lead}</p>
        {preview.broken.length > 0 ? (
          <section class="said bad">
            <h2>{words.confirm.broken}</h2>
            <p>{words.confirm.brokenLead}</p>
            <BrokenList here={here} broken={preview.broken} />
          </section>
        ) : null}
        <Alongside here={here} preview={preview} />
        {isNothing ? null : <Coming here={here} chosen={chosen} preview={preview} />}
        {isNothing ? null : <Confirm here={here} shown={shown} chosen={chosen} preview={preview} />}
      </>
    ),
  });
};

/** Says what a release comes to, before it is done: what becomes public, what has to go along, who is told, and what is in the way. */
export const askRelease = async (asked: Asked): Promise<Page> => {
  const here = await planning(asked, 'release:write');
  const { chosen, isAll } = chosenIn(new URL(asked.request.url).searchParams);
  if (chosen || isAll) return page(here, chosen);
  const shown = shownAs(asked, {}, { [whole]: releaseWords(asked).none });
  return withProblem(asked, await listPage(here, shown), 200);
};

/** Releases the programme, or chosen changes of it. */
export const releaseProgramme = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'release:write');
  const pairs = await readPairs(asked.request);
  const form = Object.fromEntries(pairs);
  const { chosen } = chosenIn(pairs);
  return tried(
    asked,
    ['note'],
    async () => {
      const body = {
        ...(form.note?.trim() ? { note: form.note } : {}),
        ...(chosen ? { changes: chosen } : {}),
        from: Number(form.from ?? 0),
      };
      const path = `/summits/${here.summit.slug}/releases`;
      const { record } = await send<Pick<Session, 'slug'> & { changed: boolean }>(asked, {
        method: 'POST',
        path,
        body,
        key: carried(form).key,
      });
      return goTo(`${releasesAt(here)}?done=${record.changed ? 'released' : 'nothing'}`);
    },
    // The refusal names the release that the programme stands at by now.
    ({ faults, error }) => {
      const { moved } = releaseWords(asked).confirm;
      return page(here, chosen, shownAs(asked, form, error.also?.number === undefined ? faults : { [whole]: moved }));
    },
  );
};
