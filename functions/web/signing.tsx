import { everyone } from '../../shared/domain/access.ts';
import { DomainError } from '../../shared/domain/error.ts';
import { SigningAnswer } from '../../shared/domain/signing.ts';
import type { SigningQuestion } from '../../shared/domain/signing-question.ts';
import { type Form, readForm } from '../../shared/http/form.ts';
import { statusOf } from '../../shared/http/problem.ts';
import { openSigning, prepareByLink, sendCode, signByLink } from '../../shared/operations/signing-answer.ts';
import { fill } from '../../shared/words/dictionary.ts';
import { mailWordsIn } from '../../shared/words/mail.ts';
import type { PageWords } from '../../shared/words/page/en.ts';
import { FaultList, type Faults, type Shown } from './field.tsx';
import { type Asked, goTo, type Page, type PageRoute } from './page.ts';
import { asPrepared, missingIn, preparationFaults, preparationIn } from './signing-answer.ts';
import { PreparedFacts, SignedFacts, SigningFacts } from './signing-fact.tsx';
import { CodeForm, PreparationForm, SignForm } from './signing-form.tsx';
import { SigningText } from './signing-text.tsx';

interface Props {
  asked: Asked;
  question: SigningQuestion;
  shown: Shown;
}

const token = ({ context }: Asked): string => context.req.param('token') ?? '';
const here = (asked: Asked): string => `/${asked.language}/signing/${token(asked)}`;

const headings = ({ signing }: PageWords, { state, isOpen }: SigningQuestion): { title: string; lead: string } => {
  if (state === 'signed') return { title: signing.signedTitle, lead: signing.signedLead };
  if (!isOpen) return { title: signing.closedTitle, lead: signing.closedLead };
  return state === 'prepared'
    ? { title: signing.preparedTitle, lead: signing.preparedLead }
    : { title: signing.title, lead: signing.lead };
};

const Forms = ({ asked, question, shown }: Props) => {
  const props = { question, shown, here: here(asked) };
  return (
    <>
      {question.canSign ? <CodeForm {...props} /> : null}
      {question.canSign ? <SignForm {...props} /> : null}
      {question.canPrepare ? <PreparationForm {...props} /> : null}
    </>
  );
};

const Signing = (props: Props) => {
  const { asked, question, shown } = props;
  const { title, lead } = headings(asked.words, question);
  const isSent = asked.context.req.query('sent') !== undefined && question.canSign;
  return (
    <div class="sides">
      <div class="head stack">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <FaultList shown={shown} />
        {isSent ? (
          <p class="note" role="status">
            {asked.words.signing.sent}
          </p>
        ) : null}
      </div>
      <div class="side">
        <SigningFacts asked={asked} question={question} />
      </div>
      <div class="body stack">
        <SignedFacts asked={asked} question={question} />
        <PreparedFacts asked={asked} question={question} />
        <p class="note">{mailWordsIn(asked.language).signing.attests}</p>
        <SigningText asked={asked} question={question} />
        <Forms {...props} />
      </div>
    </div>
  );
};

const pageOf = (asked: Asked, question: SigningQuestion, typed: Form, faults: Faults = {}): Page => {
  const { words } = asked;
  const { title } = headings(words, question);
  const isWrong = Object.keys(faults).length > 0;
  return {
    title: isWrong ? fill(words.withProblem, { title }) : title,
    status: isWrong ? statusOf('invalid') : undefined,
    path: `/signing/${token(asked)}`,
    rehearsal: question.rehearsal,
    body: <Signing asked={asked} question={question} shown={{ typed, faults, words }} />,
  };
};

const isBad = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'not-found' || error.code === 'link-expired');

/** A link that opens nothing, or nothing any more. Why is not told. */
export const badLinkPage = ({ words: { signing } }: Asked): Page => ({
  title: signing.badTitle,
  status: statusOf('not-found'),
  body: (
    <div class="stack">
      <h1>{signing.badTitle}</h1>
      <p class="lead">{signing.bad}</p>
    </div>
  ),
});

// Somebody else was quicker, or the time is over: the page shows where things stand.
const settled = new Set(['wrong-state', 'signing-closed', 'already-signed', 'forbidden']);
const isSettled = (error: unknown): boolean => error instanceof DomainError && settled.has(error.code);

const opened = (asked: Asked): Promise<SigningQuestion> =>
  openSigning(asked.site.house, token(asked), asked.stamp.at, asked.language);

const orBad = async (asked: Asked, work: () => Promise<Page | Response>): Promise<Page | Response> => {
  try {
    return await work();
  } catch (error) {
    if (isBad(error)) return badLinkPage(asked);
    throw error;
  }
};

const show = (asked: Asked): Promise<Page | Response> =>
  orBad(asked, async () => {
    const question = await opened(asked);
    return pageOf(asked, question, asPrepared(question));
  });

type Doing = (asked: Asked, question: SigningQuestion, typed: Form) => Promise<Faults | undefined>;

/** A form of the page: what is wrong with it is shown beside what was typed; else the page shows where things stand. */
const form =
  (doing: Doing, sent = '') =>
  (asked: Asked): Promise<Page | Response> =>
    orBad(asked, async () => {
      const typed = await readForm(asked.request);
      const question = await opened(asked);
      let faults: Faults | undefined;
      try {
        faults = await doing(asked, question, typed);
      } catch (error) {
        if (!isSettled(error)) throw error;
      }
      if (faults && Object.keys(faults).length > 0)
        return pageOf(asked, question, { ...asPrepared(question), ...typed }, faults);
      return goTo(`${here(asked)}${sent}`);
    });

const deedOf = ({ stamp }: Asked) => ({ caller: everyone, ...stamp });

const prepare: Doing = async (asked, question, typed) => {
  const missing = missingIn(typed, question, asked.words);
  if (Object.keys(missing).length > 0) return missing;
  try {
    await prepareByLink(asked.site.house, deedOf(asked), token(asked), preparationIn(typed, question));
    return undefined;
  } catch (error) {
    if (isSettled(error)) throw error;
    return preparationFaults(error, typed, asked.words);
  }
};

const isInvalid = (error: unknown): boolean => error instanceof DomainError && error.code === 'invalid';

const code: Doing = async (asked, _, typed) => {
  const { missing } = asked.words.signing;
  if (typed.ready !== 'yes') return { ready: missing.ready };
  try {
    await sendCode(asked.site.house, deedOf(asked), token(asked), { hash: typed.hash ?? '' });
    return undefined;
  } catch (error) {
    // Another text was shown than the one that is asked for now: the page is shown anew, to be read again.
    if (isInvalid(error)) return { ready: missing.ready };
    throw error;
  }
};

const sign: Doing = async (asked, _, typed) => {
  const { signing } = asked.words;
  // People type six digits in two groups, as telephones show them.
  const digits = (typed.code ?? '').replaceAll(/\s/g, '');
  const answer = SigningAnswer().safeParse({ code: digits, hash: typed.hash ?? '' });
  if (!answer.success) return { code: signing.missing.code };
  try {
    await signByLink(asked.site.house, deedOf(asked), token(asked), answer.data);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'wrong-code') throw error;
    const left = Number(error.also?.left ?? 0);
    return { code: left > 0 ? fill(signing.wrongCode, { left }) : signing.noCode };
  }
};

/** What a link to sign leads to. Opening it changes nothing, and no form of it does anything that a person has not filled in. */
export const signingRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/signing/{token}', may: 'read', handle: show },
  { method: 'POST', path: '/{lang}/signing/{token}/preparation', may: 'read', handle: form(prepare) },
  { method: 'POST', path: '/{lang}/signing/{token}/code', may: 'read', handle: form(code, '?sent') },
  { method: 'POST', path: '/{lang}/signing/{token}/signature', may: 'read', handle: form(sign) },
];
