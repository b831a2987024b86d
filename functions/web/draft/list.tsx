import { may, mayList, mayWithin } from '../../../shared/domain/access.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOwn } from '../contract.ts';
import type { Page, PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { partAt, summitHere, whoWorks, workPage } from '../workspace.ts';
import { draftWords, roomAt } from './room.ts';
import { State } from './state.tsx';

type Card = Pick<Declaration, 'slug' | 'title' | 'kind' | 'state' | 'origin' | 'placed' | 'leftOut' | 'language'>;

const working = ['text:write', 'text:translate', 'assessment:write'] as const;

/** The declarations of a summit: those that whoever works there may know of. */
export const listRoute: PageRoute = {
  method: 'GET',
  path: '/{lang}/organize/{summit}/declarations',
  may: 'read',
  handle: async (asked): Promise<Page> => {
    const [caller, summit] = await Promise.all([whoWorks(asked), summitHere(asked)]);
    const place = { summit: summit.slug };
    if (!working.some((deed) => mayWithin(caller, deed, place))) mayList(caller, 'text:write', place);
    const cards = await readList<Card>(readOwn, asked, `/summits/${summit.slug}/declarations`);
    const words = draftWords(asked);
    const body = (
      <>
        <h1>{words.list.title}</h1>
        <p class="lead">{words.list.lead}</p>
        {may(caller, 'declaration:write', place) ? (
          <p>
            <a class="button chief" href={`${partAt(asked, summit.slug, 'declarations')}/new`}>
              {words.list.new}
            </a>
          </p>
        ) : null}
        {cards.length === 0 ? <p class="none">{words.list.none}</p> : null}
        <ul class="list apart">
          {cards.map((card) => (
            <li>
              <div class="stack close">
                <a href={roomAt(asked, summit.slug, card.slug)}>
                  <Said text={card.title} language={asked.language} />
                </a>
                <span class="minor">
                  {words.kinds[card.kind]}
                  {card.origin === 'held'
                    ? ` · ${fill(words.list.counted, { placed: card.placed, leftOut: card.leftOut })}`
                    : ` · ${words.reported}`}
                </span>
              </div>
              <State of="declaration" state={card.state} words={words} />
            </li>
          ))}
        </ul>
      </>
    );
    const path = `/organize/${summit.slug}/declarations`;
    return workPage(asked, summit, 'declarations', { title: words.list.title, path, body }, caller);
  },
};
