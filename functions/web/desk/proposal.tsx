import { mailLanguages } from '../../../shared/domain/language.ts';
import { notFound } from '../../../shared/domain/error.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { readOwn, send } from '../contract.ts';
import { FaultList, Field, type Faults, Select, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { organizationTyped } from '../organize/organization-choice.ts';
import { shownAs, tried } from '../organize/tried.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { Said } from '../said.tsx';
import { workWords } from '../workspace.ts';
import { type AtSummit, deskAt, deskPage, named, nameOf, summitDesk } from './frame.tsx';
import { callingNow } from './summit.tsx';

/** A proposal with the ETag to change it by; a new one has neither. */
interface Proposed {
  session?: Session | undefined;
  tag?: string | undefined;
}

const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const tags = (text: string | undefined): string[] => (text ?? '').split(/[\s,;]+/).filter((tag) => tag !== '');

const fields = [
  'track',
  'title',
  'summary',
  'objectives',
  'languages.spoken',
  'languages.interpreted',
  'partners',
] as const;

/** In which language its texts are shown and changed: others that it has stay as they are. */
const writtenIn = ({ session }: Proposed, form: Form, asked: Asked): string =>
  form.writtenIn ||
  (session ? (session.title[asked.language] ? asked.language : Object.keys(session.title)[0]) : undefined) ||
  asked.language;

const typedOf = ({ session }: Proposed, tag: string): Form =>
  session
    ? {
        track: session.track ?? '',
        title: session.title[tag] ?? '',
        summary: session.summary?.[tag] ?? '',
        objectives: session.objectives.map(({ text }) => inLanguage(text, tag)).join('\n'),
        'languages.spoken': session.languages?.spoken.join(', ') ?? '',
        'languages.interpreted': session.languages?.interpreted.join(', ') ?? '',
        partners: session.partners.map(({ organization }) => organization).join('\n'),
      }
    : {};

interface Forming {
  at: AtSummit;
  proposed: Proposed;
  shown: Shown;
  form: Form;
  tracks: readonly (readonly [string, string])[];
}

const addressOf = ({ asked, organization, summit }: AtSummit, { session }: Proposed): string =>
  deskAt(asked, organization.slug, summit.slug, 'proposals', session?.slug ?? 'new');

const Fields = ({ at, shown, tracks }: Forming) => {
  const w = at.words.proposals;
  return (
    <>
      <Select name="track" label={w.track} options={tracks} shown={shown} />
      <Select
        name="writtenIn"
        label={w.writtenIn}
        options={mailLanguages.map((tag) => [tag, languageName(at.asked.language, tag)])}
        shown={shown}
      />
      <Field name="title" label={w.name} shown={shown} />
      <Field name="summary" label={w.summary} shown={shown} long optional />
      <Field name="objectives" label={w.objectives} hint={w.objectivesHint} shown={shown} long optional />
      <div class="pairs">
        <Field name="languages.spoken" label={w.spoken} hint={w.spokenHint} shown={shown} optional />
        <Field name="languages.interpreted" label={w.interpreted} hint={w.spokenHint} shown={shown} optional />
      </div>
      <Field
        name="partners"
        label={w.partners}
        hint={fill(w.partnersHint, { organization: nameOf(at) })}
        shown={shown}
        long
        optional
      />
    </>
  );
};

const ProposalForm = (forming: Forming) => {
  const { at, proposed, form, shown } = forming;
  const w = at.words.proposals;
  const isSubmitted = proposed.session?.state === 'submitted';
  return (
    <form class="fields" method="post" action={addressOf(at, proposed)} novalidate>
      <FaultList shown={shown} />
      <Carried asked={at.asked} form={form} tag={proposed.tag} />
      <Fields {...forming} />
      <div class="row">
        {isSubmitted ? null : (
          <button class="button chief" name="do" value="submit">
            {w.submit}
          </button>
        )}
        <button class={isSubmitted ? 'button chief' : 'button'} name="do" value="save">
          {isSubmitted ? workWords(at.asked).save : w.save}
        </button>
        {proposed.session ? (
          <button class="button grave" name="do" value="withdraw">
            {w.withdraw}
          </button>
        ) : null}
      </div>
    </form>
  );
};

const isOpen = ({ session }: Proposed): boolean =>
  session === undefined || session.state === 'draft' || session.state === 'submitted';

const Standing = ({ at, session }: { at: AtSummit; session: Session }) => {
  const w = at.words.proposals;
  return (
    <>
      <p class="row close">
        <span class="tag plain">{session.reference}</span> <span class="tag">{w.states[session.state]}</span>
        {session.proposed?.late ? <span class="tag warn">{w.late}</span> : null}
      </p>
      {session.proposed?.note ? (
        <p class="note">
          {w.note} <bdi>{session.proposed.note}</bdi>
        </p>
      ) : null}
    </>
  );
};

const shownPage = async (
  at: AtSummit,
  proposed: Proposed,
  form: Form = {},
  faults: Faults = {},
  now?: Form,
): Promise<Page> => {
  const { asked, summit, words } = at;
  const w = words.proposals;
  const { session } = proposed;
  const tag = writtenIn(proposed, form, asked);
  const calls = await callingNow(at);
  const tracks = calls.map(({ slug, title }) => [slug, inLanguage(title, asked.language)] as const);
  const own =
    session?.track && !tracks.some(([slug]) => slug === session.track) ? [[session.track, session.track] as const] : [];
  const shown = shownAs(asked, { writtenIn: tag, ...typedOf(proposed, tag), ...form }, faults, now);
  const title = session ? session.reference : w.new;
  const may = isOpen(proposed) && (session !== undefined || tracks.length > 0);
  return deskPage(at, {
    title,
    at: [summit.slug, 'proposals', session?.slug ?? 'new'],
    body: (
      <>
        <h1>{session ? <Said text={session.title} language={asked.language} /> : w.new}</h1>
        {session ? <Standing at={at} session={session} /> : null}
        {may ? (
          <ProposalForm at={at} proposed={proposed} shown={shown} form={form} tracks={[...own, ...tracks]} />
        ) : (
          <p class="note">{session ? w.fixed : w.callsNone}</p>
        )}
      </>
    ),
  });
};

const proposedHere = async ({ asked, summit }: AtSummit): Promise<Proposed> => {
  const slug = named(asked, 'proposal');
  if (slug === 'new') return {};
  const { record, tag } = await readOwn<Session>(
    asked,
    `/summits/${summit.slug}/proposals/${encodeURIComponent(slug)}`,
  );
  if (!record.proposed) throw notFound('session');
  return { session: record, tag };
};

/** A proposal of an organization: as it stands, to be changed as long as the call is open. */
export const proposalPage = async (asked: Asked): Promise<Page> => {
  const at = await summitDesk(asked, 'proposal:read');
  return shownPage(at, await proposedHere(at));
};

// The texts in other languages stay: a form is in one.
const bodyOf = async (at: AtSummit, { session }: Proposed, form: Form): Promise<object> => {
  const tag = form.writtenIn || at.asked.language;
  const summary = form.summary?.trim();
  const partners = await Promise.all(
    lines(form.partners).map(async (name) => ({
      organization: (await organizationTyped(at.asked, name, '/partners')) ?? name,
    })),
  );
  const objectives = lines(form.objectives).map((text, nth) => {
    const before = session?.objectives[nth];
    return before ? { id: before.id, text: { ...before.text, [tag]: text } } : { text: { [tag]: text } };
  });
  return {
    organization: session?.proposed?.by ?? at.organization.slug,
    track: form.track || undefined,
    title: { ...session?.title, [tag]: form.title ?? '' },
    ...(summary ? { summary: { ...session?.summary, [tag]: summary } } : {}),
    objectives,
    languages: { spoken: tags(form['languages.spoken']), interpreted: tags(form['languages.interpreted']) },
    partners,
  };
};

const listOf = ({ summit }: AtSummit): string => `/summits/${summit.slug}/proposals`;

const saved = async (at: AtSummit, proposed: Proposed, form: Form): Promise<{ slug: string; tag: string }> => {
  const { key, tag } = carried(form);
  const body = await bodyOf(at, proposed, form);
  const path = proposed.session ? `${listOf(at)}/${proposed.session.slug}` : listOf(at);
  const answer = await send<Session>(at.asked, { method: proposed.session ? 'PATCH' : 'POST', path, body, key, tag });
  return { slug: answer.record.slug, tag: answer.tag };
};

const passed = (at: AtSummit, slug: string, to: string, key: string | undefined): Promise<unknown> =>
  send(at.asked, { method: 'POST', path: `${listOf(at)}/${slug}/transitions`, body: { to }, key });

const deedOf = async (at: AtSummit, proposed: Proposed, form: Form): Promise<Response> => {
  const { key } = carried(form);
  const to = (slug: string, done: string): Response =>
    goTo(`${deskAt(at.asked, at.organization.slug, at.summit.slug, 'proposals', slug)}?done=${done}`);
  if (form.do === 'withdraw' && proposed.session) {
    await passed(at, proposed.session.slug, 'withdrawn', key);
    return to(proposed.session.slug, 'withdrawn');
  }
  const { slug } = await saved(at, proposed, form);
  if (form.do !== 'submit') return to(slug, 'saved');
  await passed(at, slug, 'submitted', key === undefined ? undefined : `${key}-submit`);
  return to(slug, 'submitted');
};

/** Saves, submits or withdraws a proposal. */
export const propose = async (asked: Asked): Promise<Page | Response> => {
  const [at, form] = [await summitDesk(asked, 'proposal:write'), await readForm(asked.request)];
  const proposed = await proposedHere(at);
  return tried(
    asked,
    fields,
    () => deedOf(at, proposed, form),
    ({ faults, isStale }) =>
      shownPage(at, proposed, form, faults, isStale ? typedOf(proposed, writtenIn(proposed, form, asked)) : undefined),
  );
};
