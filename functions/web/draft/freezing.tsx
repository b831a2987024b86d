import type { Form } from '../../../shared/http/form.ts';
import { send } from '../contract.ts';
import { Choices, Field } from '../field.tsx';
import { Button, type DeedForm } from './deed.tsx';
import type { Room } from './room.ts';

const deeds = ['opening', 'issue', 'closing', 'reopening'] as const;
type Name = (typeof deeds)[number];

const because = ({ reason }: Form): { reason?: string } => (reason?.trim() ? { reason } : {});

const freezing = (name: Name): DeedForm<undefined> => ({
  path: `/${name}`,
  may: name === 'reopening' ? 'circulation:write' : 'declaration:freeze',
  part: 'text',
  read: () => undefined,
  title: ({ words }) => words.freezing[name].title,
  lead: ({ words }) => <p class="lead">{words.freezing[name].lead}</p>,
  begins: () => ({ reason: '' }),
  fields: ({ words }, _, shown) => <Field name="reason" label={words.reason} shown={shown} optional />,
  button: ({ words }) => words.freezing[name].title,
  ...(name === 'reopening' ? {} : { isGrave: true as const }),
  send: async ({ asked, record }, form, { key }) => {
    await send(asked, { method: 'POST', path: `${record}/${name}`, body: because(form), key });
    return `?done=${name}`;
  },
});

/** The deeds that fix a text for good, or take it up again. */
export const freezingForms = deeds.map(freezing);

/** A meeting adopts what is circulated. */
export const adoptionForm: DeedForm<undefined> = {
  path: '/adoption',
  may: 'declaration:freeze',
  part: 'circulation',
  read: () => undefined,
  title: ({ words }) => words.freezing.adoption.title,
  lead: ({ words }) => <p class="lead">{words.freezing.adoption.lead}</p>,
  begins: () => ({ how: '', reason: '' }),
  fields: ({ words }, _, shown) => (
    <>
      <Choices
        name="how"
        legend={words.freezing.adoption.how}
        options={[
          ['acclamation', words.freezing.adoption.acclamation],
          ['organ', words.freezing.adoption.organ],
        ]}
        shown={shown}
      />
      <Field name="reason" label={words.freezing.adoption.record} shown={shown} />
    </>
  ),
  button: ({ words }) => words.freezing.adoption.title,
  isGrave: true,
  send: async ({ asked, record }, { how, reason }, { key }) => {
    await send(asked, { method: 'POST', path: `${record}/adoption`, body: { how, reason }, key });
    return '/circulation?done=adopted';
  },
};

const possible: Partial<Record<string, readonly Name[]>> = {
  drafting: ['opening', 'issue'],
  adopted: ['opening'],
  'open-for-signature': ['closing'],
  objected: ['reopening'],
};

/** What can be done with the text as a whole, in its state, by who is here. */
export const Deeds = ({ room }: { room: Room }) => {
  const { words, at, declaration, can } = room;
  const isDrafting = declaration.state === 'drafting';
  if (declaration.origin === 'reported') return null;
  return (
    <div class="toolbar">
      {can('declaration:change') ? (
        <a class="button small" href={`${at}/head`}>
          {words.head.way}
        </a>
      ) : null}
      {can('text:write') && isDrafting ? <Button room={room} to="/versions/save" label={words.version.save} /> : null}
      {can('circulation:write') && isDrafting ? (
        <a class="button small" href={`${at}/circulate`}>
          {words.circulation.start}
        </a>
      ) : null}
      {can('declaration:freeze')
        ? (possible[declaration.state] ?? []).map((name) => (
            <a class="button small" href={`${at}/${name}`}>
              {words.freezing[name].title}
            </a>
          ))
        : null}
    </div>
  );
};
