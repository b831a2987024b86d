import { type Code, DomainError } from '../../shared/domain/error.ts';
import { statusOf } from '../../shared/http/problem.ts';
import type { ProblemName } from '../../shared/words/page/en.ts';
import type { Asked, Page } from './page.ts';

const names: Partial<Record<Code, ProblemName>> = {
  'not-found': 'notFound',
  'link-expired': 'notFound',
  forbidden: 'forbidden',
  'sign-in-required': 'signIn',
  'bad-token': 'signIn',
  'method-not-allowed': 'method',
  'unsupported-type': 'form',
  'too-large': 'form',
  malformed: 'form',
  'too-many-mails': 'often',
  unavailable: 'unavailable',
};

const ProblemBody = ({ asked: { language, words, stamp }, name }: { asked: Asked; name: ProblemName }) => {
  const { title, text } = words.problems[name];
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p class="lead">
        {text}
        {name === 'broken' ? (
          <>
            {' '}
            <code>{stamp.request}</code>
          </>
        ) : null}
      </p>
      <p class="row">
        {name === 'signIn' ? (
          <a class="button chief" href={`/sign-in?return=/${language}/me`}>
            {words.tryAgain}
          </a>
        ) : null}
        <a href={`/${language}/`}>{words.home}</a>
      </p>
    </div>
  );
};

/** What went wrong, as a page. */
export const problemPage = (asked: Asked, name: ProblemName, status: number): Page => ({
  title: asked.words.problems[name].title,
  status,
  body: <ProblemBody asked={asked} name={name} />,
});

// A form that came from elsewhere is forbidden for another reason than a deed that is somebody else's.
const nameFor = ({ code }: DomainError, asked: Asked): ProblemName =>
  code === 'forbidden' && asked.request.method === 'POST' ? 'elsewhere' : (names[code] ?? 'changed');

/** A refusal as a page, in the language of the address. */
export const refusalPage = (asked: Asked, error: DomainError): Page =>
  problemPage(asked, nameFor(error, asked), statusOf(error.code));

/** A failure of ours. */
export const brokenPage = (asked: Asked): Page => problemPage(asked, 'broken', 500);
