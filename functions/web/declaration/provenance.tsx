import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { SourceLink } from '../../../shared/domain/paragraph.ts';
import { fill, wordsIn } from '../../../shared/words/dictionary.ts';
import { directionOf } from '../../../shared/words/direction.ts';
import { languageName, listed } from '../../../shared/words/intl.ts';
import { nameIn } from '../named.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { pageOf, textPage, wordsHere } from './here.ts';
import type { Origins, ReadText } from './reading.ts';

type Of<K extends SourceLink['kind']> = Extract<SourceLink, { kind: K }>;

/** What the sources of a text are told from. */
export interface Telling {
  asked: Asked;
  text: Pick<ReadText, 'place' | 'summit' | 'declaration'>;
  origins: Origins;
}

const referenceOf = ({ sessions }: Origins, session: string): string => sessions.get(session)?.reference ?? session;

const SessionLink = ({ asked, text: { place }, origins, session }: Telling & { session: string }) => {
  const title = origins.sessions.get(session)?.title;
  return (
    <>
      <a href={pageOf(asked, 'summits', place.summit, 'sessions', session)}>
        <bdi>{referenceOf(origins, session)}</bdi>
      </a>
      {title ? (
        <>
          {' '}
          <Said text={title} language={asked.language} />
        </>
      ) : null}
    </>
  );
};

const nameOf = (asked: Asked, panelist: Panelist | undefined): string => {
  const { nameless } = wordsHere(asked).from;
  if (!panelist) return nameless;
  // Who has not consented is not named, and nor is what would name them.
  const { printedName, organizations } = panelist as Partial<Panelist>;
  const from = (organizations ?? []).map(({ printed }) => printed).filter((name) => name !== '');
  return from.length === 0 ? (printedName ?? nameless) : `${printedName ?? nameless} (${from.join(', ')})`;
};

/** Who voiced an outcome, as far as that is known and may be said. */
const Voices = ({ asked, origins, of }: Telling & { of: Of<'outcome'> }) => {
  const { from } = wordsHere(asked);
  const outcome = origins.outcomes.get(`${of.session}/${of.outcome}`);
  if (!outcome) return null;
  if (outcome.voicedBy.length === 0) return <span class="minor">{from.unattributed}</span>;
  const names = outcome.voicedBy.map((slug) => nameOf(asked, origins.panelists.get(`${of.session}/${slug}`)));
  return <span>{fill(from.voiced, { names: listed(asked.language, names) })}</span>;
};

const FromOutcome = (props: Telling & { of: Of<'outcome'> }) => {
  const { asked, origins, of } = props;
  const { sources } = wordsIn(asked.language);
  const outcome = origins.outcomes.get(`${of.session}/${of.outcome}`);
  const label = fill(sources.outcome, { session: referenceOf(origins, of.session), number: of.outcome });
  return (
    <>
      {outcome ? (
        <q>
          <Said text={outcome.text} language={asked.language} />
        </q>
      ) : null}{' '}
      <span>
        <bdi>{label}</bdi> ({sources[of.relation]}): <SessionLink {...props} session={of.session} />.
      </span>{' '}
      <Voices {...props} />
    </>
  );
};

const FromInstrument = (props: Telling & { of: Of<'instrument'> }) => {
  const { asked, origins, text, of } = props;
  const instrument = origins.instruments.get(of.instrument);
  const clause = instrument?.clauses.find(({ id }) => id === of.clause)?.label ?? of.clause;
  const at = (session: string): string => pageOf(asked, 'summits', text.place.summit, 'sessions', session);
  const [before = '', after = ''] = wordsHere(asked).from.named.split('{sessions}');
  // A text may be named by dozens of sessions.
  const [some, more] = [of.namedBy.slice(0, 6), of.namedBy.length > 6];
  return (
    <>
      <cite>{instrument ? <Said text={instrument.name} language={asked.language} /> : <bdi>{of.instrument}</bdi>}</cite>
      {instrument?.symbol ? ` (${instrument.symbol})` : ''}
      {clause === undefined ? '' : `, ${clause}`}
      {of.namedBy.length === 0 ? null : (
        <>
          {'. '}
          {before}
          {some.map((session, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <a href={at(session)}>
                <bdi>{referenceOf(origins, session)}</bdi>
              </a>
            </>
          ))}
          {more ? ' …' : ''}
          {after}
        </>
      )}
    </>
  );
};

const FromParagraph = ({ asked, of }: Telling & { of: Of<'paragraph'> }) => {
  const { from } = wordsHere(asked);
  return (
    <>
      <a href={textPage(asked, of, 'paragraphs', of.paragraph)}>
        <bdi>{fill(from.otherText, { declaration: of.declaration, paragraph: of.paragraph })}</bdi>
      </a>{' '}
      ({wordsIn(asked.language).sources[of.relation]})
    </>
  );
};

const Origin = (props: Telling & { source: SourceLink }) => {
  const { source, asked } = props;
  const { from } = wordsHere(asked);
  if (source.kind === 'outcome') return <FromOutcome {...props} of={source} />;
  if (source.kind === 'instrument') return <FromInstrument {...props} of={source} />;
  if (source.kind === 'paragraph') return <FromParagraph {...props} of={source} />;
  if (source.kind === 'drafters') return <span dir="auto">{fill(from.drafters, { reason: source.reason })}</span>;
  return (
    <a href={pageOf(asked, 'organizations', source.organization)}>
      <bdi>
        {fill(from.amendment, { organization: nameIn(asked, props.origins.organizations, source.organization) })}
      </bdi>
    </a>
  );
};

/** What a paragraph and its points come from. */
export interface Sourced {
  sources: readonly SourceLink[];
  points: readonly { label: string; sources: readonly SourceLink[] }[];
}

/** The sources of a paragraph as a list, those of its points under their letters. */
export const Sources = ({ sources, points, ...telling }: Telling & Sourced) => {
  const { from } = wordsHere(telling.asked);
  const all = [
    ...sources.map((source) => ({ source, label: '' })),
    ...points.flatMap((point) => point.sources.map((source) => ({ source, label: point.label }))),
  ];
  if (all.length === 0) return <p>{from.none}</p>;
  return (
    <ul>
      {all.map(({ source, label }) => (
        <li>
          {label === '' ? '' : `${fill(from.point, { label })} `}
          <Origin {...telling} source={source} />
        </li>
      ))}
    </ul>
  );
};

/** Where a paragraph comes from, to be opened beside it; and the page that it has to itself. */
export const Provenance = ({ paragraph, ...props }: Telling & Sourced & { paragraph: string }) => {
  const { asked, text } = props;
  const words = wordsHere(asked);
  return (
    <details class="provenance" lang={asked.language} dir={directionOf(asked.language)}>
      <summary>{words.from.title}</summary>
      <div>
        <Sources {...props} />
        <a href={textPage(asked, text.place, 'paragraphs', paragraph)}>{words.permalink}</a>
      </div>
    </details>
  );
};

/** Outcomes that stand nowhere in the text, each with the reason. */
export const LeftOut = ({ leftOut, ...telling }: Telling & { leftOut: ReadText['leftOut'] }) => {
  const { asked, origins, text } = telling;
  const told = leftOut.filter(({ reason, because }) => reason !== undefined || because !== undefined);
  if (told.length === 0) return null;
  const { leftOut: words, sources } = wordsIn(asked.language);
  const language = languageName(asked.language, text.declaration.language);
  return (
    <ul class="list">
      {told.map(({ session, outcome, reason, because }) => {
        const found = origins.outcomes.get(`${session}/${outcome}`);
        return (
          <li>
            <span>
              <b>
                <bdi>{fill(sources.outcome, { session: referenceOf(origins, session), number: outcome })}</bdi>
              </b>
              {found ? (
                <>
                  {': '}
                  <q>
                    <Said text={found.text} language={asked.language} />
                  </q>
                </>
              ) : null}
            </span>
            <span dir="auto">{because ? fill(words[because], { language }) : (reason ?? '')}</span>
          </li>
        );
      })}
    </ul>
  );
};
