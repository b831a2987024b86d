import { chairTaken, panelFull, type PanelRule, personSeated } from '../domain/panelist.ts';
import { DomainError, notFound } from '../domain/error.ts';
import type { Item, Table } from './client.ts';
import { atVersion } from './item.ts';
import { tallyKey } from './key.ts';
import { markOf, put } from './mark.ts';
import { type OldItem, Raced, type Write } from './transact.ts';

/**
 * What a session's panel and outcomes come to, in one item beside the session, so that the rules of a panel ride on the condition of the write
 * and the session's own version stays what it was. `version` rises with every change, so that who wrote from a reading of the whole can notice.
 */
export interface Tally {
  version: number;
  panel: number;
  chairs: number;
  /** Persons who are seated. */
  people: string[];
  /** The number of the last outcome; numbers are not given twice. */
  lastOutcome: number;
}

interface At {
  summit: string;
  slug: string;
}

// In the table people are a set, which is not there while it would be empty.
type Stored = Item & Omit<Tally, 'people'> & { people?: Set<string> };

const none: Tally = { version: 0, panel: 0, chairs: 0, people: [], lastOutcome: 0 };

export const tallyOf = (items: readonly Item[]): Tally => {
  const item = items.find(({ type }) => type === 'tally');
  if (!item) return none;
  const { version, panel, chairs, people, lastOutcome } = item as Stored;
  return { version, panel, chairs, people: [...(people ?? [])], lastOutcome };
};

/** The tally of a session that begins. */
export const insertTally = (table: Table, { summit, slug }: At, request: string): Write =>
  put(table, markOf(tallyKey(summit, slug), 'tally', request, { panel: 0, chairs: 0, lastOutcome: 0 }));

const update = (
  table: Table,
  { summit, slug }: At,
  parts: { expression: string; condition: string; values: Record<string, unknown> },
  request: string,
): Write['action'] => ({
  Update: {
    TableName: table.name,
    Key: tallyKey(summit, slug),
    UpdateExpression: parts.expression,
    ConditionExpression: `attribute_exists(pk) AND ${parts.condition}`,
    ExpressionAttributeNames: { '#version': 'version', '#request': 'request' },
    ExpressionAttributeValues: { ':step': 1, ':request': request, ...parts.values },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

const number = (old: OldItem, field: string): number => Number(old?.[field]?.N ?? 0);
const has = (old: OldItem, person: string): boolean =>
  ((old?.people as { SS?: string[] } | undefined)?.SS ?? []).includes(person);

/** Takes a place on the panel: while there is room, for somebody who has none, and for one chair where the track wants one. */
export const takePlace = (
  table: Table,
  at: At,
  who: { person: string; chairs: 0 | 1 },
  rule: PanelRule,
  request: string,
): Write => {
  const isThereRoom = 'panel < :size';
  const isNotSeated = 'NOT contains(people, :person)';
  const isChairFree = 'chairs < :chairs';
  const limited = who.chairs === 1 && rule.chairs !== undefined;
  return {
    action: update(
      table,
      at,
      {
        expression: 'ADD #version :step, panel :step, chairs :chair, people :people SET #request = :request',
        condition: [isThereRoom, isNotSeated, ...(limited ? [isChairFree] : [])].join(' AND '),
        values: {
          ':size': rule.size,
          ':person': who.person,
          ':people': new Set([who.person]),
          ':chair': who.chairs,
          ...(limited ? { ':chairs': rule.chairs } : {}),
        },
      },
      request,
    ),
    refuse: (old) => {
      if (!old) return notFound('session');
      if (has(old, who.person)) return personSeated();
      if (number(old, 'panel') >= rule.size) return panelFull(rule, number(old, 'panel'));
      return chairTaken();
    },
  };
};

/** Leaves the place free. The panelist's own version guards that it is left once. */
export const leavePlace = (table: Table, at: At, who: { person: string; chairs: 0 | 1 }, request: string): Write => ({
  action: update(
    table,
    at,
    {
      expression: 'ADD #version :step, panel :less, chairs :chair DELETE people :people SET #request = :request',
      condition: 'contains(people, :person)',
      values: { ':less': -1, ':chair': -who.chairs, ':people': new Set([who.person]), ':person': who.person },
    },
    request,
  ),
  refuse: () => new Raced(),
});

/** Changes between a role of which there is one and another. */
export const changeChair = (table: Table, at: At, by: 1 | -1, rule: PanelRule, request: string): Write => {
  const limited = by === 1 && rule.chairs !== undefined;
  return {
    action: update(
      table,
      at,
      {
        expression: 'ADD #version :step, chairs :chair SET #request = :request',
        condition: limited ? 'chairs < :chairs' : 'chairs >= :none',
        values: { ':chair': by, ...(limited ? { ':chairs': rule.chairs } : { ':none': 0 }) },
      },
      request,
    ),
    refuse: chairTaken,
  };
};

/** Several places that change hands at once, from a reading of the whole panel. */
export const movePlaces = (
  table: Table,
  at: At,
  tally: Tally,
  { people, panel, chairs }: Pick<Tally, 'people' | 'panel' | 'chairs'>,
  request: string,
): Write => ({
  action: update(
    table,
    at,
    {
      expression: `ADD #version :step SET #request = :request, panel = :panel, chairs = :chairs${people.length > 0 ? ', people = :people' : ' REMOVE people'}`,
      condition: '#version = :was',
      values: {
        ':was': tally.version,
        ':panel': panel,
        ':chairs': chairs,
        ...(people.length > 0 ? { ':people': new Set(people) } : {}),
      },
    },
    request,
  ),
  refuse: () => new Raced(),
});

/** Takes the next number for an outcome; who was slower takes the one after. */
export const takeOutcomeNumber = (table: Table, at: At, number: number, request: string): Write => ({
  action: update(
    table,
    at,
    {
      expression: 'ADD #version :step SET #request = :request, lastOutcome = :number',
      condition: 'lastOutcome = :last',
      values: { ':number': number, ':last': number - 1 },
    },
    request,
  ),
  refuse: (old) => (old ? new Raced() : notFound('session')),
});

/** Holds the tally to what was read, so that a deed that wrote from the whole session missed nobody. */
export const tallyUnchanged = (table: Table, { summit, slug }: At, tally: Tally): Write => ({
  action: { ConditionCheck: atVersion(table, tallyKey(summit, slug), tally.version) },
  refuse: () => new Raced(),
});

/**
 * Notes a change that takes no place, such as the record of somebody who declined, so that who wrote from a reading of the whole notices it; with
 * the tally that was read, on the condition that nobody else noted one since.
 */
export const noteChange = (table: Table, at: At, request: string, was?: Tally): Write => ({
  action: update(
    table,
    at,
    {
      expression: 'ADD #version :step SET #request = :request',
      condition: was ? '#version = :was' : 'panel >= :none',
      values: was ? { ':was': was.version } : { ':none': 0 },
    },
    request,
  ),
  refuse: () => new Raced(),
});

/** Removes the tally of a session that nobody ever had a place in and that never had an outcome: its first version. */
export const removeTally = (table: Table, { summit, slug }: At): Write => ({
  action: { Delete: atVersion(table, tallyKey(summit, slug), 1) },
  refuse: () =>
    new DomainError(
      'in-use',
      'The session has panelists or outcomes. Withdraw or cancel it instead, so that they are not lost.',
    ),
});
