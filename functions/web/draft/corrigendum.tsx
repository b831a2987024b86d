import type { Corrigendum } from '../../../shared/domain/corrigendum.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import { readList, readOwn, send } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import { workLanguage } from '../workspace.ts';
import { type DeedForm, roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { nameAt, paragraphOptions } from './paragraph.tsx';

/** The mistakes of editing that are recorded of the frozen text, which stays as it is. */
export const corrigendaRoute = roomRoute('/corrigenda', async (room) => {
  const { words, asked, record, at, declaration } = room;
  const all = await readList<Corrigendum>(readOwn, asked, `${record}/corrigenda`);
  return roomPage(room, 'corrigenda', {
    title: words.corrigendum.title,
    body: (
      <>
        <h1>{words.corrigendum.title}</h1>
        <p class="lead">{words.corrigendum.lead}</p>
        {declaration.frozen && room.can('corrigendum:write') ? (
          <p>
            <a class="button" href={`${at}/corrigenda/new`}>
              {words.corrigendum.new}
            </a>
          </p>
        ) : null}
        {declaration.frozen ? null : <p class="note quiet">{words.notFrozen}</p>}
        {all.length === 0 ? <p class="none">{words.corrigendum.none}</p> : null}
        <ul class="list">
          {all.map((one) => (
            <li id={one.slug} class="stack close">
              <p class="row close">
                <span class="tag plain">{nameAt(room, one.paragraph)}</span>
                <span class="minor">{`${one.decidedBy}, ${dated(workLanguage(asked), one.on)}`}</span>
              </p>
              <p lang={declaration.language} dir="auto">
                <del>{one.words}</del> <ins>{one.read}</ins>
              </p>
              <p class="minor">{fill(words.corrigendum.because, { reason: one.reason })}</p>
            </li>
          ))}
        </ul>
      </>
    ),
  });
});

/** Records a mistake of editing beside the frozen text. */
export const correctForm: DeedForm<undefined> = {
  path: '/corrigenda/new',
  may: 'corrigendum:write',
  part: 'corrigenda',
  read: () => undefined,
  title: ({ words }) => words.corrigendum.new,
  fields: (room, _, shown) => {
    const { words, declaration } = room;
    return (
      <>
        <Select
          name="paragraph"
          label={words.amendment.paragraph}
          options={paragraphOptions(room)}
          none={words.choose}
          shown={shown}
        />
        <Field
          name="words"
          label={words.corrigendum.words}
          hint={words.corrigendum.wordsHint}
          shown={shown}
          language={declaration.language}
          long
        />
        <Field name="read" label={words.corrigendum.read} shown={shown} language={declaration.language} long />
        <Field name="reason" label={words.corrigendum.reason} shown={shown} />
        <div class="pairs">
          <Field name="decidedBy" label={words.corrigendum.decidedBy} shown={shown} />
          <Field name="on" label={words.corrigendum.on} type="date" shown={shown} />
        </div>
      </>
    );
  },
  button: ({ words }) => words.corrigendum.new,
  send: async ({ asked, record }, { paragraph, words, read, reason, decidedBy, on }, { key }) => {
    const body = { paragraph: paragraph || undefined, words, read, reason, decidedBy, on };
    const { record: made } = await send<{ slug: string }>(asked, {
      method: 'POST',
      path: `${record}/corrigenda`,
      body,
      key,
    });
    return `/corrigenda?done=corrected#${made.slug}`;
  },
};
