import { may } from '../../../shared/domain/access.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import { workspaceLanguages } from '../../../shared/words/page/language.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { FaultList, type Faults, type Shown, whole } from '../field.tsx';
import { Carried, carried, faultsFrom } from '../form.tsx';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { partAt, whoWorks } from '../workspace.ts';
import { inPlace, namesIn, typedIn } from './editing.tsx';
import { createFrom } from './template-create.ts';
import { TemplateFields } from './template-form.tsx';
import { templateOf } from './template.ts';
import type { Typed } from './typed.ts';
import { organizeWords } from './words.ts';

const boxes = ['template', 'slug', 'title.en', 'from', 'to', 'zone', 'place.en', 'country', 'callUntil'];

const framed = (asked: Asked, page: Page): Page => ({
  ...page,
  path: '/organize/new',
  part: 'workspace',
  languages: workspaceLanguages,
  crumbs: [{ href: `/${asked.language}/organize/`, label: organizeWords(asked).work.title }],
});

/** Who may not create a summit is told who may. */
const notTheirs = (asked: Asked): Page => {
  const { template: w } = organizeWords(asked);
  return framed(asked, {
    title: w.title,
    status: statusOf('forbidden'),
    body: (
      <div class="stack">
        <h1>{w.title}</h1>
        <p class="lead">{w.whom}</p>
      </div>
    ),
  });
};

const formPage = (asked: Asked, typed: Typed, faults: Faults = {}, form?: Form, status = 200): Page => {
  const { template: w } = organizeWords(asked);
  const shown: Shown = { typed, faults, words: asked.words };
  const isWrong = Object.keys(faults).length > 0;
  return framed(asked, {
    title: isWrong ? fill(asked.words.withProblem, { title: w.title }) : w.title,
    status,
    body: (
      <div class="stack">
        <FaultList shown={shown} />
        <h1>{w.title}</h1>
        <p class="lead">{w.lead}</p>
        <form class="fields" method="post" action={`/${asked.language}/organize/new`}>
          <Carried asked={asked} {...(form ? { form } : {})} />
          <TemplateFields asked={asked} shown={shown} />
          <div class="row">
            <button class="button chief">{w.create}</button>
          </div>
        </form>
      </div>
    ),
  });
};

// The form's key was used for another text of it: what was begun then stands, and this is another summit.
const faultsOf = (asked: Asked, error: unknown, typed: Typed): Faults => {
  const { template: w } = organizeWords(asked);
  if (error instanceof DomainError && error.code === 'key-reused') return { [whole]: w.begun };
  // Some of it may stand already: the same form, sent again, completes it.
  if (error instanceof DomainError && error.code === 'unavailable') return { [whole]: w.again };
  return faultsFrom(asked, inPlace(asked, error), [...namesIn(typed), ...boxes]);
};

const sent = async (asked: Asked): Promise<Page | Response> => {
  const form = await readForm(asked.request);
  const typed = typedIn(form);
  const { template: w } = organizeWords(asked);
  const template = templateOf(typed.template);
  if (!template) return formPage(asked, typed, { template: w.choose }, form, statusOf('invalid'));
  const { key = asked.site.secret() } = carried(form);
  try {
    const { slug } = await createFrom(asked, template, typed, { key, noDay: w.noDay });
    return goTo(`${partAt(asked, slug, 'today')}?done=created`);
  } catch (error) {
    const faults = faultsOf(asked, error, typed);
    return formPage(asked, typed, faults, form, statusOf((error as DomainError).code));
  }
};

const mayCreate = async (asked: Asked): Promise<boolean> => may(await whoWorks(asked), 'summit:create');

/** A summit from a template. */
export const templatePages: PageRoute[] = [
  {
    method: 'GET',
    path: '/{lang}/organize/new',
    may: 'me:read',
    handle: async (asked) => ((await mayCreate(asked)) ? formPage(asked, { template: 'forum' }) : notTheirs(asked)),
  },
  {
    method: 'POST',
    path: '/{lang}/organize/new',
    may: 'summit:create',
    handle: async (asked) => ((await mayCreate(asked)) ? sent(asked) : notTheirs(asked)),
  },
];
