import type { Declaration } from '../domain/declaration.ts';
import type { MailLanguage } from '../domain/language.ts';
import { type Carriage, numbered } from '../domain/paragraph.ts';
import { midSentence } from '../words/article.ts';
import { fill, wordsIn } from '../words/dictionary.ts';
import { dated, languageName, listed } from '../words/intl.ts';
import type { DeclarationDocument, Mark, TextBody } from './document.ts';
import type { DeclarationMaterial } from './material.ts';
import { printAnnexes, printNotes, printPreamble, printSections } from './paragraph.ts';
import { citations, reportBody } from './report.ts';
import { called, filled, plain, type Run, said, unended, type Voice } from './run.ts';
import { outcomeCited, sourceRows } from './source.ts';

const notAdopted: ReadonlySet<Declaration['state']> = new Set(['drafting', 'circulated', 'objected']);

/** Whether any of the words in the language of the document are the draft of a translation. */
const isUnreviewed = (language: MailLanguage, paragraphs: DeclarationMaterial['paragraphs']): boolean =>
  paragraphs.some(({ translations = [] }) =>
    translations.some((one) => one.state === 'draft' && one.language.split('-')[0] === language),
  );

const marksOf = (language: MailLanguage, { declaration, paragraphs }: DeclarationMaterial): Mark[] => {
  const { marks, states } = wordsIn(language);
  const found: Mark[] = declaration.rehearsal ? [{ kind: 'rehearsal', words: marks.rehearsal }] : [];
  if (declaration.origin === 'reported') {
    const sources = listed(
      language,
      citations(declaration.sources).map(({ label }) => label),
    );
    return [...found, { kind: 'reported', words: sources ? fill(marks.reported, { sources }) : marks.uncited }];
  }
  if (notAdopted.has(declaration.state)) found.push({ kind: 'draft', words: states[declaration.state] });
  if (declaration.language.split('-')[0] !== language) {
    const authentic = languageName(language, declaration.language);
    const words = isUnreviewed(language, paragraphs) ? marks.unreviewed : marks.translation;
    found.push({ kind: 'translation', words: fill(words, { language: authentic }) });
  }
  return found;
};

const linesOf = (language: MailLanguage, { kind, origin, state, date, addressedTo }: Declaration): string[] => {
  const { kinds, states, addressed } = wordsIn(language);
  const addressees = listed(language, addressedTo.map(plain));
  return [
    kinds[kind],
    ...(origin === 'held' && !notAdopted.has(state) ? [states[state]] : []),
    ...(date ? [dated(language, date)] : []),
    ...(addressees ? [fill(addressed, { addressees })] : []),
  ];
};

const organOf = (voice: Voice, { organ }: Declaration, summit: Run): Run[] => {
  const named = said(voice, organ, (words, tag) => midSentence(tag, unended(words)));
  return named ? [named] : filled(wordsIn(voice.language).organ, { summit: [summit] });
};

const salutationOf = (language: MailLanguage, { form, addressedTo, language: tag }: Declaration): Run[] | undefined => {
  if (form !== 'letter') return undefined;
  const { salutation, salutationToAll } = wordsIn(language);
  const addressees = listed(
    language,
    addressedTo.map((addressee) => midSentence(tag, plain(addressee))),
  );
  return [{ words: addressees ? fill(salutation, { addressees }) : salutationToAll }];
};

const capitalized = ([first, ...rest]: readonly Run[]): Run[] =>
  first ? [{ ...first, words: first.words.replace(/^\p{Ll}/u, (initial) => initial.toUpperCase()) }, ...rest] : [];

// A reason that somebody gave stays in their words.
const whyNot = ({ language }: Voice, declaration: Declaration, { because, reason }: Carriage): string =>
  because
    ? fill(wordsIn(language).leftOut[because], { language: languageName(language, declaration.language) })
    : plain(reason ?? '');

const textBody = (voice: Voice, material: DeclarationMaterial, summit: Run): TextBody => {
  const { declaration, leftOut } = material;
  const { form } = declaration;
  const words = wordsIn(voice.language);
  const shelf = { ...material, voice };
  const paragraphs = numbered(material.paragraphs, declaration.language);
  const preamble = printPreamble({ voice, form, shelf }, paragraphs);
  const sections = printSections({ voice, form, shelf }, paragraphs);
  const annexes = printAnnexes({ voice, form, shelf }, paragraphs);
  const printed = [...preamble, ...[...sections, ...annexes].flatMap((section) => section.paragraphs)];
  const organ = organOf(voice, declaration, summit);
  return {
    kind: 'text',
    salutation: salutationOf(voice.language, declaration),
    formula: filled(words.formula[form], { organ }),
    preamble,
    sections,
    close: form === 'letter' ? [[{ words: words.close }], capitalized(organ)] : [],
    annexes,
    notes: printNotes({ voice, form, shelf }, paragraphs),
    sources: sourceRows(shelf, paragraphs, printed),
    leftOut: leftOut.flatMap((carriage) =>
      carriage.reason
        ? [
            {
              outcome: outcomeCited(shelf, carriage.session, carriage.outcome),
              reason: whyNot(voice, declaration, carriage),
            },
          ]
        : [],
    ),
  };
};

/**
 * A declaration as every format prints it: its form follows from its kind, each paragraph cites its sources, and its marks (rehearsal,
 * reported, draft, translation) stand first. A reported one has its abstract and reported acts and never takes the form of a text. Pure:
 * the same records give the same document. A text that the language lacks is printed in the authentic one and marked.
 */
export const composeDeclaration = (material: DeclarationMaterial, language: MailLanguage): DeclarationDocument => {
  const { declaration } = material;
  const voice: Voice = { language, otherwise: [declaration.language, 'en'] };
  const summit = called(voice, material.summit.title) ?? { words: material.summit.slug };
  return {
    language,
    form: declaration.form,
    marks: marksOf(language, material),
    title: said(voice, declaration.title) ?? { words: declaration.slug },
    summit,
    lines: linesOf(language, declaration),
    body: declaration.origin === 'reported' ? reportBody(voice, material) : textBody(voice, material, summit),
  };
};
