import { assessed, checkedIn, commitment, delivered, deliveryAnswered, opened, signed } from '../following.ts';
import type { Step } from '../seed.ts';
import { came, text } from './adoption.ts';

const paper = (played: string, organization: string, signedBy: string, title: string) => ({
  played,
  organization,
  capacity: 'signatory' as const,
  signedBy,
  title,
  mandate: { by: 'office' as const },
  received: came('paper', played, signedBy),
});

const report = {
  title: 'Report on emergency funds (invented)',
  url: 'https://records.example/emergency-funds',
  date: '2025-11',
};

/** Opened for signature, signed by some, delivered, signed by one more; and what became of it. */
export const followed: readonly (readonly Step[])[] = [
  [opened(text, '2025-03-24T08:00:00Z', 'As the mayors agreed in Quillemar.')],
  [signed(text, paper('2025-03-24T09:00:00Z', 'quillemar', 'Ilka Verrane', 'Mayor'))],
  [
    signed(text, {
      ...paper('2025-03-24T09:10:00Z', 'belmora', 'Noor Halvane', 'Deputy Mayor'),
      mandate: {
        by: 'delegation',
        decidedBy: 'City Council of Belmora (invented)',
        decidedOn: '2025-03-20',
        from: '2025-03-20',
        until: '2025-12-31',
      },
    }),
  ],
  [
    signed(text, {
      ...paper('2025-03-25T10:00:00Z', 'kestrel-bay', 'Tomas Quell', 'Mayor'),
      reserves: { number: 5, text: 'Kestrel Bay keeps places free as far as its schools have room.' },
    }),
  ],
  [signed(text, paper('2025-03-26T11:00:00Z', 'sandrevel', 'Odile Marrow-Senn', 'Mayor'))],
  [
    signed(text, {
      ...paper('2025-03-27T12:00:00Z', 'ferrowick', 'Baptiste Ormeval', 'City Manager'),
      capacity: 'observer',
    }),
  ],
  [
    delivered(text, 'tidewater-commission-2025-04-02-v2', {
      played: '2025-04-02T10:00:00Z',
      to: { organization: 'tidewater-commission' },
      on: '2025-04-02',
      place: 'The seat of the Tidewater Commission (invented)',
      by: 'Ilka Verrane, Mayor of Quillemar',
    }),
  ],
  [
    deliveryAnswered(text, 'tidewater-commission-2025-04-02-v2', 'receipt', {
      played: '2025-04-03T09:00:00Z',
      on: '2025-04-03',
      words: 'Received, with five signatures and endorsements.',
      from: 'The registry of the Commission',
    }),
  ],
  [signed(text, paper('2025-05-08T09:30:00Z', 'vesmark', 'Runa Tessmarch', 'Mayor'))],
  [
    commitment(text, {
      played: '2025-05-09T09:00:00Z',
      slug: 'places-in-schools',
      number: 5,
      owner: { organization: 'kestrel-bay' },
      text: { en: 'Keep places free in the schools of Kestrel Bay for children who arrive during the year.' },
      measure: 'Places that are kept free on the first day of each month.',
      due: { months: 12, after: 'joining' },
    }),
  ],
  [
    checkedIn(text, 'places-in-schools', {
      played: '2025-09-15T09:00:00Z',
      slug: 'september-2025',
      on: '2025-09-15',
      status: 'on-track',
      words: 'Forty places are kept free in six schools.',
      by: 'The school office of Kestrel Bay (invented)',
      link: 'https://records.example/kestrel-bay-schools',
    }),
  ],
  [
    assessed(text, {
      played: '2025-12-01T09:00:00Z',
      number: 6,
      score: 0,
      quotation: 'The fund was opened to two cities, for one of the three months that were asked for.',
      source: report,
      assessor: 'Halvard Inke (invented)',
    }),
  ],
  [
    assessed(text, {
      played: '2025-12-02T09:00:00Z',
      number: 6,
      score: -1,
      quotation: 'Payments went through the ministry, as before.',
      source: report,
      assessor: 'Perpetua Lund (invented)',
    }),
  ],
];
