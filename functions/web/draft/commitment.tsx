import { type CheckIn, checkInStatuses } from '../../../shared/domain/check-in.ts';
import type { Commitment } from '../../../shared/domain/commitment.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import { readList, readOwn, send } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import { Said } from '../said.tsx';
import { workLanguage } from '../workspace.ts';
import { type DeedForm, roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { paragraphOptions } from './paragraph.tsx';
import { DigestField, OrganizationFields, organizationFrom, participantsOf, digestScript } from './received.tsx';
import { namedIn, type Room } from './room.ts';
import { State } from './state.tsx';

type Whole = Commitment & { dueOn: string | null; overdue: boolean };

const Due = ({ room: { words, asked }, one }: { room: Room; one: Whole }) => (
  <span class={one.overdue ? 'late' : 'minor'}>
    {one.dueOn === null
      ? fill(words.commitment.afterJoining, { months: one.due.months ?? '' })
      : fill(one.overdue ? words.commitment.overdue : words.commitment.dueOn, {
          date: dated(workLanguage(asked), one.dueOn),
        })}
  </span>
);

const One = ({ room, one }: { room: Room; one: Whole }) => {
  const { words, at, asked } = room;
  const way = (to: string, label: string) => (
    <a class="button small" href={`${at}/commitments/${one.slug}/${to}`}>
      {label}
      <span class="unseen">: {inLanguage(one.text, asked.language)}</span>
    </a>
  );
  return (
    <li id={one.slug} class="stack close">
      <p class="row close">
        <b>
          <bdi>{one.owner.printed}</bdi>
        </b>
        <State of="commitment" state={one.state} words={words} />
        <Due room={room} one={one} />
      </p>
      <p>
        <Said text={one.text} language={asked.language} />
      </p>
      <p class="minor">{fill(words.commitment.measured, { measure: one.measure })}</p>
      <p class="row close">
        {way('check-ins', words.commitment.checkIns)}
        {one.state === 'open' && room.can('commitment:write') ? (
          <>
            {way('met', words.commitment.met)}
            {way('abandoned', words.commitment.abandoned)}
          </>
        ) : null}
      </p>
    </li>
  );
};

/** What organizations undertook, by when, and how it stands. */
export const commitmentsRoute = roomRoute('/commitments', async (room) => {
  const { words, asked, record, at } = room;
  const all = await readList<Whole>(readOwn, asked, `${record}/commitments`);
  const late = all.filter(({ overdue }) => overdue).length;
  return roomPage(room, 'commitments', {
    title: words.commitment.title,
    body: (
      <>
        <h1>{words.commitment.title}</h1>
        <p class="lead">{fill(words.commitment.counted, { all: all.length, late })}</p>
        {room.can('commitment:write') ? (
          <p>
            <a class="button" href={`${at}/commitments/new`}>
              {words.commitment.new}
            </a>
          </p>
        ) : null}
        {all.length === 0 ? <p class="none">{words.commitment.none}</p> : null}
        <ul class="list">
          {all
            .toSorted((a, b) => Number(b.overdue) - Number(a.overdue))
            .map((one) => (
              <One room={room} one={one} />
            ))}
        </ul>
      </>
    ),
  });
});

/** Records what an organization undertakes. */
export const undertakeForm: DeedForm<[string, string][]> = {
  path: '/commitments/new',
  may: 'commitment:write',
  part: 'commitments',
  read: participantsOf,
  title: ({ words }) => words.commitment.new,
  fields: (room, participants, shown) => {
    const { words, declaration } = room;
    return (
      <>
        <OrganizationFields room={room} shown={shown} participants={participants} />
        <Field name="text" label={words.commitment.text} shown={shown} language={declaration.language} long />
        <Field name="measure" label={words.commitment.measure} shown={shown} />
        <fieldset>
          <legend>{words.commitment.due}</legend>
          <div class="pairs">
            <Field name="due.on" label={words.commitment.on} type="date" shown={shown} optional />
            <Field name="due.months" label={words.commitment.months} type="number" shown={shown} optional />
          </div>
        </fieldset>
        <Select
          name="paragraph"
          label={words.commitment.paragraph}
          options={paragraphOptions(room)}
          none={words.none}
          shown={shown}
        />
      </>
    );
  },
  button: ({ words }) => words.commitment.new,
  send: async ({ asked, record, declaration }, form, { key }) => {
    const [on, months] = [form['due.on'], form['due.months']];
    const body = {
      owner: { organization: organizationFrom(form) },
      text: form.text?.trim() ? { [declaration.language]: form.text } : undefined,
      measure: form.measure,
      due: { ...(on ? { on } : {}), ...(months ? { months: Number(months), after: 'joining' } : {}) },
      ...(form.paragraph ? { paragraph: form.paragraph } : {}),
    };
    const { record: made } = await send<{ slug: string }>(asked, {
      method: 'POST',
      path: `${record}/commitments`,
      body,
      key,
    });
    return `/commitments?done=undertaken#${made.slug}`;
  },
};

const passing = (to: 'met' | 'abandoned'): DeedForm<string> => ({
  path: `/commitments/{commitment}/${to}`,
  may: 'commitment:write',
  part: 'commitments',
  read: (room) => namedIn(room, 'commitment'),
  title: ({ words }) => words.commitment[to],
  fields: ({ words }, _, shown) =>
    to === 'met' ? (
      <Field name="reason" label={words.reason} shown={shown} optional />
    ) : (
      <Field name="reason" label={words.reason} shown={shown} />
    ),
  button: ({ words }) => words.commitment[to],
  isGrave: true,
  send: async ({ asked, record }, { reason }, { key }, slug) => {
    const body = { to, ...(reason?.trim() ? { reason } : {}) };
    await send(asked, {
      method: 'POST',
      path: `${record}/commitments/${encodeURIComponent(slug)}/transitions`,
      body,
      key,
    });
    return `/commitments?done=saved#${slug}`;
  },
});

/** A commitment that was met, or abandoned for a reason. */
export const commitmentForms = [passing('met'), passing('abandoned')];

const CheckIns = ({ room, all }: { room: Room; all: readonly CheckIn[] }) => {
  const { words, asked } = room;
  return (
    <ul class="list">
      {all.map((one) => (
        <li class="stack close">
          <p class="row close">
            <span class={one.status === 'behind' ? 'tag warn' : 'tag good'}>
              {words.commitment.statuses[one.status]}
            </span>
            <span class="minor">{[dated(workLanguage(asked), one.on), one.by].filter(Boolean).join(' · ')}</span>
          </p>
          <p>{one.words}</p>
          {one.link ? (
            <a href={one.link} rel="nofollow noreferrer">
              {one.link}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

/** How a commitment stands on a day, with what shows it. */
export const checkInForm: DeedForm<{ commitment: Whole; all: CheckIn[] }> = {
  path: '/commitments/{commitment}/check-ins',
  may: 'commitment:write',
  part: 'commitments',
  scripts: [digestScript],
  read: async ({ asked, record, ...room }) => {
    const path = `${record}/commitments/${encodeURIComponent(namedIn({ ...room, asked }, 'commitment'))}`;
    const [{ record: commitment }, all] = await Promise.all([
      readOwn<Whole>(asked, path),
      readList<CheckIn>(readOwn, asked, `${path}/check-ins`),
    ]);
    return { commitment, all };
  },
  title: ({ words }) => words.commitment.checkIns,
  lead: (room, { commitment, all }) => (
    <>
      <p class="lead">
        <Said text={commitment.text} language={room.asked.language} />
      </p>
      <CheckIns room={room} all={all} />
    </>
  ),
  begins: () => ({ status: 'on-track' }),
  fields: (room, _, shown) => {
    const { words } = room;
    return (
      <>
        <Select
          name="status"
          label={words.state}
          options={checkInStatuses.map((one) => [one, words.commitment.statuses[one]])}
          shown={shown}
        />
        <Field name="words" label={words.commitment.words} shown={shown} long />
        <div class="pairs">
          <Field name="on" label={words.commitment.spokenOn} type="date" shown={shown} optional />
          <Field name="by" label={words.commitment.by} shown={shown} optional />
        </div>
        <Field name="link" label={words.commitment.link} type="url" shown={shown} optional />
        <DigestField name="document" label={words.received.document} room={room} shown={shown} />
      </>
    );
  },
  button: ({ words }) => words.commitment.checkIn,
  send: async ({ asked, record }, form, { key }, { commitment }) => {
    const names = ['status', 'words', 'on', 'by', 'link', 'document'];
    const body = Object.fromEntries(names.flatMap((name) => (form[name]?.trim() ? [[name, form[name]]] : [])));
    await send(asked, { method: 'POST', path: `${record}/commitments/${commitment.slug}/check-ins`, body, key });
    return `/commitments/${commitment.slug}/check-ins?done=saved`;
  },
};
