import type { Call } from '../../../shared/domain/call.ts';
import { isAsked } from '../../../shared/domain/circulation.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Desk } from '../../../shared/domain/desk.ts';
import type { Participation } from '../../../shared/domain/participation.ts';
import { proposersOf } from '../../../shared/domain/proposer.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { hasCome } from '../../../shared/domain/when.ts';
import { findParticipation } from '../../../shared/table/participation.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOpenly, readOwn } from '../contract.ts';
import type { Asked, Page } from '../page.ts';
import { Said } from '../said.tsx';
import { type AtSummit, deskAt, deskPage, Section, summitDesk, zoneOf } from './frame.tsx';
import { partSaid } from './network.tsx';

/** A desk with how much of its quota is used. */
export type DeskInUse = Desk & { used: number };

/** The desks of an organization at a summit. */
export const desksOf = async ({ asked, organization, summit }: AtSummit): Promise<DeskInUse[]> => {
  const path = `/summits/${summit.slug}/desks`;
  const desks = await readList<Desk>(readOwn, asked, `${path}?organization=${organization.slug}`);
  return Promise.all(desks.map(async ({ slug }) => (await readOwn<DeskInUse>(asked, `${path}/${slug}`)).record));
};

/** How much of a quota is used, and until when. */
export const quotaSaid = (at: AtSummit, { used, quota, deadline, session }: DeskInUse): string[] => {
  const { asked, words } = at;
  return [
    session === undefined ? words.forSummit : fill(words.forSession, { session }),
    fill(words.used, { used, quota, left: Math.max(0, quota - used) }),
    hasCome(deadline, asked.stamp.at)
      ? words.past
      : fill(words.until, { time: moment(asked.language, deadline, zoneOf(at)) }),
  ];
};

const Desks = ({ at, desks }: { at: AtSummit; desks: readonly DeskInUse[] }) => {
  const { asked, organization, summit, words } = at;
  return (
    <Section id="desks" title={words.desks} none={desks.length === 0 ? words.desksNone : undefined}>
      <ul class="tasks">
        {desks.map((desk) => {
          const [what = '', ...how] = quotaSaid(at, desk);
          return (
            <li>
              <a href={deskAt(asked, organization.slug, summit.slug, 'nominations', desk.slug)}>
                {words.nominations.title} {what}
              </a>
              <span class="minor">{how.join(' · ')}</span>
              <span class={`tag ${desk.state === 'open' ? 'good' : 'idle'}`}>{words.deskStates[desk.state]}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

type Calling = Track & { call: Call };

/** The tracks that take proposals now. */
export const callingNow = async ({ asked, summit }: AtSummit): Promise<Calling[]> => {
  const tracks = await readList<Track>(readOpenly, asked, `/summits/${summit.slug}/tracks`);
  return tracks.filter(
    (track): track is Calling =>
      track.call !== undefined &&
      track.state === 'open' &&
      (!track.call.opens || hasCome(track.call.opens, asked.stamp.at)) &&
      !hasCome(track.call.hard, asked.stamp.at),
  );
};

const Calls = ({ at, calls }: { at: AtSummit; calls: readonly Calling[] }) => {
  const { asked, organization, summit, words } = at;
  if (calls.length === 0) return <p class="minor">{words.proposals.callsNone}</p>;
  return (
    <>
      <h3>{words.proposals.calls}</h3>
      <ul>
        {calls.map(({ title, call }) => (
          <li>
            {fill(words.proposals.until, {
              track: inLanguage(title, asked.language),
              time: moment(asked.language, call.hard, zoneOf(at)),
            })}
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={deskAt(asked, organization.slug, summit.slug, 'proposals', 'new')}>
          {words.proposals.new}
        </a>
      </p>
    </>
  );
};

const Proposals = ({
  at,
  proposals,
  calls,
}: {
  at: AtSummit;
  proposals: readonly Session[];
  calls: readonly Calling[];
}) => {
  const { asked, organization, summit, words } = at;
  return (
    <Section id="proposals" title={words.proposals.title}>
      {proposals.length === 0 ? <p class="none">{words.proposals.none}</p> : null}
      <ul class="tasks">
        {proposals.map(({ slug, reference, title, state, proposed }) => (
          <li>
            <a href={deskAt(asked, organization.slug, summit.slug, 'proposals', slug)}>
              <Said text={title} language={asked.language} />
            </a>
            <span class="minor">
              <bdi>{reference}</bdi>
              {proposed?.late ? ` · ${words.proposals.late}` : ''}
            </span>
            <span class="tag idle">{words.proposals.states[state]}</span>
          </li>
        ))}
      </ul>
      <Calls at={at} calls={calls} />
    </Section>
  );
};

const Texts = ({
  at,
  declarations,
  participation,
}: {
  at: AtSummit;
  declarations: readonly Declaration[];
  participation: Participation | undefined;
}) => {
  const { asked, organization, summit, words } = at;
  const circulated = declarations.filter(({ state }) => state === 'circulated' || state === 'objected');
  const asks = participation !== undefined && isAsked(participation);
  return (
    <Section id="texts" title={words.texts.title} none={circulated.length === 0 ? words.texts.none : undefined}>
      <ul class="tasks">
        {circulated.map(({ slug, title }) => (
          <li>
            <a href={deskAt(asked, organization.slug, summit.slug, 'texts', slug)}>
              <Said text={title} language={asked.language} />
            </a>
            <span class="minor">{asks ? words.texts.asked : words.texts.notAsked}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Open = ({ at, declarations }: { at: AtSummit; declarations: readonly Declaration[] }) => {
  const { asked, organization, summit, words } = at;
  const open = declarations.filter(({ state }) => state === 'open-for-signature');
  return (
    <Section id="open" title={words.open} none={open.length === 0 ? words.openNone : undefined}>
      <ul class="tasks">
        {open.map(({ slug, title }) => (
          <li>
            <a href={deskAt(asked, organization.slug, summit.slug, 'signing', slug)}>
              <Said text={title} language={asked.language} />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** What an organization does at a summit: whom it nominates, what it proposes, and the texts that it is asked about. */
export const summitPage = async (asked: Asked): Promise<Page> => {
  const at = await summitDesk(asked);
  const { organization, summit } = at;
  const path = `/summits/${summit.slug}`;
  const [desks, calls, sessions, declarations, participation] = await Promise.all([
    desksOf(at),
    callingNow(at),
    readList<Session>(readOwn, asked, `${path}/proposals`),
    readList<Declaration>(readOwn, asked, `${path}/declarations`),
    findParticipation(asked.site.house.table, summit.slug, organization.slug),
  ]);
  const own = sessions.filter((one) => proposersOf(one).includes(organization.slug));
  const title = inLanguage(summit.title, asked.language);
  return deskPage(at, {
    title,
    at: [summit.slug],
    body: (
      <>
        <h1>
          <Said text={summit.title} language={asked.language} />
        </h1>
        <p class="lead">{partSaid(at, participation)}</p>
        <Desks at={at} desks={desks} />
        <Proposals at={at} proposals={own} calls={calls} />
        <Texts at={at} declarations={declarations} participation={participation} />
        <Open at={at} declarations={declarations} />
      </>
    ),
  });
};
