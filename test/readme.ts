import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deeds, insiders } from '../shared/domain/access.ts';

/** A noun's states as the README draws them. */
export const picture = (noun: string, states: Readonly<Record<string, readonly string[]>>): string => {
  const id = (state: string): string => state.replaceAll('-', '_');
  const names = Object.keys(states).filter((state) => id(state) !== state);
  const [first = ''] = Object.keys(states);
  return [
    '```mermaid',
    '---',
    `title: ${noun}`,
    '---',
    'stateDiagram-v2',
    '  direction LR',
    ...names.map((state) => `  ${id(state)}: ${state.replaceAll('-', ' ')}`),
    `  [*] --> ${id(first)}`,
    ...Object.entries(states).flatMap(([from, to]) => to.map((next) => `  ${id(from)} --> ${id(next)}`)),
    '```',
  ].join('\n');
};

/** The access patterns as the page of keys lists them. */
export const accessPatterns = (): string =>
  readFileSync(join(import.meta.dirname, '../shared/table/key.ts'), 'utf8')
    .split('\n')
    .flatMap((line) => /^ \* (\|.*)$/.exec(line)?.[1] ?? [])
    .join('\n');

const table = (head: string, rows: Readonly<Record<string, readonly string[]>>): string =>
  [
    `| ${head} | who |`,
    '| --- | --- |',
    ...Object.entries(rows).map(([name, who]) => `| \`${name}\` | ${who.join(', ')} |`),
  ].join('\n');

/** Who may do what, as the page says. */
export const rights = (): string => table('deed', deeds);

/** Who sees the whole of what few see, as the page says. */
export const sights = (): string => table('record', insiders);
