import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The rooms from left to right: a room imports only rooms to its left, and its own. */
const rooms = [
  'domain',
  'words',
  'table',
  'operations',
  'http',
  'documents',
  'contract',
  'functions',
  'seeds',
  'infra',
  'test',
] as const;
type Room = (typeof rooms)[number];

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => join(folder, file));

const source = ['shared', 'functions', 'seeds', 'infra'].flatMap(filesIn);

const roomOf = (file: string): Room => {
  const [first, second] = file.split('/');
  return (first === 'shared' ? second : first) as Room;
};

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The files of the project that a file imports, types and dynamic imports too. */
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) =>
    relative(root, resolve(root, dirname(file), path ?? '')),
  );

const walked = source.flatMap((file) =>
  importsOf(file).map((imported) => ({ file, imported, from: roomOf(file), to: roomOf(imported) })),
);
const shown = ({ file, imported }: { file: string; imported: string }): string => `${file} → ${imported}`;

/** Code without its comments, so that a comment may name what code may not. */
const codeOf = (file: string): string => read(file).replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

describe('the import rule of the house', () => {
  test('every file stands in a room', () => {
    expect(source.length).toBeGreaterThan(100);
    expect(source.filter((file) => !rooms.includes(roomOf(file)))).toEqual([]);
  });

  test('a room imports only rooms to its left, and its own', () => {
    const against = walked.filter(({ from, to }) => rooms.indexOf(to) > rooms.indexOf(from));
    expect(against.map(shown)).toEqual([]);
  });

  test('http and documents do not know each other', () => {
    expect(walked.filter(({ from, to }) => from === 'documents' && to === 'http').map(shown)).toEqual([]);
    expect(walked.filter(({ from, to }) => from === 'http' && to === 'documents').map(shown)).toEqual([]);
  });

  test('functions do not import functions', () => {
    // What not every function needs of the runtime lies beside it.
    const functionOf = (file: string): string => (file.split('/')[1] ?? '').replace('.ts', '');
    const across = walked.filter(
      ({ from, to, file, imported }) =>
        from === 'functions' &&
        to === 'functions' &&
        functionOf(file) !== functionOf(imported) &&
        functionOf(imported) !== 'runtime',
    );
    expect(across.map(shown)).toEqual([]);
  });

  test('infra takes from shared only the plain description of the table, and from nowhere else', () => {
    const taken = walked.filter(
      ({ from, to, imported }) => from === 'infra' && to !== 'infra' && imported !== 'shared/table/shape.ts',
    );
    expect(taken.map(shown)).toEqual([]);
  });

  test('the pure rooms import nothing that touches the world', () => {
    const pure = source.filter((file) => ['domain', 'words', 'documents'].includes(roomOf(file)));
    const outside = pure.flatMap((file) =>
      [...codeOf(file).matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => `${file} → ${name}`),
    );
    // The zones of calendar files are a table of rules, and comparing words is arithmetic.
    expect(
      outside.filter((line) => !/→ (zod|fflate|node:crypto|node-diff3|timezones-ical-library)$/.test(line)),
    ).toEqual([]);
  });
});

describe('one place for each kind of line', () => {
  // What runs in a reader's browser has that one's clock.
  const shared = source.filter(
    (file) =>
      file.startsWith('shared/') ||
      (file.startsWith('functions/') && file !== 'functions/runtime.ts' && !file.startsWith('functions/web/browser/')),
  );
  const offenders = (pattern: RegExp, among: readonly string[]): string[] =>
    among.filter((file) => pattern.test(codeOf(file)));

  test('only the runtime reads the environment, the clock and randomness', () => {
    expect(
      offenders(/process\.env|Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|randomBytes|performance\.now/, shared),
    ).toEqual([]);
  });

  test('only transact.ts sends transactions', () => {
    expect(offenders(/\.sendTransaction\(/, shared)).toEqual(['shared/table/transact.ts']);
    expect(offenders(/new TransactWriteCommand/, shared)).toEqual(['shared/table/client.ts']);
  });

  test('only the table and the runtime know the SDK', () => {
    const others = shared.filter((file) => !file.startsWith('functions/runtime/'));
    expect(offenders(/@aws-sdk\//, others)).toEqual(['shared/table/client.ts']);
  });

  test('only http knows statuses of refusals', () => {
    expect(
      offenders(
        /\bstatus: (4|5)\d\d\b/,
        shared.filter((file) => roomOf(file) !== 'http'),
      ),
    ).toEqual([]);
  });

  test('there are no default exports and no drawers', () => {
    expect(offenders(/export default/, source)).toEqual([]);
    expect(source.filter((file) => /(^|\/)(utils?|common|helpers?|misc|lib)(\/|\.)/.test(file))).toEqual([]);
  });
});
