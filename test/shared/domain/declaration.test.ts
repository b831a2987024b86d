import { describe, expect, test } from 'vitest';
import {
  beginDeclaration,
  type Declaration,
  DeclarationChange,
  DeclarationDraft,
  declarationKinds,
  formOf,
  outcomeRefPattern,
  reviseDeclaration,
} from '../../../shared/domain/declaration.ts';
import { draftOf } from '../../../shared/domain/record.ts';
import { aDeclaration } from '../../builders.ts';
import { aDeclarationDraft } from '../../records.ts';
import { issues, wrongFields } from '../../refusal.ts';

const summit = { slug: 'arvenne-2031', rehearsal: true };
const changeOf = (declaration: Declaration): DeclarationChange =>
  DeclarationChange().parse(draftOf(DeclarationChange(), declaration));

test('the kind decides the form', () => {
  expect(declarationKinds.map((kind) => [kind, formOf(kind)])).toEqual([
    ['declaration', 'resolution'],
    ['charter', 'resolution'],
    ['call-to-action', 'resolution'],
    ['communique', 'communique'],
    ['statement', 'communique'],
    ['open-letter', 'letter'],
    ['petition', 'letter'],
  ]);
});

describe('a declaration that begins', () => {
  test('has the address of its title in its own language, its form, and its summit that may be a rehearsal', () => {
    const draft = aDeclarationDraft({
      title: { en: 'Arvenne Call', fr: 'Appel d’Arvenne' },
      kind: 'communique',
      language: 'fr',
      carry: ['vc-d-12/1'],
    });
    const { carry: _, leaveOut: __, ...head } = draft;

    expect(beginDeclaration(summit, draft)).toEqual({
      ...head,
      slug: 'appel-d-arvenne',
      version: 1,
      state: 'drafting',
      summit: 'arvenne-2031',
      rehearsal: true,
      form: 'communique',
    });
  });

  test('is told every fault at once', () => {
    const draft = aDeclarationDraft({
      language: 'de',
      abstract: { en: 'In other words.' },
      date: '2031',
      signatoryList: 'none',
      state: 'adopted',
    });

    expect(wrongFields(() => beginDeclaration(summit, draft)).map(({ pointer }) => pointer)).toEqual([
      '/abstract',
      '/date',
      '/signatoryList',
      '/language',
      '/state',
    ]);
  });

  test('that a source reports is not compiled, and may be in any language', () => {
    const draft = aDeclarationDraft({
      language: 'de',
      origin: 'reported',
      carry: ['vc-d-12/1'],
      leaveOut: [{ outcome: 'vc-d-12/2', reason: 'no' }],
      sources: [{ facts: ['title', 'kind', 'language'], citation: 'Arvenne Gazette' }],
    });
    const detail = 'Leave it out: a reported declaration has an abstract and reported acts, and is not compiled here.';

    expect(wrongFields(() => beginDeclaration(summit, draft))).toEqual([
      { pointer: '/carry', detail },
      { pointer: '/leaveOut', detail },
    ]);
  });
});

describe('a declaration that changes', () => {
  test('takes another title', () => {
    const changed = reviseDeclaration(aDeclaration(), {
      ...changeOf(aDeclaration()),
      title: { en: 'Declaration of Arvenne' },
    });

    expect(changed).toEqual(aDeclaration({ title: { en: 'Declaration of Arvenne' } }));
  });

  test('keeps its kind and its language, and is told of every fault at once', () => {
    const draft = { ...changeOf(aDeclaration()), kind: 'charter' as const, language: 'fr', slug: 'other' };

    expect(wrongFields(() => reviseDeclaration(aDeclaration(), draft))).toEqual([
      {
        pointer: '/kind',
        detail: 'Leave it "declaration": the paragraphs were compiled for it. Compile another declaration instead.',
      },
      {
        pointer: '/language',
        detail: 'Leave it "en": the paragraphs were compiled for it. Compile another declaration instead.',
      },
      { pointer: '/slug', detail: 'Leave the slug "arvenne-declaration" as it is: addresses last.' },
    ]);
  });

  test('may change its kind while it is only reported, and its form with it', () => {
    const sources = [{ facts: ['title', 'kind', 'language'], citation: 'Arvenne Gazette', how: 'printed' as const }];
    const reported = aDeclaration({ origin: 'reported', sources });

    expect(reviseDeclaration(reported, { ...changeOf(reported), kind: 'open-letter' })).toEqual({
      ...reported,
      kind: 'open-letter',
      form: 'letter',
    });
  });

  test('keeps its authentic words once it is circulated, while a translation of its title may still come', () => {
    const circulated = aDeclaration({ state: 'circulated', title: { en: 'Arvenne Declaration' } });
    const titled = (title: Declaration['title']) => ({ ...changeOf(circulated), title });

    expect(() => reviseDeclaration(circulated, titled({ en: 'Another declaration' }))).toThrow(
      expect.objectContaining({ code: 'text-closed' }),
    );
    expect(() => reviseDeclaration(circulated, { ...changeOf(circulated), addressedTo: ['The ministers'] })).toThrow(
      expect.objectContaining({ code: 'text-closed' }),
    );
    const translated = { en: 'Arvenne Declaration', fr: 'Déclaration d’Arvenne' };
    expect(reviseDeclaration(circulated, titled(translated)).title).toEqual(translated);
  });
});

test.each([
  ['vc-d-12/3', true],
  ['a/200', true],
  ['vc-d-12/0', false],
  ['vc-d-12/03', false],
  ['vc-d-12', false],
  ['VC-D-12/3', false],
  ['a/b/3', false],
  ['a/1000', false],
])('whether "%s" names an outcome: %s', (ref, names) => {
  expect(outcomeRefPattern.test(ref)).toBe(names);
});

test('what a draft carries is bounded', () => {
  const given = { title: { en: 'X' }, kind: 'declaration' };

  expect(issues(DeclarationDraft(), { ...given, carry: [] })).toHaveLength(1);
  expect(issues(DeclarationDraft(), { ...given, carry: Array(1_001).fill('a/1') })).toHaveLength(1);
  expect(issues(DeclarationDraft(), { ...given, carry: [{ outcomes: Array(101).fill('a/1') }] })).toHaveLength(1);
  expect(issues(DeclarationDraft(), { ...given, carry: Array(1_000).fill('a/1') })).toEqual([]);
});
