import type { Delivery } from '../../../shared/domain/delivery.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import { readList, readOwn, send } from '../contract.ts';
import { Field } from '../field.tsx';
import { workLanguage } from '../workspace.ts';
import { type DeedForm, roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { DigestField, digestScript } from './received.tsx';
import { namedIn, type Room } from './room.ts';
import { State } from './state.tsx';

const Answer = ({ room, answer, label }: { room: Room; answer: Delivery['receipt']; label: string }) =>
  answer ? (
    <p class="minor">
      {`${label}, ${dated(workLanguage(room.asked), answer.on)}${answer.from ? `, ${answer.from}` : ''}${answer.words ? `: ${answer.words}` : ''}`}
    </p>
  ) : null;

const One = ({ room, delivery }: { room: Room; delivery: Delivery }) => {
  const { words, at, asked } = room;
  const { slug, to, on, place, by, textVersion, signatures, counts, state, receipt, reply } = delivery;
  return (
    <li id={slug} class="stack close">
      <p class="row close">
        <b>
          <bdi>{to.printed}</bdi>
        </b>
        <State of="delivery" state={state} words={words} />
      </p>
      <p class="minor">{[dated(workLanguage(asked), on), place, by].join(' · ')}</p>
      <p class="minor">
        {fill(words.delivery.stood, {
          version: textVersion,
          signatories: counts.signatories.organizations,
          observers: counts.observers.organizations,
          entries: signatures.count,
        })}
        {delivery.package ? <code class="hash"> {delivery.package.sha256.slice(0, 12)}</code> : null}
      </p>
      <Answer room={room} answer={receipt} label={words.delivery.receipt} />
      <Answer room={room} answer={reply} label={words.delivery.reply} />
      {room.can('delivery:write') && state !== 'replied' ? (
        <p class="row close">
          {state === 'handed' ? (
            <a class="button small" href={`${at}/deliveries/${slug}/receipt`}>
              {words.delivery.receiptWay}
              <span class="unseen"> {to.printed}</span>
            </a>
          ) : null}
          <a class="button small" href={`${at}/deliveries/${slug}/reply`}>
            {words.delivery.replyWay}
            <span class="unseen"> {to.printed}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
};

/** To whom it was handed, with which signatures as they stood, and what they answered. */
export const deliveriesRoute = roomRoute('/deliveries', async (room) => {
  const { words, asked, record, at, declaration } = room;
  const all = await readList<Delivery>(readOwn, asked, `${record}/deliveries`);
  return roomPage(room, 'deliveries', {
    title: words.delivery.title,
    body: (
      <>
        <h1>{words.delivery.title}</h1>
        {declaration.frozen ? null : <p class="note quiet">{words.notFrozen}</p>}
        {declaration.frozen && room.can('delivery:write') ? (
          <p>
            <a class="button" href={`${at}/deliveries/new`}>
              {words.delivery.new}
            </a>
          </p>
        ) : null}
        {all.length === 0 ? <p class="none">{words.delivery.none}</p> : null}
        <ul class="list">
          {all.map((delivery) => (
            <One room={room} delivery={delivery} />
          ))}
        </ul>
      </>
    ),
  });
});

/** Records that the frozen text was handed to somebody: sending it again changes nothing. */
export const deliverForm: DeedForm<undefined> = {
  path: '/deliveries/new',
  may: 'delivery:write',
  part: 'deliveries',
  read: () => undefined,
  title: ({ words }) => words.delivery.new,
  lead: ({ words }) => <p class="lead">{words.delivery.lead}</p>,
  fields: ({ words }, _, shown) => (
    <>
      <Field name="to.name" label={words.delivery.to} shown={shown} />
      <Field
        name="to.organization"
        label={words.otherOrganization}
        hint={words.otherOrganizationHint}
        shown={shown}
        optional
      />
      <div class="pairs">
        <Field name="on" label={words.delivery.on} hint={words.delivery.onHint} type="date" shown={shown} optional />
        <Field name="place" label={words.delivery.place} shown={shown} />
      </div>
      <Field name="by" label={words.delivery.by} shown={shown} />
      <Field name="note" label={words.note} shown={shown} optional />
    </>
  ),
  button: ({ words }) => words.delivery.new,
  send: async ({ asked, record }, form, { key }) => {
    const [name, organization] = [form['to.name'], form['to.organization']];
    const body = {
      to: { ...(name?.trim() ? { name } : {}), ...(organization?.trim() ? { organization } : {}) },
      ...(form.on ? { on: form.on } : {}),
      place: form.place,
      by: form.by,
      ...(form.note?.trim() ? { note: form.note } : {}),
    };
    const { record: made } = await send<{ slug: string }>(asked, {
      method: 'POST',
      path: `${record}/deliveries`,
      body,
      key,
    });
    return `/deliveries?done=delivered#${made.slug}`;
  },
};

const answering = (which: 'receipt' | 'reply'): DeedForm<string> => ({
  path: `/deliveries/{delivery}/${which}`,
  may: 'delivery:write',
  part: 'deliveries',
  scripts: [digestScript],
  read: (room) => namedIn(room, 'delivery'),
  title: ({ words }) => words.delivery[`${which}Way`],
  fields: (room, _, shown) => {
    const { words } = room;
    return (
      <>
        <Field name="on" label={words.delivery.answeredOn} type="date" shown={shown} />
        <Field name="from" label={words.delivery.from} shown={shown} optional />
        <Field name="words" label={words.delivery.words} shown={shown} long optional />
        <DigestField name="document" label={words.received.document} room={room} shown={shown} />
      </>
    );
  },
  button: ({ words }) => words.save,
  send: async ({ asked, record }, form, { key }, slug) => {
    const body = Object.fromEntries(
      ['on', 'from', 'words', 'document'].flatMap((name) => (form[name]?.trim() ? [[name, form[name]]] : [])),
    );
    await send(asked, { method: 'POST', path: `${record}/deliveries/${encodeURIComponent(slug)}/${which}`, body, key });
    return `/deliveries?done=saved#${slug}`;
  },
});

/** What the addressee said of it. */
export const answerForms = [answering('receipt'), answering('reply')];
