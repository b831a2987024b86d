import { inLanguage } from '../../../shared/domain/text.ts';
import type { Numbered } from '../../../shared/domain/paragraph.ts';
import { sourcesOf } from '../../../shared/domain/source.ts';
import type { Spoken } from '../../../shared/domain/translation.ts';
import type { PrintedParagraph } from '../../../shared/documents/document.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOwn } from '../contract.ts';
import { Advice } from './advice.tsx';
import { Button, roomRoute } from './deed.tsx';
import { Deeds } from './freezing.tsx';
import { roomPage } from './frame.tsx';
import { nameOf } from './paragraph.tsx';
import { Printed, printedIn } from './printed.tsx';
import type { Room } from './room.ts';
import { tagOf } from './room.ts';
import { sourceCalled } from './source.tsx';
import { State } from './state.tsx';

type One = Numbered<Spoken>;

const Ways = ({ room, one }: { room: Room; one: One }) => {
  const { words, at, paragraphs } = room;
  const beside = paragraphs.filter(({ part }) => part === one.part);
  const index = beside.findIndex(({ slug }) => slug === one.slug);
  const [above, under] = [beside[index - 1], beside[index + 1]];
  const here = `${at}/paragraphs/${one.slug}`;
  const move = `/paragraphs/${one.slug}/move`;
  const name = nameOf(room, one);
  return (
    <div class="toolbar">
      <a class="button small" href={`${here}/edit`} aria-label={fill(words.paragraph.edit, { name })}>
        {words.edit}
      </a>
      {above ? (
        <Button
          room={room}
          to={move}
          label="↑"
          name={fill(words.paragraph.up, { name })}
          tag={tagOf(one)}
          values={{ before: above.slug }}
        />
      ) : null}
      {under ? (
        <Button
          room={room}
          to={move}
          label="↓"
          name={fill(words.paragraph.down, { name })}
          tag={tagOf(one)}
          values={{ after: under.slug }}
        />
      ) : null}
      {(['split', 'merge', 'move', 'sources', 'remove'] as const).map((deed) => (
        <a class="button small" href={`${here}/${deed}`} aria-label={`${words.paragraph.ways[deed]}: ${name}`}>
          {words.paragraph.ways[deed]}
        </a>
      ))}
      <a
        class="button small"
        href={`${at}/paragraphs/new?after=${one.slug}`}
        aria-label={`${words.paragraph.ways.insert}: ${name}`}
      >
        {words.paragraph.ways.insert}
      </a>
    </div>
  );
};

const Sources = ({ room, one }: { room: Room; one: One }) => {
  const sources = sourcesOf(one);
  return sources.length === 0 ? null : (
    <details class="provenance">
      <summary>
        {room.words.source.from} <span class="count">{sources.length}</span>
      </summary>
      <ul>
        {sources.map(({ source, point }) => (
          <li>
            {sourceCalled(room, source)}
            {'relation' in source ? ` · ${room.words.source.relations[source.relation]}` : ''}
            {point ? ` · ${room.words.paragraph.point} ${point}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Translations = ({ room, one: { translations, slug } }: { room: Room; one: One }) => (
  <>
    {translations.map(({ language, state }) => (
      <a class="minor" href={`${room.at}/translations/${language.toLowerCase()}#${slug}`}>
        {language} <State of="translation" state={state} words={room.words} />
      </a>
    ))}
  </>
);

interface OneProps {
  room: Room;
  one: One;
  printed: PrintedParagraph | undefined;
  amendments: number;
  isDrafting: boolean;
}

const OneParagraph = ({ room, one, printed, amendments, isDrafting }: OneProps) => (
  <li id={one.slug} class="card stack close">
    <p class="row close">
      <span class="tag plain">{nameOf(room, one)}</span>
      {one.heading ? <b>{inLanguage(one.heading, room.declaration.language)}</b> : null}
      <Translations room={room} one={one} />
      {amendments > 0 ? (
        <a class="tag warn" href={`${room.at}/amendments?paragraph=${one.slug}`}>
          {fill(room.words.amendment.open, { number: amendments })}
        </a>
      ) : null}
      <code class="minor">{one.slug}</code>
    </p>
    {printed ? <Printed room={room} printed={printed} /> : null}
    {isDrafting ? <Advice room={room} paragraph={one} /> : null}
    <Sources room={room} one={one} />
    {isDrafting ? <Ways room={room} one={one} /> : null}
  </li>
);

const parts = ['preamble', 'operative', 'annex'] as const;

/** The text, paragraph by paragraph, with what can be done with each. */
export const textRoute = roomRoute('', async (room) => {
  const { words, declaration, paragraphs, asked, at } = room;
  const isDrafting = declaration.state === 'drafting' && declaration.origin === 'held' && room.can('text:write');
  const [printed, open] = await Promise.all([
    printedIn(room),
    readList<{ paragraph: string; stands?: { place: { paragraph: string | null } } }>(
      readOwn,
      asked,
      `${room.record}/amendments?state=proposed`,
    ),
  ]);
  const amendmentsAt = (slug: string): number =>
    open.filter(({ paragraph, stands }) => (stands?.place.paragraph ?? paragraph) === slug).length;
  return roomPage(room, 'text', {
    title: words.parts.text,
    body: (
      <>
        <h1>
          <span class="unseen">{words.parts.text}: </span>
          {inLanguage(declaration.title, declaration.language)}
        </h1>
        {declaration.organ ? <p class="lead">{inLanguage(declaration.organ, declaration.language)}</p> : null}
        <Deeds room={room} />
        {declaration.origin === 'reported' ? <p class="note">{words.reportedText}</p> : null}
        {parts
          .map((part) => ({ part, there: paragraphs.filter((one) => one.part === part) }))
          .filter(({ there }) => there.length > 0)
          .map(({ part, there }) => (
            <section class="stack">
              <h2>{words.paragraph.parts[part]}</h2>
              <ol role="list" class="stack">
                {there.map((one) => (
                  <OneParagraph
                    room={room}
                    one={one}
                    printed={printed.get(one.slug)}
                    amendments={amendmentsAt(one.slug)}
                    isDrafting={isDrafting}
                  />
                ))}
              </ol>
            </section>
          ))}
        {isDrafting ? (
          <p>
            <a class="button" href={`${at}/paragraphs/new`}>
              {words.paragraph.insert}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
});
