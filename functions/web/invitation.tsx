import { everyone } from '../../shared/domain/access.ts';
import { type Elsewhere, TakenElsewhere } from '../../shared/domain/elsewhere.ts';
import { DomainError } from '../../shared/domain/error.ts';
import type { Question } from '../../shared/domain/question.ts';
import { type Form, readForm } from '../../shared/http/form.ts';
import { statusOf } from '../../shared/http/problem.ts';
import { answerInvitation, openInvitation } from '../../shared/operations/answer.ts';
import { fill } from '../../shared/words/dictionary.ts';
import { againRoutes, badLink } from './again.tsx';
import { AnswerForm } from './answer-form.tsx';
import { answerIn, asPrinted, faultsIn, faultsOf } from './answer.ts';
import { keepsOther, WhichOf } from './elsewhere.tsx';
import { FaultList, type Faults, type Shown } from './field.tsx';
import { type Asked, goTo, type Page, type PageRoute } from './page.ts';
import { Answered, Asking, standing } from './question.tsx';
import { isAhead } from '../../shared/domain/invitation.ts';

type Props = { asked: Asked; question: Question; shown: Shown; others?: readonly Elsewhere[] | undefined };

const headings = ({ words: { invitation, answered } }: Asked, question: Question): { title: string; lead: string } => {
  const stands = standing(question);
  if (stands === 'open') return { title: invitation.title, lead: invitation.lead };
  return { title: answered[`${stands}Title`], lead: answered[stands] };
};

const Invitation = ({ asked, question, shown, others }: Props) => {
  const { title, lead } = headings(asked, question);
  const { invitation: words } = asked.words;
  return (
    <div class="sides">
      <div class="head stack">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <FaultList shown={shown} />
        {isAhead(question.session) ? null : <p class="note">{words.off}</p>}
      </div>
      <div class="side">
        <Asking asked={asked} question={question} />
      </div>
      <div class="body stack">
        <Answered asked={asked} question={question} />
        {question.canAnswer.length > 0 ? (
          <AnswerForm question={question} shown={shown}>
            {others ? <WhichOf others={others} language={asked.language} shown={shown} /> : null}
          </AnswerForm>
        ) : (
          <p class="note">{words.closed}</p>
        )}
      </div>
    </div>
  );
};

const token = ({ context }: Asked): string => context.req.param('token') ?? '';

const pageOf = (
  asked: Asked,
  question: Question,
  typed: Form,
  faults: Faults = {},
  others?: readonly Elsewhere[],
): Page => {
  const { words } = asked;
  const { title } = headings(asked, question);
  const isWrong = Object.keys(faults).length > 0;
  return {
    title: isWrong ? fill(words.withProblem, { title }) : title,
    status: isWrong ? statusOf(others ? 'person-taken' : 'invalid') : undefined,
    path: `/invitation/${token(asked)}`,
    rehearsal: question.rehearsal,
    body: <Invitation asked={asked} question={question} shown={{ typed, faults, words }} others={others} />,
  };
};

const isBad = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'not-found' || error.code === 'link-expired');

// Somebody else was quicker, or the time is over: the page shows where things stand.
const isSettled = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'already-answered' || error.code === 'wrong-state');

const opened = ({ site, stamp, ...asked }: Asked): Promise<Question> =>
  openInvitation(site.house, token({ site, stamp, ...asked }), stamp.at);

const show = async (asked: Asked): Promise<Page> => {
  try {
    const question = await opened(asked);
    return pageOf(asked, question, asPrinted(question, asked.language));
  } catch (error) {
    if (isBad(error)) return badLink(asked);
    throw error;
  }
};

const give = async (asked: Asked, question: Question, typed: Form): Promise<Page | Response> => {
  const { site, stamp, language, words } = asked;
  // Who keeps another session at that time declines this one.
  const meant = typed.instead === keepsOther ? { ...typed, answer: 'decline' } : typed;
  const faults = faultsIn(meant, question, words);
  if (Object.keys(faults).length > 0) return pageOf(asked, question, meant, faults);
  try {
    const draft = answerIn(meant, question, language);
    await answerInvitation(site.house, { caller: everyone, ...stamp }, token(asked), draft);
  } catch (error) {
    if (error instanceof TakenElsewhere)
      return pageOf(asked, question, typed, { instead: words.elsewhere.missing }, error.others);
    if (!isSettled(error)) return pageOf(asked, question, typed, faultsOf(error, words));
  }
  return goTo(`/${language}/invitation/${token(asked)}`);
};

const answer = async (asked: Asked): Promise<Page | Response> => {
  const typed = await readForm(asked.request);
  try {
    return await give(asked, await opened(asked), typed);
  } catch (error) {
    if (isBad(error)) return badLink(asked);
    throw error;
  }
};

/** What a panelist's link leads to. Opening it changes nothing, and answering it takes what a person fills in. */
export const invitationRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/invitation/{token}', may: 'read', handle: show },
  { method: 'POST', path: '/{lang}/invitation/{token}', may: 'read', handle: answer },
  ...againRoutes,
];
