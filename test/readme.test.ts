import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lifecycles } from '../shared/domain/lifecycle.ts';
import { accessPatterns, picture, rights, sights } from './readme.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;

// The formatter aligns the columns of a table.
const narrow = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

test('the README opens with the sentence, then the two commands', () => {
  expect(readme.split('\n').slice(0, 8).join('\n')).toMatch(
    /^# Plenary\n\nPlenary takes a city summit from its call for sessions to a declaration that anyone can check\.\n\n```sh\nnpm ci && npm start .*\nnpm ci && npm test /,
  );
});

test.each([
  'session',
  'panelist',
  'nomination',
  'invitation',
  'outcome',
  'declaration',
  'circulation',
  'signature',
  'role',
] as const)('the README draws the states of a %s as they are', (noun) => {
  expect(readme).toContain(picture(noun, lifecycles[noun]));
});

test('the README lists the access patterns as the page of keys does', () => {
  expect(accessPatterns().split('\n').length).toBeGreaterThan(10);
  expect(narrow(readme)).toContain(narrow(accessPatterns()));
});

test('the README says who may do what, and who sees what, as the page does', () => {
  expect(narrow(readme)).toContain(narrow(rights()));
  expect(narrow(readme)).toContain(narrow(sights()));
});

test('every command that the README names is there', () => {
  const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name ?? '');

  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every picture that the README shows is there, small, and has words for who cannot see it', () => {
  const shown = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', file = '']) => ({ words, file }));

  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter(({ words }) => words.length < 30)).toEqual([]);
  expect(shown.filter(({ file }) => statSync(join(root, file)).size > 120 * 1024)).toEqual([]);
});
