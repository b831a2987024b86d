import * as z from 'zod';
import { mergePatchOf } from './openapi-patch.ts';
import { type Named, refTo, type Schema, schemaOf, texts, type Way } from './openapi-schema.ts';
import { described, type FieldWords } from './openapi-words.ts';

/** Schemas that several others share, by name, and which way each of them goes; `either` reads the same both ways. */
export interface Shared {
  given: Record<string, Named>;
  shown: Record<string, Named>;
  either: Record<string, Named>;
}

type Names = Map<z.core.$ZodType, string>;

// A schema that is built on first use is the one it builds.
const built = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodLazy ? built(schema.unwrap()) : schema;

const namesOf = (...shared: Record<string, Named>[]): Names =>
  new Map(shared.flatMap((some) => Object.entries(some).map(([name, { schema }]) => [built(schema), name] as const)));

/** The named schemas of the document, each once, made when first referred to. */
export class Shelf {
  private readonly made = new Map<string, Schema>(Object.entries(texts));
  private readonly names: Record<Way, Names>;
  private readonly words: FieldWords;

  constructor(shared: Shared, words: FieldWords) {
    this.words = words;
    this.names = { input: namesOf(shared.given, shared.either), output: namesOf(shared.shown, shared.either) };
    const shelve = (some: Record<string, Named>, way: Way) => {
      for (const [name, { schema, also }] of Object.entries(some))
        this.put(name, { ...this.schema(schema, way), ...also });
    };
    shelve(shared.either, 'output');
    shelve(shared.given, 'input');
    shelve(shared.shown, 'output');
  }

  /** Says beforehand under which name a schema will stand, so that others refer to it. */
  announce(name: string, schema: z.ZodType): void {
    if (!this.names.output.has(schema)) this.names.output.set(schema, name);
  }

  schema(schema: z.ZodType, way: Way): Schema {
    return schemaOf(built(schema), way, this.names[way]);
  }

  /** The fields of a schema that has no name, with words for each. */
  fields(schema: z.ZodType): Record<string, Schema> {
    return { ...described(this.schema(schema, 'input'), '', this.words).properties };
  }

  /** Refers to a schema by name, making it if it is not there yet. */
  refer(name: string, make: () => Schema): Schema {
    if (!this.made.has(name)) this.put(name, make());
    return refTo(name);
  }

  /** Refers to the merge patch of a schema. */
  patch(name: string, schema: z.ZodType): Schema {
    return this.refer(name, () =>
      mergePatchOf(this.schema(schema, 'input'), {
        look: (other) => this.made.get(other),
        refer: (other, make) => this.refer(other, make),
      }),
    );
  }

  private put(name: string, schema: Schema): void {
    this.made.set(name, described(schema, name, this.words));
  }

  /** Every schema that something in `paths` needs, by name; what nobody refers to is left out. */
  neededBy(paths: unknown): Record<string, Schema> {
    const needed = new Set<string>();
    const follow = (value: unknown): void => {
      for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
        if (needed.has(name)) continue;
        needed.add(name);
        follow(this.made.get(name));
      }
    };
    follow(paths);
    return Object.fromEntries([...this.made].filter(([name]) => needed.has(name)).toSorted(byName));
  }
}

const byName = ([a]: [string, Schema], [b]: [string, Schema]): number => (a < b ? -1 : 1);
