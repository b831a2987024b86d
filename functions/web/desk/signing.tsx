import type { Declaration } from '../../../shared/domain/declaration.ts';
import { mailLanguages } from '../../../shared/domain/language.ts';
import type { Membership } from '../../../shared/domain/membership.ts';
import type { Participation } from '../../../shared/domain/participation.ts';
import { type Signature, signingCapacities } from '../../../shared/domain/signature.ts';
import type { Signing } from '../../../shared/domain/signing.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { ownNames } from '../../../shared/words/page/language.ts';
import { readList, readOpenly, readOwn, send } from '../contract.ts';
import { Choices, FaultList, Field, type Faults, Select, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { shownAs, tried } from '../organize/tried.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { Said } from '../said.tsx';
import { type AtSummit, deskAt, deskPage, named, Section, summitDesk, zoneOf } from './frame.tsx';

/** A declaration that is open for signature, with how the organization and its members stand to it. */
interface Signable extends AtSummit {
  declaration: Declaration;
  signings: Signing[];
  /** Who signed or endorsed it, and has not withdrawn. */
  signed: ReadonlySet<string>;
  members: { organization: string; printed: string }[];
}

const recordOf = ({ summit }: AtSummit, declaration: string): string =>
  `/summits/${summit.slug}/declarations/${declaration}`;

const pageOf = ({ asked, organization, summit, declaration }: Signable): string =>
  deskAt(asked, organization.slug, summit.slug, 'signing', declaration.slug);

// Members are asked to sign where they take part.
const takingPart = async ({ asked, organization, summit }: AtSummit): Promise<Signable['members']> => {
  const [members, participations] = await Promise.all([
    readList<Membership>(readOpenly, asked, `/organizations/${organization.slug}/members`),
    readList<Participation>(readOpenly, asked, `/summits/${summit.slug}/participations?takesPart=true`),
  ]);
  const here = new Set(participations.map((one) => one.organization));
  return members
    .filter(({ state, organization: member }) => state === 'current' && here.has(member))
    .map(({ organization: member, printed }) => ({ organization: member, printed }));
};

const readSignable = async (asked: Asked, at: AtSummit): Promise<Signable> => {
  const path = recordOf(at, encodeURIComponent(named(asked, 'declaration')));
  const [{ record: declaration }, signings, signatures, members] = await Promise.all([
    readOwn<Declaration>(asked, path),
    readList<Signing>(readOwn, asked, `${path}/signings?organization=${at.organization.slug}`),
    readList<Signature>(readOpenly, asked, `${path}/signatures`),
    takingPart(at),
  ]);
  const standing = signatures.filter(({ state }) => state === 'valid').map(({ organization }) => organization);
  return { ...at, declaration, signings, signed: new Set(standing), members };
};

const Asking = ({ text, signing }: { text: Signable; signing: Signing }) => {
  const { asked, words } = text;
  const w = words.signing;
  const time = moment(asked.language, signing.sent.at, zoneOf(text));
  const isOpen = signing.state === 'asked' || signing.state === 'prepared';
  return (
    <li>
      <p>
        <b>{w.capacities[signing.capacity]}</b>{' '}
        <span class={`tag ${signing.state === 'signed' ? 'good' : isOpen ? 'warn' : 'idle'}`}>
          {fill(w.states[signing.state], { time })}
        </span>
      </p>
      {isOpen ? (
        <form class="row close" method="post" action={pageOf(text)}>
          <Carried asked={asked} />
          <input type="hidden" name="signing" value={signing.slug} />
          <button class="button small" name="do" value="again">
            {w.again}
          </button>
          <button class="button small grave" name="do" value="revoke">
            {w.revoke}
          </button>
        </form>
      ) : null}
    </li>
  );
};

const Standing = (text: Signable) => {
  const { organization, signings, signed, words } = text;
  const own = signed.has(organization.slug) ? words.own.signed : words.own.none;
  return (
    <Section id="state" title={words.signing.state}>
      {signings.length === 0 ? (
        <p>
          <span class={`tag ${signed.has(organization.slug) ? 'good' : 'idle'}`}>{own}</span>
        </p>
      ) : null}
      <ul class="list">
        {signings.map((signing) => (
          <Asking text={text} signing={signing} />
        ))}
      </ul>
    </Section>
  );
};

const fields = ['capacity', 'office.address', 'signatory.address', 'language'] as const;

const Sending = ({ text, form, shown }: { text: Signable; form: Form; shown: Shown }) => {
  const w = text.words.signing;
  return (
    <form class="fields" method="post" action={pageOf(text)} novalidate>
      <h2>{w.new}</h2>
      <Carried asked={text.asked} form={form} />
      <Choices
        name="capacity"
        legend={w.capacity}
        options={signingCapacities.map((one) => [one, w.capacities[one]])}
        shown={shown}
      />
      <Field name="office.address" label={w.office} hint={w.officeHint} type="email" shown={shown} />
      <Field name="signatory.address" label={w.signatory} hint={w.signatoryHint} type="email" shown={shown} />
      <Select
        name="language"
        label={w.language}
        options={mailLanguages.map((tag) => [tag, ownNames[tag]])}
        shown={shown}
      />
      <div>
        <button class="button chief" name="do" value="send">
          {w.send}
        </button>
      </div>
    </form>
  );
};

const Members = ({ members, signed, words }: Signable) => (
  <Section id="members" title={words.signing.members} none={members.length === 0 ? words.membersNone : undefined}>
    <p>
      {fill(words.signedBy, {
        signed: members.filter(({ organization }) => signed.has(organization)).length,
        members: members.length,
      })}
    </p>
    <ul class="list apart">
      {members
        .toSorted((a, b) => a.printed.localeCompare(b.printed))
        .map(({ organization, printed }) => (
          <li>
            <bdi>{printed}</bdi>
            <span class={`tag ${signed.has(organization) ? 'good' : 'idle'}`}>
              {signed.has(organization) ? words.signing.signed : words.signing.unsigned}
            </span>
          </li>
        ))}
    </ul>
  </Section>
);

const shownPage = (text: Signable, form: Form = {}, faults: Faults = {}): Page => {
  const { asked, declaration, summit, words } = text;
  const shown = shownAs(asked, { capacity: 'signatory', language: asked.language, ...form }, faults);
  const title = fill(words.signing.title, { declaration: inLanguage(declaration.title, asked.language) });
  return deskPage(text, {
    title,
    at: [summit.slug, 'signing', declaration.slug],
    body: (
      <>
        <FaultList shown={shown} />
        <h1>
          <Said text={declaration.title} language={asked.language} />
        </h1>
        <p>
          <a href={`/${asked.language}/summits/${summit.slug}/declarations/${declaration.slug}`}>{words.texts.read}</a>
        </p>
        <Standing {...text} />
        {declaration.state === 'open-for-signature' ? <Sending text={text} form={form} shown={shown} /> : null}
        <Members {...text} />
      </>
    ),
  });
};

/** How an organization and its members stand to a declaration that is open for signature. */
export const signingPage = async (asked: Asked): Promise<Page> =>
  shownPage(await readSignable(asked, await summitDesk(asked, 'signing:send')));

const done = async (text: Signable, form: Form): Promise<string> => {
  const { asked, organization, declaration } = text;
  const { key } = carried(form);
  const path = `${recordOf(text, declaration.slug)}/signings`;
  if (form.do === 'again' || form.do === 'revoke') {
    const at = `${path}/${encodeURIComponent(form.signing ?? '')}/${form.do}`;
    await send(asked, { method: 'POST', path: at, body: {}, key });
    return form.do === 'again' ? 'sent' : 'revoked';
  }
  const body = {
    organization: organization.slug,
    capacity: form.capacity || undefined,
    office: { address: form['office.address']?.trim() ?? '' },
    signatory: { address: form['signatory.address']?.trim() ?? '' },
    language: form.language || undefined,
  };
  await send(asked, { method: 'POST', path, body, key });
  return 'sent';
};

/** Sends a signing link, sends it anew, or revokes it. */
export const sendLink = async (asked: Asked): Promise<Page | Response> => {
  const [at, form] = [await summitDesk(asked, 'signing:send'), await readForm(asked.request)];
  const text = await readSignable(asked, at);
  return tried(
    asked,
    fields,
    async () => goTo(`${pageOf(text)}?done=${await done(text, form)}`),
    async ({ faults }) => shownPage(text, form, faults),
  );
};
