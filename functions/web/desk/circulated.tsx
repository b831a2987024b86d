import { type Amendment, amendmentKinds } from '../../../shared/domain/amendment.ts';
import type { Asked as AskedOrganization } from '../../../shared/domain/asked.ts';
import type { Circulation } from '../../../shared/domain/circulation.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Objection } from '../../../shared/domain/objection.ts';
import type { Paragraph } from '../../../shared/domain/paragraph.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { hasCome } from '../../../shared/domain/when.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readList, readOwn, send } from '../contract.ts';
import { Choices, FaultList, Field, type Faults, Select, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { shownAs, tried } from '../organize/tried.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { Said } from '../said.tsx';
import { type AtSummit, deskAt, deskPage, named, Section, summitDesk, zoneOf } from './frame.tsx';

type Numbered = Paragraph & { number: number | null };
type Text = Declaration & { paragraphs?: Numbered[] };

/** A text that an organization is asked about, with what it has said. */
interface Circulated extends AtSummit {
  declaration: Text;
  circulation: Circulation | undefined;
  isAsked: boolean;
  objections: Objection[];
  dissociations: Objection[];
  amendments: Amendment[];
}

const recordOf = ({ summit }: AtSummit, declaration: string): string =>
  `/summits/${summit.slug}/declarations/${declaration}`;

const pageOf = ({ asked, organization, summit, declaration }: Circulated): string =>
  deskAt(asked, organization.slug, summit.slug, 'texts', declaration.slug);

const readCirculated = async (asked: Asked, at: AtSummit): Promise<Circulated> => {
  const path = recordOf(at, encodeURIComponent(named(asked, 'declaration')));
  const own = `?organization=${at.organization.slug}`;
  const [{ record: declaration }, circulations, objections, dissociations, amendments] = await Promise.all([
    readOwn<Text>(asked, path),
    readList<Circulation>(readOwn, asked, `${path}/circulations`),
    readList<Objection>(readOwn, asked, `${path}/objections${own}`),
    readList<Objection>(readOwn, asked, `${path}/dissociations${own}`),
    readList<Amendment>(readOwn, asked, `${path}/amendments${own}`),
  ]);
  const circulation = circulations.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  const all = circulation
    ? await readList<AskedOrganization>(readOwn, asked, `${path}/circulations/${circulation.slug}/asked`)
    : [];
  const isAsked = all.some(({ organization }) => organization === at.organization.slug);
  return { ...at, declaration, circulation, isAsked, objections, dissociations, amendments };
};

const isOver = ({ asked, circulation }: Circulated): boolean =>
  circulation === undefined || hasCome(circulation.deadline, asked.stamp.at) || circulation.state === 'adopted';

const Deadline = (text: Circulated) => {
  const { asked, circulation, words } = text;
  if (!circulation) return null;
  const time = moment(asked.language, circulation.deadline, zoneOf(text));
  return (
    <div class={isOver(text) ? 'said warn' : 'note'}>
      <p>{fill(isOver(text) ? words.texts.late : words.texts.until, { time })}</p>
      <p>{text.isAsked ? words.texts.asked : words.texts.notAsked}</p>
    </div>
  );
};

const Paragraphs = ({ asked, declaration, words }: Circulated) => (
  <details class="more" open>
    <summary>{words.texts.text}</summary>
    <div class="text" lang={declaration.language}>
      {(declaration.paragraphs ?? []).map(({ slug, number, text, points }) => (
        <div id={slug}>
          <p>
            {number === null ? '' : `${number}. `}
            <Said text={text ?? {}} language={declaration.language as Asked['language']} />
          </p>
          {points.length > 0 ? (
            <ul>
              {points.map((point) => (
                <li>
                  <Said text={point.text} language={declaration.language as Asked['language']} />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
    </div>
    <p>
      <a href={`/${asked.language}/summits/${declaration.summit}/declarations/${declaration.slug}`}>
        {words.texts.read}
      </a>
    </p>
  </details>
);

const Statements = (text: Circulated) => {
  const { asked, objections, dissociations, words } = text;
  const w = words.texts;
  const all = [
    ...objections.map((one) => ({ one, kind: w.objection, mayEnd: one.state === 'open' && !isOver(text) })),
    ...dissociations.map((one) => ({ one, kind: w.dissociation, mayEnd: false })),
  ];
  if (all.length === 0) return null;
  return (
    <Section id="statements" title={w.statements}>
      <ul class="list">
        {all.map(({ one, kind, mayEnd }) => (
          <li>
            <p>
              <b>{kind}</b> {one.state === 'withdrawn' ? <span class="tag idle">{w.withdrawn}</span> : null}{' '}
              <span class="minor">{moment(asked.language, one.at, zoneOf(text))}</span>
            </p>
            <p dir="auto">{one.reason}</p>
            {mayEnd ? (
              <form method="post" action={pageOf(text)}>
                <Carried asked={asked} />
                <input type="hidden" name="withdraw" value={one.slug} />
                <button class="button small" name="do" value="withdraw">
                  {w.withdraw}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Objecting = ({ text, shown }: { text: Circulated; shown: Shown }) => {
  const w = text.words.texts;
  return (
    <form class="fields" method="post" action={pageOf(text)} novalidate>
      <h2>{w.object}</h2>
      <p class="hint">{w.objectHint}</p>
      <Carried asked={text.asked} />
      <Field name="reason" label={w.reason} shown={shown} long />
      <Choices
        name="as"
        legend={w.as}
        options={[
          ['objection', w.objecting],
          ['dissociation', w.dissociating],
        ]}
        shown={{ ...shown, typed: { as: 'objection', ...shown.typed } }}
      />
      <div>
        <button class="button chief" name="do" value="object">
          {w.send}
        </button>
      </div>
    </form>
  );
};

const beginning = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

const Amending = ({ text, shown }: { text: Circulated; shown: Shown }) => {
  const { declaration } = text;
  const w = text.words.texts;
  return (
    <form class="fields" method="post" action={pageOf(text)} novalidate>
      <h2>{w.amend}</h2>
      <Carried asked={text.asked} />
      <Select
        name="paragraph"
        label={w.paragraph}
        options={(declaration.paragraphs ?? []).map((one) => [
          one.slug,
          `${one.number === null ? '' : `${one.number}. `}${beginning(inLanguage(one.text ?? {}, declaration.language))}`,
        ])}
        shown={shown}
      />
      <Select name="kind" label={w.kind} options={amendmentKinds.map((kind) => [kind, w.kinds[kind]])} shown={shown} />
      <Field
        name="words"
        label={w.words}
        hint={w.wordsHint}
        language={declaration.language}
        shown={shown}
        long
        optional
      />
      <Field name="why" label={w.reason} shown={shown} long />
      <div>
        <button class="button" name="do" value="amend">
          {w.propose}
        </button>
      </div>
    </form>
  );
};

const Amendments = ({ asked, amendments, words }: Circulated) =>
  amendments.length === 0 ? null : (
    <Section id="amendments" title={words.texts.amendments}>
      <ul class="list">
        {amendments.map(({ kind, words: proposed, reason, state }) => (
          <li>
            <p>
              <b>{words.texts.kinds[kind]}</b> <span class="tag idle">{words.texts.amendmentStates[state]}</span>
            </p>
            {proposed ? (
              <p>
                <Said text={proposed} language={asked.language} />
              </p>
            ) : null}
            <p class="minor" dir="auto">
              {reason}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );

const shownPage = (text: Circulated, form: Form = {}, faults: Faults = {}): Page => {
  const { asked, declaration, summit } = text;
  const shown = shownAs(asked, form, faults);
  const title = inLanguage(declaration.title, asked.language);
  const isFrozen = declaration.frozen !== undefined;
  return deskPage(text, {
    title,
    at: [summit.slug, 'texts', declaration.slug],
    body: (
      <>
        <FaultList shown={shown} />
        <h1>
          <Said text={declaration.title} language={asked.language} />
        </h1>
        <Deadline {...text} />
        <Paragraphs {...text} />
        <Statements {...text} />
        {text.circulation && text.isAsked ? <Objecting text={text} shown={shown} /> : null}
        <Amendments {...text} />
        {text.isAsked && !isFrozen && declaration.paragraphs?.length ? <Amending text={text} shown={shown} /> : null}
      </>
    ),
  });
};

/** A text that is circulated: to be read, objected to and amended. */
export const circulatedPage = async (asked: Asked): Promise<Page> =>
  shownPage(await readCirculated(asked, await summitDesk(asked, 'objection:write')));

const said = async (text: Circulated, form: Form): Promise<string> => {
  const { asked, organization, declaration, circulation } = text;
  const { key } = carried(form);
  const path = recordOf(text, declaration.slug);
  if (form.do === 'withdraw') {
    const at = `${path}/objections/${encodeURIComponent(form.withdraw ?? '')}/withdrawal`;
    await send(asked, { method: 'POST', path: at, body: {}, key });
    return 'withdrawn';
  }
  if (form.do === 'amend') {
    const body = {
      organization: organization.slug,
      paragraph: form.paragraph,
      kind: form.kind,
      ...(form.words?.trim() ? { words: { [declaration.language]: form.words } } : {}),
      reason: form.why ?? '',
    };
    await send(asked, { method: 'POST', path: `${path}/amendments`, body, key });
    return 'amended';
  }
  const as = form.as || 'objection';
  const body = { organization: organization.slug, reason: form.reason ?? '', as, circulation: circulation?.slug };
  await send(asked, { method: 'POST', path: `${path}/objections`, body, key });
  return 'objected';
};

// The reason of an amendment has another name than that of an objection: they stand on one page.
const atFields = (form: Form, faults: Faults): Faults =>
  form.do === 'amend' && faults.reason !== undefined
    ? Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name === 'reason' ? 'why' : name, fault]))
    : faults;

/** Objects, withdraws an objection, or proposes an amendment. */
export const sayOnText = async (asked: Asked): Promise<Page | Response> => {
  const [at, form] = [await summitDesk(asked, 'objection:write'), await readForm(asked.request)];
  const text = await readCirculated(asked, at);
  return tried(
    asked,
    ['reason', 'as', 'paragraph', 'kind', 'words'],
    async () => goTo(`${pageOf(text)}?done=${await said(text, form)}`),
    async ({ faults }) => shownPage(text, form, atFields(form, faults)),
  );
};
