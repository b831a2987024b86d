import { inLanguage } from '../../../shared/domain/text.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import type { Signature } from '../../../shared/domain/signature.ts';
import { wordsIn } from '../../../shared/words/dictionary.ts';
import { allSignatures } from '../../../shared/table/declaration.ts';
import { organizationsNamed } from '../named.ts';
import type { Asked, Page } from '../page.ts';
import { FoundActs } from './act-table.tsx';
import { type Acts, actsOn, actsWanted } from './acts.ts';
import { crumbsTo } from './crumbs.tsx';
import { placeOf, textPath, textRecord, wordsHere } from './here.ts';
import { MomentLine, Numbers, Where } from './numbers.tsx';
import { type ReadText, readText } from './reading.ts';

/** The acts on a text with the organizations that did them. */
export interface Signed {
  acts: Acts;
  organizations: ReadonlyMap<string, Organization>;
  /** All of them, as they were recorded. */
  signatures: readonly Signature[];
}

/** Who acted on a text, and where they are. */
export const readSigned = async (
  asked: Asked,
  text: Promise<Pick<ReadText, 'declaration' | 'place'>>,
  given: Promise<Signature[]>,
): Promise<Signed> => {
  const { table } = asked.site.house;
  const signatures = await given;
  const [read, organizations] = await Promise.all([
    text,
    organizationsNamed(
      table,
      signatures.map(({ organization }) => organization),
    ),
  ]);
  return { acts: actsOn(asked, read, signatures, actsWanted(asked)), organizations, signatures };
};

interface Props {
  asked: Asked;
  text: ReadText;
  signed: Signed;
}

/** Where the same stands as lists, and how the number is cited. */
const DataLines = ({ asked, text: { place, declaration }, signed: { acts } }: Props) => {
  const { signatories: words, cite } = wordsHere(asked);
  const { list, csv, cite: line } = acts.counts.together;
  return (
    <>
      <p class="minor">
        {words.list} <a href={list}>JSON</a> · <a href={csv}>CSV</a>
        {declaration.origin === 'held' ? (
          <>
            {' · '}
            <a href={textRecord(place, 'chain')}>{words.chain}</a>
          </>
        ) : null}
      </p>
      <p class="minor address">
        {cite}: <span dir="auto">{line}</span>
      </p>
    </>
  );
};

const MomentForm = ({ asked, acts }: { asked: Asked; acts: Acts }) => {
  const { signatories: words } = wordsHere(asked);
  const { asOf, knownAt } = acts.wanted;
  return (
    <details class="more" open={asOf !== undefined || knownAt !== undefined}>
      <summary>{words.moment}</summary>
      <form class="filters" method="get">
        <div class="field">
          <label for="asOf">{words.asOf}</label>
          <p class="hint" id="asOf-hint">
            {words.asOfHint}
          </p>
          <input class="short" type="date" id="asOf" name="asOf" value={asOf} aria-describedby="asOf-hint" />
        </div>
        <div class="field">
          <label for="knownAt">{words.knownAt}</label>
          <p class="hint" id="knownAt-hint">
            {words.knownAtHint}
          </p>
          <input
            class="short"
            type="date"
            id="knownAt"
            name="knownAt"
            value={knownAt}
            aria-describedby="knownAt-hint"
          />
        </div>
        <button class="button">{words.show}</button>
      </form>
    </details>
  );
};

/** Whether there is anything to count: where no source lists who signed, nought would be read as nobody. */
export const isCounted = ({ declaration }: Pick<ReadText, 'declaration'>, { shown, wanted }: Acts): boolean =>
  shown.length > 0 ||
  wanted.asOf !== undefined ||
  wanted.knownAt !== undefined ||
  declaration.signatoryList === 'complete';

const ListSaid = ({ asked, text: { declaration }, signed: { acts } }: Props) => {
  const { signatories: words } = wordsHere(asked);
  if (declaration.origin === 'reported')
    return declaration.signatoryList ? <p>{wordsIn(asked.language).signatories[declaration.signatoryList]}</p> : null;
  if (acts.shown.length > 0) return null;
  const isOpen = declaration.state === 'open-for-signature' || declaration.state === 'closed';
  return <p class="none">{isOpen ? words.none : words.noneYet}</p>;
};

/** The three numbers, the map, the regions, and the first forty rows. */
export const SignatoriesSection = (props: Props) => {
  const { asked, text, signed } = props;
  const { signatories: words } = wordsHere(asked);
  const { acts, organizations } = signed;
  return (
    <section class="stack" aria-labelledby="signatories">
      <hr />
      <h2 id="signatories">{words.title}</h2>
      <ListSaid {...props} />
      {isCounted(text, acts) ? (
        <>
          <Numbers asked={asked} acts={acts} />
          <Where asked={asked} acts={acts} organizations={organizations} level="h3" />
          <FoundActs asked={asked} place={text.place} acts={acts} level="h3" />
          <DataLines {...props} />
        </>
      ) : null}
    </section>
  );
};

const Body = (props: Props) => {
  const { asked, text, signed } = props;
  const { signatories: words } = wordsHere(asked);
  const { acts, organizations } = signed;
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="lead">
        <bdi>{inLanguage(text.declaration.title, asked.language)}</bdi>
      </p>
      <ListSaid {...props} />
      <MomentLine asked={asked} acts={acts} />
      {isCounted(text, acts) ? (
        <>
          <Numbers asked={asked} acts={acts} />
          <Where asked={asked} acts={acts} organizations={organizations} level="h2" />
          <MomentForm asked={asked} acts={acts} />
          <FoundActs asked={asked} place={text.place} acts={acts} level="h2" />
          <DataLines {...props} />
        </>
      ) : null}
    </div>
  );
};

export const signatoriesPage = async (asked: Asked): Promise<Page> => {
  const reading = readText(asked);
  const { summit, declaration } = placeOf(asked);
  const signatures = allSignatures(asked.site.house.table, summit, declaration);
  const [text, signed] = await Promise.all([reading, readSigned(asked, reading, signatures)]);
  const { signatories: words } = wordsHere(asked);
  const title = inLanguage(text.declaration.title, asked.language);
  return {
    title: `${words.title}: ${title}`,
    path: textPath(text.place, 'signatories'),
    rehearsal: text.declaration.rehearsal,
    part: 'declarations',
    crumbs: crumbsTo(asked, text),
    scripts: ['find'],
    open: {
      description: `${words.title}: ${title}. ${signed.acts.counts.signatories.cite}`,
      record: `${textPath(text.place)}/signatures`,
    },
    body: <Body asked={asked} text={text} signed={signed} />,
  };
};
