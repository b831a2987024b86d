import { view, everyone } from '../../../shared/domain/access.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { dayOf } from '../../../shared/domain/sign.ts';
import { cardOf } from '../../../shared/table/list.ts';
import { lists } from '../../../shared/table/key.ts';
import { getSummit } from '../../../shared/table/summit.ts';
import { fill, wordsIn } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import type { Asked, Page } from '../page.ts';
import { Said } from '../said.tsx';
import { named, pageOf, textPage, wordsHere } from './here.ts';
import { StateTag } from './side.tsx';

type Card = Pick<Declaration, 'slug' | 'summit' | 'title' | 'kind' | 'origin' | 'state' | 'date' | 'frozen'>;

const readCards = async (asked: Asked, summit: string): Promise<Card[]> => {
  const items = await asked.site.house.table.all({ pk: lists.declarationsOf(summit), index: 'list' });
  return items.flatMap((item) => (view(everyone, 'declaration', cardOf(item).card) as Card | undefined) ?? []);
};

const CardShown = ({ asked, card, zone }: { asked: Asked; card: Card; zone: string }) => {
  const day = card.frozen ? dayOf(card.frozen.at, zone) : card.date;
  return (
    <li>
      <div class="stack close">
        <a href={textPage(asked, { summit: card.summit, declaration: card.slug })}>
          <Said text={card.title} language={asked.language} />
        </a>
        <span class="minor">
          {wordsIn(asked.language).kinds[card.kind]}
          {day === undefined ? '' : ` · ${dated(asked.language, day)}`}
        </span>
      </div>
      <StateTag asked={asked} declaration={card} />
    </li>
  );
};

/** The texts of a summit. */
export const listPage = async (asked: Asked): Promise<Page> => {
  const slug = named(asked, 'summit');
  const [summit, cards] = await Promise.all([getSummit(asked.site.house.table, slug), readCards(asked, slug)]);
  const words = wordsHere(asked);
  const name = inLanguage(summit.title, asked.language);
  const lead = fill(words.lead, { summit: name });
  return {
    title: `${words.title}: ${name}`,
    path: `/summits/${encodeURIComponent(slug)}/declarations`,
    rehearsal: summit.rehearsal,
    part: 'declarations',
    crumbs: [{ href: pageOf(asked, 'summits', slug), label: <Said text={summit.title} language={asked.language} /> }],
    open: { description: lead, record: `/summits/${encodeURIComponent(slug)}/declarations` },
    body: (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{lead}</p>
        {cards.length === 0 ? (
          <p class="none">{words.none}</p>
        ) : (
          <ul class="list apart">
            {cards.map((card) => (
              <CardShown asked={asked} card={card} zone={summit.zone ?? 'UTC'} />
            ))}
          </ul>
        )}
      </div>
    ),
  };
};
