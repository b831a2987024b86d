import { digest } from '../../shared/domain/digest.ts';
import type { Received } from '../../shared/domain/received.ts';
import {
  accepted,
  amendment,
  circulation,
  decided,
  handedOut,
  objection,
  reopened,
  type Text,
} from '../negotiation.ts';
import type { Step } from '../seed.ts';

/** The declaration of the rehearsal. */
export const text: Text = { summit: 'rehearsal', declaration: 'rehearsal-declaration' };

/** How something arrived; the document is as invented as the rest. */
export const came = (how: Received['how'], at: string, from: string): Received => ({
  at,
  how,
  from,
  ...(how === 'floor' ? {} : { document: digest(`Invented for the rehearsal: ${from}, ${at}.`) }),
});

const asked = ['quillemar', 'belmora', 'kestrel-bay', 'sandrevel', 'vesmark', 'lantern-league'];

const inTheHall = (slug: string, played: string): Step[] =>
  asked.map((organization) =>
    handedOut(text, slug, organization, played, 'Its delegates took the text at the desk of Lantern Hall (invented).'),
  );

/** Circulated once and objected to, amended, circulated again, and adopted by silence. */
export const negotiated: readonly (readonly Step[])[] = [
  [
    circulation(text, 'c1', {
      played: '2025-03-14T08:00:00Z',
      message: 'The text as the sessions of Quillemar filed it.',
    }),
  ],
  inTheHall('c1', '2025-03-14T09:30:00Z'),
  [
    objection(text, 'c1', {
      played: '2025-03-16T15:20:00Z',
      organization: 'vesmark',
      reason: 'Vesmark cannot answer for one form on the whole route before the form exists.',
      received: came('email', '2025-03-16T15:05:00Z', 'The office of Vesmark'),
    }),
  ],
  [decided(text, 'c1', '2025-03-17T08:02:00Z')],
  [reopened(text, '2025-03-17T10:00:00Z', 'To answer the objection of Vesmark.')],
  [
    amendment(text, 'one form', {
      played: '2025-03-17T14:00:00Z',
      number: 4,
      organization: 'vesmark',
      kind: 'replace',
      words: {
        en: 'that each city on a route of displacement name one contact point, and that the cities of the route agree on one form within a year, so that a family’s file goes ahead of it when the family consents',
      },
      reason: 'A form that all can answer for is agreed first.',
      received: came('floor', '2025-03-17T13:50:00Z', 'The delegation of Vesmark'),
    }),
  ],
  [accepted(text, 'one form', '2025-03-17T16:00:00Z', 'The drafters agree.')],
  [
    circulation(text, 'c2', {
      played: '2025-03-18T08:00:00Z',
      message: 'With the amendment of Vesmark to paragraph 4.',
    }),
  ],
  inTheHall('c2', '2025-03-18T09:00:00Z'),
  [decided(text, 'c2', '2025-03-21T08:02:00Z')],
];
