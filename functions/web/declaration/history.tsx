import type { Circulation } from '../../../shared/domain/circulation.ts';
import type { Corrigendum } from '../../../shared/domain/corrigendum.ts';
import type { Dissociation } from '../../../shared/domain/dissociation.ts';
import type { Objection } from '../../../shared/domain/objection.ts';
import { dayOf } from '../../../shared/domain/sign.ts';
import { circulationKind } from '../../../shared/table/circulation.ts';
import { corrigendumKind } from '../../../shared/table/corrigendum.ts';
import { allDissociations } from '../../../shared/table/dissociation.ts';
import { recordsOf } from '../../../shared/table/item.ts';
import { collections } from '../../../shared/table/key.ts';
import { allObjections } from '../../../shared/table/objection.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated, numeral } from '../../../shared/words/intl.ts';
import { moment } from '../../../shared/words/moment.ts';
import type { Asked } from '../page.ts';
import { pageOf, placeOf, textPage, textRecord, wordsHere } from './here.ts';
import { openly, type ReadText } from './reading.ts';

/** How a text came to be what it is. */
export interface Past {
  circulations: Circulation[];
  objections: Objection[];
  dissociations: Dissociation[];
  corrigenda: Corrigendum[];
}

export const readPast = async (asked: Asked): Promise<Past> => {
  const { table } = asked.site.house;
  const { summit, declaration } = placeOf(asked);
  const [circulations, objections, dissociations, corrigenda] = await Promise.all([
    table.all(collections.circulationsOf(summit, declaration)),
    allObjections(table, summit, declaration),
    allDissociations(table, summit, declaration),
    table.all(collections.corrigendaOf(summit, declaration)),
  ]);
  return {
    circulations: openly('circulation', recordsOf(circulationKind, circulations)),
    objections: openly('objection', objections),
    dissociations: openly('dissociation', dissociations),
    corrigenda: openly('corrigendum', recordsOf(corrigendumKind, corrigenda)),
  };
};

interface Props {
  asked: Asked;
  text: ReadText;
  past: Past;
}

const cameOut = (asked: Asked, { state, decided }: Circulation): string => {
  const { history: words } = wordsHere(asked);
  if (decided?.how !== undefined) return words.adoptedMeeting;
  if (state === 'adopted') return words.adopted;
  if (state === 'objected') return fill(words.objected, { number: numeral(asked.language, decided?.objections ?? 0) });
  if (state === 'recalled') return words.recalled;
  return state === 'suspended' ? words.suspended : words.open;
};

const Against = ({ asked, said, words }: { asked: Asked; said: Objection | Dissociation; words: string }) => {
  const { history } = wordsHere(asked);
  const [before = '', after = ''] = words.split('{organization}');
  return (
    <li>
      {before}
      <a href={pageOf(asked, 'organizations', said.organization)}>
        <bdi>{said.printed}</bdi>
      </a>
      {after}: <q dir="auto">{said.reason}</q>
      {said.withdrawn ? ` ${history.taken}` : ''}
    </li>
  );
};

const CirculationShown = ({ asked, text, past, circulation }: Props & { circulation: Circulation }) => {
  const { history: words } = wordsHere(asked);
  const zone = text.summit.zone ?? 'UTC';
  const { slug, at, deadline, asked: number, waiver } = circulation;
  const said = {
    version: circulation.text.version,
    number: numeral(asked.language, number),
    deadline: `${moment(asked.language, deadline, zone)} (${zone})`,
  };
  const objections = past.objections.filter((one) => one.circulation === slug);
  const dissociations = past.dissociations.filter((one) => one.circulation === slug);
  return (
    <li>
      <time datetime={at}>{dated(asked.language, dayOf(at, zone))}</time>
      <div>
        <p>
          {fill(words.circulated, said)} {cameOut(asked, circulation)}
          {waiver ? <span dir="auto"> {fill(words.waiver, waiver)}</span> : null}
        </p>
        {objections.length + dissociations.length === 0 ? null : (
          <ul>
            {objections.map((one) => (
              <Against asked={asked} said={one} words={words.objection} />
            ))}
            {dissociations.map((one) => (
              <Against asked={asked} said={one} words={words.dissociation} />
            ))}
          </ul>
        )}
        <a class="minor" href={textRecord(text.place, 'circulations', slug, 'certificate')}>
          {words.certificate}
        </a>
      </div>
    </li>
  );
};

const Corrigenda = ({ asked, text, past }: Props) => {
  const { history: words } = wordsHere(asked);
  if (past.corrigenda.length === 0) return null;
  return (
    <>
      <h3>{words.corrigenda}</h3>
      <ul class="list">
        {past.corrigenda.map(({ paragraph, words: was, read, reason, decidedBy, on }) => (
          <li>
            <a href={textPage(asked, text.place, 'paragraphs', paragraph)} dir="auto">
              {fill(words.corrigendum, {
                paragraph,
                words: was,
                read,
                reason,
                by: decidedBy,
                day: dated(asked.language, on),
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** How a text was circulated, objected to, adopted and fixed, with the certificate of each round; and its corrigenda. */
export const History = (props: Props) => {
  const { asked, text, past } = props;
  const { history: words } = wordsHere(asked);
  const { frozen } = text.declaration;
  if (past.circulations.length === 0 && !frozen) return null;
  return (
    <section class="stack" aria-labelledby="history">
      <hr />
      <h2 id="history">{words.title}</h2>
      <ol class="history" role="list">
        {past.circulations
          .toSorted((a, b) => (a.at < b.at ? -1 : 1))
          .map((circulation) => (
            <CirculationShown {...props} circulation={circulation} />
          ))}
        {frozen ? (
          <li>
            <time datetime={frozen.at}>{dated(asked.language, dayOf(frozen.at, text.summit.zone ?? 'UTC'))}</time>
            <div>{fill(words.frozen, { version: frozen.version })}</div>
          </li>
        ) : null}
      </ol>
      <Corrigenda {...props} />
    </section>
  );
};
