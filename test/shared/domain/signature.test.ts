import { expect, test } from 'vitest';
import { reportSignature, Signature, SignatureDraft } from '../../../shared/domain/signature.ts';
import { aDeclaration } from '../../builders.ts';
import { anOrganization } from '../../records.ts';
import { refusal } from '../../refusal.ts';

const now = '2031-06-01T09:00:00Z';
const sources = [
  { facts: ['organization', 'capacity', 'on', 'printed'], citation: 'Arvenne Gazette', how: 'printed' as const },
];
const draft = SignatureDraft().parse({
  organization: 'port-selva',
  capacity: 'observer',
  on: '2031-05',
  origin: 'reported',
  sources,
});
const reported = aDeclaration({ origin: 'reported' });

test('a reported act has the address of its organization and capacity, and says when it was recorded', () => {
  const signature = reportSignature(reported, anOrganization(), now, draft);

  expect(signature).toEqual({
    ...draft,
    slug: 'port-selva-observer',
    version: 1,
    state: 'valid',
    summit: 'arvenne-2031',
    declaration: 'arvenne-declaration',
    printed: 'Port Selva',
    counted: { organization: 'port-selva', printed: 'Port Selva', kind: 'city', country: 'PT' },
    recordedAt: now,
    proof: 'reported',
  });
  expect(Signature().parse(signature)).toEqual(signature);
});

test('a declaration made here takes no act that a source reports', () => {
  const { code, errors } = refusal(() => reportSignature(aDeclaration(), anOrganization(), now, draft));

  expect([code, errors?.map(({ pointer }) => pointer)]).toEqual(['invalid', ['/origin']]);
});
