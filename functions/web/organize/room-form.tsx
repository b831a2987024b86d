import type { Room } from '../../../shared/domain/room.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Choices, Field, type Shown } from '../field.tsx';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import { instantIn, shownAt, zoneOf } from './clock.ts';
import type { Sheet } from './editing.tsx';
import { Rows, TextFields } from './fields.tsx';
import { languagesOf } from './languages.ts';
import {
  entriesIn,
  lineIn,
  numberIn,
  plainFields,
  renumbered,
  rowFields,
  rowsIn,
  textFields,
  textIn,
  type Typed,
} from './typed.ts';
import { organizeWords } from './words.ts';

const numbers = ['capacity', 'podiumSeats', 'booths', 'changeover', 'parallel'] as const;

const Hours = ({ asked, summit, shown }: { asked: Asked; summit: Summit; shown: Shown }) => {
  const { room: w } = organizeWords(asked);
  const zone = { zone: zoneOf(summit) };
  return (
    <>
      <Rows
        name="hours"
        legend={w.hours}
        hint={fill(w.hoursHint, zone)}
        shown={shown}
        row={(name, number) => (
          <>
            <Field name={`${name}.on`} label={fill(w.hoursOn, { number })} type="date" optional shown={shown} />
            <Field name={`${name}.from`} label={fill(w.hoursFrom, { number })} optional shown={shown} />
            <Field name={`${name}.to`} label={fill(w.hoursTo, { number })} optional shown={shown} />
          </>
        )}
      />
      <Rows
        name="blackouts"
        legend={w.blackouts}
        hint={fill(w.blackoutsHint, zone)}
        shown={shown}
        row={(name, number) => (
          <>
            <Field
              name={`${name}.start`}
              label={fill(w.start, { number })}
              type="datetime-local"
              optional
              shown={shown}
            />
            <Field name={`${name}.end`} label={fill(w.end, { number })} type="datetime-local" optional shown={shown} />
            <Field name={`${name}.why`} label={fill(w.why, { number })} optional shown={shown} />
          </>
        )}
      />
    </>
  );
};

const Fields = ({ asked, summit, room, shown }: { asked: Asked; summit: Summit; room?: Room; shown: Shown }) => {
  const words = organizeWords(asked);
  const w = words.room;
  return (
    <>
      <TextFields
        name="name"
        label={w.name}
        template={words.inLanguage}
        language={workLanguage(asked)}
        languages={languagesOf(summit, room?.name)}
        shown={shown}
      />
      {room ? null : <Field name="slug" label={words.slug} hint={words.slugHint} optional shown={shown} />}
      <div class="pairs">
        {numbers.map((name) => (
          <Field name={name} label={w[name]} type="number" optional shown={shown} />
        ))}
      </div>
      <Choices
        name="policy"
        legend={w.policy}
        options={[
          ['block', w.policies.block],
          ['warn', w.policies.warn],
        ]}
        shown={shown}
      />
      <Field name="languages" label={w.languages} hint={w.languagesHint} optional shown={shown} />
      <Hours asked={asked} summit={summit} shown={shown} />
    </>
  );
};

const blackoutsIn = (typed: Typed, summit: Summit, gap: string): object[] =>
  rowsIn(typed, 'blackouts').map((row, at) => ({
    start: instantIn(row, 'start', summit, gap, `/blackouts/${at}/start`),
    end: instantIn(row, 'end', summit, gap, `/blackouts/${at}/end`),
    why: row.why,
  }));

const typedOf = (room: Room, summit: Summit): Typed => ({
  ...textFields('name', room.name),
  ...plainFields(Object.fromEntries(numbers.map((name) => [name, room[name]]))),
  ...plainFields({ policy: room.policy, languages: room.languages?.join(', ') }),
  ...rowFields(
    'hours',
    room.hours.map((one) => plainFields(one)),
  ),
  ...rowFields(
    'blackouts',
    room.blackouts.map(({ start, end, why }) =>
      plainFields({ start: shownAt(start, summit), end: shownAt(end, summit), why }),
    ),
  ),
});

/** A room as its form shows it. */
export const roomSheet = (asked: Asked, summit: Summit, room?: Room): Sheet<Room> => {
  const { gap } = organizeWords(asked);
  return {
    typedOf: (record) => typedOf(record, summit),
    tidied: (typed) => renumbered(typed, 'hours', 'blackouts'),
    bodyOf: (typed) => ({
      name: textIn(typed, 'name', languagesOf(summit, room?.name), true),
      ...(room ? {} : { slug: lineIn(typed, 'slug') }),
      ...Object.fromEntries(numbers.map((name) => [name, numberIn(typed, name)])),
      policy: lineIn(typed, 'policy'),
      languages: lineIn(typed, 'languages') === undefined ? undefined : entriesIn(typed, 'languages'),
      hours: rowsIn(typed, 'hours'),
      blackouts: blackoutsIn(typed, summit, gap),
    }),
    boxes: ['policy', 'hours', 'blackouts'],
    fields: (shown) => <Fields asked={asked} summit={summit} {...(room ? { room } : {})} shown={shown} />,
  };
};
