import type { SigningQuestion } from '../../shared/domain/signing-question.ts';
import { mailWordsIn } from '../../shared/words/mail.ts';
import { moment } from '../../shared/words/moment.ts';
import { Fact } from './fact.tsx';
import type { Asked } from './page.ts';
import { Said } from './said.tsx';

interface Props {
  asked: Asked;
  question: SigningQuestion;
}

/** Who acts, for whom, as what, on which text; and where that can be checked. */
export const SigningFacts = ({ asked: { language, words }, question }: Props) => {
  const { signing } = words;
  const { labels, capacities } = mailWordsIn(language).signing;
  const { summit, declaration, printed, capacity, text, until, state } = question;
  return (
    <dl class="card facts">
      <Fact label={signing.for} chief>
        <bdi>{printed}</bdi>
      </Fact>
      <Fact label={labels.as}>{capacities[capacity]}</Fact>
      <Fact label={signing.text}>
        <Said text={declaration.title} language={language} />
        <div class="minor">
          <Said text={summit.title} language={language} />
        </div>
      </Fact>
      <Fact label={labels.version}>
        <bdi>{text.version}</bdi>
      </Fact>
      <Fact label={labels.hash}>
        <code dir="ltr">{text.hash}</code>
      </Fact>
      <Fact label={signing.check}>
        <a href={text.at}>{signing.exact}</a>
        <div>
          <a href="/.well-known/jwks.json">{signing.keys}</a>
        </div>
      </Fact>
      {state === 'signed' ? null : (
        <Fact label={signing.until}>
          {moment(language, until, 'UTC')} <span class="minor">UTC</span>
        </Fact>
      )}
    </dl>
  );
};

/** What the office prepared: through whom it acts, why, and what they do not agree to. */
export const PreparedFacts = ({ asked: { language, words }, question }: Props) => {
  const { prepared } = question;
  if (!prepared) return null;
  const { signing } = words;
  const { labels } = mailWordsIn(language).signing;
  const { mandate, reservation } = prepared;
  const decided = [mandate.decidedBy, mandate.decidedOn].filter((one) => one !== undefined);
  return (
    <dl class="card facts">
      <Fact label={signing.signers} chief>
        <bdi>{prepared.signedBy}</bdi>
        <div class="minor">
          <bdi>{prepared.title}</bdi>
        </div>
      </Fact>
      <Fact label={signing.why}>
        {signing.by[mandate.by]}
        {decided.map((one) => (
          <div class="minor">
            <bdi>{one}</bdi>
          </div>
        ))}
      </Fact>
      <Fact label={labels.reservation}>
        {reservation ? <span dir="auto">{reservation.text}</span> : labels.none}
        {reservation && reservation.paragraphs.length > 0 ? (
          <div class="minor">
            {labels.about}{' '}
            {reservation.paragraphs.map((id) => (
              <>
                <a href={`#text-${id}`}>{id}</a>{' '}
              </>
            ))}
          </div>
        ) : null}
      </Fact>
    </dl>
  );
};

/** That it is signed: when, under which entry, and where its receipt is. */
export const SignedFacts = ({ asked: { language, words }, question }: Props) => {
  const { signature } = question;
  if (!signature) return null;
  const { signing } = words;
  const { labels } = mailWordsIn(language).signing;
  return (
    <dl class="card facts">
      <Fact label={signing.on}>
        {moment(language, signature.recordedAt, 'UTC')} <span class="minor">UTC</span>
      </Fact>
      <Fact label={labels.entry}>
        <code dir="ltr">{signature.entry}</code>
      </Fact>
      <Fact label={signing.receipt}>
        <a href={signature.receipt}>{signing.receipt}</a>
      </Fact>
    </dl>
  );
};
