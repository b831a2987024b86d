import type { Review } from '../../../shared/domain/review.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import type { Form } from '../../../shared/http/form.ts';
import { type Read, readList, readOwn, send } from '../contract.ts';
import { Choices, type Faults, Field, type Shown, Tick } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Planning, sessionRecord } from './planned.ts';
import { proposalName, proposalWords } from './proposed.ts';

/** What is said of a proposal: nothing for whoever has a part in it. */
export interface Reviews {
  all: Review[] | undefined;
  own: Read<Review> | undefined;
}

const pathOf = (here: Planning): string => `${sessionRecord(here, proposalName(here))}/reviews`;

/** The reviews of a proposal, and among them one's own with its tag. */
export const readReviews = async (here: Planning): Promise<Reviews> => {
  try {
    const all = await readList<Review>(readOwn, here.asked, pathOf(here));
    const account = here.caller.kind === 'account' ? here.caller.name : '';
    const own = all.find(({ by }) => by === account);
    return { all, own: own && (await readOwn<Review>(here.asked, `${pathOf(here)}/${own.slug}`)) };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'forbidden') return { all: undefined, own: undefined };
    throw error;
  }
};

/** What others said of a proposal. */
export const ReviewList = ({ here, reviews }: { here: Planning; reviews: Reviews }) => {
  const words = proposalWords(here.asked).reviews;
  if (!reviews.all) return <p class="note">{words.apart}</p>;
  if (reviews.all.length === 0) return <p class="none">{words.none}</p>;
  return (
    <ul class="list">
      {reviews.all.map(({ score, note, conflictOfInterest, by }) => (
        <li>
          <b class="figures">{conflictOfInterest ? words.conflict : `${score ?? '—'} / 5`}</b>
          {note ? (
            <p>
              <bdi>{note}</bdi>
            </p>
          ) : null}
          <p class="minor">
            <bdi>{by}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
};

/** The fields of a review. Its note has a name of its own in the form, because a decision, on the same page, has one too. */
export const reviewFields = ['score', 'note', 'conflictOfInterest'] as const;

/** What is wrong with a review, at the fields of its form. */
export const reviewFaults = ({ note, ...faults }: Faults): Faults =>
  note === undefined ? faults : { ...faults, remark: note };

/** A review as its form shows it. */
export const typedReview = (review: Review | undefined): Form =>
  review
    ? {
        score: String(review.score ?? ''),
        remark: review.note ?? '',
        conflictOfInterest: review.conflictOfInterest ? 'yes' : '',
      }
    : {};

/** One's own review, to be given or changed. */
export const ReviewForm = ({ here, shown, own }: { here: Planning; shown: Shown; own: Read<Review> | undefined }) => {
  const words = proposalWords(here.asked).reviews;
  return (
    <form method="post" class="fields part">
      <h3>{words.own}</h3>
      <Carried asked={here.asked} form={shown.typed} tag={own?.tag} />
      <Choices name="score" legend={words.score} options={Object.entries(words.scores)} shown={shown} />
      <Field name="remark" label={words.note} hint={words.noteHint} shown={shown} long optional />
      <Tick name="conflictOfInterest" label={words.conflictTick} hint={words.conflictHint} shown={shown} />
      <p>
        <button class="button chief" name="deed" value="review">
          {own ? words.change : words.give}
        </button>
      </p>
    </form>
  );
};

/** Gives one's review, or changes it. */
export const giveReview = async (here: Planning, form: Form): Promise<void> => {
  const { own } = await readReviews(here);
  const { key, tag } = carried(form);
  const conflictOfInterest = form.conflictOfInterest === 'yes';
  const said = { score: form.score ? Number(form.score) : undefined, note: form.remark?.trim() || undefined };
  if (!own) {
    await send(here.asked, { method: 'POST', path: pathOf(here), body: { ...said, conflictOfInterest }, key });
    return;
  }
  const body = { score: said.score ?? null, note: said.note ?? null, conflictOfInterest };
  await send(here.asked, { method: 'PATCH', path: `${pathOf(here)}/${own.record.slug}`, body, tag: tag ?? own.tag });
};
