import type { Form } from '../../../shared/http/form.ts';
import type { Circulation } from '../../../shared/domain/circulation.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { usualHours } from '../../../shared/domain/circulation.ts';
import { readOwn, send } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import { circulationHere, Deadline } from './circulation.tsx';
import type { DeedForm } from './deed.tsx';
import { paragraphOptions } from './paragraph.tsx';
import {
  instantFrom,
  OrganizationFields,
  organizationFrom,
  participantsOf,
  ReceivedFields,
  receivedIn,
  digestScript,
} from './received.tsx';
import { namedIn, queried, type Room } from './room.ts';

const text = (form: Form, name: string): Record<string, string> =>
  form[name]?.trim() ? { [name]: form[name] ?? '' } : {};

/** Sends the text to everybody who takes part and decides: adopted, unless somebody objects before the deadline. */
export const circulateForm: DeedForm<undefined> = {
  path: '/circulate',
  may: 'circulation:write',
  part: 'circulation',
  read: () => undefined,
  title: ({ words }) => words.circulation.start,
  lead: ({ words }) => <p class="lead">{fill(words.circulation.startLead, { hours: usualHours })}</p>,
  begins: () => ({
    hours: String(usualHours),
    deadline: '',
    'waiver.by': '',
    'waiver.reason': '',
    channel: '',
    message: '',
  }),
  fields: ({ words, summit }, _, shown) => (
    <>
      <div class="pairs">
        <Field name="hours" label={words.circulation.hours} type="number" shown={shown} optional />
        <Field
          name="deadline"
          label={words.circulation.orDeadline}
          hint={fill(words.zone, { zone: summit.zone ?? 'UTC' })}
          type="datetime-local"
          shown={shown}
          optional
        />
      </div>
      <fieldset>
        <legend class="small">{words.circulation.waiver}</legend>
        <p class="hint">{fill(words.circulation.waiverHint, { hours: usualHours })}</p>
        <Field name="waiver.by" label={words.circulation.waivedBy} shown={shown} optional />
        <Field name="waiver.reason" label={words.reason} shown={shown} optional />
      </fieldset>
      <Field
        name="channel"
        label={words.circulation.channel}
        hint={words.circulation.channelHint}
        shown={shown}
        optional
      />
      <Field name="message" label={words.circulation.message} shown={shown} long optional />
    </>
  ),
  button: ({ words }) => words.circulation.start,
  isGrave: true,
  send: async (room, form, { key }) => {
    const deadline = instantFrom(room, form.deadline);
    const waiver = { by: form['waiver.by'], reason: form['waiver.reason'] };
    const body = {
      // A deadline goes before the usual hours that stand there from the beginning.
      ...(deadline ? { deadline } : form.hours?.trim() ? { hours: Number(form.hours) } : {}),
      ...(waiver.by?.trim() || waiver.reason?.trim() ? { waiver } : {}),
      ...text(form, 'channel'),
      ...text(form, 'message'),
    };
    await send(room.asked, { method: 'POST', path: `${room.record}/circulations`, body, key });
    return '/circulation?done=circulated';
  },
};

const oneHere = async (room: Room): Promise<Circulation> =>
  (
    await readOwn<Circulation>(
      room.asked,
      `${room.record}/circulations/${encodeURIComponent(namedIn(room, 'circulation'))}`,
    )
  ).record;

const deeds = ['extension', 'suspension', 'resumption', 'recall'] as const;

const chair = (name: (typeof deeds)[number]): DeedForm<Circulation> => ({
  path: `/circulations/{circulation}/${name}`,
  may: 'circulation:write',
  part: 'circulation',
  read: oneHere,
  title: ({ words }) => words.circulation.deeds[name].title,
  lead: (room, { deadline, state }) => (
    <>
      <p class="lead">{room.words.circulation.deeds[name].lead}</p>
      {state === 'open' ? (
        <p>
          {room.words.circulation.deadline}: <Deadline room={room} at={deadline} />
        </p>
      ) : null}
    </>
  ),
  begins: (): Record<string, string> => (name === 'extension' ? { deadline: '', reason: '' } : { reason: '' }),
  fields: ({ words, summit }, _, shown) => (
    <>
      {name === 'extension' ? (
        <Field
          name="deadline"
          label={words.circulation.newDeadline}
          hint={fill(words.zone, { zone: summit.zone ?? 'UTC' })}
          type="datetime-local"
          shown={shown}
        />
      ) : null}
      {name === 'resumption' ? (
        <Field name="reason" label={words.reason} shown={shown} optional />
      ) : (
        <Field name="reason" label={words.reason} shown={shown} />
      )}
    </>
  ),
  button: ({ words }) => words.circulation.deeds[name].title,
  ...(name === 'recall' ? { isGrave: true as const } : {}),
  send: async (room, form, { key }, { slug }) => {
    const body = {
      ...(name === 'extension' ? { deadline: instantFrom(room, form.deadline) } : {}),
      ...(name === 'resumption' ? text(form, 'reason') : { reason: form.reason }),
    };
    await send(room.asked, { method: 'POST', path: `${room.record}/circulations/${slug}/${name}`, body, key });
    return `/circulation?done=${name}`;
  },
});

/** What the chair does about a circulation, with a reason that everybody is told. */
export const chairForms = deeds.map(chair);

/** How somebody was reached by other ways, or why silence may adopt although they were not. */
export const unreachedForm: DeedForm<Circulation> = {
  path: '/circulations/{circulation}/unreached',
  may: 'circulation:write',
  part: 'circulation',
  read: oneHere,
  title: ({ words }) => words.circulation.unreachedTitle,
  lead: ({ words }) => <p class="lead">{words.circulation.unreachedLead}</p>,
  begins: ({ asked }) => ({ organization: queried(asked, 'organization')[0] ?? '', reason: '', at: '' }),
  fields: ({ words, summit }, _, shown) => (
    <>
      <Field name="organization" label={words.organization} shown={shown} />
      <Field name="reason" label={words.circulation.unreachedReason} shown={shown} />
      <Field
        name="at"
        label={words.circulation.reachedAt}
        hint={`${words.circulation.reachedHint} ${fill(words.zone, { zone: summit.zone ?? 'UTC' })}`}
        type="datetime-local"
        shown={shown}
        optional
      />
    </>
  ),
  button: ({ words }) => words.save,
  send: async (room, form, { key }, { slug }) => {
    const at = instantFrom(room, form.at);
    const body = { organization: form.organization, reason: form.reason, ...(at ? { at } : {}) };
    await send(room.asked, { method: 'POST', path: `${room.record}/circulations/${slug}/unreached`, body, key });
    return `/circulation?done=saved#${form.organization}`;
  },
};

/** Enters an objection as it arrived: on paper, by e-mail or from the floor. */
export const objectForm: DeedForm<{ participants: [string, string][]; circulation: Circulation | undefined }> = {
  path: '/objections/new',
  may: 'objection:write',
  part: 'circulation',
  scripts: [digestScript],
  read: async (room) => ({ participants: await participantsOf(room), circulation: (await circulationHere(room)).one }),
  title: ({ words }) => words.objection.new,
  lead: ({ words }) => <p class="lead">{words.objection.lead}</p>,
  begins: () => ({ as: 'objection' }),
  fields: (room, { participants }, shown) => {
    const { words } = room;
    return (
      <>
        <OrganizationFields room={room} shown={shown} participants={participants} />
        <Field name="reason" label={words.objection.reason} shown={shown} long />
        <Select
          name="paragraphs"
          label={words.objection.paragraph}
          options={paragraphOptions(room)}
          none={words.objection.whole}
          shown={shown}
        />
        <Select
          name="as"
          label={words.objection.as}
          options={[
            ['objection', words.objection.stops],
            ['dissociation', words.objection.passes],
          ]}
          shown={shown}
        />
        <ReceivedFields room={room} shown={shown} />
      </>
    );
  },
  button: ({ words }) => words.objection.new,
  send: async (room, form, { key }, { circulation }) => {
    const body = {
      organization: organizationFrom(form),
      reason: form.reason,
      ...(form.paragraphs ? { paragraphs: [form.paragraphs] } : {}),
      ...(circulation ? { circulation: circulation.slug } : {}),
      as: form.as || undefined,
      ...receivedIn(room, form),
    };
    const { record: made } = await send<{ slug: string; kind: string }>(room.asked, {
      method: 'POST',
      path: `${room.record}/objections`,
      body,
      key,
    });
    return `/circulation?done=${made.kind}#${made.slug}`;
  },
};

const withdrawal = (of: 'objection' | 'dissociation'): DeedForm<string> => ({
  path: `/${of}s/{statement}/withdrawal`,
  may: 'objection:write',
  part: 'circulation',
  scripts: [digestScript],
  read: (room) => namedIn(room, 'statement'),
  title: ({ words }) => words.objection.withdraw,
  fields: (room, _, shown) => (
    <>
      <Field name="reason" label={room.words.reason} shown={shown} optional />
      <ReceivedFields room={room} shown={shown} />
    </>
  ),
  button: ({ words }) => words.objection.withdraw,
  send: async (room, form, { key }, slug) => {
    const body = { ...text(form, 'reason'), ...receivedIn(room, form) };
    await send(room.asked, {
      method: 'POST',
      path: `${room.record}/${of}s/${encodeURIComponent(slug)}/withdrawal`,
      body,
      key,
    });
    return '/circulation?done=withdrawn';
  },
});

/** Withdraws what was said against a text. */
export const withdrawalForms = [withdrawal('objection'), withdrawal('dissociation')];
