import type { Child } from 'hono/jsx';
import type { FrozenParagraph } from '../../shared/domain/frozen.ts';
import type { SigningQuestion, TranslatedParagraph } from '../../shared/domain/signing-question.ts';
import { frozenIn } from './signing-answer.ts';
import type { Asked } from './page.ts';

interface Wording {
  heading?: string | undefined;
  opening?: string | undefined;
  addressees: readonly string[];
  text?: string | undefined;
  points: readonly { id: string; text?: string | undefined; addressees: readonly string[] }[];
  footnotes: readonly { id: string; text?: string | undefined }[];
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

const Words = ({ said, number }: { said: Wording; number: number | null }) => (
  <>
    {said.heading ? <h3>{said.heading}</h3> : null}
    <p>
      {number === null ? null : <span class="number">{number}. </span>}
      {said.opening ? <em>{said.opening} </em> : null}
      {joined(said.addressees.join(', '), said.text)}
    </p>
    {said.points.length > 0 ? (
      <ul>
        {said.points.map((point) => (
          <li>{joined(point.addressees.join(', '), point.text)}</li>
        ))}
      </ul>
    ) : null}
    {said.footnotes.map(({ text }) => (text ? <p class="minor">{text}</p> : null))}
  </>
);

const Side = ({ language, children }: { language: string; children: Child }) => (
  <div lang={language} dir="auto">
    {children}
  </div>
);

const Pair = ({
  asked: { words, language },
  paragraph,
  authentic,
  translated,
}: {
  asked: Asked;
  paragraph: FrozenParagraph;
  authentic: string;
  translated: { language: string; paragraph: TranslatedParagraph | undefined } | undefined;
}) => (
  <div class="pair" id={`text-${paragraph.id}`}>
    <Side language={authentic}>
      <Words said={paragraph} number={paragraph.number} />
    </Side>
    {translated ? (
      translated.paragraph ? (
        <Side language={translated.language}>
          <Words said={translated.paragraph} number={paragraph.number} />
          {translated.paragraph.state === 'draft' ? (
            <p class="minor" lang={language}>
              {words.signing.unreviewed}
            </p>
          ) : null}
        </Side>
      ) : (
        <p class="minor" lang={language}>
          {words.signing.untranslated}
        </p>
      )
    ) : null}
  </div>
);

/** Exactly what is signed, paragraph by paragraph, beside the reader's language as far as there is a translation. */
export const SigningText = ({ asked, question }: { asked: Asked; question: SigningQuestion }) => {
  const { signing } = asked.words;
  const frozen = frozenIn(question);
  const { translation, language } = question.text;
  const besides = (id: string) =>
    translation && {
      language: translation.language,
      paragraph: translation.paragraphs.find((one) => one.id === id),
    };
  return (
    <section class={translation ? 'text two' : 'text'} aria-labelledby="whole">
      <h2 id="whole">{signing.whole}</h2>
      <div class="pair marks">
        <p class="minor">{signing.authentic}</p>
        {translation ? <p class="minor">{signing.translated}</p> : null}
      </div>
      <div class="pair">
        <Side language={language}>
          <p class="lead">{frozen.title}</p>
          <p>{frozen.formula}</p>
        </Side>
        {translation ? (
          <Side language={translation.title ? translation.language : asked.language}>
            <p class={translation.title ? 'lead' : 'minor'}>{translation.title ?? signing.untranslated}</p>
          </Side>
        ) : null}
      </div>
      {frozen.paragraphs.map((paragraph) => (
        <Pair asked={asked} paragraph={paragraph} authentic={language} translated={besides(paragraph.id)} />
      ))}
    </section>
  );
};
