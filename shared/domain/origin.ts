import * as z from 'zod';
import type { FieldError } from './error.ts';
import { type Noun, statesOf } from './lifecycle.ts';
import { once } from './once.ts';
import { folded } from './slug.ts';
import { limits, line } from './text.ts';
import { partialDate } from './when.ts';

/** Where a fact was read, and which facts of the record it gives. What another source says otherwise is kept as another entry, in `says`. */
export const Source = once(() =>
  z.strictObject({
    facts: z.array(line(100)).min(1).max(50).meta({ description: 'The fields of the record that this source gives.' }),
    citation: line(limits.line).meta({ description: 'Who says so, as a reader would cite it.' }),
    url: z
      .url({ protocol: /^https?$/, message: 'Give a web address that begins with http:// or https://.' })
      .max(1_000)
      .optional(),
    says: line(2_000).optional().meta({ description: 'What it prints, where that differs or needs showing.' }),
    how: z
      .enum(['printed', 'inferred'])
      .default('printed')
      .meta({ description: 'Whether the source prints the fact or it was inferred from it.' }),
    note: line(limits.line).optional().meta({
      description: 'A remark of whoever recorded it, such as how a fact was inferred. No words of the source.',
    }),
    retrieved: partialDate().optional(),
  }),
);
export type Source = z.output<ReturnType<typeof Source>>;

/** A place where the record says something else than what was published, with both visible. */
export const Correction = once(() =>
  z.strictObject({
    fact: line(200).meta({ description: 'JSON pointer of the corrected fact.' }),
    published: line(2_000).nullable().meta({ description: 'What was published; null where it was left empty.' }),
    corrected: line(2_000),
    why: line(1_000),
  }),
);
export type Correction = z.output<ReturnType<typeof Correction>>;

// What only says who it was.
const naming = new Set(['person', 'name', 'printedName', 'printedTitle', 'biography']);

const wordsOf = (text: string): string[] => folded(text).split(' ');

/**
 * Sources for who may not learn a name: which ones they are and what else they give, but nothing that they print, nor one whose very citation or
 * address says the name.
 */
export const sourcesWithout = (sources: readonly Source[], name: string): Source[] => {
  const telling = new Set(wordsOf(name).filter((word) => Array.from(word).length > 1));
  return sources.flatMap(({ facts, citation, url, how, retrieved }) => {
    const rest = facts.filter((fact) => !naming.has(fact));
    const tells = wordsOf(`${citation} ${url ?? ''}`).some((word) => telling.has(word));
    return rest.length === 0 || tells ? [] : [{ facts: rest, citation, url, how, retrieved }];
  });
};

/**
 * `held`: the act happened in this system. `reported`: transcribed from a source, which is named for each fact.
 * Rules that guard acts done here do not judge a reported record.
 */
export const originFields = <N extends Noun>(noun: N) => ({
  origin: z.enum(['held', 'reported']).default('held'),
  // Built when one is there: most records are held here and have none.
  sources: z.array(z.lazy(Source)).max(50).default([]),
  corrections: z.array(z.lazy(Correction)).max(50).default([]),
  state: z
    .enum(statesOf(noun))
    .optional()
    .meta({ description: 'Given for a reported record alone; one held here passes by transitions.' }),
});

/** Where a record comes from, as far as a rule about sources has to know. */
export interface Provenance {
  origin: 'held' | 'reported';
  sources: readonly Source[];
}

// Fields that say how the record stands here, or what rule it is kept to here, not what a source reports.
const standing = ['slug', 'origin', 'sources', 'corrections', 'state', 'id', 'person', 'order'];
const rules = ['panelSize', 'call', 'oneChair', 'rules', 'changeover', 'parallel', 'policy', 'contactsKeptFor'];
const notFacts = new Set([...standing, ...rules]);

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== false && value !== 'unknown' && !(Array.isArray(value) && value.length === 0);

/** The facts of a reported draft that no source of it is named for; none for what is held here. */
export const uncited = (draft: Provenance): FieldError[] => {
  if (draft.origin === 'held') return [];
  const cited = new Set(draft.sources.flatMap((source) => source.facts));
  return Object.entries(draft)
    .filter(([field, value]) => !notFacts.has(field) && isGiven(value) && !cited.has(field))
    .map(([field]) => ({
      pointer: `/${field}`,
      detail: `Name the source of this fact: add "${field}" to the facts of a source.`,
    }));
};
