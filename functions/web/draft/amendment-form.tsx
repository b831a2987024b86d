import { amendmentKinds } from '../../../shared/domain/amendment.ts';
import { readOwn, send } from '../contract.ts';
import { Choices, Field, Select } from '../field.tsx';
import { fill } from '../../../shared/words/dictionary.ts';
import { Fit, Proposal, type Standing } from './amendment.tsx';
import type { DeedForm } from './deed.tsx';
import { paragraphOptions } from './paragraph.tsx';
import {
  OrganizationFields,
  organizationFrom,
  participantsOf,
  ReceivedFields,
  receivedIn,
  digestScript,
} from './received.tsx';
import { namedIn, queried, tagOf } from './room.ts';

/** Enters what an organization proposes, as it arrived. */
export const amendForm: DeedForm<[string, string][]> = {
  path: '/amendments/new',
  may: 'amendment:write',
  part: 'amendments',
  scripts: [digestScript],
  read: participantsOf,
  title: ({ words }) => words.amendment.new,
  begins: ({ asked }) => ({ paragraph: queried(asked, 'paragraph')[0] ?? '', kind: 'replace' }),
  fields: (room, participants, shown) => {
    const { words, declaration } = room;
    return (
      <>
        <OrganizationFields room={room} shown={shown} participants={participants} />
        <Select
          name="paragraph"
          label={words.amendment.paragraph}
          options={paragraphOptions(room)}
          none={words.choose}
          shown={shown}
        />
        <Field name="point" label={words.amendment.point} hint={words.amendment.pointHint} shown={shown} optional />
        <Choices
          name="kind"
          legend={words.amendment.kind}
          options={amendmentKinds.map((one) => [one, words.amendment.kinds[one]])}
          shown={shown}
        />
        <Field
          name="words"
          label={words.amendment.words}
          hint={words.amendment.wordsHint}
          shown={shown}
          language={declaration.language}
          long
          optional
        />
        <Field name="reason" label={words.reason} shown={shown} long />
        <ReceivedFields room={room} shown={shown} />
      </>
    );
  },
  button: ({ words }) => words.amendment.new,
  send: async (room, form, { key }) => {
    const { asked, record, declaration } = room;
    const body = {
      organization: organizationFrom(form),
      paragraph: form.paragraph || undefined,
      ...(form.point?.trim() ? { point: form.point } : {}),
      kind: form.kind || undefined,
      ...(form.words?.trim() ? { words: { [declaration.language]: form.words } } : {}),
      reason: form.reason,
      ...receivedIn(room, form),
    };
    const { record: made } = await send<{ slug: string }>(asked, {
      method: 'POST',
      path: `${record}/amendments`,
      body,
      key,
    });
    return `/amendments?done=amended#${made.slug}`;
  },
};

/** Accepts an amendment into the text, or rejects it; what it means for the others is said before. */
export const decideForm: DeedForm<Standing> = {
  path: '/amendments/{amendment}/decision',
  may: 'amendment:decide',
  part: 'amendments',
  read: async (room) =>
    (await readOwn<Standing>(room.asked, `${room.record}/amendments/${encodeURIComponent(namedIn(room, 'amendment'))}`))
      .record,
  title: ({ words }, { printed }) => fill(words.amendment.decide, { organization: printed }),
  lead: (room, amendment) => (
    <>
      <div class="text">
        <Proposal room={room} amendment={amendment} />
        <p class="minor">{amendment.reason}</p>
      </div>
      <Fit room={room} amendment={amendment} />
      <p class="hint">{room.words.amendment.others}</p>
    </>
  ),
  begins: ({ asked }, { stands, words, language }) => ({
    to: queried(asked, 'to')[0] ?? '',
    reason: '',
    words: stands?.as === 'collides' ? (words?.[language] ?? '') : '',
  }),
  tag: (_, amendment) => tagOf(amendment),
  fields: ({ words, declaration }, { stands }, shown) => (
    <>
      <Choices
        name="to"
        legend={words.amendment.decision}
        options={[
          ['accepted', words.amendment.accept],
          ['rejected', words.amendment.reject],
        ]}
        shown={shown}
      />
      <Field name="reason" label={words.reason} hint={words.amendment.reasonHint} shown={shown} optional />
      {stands?.as === 'collides' || shown.faults.words ? (
        <Field
          name="words"
          label={words.amendment.settled}
          hint={words.amendment.settledHint}
          shown={shown}
          language={declaration.language}
          long
          optional
        />
      ) : null}
    </>
  ),
  button: ({ words }) => words.amendment.decideButton,
  send: async ({ asked, record }, form, { key }, { slug, stands }) => {
    const { to, reason, words } = form;
    const body = {
      to: to || undefined,
      ...(reason?.trim() ? { reason } : {}),
      ...(to === 'accepted' && stands?.as === 'collides' && words !== undefined ? { words } : {}),
    };
    await send(asked, { method: 'POST', path: `${record}/amendments/${slug}/decision`, body, key });
    return `/amendments?done=${to}#${slug}`;
  },
};
