import type { Outcome } from '../../../shared/domain/outcome.ts';
import { takesFilings } from '../../../shared/domain/outcome.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { counted } from '../../../shared/words/counted.ts';
import { listed } from '../../../shared/words/intl.ts';
import { Carried } from '../form.tsx';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { type Reported, type Reporting, sessionAt, wordsOf } from './reporting.ts';

/** How far a session has come: "2 filed, 3 drafts". */
export const progressOf = (asked: Asked, { outcomes }: Pick<Reported, 'outcomes'>): string => {
  const { filed, drafts } = wordsOf(asked);
  const done = outcomes.filter(({ state }) => state === 'filed').length;
  return `${counted(asked.language, done, filed)}, ${counted(asked.language, outcomes.length - done, drafts)}`;
};

const voicesOf = ({ session, words }: Reporting, { voicedBy }: Outcome): string[] =>
  session.panel
    .filter(({ slug }) => voicedBy.includes(slug))
    .map(({ printedName, unnamed }) => (unnamed ? words.someone : printedName));

/** What is filed here, one or all: with which outcome, or with none for all drafts. */
const FileForm = ({ here, outcome, label }: { here: Reporting; outcome?: string; label: string }) => (
  <form method="post" action={`${sessionAt(here.asked, here.session)}/file`}>
    <Carried asked={here.asked} />
    {outcome === undefined ? null : <input type="hidden" name="outcome" value={outcome} />}
    {outcome === undefined ? (
      <button class="button chief">{label}</button>
    ) : (
      <button class="button small" aria-describedby={`outcome-${outcome}`}>
        {label}
      </button>
    )}
  </form>
);

const OutcomeItem = ({ here, outcome }: { here: Reporting; outcome: Outcome }) => {
  const { asked, session, words } = here;
  const voices = voicesOf(here, outcome);
  const isDraft = outcome.state === 'draft';
  return (
    <li class="stack close">
      <p id={`outcome-${outcome.slug}`}>
        <Said text={outcome.text} language={asked.language} />
      </p>
      <p class="row close">
        <span class="tag plain">{words.types[outcome.type]}</span>
        <span class={isDraft ? 'tag warn' : 'tag good'}>{words.states[outcome.state]}</span>
        {outcome.addressee ? <bdi class="minor">{inLanguage(outcome.addressee, asked.language)}</bdi> : null}
        {voices.length > 0 ? <bdi class="minor">{listed(asked.language, voices)}</bdi> : null}
      </p>
      {isDraft ? (
        <div class="row close">
          <a
            class="button small"
            href={`${sessionAt(asked, session)}/outcomes/${outcome.slug}`}
            aria-describedby={`outcome-${outcome.slug}`}
          >
            {words.change}
          </a>
          {takesFilings(session) ? <FileForm here={here} outcome={outcome.slug} label={words.file} /> : null}
        </div>
      ) : null}
    </li>
  );
};

const Filing = ({ here, drafts }: { here: Reporting; drafts: number }) => {
  const { asked, session, words } = here;
  if (drafts === 0) return null;
  if (!takesFilings(session)) return <p class="minor">{words.notYet}</p>;
  return (
    <div class="stack close">
      <FileForm here={here} label={counted(asked.language, drafts, words.fileAll)} />
      <p class="minor">{words.fileHint}</p>
    </div>
  );
};

/** What a session has so far, the newest first, and how it is filed. The script reads this part again when it has sent something. */
export const OutcomeList = ({ here }: { here: Reporting }) => {
  const { asked, session, words } = here;
  const { outcomes } = session;
  const newestFirst = outcomes.toSorted((one, other) => Number(other.slug) - Number(one.slug));
  return (
    <section class="stack" id="outcomes" aria-labelledby="so-far">
      <div class="row apart">
        <h2 id="so-far">{words.outcomes}</h2>
        <p class="minor">{progressOf(asked, session)}</p>
      </div>
      <Filing here={here} drafts={outcomes.filter(({ state }) => state === 'draft').length} />
      {outcomes.length === 0 ? <p class="none">{words.nothing}</p> : null}
      {outcomes.length === 0 ? null : (
        <ol class="list" role="list">
          {newestFirst.map((outcome) => (
            <OutcomeItem here={here} outcome={outcome} />
          ))}
        </ol>
      )}
    </section>
  );
};
