import { expect, test } from 'vitest';
import { checkClaim, Claim } from '../../../shared/domain/claim.ts';
import { countActs } from '../../../shared/domain/count.ts';
import { toHtml } from '../../../shared/documents/html.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { toPlainText } from '../../../shared/documents/plain-text.ts';
import { aDeclaration, aSignature } from '../../builders.ts';
import { composed } from './material.ts';

const people = (value: number, basis: 'own-area' | 'agglomeration') => ({
  value,
  basis,
  source: 'A register (invented)',
});
const counted = { kind: 'city' as const, country: 'FR' };
const signatures = [
  aSignature({
    slug: 'arvenne-signatory',
    counted: {
      ...counted,
      organization: 'arvenne',
      printed: 'Arvenne',
      population: people(1_200_000, 'agglomeration'),
    },
  }),
  aSignature({
    slug: 'belmora-signatory',
    counted: { ...counted, organization: 'belmora', printed: 'Belmora', population: people(300_000, 'own-area') },
  }),
  aSignature({
    slug: 'lorn-observer',
    capacity: 'observer',
    counted: { ...counted, organization: 'lorn', printed: 'Lorn' },
  }),
];
const counts = countActs(signatures);

const claimOf = (given: object) =>
  Claim().parse({
    slug: 'c1',
    version: 1,
    state: 'recorded',
    about: '/x',
    words: 'representing <15> million',
    number: 15_000_000,
    counts: 'people',
    by: 'The Quay Gazette',
    where: 'https://gazette.example/1',
    on: '2031-05',
    ...given,
  });
const claims = [
  claimOf({}),
  claimOf({
    words: 'adopted by over 40',
    number: 40,
    reads: 'over',
    counts: 'attended',
    on: undefined,
    where: undefined,
  }),
].map((claim) => ({
  claim,
  check: checkClaim(claim, { acts: signatures }),
}));

const declaration = aDeclaration({ origin: 'reported', signatoryList: 'complete' });
const document = composed({ declaration, paragraphs: [], signatures, counts, claims });

test('a reported declaration shows what its acts come to, and each printed figure beside it', () => {
  expect(toMarkdown(document)).toContain(`## What the records count

| Who | Organizations | Countries | People, on the given figures | Remarks |
| --- | --- | --- | --- | --- |
| Signatories | 2 | 1 | 1,500,000 (of 2) | the figures go by different bases; Arvenne: agglomeration; 2 without a date |
| Endorsed as observers | 1 | 1 | 0 (of 0) | no figure for Lorn; 1 without a date |
| Together | 3 | 1 | 1,500,000 (of 2) | the figures go by different bases; Arvenne: agglomeration; no figure for Lorn; 3 without a date |

## What was printed, and what the records show

| Printed | By | The records |
| --- | --- | --- |
| representing \\<15\\> million | [The Quay Gazette, May 2031](https://gazette.example/1) | Not borne out by the records; 1,500,000 recorded; 1,500,000 as signatories and 0 as observers; the number adds two different acts; the figures go by different bases; some figures are missing |
| adopted by over 40 | The Quay Gazette | Cannot be checked: no complete list is at hand |
`);
});

test('the same in French, with its own numerals', () => {
  expect(
    toPlainText(composed({ declaration, paragraphs: [], signatures, counts, claims }, 'fr')).replace(
      /[\u00a0\u202f]/g,
      ' ',
    ),
  ).toContain(
    'Signataires : Organisations 2; Pays 1; Habitants, d’après les chiffres donnés 1 500 000 (pour 2); les chiffres n’ont pas tous la même base; Arvenne : agglomération; 2 sans date',
  );
});

test('a claim is text on the page, whatever it holds', () => {
  expect(toHtml(document)).toContain('representing &lt;15&gt; million');
});
