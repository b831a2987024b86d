import { checkedClaims } from '../../../shared/contract/claim.ts';
import { composeDeclaration } from '../../../shared/documents/declaration.ts';
import type { TextBody } from '../../../shared/documents/document.ts';
import { numbered } from '../../../shared/domain/paragraph.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { allSignatures } from '../../../shared/table/declaration.ts';
import { fill, wordsIn } from '../../../shared/words/dictionary.ts';
import { directionOf } from '../../../shared/words/direction.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { ownNames } from '../../../shared/words/page/language.ts';
import type { Asked, Page } from '../page.ts';
import { type Checked, Claims } from './claims.tsx';
import { crumbsAbove } from './crumbs.tsx';
import { adoptedLine, Document } from './document.tsx';
import { type After, Commitments, Deliveries, readAfter } from './following.tsx';
import { placeOf, textPage, textPath, wordsHere } from './here.ts';
import { History, type Past, readPast } from './history.tsx';
import { LeftOut } from './provenance.tsx';
import { type Origins, type ReadText, readOrigins, readText, type Shown, shownIn, standingIn } from './reading.ts';
import { Report } from './report.tsx';
import { Side } from './side.tsx';
import { readSigned, type Signed, SignatoriesSection } from './signatories.tsx';
import { UptakeSection } from './uptake.tsx';

interface Whole {
  asked: Asked;
  text: ReadText;
  origins: Origins;
  signed: Signed;
  claims: readonly Checked[];
  past: Past;
  after: After;
}

const readWhole = async (asked: Asked): Promise<Whole> => {
  const { table } = asked.site.house;
  const { summit, declaration } = placeOf(asked);
  const reading = readText(asked);
  const signatures = allSignatures(table, summit, declaration);
  const claims = Promise.all([reading, signatures]).then(([text, acts]) =>
    checkedClaims(table, text.declaration, text.claims, acts),
  );
  const [text, origins, signed, checked, past, after] = await Promise.all([
    reading,
    reading.then((one) => readOrigins(asked, one)),
    readSigned(asked, reading, signatures),
    claims,
    readPast(asked),
    readAfter(asked),
  ]);
  return { asked, text, origins, signed, claims: checked, past, after };
};

/** The languages that the text can be read in, with the authentic one named, and what this one is. */
const Languages = ({ asked, text, shown }: { asked: Asked; text: ReadText; shown: Shown }) => {
  const words = wordsHere(asked);
  const authentic = languageName(asked.language, shown.authentic);
  const isTranslation = !shown.authentic.startsWith(shown.language);
  const reviewed = text.paragraphs.filter((one) => standingIn(one, shown) === 'reviewed').length;
  return (
    <div class="stack close">
      {shown.all.length < 2 ? null : (
        <nav class="tabs" aria-label={words.languages}>
          {shown.all.map((language) => (
            <a
              href={`${textPage(asked, text.place)}?text=${language}`}
              hreflang={language}
              lang={language}
              dir={directionOf(language)}
              aria-current={language === shown.language ? 'page' : undefined}
            >
              {ownNames[language]}
              {shown.authentic.startsWith(language) ? (
                <span class="minor" lang={asked.language} dir={directionOf(asked.language)}>
                  {' '}
                  ({words.authentic})
                </span>
              ) : null}
            </a>
          ))}
        </nav>
      )}
      {shown.fellBack ? (
        <p class="note">
          {fill(words.fellBack, { wanted: languageName(asked.language, asked.language), language: authentic })}
        </p>
      ) : null}
      {isTranslation ? (
        <p class="note">{fill(words.translation, { reviewed, all: text.paragraphs.length, language: authentic })}</p>
      ) : null}
    </div>
  );
};

const NotCarried = ({ asked, text, origins }: Whole) => {
  const { declaration, leftOut } = text;
  const words = wordsHere(asked);
  if (leftOut.length === 0) return null;
  return (
    <details class="more">
      <summary>{words.leftOut}</summary>
      <p class="minor">{fill(words.placed, { placed: declaration.placed, left: leftOut.length })}</p>
      <LeftOut asked={asked} text={text} origins={origins} leftOut={leftOut} />
    </details>
  );
};

const Sections = (whole: Whole) => {
  const { asked, text, signed, claims, past, after } = whole;
  return (
    <div class="stack">
      <SignatoriesSection asked={asked} text={text} signed={signed} />
      <Claims asked={asked} claims={claims} />
      <History asked={asked} text={text} past={past} />
      <Deliveries asked={asked} after={after} />
      <UptakeSection asked={asked} text={text} after={after} />
      <Commitments asked={asked} text={text} after={after} signatures={signed.signatures} />
    </div>
  );
};

const Held = (whole: Whole) => {
  const { asked, text, origins } = whole;
  const shown = shownIn(asked, text);
  const { declaration, summit, leftOut } = text;
  const document = composeDeclaration(
    { declaration, summit, leftOut, ...origins, paragraphs: text.paragraphs },
    shown.language,
  );
  const paragraphs = new Map(
    numbered(text.paragraphs, declaration.language).map((paragraph) => [paragraph.slug, paragraph]),
  );
  return (
    <div class="stack">
      <Languages asked={asked} text={text} shown={shown} />
      <div class="sides">
        <Document
          {...{ asked, text, origins, shown, document, paragraphs }}
          body={document.body as TextBody}
          marked={new Set()}
        />
        <Side asked={asked} text={text} shown={shown} />
      </div>
      <NotCarried {...whole} />
      <Sections {...whole} />
    </div>
  );
};

const Reported = (whole: Whole) => {
  const { asked, text } = whole;
  return (
    <div class="stack">
      <div class="sides">
        <Report asked={asked} text={text} />
        <Side asked={asked} text={text} />
      </div>
      <Sections {...whole} />
    </div>
  );
};

const describedIn = ({ asked, text, signed }: Whole): string => {
  const { declaration } = text;
  const kind = wordsIn(asked.language).kinds[declaration.kind];
  const how = declaration.origin === 'reported' ? wordsHere(asked).reported : adoptedLine(text, asked.language);
  return `${kind}. ${inLanguage(text.summit.title, asked.language)}. ${how}. ${signed.acts.counts.together.organizations}`;
};

/** The same for programs that read pages. */
const linkedOf = ({ asked, text: { declaration, place, summit } }: Whole): object => ({
  '@context': 'https://schema.org',
  '@type': 'CreativeWork',
  name: inLanguage(declaration.title, asked.language),
  url: new URL(textPage(asked, place), asked.site.site).href,
  inLanguage: declaration.language,
  isPartOf: { '@type': 'Event', name: inLanguage(summit.title, asked.language) },
  ...(declaration.frozen ? { datePublished: declaration.frozen.at } : {}),
});

/** A declaration: its text as a document, where every paragraph comes from, and who stands behind it. */
export const declarationPage = async (asked: Asked): Promise<Page> => {
  const whole = await readWhole(asked);
  const { declaration, place } = whole.text;
  return {
    title: inLanguage(declaration.title, asked.language),
    path: textPath(place),
    rehearsal: declaration.rehearsal,
    part: 'declarations',
    crumbs: crumbsAbove(asked, whole.text),
    scripts: whole.signed.acts.shown.length > 0 ? ['find'] : [],
    open: { description: describedIn(whole), record: textPath(place), linked: linkedOf(whole) },
    body: declaration.origin === 'reported' ? <Reported {...whole} /> : <Held {...whole} />,
  };
};
