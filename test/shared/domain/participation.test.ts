import { expect, test } from 'vitest';
import {
  countedAs,
  Participation,
  ParticipationDraft,
  registerParticipation,
  reviseParticipation,
} from '../../../shared/domain/participation.ts';
import { anOrganization, aParticipation } from '../../records.ts';
import { wrongFields } from '../../refusal.ts';

const draft = ParticipationDraft().parse({ organization: 'port-selva', capacities: ['host', 'chair'] });
const figures = [
  { value: 120_000, basis: 'own-area' as const, source: 'Census', year: 2029 },
  { value: 300_000, basis: 'metropolis' as const, source: 'Estimate' },
];

test('a participation copies what a count needs, so that a later change of the register changes no count', () => {
  const city = anOrganization({ population: figures, within: 'selva-coast' });

  const participation = registerParticipation('arvenne-2031', city, draft);

  expect(participation).toEqual({
    ...draft,
    slug: 'port-selva',
    version: 1,
    state: 'registered',
    summit: 'arvenne-2031',
    counted: {
      organization: 'port-selva',
      printed: 'Port Selva',
      kind: 'city',
      country: 'PT',
      within: 'selva-coast',
      population: figures[0],
    },
  });
  expect(Participation().parse(participation)).toEqual(participation);
});

test("a city's office counts within its city", () => {
  const office = anOrganization({ slug: 'selva-office', kind: 'ngo', partOf: 'port-selva' });

  expect(countedAs(office, 'Office of Port Selva')).toMatchObject({
    printed: 'Office of Port Selva',
    within: 'port-selva',
  });
});

test('a participation stays that of its organization', () => {
  const other = { ...draft, organization: 'belmora', slug: 'port-selva', state: 'registered' as const };

  expect(wrongFields(() => reviseParticipation(aParticipation(), other))).toEqual([
    { pointer: '/organization', detail: 'Leave the organization as it is; register the other one by itself.' },
  ]);
});
