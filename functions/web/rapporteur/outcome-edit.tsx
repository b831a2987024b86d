import type { Outcome } from '../../../shared/domain/outcome.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import type { Form } from '../../../shared/http/form.ts';
import { readForm } from '../../../shared/http/form.ts';
import { type Read, readOwn, send } from '../contract.ts';
import { FaultList, Field, type Faults, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { tried } from '../organize/tried.ts';
import { asChange, textFields, textIn, ticksOf } from '../organize/typed.ts';
import { type Asked, goTo, type Page } from '../page.ts';
import { Said } from '../said.tsx';
import { workWords } from '../workspace.ts';
import { addressing, ticked } from './body.ts';
import { Attribution, Continues, KindField, OwnerField } from './line-form.tsx';
import { recordAt, reporting, type Reporting, sessionAt, titleOf } from './reporting.ts';
import { rapporteurPage } from './session-page.tsx';

/** An outcome as it is changed. */
interface Changing {
  here: Reporting;
  read: Read<Outcome>;
}

const changing = async (asked: Asked): Promise<Changing> => {
  const here = await reporting(asked);
  const { outcome = '' } = asked.context.req.param();
  return { here, read: await readOwn<Outcome>(asked, `${recordAt(here.session)}/outcomes/${outcome}`) };
};

const typedOf = ({ type, text, addressee, owner, voicedBy, objectives, clauses }: Outcome): Form => ({
  type,
  ...textFields('text', text),
  ...textFields('addressee', addressee),
  ...(owner ? { owner: owner.organization } : {}),
  ...ticksOf('voicedBy', voicedBy),
  ...ticksOf('objectives', objectives),
  ...(clauses[0] ? { instrument: clauses[0].instrument } : {}),
});

// What an outcome says of clauses stays with the text that it is about.
const clausesIn = (form: Form, { clauses }: Outcome): Outcome['clauses'] => {
  const instrument = form.instrument ?? '';
  const kept = clauses.filter((one) => one.instrument === instrument);
  return instrument === '' ? [] : kept.length > 0 ? kept : [{ instrument }];
};

const bodyOf = (form: Form, outcome: Outcome): unknown => {
  const { type = outcome.type, owner = '' } = form;
  const languages = Object.keys(outcome.text);
  return asChange({
    type,
    text: textIn(form, 'text', languages, true),
    addressee: addressing.has(type) ? textIn(form, 'addressee', languages) : undefined,
    owner: type === 'commitment' && owner !== '' ? { organization: owner } : undefined,
    voicedBy: ticked(form, 'voicedBy'),
    objectives: ticked(form, 'objectives'),
    clauses: clausesIn(form, outcome),
  });
};

const TextFields = ({ changing: { here, read }, shown }: { changing: Changing; shown: Shown }) => {
  const { asked, words } = here;
  return (
    <>
      {Object.keys(read.record.text).map((tag) => (
        <>
          <Field
            name={`text.${tag}`}
            label={`${words.line} (${languageName(asked.language, tag)})`}
            shown={shown}
            language={tag}
            long
          />
          <div class="of-address">
            <Field
              name={`addressee.${tag}`}
              label={`${words.addressee} (${languageName(asked.language, tag)})`}
              hint={words.addresseeHint}
              shown={shown}
              language={tag}
              optional={read.record.type !== 'ask'}
            />
          </div>
        </>
      ))}
    </>
  );
};

const EditForms = ({ changing, shown, tag }: { changing: Changing; shown: Shown; tag: string }) => {
  const { here, read } = changing;
  const { asked, session, words } = here;
  const address = `${sessionAt(asked, session)}/outcomes/${read.record.slug}`;
  return (
    <>
      <form class="fields line" method="post" action={address}>
        <Carried asked={asked} tag={tag} />
        <KindField here={here} shown={shown} />
        <Continues here={here} />
        <TextFields changing={changing} shown={shown} />
        <OwnerField here={here} shown={shown} />
        <Attribution here={here} shown={shown} />
        <div class="row">
          <button class="button chief">{workWords(asked).save}</button>
          <a class="button" href={sessionAt(asked, session)}>
            {workWords(asked).cancel}
          </a>
        </div>
      </form>
      <form method="post" action={`${address}/remove`} class="stack close">
        <Carried asked={asked} tag={tag} />
        <p class="minor">{words.edit.removeHint}</p>
        <button class="button grave">{words.edit.removing}</button>
      </form>
    </>
  );
};

interface Again {
  typed?: Form;
  faults?: Faults;
  now?: Form | undefined;
}

const editPage = (changing: Changing, { typed, faults = {}, now }: Again = {}): Page => {
  const { here, read } = changing;
  const { asked, session, words } = here;
  const title = fill(words.edit.title, { number: read.record.slug });
  const shown: Shown = { typed: typed ?? typedOf(read.record), faults, words: asked.words, now };
  return rapporteurPage(asked, {
    title: `${title} · ${titleOf(asked, session)}`,
    path: `${sessionAt(asked, session).replace(`/${asked.language}`, '')}/outcomes/${read.record.slug}`,
    rehearsal: session.rehearsal,
    scripts: [],
    crumbs: [{ href: sessionAt(asked, session), label: titleOf(asked, session) }],
    body: (
      <div class="stack report">
        <FaultList shown={shown} />
        <h1>{title}</h1>
        {read.record.state === 'filed' ? (
          <>
            <p class="note">{words.edit.isFiled}</p>
            <p class="text">
              <Said text={read.record.text} language={asked.language} />
            </p>
            <p>
              <a class="button" href={sessionAt(asked, session)}>
                {words.edit.back}
              </a>
            </p>
          </>
        ) : (
          <EditForms changing={changing} shown={shown} tag={read.tag} />
        )}
      </div>
    ),
  });
};

/** The page on which a draft is changed. */
export const shownOutcome = async (asked: Asked): Promise<Page> => editPage(await changing(asked));

const deedOn = async (
  asked: Asked,
  deed: (changing: Changing, form: Form, path: string) => Promise<string>,
): Promise<Page | Response> => {
  const found = await changing(asked);
  const form = await readForm(asked.request);
  const { session } = found.here;
  const path = `${recordAt(session)}/outcomes/${found.read.record.slug}`;
  return tried(
    asked,
    Object.keys(form),
    async () => goTo(`${sessionAt(asked, session)}?done=${await deed(found, form, path)}`),
    async ({ faults, isStale }) => {
      const now = await changing(asked);
      return editPage(now, { typed: form, faults, now: isStale ? typedOf(now.read.record) : undefined });
    },
  );
};

/** Changes a draft. */
export const changeOutcome = (asked: Asked): Promise<Page | Response> =>
  deedOn(asked, async ({ read }, form, path) => {
    await send(asked, { method: 'PATCH', path, body: bodyOf(form, read.record), tag: carried(form).tag });
    return 'saved';
  });

/** Removes a draft. */
export const removeOutcome = (asked: Asked): Promise<Page | Response> =>
  deedOn(asked, async (_, form, path) => {
    await send(asked, { method: 'DELETE', path, tag: carried(form).tag });
    return 'removed';
  });
