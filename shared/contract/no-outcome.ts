import * as z from 'zod';
import { once } from '../domain/once.ts';
import { Session, SessionDraft } from '../domain/session.ts';
import { type Route, route } from '../http/route.ts';
import { sayNoOutcome } from '../operations/no-outcome.ts';
import { answerOf } from './noun.ts';

const Because = once(() =>
  z.strictObject({
    because: SessionDraft().shape.noOutcome.meta({
      description: 'Why there is none. Left out, what was said before is taken back.',
    }),
  }),
);

/** Where whoever files what a session produced says that it produced nothing, and why. */
export const noOutcomeRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/summits/{summit}/sessions/{session}/no-outcome',
    may: 'outcome:write',
    named: { id: 'sayNoOutcome', noun: 'outcome' },
    succeeds: 200,
    summary: 'Says why a session has no outcome',
    answers: { name: 'Session', schema: Session },
    body: Because,
    example: () => ({ because: { en: 'The time ran out.' } }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return answerOf(exchange, 'session', await sayNoOutcome(house, deed, at('summit'), at('session'), body.because));
    },
  }),
];
