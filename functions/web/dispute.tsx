import { everyone } from '../../shared/domain/access.ts';
import { DisputeDraft, type DisputeQuestion } from '../../shared/domain/dispute.ts';
import { DomainError } from '../../shared/domain/error.ts';
import { characterFault, limits } from '../../shared/domain/text.ts';
import { type Form, readForm } from '../../shared/http/form.ts';
import { statusOf } from '../../shared/http/problem.ts';
import { disputeSignature, openDispute } from '../../shared/operations/dispute.ts';
import { fill } from '../../shared/words/dictionary.ts';
import { mailWordsIn } from '../../shared/words/mail.ts';
import type { PageWords } from '../../shared/words/page/en.ts';
import { moment } from '../../shared/words/moment.ts';
import { Fact } from './fact.tsx';
import { FaultList, Field, type Faults, type Shown } from './field.tsx';
import { type Asked, goTo, type Page, type PageRoute } from './page.ts';
import { Said } from './said.tsx';
import { badLinkPage } from './signing.tsx';

interface Props {
  asked: Asked;
  question: DisputeQuestion;
  shown: Shown;
}

const Facts = ({ asked: { language, words }, question }: Omit<Props, 'shown'>) => {
  const { signing } = words;
  const { labels, capacities, proofs } = mailWordsIn(language).signing;
  const { signature, declaration, summit, text } = question;
  return (
    <dl class="card facts">
      <Fact label={signing.for} chief>
        <bdi>{signature.printed}</bdi>
      </Fact>
      <Fact label={labels.as}>{capacities[signature.capacity]}</Fact>
      <Fact label={signing.signers}>
        <bdi>{signature.signedBy}</bdi>
        <div class="minor">
          <bdi>{signature.title}</bdi>
        </div>
      </Fact>
      <Fact label={signing.text}>
        <Said text={declaration.title} language={language} />
        <div class="minor">
          <Said text={summit.title} language={language} />
        </div>
      </Fact>
      {text ? (
        <Fact label={labels.hash}>
          <code dir="ltr">{text.hash}</code>
        </Fact>
      ) : null}
      <Fact label={signing.on}>
        {moment(language, signature.recordedAt, 'UTC')} <span class="minor">UTC</span>
      </Fact>
      {signature.proof ? <Fact label={labels.proof}>{proofs[signature.proof]}</Fact> : null}
    </dl>
  );
};

const headings = ({ signing: { dispute } }: PageWords, question: DisputeQuestion): { title: string; lead: string } => {
  if (question.canDispute) return { title: dispute.title, lead: dispute.lead };
  return question.state === 'suspended'
    ? { title: dispute.suspendedTitle, lead: dispute.suspended }
    : { title: dispute.settledTitle, lead: dispute.settled };
};

// Who says so is typed by a person: a form that is sent as it stands says nothing.
const DisputeForm = ({ shown }: Pick<Props, 'shown'>) => {
  const { dispute } = shown.words.signing;
  return (
    <form method="post" class="fields" novalidate>
      <p>{dispute.ask}</p>
      <Field name="name" label={dispute.name} hint={dispute.nameHint} shown={shown} />
      <Field name="words" label={dispute.words} shown={shown} optional long />
      <div>
        <button class="button chief">{dispute.send}</button>
      </div>
    </form>
  );
};

const Dispute = ({ asked, question, shown }: Props) => {
  const { title, lead } = headings(asked.words, question);
  return (
    <div class="sides">
      <div class="head stack">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <FaultList shown={shown} />
      </div>
      <div class="side">
        <Facts asked={asked} question={question} />
      </div>
      <div class="body stack">
        <p class="note">{mailWordsIn(asked.language).signing.attests}</p>
        {question.canDispute ? <DisputeForm shown={shown} /> : null}
      </div>
    </div>
  );
};

const token = ({ context }: Asked): string => context.req.param('token') ?? '';

const pageOf = (asked: Asked, question: DisputeQuestion, typed: Form = {}, faults: Faults = {}): Page => {
  const { words } = asked;
  const { title } = headings(words, question);
  const isWrong = Object.keys(faults).length > 0;
  return {
    title: isWrong ? fill(words.withProblem, { title }) : title,
    status: isWrong ? statusOf('invalid') : undefined,
    path: `/dispute/${token(asked)}`,
    rehearsal: question.rehearsal,
    body: <Dispute asked={asked} question={question} shown={{ typed, faults, words }} />,
  };
};

const faultOf = (text: string, limit: number, { invitation }: PageWords): string | undefined => {
  if (Array.from(text).length > limit) return fill(invitation.tooLong, { limit });
  return characterFault(text) === undefined ? undefined : invitation.characters;
};

const faultsIn = ({ name = '', words: said = '' }: Form, words: PageWords): Faults => {
  const wrong = {
    name: name.trim() === '' ? words.signing.dispute.missing : faultOf(name.trim(), limits.name, words),
    words: faultOf(said.trim(), limits.line, words),
  };
  return Object.fromEntries(Object.entries(wrong).flatMap(([field, fault]) => (fault ? [[field, fault]] : [])));
};

const isBad = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'not-found' || error.code === 'link-expired');
const isSettled = (error: unknown): boolean => error instanceof DomainError && error.code === 'wrong-state';

const orBad = async (asked: Asked, work: () => Promise<Page | Response>): Promise<Page | Response> => {
  try {
    return await work();
  } catch (error) {
    if (isBad(error)) return badLinkPage(asked);
    throw error;
  }
};

const opened = (asked: Asked): Promise<DisputeQuestion> => openDispute(asked.site.house, token(asked), asked.stamp.at);

const show = (asked: Asked): Promise<Page | Response> => orBad(asked, async () => pageOf(asked, await opened(asked)));

const say = (asked: Asked): Promise<Page | Response> =>
  orBad(asked, async () => {
    const typed = await readForm(asked.request);
    const question = await opened(asked);
    const faults = faultsIn(typed, asked.words);
    if (Object.keys(faults).length > 0) return pageOf(asked, question, typed, faults);
    const words = typed.words?.trim();
    const draft = DisputeDraft().parse({ name: typed.name, ...(words ? { words } : {}) });
    await disputeSignature(asked.site.house, { caller: everyone, ...asked.stamp }, token(asked), draft).catch(
      (error: unknown) => {
        if (!isSettled(error)) throw error;
      },
    );
    return goTo(`/${asked.language}/dispute/${token(asked)}`);
  });

/** What a link to dispute a signature leads to. Opening it changes nothing. */
export const disputeRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/dispute/{token}', may: 'read', handle: show },
  { method: 'POST', path: '/{lang}/dispute/{token}', may: 'read', handle: say },
];
