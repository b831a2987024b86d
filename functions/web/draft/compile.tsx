import { declarationKinds, formLanguages } from '../../../shared/domain/declaration.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { outcomeRef } from '../../../shared/domain/outcome.ts';
import { type Form, readPairs } from '../../../shared/http/form.ts';
import { statusOf } from '../../../shared/http/problem.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { send } from '../contract.ts';
import { Choices, FaultList, type Faults, Field, Select, type Shown } from '../field.tsx';
import { Carried, carried, faultsFrom } from '../form.tsx';
import { type Asked, goTo, type Page, type PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { enter, partAt, summitHere, workPage } from '../workspace.ts';
import { linesIn } from './head.tsx';
import { filedOutcomes } from './outcome.ts';
import { draftWords, roomAt } from './room.ts';
import type { Drafted } from './room.ts';

const path = '/{lang}/organize/{summit}/declarations/new';
const may = 'declaration:write';

interface Standing {
  asked: Asked;
  form?: Form;
  chosen?: ReadonlySet<string>;
  faults?: Faults;
  status?: number;
}

const Outcomes = ({
  asked,
  outcomes,
  chosen,
}: {
  asked: Asked;
  outcomes: readonly Outcome[];
  chosen: ReadonlySet<string> | undefined;
}) => {
  const words = draftWords(asked);
  return (
    <details class="more" id="carry">
      <summary>{fill(words.compile.choose, { number: outcomes.length })}</summary>
      <p class="hint">{words.compile.chooseHint}</p>
      <ul class="list">
        {outcomes.map((one) => (
          <li>
            <label class="check">
              <input
                type="checkbox"
                name="outcome"
                value={outcomeRef(one)}
                checked={chosen?.has(outcomeRef(one)) ?? true}
              />
              <span>
                <span class="tag plain">{words.outcomes[one.type]}</span>{' '}
                <Said text={one.text} language={asked.language} /> <span class="minor">{outcomeRef(one)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Fields = ({ asked, shown }: { asked: Asked; shown: Shown }) => {
  const words = draftWords(asked);
  return (
    <>
      <Select
        name="kind"
        label={words.compile.kind}
        options={declarationKinds.map((one) => [one, words.kinds[one]])}
        none={words.choose}
        shown={shown}
      />
      <Select
        name="language"
        label={words.compile.language}
        hint={words.compile.languageHint}
        options={formLanguages.map((one) => [one, languageName(asked.language, one)])}
        shown={shown}
      />
      <Field name="title" label={words.head.name} hint={words.compile.titleHint} shown={shown} />
      <Field name="organ" label={words.head.organ} hint={words.compile.organHint} shown={shown} optional />
      <Field
        name="addressedTo"
        label={words.head.addressedTo}
        hint={words.head.linesHint}
        shown={shown}
        long
        optional
      />
      <Choices
        name="what"
        legend={words.compile.what}
        options={[
          ['all', words.compile.all],
          ['chosen', words.compile.chosen],
        ]}
        shown={shown}
      />
    </>
  );
};

const compilePage = async ({ asked, form, chosen, faults = {}, status }: Standing): Promise<Page> => {
  const caller = await enter(asked, may, { summit: asked.context.req.param('summit') });
  const summit = await summitHere(asked);
  const words = draftWords(asked);
  const outcomes = await filedOutcomes(asked, summit.slug);
  const shown: Shown = { typed: form ?? { language: 'en', what: 'all' }, faults, words: asked.words };
  const { title } = words.compile;
  const body = (
    <>
      <FaultList shown={shown} />
      <h1>{title}</h1>
      <p class="lead">{fill(words.compile.lead, { number: outcomes.length })}</p>
      <form method="post" class="fields">
        <Carried asked={asked} {...(form ? { form } : {})} />
        <Fields asked={asked} shown={shown} />
        <Outcomes asked={asked} outcomes={outcomes} chosen={chosen} />
        <div class="row">
          <button class="button chief">{words.compile.button}</button>
          <a class="button" href={partAt(asked, summit.slug, 'declarations')}>
            {words.back}
          </a>
        </div>
      </form>
    </>
  );
  return workPage(
    asked,
    summit,
    'declarations',
    {
      title: status === undefined ? title : fill(asked.words.withProblem, { title }),
      status,
      path: `/organize/${summit.slug}/declarations/new`,
      crumbs: [{ href: partAt(asked, summit.slug, 'declarations'), label: words.list.title }],
      body,
    },
    caller,
  );
};

const bodyFrom = (form: Form, chosen: readonly string[]) => {
  const language = form.language || 'en';
  return {
    kind: form.kind || undefined,
    language,
    title: form.title?.trim() ? { [language]: form.title } : undefined,
    ...(form.organ?.trim() ? { organ: { [language]: form.organ } } : {}),
    addressedTo: linesIn(form, 'addressedTo'),
    ...(form.what === 'chosen' ? { carry: chosen } : {}),
  };
};

const compiled = async (asked: Asked): Promise<Page | Response> => {
  const summit = asked.context.req.param('summit') ?? '';
  await enter(asked, may, { summit });
  const pairs = await readPairs(asked.request);
  const form: Form = Object.fromEntries(pairs.toReversed());
  const chosen = pairs.flatMap(([name, value]) => (name === 'outcome' ? [value] : []));
  try {
    const sent = {
      method: 'POST' as const,
      path: `/summits/${summit}/declarations`,
      body: bodyFrom(form, chosen),
      key: carried(form).key,
    };
    const { record } = await send<Drafted>(asked, sent);
    return goTo(`${roomAt(asked, summit, record.slug)}/outcomes?done=compiled`);
  } catch (error) {
    const faults = faultsFrom(asked, error, ['kind', 'language', 'title', 'organ', 'addressedTo', 'carry']);
    const status = error instanceof DomainError ? statusOf(error.code) : 500;
    return compilePage({ asked, form, chosen: new Set(chosen), faults, status });
  }
};

/** A new declaration: compiled from every filed outcome, or from those that are chosen. */
export const compileRoutes: readonly PageRoute[] = [
  { method: 'GET', path, may, handle: (asked) => compilePage({ asked }) },
  { method: 'POST', path, may, handle: compiled },
];
