import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import letters from '../../functions/web/letters.json' with { type: 'json' };
import { cut } from '../../infra/letters.mjs';

const folder = join(import.meta.dirname, '../../functions/web/letters');
const files = letters.fonts.map((font) => `${font.package}-${font.part}-${font.style}.woff2`);

test('the letters that lie there are those that are listed, with the licence they came with', () => {
  expect(readdirSync(folder).toSorted()).toEqual(['LICENSE', ...files].toSorted());
});

test('they are what the packages still give', async () => {
  const [font] = letters.fonts.filter(({ part, style }) => part === 'cyrillic' && style === 'italic');
  if (!font) throw new Error('There are no such letters.');
  const bytes = readFileSync(join(folder, `${font.package}-cyrillic-italic.woff2`));
  expect(Buffer.from(await cut(font, letters.parts)).equals(bytes)).toBe(true);
});
