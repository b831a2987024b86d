import { takesDrafts } from '../../../shared/domain/outcome.ts';
import { workspaceLanguages } from '../../../shared/words/page/language.ts';
import { FaultList, type Faults, type Shown } from '../field.tsx';
import type { Asked, Page } from '../page.ts';
import { Said } from '../said.tsx';
import { languagesFor, LineForm } from './line-form.tsx';
import { NoneForm, NoneSaid } from './none.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { mineAt, type Reporting, sessionAt, timeOf, titleOf, wordsOf } from './reporting.ts';

const Objectives = ({ here: { asked, session, words } }: { here: Reporting }) =>
  session.objectives.length === 0 ? null : (
    <details class="more" open={session.objectives.length < 4}>
      <summary>{words.objectives}</summary>
      <ul class="list">
        {session.objectives.map(({ text }) => (
          <li>
            <Said text={text} language={asked.language} />
          </li>
        ))}
      </ul>
    </details>
  );

const Writing = ({ here, shown }: { here: Reporting; shown: Shown }) => {
  const { session, words } = here;
  if (session.noOutcome) return <NoneSaid here={here} />;
  if (!takesDrafts(session)) return <p class="note">{words.notAccepted}</p>;
  return (
    <>
      <LineForm here={here} shown={shown} />
      <OutcomeList here={here} />
      <NoneForm here={here} shown={shown} />
    </>
  );
};

const Body = ({ here, shown }: { here: Reporting; shown: Shown }) => {
  const { asked, session } = here;
  return (
    <div class="stack report">
      <FaultList shown={shown} />
      <header class="stack close">
        <p class="row close">
          <span class="tag plain">{session.reference}</span>
        </p>
        <h1>
          <Said text={session.title} language={asked.language} />
        </h1>
        <p class="minor">{timeOf(asked, session)}</p>
      </header>
      <Objectives here={here} />
      <Writing here={here} shown={shown} />
    </div>
  );
};

const doneHere = (asked: Asked): string | undefined => {
  const said = new URL(asked.request.url).searchParams.get('done') ?? '';
  const { done } = wordsOf(asked);
  return Object.hasOwn(done, said) ? done[said as keyof typeof done] : undefined;
};

/** What every page of the rapporteur's has in common. */
export const rapporteurPage = (asked: Asked, page: Page): Page => ({
  part: 'workspace',
  languages: workspaceLanguages,
  scripts: ['rapporteur'],
  done: doneHere(asked),
  ...page,
});

/** What a form begins with: as the last line was, or as most are. */
export const beginning = (here: Pick<Reporting, 'asked' | 'session'>): Record<string, string> => {
  const { searchParams } = new URL(here.asked.request.url);
  const language = searchParams.get('in') ?? '';
  const languages = languagesFor(here);
  return {
    type: searchParams.get('type') ?? 'key-message',
    language: languages.includes(language) ? language : (languages[0] ?? here.asked.language),
  };
};

/** The page of a session: where its outcomes are written down, and what there is of them. */
export const sessionPage = (here: Reporting, typed: Record<string, string>, faults: Faults = {}): Page => {
  const { asked, session, words } = here;
  return rapporteurPage(asked, {
    title: titleOf(asked, session),
    path: sessionAt(asked, session).replace(`/${asked.language}`, ''),
    rehearsal: session.rehearsal,
    crumbs: [{ href: mineAt(asked), label: words.mine.title }],
    body: <Body here={here} shown={{ typed, faults, words: asked.words }} />,
  });
};
