import { webAddress } from '../../../shared/documents/address.ts';
import type { Assessment } from '../../../shared/domain/assessment.ts';
import { numbered } from '../../../shared/domain/paragraph.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { type Share, type Uptake, uptakeOf } from '../../../shared/domain/uptake.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated, numeral } from '../../../shared/words/intl.ts';
import type { Asked, Page } from '../page.ts';
import { crumbsTo } from './crumbs.tsx';
import { type After, readAfter } from './following.tsx';
import { textPage, textPath, textRecord, wordsHere } from './here.ts';
import { type ReadText, readText } from './reading.ts';

interface Props {
  asked: Asked;
  text: ReadText;
  after: After;
}

const uptakeIn = ({ text: { declaration, paragraphs }, after }: Props): Uptake =>
  uptakeOf(declaration.frozen ? paragraphs : [], declaration.language, after.assessed);

const ShareBars = ({ asked, shares }: { asked: Asked; shares: readonly { label: string | null; share: Share }[] }) => {
  const { uptake: words } = wordsHere(asked);
  const number = (value: number): string => numeral(asked.language, value);
  return (
    <ul class="bars">
      {shares.map(({ label, share }) => (
        <li>
          <span>
            <bdi>{label ?? words.noTheme}</bdi>
          </span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={share.percentage ?? 0} height="4" />
          </svg>
          <span class="figures">
            {share.percentage === null ? '–' : `${number(share.percentage)}%`}
            <span class="unseen"> {fill(words.of, { assessed: number(share.assessed), of: number(share.of) })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};

const Score = (props: Props & { uptake: Uptake; level: 'h2' | 'h3' }) => {
  const { asked, uptake, level: Heading } = props;
  const { uptake: words } = wordsHere(asked);
  const number = (value: number): string => numeral(asked.language, value);
  const { percentage, assessed, of, byTheme, byAddressee } = uptake;
  return (
    <>
      <p>{words.lead}</p>
      {percentage === null ? (
        <p class="none">{words.none}</p>
      ) : (
        <p class="lead ink">
          {fill(words.score, { percentage: number(percentage), assessed: number(assessed), of: number(of) })}
        </p>
      )}
      {byTheme.length > 1 || byTheme[0]?.theme ? (
        <>
          <Heading>{words.byTheme}</Heading>
          <ShareBars asked={asked} shares={byTheme.map(({ theme, ...share }) => ({ label: theme, share }))} />
        </>
      ) : null}
      {byAddressee.length === 0 ? null : (
        <>
          <Heading>{words.byAddressee}</Heading>
          <ShareBars
            asked={asked}
            shares={byAddressee.map(({ addressee, ...share }) => ({ label: addressee, share }))}
          />
        </>
      )}
    </>
  );
};

/** How much of what a text asks was done, in short; nothing where it asks nobody for anything, or is not fixed yet. */
export const UptakeSection = (props: Props) => {
  const { asked, text } = props;
  const uptake = uptakeIn(props);
  if (uptake.of === 0) return null;
  const { uptake: words } = wordsHere(asked);
  return (
    <section class="stack" aria-labelledby="uptake">
      <hr />
      <h2 id="uptake">{words.title}</h2>
      <Score {...props} uptake={uptake} level="h3" />
      {props.after.assessments.length === 0 ? null : (
        <p>
          <a href={textPage(asked, text.place, 'uptake')}>{words.page}</a>
        </p>
      )}
    </section>
  );
};

const scoreTags: Record<Assessment['score'], string> = { 1: 'good', 0: 'warn', [-1]: 'bad' };

/** What one assessor found, with the words of the document that show it. */
export const AssessmentShown = ({ asked, assessment }: { asked: Asked; assessment: Assessment }) => {
  const { uptake: words } = wordsHere(asked);
  const { score, quotation, source, assessor, note, state } = assessment;
  const address = webAddress(source.url);
  return (
    <div class="stack close">
      <p class="row close">
        <span class={`tag ${scoreTags[score]}`}>{words.scores[String(score) as keyof typeof words.scores]}</span>
        {state === 'retracted' ? <span class="tag idle">{words.retracted}</span> : null}
        <span class="minor">
          <bdi>{fill(words.by, { assessor, day: dated(asked.language, assessment.on) })}</bdi>
        </span>
      </p>
      <p>
        <q dir="auto">{quotation}</q>{' '}
        <a href={address} rel="nofollow noopener">
          <bdi>{source.title}</bdi>
        </a>
        , {dated(asked.language, source.date)}
      </p>
      {note === undefined ? null : (
        <p class="minor" dir="auto">
          {note}
        </p>
      )}
    </div>
  );
};

const Assessments = ({ asked, text, after }: Props) => {
  const { uptake: words } = wordsHere(asked);
  const numbers = new Map(
    numbered(text.paragraphs, text.declaration.language).map(({ slug, number }) => [slug, number]),
  );
  return (
    <section class="stack">
      <h2>{words.assessments}</h2>
      <ul class="list">
        {after.assessments.map((assessment) => (
          <li>
            <a href={textPage(asked, text.place, 'paragraphs', assessment.paragraph)} dir="auto">
              {fill(words.paragraph, {
                number: numbers.get(assessment.paragraph) ?? assessment.paragraph,
                addressee: assessment.addressee,
              })}
            </a>
            <AssessmentShown asked={asked} assessment={assessment} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Disagreements = ({ asked, text, uptake }: Props & { uptake: Uptake }) => {
  const { uptake: words } = wordsHere(asked);
  if (uptake.disagreements.length === 0) return null;
  return (
    <section class="stack">
      <h2>{words.disagree}</h2>
      <ul class="list">
        {uptake.disagreements.map(({ paragraph, number, addressee, said }) => (
          <li>
            <a href={textPage(asked, text.place, 'paragraphs', paragraph)} dir="auto">
              {fill(words.paragraph, { number: number ?? paragraph, addressee })}
            </a>
            <span>
              {said.map(({ assessor, score }, at) => (
                <>
                  {at > 0 ? '; ' : ''}
                  <bdi>{assessor}</bdi>: {words.scores[String(score) as keyof typeof words.scores]}
                </>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What became of a text, assessment by assessment. */
export const uptakePage = async (asked: Asked): Promise<Page> => {
  const [text, after] = await Promise.all([readText(asked), readAfter(asked)]);
  const { uptake: words } = wordsHere(asked);
  const title = inLanguage(text.declaration.title, asked.language);
  const props = { asked, text, after };
  const uptake = uptakeIn(props);
  return {
    title: `${words.title}: ${title}`,
    path: textPath(text.place, 'uptake'),
    rehearsal: text.declaration.rehearsal,
    part: 'declarations',
    crumbs: crumbsTo(asked, text),
    open: { description: `${title}. ${words.lead}`, record: `${textPath(text.place)}/uptake` },
    body: (
      <div class="stack">
        <h1>{words.title}</h1>
        <Score {...props} uptake={uptake} level="h2" />
        <Disagreements {...props} uptake={uptake} />
        {after.assessments.length === 0 ? null : <Assessments {...props} />}
        <p class="minor">
          {words.data} <a href={textRecord(text.place, 'uptake')}>JSON</a>
        </p>
      </div>
    ),
  };
};
