import { capacities, type Participation } from '../../../shared/domain/participation.ts';
import { Field, Select, type Shown } from '../field.tsx';
import type { Asked } from '../page.ts';
import type { Sheet } from './editing.tsx';
import { Ticks } from './fields.tsx';
import { organizationTyped } from './organization-choice.ts';
import { dayType } from './summit-form.tsx';
import { lineIn, plainFields, tickedIn, ticksOf } from './typed.ts';
import { organizeWords } from './words.ts';

const ways = ['on-site', 'remote', 'unknown'] as const;

const Fields = ({ asked, isNew, shown }: { asked: Asked; isNew: boolean; shown: Shown }) => {
  const { participation: w, organization } = organizeWords(asked);
  return (
    <>
      {isNew ? <Field name="organization" label={organization.label} hint={organization.hint} shown={shown} /> : null}
      <Ticks
        name="capacities"
        legend={w.capacity}
        options={capacities.map((one) => [one, w.capacities[one]])}
        shown={shown}
      />
      <Select name="how" label={w.how} options={ways.map((one) => [one, w.ways[one]])} shown={shown} />
      <Field name="since" label={w.since} type={dayType(shown.typed, 'since')} optional shown={shown} />
      <Field name="focalPoint" label={w.focalPoint} hint={w.focalPointHint} optional shown={shown} />
      <Field name="note" label={w.note} optional shown={shown} />
    </>
  );
};

/** A participation as its form shows it. Whose it is stays once it is registered. */
export const participationSheet = (asked: Asked, isNew: boolean): Sheet<Participation> => ({
  typedOf: ({ capacities: chosen, how, since, note, focalPoint }) => ({
    ...ticksOf('capacities', chosen),
    ...plainFields({ how, since, note, focalPoint }),
  }),
  bodyOf: async (typed) => ({
    ...(isNew ? { organization: await organizationTyped(asked, typed.organization, '/organization') } : {}),
    capacities: tickedIn(typed, 'capacities', capacities),
    how: lineIn(typed, 'how'),
    since: lineIn(typed, 'since'),
    note: lineIn(typed, 'note'),
    focalPoint: lineIn(typed, 'focalPoint'),
  }),
  boxes: ['organization', 'capacities'],
  fields: (shown) => <Fields asked={asked} isNew={isNew} shown={shown} />,
});
