import { type Rule, type RuleName, ruleNames, tiers } from '../../../shared/domain/rule.ts';
import { Field, Select, type Shown } from '../field.tsx';
import type { Asked } from '../page.ts';
import { Ticks } from './fields.tsx';
import { lineIn, numberIn, plainFields, tickedIn, ticksOf, type Typed } from './typed.ts';
import { organizeWords } from './words.ts';

/** The numbers that each rule has. */
const numbers: Readonly<Record<RuleName, readonly ('min' | 'max' | 'least' | 'percent' | 'most')[]>> = {
  'panel-size': ['min', 'max'],
  moderator: [],
  regions: ['least'],
  countries: ['least'],
  'one-per-organization': [],
  'one-lead-per-organization': [],
  tiers: ['least'],
  'least-developed': ['percent'],
  'gender-balance': ['most'],
};

const OneRule = ({ asked, name, shown }: { asked: Asked; name: RuleName; shown: Shown }) => {
  const { rule: w } = organizeWords(asked);
  const at = `rules.${name}`;
  return (
    <fieldset class="part" id={at}>
      <legend class="small">{w.rules[name].name}</legend>
      <p class="hint">{w.rules[name].about}</p>
      <div class="pairs">
        <Select
          name={`${at}.level`}
          label={`${w.level}: ${w.rules[name].name}`}
          options={[
            ['warn', w.levels.warn],
            ['block', w.levels.block],
          ]}
          none={w.levels.none}
          shown={shown}
        />
        {name === 'regions' ? (
          <Select
            name={`${at}.by`}
            label={w.by}
            options={[
              ['region', w.regions.region],
              ['sub-region', w.regions['sub-region']],
            ]}
            shown={shown}
          />
        ) : null}
        {numbers[name].map((number) => (
          <Field name={`${at}.${number}`} label={w[number]} type="number" optional={name === 'tiers'} shown={shown} />
        ))}
      </div>
      {name === 'tiers' ? (
        <Ticks name={`${at}.of`} legend={w.of} options={tiers.map((tier) => [tier, w.tiers[tier]])} shown={shown} />
      ) : null}
    </fieldset>
  );
};

/** Every kind of rule that a track can have: not asked for, shown where it is broken, or keeping a session from being accepted. */
export const RuleFields = ({ asked, shown }: { asked: Asked; shown: Shown }) => {
  const { rule: w } = organizeWords(asked);
  return (
    <fieldset id="rules">
      <legend>{w.title}</legend>
      <p class="hint">{w.hint}</p>
      {ruleNames.map((name) => (
        <OneRule asked={asked} name={name} shown={shown} />
      ))}
    </fieldset>
  );
};

const asked = (typed: Typed): RuleName[] =>
  ruleNames.filter((name) => lineIn(typed, `rules.${name}.level`) !== undefined);

const ruleIn = (typed: Typed, name: RuleName): object => {
  const at = `rules.${name}`;
  const named = name === 'tiers' ? tickedIn(typed, `${at}.of`, tiers) : [];
  return {
    rule: name,
    level: lineIn(typed, `${at}.level`),
    ...Object.fromEntries(numbers[name].map((number) => [number, numberIn(typed, `${at}.${number}`)])),
    ...(name === 'regions' ? { by: lineIn(typed, `${at}.by`) } : {}),
    ...(named.length > 0 ? { of: named } : {}),
  };
};

/** The rules as they are sent. */
export const rulesIn = (typed: Typed): object[] => asked(typed).map((name) => ruleIn(typed, name));

/** The fields of a track's rules. */
export const ruleTyped = (rules: readonly Rule[]): Typed =>
  Object.assign(
    {},
    ...rules.map(({ rule: name, ...rest }) => {
      const { of = [], ...plain } = rest as { of?: string[] } & Record<string, string | number>;
      const fields = Object.entries(plain).map(([field, value]) => [`rules.${name}.${field}`, value]);
      return {
        ...plainFields(Object.fromEntries(fields) as Record<string, string>),
        ...ticksOf(`rules.${name}.of`, of),
      };
    }),
  ) as Typed;

/** A rule is sent by its place in the list, and stands in the form by its name. */
export const rulePlaced = (pointer: string, typed: Typed): string =>
  pointer.replace(/^\/rules\/(\d+)(?=\/|$)/, (all, at: string) => {
    const name = asked(typed)[Number(at)];
    return name === undefined ? all : `/rules/${name}`;
  });

/** The fields of rules that a refusal may be about, whether a browser sends them or not. */
export const ruleBoxes: readonly string[] = [
  'rules',
  ...ruleNames.map((name) => `rules.${name}.level`),
  'rules.tiers.of',
];
