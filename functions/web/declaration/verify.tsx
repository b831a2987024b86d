import { everyone, view } from '../../../shared/domain/access.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { slugPattern } from '../../../shared/domain/slug.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { getDeclaration } from '../../../shared/table/declaration.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import type { Asked, Page } from '../page.ts';
import { Said } from '../said.tsx';
import { queryOf, textPage, textRecord, wordsHere } from './here.ts';

const groups = ['archive', 'members', 'keys', 'text', 'chain', 'counts', 'receipt'] as const;
const verdicts = { valid: 'good', wrong: 'bad', 'not-checked': 'bad', 'origin-not-shown': 'warn' } as const;

/** The text that is asked about by ?declaration=summit/slug, where it was given out and is fixed. */
const wantedText = async (asked: Asked): Promise<Declaration | undefined> => {
  const [summit = '', slug = '', ...more] = (queryOf(asked).get('declaration') ?? '').split('/');
  if (more.length > 0 || ![summit, slug].every((name) => slugPattern.test(name))) return undefined;
  try {
    const found = await getDeclaration(asked.site.house.table, summit, slug);
    return view(everyone, 'declaration', found) && found.frozen ? found : undefined;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
};

/** Where packages are fetched from: a store of files has an origin of its own. */
const storeOf = async (asked: Asked): Promise<string | undefined> => {
  const address = await asked.site.house.files.addressOf('any', 'any.zip');
  return URL.canParse(address) ? new URL(address).origin : undefined;
};

type Props = { asked: Asked; text: Declaration | undefined };

const placeOf = ({ summit, slug }: Declaration) => ({ summit, declaration: slug });

const FromHere = ({ asked, text }: { asked: Asked; text: Declaration }) => {
  const { verify: words } = wordsHere(asked);
  const [before = '', after = ''] = words.of.split('{declaration}');
  const zip = textRecord(placeOf(text), 'declaration.zip');
  return (
    <div class="part stack close">
      <p>
        {before}
        <a href={textPage(asked, placeOf(text))}>
          <Said text={text.title} language={asked.language} />
        </a>
        {after}
      </p>
      <div class="row">
        <button class="button chief" type="button" data-package={zip}>
          {words.fetch}
        </button>
        <a class="button" href={zip}>
          {words.download}
        </a>
      </div>
    </div>
  );
};

const FileField = ({ id, label, hint, accept }: { id: string; label: unknown; hint: string; accept: string }) => (
  <div class="field">
    <label for={id}>{label}</label>
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
    <input type="file" id={id} name={id} accept={accept} aria-describedby={`${id}-hint`} />
  </div>
);

const KeysField = ({ asked }: { asked: Asked }) => {
  const { verify: words } = wordsHere(asked);
  return (
    <fieldset>
      <legend>{words.keys}</legend>
      <label class="choice">
        <input type="radio" name="keys" value="ours" checked />
        <span>
          {words.ours}
          <span class="minor"> {words.oursHint}</span>
        </span>
      </label>
      <label class="choice">
        <input type="radio" name="keys" value="own" />
        <span>{words.own}</span>
      </label>
      <div class="field">
        <label class="unseen" for="own">
          {words.own}
        </label>
        <p class="hint" id="own-hint">
          {words.ownHint}
        </p>
        <textarea id="own" name="own" rows={3} aria-describedby="own-hint" spellcheck={false}></textarea>
      </div>
      <label class="choice">
        <input type="radio" name="keys" value="none" />
        <span>{words.none}</span>
      </label>
    </fieldset>
  );
};

/** Hidden until the script is there that answers it. */
const CheckForm = ({ asked, text }: Props) => {
  const { verify: words } = wordsHere(asked);
  return (
    <form class="fields" data-check hidden>
      {text ? <FromHere asked={asked} text={text} /> : null}
      <FileField id="package" label={words.package} hint={words.packageHint} accept=".zip,application/zip" />
      <FileField
        id="receipt"
        label={
          <>
            {words.receipt} <span class="optional">({words.optional})</span>
          </>
        }
        hint={words.receiptHint}
        accept=".json,application/json"
      />
      <KeysField asked={asked} />
      <div class="row">
        <button class={text ? 'button' : 'button chief'}>{words.check}</button>
      </div>
      <p class="minor">{words.offline}</p>
    </form>
  );
};

const WithoutScript = ({ asked, text }: Props) => {
  const { verify: words } = wordsHere(asked);
  const name = text ? `${text.summit}-${text.slug}.zip` : 'declaration.zip';
  return (
    <noscript>
      <div class="note">
        <p>{words.script}</p>
        <p>
          <code
            class="hash"
            dir="ltr"
          >{`npx plenary verify ${name} --key ${asked.site.site}/.well-known/jwks.json`}</code>
        </p>
        {text ? (
          <a class="button" href={textRecord(placeOf(text), 'declaration.zip')}>
            {words.download}
          </a>
        ) : null}
      </div>
    </noscript>
  );
};

const Troubles = ({ asked }: { asked: Asked }) => {
  const { verify: words } = wordsHere(asked);
  const said = { file: words.noFile, fetch: words.failed, keys: words.noKeys };
  return (
    <>
      <p class="said" role="status" data-working hidden>
        {words.working}
      </p>
      <div class="said bad" role="alert" tabindex={-1} data-trouble hidden>
        {Object.entries(said).map(([name, sentence]) => (
          <p data-for={name} hidden>
            {sentence}
          </p>
        ))}
      </div>
    </>
  );
};

const FactList = ({ facts }: { facts: Readonly<Record<string, string>> }) => (
  <dl class="facts">
    {Object.entries(facts).map(([name, label]) => (
      <div>
        <dt>{label}</dt>
        <dd data-about={name} dir="auto"></dd>
      </div>
    ))}
  </dl>
);

/** What was found: every word is here, and the script chooses. */
const Result = ({ asked }: { asked: Asked }) => {
  const { verify: words } = wordsHere(asked);
  const signed = { title: words.about, declaration: words.signed, hash: words.hash, entries: words.entries };
  const counted = {
    signatories: words.signatories,
    observers: words.observers,
    countries: words.countries,
    people: words.people,
  };
  return (
    <section
      class="stack"
      data-result
      data-pass={words.passed}
      data-block={words.wrong}
      data-warn={words.skipped}
      hidden
    >
      <h2 tabindex={-1}>{words.result}</h2>
      {Object.entries(verdicts).map(([verdict, how]) => (
        <p class={`said ${how}`} data-verdict={verdict} hidden>
          <b>{words.verdicts[verdict as keyof typeof verdicts]}</b>
        </p>
      ))}
      <p class="note" data-rehearsal hidden>
        {words.rehearsal}
      </p>
      <ul class="checks">
        {groups.map((group) => (
          <li data-group={group}>
            <span></span>
            {words.checks[group]}
          </li>
        ))}
      </ul>
      <div data-details hidden>
        <h3>{words.details}</h3>
        <ul lang="en" dir="ltr"></ul>
      </div>
      <div class="card stack">
        <FactList facts={{ ...signed, at: words.until, key: words.key }} />
        <h3>{words.counted}</h3>
        <FactList facts={counted} />
      </div>
    </section>
  );
};

/** Check a declaration, in the reader's own browser. */
export const verifyPage = async (asked: Asked): Promise<Page> => {
  const [text, connect] = await Promise.all([wantedText(asked), storeOf(asked)]);
  const { verify: words } = wordsHere(asked);
  const name = text ? fill(words.of, { declaration: inLanguage(text.title, asked.language) }) : undefined;
  return {
    title: words.title,
    path: '/verify',
    rehearsal: text?.rehearsal,
    part: 'declarations',
    scripts: ['check'],
    connect,
    open: { description: name === undefined ? words.lead : `${name}. ${words.lead}` },
    body: (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <WithoutScript asked={asked} text={text} />
        <CheckForm asked={asked} text={text} />
        <Troubles asked={asked} />
        <Result asked={asked} />
      </div>
    ),
  };
};
