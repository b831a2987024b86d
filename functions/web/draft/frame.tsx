import type { Child } from 'hono/jsx';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Page } from '../page.ts';
import { Said } from '../said.tsx';
import { partAt, workPage, workWords } from '../workspace.ts';
import { queried, type Room } from './room.ts';
import { State } from './state.tsx';

/** The parts of the room, in the order of its tabs: each with its address below the declaration's. */
const parts = {
  text: '',
  outcomes: '/outcomes',
  amendments: '/amendments',
  translations: '/translations',
  versions: '/versions',
  circulation: '/circulation',
  signatures: '/signatures',
  deliveries: '/deliveries',
  uptake: '/uptake',
  commitments: '/commitments',
  claims: '/claims',
  corrigenda: '/corrigenda',
} as const;
export type RoomPart = keyof typeof parts;

// Of a declaration that a source reports there is no text here.
const ofReported: ReadonlySet<RoomPart> = new Set(['text', 'claims', 'signatures']);

const ofText: readonly RoomPart[] = ['text', 'outcomes', 'amendments', 'translations', 'versions', 'circulation'];
const ofWhatFollows: readonly RoomPart[] = [
  'signatures',
  'deliveries',
  'uptake',
  'commitments',
  'claims',
  'corrigenda',
];

const Tabs = ({
  room: { at, words, declaration },
  here,
  all,
  label,
}: {
  room: Room;
  here: RoomPart;
  all: readonly RoomPart[];
  label: string;
}) => (
  <nav class="tabs" aria-label={label}>
    {all
      .filter((part) => declaration.origin === 'held' || ofReported.has(part))
      .map((part) => (
        <a href={`${at}${parts[part]}`} aria-current={part === here ? 'page' : undefined}>
          {words.parts[part]}
        </a>
      ))}
  </nav>
);

const titleOf = ({ declaration, asked }: Room): string => inLanguage(declaration.title, asked.language);

/** What a form said that it did, by the word in the address. */
const doneIn = ({ asked, words }: Room): Child | undefined => {
  const [done] = queried(asked, 'done');
  const said = words.done as Partial<Record<string, string>>;
  return done === undefined ? undefined : said[done];
};

/** A page of the room: the declaration's name and state, and the ways to its parts, above what it shows. */
export const roomPage = (room: Room, here: RoomPart, page: Page): Page => {
  const { asked, summit, declaration, at } = room;
  const path = new URL(asked.request.url).pathname.replace(/^\/\w+/, '');
  return workPage(
    asked,
    summit,
    'declarations',
    {
      done: doneIn(room),
      path: asked.request.method === 'GET' ? path : undefined,
      ...page,
      title: `${page.title} · ${titleOf(room)}`,
      crumbs: [
        { href: partAt(asked, summit.slug, 'declarations'), label: workWords(asked).ways.declarations },
        { href: at, label: <Said text={declaration.title} language={asked.language} /> },
      ],
      body: (
        <>
          <p class="row close">
            <State of="declaration" state={declaration.state} words={room.words} />
            <span class="tag plain">{room.words.kinds[declaration.kind]}</span>
            {declaration.origin === 'reported' ? <span class="tag idle">{room.words.reported}</span> : null}
          </p>
          <div>
            <Tabs room={room} here={here} all={ofText} label={room.words.parts.label} />
            <Tabs room={room} here={here} all={ofWhatFollows} label={room.words.parts.follows} />
          </div>
          {page.body}
        </>
      ),
    },
    room.caller,
  );
};
