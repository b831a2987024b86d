import { composeDeclaration } from '../../../shared/documents/declaration.ts';
import type { PrintedParagraph, TextBody } from '../../../shared/documents/document.ts';
import type { Amendment } from '../../../shared/domain/amendment.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { numbered } from '../../../shared/domain/paragraph.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { directionOf } from '../../../shared/words/direction.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { isPageLanguage, ownNames, type PageLanguage } from '../../../shared/words/page/language.ts';
import { readList, readOpenly } from '../contract.ts';
import type { Asked, Page } from '../page.ts';
import { type Compared, ParagraphChange } from './compared.tsx';
import { crumbsTo } from './crumbs.tsx';
import { StandingTag, Words } from './document.tsx';
import { type After, readAfter } from './following.tsx';
import { named, pageOf, textPage, textPath, wordsHere } from './here.ts';
import { Sources } from './provenance.tsx';
import { type Origins, readOrigins, type ReadText, readText, shownIn, standingIn } from './reading.ts';
import { AssessmentShown } from './uptake.tsx';
import { compare, readVersions } from './versions.tsx';

type Numbered = ReturnType<typeof numbered<ReadText['paragraphs'][number]>>[number];

interface Citing {
  summit: string;
  declaration: string;
  paragraph?: string;
  stands?: boolean;
}

interface Whole {
  asked: Asked;
  text: ReadText;
  paragraph: Numbered;
  origins: Origins;
  after: After;
  changes: readonly Compared[];
  amendments: readonly Amendment[];
  citing: readonly Citing[];
}

const printedIn = (
  { text, origins }: Pick<Whole, 'text' | 'origins'>,
  language: PageLanguage,
  slug: string,
): { document: ReturnType<typeof composeDeclaration>; print: PrintedParagraph | undefined } => {
  const { declaration, summit, paragraphs } = text;
  const document = composeDeclaration({ declaration, summit, paragraphs, leftOut: [], ...origins }, language);
  const body = document.body as TextBody;
  const all = [...body.preamble, ...[...body.sections, ...body.annexes].flatMap((section) => section.paragraphs)];
  return { document, print: all.find(({ id }) => id === slug) };
};

const InLanguage = ({ language, ...whole }: Whole & { language: PageLanguage }) => {
  const { asked, text, paragraph } = whole;
  const { document, print } = printedIn(whole, language, paragraph.slug);
  if (!print) return null;
  const authentic = text.declaration.language;
  const state = standingIn(paragraph, { language, authentic });
  return (
    <div class="stack close">
      <p class="row close">
        <b lang={language} dir={directionOf(language)}>
          {ownNames[language]}
        </b>
        {state === undefined ? <span class="tag plain">{wordsHere(asked).authentic}</span> : null}
        <StandingTag asked={asked} state={state} />
      </p>
      <div class="document operative" lang={language} dir={directionOf(language)}>
        <div>
          <Words document={document} marked={new Set()} print={print} />
        </div>
      </div>
    </div>
  );
};

/** Languages that the pages do not stand in have their words all the same, without the words of the form. */
const Others = ({ asked, text, paragraph }: Whole) => (
  <>
    {Object.entries(paragraph.text ?? {})
      .filter(([tag]) => !isPageLanguage(tag.split('-')[0]) && tag !== text.declaration.language)
      .map(([tag, words]) => (
        <div class="stack close">
          <b>{languageName(asked.language, tag)}</b>
          <p lang={tag} dir="auto">
            {words}
          </p>
        </div>
      ))}
  </>
);

const Changes = ({ asked, text, changes }: Whole) => {
  const { paragraph: words, compare: compareWords } = wordsHere(asked);
  return (
    <section class="stack">
      <h2>{words.changes}</h2>
      {changes.length === 0 ? (
        <p class="none">{words.unchanged}</p>
      ) : (
        <ul class="list">
          {changes.map(({ from, to, language, paragraphs }) => (
            <li>
              <h3>{from === null ? fill(compareWords.first, { to }) : fill(compareWords.heading, { from, to })}</h3>
              {paragraphs.map((one) => (
                <ParagraphChange asked={asked} place={text.place} language={language} compared={one} isLinked={false} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const amendmentTags = { proposed: 'idle', accepted: 'good', rejected: 'bad', withdrawn: 'idle' } as const;

const Amendments = ({ asked, amendments }: Whole) => {
  const { paragraph: words } = wordsHere(asked);
  if (amendments.length === 0) return null;
  return (
    <section class="stack">
      <h2>{words.amendments}</h2>
      <ul class="list">
        {amendments.map(({ organization, printed, kind, state, words: proposed, reason, decided, language }) => (
          <li>
            <p class="row close">
              <a href={pageOf(asked, 'organizations', organization)}>
                <bdi>{printed}</bdi>
              </a>
              <span class="tag plain">{words.kinds[kind]}</span>
              <span class={`tag ${amendmentTags[state]}`}>{words.states[state]}</span>
            </p>
            {proposed ? (
              <p lang={language} dir="auto">
                {inLanguage(proposed, language)}
              </p>
            ) : null}
            <p class="minor" dir="auto">
              {reason}
            </p>
            {decided?.reason === undefined ? null : (
              <p class="minor" dir="auto">
                {words.states[state]}: {decided.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Assessments = ({ asked, after, paragraph }: Whole) => {
  const { paragraph: words } = wordsHere(asked);
  const own = after.assessments.filter((one) => one.paragraph === paragraph.slug);
  if (own.length === 0) return null;
  return (
    <section class="stack">
      <h2>{words.assessments}</h2>
      <ul class="list">
        {own.map((assessment) => (
          <li>
            <bdi>{assessment.addressee}</bdi>
            <AssessmentShown asked={asked} assessment={assessment} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const CitedBy = ({ asked, citing }: Whole) => {
  const { paragraph: words } = wordsHere(asked);
  const standing = citing.filter(({ stands, paragraph }) => stands !== false && paragraph !== undefined);
  if (standing.length === 0) return null;
  return (
    <section class="stack">
      <h2>{words.cited}</h2>
      <ul>
        {standing.map((one) => (
          <li>
            <a href={textPage(asked, one, 'paragraphs', one.paragraph ?? '')}>
              <bdi>{fill(words.citing, { declaration: one.declaration, paragraph: one.paragraph ?? '' })}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const labelOf = (asked: Asked, { number, annex }: Numbered): string => {
  const words = wordsHere(asked);
  if (number === null) return words.inPreamble;
  return fill(annex === undefined ? words.number : words.inAnnex, { number });
};

const Body = (whole: Whole) => {
  const { asked, text, paragraph, origins } = whole;
  const words = wordsHere(asked);
  const shown = shownIn(asked, { declaration: text.declaration, paragraphs: [paragraph] });
  const order = [shown.language, ...shown.all.filter((one) => one !== shown.language)];
  const { print } = printedIn(whole, shown.language, paragraph.slug);
  const points = paragraph.points.map(({ sources }, at) => ({ label: print?.points[at]?.label ?? '', sources }));
  return (
    <div class="stack">
      <h1>{labelOf(asked, paragraph)}</h1>
      <p>
        <a href={`${textPage(asked, text.place)}#${paragraph.slug}`}>{words.paragraph.whole}</a>
      </p>
      <section class="stack" aria-label={words.paragraph.inLanguages}>
        {order.map((language) => (
          <InLanguage {...whole} language={language} />
        ))}
        <Others {...whole} />
      </section>
      <section class="stack">
        <h2>{words.from.title}</h2>
        <div>
          <Sources asked={asked} text={text} origins={origins} sources={paragraph.sources} points={points} />
        </div>
      </section>
      <Changes {...whole} />
      <Amendments {...whole} />
      <Assessments {...whole} />
      <CitedBy {...whole} />
    </div>
  );
};

/** What changed in one paragraph from each version that was given out to the next. */
const changesOf = async (asked: Asked, text: ReadText, slug: string): Promise<Compared[]> => {
  const versions = await readVersions(asked);
  const pairs = versions.slice(1).map((version, at) => ({ to: version.slug, from: versions[at]?.slug }));
  const all = await Promise.all(pairs.map(({ to, from }) => compare(asked, text.place, to, from)));
  return all
    .map((one) => ({ ...one, paragraphs: one.paragraphs.filter(({ paragraph }) => paragraph === slug) }))
    .filter(({ paragraphs }) => paragraphs.some(({ change, moved }) => change !== 'kept' || moved));
};

/** The permalink of a paragraph: by its id, which survives renumbering. Its number, as it stands today, leads there. */
export const paragraphPage = async (asked: Asked): Promise<Page | Response> => {
  const name = named(asked, 'paragraph');
  const text = await readText(asked);
  const all = numbered(text.paragraphs, text.declaration.language);
  const paragraph = all.find(({ slug }) => slug === name);
  if (!paragraph) {
    const found = all.find(({ part, number }) => part === 'operative' && String(number) === name);
    if (!found) throw notFound('paragraph');
    // Tomorrow the number may be another's.
    const location = textPage(asked, text.place, 'paragraphs', found.slug);
    return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
  }
  const at = textPath(text.place, 'paragraphs', paragraph.slug);
  const [origins, after, changes, amendments, citing] = await Promise.all([
    readOrigins(asked, { ...text, paragraphs: [paragraph as ReadText['paragraphs'][number]], leftOut: [] }),
    readAfter(asked),
    changesOf(asked, text, paragraph.slug),
    readList<Amendment>(readOpenly, asked, textPath(text.place, 'amendments')),
    readList<Citing>(readOpenly, asked, `${at}/citations`),
  ]);
  const own = amendments.filter((one) => one.paragraph === paragraph.slug);
  const label = labelOf(asked, paragraph);
  const title = inLanguage(text.declaration.title, asked.language);
  return {
    title: `${label}: ${title}`,
    path: at,
    rehearsal: text.declaration.rehearsal,
    part: 'declarations',
    crumbs: crumbsTo(asked, text),
    open: { description: `${label}, ${title}. ${inLanguage(paragraph.text ?? {}, asked.language)}`, record: at },
    body: <Body {...{ asked, text, paragraph, origins, after, changes, citing }} amendments={own} />,
  };
};
