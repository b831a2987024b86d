import { createHash } from 'node:crypto';
import { DomainError } from '../domain/error.ts';
import type { Instant } from '../domain/when.ts';
import type { Item, Table } from './client.ts';
import { gateKey } from './key.ts';
import { Raced, type Write } from './transact.ts';

/** Which declaration's. */
export interface Of {
  summit: string;
  declaration: string;
}

/**
 * One of the gates that a hot deed on a declaration passes through. Whoever edits, objects or signs touches one of them, chosen by what it is about,
 * and never the head; whoever freezes, decides or closes shuts all of them, on the condition that nobody passed since they were read.
 */
export interface Gate {
  nth: number;
  /** Whether the words may be changed: nobody has shut it where it is not said. */
  words: 'open' | 'closed';
  /** How many edits passed. */
  edits: number;
  /** The circulation that objections are heard for, and until when. */
  silence?: { circulation: string; deadline: Instant } | undefined;
  /** How many objections that came through this gate stand. */
  objections: number;
  /** How often an objection was raised or withdrawn here. */
  heard: number;
  /** The hash of the text that may be signed. */
  signing?: string | undefined;
  /** How many signatures passed. */
  signed: number;
}

/** As many as keep a hundred at once apart, and few enough for one transaction to shut them all. */
export const gateCount = 16;

const nthFor = (seed: string): number => createHash('sha256').update(seed).digest()[0]! % gateCount;

const numberIn = (item: Item | undefined, field: string): number => Number(item?.[field] ?? 0);

const gateIn = (nth: number, item: Item | undefined): Gate => ({
  nth,
  words: (item?.words as Gate['words'] | undefined) ?? 'open',
  edits: numberIn(item, 'edits'),
  silence: item?.silence as Gate['silence'],
  objections: numberIn(item, 'objections'),
  heard: numberIn(item, 'heard'),
  signing: item?.signing as string | undefined,
  signed: numberIn(item, 'signed'),
});

/** All gates of a declaration, as they are now: one round trip. */
export const readGates = async (table: Table, { summit, declaration }: Of): Promise<Gate[]> => {
  const keys = Array.from({ length: gateCount }, (_, nth) => gateKey(summit, declaration, nth));
  const items = new Map((await table.batchGet(keys)).map((item) => [item.pk, item]));
  return keys.map(({ pk }, nth) => gateIn(nth, items.get(pk)));
};

interface Step {
  /** What is written beside the marks of every item. */
  set?: Record<string, unknown>;
  add?: Record<string, number>;
  remove?: readonly string[];
  /** Conditions on attributes, already joined, with the values that they name. */
  condition: { expression: string; names: readonly string[]; values: Record<string, unknown> };
}

const update = (
  table: Table,
  { summit, declaration }: Of,
  nth: number,
  { set = {}, add = {}, remove = [], condition }: Step,
  request: string,
): Write['action'] => {
  const marks = { type: 'gate', schema: 1, version: 1, request, ...set };
  const named = [...new Set([...Object.keys(marks), ...Object.keys(add), ...remove, ...condition.names])];
  const clauses = [
    `SET ${Object.keys(marks)
      .map((field) => `#${field} = :${field}`)
      .join(', ')}`,
    ...(Object.keys(add).length > 0
      ? [
          `ADD ${Object.keys(add)
            .map((field) => `#${field} :by_${field}`)
            .join(', ')}`,
        ]
      : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.map((field) => `#${field}`).join(', ')}`] : []),
  ];
  return {
    Update: {
      TableName: table.name,
      Key: gateKey(summit, declaration, nth),
      UpdateExpression: clauses.join(' '),
      ...(condition.expression === '' ? {} : { ConditionExpression: condition.expression }),
      ExpressionAttributeNames: Object.fromEntries(named.map((field) => [`#${field}`, field])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(Object.entries(marks).map(([field, value]) => [`:${field}`, value])),
        ...Object.fromEntries(Object.entries(add).map(([field, by]) => [`:by_${field}`, by])),
        ...condition.values,
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

/** Lets an edit pass, as long as the words are open. `seed` is what it is about, such as the paragraph. Errors: `text-closed`. */
export const throughWords = (table: Table, of: Of, seed: string, request: string): Write => ({
  action: update(
    table,
    of,
    nthFor(seed),
    {
      add: { edits: 1 },
      condition: {
        expression: 'attribute_not_exists(#words) OR #words = :open',
        names: ['words'],
        values: { ':open': 'open' },
      },
    },
    request,
  ),
  refuse: () =>
    new DomainError(
      'text-closed',
      'The text is circulated or frozen, and its words stay as they are. A correction during silence is a new circulation: recall this one first.',
    ),
});

/**
 * Counts a translation among the edits, so that no version is taken half before it and half after. It needs no open words: they are what it is a
 * translation of, and a text is translated after it was adopted, too.
 */
export const besideWords = (table: Table, of: Of, seed: string, request: string): Write => ({
  action: update(
    table,
    of,
    nthFor(seed),
    { add: { edits: 1 }, condition: { expression: '', names: [], values: {} } },
    request,
  ),
  refuse: () => new Raced(),
});

/**
 * Lets an objection pass (`by` 1), its withdrawal (−1), or what came too late to be one (0), as long as the circulation is heard until the very
 * deadline that it was judged by. Whoever is refused reads again and decides again.
 */
export const throughSilence = (
  table: Table,
  of: Of,
  seed: string,
  { circulation, deadline }: NonNullable<Gate['silence']>,
  by: 1 | -1 | 0,
  request: string,
): Write => ({
  action: update(
    table,
    of,
    nthFor(seed),
    {
      // What came too late changes nothing that the clock decides by.
      add: by === 0 ? {} : { objections: by, heard: 1 },
      condition: {
        expression: '#silence = :silence',
        names: ['silence'],
        values: { ':silence': { circulation, deadline } },
      },
    },
    request,
  ),
  refuse: () => new Raced(),
});

/** Lets a signature of the text with this hash pass, as long as that is open for signature. `seed` is who signs. Errors: `signing-closed`. */
export const throughSigning = (table: Table, of: Of, seed: string, hash: string, request: string): Write => ({
  action: update(
    table,
    of,
    nthFor(seed),
    {
      add: { signed: 1 },
      condition: { expression: '#signing = :signing', names: ['signing'], values: { ':signing': hash } },
    },
    request,
  ),
  refuse: () => new DomainError('signing-closed', 'The declaration is not open for signature, or not any more.'),
});

/** What becomes of every gate; what is `undefined` is taken away, and what is not named stays. */
export type GateChange = Partial<Pick<Gate, 'words' | 'silence' | 'signing'>> & { objections?: 0 };

/**
 * The writes that change every gate, each on the condition that none of what is to be held (`edits`, `heard`) passed there since it was read:
 * then whoever decides reads again, and decides again.
 */
export const setGates = (
  table: Table,
  of: Of,
  gates: readonly Gate[],
  { change, holding = [] }: { change: GateChange; holding?: readonly ('edits' | 'heard')[] },
  request: string,
): Write[] => {
  const fields = Object.entries(change);
  const set = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const remove = fields.filter(([, value]) => value === undefined).map(([field]) => field);
  return gates.map((gate) => ({
    action: update(
      table,
      of,
      gate.nth,
      {
        set,
        remove,
        condition: {
          expression: holding
            .map((field) =>
              gate[field] === 0
                ? `(attribute_not_exists(#${field}) OR #${field} = :was_${field})`
                : `#${field} = :was_${field}`,
            )
            .join(' AND '),
          names: holding,
          values: Object.fromEntries(holding.map((field) => [`:was_${field}`, gate[field]])),
        },
      },
      request,
    ),
    refuse: () => new Raced(),
  }));
};
