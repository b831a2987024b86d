import type { Asked } from '../../../shared/domain/asked.ts';
import type { Circulation } from '../../../shared/domain/circulation.ts';
import type { Dissociation } from '../../../shared/domain/dissociation.ts';
import type { Objection } from '../../../shared/domain/objection.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOwn } from '../contract.ts';
import { roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { nameAt } from './paragraph.tsx';
import { queried, type Room } from './room.ts';
import { State } from './state.tsx';
import { When } from './version.tsx';

type Reached = Asked & { reach: NonNullable<Asked['reach']> };

/** The circulation that a page is about: the one that is asked for, else the last. */
export const circulationHere = async ({
  asked,
  record,
}: Room): Promise<{ all: Circulation[]; one: Circulation | undefined }> => {
  const all = (await readList<Circulation>(readOwn, asked, `${record}/circulations`)).toSorted(
    (a, b) => Number(a.slug.slice(1)) - Number(b.slug.slice(1)),
  );
  const [wanted] = queried(asked, 'circulation');
  return { all, one: all.find(({ slug }) => slug === wanted) ?? all.at(-1) };
};

/** A deadline by the clock at the summit, and in UTC. */
export const Deadline = ({ room, at }: { room: Room; at: string }) => {
  const { asked, summit, words } = room;
  return (
    <>
      <When room={room} at={at} /> <span class="minor">{fill(words.zone, { zone: summit.zone ?? 'UTC' })}</span>
      <br />
      <span class="minor">{`${moment(asked.language, at, 'UTC')} UTC`}</span>
    </>
  );
};

const Facts = ({ room, one }: { room: Room; one: Circulation }) => {
  const { words, at } = room;
  return (
    <dl class="facts across card">
      <div>
        <dt>{words.state}</dt>
        <dd>
          <State of="circulation" state={one.state} words={words} />
        </dd>
      </div>
      <div>
        <dt>{words.circulation.version}</dt>
        <dd>
          <a href={`${at}/versions/${one.text.version}`}>{one.text.version}</a>{' '}
          <code class="hash">{one.text.hash.slice(0, 12)}</code>
        </dd>
      </div>
      <div>
        <dt>{words.circulation.deadline}</dt>
        <dd>{one.state === 'suspended' ? words.circulation.noDeadline : <Deadline room={room} at={one.deadline} />}</dd>
      </div>
      <div>
        <dt>{words.circulation.channel}</dt>
        <dd>{one.channel ?? words.circulation.here}</dd>
      </div>
      {one.waiver ? (
        <div>
          <dt>{words.circulation.waiver}</dt>
          <dd>{`${one.waiver.by}: ${one.waiver.reason}`}</dd>
        </div>
      ) : null}
    </dl>
  );
};

const Deeds = ({ room, one }: { room: Room; one: Circulation }) => {
  const { words, at, can } = room;
  const way = (to: string, label: string) => (
    <a class="button small" href={`${at}/circulations/${one.slug}/${to}`}>
      {label}
    </a>
  );
  const isUndecided = one.state === 'open' || one.state === 'suspended';
  return (
    <div class="toolbar">
      {can('circulation:write') && one.state === 'open' ? (
        <>
          {way('extension', words.circulation.deeds.extension.title)}
          {way('suspension', words.circulation.deeds.suspension.title)}
        </>
      ) : null}
      {can('circulation:write') && one.state === 'suspended'
        ? way('resumption', words.circulation.deeds.resumption.title)
        : null}
      {can('circulation:write') && isUndecided ? way('recall', words.circulation.deeds.recall.title) : null}
      {can('objection:write') && one.state !== 'recalled' ? (
        <a class="button small" href={`${at}/objections/new`}>
          {words.objection.new}
        </a>
      ) : null}
      {can('declaration:freeze') && isUndecided ? (
        <a class="button small" href={`${at}/adoption`}>
          {words.freezing.adoption.title}
        </a>
      ) : null}
      <a class="button small" href={`/api/v1${room.record}/circulations/${one.slug}/certificate`}>
        {words.circulation.certificate}
      </a>
    </div>
  );
};

const Reach = ({ room, one, asked }: { room: Room; one: Circulation; asked: Reached }) => {
  const { words, at } = room;
  const { reach, excuse, reachedOtherwise } = asked;
  const isOpen = one.state === 'open' || one.state === 'suspended';
  return (
    <>
      <State of="reach" state={reach.state} words={words} />
      {reach.because ? <span class="minor"> {words.circulation.unreached[reach.because]}</span> : null}
      {reachedOtherwise ? <span class="minor"> {reachedOtherwise.reason}</span> : null}
      {excuse ? <p class="minor">{fill(words.circulation.excused, { reason: excuse.reason })}</p> : null}
      {room.can('circulation:write') && isOpen && reach.state !== 'reached' && !excuse ? (
        <a class="button small" href={`${at}/circulations/${one.slug}/unreached?organization=${asked.organization}`}>
          {words.circulation.unreachedWay}
          <span class="unseen"> {asked.printed}</span>
        </a>
      ) : null}
    </>
  );
};

const AskedTable = ({
  room,
  one,
  all,
  spoken,
}: {
  room: Room;
  one: Circulation;
  all: readonly Reached[];
  spoken: ReadonlyMap<string, string>;
}) => {
  const { words } = room;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.circulation.asked}>
      <table class="folds">
        <thead>
          <tr>
            <th scope="col">{words.organization}</th>
            <th scope="col">{words.circulation.told}</th>
            <th scope="col">{words.circulation.reach}</th>
            <th scope="col">{words.circulation.said}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((asked) => (
            <tr id={asked.organization}>
              <th scope="row">
                <bdi>{asked.printed}</bdi>
              </th>
              <td data-name={words.circulation.told}>{asked.told.length}</td>
              <td data-name={words.circulation.reach}>
                <Reach room={room} one={one} asked={asked} />
              </td>
              <td data-name={words.circulation.said}>{spoken.get(asked.organization) ?? words.circulation.silent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Statements = ({
  room,
  all,
  of,
}: {
  room: Room;
  all: readonly (Objection | Dissociation)[];
  of: 'objection' | 'dissociation';
}) => {
  const { words, at } = room;
  return all.length === 0 ? null : (
    <section class="stack">
      <h2>{of === 'objection' ? words.objection.title : words.objection.dissociations}</h2>
      <ul class="list">
        {all.map((one) => (
          <li id={one.slug} class="stack close">
            <p class="row close">
              <b>
                <bdi>{one.printed}</bdi>
              </b>
              <State of={of} state={one.state} words={words} />
              <span class="minor">
                <When room={room} at={one.received?.at ?? one.at} />
                {one.received ? ` · ${words.received.ways[one.received.how]}` : ''}
              </span>
            </p>
            <p>{one.reason}</p>
            {(one.paragraphs ?? []).map((slug) => (
              <a href={`${at}#${slug}`}>{nameAt(room, slug)}</a>
            ))}
            {room.can('objection:write') && one.state !== 'withdrawn' ? (
              <p>
                <a class="button small" href={`${at}/${of}s/${one.slug}/withdrawal`}>
                  {words.objection.withdraw}
                  <span class="unseen"> {one.printed}</span>
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Notices = ({ room, one }: { room: Room; one: Circulation }) => (
  <section class="stack">
    <h2>{room.words.circulation.notices}</h2>
    <ol class="history">
      {one.notices.map(({ kind, at, reason }) => (
        <li>
          <When room={room} at={at} />
          {` ${room.words.circulation.tellings[kind]}${reason ? `: ${reason}` : ''}`}
        </li>
      ))}
    </ol>
  </section>
);

const Begun = async ({ room, one }: { room: Room; one: Circulation }) => {
  const { asked, record, words } = room;
  const [all, objections, dissociations] = await Promise.all([
    readList<Reached>(readOwn, asked, `${record}/circulations/${one.slug}/asked`),
    readList<Objection>(readOwn, asked, `${record}/objections?circulation=${one.slug}`),
    readList<Dissociation>(readOwn, asked, `${record}/dissociations?circulation=${one.slug}`),
  ]);
  const open = objections.filter(({ state }) => state === 'open');
  const spoken = new Map([
    ...dissociations.map(({ organization }) => [organization, words.circulation.dissociated] as const),
    ...open.map(({ organization }) => [organization, words.circulation.objected] as const),
  ]);
  const reached = all.filter(({ reach }) => reach.state === 'reached').length;
  const unreached = all.filter(({ reach }) => reach.state === 'not-reached').length;
  return (
    <>
      <Facts room={room} one={one} />
      <Deeds room={room} one={one} />
      {one.heldUp ? (
        <p class="said warn">{fill(words.circulation.heldUp, { number: one.heldUp.organizations })}</p>
      ) : null}
      <p class="lead">
        {fill(words.circulation.counted, {
          asked: one.asked,
          reached,
          unreached,
          waiting: all.length - reached - unreached,
          objections: open.length,
        })}
      </p>
      <Statements room={room} all={objections} of="objection" />
      <Statements room={room} all={dissociations} of="dissociation" />
      <section class="stack">
        <h2>{words.circulation.asked}</h2>
        <AskedTable room={room} one={one} all={all} spoken={spoken} />
      </section>
      <Notices room={room} one={one} />
    </>
  );
};

/** The circulation: who was asked, whom it reached, who has spoken, and until when. */
export const circulationRoute = roomRoute('/circulation', async (room) => {
  const { words, at, declaration } = room;
  const { all, one } = await circulationHere(room);
  return roomPage(room, 'circulation', {
    title: words.circulation.title,
    body: (
      <>
        <h1>{words.circulation.title}</h1>
        {room.can('circulation:write') && declaration.state === 'drafting' ? (
          <p>
            <a class="button chief" href={`${at}/circulate`}>
              {words.circulation.start}
            </a>
          </p>
        ) : null}
        {all.length > 1 ? (
          <p class="row close">
            {all.map(({ slug }) => (
              <a
                class="tag plain"
                href={`${at}/circulation?circulation=${slug}`}
                aria-current={slug === one?.slug ? 'true' : undefined}
              >
                {slug}
              </a>
            ))}
          </p>
        ) : null}
        {one ? await Begun({ room, one }) : <p class="none">{words.circulation.none}</p>}
      </>
    ),
  });
});
