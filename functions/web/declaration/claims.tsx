import type { checkedClaims } from '../../../shared/contract/claim.ts';
import { printClaim } from '../../../shared/documents/record.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import type { Asked } from '../page.ts';
import { wordsHere } from './here.ts';
import { Link } from './run.tsx';

export type Checked = Awaited<ReturnType<typeof checkedClaims>>[number];

const notes = { 'borne-out': 'good', 'not-borne-out': 'bad', 'cannot-be-checked': 'quiet' } as const;

/** What was printed of a text, each figure beside what the records show and the list that shows it. */
export const Claims = ({ asked, claims }: { asked: Asked; claims: readonly Checked[] }) => {
  const { claims: words } = wordsHere(asked);
  if (claims.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="claims">
      <hr />
      <h2 id="claims">{words.title}</h2>
      {claims.map(({ claim, check }) => {
        const { words: said, by, shown } = printClaim(asked.language, { claim, check });
        const [before = '', after = ''] = fill(words.said, { by: '\n' }).split('\n');
        return (
          <div class={`note ${notes[check.verdict]}`} id={`claim-${claim.slug}`}>
            <p>
              {before}
              <Link cited={by} />
              {after} <q dir="auto">{said}</q>
            </p>
            <p>
              <b>{shown}</b>
              {check.list === null ? null : (
                <>
                  {' · '}
                  <a href={check.list}>{words.list}</a>
                </>
              )}
            </p>
            {claim.note === undefined ? null : (
              <p class="minor" dir="auto">
                {claim.note}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
};
