import { composeDeclaration } from '../../../shared/documents/declaration.ts';
import type { ReportBody } from '../../../shared/documents/document.ts';
import { wordsIn } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { wordsHere } from './here.ts';
import type { ReadText } from './reading.ts';
import { Link, Runs } from './run.tsx';

const Facts = ({ asked, facts }: { asked: Asked; facts: ReportBody['facts'] }) => {
  const { report, sources } = wordsIn(asked.language);
  if (facts.length === 0) return null;
  return (
    <>
      <h2>{sources.title}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={sources.title}>
        <table class="folds">
          <thead>
            <tr>
              <th scope="col">{report.fact}</th>
              <th scope="col">{sources.source}</th>
              <th scope="col">{report.says}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ facts: names, source, says }) => (
              <tr>
                <th scope="row">{names}</th>
                <td data-name={sources.source}>
                  <Link cited={source} />
                </td>
                <td data-name={report.says} dir="auto">
                  {says}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** What sources report of a declaration: said to be that at first sight, with an abstract that is not the text. */
export const Report = ({ asked, text }: { asked: Asked; text: ReadText }) => {
  const { declaration } = text;
  const words = wordsHere(asked);
  const { kinds } = wordsIn(asked.language);
  const document = composeDeclaration(
    { declaration, paragraphs: [], leftOut: [], summit: text.summit, sessions: new Map(), instruments: new Map() },
    asked.language,
  );
  const body = document.body as ReportBody;
  return (
    <article class="body stack">
      <h1>
        <Said text={declaration.title} language={asked.language} />
      </h1>
      <p class="lead">
        {kinds[declaration.kind]}
        {declaration.date === undefined ? '' : ` · ${dated(asked.language, declaration.date)}`}
      </p>
      <div class="note">
        <p>
          <b>{document.marks.find(({ kind }) => kind === 'reported')?.words}</b>
        </p>
        <p>{words.reportedLead}</p>
      </div>
      {body.abstract.length === 0 ? null : (
        <>
          <h2>{wordsIn(asked.language).report.abstract}</h2>
          {body.abstract.map((run) => (
            <p>
              <Runs runs={[run]} />
            </p>
          ))}
        </>
      )}
      <Facts asked={asked} facts={body.facts} />
    </article>
  );
};
