import { webAddress } from '../../../shared/documents/address.ts';
import type { Correction, Source } from '../../../shared/domain/origin.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { wordsHere } from './here.ts';

/** Says at first sight that a record was reported, and by whom. */
export const Reported = ({ asked, sentence, by }: { asked: Asked; sentence: string; by: readonly Source[] }) => {
  const citations = [...new Set(by.map(({ citation }) => citation))];
  return (
    <div class="note">
      <p>
        {sentence}{' '}
        {citations.slice(0, 3).map((citation, at) => (
          <>
            {at > 0 ? wordsHere(asked).separator : ''}
            <cite>
              <bdi>{citation}</bdi>
            </cite>
          </>
        ))}
        {citations.length > 3 ? ' …' : citations.length > 0 ? '.' : ''}
      </p>
    </div>
  );
};

// A fact is a field, or a pointer into one: "/panel/4/organizations" is of the panel.
const factName = (asked: Asked, fact: string): string => {
  const [field = fact] = fact.split('/').filter((part) => part !== '');
  return wordsHere(asked).facts[field] ?? field;
};

const SourceShown = ({ asked, source }: { asked: Asked; source: Source }) => {
  const { provenance, separator } = wordsHere(asked);
  const address = webAddress(source.url);
  const facts = [...new Set(source.facts.map((fact) => factName(asked, fact)))].join(separator);
  return (
    <li>
      <span>
        <b>{facts}</b>
        {wordsHere(asked).colon}
        {address === undefined ? (
          <bdi>{source.citation}</bdi>
        ) : (
          <a href={address} rel="nofollow noopener">
            <bdi>{source.citation}</bdi>
          </a>
        )}
        {source.how === 'inferred' ? ` (${provenance.inferred})` : ''}
      </span>
      {source.says === undefined ? null : (
        <span class="minor" dir="auto">
          {fill(provenance.prints, { words: source.says })}
        </span>
      )}
      {source.note === undefined ? null : (
        <span class="minor" dir="auto">
          {source.note}
        </span>
      )}
      {source.retrieved === undefined ? null : (
        <span class="minor">{fill(provenance.retrieved, { date: dated(asked.language, source.retrieved) })}</span>
      )}
    </li>
  );
};

const Corrections = ({
  asked,
  corrections,
}: {
  asked: Asked;
  corrections: readonly (Correction & { whose?: string | undefined })[];
}) => {
  const { provenance } = wordsHere(asked);
  return (
    <section class="stack">
      <h2>{provenance.corrections}</h2>
      <p>{provenance.correctionsLead}</p>
      <table class="folds">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{provenance.corrections}</span>
            </th>
            <th scope="col">{provenance.published}</th>
            <th scope="col">{provenance.corrected}</th>
            <th scope="col">{provenance.why}</th>
          </tr>
        </thead>
        <tbody>
          {corrections.map(({ fact, published, corrected, why, whose }) => (
            <tr>
              <th scope="row">
                {factName(asked, fact)}
                {whose === undefined ? null : (
                  <>
                    <br />
                    <span class="minor" dir="auto">
                      {whose}
                    </span>
                  </>
                )}
              </th>
              <td data-name={provenance.published}>
                {published === null ? <i>{provenance.empty}</i> : <del dir="auto">{published}</del>}
              </td>
              <td data-name={provenance.corrected}>
                <ins dir="auto">{corrected}</ins>
              </td>
              <td data-name={provenance.why} dir="auto">
                {why}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

interface Traced {
  /** Whose facts they are, where a page has several. */
  whose?: string | undefined;
  sources: readonly Source[];
  corrections: readonly Correction[];
}

const sameSource = ({ retrieved: _, ...source }: Source): string => JSON.stringify(source);

/** Where the facts of a page come from, and what of them was corrected; nothing where nobody had to say. */
export const Provenance = ({ asked, of }: { asked: Asked; of: readonly Traced[] }) => {
  const { provenance } = wordsHere(asked);
  const sources = [...new Map(of.flatMap((one) => one.sources).map((one) => [sameSource(one), one])).values()];
  const corrections = of.flatMap(({ whose, corrections: theirs }) => theirs.map((one) => ({ ...one, whose })));
  return (
    <>
      {corrections.length > 0 ? <Corrections asked={asked} corrections={corrections} /> : null}
      {sources.length > 0 ? (
        <section class="stack">
          <h2>{provenance.title}</h2>
          <p>{provenance.lead}</p>
          <ul class="list">
            {sources.map((source) => (
              <SourceShown asked={asked} source={source} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};
