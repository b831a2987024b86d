import { type SourceLink } from '../../../shared/domain/paragraph.ts';
import { sourceName, sourcesOf } from '../../../shared/domain/source.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { send } from '../contract.ts';
import { Field, Select, type Shown } from '../field.tsx';
import type { DeedForm } from './deed.tsx';
import { type About, nameOf, paragraphHere } from './paragraph.tsx';
import type { Room } from './room.ts';

/** What a source is called. */
export const sourceCalled = ({ words }: Pick<Room, 'words'>, source: SourceLink): string => {
  if (source.kind === 'outcome') return fill(words.source.outcome, { session: source.session, number: source.outcome });
  if (source.kind === 'instrument') return source.clause ? `${source.instrument}, ${source.clause}` : source.instrument;
  if (source.kind === 'paragraph') return `${source.declaration}, ${source.paragraph}`;
  return source.kind === 'drafters'
    ? fill(words.source.drafters, { reason: source.reason })
    : fill(words.source.amendment, { organization: source.organization });
};

const kinds = ['drafters', 'instrument', 'paragraph'] as const;
const relations = ['derived', 'verbatim', 'merged'] as const;

const droppable = ({ paragraph }: About) =>
  sourcesOf(paragraph).map(({ source, point }) => ({ source, point, value: `${point ?? ''} ${sourceName(source)}` }));

const AddFields = ({ room: { words }, shown }: { room: Room; shown: Shown }) => (
  <fieldset>
    <legend>{words.source.add}</legend>
    <p class="hint">{words.source.addHint}</p>
    <Select
      name="kind"
      label={words.source.kind}
      options={kinds.map((one) => [one, words.source.kinds[one]])}
      none={words.none}
      shown={shown}
    />
    <Field name="named" label={words.source.named} hint={words.source.namedHint} shown={shown} optional />
    <Field name="clause" label={words.source.clause} shown={shown} optional />
    <Select
      name="relation"
      label={words.source.relation}
      options={relations.map((one) => [one, words.source.relations[one]])}
      shown={shown}
    />
  </fieldset>
);

const addedFrom = ({ kind, named = '', clause, relation }: Readonly<Record<string, string>>): object[] => {
  if (kind === 'drafters') return [{ source: { kind, reason: named } }];
  if (kind === 'instrument') return [{ source: { kind, instrument: named, ...(clause ? { clause } : {}) } }];
  const [summit = '', declaration = '', paragraph = ''] = named.split('/');
  return kind === 'paragraph' ? [{ source: { kind, summit, declaration, paragraph, relation } }] : [];
};

/** Where a paragraph comes from: what is added, and what is taken away with its reason. */
export const sourcesForm: DeedForm<About> = {
  path: '/paragraphs/{paragraph}/sources',
  may: 'text:write',
  part: 'text',
  read: paragraphHere,
  title: (room, { paragraph }) => fill(room.words.source.title, { name: nameOf(room, paragraph) }),
  lead: (room) => (
    <p>
      <a href={`${room.at}/outcomes`}>{room.words.source.tray}</a>
    </p>
  ),
  begins: () => ({ kind: '', named: '', clause: '', relation: 'derived', drop: '', reason: '' }),
  tag: (_, { tag }) => tag,
  fields: (room, about, shown) => (
    <>
      <AddFields room={room} shown={shown} />
      <fieldset>
        <legend>{room.words.source.drop}</legend>
        <Select
          name="drop"
          label={room.words.source.which}
          options={droppable(about).map(({ source, point, value }) => [
            value,
            `${sourceCalled(room, source)}${point ? ` (${room.words.paragraph.point} ${point})` : ''}`,
          ])}
          none={room.words.none}
          shown={shown}
        />
        <Field name="reason" label={room.words.reason} hint={room.words.source.dropHint} shown={shown} optional />
      </fieldset>
    </>
  ),
  button: ({ words }) => words.save,
  send: async ({ asked, record }, form, sent, about) => {
    const found = droppable(about).find(({ value }) => value === form.drop);
    const drop = found
      ? [{ source: found.source, ...(found.point ? { point: found.point } : {}), reason: form.reason ?? '' }]
      : [];
    const path = `${record}/paragraphs/${about.paragraph.slug}/sources`;
    await send(asked, { method: 'POST', path, body: { add: addedFrom(form), drop }, ...sent });
    return `?done=saved#${about.paragraph.slug}`;
  },
};
