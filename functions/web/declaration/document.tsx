import type {
  Annex,
  DeclarationDocument,
  PrintedParagraph,
  PrintedPoint,
  Section,
  TextBody,
} from '../../../shared/documents/document.ts';
import type { Numbered } from '../../../shared/documents/material.ts';
import type { Run } from '../../../shared/documents/run.ts';
import { dayOf } from '../../../shared/domain/sign.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { directionOf } from '../../../shared/words/direction.ts';
import { dated } from '../../../shared/words/intl.ts';
import { declarationWordsIn } from '../../../shared/words/page/declaration.ts';
import type { PageLanguage } from '../../../shared/words/page/language.ts';
import { textPage, wordsHere } from './here.ts';
import { Provenance, type Telling } from './provenance.tsx';
import { type ReadText, type Shown, standingIn } from './reading.ts';
import { type Marked, Runs } from './run.tsx';

/** A text on its way to the page: how it is printed, and what is told beside it. */
export interface Printing extends Telling {
  shown: Shown;
  document: DeclarationDocument;
  body: TextBody;
  paragraphs: ReadonlyMap<string, Numbered>;
  marked: Marked;
}

const gapAfter = (
  { language }: Pick<DeclarationDocument, 'language'>,
  opening: string,
  rest: readonly Run[],
): string => (opening === '' || rest.length === 0 || language === 'zh' ? '' : ' ');

const tags = { reviewed: 'good', draft: 'warn', stale: 'warn', missing: 'idle' } as const;

/** How far the translation of a paragraph is, beside it. */
export const StandingTag = ({ asked, state }: Pick<Telling, 'asked'> & { state: keyof typeof tags | undefined }) =>
  state === undefined ? null : (
    <span class={`tag ${tags[state]}`} lang={asked.language} dir={directionOf(asked.language)}>
      {wordsHere(asked).standing[state]}
    </span>
  );

const Point = ({ marked, point }: { marked: Marked; point: PrintedPoint }) => (
  <li id={point.id}>
    <span class="number">{point.label}</span>
    <p>
      <Runs runs={point.text} marked={marked} />
      {point.end}
    </p>
  </li>
);

/** The words of a paragraph with its points, without its number. */
export const Words = ({
  document,
  marked,
  print,
}: Pick<Printing, 'document' | 'marked'> & { print: PrintedParagraph }) => {
  const { opening, rest, end, points } = print;
  return (
    <>
      <p>
        {document.form === 'resolution' && opening !== '' ? <em>{opening}</em> : opening}
        {gapAfter(document, opening, rest)}
        <Runs runs={rest} marked={marked} />
        {end}
      </p>
      {points.length === 0 ? null : (
        <ol role="list">
          {points.map((point) => (
            <Point marked={marked} point={point} />
          ))}
        </ol>
      )}
    </>
  );
};

const Beside = (props: Printing & { print: PrintedParagraph }) => {
  const { asked, text, origins, paragraphs, print, shown } = props;
  const paragraph = paragraphs.get(print.id);
  if (!paragraph) return null;
  const points = paragraph.points.map(({ sources }, at) => ({ label: print.points[at]?.label ?? '', sources }));
  return (
    <>
      <StandingTag asked={asked} state={standingIn(paragraph, shown)} />
      <Provenance {...{ asked, text, origins, points }} sources={paragraph.sources} paragraph={print.id} />
    </>
  );
};

const Numbers = (props: Printing & { print: PrintedParagraph }) => {
  const { asked, text, print, shown } = props;
  const { number } = print;
  if (number === null) return <span class="number"></span>;
  const label = fill(declarationWordsIn(shown.language).number, { number });
  return (
    <span class="number">
      <a href={textPage(asked, text.place, 'paragraphs', print.id)} aria-label={label}>
        {number}.
      </a>
    </span>
  );
};

const Operative = ({ prints, ...printing }: Printing & { prints: readonly PrintedParagraph[] }) => (
  <ol class="operative" role="list">
    {prints.map((print) => (
      <li id={print.id}>
        <Numbers {...printing} print={print} />
        <div>
          <Words {...printing} print={print} />
          <Beside {...printing} print={print} />
        </div>
      </li>
    ))}
  </ol>
);

const SectionShown = ({ section, ...printing }: Printing & { section: Section }) => (
  <>
    {section.heading ? (
      <h2>
        <Runs runs={[section.heading]} marked={printing.marked} />
      </h2>
    ) : null}
    <Operative {...printing} prints={section.paragraphs} />
  </>
);

const AnnexShown = ({ annex, ...printing }: Printing & { annex: Annex }) => (
  <section class="stack">
    <h2>
      {annex.label}
      {annex.heading ? (
        <>
          {'. '}
          <Runs runs={[annex.heading]} marked={printing.marked} />
        </>
      ) : null}
    </h2>
    <Operative {...printing} prints={annex.paragraphs} />
  </section>
);

const Notes = ({ body: { notes } }: Printing) =>
  notes.length === 0 ? null : (
    <ol class="footnotes" role="list">
      {notes.map(({ number, text }) => (
        <li id={`n${number}`}>
          <a href={`#m${number}`}>{number}</a> <Runs runs={text} />
        </li>
      ))}
    </ol>
  );

/** How and when a text was fixed, in the language of the text: "Adopted by silence on 21 March 2025". */
export const adoptedLine = (
  { declaration, summit }: Pick<ReadText, 'declaration' | 'summit'>,
  language: PageLanguage,
) => {
  const words = declarationWordsIn(language);
  const { frozen } = declaration;
  if (!frozen) return words.notFrozen;
  // It was adopted first where it was opened for signature afterwards; what fixed it is what counts.
  return fill(words.how[frozen.how], { day: dated(language, dayOf(frozen.at, summit.zone ?? 'UTC')) });
};

/** The text as a document. */
export const Document = (printing: Printing) => {
  const { document, body, shown, text } = printing;
  const kind = document.lines[0] ?? '';
  return (
    <article class="document body" lang={shown.language} dir={directionOf(shown.language)}>
      <p class="mast">
        <span>
          <Runs runs={[document.summit]} />
        </span>
        <bdi>{kind}</bdi>
      </p>
      <h1>
        <Runs runs={[{ ...document.title, mark: undefined }]} />
      </h1>
      <p class="adopted">{adoptedLine(text, shown.language)}</p>
      {body.salutation ? (
        <p>
          <Runs runs={body.salutation} />
        </p>
      ) : null}
      <p>
        <Runs runs={body.formula} />
      </p>
      {body.preamble.length === 0 ? null : (
        <div class="preamble">
          {body.preamble.map((print) => (
            <div id={print.id}>
              <Words {...printing} print={print} />
              <Beside {...printing} print={print} />
            </div>
          ))}
        </div>
      )}
      {body.sections.map((section) => (
        <SectionShown {...printing} section={section} />
      ))}
      {body.close.map((line) => (
        <p>
          <Runs runs={line} />
        </p>
      ))}
      {body.annexes.map((annex) => (
        <AnnexShown {...printing} annex={annex} />
      ))}
      <Notes {...printing} />
    </article>
  );
};
