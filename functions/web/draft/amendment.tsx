import type { Amendment } from '../../../shared/domain/amendment.ts';
import { compareWords } from '../../../shared/domain/words-compared.ts';
import { statesOf } from '../../../shared/domain/lifecycle.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOwn } from '../contract.ts';
import { Select, type Shown } from '../field.tsx';
import { roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { nameAt, paragraphOptions } from './paragraph.tsx';
import { queried, type Room } from './room.ts';
import { State } from './state.tsx';
import { Changed } from './version.tsx';

/** An amendment with how it stands in today's text. */
export type Standing = Amendment & {
  stands?: {
    as: 'as-proposed' | 'rebased' | 'collides' | 'displaced';
    place: { paragraph: string | null };
    because?: 'merged' | 'split' | 'removed';
    words?: string;
    collisions?: { base: string; today: string; proposed: string }[];
  };
  collidesWith?: string[];
};

/** What an amendment proposes, set against the words that it was made from. */
export const Proposal = ({ room, amendment }: { room: Room; amendment: Standing }) => {
  const { kind, base, words: proposed, language } = amendment;
  const said = proposed?.[language] ?? '';
  const old = kind === 'replace' || kind === 'delete' ? base.words : '';
  return (
    <>
      <p class="minor">{room.words.amendment.kinds[kind]}</p>
      <Changed runs={compareWords(old, said, language)} language={language} />
    </>
  );
};

/** How it fits on today's text, and with what it collides. */
export const Fit = ({ room, amendment: { stands, collidesWith = [] } }: { room: Room; amendment: Standing }) => {
  const { words, at } = room;
  if (!stands) return null;
  return (
    <div class={stands.as === 'collides' || collidesWith.length > 0 ? 'note bad' : 'note quiet'}>
      <p>{words.amendment.stands[stands.as]}</p>
      {stands.because ? <p>{words.amendment.because[stands.because]}</p> : null}
      {(stands.collisions ?? []).map(({ today, proposed }) => (
        <p>{fill(words.amendment.collision, { today: today.trim() || '—', proposed: proposed.trim() || '—' })}</p>
      ))}
      {collidesWith.length > 0 ? (
        <p>
          {words.amendment.with}{' '}
          {collidesWith.map((slug) => (
            <a href={`${at}/amendments#${slug}`}>{slug} </a>
          ))}
        </p>
      ) : null}
    </div>
  );
};

const One = ({ room, amendment }: { room: Room; amendment: Standing }) => {
  const { words, at } = room;
  const { slug, printed, state, reason, decided } = amendment;
  const decision = (to: string) => `${at}/amendments/${slug}/decision?to=${to}`;
  return (
    <li id={slug} class="card stack close">
      <p class="row close">
        <b>
          <bdi>{printed}</bdi>
        </b>
        <State of="amendment" state={state} words={words} />
        {amendment.point ? <span class="tag plain">{`${words.paragraph.point} ${amendment.point}`}</span> : null}
        <code class="minor">{slug}</code>
      </p>
      <Proposal room={room} amendment={amendment} />
      <p class="minor">{reason}</p>
      <Fit room={room} amendment={amendment} />
      {decided?.reason ? <p class="minor">{fill(words.amendment.decided, { reason: decided.reason })}</p> : null}
      {state === 'proposed' && room.can('amendment:decide') ? (
        <div class="toolbar">
          <a class="button small chief" href={decision('accepted')}>
            {words.amendment.accept}
          </a>
          <a class="button small" href={decision('rejected')}>
            {words.amendment.reject}
          </a>
        </div>
      ) : null}
    </li>
  );
};

const placeOf = ({ stands, paragraph }: Standing): string => stands?.place.paragraph ?? paragraph;

/** The amendments by paragraph, in the order of the text; those whose paragraph is gone come last. */
const grouped = (room: Room, amendments: readonly Standing[]): [string, Standing[]][] => {
  const order = room.paragraphs.map(({ slug }) => slug);
  const groups = new Map<string, Standing[]>();
  for (const one of amendments) groups.set(placeOf(one), [...(groups.get(placeOf(one)) ?? []), one]);
  const rank = (slug: string): number => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return [...groups].toSorted(([a], [b]) => rank(a) - rank(b));
};

const Filters = ({ room, typed }: { room: Room; typed: Record<string, string> }) => {
  const { words, asked } = room;
  const shown: Shown = { typed, faults: {}, words: asked.words };
  return (
    <form class="filters" method="get">
      <Select
        name="state"
        label={words.state}
        options={statesOf('amendment').map((one) => [one, words.states.amendment[one]])}
        none={words.all}
        shown={shown}
      />
      <Select
        name="paragraph"
        label={words.amendment.paragraph}
        options={paragraphOptions(room)}
        none={words.all}
        shown={shown}
      />
      <button class="button">{words.filter}</button>
    </form>
  );
};

/** What organizations propose to change, paragraph by paragraph. */
export const amendmentsRoute = roomRoute('/amendments', async (room) => {
  const { words, asked, record, at, declaration } = room;
  const typed = Object.fromEntries(['state', 'paragraph'].map((name) => [name, queried(asked, name)[0] ?? '']));
  const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== '')).toString();
  const amendments = await readList<Standing>(readOwn, asked, `${record}/amendments${query ? `?${query}` : ''}`);
  const open = amendments.filter(({ state }) => state === 'proposed');
  const colliding = open.filter(({ collidesWith = [] }) => collidesWith.length > 0).length;
  return roomPage(room, 'amendments', {
    title: words.amendment.title,
    body: (
      <>
        <h1>{words.amendment.title}</h1>
        <p class="lead">{fill(words.amendment.lead, { all: amendments.length, open: open.length, colliding })}</p>
        {room.can('amendment:write') && ['drafting', 'circulated'].includes(declaration.state) ? (
          <p>
            <a class="button" href={`${at}/amendments/new`}>
              {words.amendment.new}
            </a>
          </p>
        ) : null}
        <Filters room={room} typed={typed} />
        {amendments.length === 0 ? <p class="none">{words.amendment.none}</p> : null}
        {grouped(room, amendments).map(([slug, all]) => (
          <section class="stack">
            <h2>
              <a href={`${at}#${slug}`}>{nameAt(room, slug)}</a>
            </h2>
            <ul role="list" class="stack">
              {all.map((one) => (
                <One room={room} amendment={one} />
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
});
