import { DomainError } from '../../shared/domain/error.ts';
import { address } from '../../shared/domain/address.ts';
import { everyone } from '../../shared/domain/access.ts';
import { type Form, readForm } from '../../shared/http/form.ts';
import { statusOf } from '../../shared/http/problem.ts';
import { askAgain } from '../../shared/operations/asking.ts';
import { FaultList, Field, type Faults, type Shown } from './field.tsx';
import { type Asked, goTo, type Page, type PageRoute } from './page.ts';

const AgainForm = ({ asked: { language, words }, shown }: { asked: Asked; shown: Shown }) => (
  <form method="post" action={`/${language}/invitation`} class="fields" novalidate>
    <FaultList shown={shown} />
    <Field name="address" label={words.again.address} shown={shown} type="email" autocomplete="email" />
    <div>
      <button class="button chief">{words.again.send}</button>
    </div>
  </form>
);

const AgainBody = ({ asked, title, lead, shown }: { asked: Asked; title: string; lead: string; shown: Shown }) => (
  <div class="stack">
    <h1>{title}</h1>
    <p class="lead">{lead}</p>
    <AgainForm asked={asked} shown={shown} />
  </div>
);

const withForm = (asked: Asked, title: string, lead: string, typed: Form = {}, faults: Faults = {}): Page => ({
  title,
  path: '/invitation',
  body: <AgainBody asked={asked} title={title} lead={lead} shown={{ typed, faults, words: asked.words }} />,
});

/** A link that opens nothing, or nothing any more: whoever has it may ask for a new one. Why it opens nothing is not told. */
export const badLink = (asked: Asked): Page => ({
  ...withForm(asked, asked.words.again.badTitle, asked.words.again.bad),
  status: statusOf('not-found'),
});

const sent = ({ words }: Asked): Page => ({
  title: words.again.sentTitle,
  path: '/invitation',
  body: (
    <div class="stack">
      <h1>{words.again.sentTitle}</h1>
      <p class="lead">{words.again.sent}</p>
    </div>
  ),
});

const form = async (asked: Asked): Promise<Page> =>
  asked.context.req.query('asked') === undefined
    ? withForm(asked, asked.words.again.title, asked.words.again.lead)
    : sent(asked);

// How often an address was asked for is nobody's to learn, either.
const often = (error: unknown): void => {
  if (!(error instanceof DomainError) || error.code !== 'too-many-mails') throw error;
};

const ask = async (asked: Asked): Promise<Page | Response> => {
  const { site, request, stamp, language, words } = asked;
  const typed = await readForm(request);
  const given = address().safeParse((typed.address ?? '').trim());
  if (!given.success) {
    const fault = typed.address?.trim() ? words.invitation.email : words.invitation.missing.address;
    const page = withForm(asked, words.again.title, words.again.lead, typed, { address: fault });
    return { ...page, status: statusOf('invalid') };
  }
  await askAgain(site.house, { caller: everyone, ...stamp }, given.data).catch(often);
  return goTo(`/${language}/invitation?asked`);
};

/** Asking for a new link, with the address that the invitation went to. */
export const againRoutes: PageRoute[] = [
  { method: 'GET', path: '/{lang}/invitation', may: 'invitation:again', handle: form },
  { method: 'POST', path: '/{lang}/invitation', may: 'invitation:again', handle: ask },
];
