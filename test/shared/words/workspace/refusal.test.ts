import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DomainError } from '../../../../shared/domain/error.ts';
import { line } from '../../../../shared/domain/text.ts';
import { zone } from '../../../../shared/domain/when.ts';
import { parsed } from '../../../../shared/http/body.ts';
import { faultsFr } from '../../../../shared/words/workspace/fault-fr.ts';
import { faultIn, refusalIn } from '../../../../shared/words/workspace/refusal.ts';

/** What the contract says of a body that is wrong. */
const saidOf = (body: unknown): string[] => {
  const schema = z.strictObject({ title: line(5), zone: zone(), seats: z.int().max(9), mode: z.enum(['on-site']) });
  try {
    parsed(schema, body);
    return [];
  } catch (error) {
    return error instanceof DomainError ? (error.errors ?? []).map(({ detail }) => detail) : [];
  }
};

describe('what is wrong with a field', () => {
  test('is said in the language of the workspace', () => {
    const said = [
      ...saidOf({ title: 'Quayside', zone: 'Arvenne', seats: 10, mode: 'hybrid' }),
      ...saidOf({ title: ' ', zone: 'Africa/Cairo', seats: 'many' }),
      ...saidOf({ zone: 'Africa/Cairo', seats: 1, mode: 'on-site' }),
    ];

    expect(said.map((one) => faultIn('fr', one))).toEqual([
      'Raccourcissez à 5 caractères ; il y en a 8.',
      'Donnez un fuseau horaire de l’IANA, tel que « Africa/Cairo ».',
      'Donnez au plus 9.',
      'Choisissez parmi : "on-site".',
      'Écrivez quelque chose, ou laissez le champ vide.',
      'Donnez un nombre ici.',
      'Choisissez parmi : "on-site".',
      'Remplissez ce champ : il est nécessaire.',
    ]);
    expect(said.map((one) => faultIn('es', one)).slice(0, 3)).toEqual([
      'Acórtelo a 5 caracteres; tiene 8.',
      'Dé una zona horaria de la IANA, como «Africa/Cairo».',
      'Dé como máximo 9.',
    ]);
    expect(said.map((one) => faultIn('en', one))).toEqual(said);
  });

  test('stays as it was said where there are no words for it', () => {
    expect(faultIn('fr', 'Something unheard of.')).toBe('Something unheard of.');
  });

  // Else a sentence that is said otherwise one day would be English again, and nobody would know.
  test('is still said as the other languages expect it', () => {
    const rooms = ['domain', 'operations', 'http'].map((room) => join(import.meta.dirname, '../../../../shared', room));
    const sources = rooms.flatMap((room) => readdirSync(room).map((file) => readFileSync(join(room, file), 'utf8')));
    const literals = sources.flatMap((source) =>
      [...source.matchAll(/'((?:[^'\\\n]|\\.)+)'|`((?:[^`\\]|\\.)+)`/g)].map(
        ([, plain, template]) => plain ?? template ?? '',
      ),
    );
    const says = (literal: string, sentence: string): boolean => {
      const [first = '', ...rest] = sentence.split(/\{\w+\}/);
      return (
        literal.startsWith(first) && literal.endsWith(rest.at(-1) ?? '') && rest.every((part) => literal.includes(part))
      );
    };
    // These are put together of two parts.
    const joined = [
      'Give a text here.',
      'Give a number here.',
      'Give a whole number here.',
      'Use at least {min}.',
      'Use more than {min}.',
    ];
    const lost = Object.keys(faultsFr).filter(
      (said) => !joined.includes(said) && !literals.some((one) => says(one, said)),
    );

    expect(lost).toEqual([]);
  });
});

describe('why a deed is refused', () => {
  test('is said by its code, with the contract’s sentence where that names the records', () => {
    const said = 'The room "quay" is taken by "A 1". Choose another room or time.';

    expect(refusalIn('fr', 'room-taken', said)).toBe(`La salle est prise à ce moment-là. ${said}`);
    expect(refusalIn('es', 'already-signed', said)).toBe(
      'La organización ya ha actuado sobre esta declaración en esa calidad.',
    );
    expect(refusalIn('en', 'room-taken', said)).toBe(said);
    expect(refusalIn('fr', 'link-expired', said)).toBe(said);
  });
});
