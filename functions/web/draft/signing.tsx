import type { Signing } from '../../../shared/domain/signing.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { send } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import { CapacityField } from './capacity.tsx';
import type { DeedForm } from './deed.tsx';
import { OrganizationFields, organizationFrom, participantsOf } from './received.tsx';
import { namedIn, type Room } from './room.ts';
import { State } from './state.tsx';

/** Who was asked to sign by link, and how far they are. */
export const Signings = ({ room, all }: { room: Room; all: readonly Signing[] }) => {
  const { words, at } = room;
  return (
    <section class="stack">
      <h2>{words.signing.title}</h2>
      {all.length === 0 ? <p class="none">{words.signing.none}</p> : null}
      <ul class="list apart">
        {all.map((one) => (
          <li id={`signing-${one.slug}`}>
            <div class="stack close">
              <b>
                <bdi>{one.printed}</bdi>
              </b>
              <span class="minor">
                {words.signature.capacities[one.capacity]}
                {one.office && 'address' in one.office ? ` · ${one.office.address}` : ''}
              </span>
            </div>
            <p class="row close">
              <State of="signing" state={one.state} words={words} />
              {one.state === 'asked' || one.state === 'prepared' ? (
                <>
                  <a class="button small" href={`${at}/signings/${one.slug}/again`}>
                    {words.signing.again}
                    <span class="unseen"> {one.printed}</span>
                  </a>
                  <a class="button small" href={`${at}/signings/${one.slug}/revoke`}>
                    {words.signing.revoke}
                    <span class="unseen"> {one.printed}</span>
                  </a>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Asks an organization to sign by link: the link goes to its office, the code to the signatory. */
export const signingForm: DeedForm<[string, string][]> = {
  path: '/signings/new',
  may: 'signing:send',
  part: 'signatures',
  read: participantsOf,
  title: ({ words }) => words.signing.new,
  lead: ({ words }) => <p class="lead">{words.signing.lead}</p>,
  begins: () => ({ capacity: 'signatory', language: 'en' }),
  fields: (room, participants, shown) => {
    const { words } = room;
    return (
      <>
        <OrganizationFields room={room} shown={shown} participants={participants} />
        <CapacityField room={room} shown={shown} />
        {(['office', 'signatory'] as const).map((party) => (
          <Field
            name={`${party}.address`}
            label={words.signing[party]}
            hint={words.signing[`${party}Hint`]}
            type="email"
            shown={shown}
          />
        ))}
        <Select
          name="language"
          label={words.signing.language}
          options={pageLanguages.map((one) => [one, words.languages[one]])}
          shown={shown}
        />
      </>
    );
  },
  button: ({ words }) => words.signing.new,
  send: async (room, form, { key }) => {
    const body = {
      organization: organizationFrom(form),
      capacity: form.capacity || undefined,
      office: { address: form['office.address'] },
      signatory: { address: form['signatory.address'] },
      language: form.language || undefined,
    };
    const { record: made } = await send<{ slug: string }>(room.asked, {
      method: 'POST',
      path: `${room.record}/signings`,
      body,
      key,
    });
    return `/signatures?done=sent#signing-${made.slug}`;
  },
};

const later = (name: 'again' | 'revoke'): DeedForm<string> => ({
  path: `/signings/{signing}/${name}`,
  may: 'signing:send',
  part: 'signatures',
  read: (room) => namedIn(room, 'signing'),
  title: ({ words }) => words.signing[name],
  lead: ({ words }) => <p class="lead">{words.signing.leads[name]}</p>,
  fields: ({ words }, _, shown) =>
    name === 'revoke' ? <Field name="reason" label={words.reason} shown={shown} optional /> : null,
  button: ({ words }) => words.signing[name],
  ...(name === 'revoke' ? { isGrave: true as const } : {}),
  send: async ({ asked, record }, { reason }, { key }, slug) => {
    const body = reason?.trim() ? { reason } : {};
    await send(asked, { method: 'POST', path: `${record}/signings/${encodeURIComponent(slug)}/${name}`, body, key });
    return `/signatures?done=${name}#signing-${slug}`;
  },
});

/** Sends the link again, or takes it back. */
export const signingForms = [later('again'), later('revoke')];
