import { formLanguageOf } from '../../../shared/words/dictionary.ts';
import type { PrintedParagraph, PrintedPoint } from '../../../shared/documents/document.ts';
import { printAnnexes, printPreamble, printSections } from '../../../shared/documents/paragraph.ts';
import type { Run, Voice } from '../../../shared/documents/run.ts';
import { findSessions } from '../../../shared/table/session.ts';
import { findInstruments } from '../../../shared/table/instrument.ts';
import { sourcesOf } from '../../../shared/domain/source.ts';
import type { Room } from './room.ts';

const voiceOf = ({ declaration: { language } }: Room): Voice => ({
  language: formLanguageOf(language),
  otherwise: [language, 'en'],
});

/** Each paragraph as it will be printed in the authentic language: with its opening word, its ending and what it comes from, by its id. */
export const printedIn = async (room: Room): Promise<ReadonlyMap<string, PrintedParagraph>> => {
  const { asked, summit, declaration, paragraphs } = room;
  const { table } = asked.site.house;
  const sources = paragraphs.flatMap((one) => sourcesOf(one)).map(({ source }) => source);
  const [sessions, instruments] = await Promise.all([
    findSessions(table, summit.slug, [
      ...new Set(sources.flatMap((one) => (one.kind === 'outcome' ? [one.session] : []))),
    ]),
    findInstruments(table, [...new Set(sources.flatMap((one) => (one.kind === 'instrument' ? [one.instrument] : [])))]),
  ]);
  const voice = voiceOf(room);
  const setting = { voice, form: declaration.form, shelf: { voice, summit, sessions, instruments } };
  const all = [
    ...printPreamble(setting, paragraphs),
    ...[...printSections(setting, paragraphs), ...printAnnexes(setting, paragraphs)].flatMap((one) => one.paragraphs),
  ];
  return new Map(all.map((one) => [one.id, one]));
};

/** Stretches of words, each in its language. */
export const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map(({ words, language, note }) =>
      note !== undefined ? (
        <sup>{note}</sup>
      ) : language === undefined ? (
        words
      ) : (
        <span lang={language} dir="auto">
          {words}
        </span>
      ),
    )}
  </>
);

const Point = ({ point: { label, text, end } }: { point: PrintedPoint }) => (
  <li>
    <span class="number">{label}</span>
    <p>
      <Runs runs={text} />
      {end}
    </p>
  </li>
);

/** A paragraph as it will be printed. */
export const Printed = ({ room, printed }: { room: Room; printed: PrintedParagraph }) => (
  <div class="document" lang={room.declaration.language} dir="auto">
    <p>
      {printed.opening ? <em>{printed.opening} </em> : null}
      <Runs runs={printed.rest} />
      {printed.end}
    </p>
    {printed.points.length > 0 ? (
      <ol role="list">
        {printed.points.map((point) => (
          <Point point={point} />
        ))}
      </ol>
    ) : null}
  </div>
);
