import { commitmentShown } from '../../../shared/contract/commitment.ts';
import { webAddress } from '../../../shared/documents/address.ts';
import { everyone } from '../../../shared/domain/access.ts';
import type { Assessment } from '../../../shared/domain/assessment.ts';
import type { CheckIn } from '../../../shared/domain/check-in.ts';
import type { Commitment } from '../../../shared/domain/commitment.ts';
import type { Delivery, DeliveryAnswer } from '../../../shared/domain/delivery.ts';
import { dayOf } from '../../../shared/domain/sign.ts';
import type { Signature } from '../../../shared/domain/signature.ts';
import { assessmentKind } from '../../../shared/table/assessment.ts';
import { checkInKind, commitmentKind } from '../../../shared/table/commitment.ts';
import { deliveryKind } from '../../../shared/table/delivery.ts';
import { recordsOf } from '../../../shared/table/item.ts';
import { deliveryKey } from '../../../shared/table/key.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated, numeral } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { pageOf, placeOf, textPage, wordsHere } from './here.ts';
import { openly, type ReadText } from './reading.ts';

type CommitmentRead = Commitment & { dueOn: string | null; overdue: boolean };

/** What follows a text: it was handed over, somebody acted on it, or undertook to. */
export interface After {
  deliveries: Delivery[];
  assessments: Assessment[];
  /** The same as they were recorded: by whom tells two assessors apart, and is not shown. */
  assessed: Assessment[];
  commitments: Commitment[];
  checkIns: CheckIn[];
}

/** One Query: all of it lies together. */
export const readAfter = async (asked: Asked): Promise<After> => {
  const { summit, declaration } = placeOf(asked);
  const items = await asked.site.house.table.all({ pk: deliveryKey(summit, declaration, '').pk });
  const assessed = recordsOf(assessmentKind, items);
  return {
    deliveries: openly('delivery', recordsOf(deliveryKind, items)),
    assessments: openly('assessment', assessed),
    assessed,
    commitments: openly('commitment', recordsOf(commitmentKind, items)),
    checkIns: openly('check-in', recordsOf(checkInKind, items)),
  };
};

const AnswerShown = ({ asked, words, answer }: { asked: Asked; words: string; answer: DeliveryAnswer }) => (
  <p>
    {fill(words, { day: dated(asked.language, answer.on) })}
    {answer.words === undefined ? null : (
      <>
        {' '}
        <q dir="auto">{answer.words}</q>
      </>
    )}
    {answer.from === undefined ? null : (
      <span class="minor" dir="auto">
        {' '}
        {fill(wordsHere(asked).deliveries.from, { from: answer.from })}
      </span>
    )}
  </p>
);

const DeliveryShown = ({ asked, delivery }: { asked: Asked; delivery: Delivery }) => {
  const { deliveries: words } = wordsHere(asked);
  const { on, to, place, by, counts, receipt, reply, note } = delivery;
  const number = numeral(asked.language, counts.together.organizations);
  return (
    <li>
      <time datetime={on}>{dated(asked.language, on)}</time>
      <div>
        <p dir="auto">{fill(words.one, { to: to.printed, place, by, number })}</p>
        {note === undefined ? null : (
          <p class="minor" dir="auto">
            {note}
          </p>
        )}
        {receipt ? <AnswerShown asked={asked} words={words.receipt} answer={receipt} /> : null}
        {reply ? <AnswerShown asked={asked} words={words.reply} answer={reply} /> : null}
        {receipt || reply ? null : <p class="minor">{words.silent}</p>}
      </div>
    </li>
  );
};

/** To whom a text was handed, and what they said. */
export const Deliveries = ({ asked, after: { deliveries } }: { asked: Asked; after: After }) => {
  if (deliveries.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="deliveries">
      <hr />
      <h2 id="deliveries">{wordsHere(asked).deliveries.title}</h2>
      <ol class="history" role="list">
        {deliveries
          .toSorted((a, b) => (a.on < b.on ? -1 : 1))
          .map((delivery) => (
            <DeliveryShown asked={asked} delivery={delivery} />
          ))}
      </ol>
    </section>
  );
};

const CheckInShown = ({ asked, checkIn }: { asked: Asked; checkIn: CheckIn }) => {
  const { commitments: words } = wordsHere(asked);
  const { on, status, by, link } = checkIn;
  const address = webAddress(link);
  return (
    <li>
      <time datetime={on}>{dated(asked.language, on)}</time>
      <div>
        <b>{words.status[status]}.</b> <span dir="auto">{checkIn.words}</span>
        {by === undefined ? null : (
          <span class="minor">
            {' '}
            (<bdi>{by}</bdi>)
          </span>
        )}
        {address === undefined ? null : (
          <>
            {' '}
            <a href={address} rel="nofollow noopener">
              {words.evidence}
            </a>
          </>
        )}
      </div>
    </li>
  );
};

const stateTags = { open: 'idle', met: 'good', abandoned: 'bad' } as const;

const CommitmentCard = ({
  asked,
  text,
  commitment,
  checkIns,
}: {
  asked: Asked;
  text: ReadText;
  commitment: CommitmentRead;
  checkIns: readonly CheckIn[];
}) => {
  const { commitments: words, permalink } = wordsHere(asked);
  const { owner, state, overdue, dueOn: due, paragraph, measure, slug } = commitment;
  return (
    <div class="card stack" id={`commitment-${slug}`}>
      <p class="row close">
        <a href={pageOf(asked, 'organizations', owner.organization)}>
          <bdi>{owner.printed}</bdi>
        </a>
        <span class={`tag ${stateTags[state]}`}>{words.states[state]}</span>
        {overdue ? <span class="tag bad">{words.overdue}</span> : null}
      </p>
      <p>
        <Said text={commitment.text} language={asked.language} />
      </p>
      <p class="minor" dir="auto">
        {fill(words.measure, { measure })}
      </p>
      <p class="minor">
        {due === null ? words.notYet : fill(words.due, { day: dated(asked.language, due) })}
        {paragraph === undefined ? null : (
          <>
            {' · '}
            <a href={textPage(asked, text.place, 'paragraphs', paragraph)}>{permalink}</a>
          </>
        )}
      </p>
      {checkIns.length === 0 ? (
        <p class="minor">{words.silent}</p>
      ) : (
        <ol class="history" role="list">
          {checkIns.map((checkIn) => (
            <CheckInShown asked={asked} checkIn={checkIn} />
          ))}
        </ol>
      )}
    </div>
  );
};

/** What organizations undertook by the text, when it is due, and what they say of it since. */
export const Commitments = ({
  asked,
  text,
  after,
  signatures,
}: {
  asked: Asked;
  text: ReadText;
  after: After;
  signatures: readonly Signature[];
}) => {
  if (after.commitments.length === 0) return null;
  const today = dayOf(asked.stamp.at, text.summit.zone ?? 'UTC');
  return (
    <section class="stack" aria-labelledby="commitments">
      <hr />
      <h2 id="commitments">{wordsHere(asked).commitments.title}</h2>
      {after.commitments.map((one) => {
        const commitment = commitmentShown({ caller: everyone }, one, { signatures, today }) as CommitmentRead;
        const checkIns = after.checkIns
          .filter((checkIn) => checkIn.commitment === one.slug)
          .toSorted((a, b) => (a.on < b.on ? -1 : 1));
        return <CommitmentCard asked={asked} text={text} commitment={commitment} checkIns={checkIns} />;
      })}
    </section>
  );
};
