import { composeDeclaration } from '../../../shared/documents/declaration.ts';
import type { ReportBody } from '../../../shared/documents/document.ts';
import { wordsIn } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { Provenance } from '../public/provenance.tsx';
import { Said } from '../said.tsx';
import { wordsHere } from './here.ts';
import type { ReadText } from './reading.ts';
import { Runs } from './run.tsx';

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
      <Provenance asked={asked} of={[declaration]} />
    </article>
  );
};
