import type { Desk } from '../../../shared/domain/desk.ts';
import type { Nomination, Told } from '../../../shared/domain/nomination.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Field, type Shown } from '../field.tsx';
import { Carried } from '../form.tsx';
import type { Asked } from '../page.ts';
import { partAt } from '../workspace.ts';
import { organizeWords } from './words.ts';

const tagFor: Readonly<Record<Nomination['state'], string>> = {
  proposed: 'tag warn',
  accepted: 'tag good',
  refused: 'tag idle',
  declined: 'tag idle',
  withdrawn: 'tag idle',
  replaced: 'tag idle',
};

const Deciding = ({ asked, desk, one, shown }: { asked: Asked; desk: Desk; one: Nomination; shown: Shown }) => {
  const { desk: w, passing } = organizeWords(asked);
  return (
    <form
      class="fields"
      method="post"
      action={`${partAt(asked, desk.summit, 'desks')}/${desk.slug}/nominations/${one.slug}`}
    >
      <Carried asked={asked} />
      <Field name={`reason-${one.slug}`} label={passing.reason} hint={w.reasonHint} optional shown={shown} />
      <div class="row">
        <button class="button" name="to" value="accepted" aria-label={fill(w.acceptOne, { name: one.name })}>
          {w.accept}
        </button>
        <button class="button grave" name="to" value="refused" aria-label={fill(w.refuseOne, { name: one.name })}>
          {w.refuse}
        </button>
      </div>
    </form>
  );
};

/** Whom a desk nominated; those that wait for a decision first, each with its form. */
export const Nominations = ({
  asked,
  desk,
  all,
  shown,
}: {
  asked: Asked;
  desk: Desk;
  all: readonly Told[];
  shown: Shown;
}) => {
  const { desk: w } = organizeWords(asked);
  const ordered = all.toSorted((a, b) => Number(b.state === 'proposed') - Number(a.state === 'proposed'));
  return (
    <section class="stack" aria-labelledby="nominations">
      <h2 id="nominations">{w.nominations}</h2>
      {all.length === 0 ? <p class="none">{w.noNominations}</p> : null}
      <ul class="list">
        {ordered.map((one) => (
          <li>
            <p class="row apart">
              <span>
                <b>
                  <bdi>{one.name}</bdi>
                </b>{' '}
                <span class="minor">
                  {[one.title, one.for, one.session].filter((part) => part !== undefined).join(' · ')}
                </span>
              </span>
              <span class={tagFor[one.state]}>{w.nominationStates[one.state]}</span>
            </p>
            {one.state === 'proposed' ? <Deciding asked={asked} desk={desk} one={one} shown={shown} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
