import type { Signature } from '../../../shared/domain/signature.ts';
import type { Signing } from '../../../shared/domain/signing.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated, numeral } from '../../../shared/words/intl.ts';
import { type List, readList, readOwn, send } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import { workLanguage } from '../workspace.ts';
import { CapacityField } from './capacity.tsx';
import type { Totals } from './count.ts';
import { type DeedForm, roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { nameAt, paragraphOptions } from './paragraph.tsx';
import {
  OrganizationFields,
  organizationFrom,
  participantsOf,
  ReceivedFields,
  receivedIn,
  digestScript,
} from './received.tsx';
import { namedIn, queried, type Room } from './room.ts';
import { Signings } from './signing.tsx';
import { State } from './state.tsx';

const most = 100;

const Totalled = ({ room: { words, asked }, counts }: { room: Room; counts: Totals }) => (
  <dl class="big">
    {(['signatories', 'observers'] as const).map((name) => (
      <div>
        <dt>{words.signature.counts[name]}</dt>
        <dd>{numeral(asked.language, counts[name].organizations)}</dd>
      </div>
    ))}
  </dl>
);

const isPossible = ({ state }: Signature): boolean => state === 'valid';

const Act = ({ room, act }: { room: Room; act: Signature }) => {
  const { words, at, asked } = room;
  const held = act.origin === 'held';
  return (
    <tr id={act.slug}>
      <th scope="row">
        <bdi>{act.printed}</bdi>
      </th>
      <td data-name={words.signature.capacity}>{words.signature.capacities[act.capacity]}</td>
      <td data-name={words.signature.by}>
        <bdi>{act.signedBy ?? '—'}</bdi>
        {act.title ? <span class="minor"> {act.title}</span> : null}
        {act.reservation ? (
          <p class="minor">
            {fill(words.signature.reserved, { text: act.reservation.text })}{' '}
            {act.reservation.paragraphs.map((slug) => nameAt(room, slug)).join(', ')}
          </p>
        ) : null}
      </td>
      <td data-name={words.signature.on}>{act.on ? dated(workLanguage(asked), act.on) : '—'}</td>
      <td data-name={words.signature.proof}>{act.proof ? words.signature.proofs[act.proof] : '—'}</td>
      <td data-name={words.state}>
        <State of="signature" state={act.state} words={words} />
        {held && act.state === 'suspended' && room.can('signature:decide') ? (
          <a class="button small" href={`${at}/signatures/${act.slug}/decision`}>
            {words.signature.decide}
            <span class="unseen"> {act.printed}</span>
          </a>
        ) : null}
        {held && isPossible(act) && room.can('signature:write') ? (
          <a class="button small" href={`${at}/signatures/${act.slug}/withdrawal`}>
            {words.signature.withdraw}
            <span class="unseen"> {act.printed}</span>
          </a>
        ) : null}
      </td>
    </tr>
  );
};

const Acts = ({ room, acts }: { room: Room; acts: readonly Signature[] }) => {
  const { words } = room;
  const heads = [
    words.organization,
    words.signature.capacity,
    words.signature.by,
    words.signature.on,
    words.signature.proof,
    words.state,
  ];
  return acts.length === 0 ? (
    <p class="none">{words.signature.none}</p>
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-label={words.signature.title}>
      <table class="folds">
        <thead>
          <tr>
            {heads.map((one) => (
              <th scope="col">{one}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <Act room={room} act={act} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Who signed and endorsed, how it came, which are disputed, and who was asked by link. */
export const signaturesRoute = roomRoute('/signatures', async (room) => {
  const { words, asked, record, at, declaration } = room;
  const cursor = queried(asked, 'cursor')[0];
  const page = `${record}/signatures?limit=${most}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
  const [{ record: list }, { record: counts }, signings] = await Promise.all([
    readOwn<List<Signature>>(asked, page),
    readOwn<Totals>(asked, `${record}/counts`),
    room.can('signing:send') ? readList<Signing>(readOwn, asked, `${record}/signings`) : [],
  ]);
  const isOpen = declaration.state === 'open-for-signature';
  return roomPage(room, 'signatures', {
    title: words.signature.title,
    body: (
      <>
        <h1>{words.signature.title}</h1>
        <Totalled room={room} counts={counts} />
        {isOpen ? null : <p class="note quiet">{words.signature.notOpen}</p>}
        <div class="toolbar">
          {isOpen && room.can('signing:send') ? (
            <a class="button small chief" href={`${at}/signings/new`}>
              {words.signing.new}
            </a>
          ) : null}
          {isOpen && room.can('signature:write') ? (
            <a class="button small" href={`${at}/signatures/new`}>
              {words.signature.new}
            </a>
          ) : null}
        </div>
        <Acts room={room} acts={list.items} />
        {list.next ? (
          <p>
            <a class="button small" href={`${at}/signatures?cursor=${encodeURIComponent(list.next)}`}>
              {words.further}
            </a>
          </p>
        ) : null}
        {room.can('signing:send') && declaration.origin === 'held' ? <Signings room={room} all={signings} /> : null}
      </>
    ),
  });
});

/** Enters a signature that came on paper, by e-mail or from the floor. */
export const signForm: DeedForm<[string, string][]> = {
  path: '/signatures/new',
  may: 'signature:write',
  part: 'signatures',
  scripts: [digestScript],
  read: participantsOf,
  title: ({ words }) => words.signature.new,
  lead: ({ words }) => <p class="lead">{words.signature.newLead}</p>,
  begins: () => ({ capacity: 'signatory', 'mandate.by': 'office' }),
  fields: (room, participants, shown) => {
    const { words } = room;
    return (
      <>
        <OrganizationFields room={room} shown={shown} participants={participants} />
        <CapacityField room={room} shown={shown} />
        <div class="pairs">
          <Field name="signedBy" label={words.signature.by} shown={shown} />
          <Field name="title" label={words.signature.office} shown={shown} />
        </div>
        <fieldset>
          <legend>{words.signature.mandate}</legend>
          <Select
            name="mandate.by"
            label={words.signature.mandateBy}
            options={(['office', 'delegation'] as const).map((one) => [one, words.signature.mandates[one]])}
            shown={shown}
          />
          <div class="pairs">
            <Field name="mandate.decidedBy" label={words.signature.decidedBy} shown={shown} optional />
            <Field
              name="mandate.decidedOn"
              label={words.signature.decidedOn}
              hint={words.dateHint}
              shown={shown}
              optional
            />
          </div>
        </fieldset>
        <Field name="reservation.text" label={words.signature.reservation} shown={shown} long optional />
        <Select
          name="reservation.paragraphs"
          label={words.objection.paragraph}
          options={paragraphOptions(room)}
          none={words.objection.whole}
          shown={shown}
        />
        <ReceivedFields room={room} shown={shown} />
      </>
    );
  },
  button: ({ words }) => words.signature.new,
  send: async (room, form, { key }) => {
    const { 'mandate.by': by, 'mandate.decidedBy': decidedBy, 'mandate.decidedOn': decidedOn } = form;
    const [text, paragraph] = [form['reservation.text'], form['reservation.paragraphs']];
    const body = {
      organization: organizationFrom(form),
      capacity: form.capacity || undefined,
      signedBy: form.signedBy || undefined,
      title: form.title || undefined,
      mandate: { by, ...(decidedBy ? { decidedBy } : {}), ...(decidedOn ? { decidedOn } : {}) },
      ...(text?.trim() ? { reservation: { text, paragraphs: paragraph ? [paragraph] : [] } } : {}),
      ...receivedIn(room, form),
    };
    const { record: made } = await send<{ slug: string }>(room.asked, {
      method: 'POST',
      path: `${room.record}/signatures`,
      body,
      key,
    });
    return `/signatures?done=signed#${made.slug}`;
  },
};

/** Decides on a signature that somebody of the organization says was not theirs. */
export const disputeForm: DeedForm<Signature> = {
  path: '/signatures/{signature}/decision',
  may: 'signature:decide',
  part: 'signatures',
  read: async (room) =>
    (
      await readOwn<Signature>(
        room.asked,
        `${room.record}/signatures/${encodeURIComponent(namedIn(room, 'signature'))}`,
      )
    ).record,
  title: ({ words }, { printed }) => fill(words.signature.decideTitle, { organization: printed }),
  lead: ({ words }) => <p class="lead">{words.signature.decideLead}</p>,
  begins: () => ({ to: 'valid', reason: '' }),
  fields: ({ words }, _, shown) => (
    <>
      <Select
        name="to"
        label={words.amendment.decision}
        options={[
          ['valid', words.signature.theirs],
          ['void', words.signature.notTheirs],
        ]}
        shown={shown}
      />
      <Field name="reason" label={words.reason} shown={shown} />
    </>
  ),
  button: ({ words }) => words.signature.decide,
  isGrave: true,
  send: async ({ asked, record }, { to, reason }, { key }, { slug }) => {
    await send(asked, { method: 'POST', path: `${record}/signatures/${slug}/decision`, body: { to, reason }, key });
    return `/signatures?done=decided#${slug}`;
  },
};

/** Withdraws a signature: the act stays on record, and so does its withdrawal. */
export const withdrawSignatureForm: DeedForm<string> = {
  path: '/signatures/{signature}/withdrawal',
  may: 'signature:write',
  part: 'signatures',
  scripts: [digestScript],
  read: (room) => namedIn(room, 'signature'),
  title: ({ words }) => words.signature.withdraw,
  lead: ({ words }) => <p class="lead">{words.signature.withdrawLead}</p>,
  fields: (room, _, shown) => (
    <>
      <Field name="reason" label={room.words.reason} shown={shown} />
      <ReceivedFields room={room} shown={shown} />
    </>
  ),
  button: ({ words }) => words.signature.withdraw,
  isGrave: true,
  send: async (room, form, { key }, slug) => {
    const body = { reason: form.reason, ...receivedIn(room, form) };
    await send(room.asked, {
      method: 'POST',
      path: `${room.record}/signatures/${encodeURIComponent(slug)}/withdrawal`,
      body,
      key,
    });
    return `/signatures?done=withdrawn#${slug}`;
  },
};
